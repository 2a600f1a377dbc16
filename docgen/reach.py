"""How far a data file may point: which other files it may name (`don_vi`, `!bang`).

A data file from a stranger must not bring other people's files into a document. So what it names lies in
its office's folder, the *reach* of the data file:

1. the nearest folder above the data file that holds an entry `.docgen`, put there by the office; else
2. the topmost folder above it that holds an office's own `schemas/` or templates
   (`templates/<cap>/*.docx`); else
3. the folder above that of the data file, so that `../don-vi/x.yaml` works; but the data file's own
   folder when that would be the user's home folder, a folder above it, or a whole drive.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PureWindowsPath

from docgen.diagnostics import Diagnostic, error

MARKER = ".docgen"
"""An empty file or a folder of this name says: this is the folder of the office."""

_TEMPLATE_FOLDERS = ("tinh", "so", "huyen", "phong", "xa", "chung", "phan")


def reach(folder: Path) -> Path:
    """The folder whose files a data file in `folder` may name; links are followed."""
    return _reach(folder.resolve())  # what a relative folder means changes with the working folder


@lru_cache(maxsize=256)
def _reach(start: Path) -> Path:
    above = (start, *start.parents)
    marked = next((one for one in above if (one / MARKER).exists()), None)
    if marked is not None:
        return marked
    own = [one for one in above if _is_office(one)]
    if own:
        return own[-1]
    return start if _is_too_wide(start.parent) else start.parent


def _is_office(folder: Path) -> bool:
    if (folder / "schemas").is_dir():
        return True
    templates = folder / "templates"  # every Windows user has a folder Templates: its name alone says nothing
    return any(any((templates / level).glob("*.docx")) for level in _TEMPLATE_FOLDERS)


def _is_too_wide(folder: Path) -> bool:
    """Whether `folder` is a whole drive, the user's home folder or one above it."""
    try:
        home = Path.home().resolve()
    except (RuntimeError, OSError):
        return folder == folder.parent
    return folder == folder.parent or home.is_relative_to(folder)


def within_reach(written: str, folder: Path) -> Path | None:
    """The file that a data file in `folder` names by `written`, None when it is out of its reach."""
    path = local_file(written, folder)
    try:
        if path is None:
            return None
        return path if path.resolve().is_relative_to(reach(folder)) else None
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name no system takes
        return None


def local_file(written: str, folder: Path) -> Path | None:
    """The file on this computer that `written` names from `folder`; None for any other name.

    A name of another computer (`\\\\server\\…`) is refused before it is touched: asking for it would
    already send the user's name there.
    """
    text = written.replace("/", "\\")
    if text.startswith("\\\\") or PureWindowsPath(text).drive.startswith("\\\\") or "\0" in written:
        return None
    return folder / written.replace("\\", "/")  # as Windows writes it


def out_of_reach(written: str, folder: Path) -> Diagnostic:
    """The finding that `written` leads out of what a data file in `folder` may name."""
    return error(
        "tep-ngoai-thu-muc",
        f"tệp “{written}” nằm ngoài thư mục làm việc",
        hint=f"Thư mục làm việc là “{reach(folder)}”; muốn rộng hơn, tạo tệp trống {MARKER} "
        "ở thư mục của cơ quan",
    )
