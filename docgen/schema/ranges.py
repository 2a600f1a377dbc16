"""Rows of a form that come from a workbook or CSV file (`!bang`), as rows read_table understands."""

from __future__ import annotations

from pathlib import Path

from docgen import vn
from docgen.diagnostics import Diagnostic, Location, error
from docgen.schema.form import Column, Form
from docgen.source import CellText, Mapping, Node, Scalar, Sequence

Cells = tuple[CellText, ...]


def is_range(node: Node | None) -> bool:
    """Whether `node` refers to a range of another file."""
    return isinstance(node, Scalar) and node.tag == "bang"


def read_rows(reference: Scalar, form: Form, base: Path) -> tuple[Sequence, Mapping | None, list[Diagnostic]]:
    """The rows and the totals (None when the range holds none) that `reference` names, and the faults.

    Headings at the top of the range are left out. The columns stand for those of the form in order; running
    numbers (stt) may be missing from the range. A row merged across the range is a group row; a row that
    begins with the totals label of the form holds the totals.
    """
    from docgen.source.spreadsheet import read_range, without_headings

    rows, found = read_range(reference, base)
    faults = list(found)
    columns = _columns(form, len(rows[0]) if rows else 0)
    if rows and columns is None:
        wanted = ", ".join(column.code for column in form.leaves)
        message = f"vùng dữ liệu có {len(rows[0])} cột, biểu “{form.title}” có {len(form.leaves)} cột"
        faults.append(error("bang-so-cot", message, reference.location, hint=f"Các cột của biểu: {wanted}"))
        rows = ()
    items: list[Node] = []
    totals: Mapping | None = None
    for row in without_headings(rows, {column.heading for column in form.leaves}):
        first = next((cell for cell in row if not cell.is_null), None)
        if first is None or columns is None:
            continue
        if first.columns == len(row) > 1:
            items.append(_mapping({"nhom": first}, first))
        elif _is_totals(first, form):
            totals = _mapping(_by_code(row, columns, first), first)
        else:
            items.append(_mapping(_by_code(row, columns, None), first))
    return Sequence(tuple(items), reference.path, reference.line, reference.column), totals, faults


def _columns(form: Form, width: int) -> tuple[Column, ...] | None:
    """The columns of the form that a range of `width` columns holds; None when it cannot be."""
    if width == len(form.leaves):
        return form.leaves
    counted = tuple(column for column in form.leaves if column.kind != "stt")
    return counted if width == len(counted) else None


def _is_totals(first: CellText, form: Form) -> bool:
    label = form.total_label
    return label is not None and vn.fold(first.text).rstrip(" :.") == vn.fold(label).rstrip(" :.")


def _by_code(row: Cells, columns: tuple[Column, ...], label: CellText | None) -> dict[str, CellText]:
    return {
        column.code: cell
        for column, cell in zip(columns, row, strict=True)
        if not cell.is_null and cell is not label
    }


def _mapping(items: dict[str, CellText], first: CellText) -> Mapping:
    return _Row(dict(items), first.path, first.line, 1, {}, first.location)


class _Row(Mapping, frozen=True):
    """A row of another file; its place is that of its first filled cell."""

    first: Location = Location()

    @property
    def location(self) -> Location:
        """The sheet and cell where the row begins."""
        return self.first
