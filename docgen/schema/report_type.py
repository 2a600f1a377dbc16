"""Report types: `schemas/<loai>.yaml` with everything it inherits (design section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from docgen.diagnostics import Diagnostic, DocgenError, Location, error
from docgen.expression import Expression
from docgen.schema.combine import combine
from docgen.schema.fields import Field, read_fields, walk
from docgen.schema.form import Form, read_form
from docgen.schema.names import RESERVED
from docgen.schema.rules import Rule, read_expression, read_rules
from docgen.schema.schema_file import parse_schema
from docgen.schema.validate import Checker, did_you_mean, unique
from docgen.schema.values import text_of, texts
from docgen.source import Mapping, Node, Scalar, Sequence

LEVELS = ("tinh", "so", "huyen", "phong", "xa")
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


class Schemas(Protocol):
    """Where schema files are found; docgen.workspace.Workspace is one."""

    def find_schema(self, name: str) -> Path | None:
        """The file of report type `name`."""

    def find_form(self, name: str) -> Path | None:
        """The file of form `name`."""

    def schema_names(self) -> tuple[str, ...]:
        """All report types."""

    def form_names(self) -> tuple[str, ...]:
        """All forms."""


@dataclass(frozen=True, slots=True, eq=False)
class Derived:
    """A computed fact: its path, its formula, and where the formula is written."""

    path: tuple[str, ...]
    formula: Expression
    location: Location

    @property
    def code(self) -> str:
        """The dotted path, which is also the code of a finding about it."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True, eq=False)
class TypeFile:
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
    faults: tuple[Diagnostic, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class ReportType:
    """A report type with everything it inherits.

    `parents` are the names from itself to the root (the order in which templates are looked for). Empty
    `levels` or `period_kinds` allow all. `type_name` ("Báo cáo") and `type_symbol` ("BC") may be "".
    `fields` are the header fields, `facts` what stands under so_lieu, `derived` the computed facts,
    `outline` the required headings, `rules` what must agree.
    """

    name: str
    title: str
    help: str
    parents: tuple[str, ...]
    levels: tuple[str, ...]
    period_kinds: tuple[str, ...]
    numbering: tuple[str, ...]
    type_name: str
    type_symbol: str
    fields: dict[str, Field]
    facts: dict[str, Field]
    derived: dict[str, Derived]
    outline: tuple[tuple[str, Location], ...]
    rules: tuple[Rule, ...]
    location: Location

    @property
    def tables(self) -> dict[str, Form]:
        """The forms this type carries, by the dotted path of their fact."""
        return {".".join(path): one.form for path, one in walk(self.facts) if one.form is not None}


def load_report_type(name: str, schemas: Schemas, location: Location = Location()) -> ReportType:
    """The report type `name`, its parents and forms, found in `schemas`; `location` is where it was named.

    Raises DocgenError with every fault of every file involved. Files are read at each call but parsed only
    when their content is new.
    """
    chain = _chain(name, schemas, location)
    forms, missing = _forms(chain, schemas)
    faults = [*(fault for one in chain for fault in one.faults), *missing]
    faults += [fault for _, _, form_faults in forms for fault in form_faults]
    loaded = tuple((form_name, form) for form_name, form, _ in forms if form is not None)
    if faults:
        raise DocgenError(*unique(faults))
    report_type, cross = _combined(tuple(chain), loaded)
    if cross:
        raise DocgenError(*cross)
    return report_type


@lru_cache(maxsize=128)
def _combined(
    chain: tuple[TypeFile, ...], forms: tuple[tuple[str, Form], ...]
) -> tuple[ReportType, tuple[Diagnostic, ...]]:
    values, faults = combine(chain, dict(forms))
    return ReportType(**values), tuple(unique(faults))


def _chain(name: str, schemas: Schemas, location: Location) -> list[TypeFile]:
    """The files of `name` and its parents, itself first."""
    chain: list[TypeFile] = []
    seen: set[str] = set()
    while name:
        path = schemas.find_schema(name)
        if name in seen or path is None:
            message = f"loại báo cáo “{name}” kế thừa vòng quanh" if path else _no_type(name, schemas)
            hint = "" if path else "docgen schema list liệt kê các loại có sẵn"
            found = [fault for one in chain for fault in one.faults]
            raise DocgenError(*found, error("loai-khong-co", message, location, hint=hint))
        seen.add(name)
        chain.append(read_type(name, str(path), path.read_bytes()))
        name, location = chain[-1].parent, chain[-1].parent_location
    return chain


def _no_type(name: str, schemas: Schemas) -> str:
    return f"không có loại báo cáo “{name}”{did_you_mean(name, schemas.schema_names())}"


def _forms(
    chain: list[TypeFile], schemas: Schemas
) -> tuple[list[tuple[str, Form | None, tuple[Diagnostic, ...]]], list[Diagnostic]]:
    """Every form named in the chain with its faults, and the forms that are not found."""
    forms: dict[str, tuple[str, Form | None, tuple[Diagnostic, ...]]] = {}
    missing = []
    for one in (fact for type_file in chain for _, fact in walk(type_file.facts)):
        name = one.form_name
        if not name or name in forms:
            continue
        path = schemas.find_form(name)
        if path is None:
            near = did_you_mean(name, schemas.form_names())
            message = f"không có biểu “{name}” (schemas/bieu/{name}.yaml){near}"
            missing.append(error("bieu-khong-co", message, one.location))
        else:
            forms[name] = (name, *read_form(name, str(path), path.read_bytes()))
    return list(forms.values()), missing


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
        parent=text_of(root, "ke_thua"),
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
