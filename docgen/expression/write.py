"""A tree as text again: the formula as it reads, or with values in place of its operands."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from jinja2 import nodes

from docgen import vn
from docgen.expression.functions import describe
from docgen.expression.values import Figure, display

SIGNS: dict[type, str] = {nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/"}
COMPARISONS = {"eq": "=", "ne": "≠", "lt": "<", "lteq": "≤", "gt": ">", "gteq": "≥"}
"""How comparisons read in messages."""

BROKEN = {"eq": "≠", "ne": "=", "lt": "≥", "lteq": ">", "gt": "≤", "gteq": "<"}
"""What holds when a comparison does not."""

_LEVELS: dict[type, int] = {
    nodes.CondExpr: 0,
    nodes.Or: 1,
    nodes.And: 2,
    nodes.Not: 3,
    nodes.Compare: 4,
    nodes.Add: 5,
    nodes.Sub: 5,
    nodes.Mul: 6,
    nodes.Div: 6,
    nodes.Neg: 7,
}
"""What binds closer stands higher; everything else is closest (8)."""

_OF_COLUMNS = ("tong", "dem_dong", "lon_nhat", "nho_nhat")
"""Functions that are shown by their value: their argument is a whole column."""


def path_of(node: nodes.Node) -> tuple[str, ...]:
    """The names of a path such as a.b["c"].d; empty for anything else."""
    if isinstance(node, nodes.Name):
        return (vn.nfc(node.name),)
    if isinstance(node, nodes.Getattr):
        head = path_of(node.node)
        return (*head, vn.nfc(node.attr)) if head else ()
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        head = path_of(node.node)
        return (*head, vn.nfc(str(node.arg.value))) if head else ()
    return ()


def operands_in(node: nodes.Node) -> Iterator[Any]:
    """The paths in `node`; the arguments of a function, not its name."""
    if isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
        yield node
        return
    for child in node.iter_child_nodes(exclude=("node",) if isinstance(node, nodes.Call) else None):
        yield from operands_in(child)


def calls_in(node: nodes.Expr) -> Iterator[nodes.Call]:
    """Every function call in `node`, itself included."""
    if isinstance(node, nodes.Call):
        yield node
    yield from node.find_all(nodes.Call)


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
        return inner(node.expr, 5) + "".join(f" {COMPARISONS[s.op]} {inner(s.expr, 5)}" for s in node.ops)
    if kind in (nodes.And, nodes.Or):
        return f"{inner(node.left, level)} {'và' if kind is nodes.And else 'hoặc'} {inner(node.right, level)}"
    if kind is nodes.Not:
        return f"không {inner(node.node, level)}"
    if kind is nodes.Neg:
        return f"-{inner(node.node, level)}"
    if kind is nodes.CondExpr:
        other = f" else {inner(node.expr2)}" if node.expr2 is not None else ""
        return f"{inner(node.expr1, 1)} if {inner(node.test, 1)}{other}"
    if kind is nodes.Const:
        return f"“{node.value}”" if isinstance(node.value, str) else _number(node.value)
    if kind is nodes.Call:
        if value_of is not None and node.node.name in _OF_COLUMNS:
            return value_of(node)
        return f"{node.node.name}({', '.join(inner(a) for a in node.args)})"
    if kind is nodes.Filter:
        args = f"({', '.join(inner(a) for a in node.args)})" if node.args else ""
        return f"{inner(node.node, 8)} | {node.name}{args}"
    if value_of is not None:
        return value_of(node)
    if kind is nodes.Getattr:
        return f"{inner(node.node)}.{node.attr}"
    if kind is nodes.Getitem:
        return f"{inner(node.node)}[{inner(node.arg)}]"
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
