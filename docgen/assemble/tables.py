"""A form and its rows as a table of the document (design section 3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from docgen import vn
from docgen.expression import plain
from docgen.memo import of_short_texts
from docgen.model import Align, Cell, Inline, Row, RowKind, Run, Table
from docgen.prose import Prose, is_plain, read_cell, write_paragraphs
from docgen.schema import Column, ColumnGroup, Form, FormCell, FormRow, FormTable
from docgen.source import Scalar

Text = tuple[tuple[Inline, ...], ...]
WriteCell = Callable[[Scalar], Text]

_NAME = re.compile(r"[^\W\d]\w*")
TOTAL_LABEL = "Tổng số"
"""When totals are typed for a form that names no totals row."""

_FIGURE = 10
"""Length of a text that may be a figure: 1.234.567 has nine signs."""

_NO_TEXT: Text = ((),)


def table(rows: FormTable, write_cell: WriteCell) -> Table:
    """The printed table: merged header, column numbers, rows, totals. `write_cell` reads typed cells."""
    form = rows.form
    head = _head(form)
    out = [*head]
    for row in rows.rows:
        out.append(_form_row(form, row, write_cell))
    if rows.has_total_row:
        out.append(_total_row(form, rows, write_cell))
    widths = tuple(column.width or 0.0 for column in form.leaves)
    return Table(widths, tuple(out), len(head))


@lru_cache(maxsize=256)  # every report of a type has the same
def _head(form: Form) -> tuple[Row, ...]:
    """The rows above the first row of data."""
    rows = header_rows(form)
    if form.number_row:
        rows.append(_row(RowKind.NUMBERS, [Cell(_text(n), align=Align.CENTER) for n in column_numbers(form)]))
    return tuple(rows)


def header_rows(form: Form) -> list[Row]:
    """The merged header: a group spans its columns, a column spans down to the last header row."""
    depth = max((_depth(column) for column in form.columns), default=1)
    lines: list[list[Cell]] = [[] for _ in range(depth)]

    def place(column: Column | ColumnGroup, level: int) -> None:
        if isinstance(column, ColumnGroup):
            lines[level].append(Cell(_text(column.heading), _leaves(column), 1, Align.CENTER))
            for child in column.children:
                place(child, level + 1)
        else:
            lines[level].append(Cell(_text(column.heading), 1, depth - level, Align.CENTER))

    for column in form.columns:
        place(column, 0)
    return [_row(RowKind.HEADER, line) for line in lines]


def column_numbers(form: Form) -> list[str]:
    """The column-number row: "1", "2", "3=4+5", …"""
    position = {column.code: str(n) for n, column in enumerate(form.leaves, 1)}

    def label(column: Column) -> str:
        if column.formula is None:
            return position[column.code]
        formula = _NAME.sub(lambda m: position.get(m[0], m[0]), column.formula.text).replace(" ", "")
        return f"{position[column.code]}={formula}"

    return [label(column) for column in form.leaves]


def _depth(column: Column | ColumnGroup) -> int:
    if isinstance(column, ColumnGroup):
        return 1 + max((_depth(child) for child in column.children), default=0)
    return 1


def _leaves(column: Column | ColumnGroup) -> int:
    return sum(_leaves(child) for child in column.children) if isinstance(column, ColumnGroup) else 1


def _row(kind: RowKind, cells: list[Cell]) -> Row:
    return Row(kind, tuple(cells))


def _text(text: str) -> Text:
    return ((Run(text),),)


def _form_row(form: Form, row: FormRow, write_cell: WriteCell) -> Row:
    if row.kind == "group":
        label = write_cell(row.label) if row.label is not None else _NO_TEXT
        return _row(RowKind.GROUP, [Cell(label, columns=len(form.leaves))])
    kind = RowKind.BOLD if row.kind == "bold" else RowKind.BODY
    return _row(kind, [_cell(form, column, row.cells.get(column.code), write_cell) for column in form.leaves])


def _cell(form: Form, column: Column, cell: FormCell | None, write_cell: WriteCell) -> Cell:
    align = Align.LEFT if column.kind == "chu" else Align.CENTER
    if cell is None:
        return Cell(_NO_TEXT, align=align)
    node = cell.node
    if node is None:
        return _plain(printed(form, column, cell.computed), align)
    text = node.text  # typed: prints as typed
    if text.isalnum():  # most are figures
        return _plain(text, align)
    if is_plain(text):
        return _plain(text.strip(), align)
    return Cell(write_cell(node) or _NO_TEXT, align=align)


@of_short_texts(longest=_FIGURE, kept=4096)
def _plain(text: str, align: Align) -> Cell:
    """A cell of one plain text; equal figures are one object, for a table repeats them."""
    return Cell(_text(text), align=align)


def printed(form: Form, column: Column, value: Any) -> str:
    """A computed value in the manner of its column: not padded, zero as the form wants it."""
    if not isinstance(value, Decimal):
        return "" if value is None else str(value)
    if value == 0:
        return form.zero
    shown = plain(value)
    if column.kind == "ty_le":
        return vn.ty_le(shown)
    text = vn.so(shown)
    return text if form.thousands else text.replace(".", "")


def _total_row(form: Form, rows: FormTable, write_cell: WriteCell) -> Row:
    leading = 0
    for column in form.leaves:
        if column.numeric:
            break
        leading += 1
    cells = (
        [Cell(_text(form.total_label or TOTAL_LABEL), columns=leading, align=Align.CENTER)] if leading else []
    )
    for column in form.leaves[leading:]:
        cells.append(_cell(form, column, rows.totals.get(column.code), write_cell))
    return _row(RowKind.TOTAL, cells)


def plain_cells(rows: FormTable) -> Iterator[Scalar]:
    """The cells of words without marks, which print as typed and `cell_writer` never sees."""
    for column in rows.form.leaves:
        if column.kind == "chu":
            for row in rows.rows:
                cell = row.cells.get(column.code)
                if cell is not None and cell.node is not None and is_plain(cell.node.text):
                    yield cell.node


def cell_writer(resolve: Any, faults: list[Any], read: Callable[[Prose], None]) -> WriteCell:
    """Reads a typed cell as Markdown; what is wrong with it is added to `faults`, `read` gets its prose."""

    def write(node: Scalar) -> Text:
        prose, found = read_cell(node)
        faults.extend(found)
        read(prose)
        return write_paragraphs(prose, resolve)

    return write
