"""Report types: `schemas/<loai>.yaml` with everything it inherits (design section 3)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Protocol

from docgen.diagnostics import Diagnostic, DocgenError, Location, did_you_mean, error
from docgen.schema.combine import combine
from docgen.schema.fields import Field, walk
from docgen.schema.form import Form
from docgen.schema.places import unique
from docgen.schema.read_form import read_form
from docgen.schema.rules import Rule
from docgen.schema.type_file import Derived, TypeFile, read_type
from docgen.values import Struct


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


class ReportType(Struct, frozen=True, eq=False):
    """A report type with everything it inherits.

    `parents` are the names from itself to the root (the order in which templates are looked for). Empty
    `levels` or `period_kinds` allow all. `type_name` ("Báo cáo") and `type_symbol` ("BC") may be "".
    `fields` are the header fields, `facts` what stands under so_lieu, `derived` the computed facts (each
    after those it needs), `outline` the required headings, `rules` what must agree.
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
        return _tables(self)


@lru_cache(maxsize=128)
def _tables(report_type: ReportType) -> dict[str, Form]:
    return {".".join(path): one.form for path, one in walk(report_type.facts) if one.form is not None}


def load_report_type(name: str, schemas: Schemas, location: Location = Location()) -> ReportType:
    """The report type `name`, its parents and forms, found in `schemas`; `location` is where it was named.

    Raises DocgenError with every fault of every file involved. Files are looked after at each call, but read
    and parsed only when they are new.
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
        chain.append(read_type(name, str(path), _content(path)))
        name, location = chain[-1].parent, chain[-1].parent_location
    return chain


def _content(path: Path) -> bytes:
    """The content of a schema file, read when its time or size is new."""
    status = path.stat()
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=512)
def _read(path: Path, changed: int, size: int) -> bytes:
    return path.read_bytes()


@lru_cache(maxsize=256)
def _tables_of(type_file: TypeFile) -> tuple[Field, ...]:
    """The facts of one file that are tables."""
    return tuple(fact for _, fact in walk(type_file.facts) if fact.form_name)


def _no_type(name: str, schemas: Schemas) -> str:
    return f"không có loại báo cáo “{name}”{did_you_mean(name, schemas.schema_names())}"


def _forms(
    chain: list[TypeFile], schemas: Schemas
) -> tuple[list[tuple[str, Form | None, tuple[Diagnostic, ...]]], list[Diagnostic]]:
    """Every form named in the chain with its faults, and the forms that are not found."""
    forms: dict[str, tuple[str, Form | None, tuple[Diagnostic, ...]]] = {}
    missing = []
    for one in (fact for type_file in chain for fact in _tables_of(type_file)):
        name = one.form_name
        if name in forms:
            continue
        path = schemas.find_form(name)
        if path is None:
            near = did_you_mean(name, schemas.form_names())
            message = f"không có biểu “{name}” (schemas/bieu/{name}.yaml){near}"
            missing.append(error("bieu-khong-co", message, one.location))
        else:
            forms[name] = (name, *read_form(name, str(path), _content(path)))
    return list(forms.values()), missing
