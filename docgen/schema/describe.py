"""A report type in words, for `docgen schema show`."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.schema.fields import GROUP, LIST, TABLE, Field
from docgen.schema.form import Column, ColumnGroup, Form
from docgen.schema.kinds import KINDS
from docgen.schema.report_type import ReportType


def describe(report_type: ReportType) -> str:
    """What `report_type` asks for: header fields, facts, tables, outline, rules; lines of plain text."""
    return "\n".join(_lines(report_type))


def _lines(report_type: ReportType) -> Iterator[str]:
    yield f"{report_type.name}: {report_type.title}"
    if report_type.help:
        yield report_type.help
    yield f"Kế thừa: {' → '.join(report_type.parents)}"
    yield f"Cấp: {', '.join(report_type.levels) or 'mọi cấp'}"
    yield f"Kỳ báo cáo: {', '.join(report_type.period_kinds) or 'không bắt buộc'}"
    yield f"Đánh số mục: {' '.join(report_type.numbering)}"
    yield "\nTrường:"
    yield from _fields(report_type.fields, "  ")
    if report_type.facts:
        yield "\nSố liệu (dưới so_lieu):"
        yield from _fields(report_type.facts, "  ")
    if report_type.derived:
        yield "\nSố liệu tự tính:"
        yield from (f"  {one.code} = {one.formula.text}" for one in report_type.derived.values())
    if report_type.outline:
        yield "\nĐề cương:"
        yield from (f"  # {text}" for text, _ in report_type.outline)
    if report_type.rules:
        yield "\nQuy tắc:"
        for rule in report_type.rules:
            yield f"  {rule.code} ({rule.severity.value}): {rule.message}"
            yield f"      {rule.condition.text}"


def _fields(fields: dict[str, Field], indent: str) -> Iterator[str]:
    for name, one in fields.items():
        words = one.help or one.title
        required = ", bắt buộc" if one.required else ""
        yield f"{indent}{name} ({_kind(one)}{required})" + (f": {words}" if words else "")
        if one.form is not None:
            yield from _columns(one.form, one.form.columns, indent + "  ")
        yield from _fields(one.children, indent + "  ")


def _kind(one: Field) -> str:
    if one.kind == TABLE and one.form is not None:
        return f"biểu {one.form.name}: {one.form.title}"
    return {GROUP: "nhóm", LIST: "danh sách"}.get(one.kind) or KINDS[one.kind].words


def _columns(form: Form, columns: tuple[Column | ColumnGroup, ...], indent: str) -> Iterator[str]:
    for column in columns:
        if isinstance(column, ColumnGroup):
            yield f"{indent}[{column.heading}]"
            yield from _columns(form, column.children, indent + "  ")
            continue
        kind = "số thứ tự" if column.kind == "stt" else KINDS[column.kind].words
        formula = f" = {column.formula.text}" if column.formula else ""
        required = ", bắt buộc" if column.required else ""
        yield f"{indent}{column.code} ({kind}{required}){formula}: {column.heading}"
