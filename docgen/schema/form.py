"""Forms: `schemas/bieu/<ma>.yaml`, the single source of one statistical table (design section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from docgen.diagnostics import Diagnostic, Location, error
from docgen.expression import Expression
from docgen.schema.kinds import FACT_KINDS, KINDS
from docgen.schema.names import check_name
from docgen.schema.rules import Rule, read_expression, read_rules
from docgen.schema.schema_file import parse_schema
from docgen.schema.validate import Checker, did_you_mean, unique
from docgen.schema.values import flag_of, text_of, value_place
from docgen.source import Mapping, Scalar, Sequence

COLUMN_KINDS = (*FACT_KINDS, "stt")
"""`stt` is a running number: it counts by itself unless typed."""

ROW_KEYS = ("nhom", "dam")
"""Keys of a row that are no columns: the text of a group row, and bold."""

_FORM = Checker(
    {
        "ten": {"type": "chu", "required": True},
        "mo_ta": {"type": "chu"},
        "khoa": {"type": "chu"},
        "cot": {"type": "list", "required": True, "minlength": 1},
        "dong_cot_so": {"type": "co_khong"},
        "dong_tong": {"type": "chu"},
        "o_khong": {"type": "chu"},
        "ngan_cach_nghin": {"type": "co_khong"},
        "rang_buoc": {"type": "list"},
    }
)
_GROUP = Checker(
    {
        "ten": {"type": "chu", "required": True},
        "mo_ta": {"type": "chu"},
        "cot": {"type": "list", "required": True, "minlength": 1},
    }
)
_COLUMN = Checker(
    {
        "ma": {"type": "chu", "required": True},
        "ten": {"type": "chu", "required": True},
        "mo_ta": {"type": "chu"},
        "kieu": {"type": "chu", "allowed": list(COLUMN_KINDS)},
        "tinh": {"type": "chu"},
        "rong": {"type": "so", "min": "0,01"},
        "bat_buoc": {"type": "co_khong"},
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A leaf of the column tree. `width` is relative, None when not given; `formula` computes the cell
    from the others of its row; `numeric` columns have sums."""

    code: str
    heading: str
    kind: str
    location: Location
    formula: Expression | None = None
    width: float | None = None
    required: bool = False
    help: str = ""

    @property
    def numeric(self) -> bool:
        """Whether its cells are numbers."""
        return self.kind != "stt" and KINDS[self.kind].numeric


@dataclass(frozen=True, slots=True, eq=False)
class ColumnGroup:
    """A heading over several columns."""

    heading: str
    children: tuple[Column | ColumnGroup, ...]


@dataclass(frozen=True, eq=False)
class Form:
    """One statistical table: `columns` is the tree, `leaves` its columns from left to right.

    `key` is the code of the column that identifies a row ("" when none does), `number_row` asks for the
    row of column numbers, `total_label` for a totals row under that label, `zero` is how a computed zero
    prints, `thousands` whether computed figures are grouped (26.336).
    """

    name: str
    title: str
    columns: tuple[Column | ColumnGroup, ...]
    rules: tuple[Rule, ...]
    location: Location
    key: str = ""
    number_row: bool = False
    total_label: str | None = None
    zero: str = "0"
    thousands: bool = True
    help: str = ""

    @cached_property
    def leaves(self) -> tuple[Column, ...]:
        """Every column, from left to right."""
        return tuple(_leaves(self.columns))

    @cached_property
    def by_code(self) -> dict[str, Column]:
        """The columns by their codes."""
        return {column.code: column for column in self.leaves}

    @cached_property
    def computed(self) -> tuple[Column, ...]:
        """The columns with a formula, each after those it needs."""
        by_code = self.by_code
        return tuple(by_code[code] for code in _order(self.leaves) if by_code[code].formula)

    def path(self, code: str) -> tuple[str, ...]:
        """The headings above column `code` and its own, from the top: ("Kết quả", "Đã giải quyết")."""
        return next(_paths(self.columns, code), (code,))


def _leaves(columns: tuple[Column | ColumnGroup, ...]) -> Iterator[Column]:
    for column in columns:
        if isinstance(column, ColumnGroup):
            yield from _leaves(column.children)
        else:
            yield column


def _paths(columns: tuple[Column | ColumnGroup, ...], code: str) -> Iterator[tuple[str, ...]]:
    for column in columns:
        if isinstance(column, ColumnGroup):
            for rest in _paths(column.children, code):
                yield (column.heading, *rest)
        elif column.code == code:
            yield (column.heading,)


