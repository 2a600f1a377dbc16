"""A Word file as a set of named parts: read with limits, written the same way every time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docgen import limits
from docgen.diagnostics import DocgenError, Location, UnreadableError, error

CONTENT_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold: no clock in the output


def read_package(source: bytes | Path, name: str = "") -> dict[str, bytes]:
    """The parts of a Word file by name.

    Raises UnreadableError when it cannot be read, DocgenError when it is no Word file or larger
    than docgen.limits allows.
    """
    name = name or (str(source) if isinstance(source, Path) else "")
    try:
        raw = source.read_bytes() if isinstance(source, Path) else source
    except OSError:
        raise UnreadableError(error("mau-khong-mo-duoc", f"không mở được tệp “{name}”", Location(name))) from None
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


def write_package(parts: dict[str, bytes]) -> bytes:
    """A zip file of `parts`, the content types first; the same bytes for the same parts."""
    buffer = io.BytesIO()
    order = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in order:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return buffer.getvalue()
