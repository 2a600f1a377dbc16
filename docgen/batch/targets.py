"""Where each document goes, under names that Windows takes, and no two to the same place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from docgen.batch.find import data_files
from docgen.diagnostics import Diagnostic, Location, Related, UsageError, error
from docgen.values import Struct

NAME_BYTES = 255 - len(".docx")
"""Longest stem in UTF-8: Linux counts bytes, Windows and macOS count less."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)", re.IGNORECASE)


class Task(Struct, frozen=True):
    """A data file and the Word file it becomes; both paths are absolute. `name` is the data file as the
    user typed it, which stands in messages."""

    name: Path
    data: Path
    target: Path


def safe_stem(stem: str) -> str:
    """`stem` as the name of a file on Windows, macOS and Linux: NFC, without the signs Windows forbids,
    no name of a device, no dot or space at the end, not longer than a file system allows."""
    text = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", stem)).rstrip(". ")
    if _DEVICES.match(text):
        text = f"_{text}"
    while len(text.encode("utf-8", "surrogateescape")) > NAME_BYTES:
        text = text[:-1]
    return text.rstrip(". ") or "_"


def plan(arguments: Sequence[Path], output: Path | None) -> list[Task]:
    """A task for each data file that `arguments` (files and folders) name, each file once.

    Documents go beside their data files or, when `output` is given, into that folder, where those of a
    folder keep their place below it; an `output` that ends in .docx is the file itself. Raises UsageError
    when there is nothing to build, or when two documents would go to one place.
    """
    single = output is not None and output.suffix.lower() == ".docx" and not output.is_dir()
    tasks: dict[Path, Task] = {}
    for file, folder in _files(arguments):
        base = file.parent if output is None else output / folder
        target = output if single and output is not None else base / f"{safe_stem(file.stem)}.docx"
        tasks.setdefault(file.resolve(), Task(file, file.absolute(), target.absolute()))
    found = list(tasks.values())
    clashes = _clashes(found)
    if clashes:
        raise UsageError(*clashes)
    return found


def data_tasks(arguments: Sequence[Path]) -> list[Task]:
    """A task for each data file that `arguments` name, each file once, with nothing to be written.

    Raises UsageError when there is none.
    """
    files = {file.resolve(): file for file, _ in _files(arguments)}
    return [Task(file, file.absolute(), Path()) for file in files.values()]


def _files(arguments: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Every data file, and its folder relative to the argument that is a folder."""
    found = [
        (file, file.relative_to(argument).parent if argument.is_dir() else Path())
        for argument in arguments
        for file in data_files(argument)
    ]
    if not found:
        names = ", ".join(str(argument) for argument in arguments)
        hint = "Tệp dữ liệu có đuôi .yaml và có dòng “loai: …”"
        raise UsageError(error("khong-co-du-lieu", f"không có tệp dữ liệu nào trong {names}", hint=hint))
    return found


def _clashes(tasks: list[Task]) -> list[Diagnostic]:
    """A finding for each place that several documents would go to; case and accents' form do not tell
    names apart on Windows and macOS."""
    by_place: dict[str, list[Task]] = {}
    for task in tasks:
        by_place.setdefault(unicodedata.normalize("NFC", str(task.target)).casefold(), []).append(task)
    return [
        error(
            "trung-ten",
            f"{len(same)} tệp dữ liệu cùng dựng ra “{same[0].target}”",
            Location(str(same[0].name)),
            hint="Đổi tên tệp dữ liệu, hoặc dựng cả thư mục để giữ các thư mục con",
            related=tuple(Related(Location(str(one.name)), "cũng dựng ra tệp này") for one in same[1:]),
        )
        for same in by_place.values()
        if len(same) > 1
    ]
