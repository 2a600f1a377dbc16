"""Templates by what they are for: which file serves which level and type, and what it may print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.diagnostics import DocgenError, UsageError, error
from docgen.prose.numbering import number_headings
from docgen.schema import ROOT, ReportType, load_report_type
from docgen.schema.document import READ_KEYS
from docgen.schema.fields import Field
from docgen.source import Scalar, Sequence
from docgen.values import Struct
from docgen.word.keeper.example import OFFICES, example
from docgen.word.keeper.variables import Variable, variables
from docgen.workspace import ALL_LEVELS, PARTS, Workspace

LEVELS = tuple(OFFICES)
CONSUMED = ("don_vi_soan_thao",)
"""Fields that become part of something else (the symbol) and print nowhere by themselves."""

PERIODS = {
    "thang": "tháng 9 năm {}",
    "quy": "quý III năm {}",
    "6-thang": "6 tháng đầu năm {}",
    "9-thang": "9 tháng năm {}",
    "nam": "năm {}",
}


class Target(Struct, frozen=True):
    """A template file, the level and report type it is checked for; a shared part has no type."""

    path: Path
    level: str
    report_type: ReportType | None

    @property
    def own_fields(self) -> dict[str, tuple[bool, str]]:
        """The texts only this type has: whether each is a list, and its explanation."""
        return own_fields(self.report_type) if self.report_type else {}

    def variables(self, workspace: Workspace) -> dict[str, Variable]:
        """What the template may print; a part may print what any type has."""
        if self.report_type is not None:
            return variables(self.own_fields)
        fields: dict[str, tuple[bool, str]] = {}
        for name in workspace.schema_names():
            try:
                fields |= own_fields(load_report_type(name, workspace))
            except DocgenError:
                continue  # docgen schema list reports it
        return variables(fields)


def own_fields(report_type: ReportType) -> dict[str, tuple[bool, str]]:
    """The fields of `report_type` that its template has to print."""
    return {
        name: (one.kind == "list", one.title or one.help)
        for name, one in report_type.fields.items()
        if name not in READ_KEYS and name not in CONSUMED
    }


def target(given: str, folder: Path) -> Target:
    """What `given` names: a .docx file, or <cap>/<loai>. Raises UsageError when it is neither, DocgenError
    for faults of the schema."""
    workspace = Workspace.around(folder)
    path = Path(given)
    if path.suffix.lower() == ".docx":
        return of_file(path, Workspace.around(path.absolute().parent))
    level, _, name = given.rpartition("/")
    if level == PARTS:
        part = workspace.find_part(name)
        if part is None:
            raise UsageError(error("khong-co-mau", f"không có phần dùng chung “{name}”"))
        return Target(part, "", None)
    if level and level not in (*LEVELS, ALL_LEVELS):
        raise UsageError(
            error("cap-la", f"không có cấp “{level}”", hint=f"Các cấp: {', '.join((*LEVELS, ALL_LEVELS))}")
        )
    report_type = load_report_type(name, workspace)
    found = serving(report_type, level if level in LEVELS else _usual(report_type), workspace)
    if found is None:
        raise UsageError(
            error(
                "khong-co-mau", f"không có mẫu cho “{given}”", hint=f"Tạo bằng: docgen template new {given}"
            )
        )
    return Target(found, level if level in LEVELS else _usual(report_type), report_type)


def _usual(report_type: ReportType) -> str:
    return "xa" if not report_type.levels or "xa" in report_type.levels else report_type.levels[0]


def of_file(path: Path, workspace: Workspace) -> Target:
    """The target of a file by where it stands: templates/<cap>/<loai>.docx, templates/phan/<ten>.docx; a file
    elsewhere is checked as a báo cáo of a xã."""
    level, name = path.absolute().parent.name, path.stem
    if level == PARTS:
        return Target(path, "", None)
    if name == ROOT or workspace.find_schema(name) is None:
        name = "bao-cao"
    report_type = load_report_type(name, workspace)
    return Target(path, level if level in LEVELS else _usual(report_type), report_type)


def serving(report_type: ReportType, level: str, workspace: Workspace) -> Path | None:
    """The template that documents of this type and level are built with."""
    found = (workspace.find_template(level, name) for name in report_type.parents)
    return next((path for path in found if path is not None), None)


def own_files(folder: Path) -> Iterator[Path]:
    """The templates and parts nearest to `folder`: its office's, else the built-in ones."""
    yield from sorted(Workspace.around(folder).templates[0].glob("*/*.docx"))


def trial_documents(one: Target) -> Iterator[tuple[str, object]]:
    """A name and an example document for each period the type is written for; one when it has none."""
    report_type = one.report_type
    if report_type is None:
        return
    fields: dict[str, str | tuple[str, ...]] = {
        name: _example(report_type.fields[name]) for name in one.own_fields
    }
    addressed = report_type.fields["kinh_gui"].required or report_type.type_symbol == "BC"
    year = OFFICES[one.level].year
    for kind in report_type.period_kinds or ("",):
        period = PERIODS[kind].format(year) if kind else ""
        document = example(
            one.level,
            report_type.name,
            report_type.type_name,
            report_type.type_symbol,
            fields,
            period,
            addressed,
            tuple(number_headings((1, 2), report_type.numbering)),
        )
        yield kind or "thử", document


def _example(field: Field) -> str | tuple[str, ...]:
    node = field.example
    if isinstance(node, Sequence):
        texts = tuple(item.text for item in node if isinstance(item, Scalar))
    elif isinstance(node, Scalar):
        texts = (node.text,)
    else:
        texts = (field.default or f"({(field.title or field.name).lower()})",)
    return texts if field.kind == "list" else " ".join(texts)
