"""Builds documents again and holds each against its approved copy.

What builds is passed in, so that this module knows nothing of data files but where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from enum import Enum
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from docgen.compare import approved
from docgen.compare.differ import differences
from docgen.compare.difference import Difference
from docgen.compare.dump import dump
from docgen.diagnostics import Diagnostic, DocgenError, Location, UnreadableError, error
from docgen.output import write_whole
from docgen.values import Struct

Build = Callable[[Path], bytes]
"""The Word file of a data file; raises DocgenError. Must be importable by name, for other processes."""

_DATA = re.compile(rb"^(?:\xef\xbb\xbf)?loai[ ]*:", re.M)
_SKIPPED = frozenset(("node_modules", "__pycache__", "venv"))


class Status(str, Enum):
    """How a document stands against its approved copy."""

    SAME = "same"
    CHANGED = "changed"
    UNSEEN = "unseen"
    NEW = "new"
    GONE = "gone"
    FAILED = "failed"


class Outcome(Struct, frozen=True):
    """One document: how it stands, what differs, what was found while building, and the Word file built.
    `exit_code` is what it means for the command."""

    data: Path
    status: Status
    differences: tuple[Difference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    docx: bytes = b""
    exit_code: int = 0


def data_files(places: Iterable[Path], names: Sequence[str] = ()) -> list[Path]:
    """The data files at or below `places`, with those of which only the approved copy is left; `names`
    selects by stem, with * and ?. A YAML file is a data file when it names its report type (`loai`).

    Raises UnreadableError for a place that is not there.
    """
    found: set[Path] = set()
    for place in places:
        if place.is_dir():
            found.update(_below(place))
        elif place.is_file() or approved.copy_of(place).is_file():
            found.add(place)
        else:
            raise UnreadableError(error("khong-co-tep", "không có tệp hay thư mục này", Location(str(place))))
    chosen = [f for f in found if not names or any(fnmatchcase(f.stem, name) for name in names)]
    return sorted(chosen)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if not path.name.startswith(".") and path.name not in _SKIPPED:
                yield from _below(path)
        elif path.suffix in (".yaml", ".yml"):
            if approved.copy_of(path).is_file() or _DATA.search(path.read_bytes()):
                yield path
        elif path.name.endswith(approved.SUFFIX):
            stem = path.with_name(path.name.removesuffix(approved.SUFFIX))
            if not any(stem.with_name(stem.name + end).is_file() for end in (".yaml", ".yml")):
                yield stem.with_name(stem.name + ".yaml")


def regress(files: Sequence[Path], build: Build, jobs: int = 1) -> Iterator[Outcome]:
    """How each document stands, in order; in `jobs` processes at once."""
    if jobs <= 1 or len(files) < 2:
        yield from (examine(path, build) for path in files)
        return
    with ProcessPoolExecutor(min(jobs, len(files))) as pool:
        yield from pool.map(partial(examine, build=build), files, chunksize=max(1, len(files) // (jobs * 8)))


def examine(data: Path, build: Build) -> Outcome:
    """How one document stands. Nothing is written."""
    place = approved.copy_of(data)
    if not data.is_file():
        return Outcome(data, Status.GONE, exit_code=1)
    try:
        docx = build(data)
        if not place.is_file():
            return Outcome(data, Status.NEW, docx=docx, exit_code=1)
        copy = approved.read(place)
        if copy.file_hash == approved.file_hash(docx) and not copy.edited:
            return Outcome(data, Status.SAME, docx=docx)
        found = differences(copy.tree(), dump(docx))
    except DocgenError as fault:
        return Outcome(data, Status.FAILED, diagnostics=fault.diagnostics, exit_code=fault.exit_code)
    edited = (_edited(copy),) if copy.edited else ()
    return Outcome(data, Status.CHANGED if found else Status.UNSEEN, found, edited, docx, 1)


def _edited(copy: approved.Approved) -> Diagnostic:
    return error(
        "ban-duyet-bi-sua",
        "bản đã duyệt bị sửa bằng tay, không còn là bản docgen đã ghi",
        Location(str(copy.path)),
        hint="Lấy lại tệp từ kho, hoặc duyệt lại bằng “docgen regress --approve”",
    )


def approve(outcome: Outcome, keep_word: bool = False) -> bool:
    """Accepts how a document is now: writes its approved copy, or deletes that of a document that is gone.
    The Word file is kept beside it when asked, or when one is there already. False where nothing was to be
    accepted. Raises UnreadableError when the copy cannot be written."""
    place, word = approved.copy_of(outcome.data), approved.word_copy_of(outcome.data)
    if outcome.status is Status.GONE:
        place.unlink()
        word.unlink(missing_ok=True)
        return True
    if outcome.status is Status.FAILED:
        return False
    if outcome.status is not Status.SAME:
        write_whole(place, approved.write(outcome.docx, dump(outcome.docx)).encode("utf-8"))
    elif not keep_word or word.is_file():
        return False
    if keep_word or word.is_file():
        write_whole(word, outcome.docx)
    return True
