"""A Word file as a set of named parts: read with limits, written the same way every time."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Container
from functools import lru_cache
from pathlib import Path

from docgen import limits
from docgen.diagnostics import DocgenError, Location, UnreadableError, error

TYPE_CHECKING = False
if TYPE_CHECKING:
    import zipfile

CONTENT_TYPES = "[Content_Types].xml"


def read_package(source: bytes | Path, name: str = "") -> dict[str, bytes]:
    """The parts of a Word file by name.

    Raises UnreadableError when it cannot be read, DocgenError when it is no Word file or larger
    than docgen.limits allows.
    """
    import zipfile  # a document is built without reading any

    name = name or (str(source) if isinstance(source, Path) else "")
    try:
        raw = source.read_bytes() if isinstance(source, Path) else source
    except OSError:
        raise UnreadableError(
            error("mau-khong-mo-duoc", f"không mở được tệp “{name}”", Location(name))
        ) from None
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, len(raw), name)
            parts = {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise DocgenError(
            error(
                "mau-khong-phai-docx",
                f"“{name}” không phải tệp Word .docx",
                Location(name),
                hint="Mở bằng Word và lưu lại dạng .docx, không đặt mật khẩu",
            )
        ) from None
    if CONTENT_TYPES not in parts or "word/document.xml" not in parts:
        raise DocgenError(error("mau-khong-phai-docx", f"“{name}” không phải tệp Word .docx", Location(name)))
    return parts


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    total = sum(entry.file_size for entry in entries)
    names = [entry.filename for entry in entries]
    if len(entries) > limits.PACKAGE_PARTS or total > limits.PACKAGE_BYTES:
        what = "có quá nhiều hoặc quá lớn các phần bên trong"
    elif total > limits.PACKAGE_SMALL_BYTES and total > packed * limits.PACKAGE_RATIO:
        what = "nén bất thường"
    elif len(set(names)) != len(names):
        what = "có hai phần trùng tên"
    else:
        return
    raise DocgenError(error("mau-bat-thuong", f"tệp “{name}” {what}, không dùng được", Location(name)))


def write_package(parts: dict[str, bytes], steady: Container[str] = ()) -> bytes:
    """A zip file of `parts`, the content types first; the same bytes for the same parts.

    Written by hand because zipfile would deflate the parts that are the same in every document of a
    template (`steady`) anew for each: they are most of the entries.
    """
    out: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    order = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name))
    for name in order:
        data = parts[name]
        packed = _deflated(data) if name in steady else _deflate(data)
        raw_name = name.encode("utf-8")
        common = _COMMON.pack(
            20, _UTF8, 8, 0, _DAY_ONE, packed[0], len(packed[1]), len(data), len(raw_name), 0
        )
        out += (b"PK\x03\x04", common, raw_name, packed[1])
        directory += (b"PK\x01\x02\x14\x00", common, _TAIL.pack(0, 0, 0, 0, offset), raw_name)
        offset += 4 + len(common) + len(raw_name) + len(packed[1])
    size = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(order), len(order), size, offset, 0)
    return b"".join((*out, *directory, end))


# .ZIP File Format Specification 4.3.7, 4.3.12, 4.3.16
_COMMON = struct.Struct("<HHHHHLLLHH")  # from "version needed" to the length of the extra field
_TAIL = struct.Struct("<HHHLL")  # comment length, disk, attributes, offset of the local header
_END = struct.Struct("<4sHHHHLLH")
_UTF8 = 1 << 11
_DAY_ONE = (1 << 5) | 1  # 1 January 1980, the earliest date a zip can hold: no clock in the output
_LEVEL = 2


def _deflate(data: bytes) -> tuple[int, bytes]:
    """The checksum of `data`, and `data` deflated without a header."""
    engine = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return zlib.crc32(data), engine.compress(data) + engine.flush()


_deflated = lru_cache(maxsize=256)(_deflate)
