"""A tree as text again: the formula as it reads, or with values in place of its operands."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from docgen import vn
from docgen.expression import nodes
from docgen.expression.functions import describe
from docgen.expression.values import Figure, display

SIGNS: dict[type, str] = {nodes.Add: "+", nodes.Subtract: "-", nodes.Multiply: "*", nodes.Divide: "/"}
COMPARISONS = {"==": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
"""How comparisons read in messages."""

BROKEN = {"==": "≠", "!=": "=", "<": "≥", "<=": ">", ">": "≤", ">=": "<"}
"""What holds when a comparison does not."""

_LEVELS: dict[type, int] = {
    nodes.Choice: 0,
    nodes.Or: 1,
    nodes.And: 2,
    nodes.Not: 3,
    nodes.Compare: 4,
    nodes.Add: 5,
    nodes.Subtract: 5,
    nodes.Multiply: 6,
    nodes.Divide: 6,
    nodes.Negative: 7,
}
"""What binds closer stands higher; everything else is closest (8)."""

_OF_COLUMNS = ("tong", "dem_dong", "lon_nhat", "nho_nhat")
"""Functions that are shown by their value: their argument is a whole column."""


def path_of(node: nodes.Node) -> tuple[str, ...]:
    """The names of a path such as a.b["c"].d; empty for anything else."""
    if isinstance(node, nodes.Name):
        return (vn.nfc(node.name),)
    if isinstance(node, nodes.Attribute):
        head = path_of(node.owner)
        return (*head, vn.nfc(node.name)) if head else ()
    if isinstance(node, nodes.Item) and isinstance(node.key, nodes.Constant):
        head = path_of(node.owner)
        return (*head, vn.nfc(str(node.key.value))) if head else ()
    return ()


def operands_in(node: nodes.Node) -> Iterator[nodes.Node]:
    """The paths in `node`; the arguments of a function, not its name."""
    if isinstance(node, (nodes.Name, nodes.Attribute, nodes.Item)):
        yield node
        return
    for part in node.parts:
        yield from operands_in(part)


def calls_in(node: nodes.Node) -> Iterator[nodes.Call]:
    """Every function call in `node`, itself included."""
    if isinstance(node, nodes.Call):
        yield node
    for part in node.parts:
        yield from calls_in(part)


def write(node: Any, value_of: Callable[[Any], str] | None = None) -> str:
    """`node` as text; with `value_of`, every path and every function of a column as its value."""

    def inner(child: Any, level: int = 0) -> str:
        text = write(child, value_of)
        return f"({text})" if _LEVELS.get(type(child), 8) < level else text

    kind = type(node)
    level = _LEVELS.get(kind, 8)
    if kind in SIGNS:
        return f"{inner(node.left, level)} {SIGNS[kind]} {inner(node.right, level + 1)}"
    if kind is nodes.Compare:
        return inner(node.first, 5) + "".join(
            f" {COMPARISONS[sign]} {inner(right, 5)}" for sign, right in node.steps
        )
    if kind in (nodes.And, nodes.Or):
        return f"{inner(node.left, level)} {'và' if kind is nodes.And else 'hoặc'} {inner(node.right, level)}"
    if kind is nodes.Not:
        return f"không {inner(node.inner, level)}"
    if kind is nodes.Negative:
        return f"-{inner(node.inner, level)}"
    if kind is nodes.Choice:
        other = f" else {inner(node.second)}" if node.second is not None else ""
        return f"{inner(node.first, 1)} if {inner(node.test, 1)}{other}"
    if kind is nodes.Constant:
        return f"“{node.value}”" if isinstance(node.value, str) else _number(node.value)
    if kind is nodes.Call:
        if value_of is not None and node.name in _OF_COLUMNS:
            return value_of(node)
        return f"{node.name}({', '.join(inner(a) for a in node.args)})"
    if kind is nodes.Filter:
        args = f"({', '.join(inner(a) for a in node.args)})" if node.args else ""
        return f"{inner(node.value, 8)} | {node.name}{args}"
    if value_of is not None:
        return value_of(node)
    if kind is nodes.Attribute:
        return f"{inner(node.owner)}.{node.name}"
    if kind is nodes.Item:
        return f"{inner(node.owner)}[{inner(node.key)}]"
    return str(node.name)


def _number(value: Any) -> str:
    if isinstance(value, bool):
        return display(value)
    return vn.so(Decimal(str(value)))


def brief(value: Any) -> str:
    """`value` for a formula in a message: counts without a leading zero; "…" for a missing one."""
    if value is None:
        return "…"
    if isinstance(value, Figure) and value.kind == "dem":
        return vn.so(value)
    if isinstance(value, (Decimal, str, bool, datetime.date, vn.PartialDate)):
        return display(value)
    return describe(value)
