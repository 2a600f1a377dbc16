"""What a document was made from, and whether that still holds.

Inputs are named by what they are for: `data`, `unit`, `schema:bao-cao`, `form:bien-che`,
`template:xa/bao-cao`, `part:kinh-gui`, `sheet:so-lieu.xlsx`. A name that was looked up and not found
(a template of its own for the type) is an input too: the day it appears the document is stale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from docgen.pipeline import Built
from docgen.reach import local_file
from docgen.source import Mapping, Node, Scalar
from docgen.source.references import parse_reference
from docgen.workspace import Workspace

Inputs = dict[str, Path | None]


def inputs_of(built: Built) -> Inputs:
    """Every file `built` was made from, by what it is for; None for a name that no file has."""
    document, folder = built.document, built.path.parent
    report_type, workspace = document.report_type, document.workspace
    found: Inputs = {"data": built.path}
    unit = document.root.get("don_vi")
    if isinstance(unit, Scalar):
        found["unit"] = local_file(unit.text.strip(), folder)
    names = [f"schema:{name}" for name in report_type.parents]
    names += [f"form:{form.name}" for form in report_type.tables.values()]
    for name in names:
        found[name] = look_up(name, workspace)
    for parent in report_type.parents:
        name = f"template:{document.unit.level}/{parent}"
        found[name] = look_up(name, workspace)
        if found[name] is not None:
            break
    found |= {f"part:{name}": path for name, path in built.template.files if name}
    found |= {f"sheet:{name}": local_file(name, folder) for name in _sheets(document.root.get("so_lieu"))}
    return found


def look_up(name: str, workspace: Workspace) -> Path | None:
    """The file that a name of `inputs_of` stands for in `workspace` now; KeyError for `data`, `unit` and
    sheets, which a data file names by their path."""
    kind, _, rest = name.partition(":")
    if kind == "template":
        level, _, type_name = rest.partition("/")
        return workspace.find_template(level, type_name)
    return {"schema": workspace.find_schema, "form": workspace.find_form, "part": workspace.find_part}[kind](
        rest
    )


def _sheets(node: Node | None) -> Iterator[str]:
    """The workbooks and CSV files that `!bang` names; rows typed in the data file are not looked at."""
    if isinstance(node, Mapping):
        for child in node.items.values():
            yield from _sheets(child)
    elif isinstance(node, Scalar) and node.tag == "bang" and (asked := parse_reference(node.text)):
        yield asked.file


class Hashes:
    """SHA-256 of files, each read once."""

    def __init__(self) -> None:
        self._known: dict[Path, str] = {}

    def of(self, path: Path) -> str:
        """The hash of the content of `path` in hexadecimal digits; "" when it cannot be read."""
        if path not in self._known:
            try:
                self._known[path] = hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError:
                self._known[path] = ""
        return self._known[path]
