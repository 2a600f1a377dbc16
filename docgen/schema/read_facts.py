"""Reading what stands under `so_lieu`, and computing what is computed, each after what it needs."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping as MappingType
from functools import partial
from graphlib import CycleError, TopologicalSorter
from typing import Any

from docgen.diagnostics import Diagnostic, Location, error
from docgen.expression import Expression, ExpressionError, Figure, MissingValue, parse
from docgen.schema.combine import touch
from docgen.schema.facts import Fact, Facts, Path
from docgen.schema.fields import GROUP, LIST, TABLE, Field
from docgen.schema.kinds import KINDS, read_as, read_by_look
from docgen.schema.names import check_name
from docgen.schema.read_table import read_table
from docgen.schema.report_type import ReportType
from docgen.schema.table import FormCell, FormTable, computed_table, map_cells
from docgen.schema.type_file import Derived
from docgen.source import Mapping, Node, Scalar, Sequence
from docgen.values import Struct
from docgen.vn import VnError


def read_facts(
    node: Mapping | None,
    report_type: ReportType,
    names: MappingType[str, Any],
    location: Location,
) -> tuple[Facts, list[Diagnostic]]:
    """The facts typed in the mapping `node` (so_lieu), and what is wrong with its tables.

    `names` (ky, don_vi) join the scope; `location` is where so_lieu stands. Single values must have passed
    docgen.schema.validate; one that cannot be read all the same is left empty. Nothing here is an error
    only because it is missing.
    """
    reader = _Reader(pathlib.Path(location.path).parent)
    scope = reader.group(node, report_type.facts, ())
    if node is not None and (own := node.get("rieng")) is not None:
        scope["rieng"] = reader.by_look(own, ("rieng",))
    scope.update(names)
    _compute(reader, report_type, scope)
    return Facts(scope, reader.single, reader.tables, tuple(report_type.tables), location), reader.faults


class _Reader(Struct):
    base: pathlib.Path
    single: dict[str, Fact] = {}
    tables: dict[str, FormTable] = {}
    faults: list[Diagnostic] = []

    def group(self, node: Node | None, fields: dict[str, Field], path: Path) -> dict[str, Any]:
        """The values of a mapping; every field of the schema has its place, filled or not."""
        known = node if isinstance(node, Mapping) else None
        values = {
            name: self.value(known.get(name) if known is not None else None, one, (*path, name))
            for name, one in fields.items()
        }
        more = [name for name in known or () if name not in fields and path]  # allow_unknown
        return values | {name: self.by_look(known.items[name], (*path, name)) for name in more if known}

    def value(self, node: Node | None, one: Field, path: Path) -> Any:
        if one.kind == TABLE:
            return self.table(node, one, path)
        if one.kind == GROUP and one.children:
            return self.group(node, one.children, path)
        if one.kind in (GROUP, LIST):
            return None if node is None else self.several(node, one.item, path)
        typed = node if isinstance(node, Scalar) else None
        return self.keep(Fact(path, one.kind, _read(typed, one), typed))

    def several(self, node: Node, item: Field | None, path: Path) -> Any:
        """A list as a tuple, a group with names of its own as a dict; each value by the rule `item`."""
        if item is None:
            return self.by_look(node, path)
        if isinstance(node, Mapping):
            return {name: self.value(node.get(name), item, (*path, name)) for name in node}
        items = node.items if isinstance(node, Sequence) else (node,)
        return tuple(
            self.value(None if one.is_null else one, item, (*path, str(number)))
            for number, one in enumerate(items, 1)
        )

    def keep(self, fact: Fact) -> Any:
        self.single[fact.code] = fact
        return fact.value

    def table(self, node: Node | None, one: Field, path: Path) -> FormTable | None:
        if node is None or one.form is None:
            return None
        table, faults = read_table(node, one.form, self.base)
        self.faults += faults
        self.tables[".".join(path)] = table
        return table

    def by_look(self, node: Node, path: Path) -> Any:
        """A value no schema describes: groups and lists as they are, single values by their look."""
        if isinstance(node, Mapping):
            for name in node.items:
                self.faults += check_name(name, "số liệu", node.key_location(name))
            return {name: self.by_look(item, (*path, name)) for name, item in node.items.items()}
        if isinstance(node, Sequence):
            return tuple(self.by_look(item, (*path, str(i + 1))) for i, item in enumerate(node))
        if node.is_null:
            return self.keep(Fact(path, "chu", None))
        value, kind = read_by_look(node.text)
        return self.keep(Fact(path, kind, value, node))


def _read(node: Scalar | None, one: Field) -> Any:
    text = node.text if node is not None else one.default
    if text is None:
        return None
    if not text.strip():
        return Figure(0, one.kind, blank=True) if node is not None and KINDS[one.kind].numeric else None
    try:
        return read_as(text, one.kind)
    except VnError:
        return None  # reported by docgen.schema.validate


# --- computing -------------------------------------------------------------------------------------


def _compute(reader: _Reader, report_type: ReportType, scope: dict[str, Any]) -> None:
    """Computes tables and derived facts, each after what it needs."""
    derived = report_type.derived
    cells = {name: _pending(reader, name) for name, table in reader.tables.items() if table.pending}
    for name in _order(reader, derived, cells) if cells else (*reader.tables, *derived):
        if name in derived:
            fact = _derived(reader.single.get(name), derived[name], scope)
            _store(scope, fact.path, reader.keep(fact))
        else:
            table = reader.tables[name]
            if name in cells:
                table = map_cells(table, partial(_filled, cells[name], scope))
            reader.tables[name] = computed_table(table)
            _store(scope, tuple(name.split(".")), reader.tables[name])


Cells = dict[tuple[int, str], Expression | None]


def _order(reader: _Reader, derived: dict[str, Derived], cells: dict[str, Cells]) -> list[str]:
    """Tables and derived facts, each after what it needs, when cells of tables need facts too. A ring is a
    fault of the data file."""
    used = {name: list(one.formula.paths) for name, one in derived.items()}
    used |= {
        name: [path for e in cells.get(name, {}).values() if e for path in e.paths] for name in reader.tables
    }
    needs = {
        name: [
            other for other in used if other != name and any(touch(p, tuple(other.split("."))) for p in paths)
        ]
        for name, paths in used.items()
    }
    try:
        return list(TopologicalSorter(needs).static_order())
    except CycleError as cycle:
        ring = " → ".join(reversed(cycle.args[1]))
        place = next((reader.tables[n].location for n in cycle.args[1] if n in reader.tables), Location())
        reader.faults.append(error("gia-tri-sai", f"số liệu và ô của biểu tính vòng quanh: {ring}", place))
        return list(needs)


def _derived(typed: Fact | None, derived: Derived, scope: dict[str, Any]) -> Fact:
    """The fact of a formula: the typed value where there is one, else the computed."""
    node = typed.node if typed else None
    kind = typed.kind if typed else "so"
    try:
        value = derived.formula.evaluate(scope)
        problem = ""
    except MissingValue:
        value, problem = None, ""  # said where the fact is used, if it is
    except ExpressionError as fault:
        value, problem = None, fault.message
    if hasattr(value, "as_tuple") and KINDS[kind].numeric:
        value = Figure(value, kind, typed=False)
    effective = typed.value if typed is not None and node is not None else value
    return Fact(derived.path, kind, effective, node, value, derived, problem)


def _store(scope: dict[str, Any], path: Path, value: Any) -> None:
    for step in path[:-1]:
        inner = scope.get(step)
        if not isinstance(inner, dict):
            inner = scope[step] = {}
        scope = inner
    scope[path[-1]] = value


def _pending(reader: _Reader, name: str) -> Cells:
    """The expressions in numeric cells of a table; a cell must be one `{{ … }}` and nothing else."""
    table = reader.tables[name]
    out: Cells = {}
    for index, code in table.pending:
        node = table.rows[index].cells[code].node
        assert node is not None
        text = node.text.strip()
        try:
            if not (text.startswith("{{") and text.endswith("}}") and text.count("{{") == 1):
                raise ExpressionError("ô số chỉ chứa một số hoặc đúng một {{ … }}")
            out[index, code] = parse(text[2:-2].strip())
        except ExpressionError as fault:
            out[index, code] = None
            reader.faults.append(error("gia-tri-sai", fault.message, node.location, hint=fault.hint))
    return out


def _filled(
    expressions: Cells,
    scope: dict[str, Any],
    index: int,
    code: str,
    cell: FormCell,
) -> FormCell:
    """The numeric cell in row `index` and column `code`, its `{{ … }}` evaluated."""
    expression = expressions[index, code]
    if expression is None or cell.node is None:
        return cell
    try:
        value = expression.evaluate(scope)
        if isinstance(value, str):  # a filter was given: the figure it prints
            value = read_as(value, "so")
        return FormCell(cell.node, value)
    except (ExpressionError, VnError):
        return cell  # assemble prints the same expression and reports it there
