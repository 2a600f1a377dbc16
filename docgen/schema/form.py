"""Forms: `schemas/bieu/<ma>.yaml`, the single source of one statistical table (design section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from graphlib import TopologicalSorter

from docgen.diagnostics import Location
from docgen.expression import Expression
from docgen.schema.kinds import FACT_KINDS, KINDS
from docgen.schema.rules import Rule
from docgen.values import Struct

COLUMN_KINDS = (*FACT_KINDS, "stt")
"""`stt` is a running number: it counts by itself unless typed."""

ROW_KEYS = ("nhom", "dam")
"""Keys of a row that are no columns: the text of a group row, and bold."""


class Column(Struct, frozen=True, eq=False):
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


class ColumnGroup(Struct, frozen=True, eq=False):
    """A heading over several columns."""

    heading: str
    children: tuple[Column | ColumnGroup, ...]


class Form(Struct, frozen=True, eq=False, dict=True):
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
        return tuple(by_code[code] for code in in_order_of_need(self.leaves) if by_code[code].formula)

    @cached_property
    def summed(self) -> tuple[Column, ...]:
        """The columns that have a sum: all numbers but percentages."""
        return tuple(column for column in self.leaves if column.numeric and column.kind != "ty_le")

    @cached_property
    def shares(self) -> tuple[Column, ...]:
        """The computed percentages, each after those it needs."""
        return tuple(column for column in self.computed if column.kind == "ty_le")

    @cached_property
    def used(self) -> tuple[tuple[str, bool], ...]:
        """The columns that formulas and rules use, and whether each is numeric."""
        expressions = [column.formula for column in self.computed if column.formula]
        names = {
            name for one in (*expressions, *(rule.condition for rule in self.rules)) for name in one.names
        }
        return tuple((column.code, column.numeric) for column in self.leaves if column.code in names)

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


def in_order_of_need(leaves: tuple[Column, ...]) -> tuple[str, ...]:
    """The codes of `leaves`, each after those its formula uses. Raises CycleError."""
    known = {column.code for column in leaves}
    needs = {c.code: [n for n in c.formula.names if n in known] if c.formula else [] for c in leaves}
    return tuple(TopologicalSorter(needs).static_order())
