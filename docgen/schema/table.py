"""The rows of a form as typed and as computed: sums, cells and keys an expression can name.

Rows are read here and not by Cerberus, which needs seconds for ten thousand of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from docgen import vn
from docgen.diagnostics import Location
from docgen.expression import ExpressionError, Figure
from docgen.schema.form import Column, Form
from docgen.schema.kinds import BLANKS
from docgen.source import Scalar
from docgen.values import Struct, replace
from docgen.vn import PartialDate

ZERO = Decimal(0)
BODY, GROUP, BOLD = "body", "group", "bold"


class FormCell(Struct, frozen=True, gc=False):
    """One cell: what was typed (`node`, None when nothing was), that as a value of its column's kind
    (`value`, None for an empty cell or "-"), and what the column's formula or sum gives (`computed`)."""

    node: Scalar | None = None
    value: Decimal | PartialDate | str | None = None
    computed: Decimal | str | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing, an empty text or a dash was typed."""
        return self.node is None or self.node.text.strip() in BLANKS

    @property
    def effective(self) -> Any:
        """What counts: the typed value, or the computed one where nothing was typed; None for neither."""
        return self.computed if self.node is None else self.value

    @property
    def number(self) -> Decimal:
        """What counts in a sum: an empty cell and a dash are zero."""
        value = self.computed if self.node is None else self.value
        return value if isinstance(value, Decimal) else ZERO


EMPTY = FormCell()
"""A cell in which nothing was typed."""


class FormRow(Struct, frozen=True, eq=False, gc=False):
    """A row: `kind` is body, bold (body too, in bold) or group, a text across the table (`label`).
    `cells` holds a cell for every column of the form, none in a group row."""

    kind: str
    cells: dict[str, FormCell]
    location: Location
    label: Scalar | None = None
    columns: dict[str, Column] = {}

    def member(self, name: str) -> Any:
        """The value in column `name`: a number (0 when empty), a date or text. KeyError if no column."""
        cell = self.cells[name]
        if self.columns[name].numeric:
            return cell.number
        value = cell.effective
        return "" if value is None and self.columns[name].kind != "ngay" else value

    def member_names(self) -> tuple[str, ...]:
        """The columns."""
        return tuple(self.cells)

    def key(self, code: str) -> str:
        """What identifies this row: the text of column `code`, "" when there is none."""
        value = self.cells[code].effective if code in self.cells else None
        return "" if value is None else " ".join(str(value).split())


class FormTable(Struct, frozen=True, eq=False, dict=True):
    """A form filled in. `totals` has a cell for each column that has a sum or whose total was typed."""

    form: Form
    rows: tuple[FormRow, ...]
    totals: dict[str, FormCell]
    location: Location
    totals_location: Location | None = None
    pending: tuple[tuple[int, str], ...] = ()

    @property
    def has_total_row(self) -> bool:
        """Whether a totals row prints: the form asks for one, or one was typed."""
        return self.form.total_label is not None or self.totals_location is not None

    @cached_property
    def body(self) -> tuple[FormRow, ...]:
        """The rows that count: all but group rows."""
        return tuple(row for row in self.rows if row.kind != GROUP)

    @property
    def row_count(self) -> int:
        """How many rows count."""
        return len(self.body)

    def member(self, name: str) -> Any:
        """`tong`: the totals; a column: its values from top to bottom (empty counts as 0); else the row
        with this key. KeyError when there is none."""
        if name == "tong":
            return FormRow(
                BODY, self.totals, self.totals_location or self.location, columns=self.form.by_code
            )
        if name in self.form.by_code:
            return self.column(name)
        return self.row(name)

    def member_names(self) -> tuple[str, ...]:
        """The columns, `tong` and the keys of the rows."""
        return (*self.form.by_code, "tong", *self._by_key)

    def column(self, code: str) -> tuple[Any, ...]:
        """The values of a column from top to bottom; numbers only where it is numeric."""
        if self.form.by_code[code].numeric:
            return tuple(row.cells[code].number for row in self.body)
        return tuple(row.member(code) for row in self.body)

    def row(self, key: str) -> FormRow:
        """The first row with this key; letters and spaces count, their case does not. KeyError if none."""
        return self._by_key.get(key) or self._by_folded_key[vn.fold(key)]

    @cached_property
    def _by_key(self) -> dict[str, FormRow]:
        return {key: row for row in reversed(self.body) if (key := row.key(self.form.key))}

    @cached_property
    def _by_folded_key(self) -> dict[str, FormRow]:
        return {vn.fold(key): row for key, row in reversed(self._by_key.items())}

    def __str__(self) -> str:
        return self.form.title


def computed_table(table: FormTable) -> FormTable:
    """`table` with running numbers, computed columns and totals. Linear in rows."""
    rows = tuple(_computed_rows(table.form, table.rows))
    return replace(table, rows=rows, totals=_totals(table.form, rows, table.totals))


def _computed_rows(form: Form, rows: tuple[FormRow, ...]) -> Iterator[FormRow]:
    counters = [column.code for column in form.leaves if column.kind == "stt"]
    if not counters and not form.computed:
        yield from rows
        return
    last = 0
    for row in rows:
        if row.kind == GROUP:
            yield row
            continue
        cells = dict(row.cells)
        for code in counters:
            node = cells[code].node
            if node is None:
                last += 1
                cells[code] = FormCell(computed=str(last))
            elif len(node.text) < 9 and (bare := node.text.strip()).isascii() and bare.isdigit():
                last = int(bare)  # counting goes on after a typed number
        if form.computed and not is_heading(row, form):
            _compute(cells, form.computed, row_scope(form, cells))
        yield FormRow(row.kind, cells, row.location, row.label, row.columns)


def is_heading(row: FormRow, form: Form) -> bool:
    """A bold row in which no figure was typed is a heading: nothing is computed in it."""
    return row.kind == BOLD and all(row.cells[c.code].node is None for c in form.leaves if c.numeric)


def row_scope(form: Form, cells: dict[str, FormCell]) -> dict[str, Any]:
    """The values of a row that formulas and rules use; an empty cell is 0 in a numeric column."""
    return {code: cells[code].number if numeric else cells[code].effective for code, numeric in form.used}


def _compute(cells: dict[str, FormCell], columns: tuple[Column, ...], scope: dict[str, Any]) -> None:
    """Fills in the computed cells; what cannot be computed (a share of 0) stays empty."""
    for column in columns:
        assert column.formula is not None
        try:
            value = column.formula.evaluate(scope)
        except ExpressionError:
            continue
        if isinstance(value, Decimal):
            value = Figure(value, column.kind, typed=False)
        cell = cells[column.code] = _with_computed(cells[column.code], value)
        scope[column.code] = cell.number if column.numeric else cell.effective


def _with_computed(cell: FormCell, value: Any) -> FormCell:
    return FormCell(cell.node, cell.value, value)  # replace takes ten times as long


def _totals(form: Form, rows: tuple[FormRow, ...], typed: dict[str, FormCell]) -> dict[str, FormCell]:
    """The sum of every numeric column. Percentages have no sum: a computed one is computed from the sums."""
    totals = {code: typed.get(code, EMPTY) for code in form.by_code}
    cells = [row.cells for row in rows if row.kind != GROUP]
    for column in form.summed:
        code = column.code
        total = sum([one[code].number for one in cells], ZERO)
        totals[code] = _with_computed(totals[code], Figure(total, column.kind, typed=False))
    if form.shares:
        _compute(totals, form.shares, row_scope(form, totals))
    return totals


def map_cells(table: FormTable, change: Callable[[int, str, FormCell], FormCell]) -> FormTable:
    """`table` with its pending cells replaced."""
    rows = list(table.rows)
    for index, code in table.pending:
        cells = dict(rows[index].cells)
        cells[code] = change(index, code, cells[code])
        rows[index] = replace(rows[index], cells=cells)
    return replace(table, rows=tuple(rows), pending=())
