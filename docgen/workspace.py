"""Where schemas and templates are found: beside the data file, in folders above it, then built in.

An office adds its own report types, forms and templates by putting `schemas/` and `templates/` near
its data files; the nearest one wins, and nothing of the package has to be touched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from docgen.values import Struct

_PACKAGE = Path(__file__).resolve().parent

ALL_LEVELS, PARTS = "chung", "phan"
"""Folders of templates that every level uses, and of what templates share."""


@lru_cache(maxsize=8)
def builtin(kind: str) -> Path:
    """The folder of built-in `schemas` or `templates`.

    An installed package carries both inside itself; in a checkout they stand at the top of the
    repository, where keepers edit them.
    """
    inside = _PACKAGE / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


class Workspace(Struct, frozen=True):
    """The folders searched for schemas and for templates, nearest first."""

    schemas: tuple[Path, ...]
    templates: tuple[Path, ...]

    @classmethod
    def around(cls, folder: Path) -> Workspace:
        """The workspace of a data file in `folder`."""
        start = folder.resolve()
        parents = (start, *start.parents)
        return cls(_folders(parents, "schemas"), _folders(parents, "templates"))

    def find_schema(self, name: str) -> Path | None:
        """The file of report type `name`: schemas/<name>.yaml."""
        return _find(self.schemas, f"{name}.yaml")

    def find_form(self, name: str) -> Path | None:
        """The file of form `name`: schemas/bieu/<name>.yaml."""
        return _find(self.schemas, f"bieu/{name}.yaml")

    def find_template(self, level: str, name: str) -> Path | None:
        """The Word file for documents of type `name` at `level`: templates/<level>/<name>.docx, else the
        one for all levels, templates/chung/<name>.docx."""
        return _find(self.templates, f"{level}/{name}.docx") or _find(
            self.templates, f"{ALL_LEVELS}/{name}.docx"
        )

    def find_part(self, name: str) -> Path | None:
        """The Word file of the shared part `name`: templates/phan/<name>.docx."""
        return _find(self.templates, f"phan/{name}.docx")

    def schema_names(self) -> tuple[str, ...]:
        """All report types, sorted."""
        return _names(self.schemas, "*.yaml")

    def form_names(self) -> tuple[str, ...]:
        """All forms, sorted."""
        return _names(self.schemas, "bieu/*.yaml")

    def template_files(self) -> Iterator[Path]:
        """Every template and part, nearest folder first."""
        for folder in self.templates:
            yield from sorted(folder.glob("*/*.docx"))


def _folders(parents: tuple[Path, ...], kind: str) -> tuple[Path, ...]:
    own = tuple(p / kind for p in parents if (p / kind).is_dir())
    return tuple(dict.fromkeys((*own, builtin(kind))))


def _find(folders: tuple[Path, ...], name: str) -> Path | None:
    if _leads_elsewhere(name):
        return None  # a name of a type or form is a name, not a way to other folders
    for folder in folders:
        path = (
            f"{folder}{os.sep}{name}"  # asked forty times for each document; a Path takes ten times as long
        )
        if os.path.isfile(path):
            return _path(path)
    return None


@lru_cache(maxsize=1024)
def _leads_elsewhere(name: str) -> bool:
    parts = Path(name).parts
    return Path(name).is_absolute() or ".." in parts or len(parts) > 2


_path = lru_cache(maxsize=1024)(Path)


def _names(folders: tuple[Path, ...], pattern: str) -> tuple[str, ...]:
    return tuple(sorted({path.stem for folder in folders for path in folder.glob(pattern)}))
