"""Compiled templates: each compiled once per process, and kept on disk between processes.

Compiling needs docxtpl, lxml and a hundred milliseconds; rendering needs none of them. What is kept
in the user's cache folder is bound to the content of every file it was made of and to the versions of
docgen and Python. Without a usable folder everything works, only slower at the start.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import marshal
import os
import sys
from functools import lru_cache
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

from docgen import __version__
from docgen.word.compiled import CompiledTemplate, Piece
from docgen.word.sections import Section, Sections
from docgen.word.styles import Style, Styles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docgen.word.includes import FindPart

_FORMAT = 8
"""Changes with what is kept and with the code that docgen.word.language.translate makes."""


class TemplateStore:
    """Compiled templates by file; a changed file is compiled again."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._compiled: dict[Path, tuple[Any, CompiledTemplate]] = {}

    def get(self, path: Path, find_part: FindPart) -> CompiledTemplate:
        """The compiled template in the file at `path`, with parts from `find_part`.

        Raises DocgenError with what is wrong with it.
        """
        known = self._compiled.get(path)
        if known is not None and known[0] == _stamps(known[1], find_part):
            return known[1]
        template = self._kept(path, find_part) or self._compile(path, find_part)
        self._compiled[path] = (_stamps(template, find_part), template)
        return template

    def _compile(self, path: Path, find_part: FindPart) -> CompiledTemplate:
        from docgen.word.compile import compile_file

        template = compile_file(path, find_part)
        if self._folder is not None:
            with contextlib.suppress(OSError):  # a cache that cannot be written is no fault
                _keep(self._folder, path, template)
        return template

    def _kept(self, path: Path, find_part: FindPart) -> CompiledTemplate | None:
        if self._folder is None:
            return None
        try:
            template = _load(_file(self._folder, path).read_bytes(), path)
        except (OSError, ValueError, EOFError, TypeError, KeyError):
            return None
        if template is None or any(_found(name, path, find_part) != file for name, file in template.files):
            return None  # another folder provides a part now
        return template


@lru_cache(maxsize=1)
def store() -> TemplateStore:
    """The template store of this process."""
    return TemplateStore(cache_folder())


def cache_folder() -> Path | None:
    """Where this user's compiled templates are kept; None when there is no such place.

    DOCGEN_CACHE names another folder; set to "0" it turns keeping off.
    """
    chosen = os.environ.get("DOCGEN_CACHE")
    if chosen == "0":
        return None
    if chosen:
        return Path(chosen)
    base = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "docgen"
    except RuntimeError:
        return None


def _found(name: str, path: Path, find_part: FindPart) -> Path | None:
    return find_part(name) if name else path


def _stamps(template: CompiledTemplate, find_part: FindPart) -> Any:
    """What tells a changed template: the time and size of each of its files, and where parts are found."""
    out = []
    for name, file in template.files:
        try:
            status = file.stat()
        except OSError:
            return None
        out.append((_found(name, file, find_part), status.st_mtime_ns, status.st_size))
    return out


def _file(folder: Path, path: Path) -> Path:
    name = hashlib.sha256(str(path).encode()).hexdigest()[:32]
    return folder / f"{name}.mau"


def _versions() -> str:
    # Not those of docxtpl and Jinja: asking takes longer than rendering. What is kept is code of docgen's
    # own that uses neither; docxtpl is pinned by docgen's version, and a Jinja of the same major version
    # (pyproject.toml) reads a template as the one before did.
    return f"{_FORMAT} {__version__} {sys.implementation.cache_tag} {MAGIC_NUMBER.hex()}"


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _keep(folder: Path, path: Path, template: CompiledTemplate) -> None:
    from docgen.output import replace_whole

    head = json.dumps(
        {"versions": _versions(), "files": [[n, str(f), _digest(f)] for n, f in template.files]}
    )
    sections = template.sections
    body = marshal.dumps(
        (
            template.static,
            [(piece.name, piece.source, piece.code, piece.whole) for piece in template.pieces],
            [(s.name, s.id, s.size_pt, s.bold, s.italic, s.caps, s.line) for s in template.styles],
            [(s.properties, s.text_width_mm) for s in (sections.main, sections.portrait, sections.landscape)],
            template.issuer_width_mm,
        )
    )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_whole(_file(folder, path), head.encode() + b"\n" + hashlib.sha256(body).digest() + body)


def _load(kept: bytes, path: Path) -> CompiledTemplate | None:
    """The template in a kept file; None when it was made of other content or by other versions."""
    head, _, rest = kept.partition(b"\n")
    known = json.loads(head)
    if known["versions"] != _versions():
        return None
    files = tuple((name, Path(file)) for name, file, _ in known["files"])
    if any(_digest(Path(file)) != digest for _, file, digest in known["files"]):
        return None
    checksum, body = rest[:32], rest[32:]
    if hashlib.sha256(body).digest() != checksum:
        return None
    static, pieces, styles, sections, width = marshal.loads(body)
    return CompiledTemplate(
        path=str(path),
        static=static,
        pieces=tuple(Piece(*piece) for piece in pieces),
        styles=Styles(Style(*style) for style in styles),
        sections=Sections(*(Section(*section) for section in sections)),
        issuer_width_mm=width,
        files=files,
    )
