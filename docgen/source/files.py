"""Bytes of a file the user named, as text; faults of opening and decoding it."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from docgen import limits
from docgen.diagnostics import Diagnostic, Location, UnreadableError, error

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_bytes(path: Path, name: str) -> bytes:
    """The content of `path`; `name` stands in the places.

    Raises UnreadableError when it cannot be opened, is no ordinary file (a pipe or a device has no end) or
    is larger than limits.DATA_FILE_BYTES.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise UnreadableError(error("tep-dac-biet", f"“{name}” không phải tệp thường", Location(name)))
        if status.st_size > limits.DATA_FILE_BYTES and not stat.S_ISDIR(status.st_mode):
            raise UnreadableError(_too_large(name))
        return path.read_bytes()
    except (OSError, ValueError) as fault:  # ValueError: a name with a null character
        raise UnreadableError(_unreadable(name, fault)) from None


def _unreadable(name: str, fault: Exception) -> Diagnostic:
    if isinstance(fault, FileNotFoundError):
        return error(
            "tep-khong-co", f"không tìm thấy tệp “{name}”", Location(name), hint="Kiểm tra tên tệp và thư mục"
        )
    if isinstance(fault, IsADirectoryError):
        return error("tep-la-thu-muc", f"“{name}” là thư mục, không phải tệp", Location(name))
    return error(
        "tep-khong-mo-duoc",
        f"không mở được tệp “{name}”",
        Location(name),
        hint="Kiểm tra quyền đọc tệp, hoặc đóng chương trình đang mở tệp",
    )


def _too_large(name: str) -> Diagnostic:
    return error("tep-qua-lon", f"tệp lớn hơn {limits.DATA_FILE_BYTES >> 20} MB", Location(name))


def decode(raw: bytes, name: str) -> str:
    """The text of `raw`: UTF-8 with or without a byte order mark, or UTF-16 with one.

    Raises UnreadableError for any other encoding, because guessing would change letters.
    """
    if len(raw) > limits.DATA_FILE_BYTES:
        raise UnreadableError(_too_large(name))
    try:
        if raw.startswith(_UTF16_MARKS):
            return raw.decode("utf-16").lstrip("\ufeff")
        if raw[:200].count(0) > len(raw[:200]) // 4:  # every other byte of Latin text in UTF-16
            message = "tệp được lưu bằng mã UTF-16 mà không có dấu nhận biết (BOM)"
            raise UnreadableError(_encoding(message, Location(name)))
        return raw.decode("utf-8").lstrip("\ufeff")  # some editors write the mark twice
    except UnicodeDecodeError as fault:
        before = raw[: fault.start] if not raw.startswith(_UTF16_MARKS) else b""
        line = before.rpartition(b"\n")[2].decode("utf-8", "replace").lstrip("\ufeff")
        place = Location(name, before.count(b"\n") + 1, len(line) + 1)
        message = "tệp không được lưu bằng mã UTF-8 (có thể là TCVN3, VNI hoặc CP1258)"
        raise UnreadableError(_encoding(message, place)) from None


def _encoding(message: str, location: Location) -> Diagnostic:
    return error(
        "ma-hoa",
        message,
        location,
        hint="Mở tệp bằng trình soạn thảo, chuyển mã nếu là chữ TCVN3 hoặc VNI, rồi lưu lại với mã hóa UTF-8",
    )
