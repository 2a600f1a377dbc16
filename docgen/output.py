"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Iterable
from pathlib import Path

from docgen.diagnostics import Location, UnreadableError, error

PREFIX = ".docgen-"
"""How a file begins that is still being written; one left by a killed process may be deleted."""

_SYNCED_AT_ONCE = 16


def write_whole(path: Path, data: bytes, lasting: bool = True) -> None:
    """Puts `data` at `path`, atomically: the old file or the new one stands there at any moment, whatever
    becomes of this process. `lasting` waits for the disk, so that a power failure changes nothing either;
    a caller who writes many files leaves that to `sync` at the end.

    Raises UnreadableError when that is not possible; the old file is untouched then.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, data, lasting)
    except OSError as fault:
        raise UnreadableError(
            error(
                "khong-ghi-duoc",
                f"không ghi được “{path}” ({_reason(fault)})",
                Location(str(path)),
                hint="Đóng tệp nếu đang mở trong Word; kiểm tra quyền ghi và dung lượng ổ đĩa",
            )
        ) from None


def replace_whole(path: Path, data: bytes, lasting: bool = False) -> None:
    """Puts `data` at `path` by way of a temporary file beside it; `lasting` waits for the disk.

    Raises OSError when that is not possible; the old file is untouched then.
    """
    temporary = path.parent / f"{PREFIX}{secrets.token_hex(8)}.tmp"
    try:
        with open(temporary, "xb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            os.chmod(temporary, path.stat().st_mode & 0o777)
        os.replace(temporary, path)
        if lasting:
            _sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def sync(paths: Iterable[Path]) -> None:
    """Waits until the files at `paths`, written by `write_whole`, are on the disk; one that is gone since,
    or open in Word, is passed over. Raises OSError when the disk fails.

    All at once, because a disk writes many files in hardly more time than one.
    """
    from concurrent.futures import ThreadPoolExecutor  # a single document needs no threads

    files = list(paths)
    with ThreadPoolExecutor(_SYNCED_AT_ONCE) as pool:
        list(pool.map(_sync_file, files))
    for folder in {path.parent for path in files}:
        _sync_folder(folder)


def _sync_file(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError, PermissionError), open(path, "rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # only there can a folder be opened and synced
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(fault: OSError) -> str:
    if isinstance(fault, PermissionError):
        return "không có quyền hoặc tệp đang mở"
    if fault.errno == 28:
        return "ổ đĩa đầy"
    if fault.errno == 30:
        return "ổ đĩa chỉ đọc"
    if fault.errno == 36:
        return "tên tệp quá dài"
    return "lỗi hệ thống"


def sweep(folder: Path, older_s: float = 600.0) -> None:
    """Deletes what killed processes have left half-written in `folder`; files younger than `older_s`
    seconds may be another process's at work and stay."""
    try:
        for path in folder.glob(f"{PREFIX}*.tmp"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > older_s:
                    path.unlink()
    except OSError:
        return  # a folder that cannot be listed is told of when it is written to