def _order(leaves: tuple[Column, ...]) -> tuple[str, ...]:
    """The codes of `leaves`, each after those its formula uses. Raises CycleError."""
    known = {column.code for column in leaves}
    needs = {c.code: [n for n in c.formula.names if n in known] if c.formula else [] for c in leaves}
    return tuple(TopologicalSorter(needs).static_order())


@lru_cache(maxsize=256)
def read_form(name: str, path: str, text: bytes) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """The form `name` in a file's content, and what is wrong with it; None when it cannot be used."""
    root, faults = parse_schema(path, text)
    if root is None:
        return None, tuple(faults)
    found = [*faults, *_FORM.check(root, "biểu")]
    columns = root.get("cot")
    tree = tuple(_columns(columns, found)) if isinstance(columns, Sequence) else ()
    rules = read_rules(root.get("rang_buoc"), found)
    label = root.get("dong_tong")
    form = Form(
        name=name,
        title=text_of(root, "ten"),
        columns=tree,
        rules=rules,
        location=root.location,
        key=text_of(root, "khoa"),
        number_row=flag_of(root, "dong_cot_so"),
        total_label=label.text.strip() if isinstance(label, Scalar) else None,
        zero=text_of(root, "o_khong") or "0",
        thousands=flag_of(root, "ngan_cach_nghin", True),
        help=text_of(root, "mo_ta"),
    )
    found += _cross_faults(form, root)
    return (None if found else form), tuple(unique(found))


def load_form(name: str, path: Path) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """The form in the file at `path`, read once for the same content."""
    return read_form(name, str(path), path.read_bytes())


def _columns(items: Sequence, faults: list[Diagnostic]) -> Iterator[Column | ColumnGroup]:
    for item in items:
        grouped = isinstance(item, Mapping) and "cot" in item
        wrong = (_GROUP if grouped else _COLUMN).check(item, "cột")
        faults.extend(wrong)
        if not isinstance(item, Mapping) or (wrong and not grouped):
            continue
        inner = item.get("cot")
        if isinstance(inner, Sequence):
            yield ColumnGroup(text_of(item, "ten"), tuple(_columns(inner, faults)))
        elif not grouped:
            yield _column(item, faults)


def _column(item: Mapping, faults: list[Diagnostic]) -> Column:
    formula, width = item.get("tinh"), item.get("rong")
    return Column(
        code=text_of(item, "ma"),
        heading=text_of(item, "ten"),
        kind=text_of(item, "kieu") or "dem",
        location=item.items["ma"].location,
        formula=read_expression(formula, faults) if formula else None,
        width=float(KINDS["so"].read(width.text)) if isinstance(width, Scalar) else None,
        required=flag_of(item, "bat_buoc"),
        help=text_of(item, "mo_ta"),
    )


def _cross_faults(form: Form, root: Mapping) -> Iterator[Diagnostic]:
    """What is wrong between the parts of a form: names, formulas, key."""
    seen: set[str] = set()
    for column in form.leaves:
        yield from check_name(column.code, "cột", column.location, frozenset(ROW_KEYS))
        if column.code in seen:
            yield error("luoc-do-trung", f"mã cột “{column.code}” đã dùng ở cột trước", column.location)
        seen.add(column.code)
        if column.formula and not (column.numeric or column.kind == "chu"):
            message = f"cột “{column.code}” kiểu {column.kind} không có công thức được"
            yield error("luoc-do-cong-thuc", message, column.location)
    for expression, location in _expressions(form):
        for name in sorted(expression.names - seen):
            message = f"công thức dùng cột “{name}” không có trong biểu{did_you_mean(name, seen)}"
            yield error("luoc-do-cong-thuc", message, location)
    if form.key and form.key not in seen:
        message = f"khoa: không có cột “{form.key}”{did_you_mean(form.key, seen)}"
        yield error("luoc-do-cong-thuc", message, value_place(root, "khoa"))
    try:
        _order(form.leaves)
    except CycleError as cycle:
        ring = " → ".join(reversed(cycle.args[1]))
        message = f"các cột tính vòng quanh: {ring}"
        yield error("luoc-do-vong", message, form.by_code[cycle.args[1][0]].location)


def _expressions(form: Form) -> Iterator[tuple[Expression, Location]]:
    for column in form.leaves:
        if column.formula:
            yield column.formula, column.location
    for rule in form.rules:
        yield rule.condition, rule.location
