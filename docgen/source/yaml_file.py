"""A YAML file as a tree of nodes: only text, no aliases, no duplicate keys, NFC, with positions.

Works on the parser's events (libyaml where it is built in), so no YAML rule ever turns `no`, `010`
or `12:30` into something that was not typed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from docgen.diagnostics import Diagnostic, DocgenError, Location, error
from docgen.source.characters import screen, spaces_for_tabs
from docgen.source.files import decode, read_bytes
from docgen.source.nodes import Mapping, Node
from docgen.source.yaml_compose import Composer
from docgen.source.yaml_faults import explain
from docgen.source.yaml_lines import without_line

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REPAIRS = 20
"""How many faulty lines are set aside so that the lines after them are read too."""


def read_yaml(path: Path) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The mapping in the file at `path`, and what is wrong with it short of being unreadable.

    Raises UnreadableError when the file cannot be opened or decoded, DocgenError when its YAML
    cannot be parsed or its root is not a mapping.
    """
    name = str(path)
    return parse_yaml(decode(read_bytes(path, name), name), name)


def parse_yaml(text: str, name: str, loader: Any = _LOADER) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The mapping that `text` holds and the faults found on the way; `name` stands in the places.

    `loader` is a PyYAML loader class: libyaml's where it is built in, or the pure Python one.
    Raises DocgenError with all faults when the YAML cannot be parsed or its root is not a mapping.
    """
    text, faults = screen(spaces_for_tabs(text), name)
    broken: list[Diagnostic] = []
    while True:
        composer = Composer(text, name)
        try:
            root = composer.document(loader)
            break
        except yaml.YAMLError as fault:
            finding, line = explain(fault, text, name)
            broken.append(finding)
            if line is None or len(broken) == _REPAIRS:
                raise DocgenError(*_in_order(faults, broken, composer.faults)) from None
            text = without_line(text, line)
    faults = _in_order(faults, broken, composer.faults)
    if not broken and not isinstance(root, Mapping):
        faults.append(_no_mapping(root, name))
    if broken or not isinstance(root, Mapping):
        raise DocgenError(*faults)
    return root, tuple(faults)


def _in_order(*groups: list[Diagnostic]) -> list[Diagnostic]:
    def place(finding: Diagnostic) -> tuple[int, int]:
        return finding.location.line or 0, finding.location.column or 0

    return sorted((finding for group in groups for finding in group), key=place)


def _no_mapping(root: Node | None, name: str) -> Diagnostic:
    empty = root is None or root.is_null
    return error(
        "yaml-goc",
        "tệp không có nội dung" if empty else "tệp phải gồm các dòng “tên: giá trị”",
        Location(name, 1, 1),
        hint="Bắt đầu bằng dòng “loai: …”; docgen new viết sẵn một tệp mẫu" if empty else "",
    )
