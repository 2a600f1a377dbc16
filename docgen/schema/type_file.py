"""One schema file as it is written, before inheritance: `schemas/<loai>.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docgen.diagnostics import Diagnostic, Location
from docgen.expression import Expression
from docgen.schema.fields import Field
from docgen.schema.names import RESERVED
from docgen.schema.places import unique
from docgen.schema.read_fields import read_fields
from docgen.schema.rules import Rule, read_expression, read_rules
from docgen.schema.schema_file import parse_schema
from docgen.schema.unit import LEVELS
from docgen.schema.validate import Checker
from docgen.schema.values import text_of, texts
from docgen.source import Mapping, Node, Scalar, Sequence
from docgen.values import Struct

ROOT = "van-ban"
"""The type that has the header fields of every document; one that names no parent inherits from it."""

PERIOD_KINDS = ("thang", "quy", "6-thang", "9-thang", "nam")
SCHEME = r"\s*|(?:[^\W\d]{2,} )?\(?(?:1(?:\.1)*|[IiAa])[.):/-]*"
"""One level of `danh_so`: I. A. 1. 1.1. a) i), a word may stand before it (Điều 1.), empty for no number."""

_TYPE = Checker(
    {
        "ten": {"type": "chu", "required": True},
        "mo_ta": {"type": "chu"},
        "ke_thua": {"type": "chu"},
        "cap": {"type": ["list", "chu"], "allowed": list(LEVELS)},
        "ky_bao_cao": {"type": ["list", "chu"], "allowed": list(PERIOD_KINDS)},
        "danh_so": {"type": "list", "maxlength": 4, "schema": {"type": "chu", "regex": SCHEME}},
        "ten_loai": {"type": "chu"},
        "ky_hieu": {"type": "chu"},
        "truong": {"type": "dict"},
        "so_lieu": {"type": "dict"},
        "tinh": {"type": "dict", "valuesrules": {"type": "chu"}},
        "de_cuong": {"type": "list", "schema": {"type": "chu"}},
        "rang_buoc": {"type": "list"},
    }
)


class Derived(Struct, frozen=True, eq=False):
    """A computed fact: its path, its formula, and where the formula is written."""

    path: tuple[str, ...]
    formula: Expression
    location: Location

    @property
    def code(self) -> str:
        """The dotted path, which is also the code of a finding about it."""
        return ".".join(self.path)


class TypeFile(Struct, frozen=True, eq=False):
    """One schema file as it is written, before inheritance; what it does not say is None or empty."""

    name: str
    title: str
    help: str
    parent: str
    parent_location: Location
    levels: tuple[str, ...] | None
    period_kinds: tuple[str, ...] | None
    numbering: tuple[str, ...] | None
    type_name: str | None
    type_symbol: str | None
    fields: dict[str, Field]
    facts: dict[str, Field]
    derived: tuple[Derived, ...]
    outline: tuple[tuple[str, Location], ...] | None
    rules: tuple[Rule, ...]
    location: Location
    faults: tuple[Diagnostic, ...] = ()


@lru_cache(maxsize=256)
def read_type(name: str, path: str, text: bytes) -> TypeFile:
    """The schema file of `name` with this content; its faults are in `faults`."""
    root, broken = parse_schema(path, text)
    if root is None:
        root = Mapping({}, path, 1, 1)
        faults = list(broken)
    else:
        faults = [*broken, *_TYPE.check(root, "lược đồ")]
    parent = root.get("ke_thua")
    return TypeFile(
        name=name,
        title=text_of(root, "ten"),
        help=" ".join(text_of(root, "mo_ta").split()),
        parent=text_of(root, "ke_thua") or ("" if name == ROOT else ROOT),
        parent_location=parent.location if parent is not None else root.location,
        levels=_texts(root, "cap"),
        period_kinds=_texts(root, "ky_bao_cao"),
        numbering=_levels(root.get("danh_so")),
        type_name=_text(root, "ten_loai"),
        type_symbol=_text(root, "ky_hieu"),
        fields=read_fields(root.get("truong"), faults),
        facts=read_fields(root.get("so_lieu"), faults, RESERVED),
        derived=tuple(_derived(root.get("tinh"), faults)),
        outline=_outline(root.get("de_cuong")),
        rules=read_rules(root.get("rang_buoc"), faults),
        location=root.location,
        faults=tuple(unique(faults)),
    )


def _text(root: Mapping, key: str) -> str | None:
    return text_of(root, key) if root.get(key) is not None else None


def _texts(root: Mapping, key: str) -> tuple[str, ...] | None:
    node = root.get(key)
    return texts(node) if node is not None else None


def _levels(node: Node | None) -> tuple[str, ...] | None:
    """The levels of danh_so; an empty one is a level without number."""
    if not isinstance(node, Sequence):
        return None
    return tuple(item.text.strip() for item in node if isinstance(item, Scalar))


def _derived(node: Node | None, faults: list[Diagnostic]) -> Iterator[Derived]:
    if not isinstance(node, Mapping):
        return
    for path, formula in node.items.items():
        expression = read_expression(formula, faults)
        if expression is not None:
            yield Derived(tuple(path.split(".")), expression, node.key_location(path))


def _outline(node: Node | None) -> tuple[tuple[str, Location], ...] | None:
    if not isinstance(node, Sequence):
        return None
    return tuple((item.text.strip(), item.location) for item in node if isinstance(item, Scalar))
