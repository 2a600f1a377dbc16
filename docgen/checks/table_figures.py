"""Figures typed by hand with the words of a table of the data: the headings of a row and of a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache

from docgen import vn
from docgen.checks.agreement import slipped
from docgen.checks.counted import Count, Counted, words
from docgen.checks.typed_figures import FUNCTION_WORDS, Figure, Printed, finding, qualified
from docgen.diagnostics import Diagnostic
from docgen.prose import PassageKind
from docgen.schema import Column, ColumnGroup, Facts, Form, FormRow, FormTable
from docgen.values import Struct

_LEAST_WORDS = 3
"""Fewer words of substance in the headings of row and column do not tell a cell."""

_MOST_ROWS = 500
"""A longer table is a register; its rows are not told in prose."""

_FILLING = frozenset(
    words(
        "tổng số cộng toàn huyện xã tỉnh lĩnh vực hồ sơ kỳ quý năm cả là trường hợp đơn vị ubnd biểu kết quả"
    )
)
"""Words that a sentence may add to the headings without meaning something else."""


class _Table(Struct, frozen=True, dict=True):
    """A table by words: those of its rows, of its columns and of its title."""

    path: str
    table: FormTable
    columns: tuple[tuple[frozenset[str], Column], ...]
    allowed: frozenset[str]

    @property
    def key(self) -> str:
        return self.table.form.key

    @cached_property
    def rows(self) -> list[tuple[frozenset[str], FormRow]]:
        """The rows, the totals last; most tables are not asked for them, for their columns do not fit."""
        rows = [(_substance(words(row.key(self.key))), row) for row in self.table.body if row.key(self.key)]
        return [*rows, (frozenset(), self.table.member("tong"))]


class Tables:
    """The tables of the data, made ready when the first typed figure asks for them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    @cached_property
    def known(self) -> list[_Table]:
        return [
            _table(path, table) for path, table in self._facts.tables.items() if len(table.body) <= _MOST_ROWS
        ]

    def fitting(self, around: frozenset[str]) -> list[Printed]:
        """The cells and totals whose row and column headings are all of `around` that matters."""
        found: list[Printed] = []
        for table in self.known:
            columns = [(needed, column) for needed, column in table.columns if needed <= around]
            for words_of_row, row in table.rows if columns else ():
                if words_of_row <= around:
                    found.extend(_fitting_cells(table, words_of_row, row, columns, around))
        return found


def _fitting_cells(
    table: _Table,
    of_row: frozenset[str],
    row: FormRow,
    columns: list[tuple[frozenset[str], Column]],
    around: frozenset[str],
) -> Iterator[Printed]:
    for of_column, column in columns:
        needed = of_row | of_column
        cell = row.cells.get(column.code)
        if cell is None or not isinstance(cell.effective, Decimal) or not around <= needed | table.allowed:
            continue
        if len(needed) >= (_LEAST_WORDS if of_row else 2):
            key = row.key(table.key) if of_row else ""
            name = f'{table.path}["{key}"].{column.code}' if key else f"{table.path}.tong.{column.code}"
            place = cell.node.location if cell.node is not None else row.location
            yield Printed(name, cell.number, vn.so(cell.number), place)


def _table(path: str, table: FormTable) -> _Table:
    return _Table(path, table, *_of_form(table.form))


@lru_cache(maxsize=256)
def _of_form(form: Form) -> tuple[tuple[tuple[frozenset[str], Column], ...], frozenset[str]]:
    """The words of the columns of figures, and the words that a sentence on the table may add."""
    headings = _headings(form)
    columns = [(_substance(headings[column.code]), column) for column in form.leaves if column.numeric]
    return tuple((w, c) for w, c in columns if w), _FILLING | FUNCTION_WORDS | frozenset(words(form.title))


def _substance(found: Iterable[str]) -> frozenset[str]:
    return frozenset(found) - _FILLING - FUNCTION_WORDS


def _headings(form: Form) -> dict[str, frozenset[str]]:
    """The words of a column's heading; a column called "Tổng số" or "Trong đó" takes those of its group."""
    found: dict[str, frozenset[str]] = {}

    def walk(columns: Iterable[Column | ColumnGroup], above: frozenset[str]) -> None:
        for column in columns:
            own = frozenset(words(column.heading)) - FUNCTION_WORDS
            if isinstance(column, ColumnGroup):
                walk(column.children, own if own - _FILLING else above)
            else:
                found[column.code] = own if own - _FILLING else above | own

    walk(form.columns, frozenset())
    return found


def against_table(figure: Figure, tables: Tables) -> Diagnostic | None:
    """A typed figure whose clause is made of a row's and a column's heading and nothing else."""
    count = figure.count
    if figure.passage.kind is PassageKind.CELL or count.percent:
        return None
    clause = _clause(figure.text, count)
    fitting = tables.fitting(frozenset(clause))
    if len(fitting) != 1 or fitting[0].value == count.value or qualified(figure):
        return None
    printed = fitting[0]
    near = printed.value and abs(count.value - printed.value) * 10 <= printed.value
    if not (near or slipped(f"{count.value:f}", f"{printed.value:f}")):
        return None
    return finding(figure, f"số {count.text} gõ tay khác với {printed.text} của {printed.name}", printed)


def _clause(text: Counted, count: Count) -> tuple[str, ...]:
    """The words from the figure before (or the start of the sentence) up to `count`, and its unit."""
    start = text.starts[text.sentence(count.start)]
    before = [c.end for c in text.counts if start <= c.end <= count.start]
    lead = text.text[before[-1] if before else start : count.start]
    return (*words(lead), *count.unit)
