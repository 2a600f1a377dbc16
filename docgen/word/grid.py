"""Where the cells of a table stand: the grid of columns with the cells that span several of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen.model import Cell, Inline, Row, RowKind, Run, Table

Placed = list[tuple[int, Cell | int]]
"""What stands in a row: (column, cell), or (column, columns) below a cell that spans down to there."""

REPEATED = (RowKind.HEADER, RowKind.NUMBERS)
"""Rows that print again at the top of each page."""

HEADS_KEPT = 256
"""Of so many headings it is remembered how they print: the tables of one form all have the same."""


def grid(rows: Iterable[Row], width: int) -> Iterator[tuple[Row, Placed]]:
    """Every row with what stands in its `width` columns."""
    down: dict[int, tuple[int, int]] = {}  # column → (rows still covered, columns covered)
    for row in rows:
        if not down and _is_plain(row):
            yield row, list(enumerate(row.cells))  # most rows of a long table
            continue
        cells: Placed = []
        column = 0
        waiting = iter(row.cells)
        below: dict[int, tuple[int, int]] = {}
        while column < width:
            if column in down:
                left, span = down[column]
                cells.append((column, span))
                if left > 1:
                    below[column] = (left - 1, span)
                column += span
                continue
            cell = next(waiting, None) or Cell(((),))
            cells.append((column, cell))
            if cell.rows > 1:
                below[column] = (cell.rows - 1, cell.columns)
            column += cell.columns
        down = below
        yield row, cells


def _is_plain(row: Row) -> bool:
    for cell in row.cells:  # noqa: SIM110 - asked for each row; all() takes twice as long
        if cell.rows != 1 or cell.columns != 1:
            return False
    return True


def split_head(table: Table) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The heading rows that `table` has from its form, and the other rows; no heading rows when they hold
    more than text, or a cell that spans down into the others. Those of a form are few and are remembered."""
    head = table.rows[: table.head]
    alone = head and table.head < len(table.rows) and _stands_alone(head, len(table.widths))
    return (head, table.rows[table.head :]) if alone else ((), table.rows)


@lru_cache(maxsize=HEADS_KEPT)
def _stands_alone(head: tuple[Row, ...], width: int) -> bool:
    for number, (row, _) in enumerate(grid(head, width), 1):
        if any(number + cell.rows - 1 > len(head) for cell in row.cells):
            return False
    return all(plain_text(p) is not None for row in head for cell in row.cells for p in cell.paragraphs)


def plain_text(inlines: tuple[Inline, ...]) -> str | None:
    """The text of `inlines` when that is all they are, without look, link or footnote."""
    if not inlines:
        return ""
    if len(inlines) == 1:
        only = inlines[0]
        if isinstance(only, Run) and not (only.bold or only.italic or only.link):
            return only.text
    return None
