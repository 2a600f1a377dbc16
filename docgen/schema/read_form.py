"""Reading a form file: columns, rules, and every fault in them at its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from graphlib import CycleError

from docgen.diagnostics import Diagnostic, Location, did_you_mean, error
from docgen.expression import Expression
from docgen.schema.form import COLUMN_KINDS, ROW_KEYS, Column, ColumnGroup, Form, in_order_of_need
from docgen.schema.names import check_name
from docgen.schema.places import unique
from docgen.schema.rules import read_expression, read_rules
from docgen.schema.schema_file import parse_schema
from docgen.schema.validate import Checker
from docgen.schema.values import flag_of, text_of, value_place
from docgen.source import Mapping, Scalar, Sequence

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
        "rong": {"type": "chu", "regex": r"[1-9][0-9]{0,4}([.,][0-9]{1,4})?|0[.,][0-9]{0,3}[1-9]"},
        "bat_buoc": {"type": "co_khong"},
    }
)


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
    formula = item.get("tinh")
    return Column(
        code=text_of(item, "ma"),
        heading=text_of(item, "ten"),
        kind=text_of(item, "kieu") or "dem",
        location=item.items["ma"].location,
        formula=read_expression(formula, faults) if formula else None,
        width=float(width.replace(",", ".")) if (width := text_of(item, "rong")) else None,
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
        in_order_of_need(form.leaves)
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
