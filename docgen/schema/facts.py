"""Facts: what stands under `so_lieu` as typed values, tables and computed figures.

A computed fact that was typed keeps the typed value everywhere; `docgen.schema.check` compares the two.
"""

from __future__ import annotations

from typing import Any

from docgen.diagnostics import Location
from docgen.schema.fields import TABLE
from docgen.schema.form import Column
from docgen.schema.table import FormTable
from docgen.schema.type_file import Derived
from docgen.source import Scalar
from docgen.values import Struct

Path = tuple[str, ...]
_NOWHERE = Location()


class Fact(Struct, frozen=True, gc=False):
    """One single value: its kind, what it is worth (None when not known), where it was typed (`node`,
    None when it was not) and what its formula gives (`computed`; `problem` says why it gives nothing)."""

    path: Path
    kind: str
    value: Any
    node: Scalar | None = None
    computed: Any = None
    derived: Derived | None = None
    problem: str = ""

    @property
    def code(self) -> str:
        """The dotted path."""
        return ".".join(self.path)


class Facts(Struct, frozen=True, eq=False):
    """All facts of a report.

    `scope` is what expressions see: nested dicts of Figure, text, dates and FormTable, with `ky` and
    `don_vi`; a fact the report type knows and the data file leaves empty is None. `single` holds every
    single value and `tables` every table by dotted path; `table()` finds one by its last name too. `declared`
    are the paths of all tables the report type carries, filled in or not.
    """

    scope: dict[str, Any]
    single: dict[str, Fact]
    tables: dict[str, FormTable]
    declared: tuple[str, ...] = ()
    location: Location = _NOWHERE

    def table(self, name: str) -> FormTable | None:
        """The table with this dotted path, or the only one whose path ends with this name."""
        if name in self.tables:
            return self.tables[name]
        found = [table for path, table in self.tables.items() if path.rpartition(".")[2] == name]
        return found[0] if len(found) == 1 else None

    def lacks_table(self, name: str) -> bool:
        """Whether the report type carries a table of this name that the data file leaves out."""
        carried = [path for path in self.declared if name in (path, path.rpartition(".")[2])]
        return bool(carried) and not any(path in self.tables for path in carried)

    def kind(self, path: str) -> str | None:
        """The kind of the fact at the dotted `path`, "bieu" for a table; None if unknown."""
        if path in self.tables:
            return TABLE
        fact = self.single.get(path)
        return fact.kind if fact else None

    def place(self, path: str | Path) -> Location:
        """Where the fact at `path` was typed, also a cell of a table (("bieu", "Đất đai", "moi")); of a
        computed one, where its formula is; so_lieu when it is nowhere."""
        steps = tuple(path.split(".")) if isinstance(path, str) else path
        fact = self.single.get(".".join(steps))
        if fact is not None:
            if fact.node is not None:
                return fact.node.location
            return fact.derived.location if fact.derived else self.location
        for length in range(len(steps), 0, -1):
            table = self.tables.get(".".join(steps[:length]))
            if table is not None:
                return _cell_place(table, steps[length:])
        return self.location

    def column(self, path: Path) -> tuple[FormTable, Column] | None:
        """The table and column at `path`, when it names a whole column or a sum that was not typed."""
        for length in range(1, len(path)):
            table, rest = self.tables.get(".".join(path[:length])), path[length:]
            column = table.form.by_code.get(rest[-1]) if table is not None else None
            if table is None or column is None:
                continue
            typed = table.totals[column.code].node is not None
            if len(rest) == 1 or (len(rest) == 2 and rest[0] == "tong" and not typed):
                return table, column
        return None


def _cell_place(table: FormTable, rest: Path) -> Location:
    """Where a column, a row or one of its cells was typed."""
    if not rest or rest[0] in table.form.by_code:
        return table.location
    try:
        row = table.member(rest[0])
    except KeyError:
        return table.location
    cell = row.cells.get(rest[1]) if len(rest) > 1 else None
    return cell.node.location if cell is not None and cell.node is not None else row.location
