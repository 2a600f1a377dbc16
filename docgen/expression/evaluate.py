"""Reading an expression and computing it.

`parse` turns text into an Expression, once per text and process; an Expression is a tree of Python
closures, so that a form of ten thousand rows is computed quickly.
"""

from __future__ import annotations

import datetime
import difflib
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException, localcontext
from functools import lru_cache
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen import limits, vn
from docgen.expression.errors import ExpressionError, MissingValue, UnknownName
from docgen.expression.functions import FILTERS, FUNCTIONS, describe
from docgen.expression.values import Figure, Members, display

Scope = Mapping[str, Any]
Evaluate = Callable[[Scope], Any]

_EXACT = Context(prec=3 * limits.NUMBER_DIGITS)
"""Sums and products of figures within the limits are exact; only division rounds, far behind any decimal."""

_SYNTAX = ImmutableSandboxedEnvironment()
_SYNTAX.filters = dict(FILTERS)  # the parser refuses filters it does not know; these are all there are


@dataclass(frozen=True, slots=True)
class Operand:
    """A part of a formula that stands for one value: its text, its path (names and row keys), the value."""

    text: str
    path: tuple[str, ...]
    value: Any


class Expression:
    """A parsed expression. `names` are the first names of all paths it uses, `paths` the whole paths."""

    __slots__ = ("_evaluate", "_tree", "names", "paths", "text")

    def __init__(self, text: str, tree: nodes.Expr) -> None:
        self.text = text
        self._tree = tree
        self._evaluate = _closure(tree)
        self.paths = tuple(dict.fromkeys(path for node in _operands(tree) if (path := _path(node))))
        self.names = frozenset(path[0] for path in self.paths)

    def evaluate(self, scope: Scope) -> Any:
        """The value in `scope`. Raises ExpressionError (UnknownName, MissingValue)."""
        try:
            with localcontext(_EXACT):
                return self._evaluate(scope)
        except DecimalException:
            raise ExpressionError("phép tính cho số quá lớn hoặc chia cho 0") from None
        except RecursionError:
            raise ExpressionError("công thức lồng quá sâu") from None

    def operands(self, scope: Scope) -> tuple[Operand, ...]:
        """Every operand with its value in `scope`, in reading order, each once; without those that have
        none (the right side of an `and` may never have been looked at)."""
        seen: dict[str, Operand] = {}
        for node in _operands(self._tree):
            text = _write(node)
            if text not in seen:
                try:
                    seen[text] = Operand(text, _path(node), _closure(node)(scope))
                except ExpressionError:
                    continue
        return tuple(seen.values())

    def filled(self, scope: Scope) -> str:
        """The formula with the values of `scope` in place of its operands: "710 + 5.305 = 6.015"."""

        def value_of(node: nodes.Expr) -> str:
            try:
                return _brief(_closure(node)(scope))
            except ExpressionError:
                return "…"

        return _write(self._tree, value_of)


@lru_cache(maxsize=8192)
def parse(text: str) -> Expression:
    """The expression `text` holds. Raises ExpressionError when it cannot be read."""
    if len(text) > limits.EXPRESSION_CHARACTERS:
        raise ExpressionError("biểu thức quá dài")
    if not text.strip():
        raise ExpressionError("biểu thức rỗng", hint="Ghi tên số liệu giữa {{ và }}")
    try:
        parser = Parser(_SYNTAX, text, state="variable")
        tree = parser.parse_expression()
        if not parser.stream.eos:
            raise ExpressionError(f"thừa “{parser.stream.current.value}” trong biểu thức “{text.strip()}”")
        return Expression(text, tree)
    except TemplateSyntaxError as fault:
        raise ExpressionError(_syntax_words(str(fault.message), text)) from None
    except RecursionError:
        raise ExpressionError("biểu thức lồng quá sâu") from None


def _syntax_words(problem: str, text: str) -> str:
    if problem.startswith("No filter named"):
        name = problem.split("'")[1]
        return f"không có bộ lọc “{name}”{_did_you_mean(name, FILTERS)}"
    return f"biểu thức “{text.strip()}” không đúng cú pháp"


def _did_you_mean(name: str, known: Any) -> str:
    near = difflib.get_close_matches(name, list(known), 1, 0.6)
    return f", có phải “{near[0]}”?" if near else ""


# --- from tree to closures -------------------------------------------------------------------------

_ARITHMETIC: dict[type, tuple[str, Callable[[Any, Any], Any]]] = {
    nodes.Add: ("+", operator.add),
    nodes.Sub: ("-", operator.sub),
    nodes.Mul: ("*", operator.mul),
    nodes.Div: ("/", operator.truediv),
}
_COMPARE: dict[str, tuple[str, Callable[[Any, Any], bool]]] = {
    "eq": ("==", operator.eq),
    "ne": ("!=", operator.ne),
    "lt": ("<", operator.lt),
    "lteq": ("<=", operator.le),
    "gt": (">", operator.gt),
    "gteq": (">=", operator.ge),
}


def _closure(node: nodes.Expr) -> Evaluate:
    """The function of a scope that computes `node`."""
    kind = type(node)
    if kind in _ARITHMETIC:
        return _arithmetic(node)
    maker = _MAKERS.get(kind)
    if maker is None:
        raise ExpressionError("biểu thức dùng cách viết không được phép")
    return maker(node)


def _constant(node: nodes.Const) -> Evaluate:
    value = node.value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = Figure(str(value))  # as good as typed: no comparison rounds it
    elif isinstance(value, str):
        value = vn.nfc(value)
    elif not isinstance(value, bool):
        raise ExpressionError("biểu thức dùng cách viết không được phép")
    return lambda scope: value


def _name(node: nodes.Name) -> Evaluate:
    name = vn.nfc(node.name)

    def evaluate(scope: Scope) -> Any:
        try:
            value = scope[name]
        except KeyError:
            raise UnknownName(name, f"không có số liệu “{name}”{_did_you_mean(name, scope)}") from None
        if value is None:
            raise MissingValue(name)
        return value

    return evaluate


def _member(node: nodes.Getattr | nodes.Getitem) -> Evaluate:
    parent = _closure(node.node)
    if isinstance(node, nodes.Getattr):
        key = vn.nfc(node.attr)
    elif isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, (str, int)):
        key = vn.nfc(str(node.arg.value))
    else:
        raise ExpressionError("trong ngoặc vuông phải là tên dòng đặt trong ngoặc kép")
    path = ".".join(_path(node))

    def evaluate(scope: Scope) -> Any:
        owner = parent(scope)
        if isinstance(owner, dict):
            known: Any = owner
            value = owner.get(key, owner)  # the owner itself cannot be its own member
            found = value is not owner
        elif isinstance(owner, Members):
            try:
                value, found, known = owner.member(key), True, ()
            except KeyError:
                value, found, known = None, False, owner.member_names()
        else:
            raise UnknownName(path, f"“{path}” không có: phần trước dấu chấm là {describe(owner)}")
        if not found:
            raise UnknownName(path, f"không có số liệu “{path}”{_did_you_mean(key, known)}")
        if value is None:
            raise MissingValue(path)
        return value

    return evaluate


def _filter(node: nodes.Filter) -> Evaluate:
    if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise ExpressionError("biểu thức dùng cách viết không được phép")
    return _call_with(FILTERS[node.name], node.name, [node.node, *node.args])


def _call(node: nodes.Call) -> Evaluate:
    if node.kwargs or node.dyn_args or node.dyn_kwargs or not isinstance(node.node, nodes.Name):
        raise ExpressionError("biểu thức dùng cách viết không được phép")
    name = node.node.name
    function = FUNCTIONS.get(name)
    if function is not None:
        return _call_with(function, name, node.args)
    arguments = [_closure(argument) for argument in node.args]

    def evaluate(scope: Scope) -> Any:  # a function the caller put into the scope, such as dan(...)
        function = scope.get(name)
        if not callable(function):
            known = [*FUNCTIONS, *(key for key, value in scope.items() if callable(value))]
            raise UnknownName(name, f"không có hàm “{name}”{_did_you_mean(name, known)}")
        return function(*[argument(scope) for argument in arguments])

    return evaluate


def _call_with(function: Callable[..., Any], name: str, args: list[nodes.Expr]) -> Evaluate:
    arguments = [_closure(argument) for argument in args]

    def evaluate(scope: Scope) -> Any:
        values = [argument(scope) for argument in arguments]
        try:
            return function(*values)
        except ExpressionError:
            raise
        except TypeError:
            raise ExpressionError(f"“{name}” nhận sai số lượng hoặc loại giá trị") from None
        except ValueError as fault:  # docgen.vn explains in Vietnamese what it cannot write
            raise ExpressionError(str(fault)) from None

    return evaluate


def _arithmetic(node: Any) -> Evaluate:
    sign, compute = _ARITHMETIC[type(node)]
    left, right = _closure(node.left), _closure(node.right)

    def evaluate(scope: Scope) -> Any:
        a, b = left(scope), right(scope)
        for value in (a, b):
            if isinstance(value, bool) or not isinstance(value, Decimal):
                raise ExpressionError(f"phép “{sign}” cần số, nhưng nhận được {describe(value)}")
        return compute(a, b)

    return evaluate


def _negative(node: nodes.Neg) -> Evaluate:
    inner = _closure(node.node)

    def evaluate(scope: Scope) -> Any:
        value = inner(scope)
        if not isinstance(value, Decimal):
            raise ExpressionError(f"dấu trừ cần số, nhưng nhận được {describe(value)}")
        return -value

    return evaluate


def _compare(node: nodes.Compare) -> Evaluate:
    first = _closure(node.expr)
    steps = []
    for step in node.ops:
        if step.op not in _COMPARE:
            raise ExpressionError("biểu thức dùng cách viết không được phép")
        steps.append((_COMPARE[step.op][1], step.op, _closure(step.expr)))

    def evaluate(scope: Scope) -> bool:
        left = first(scope)
        for compute, name, right_of in steps:
            right = right_of(scope)
            a, b = comparable(left, right)
            numbers = isinstance(a, Decimal) and isinstance(b, Decimal)
            if type(a) is not type(b) and not numbers and name not in ("eq", "ne"):
                raise ExpressionError(f"không so sánh được {describe(left)} với {describe(right)}")
            if not compute(a, b):
                return False
            left = right
        return True

    return evaluate


def comparable(left: Any, right: Any) -> tuple[Any, Any]:
    """Both values as they are compared: a computed percentage is rounded to the decimals of a typed one;
    dates become datetime.date. Raises ExpressionError for a date with blanks."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        if isinstance(left, Figure) and left.typed and left.kind == "ty_le":
            return left, round_like(right, left)
        if isinstance(right, Figure) and right.typed and right.kind == "ty_le":
            return round_like(left, right), right
        return left, right
    return _date_value(left), _date_value(right)


def round_like(value: Decimal, model: Decimal) -> Decimal:
    """`value` rounded half-up to the decimals of `model`; unchanged when it is itself a typed figure."""
    if isinstance(value, Figure) and value.typed:
        return value
    return vn.lam_tron(value, max(-int(model.as_tuple().exponent), 0))


def _date_value(value: Any) -> Any:
    if isinstance(value, vn.PartialDate):
        whole = value.to_date()
        if whole is None:
            raise MissingValue("ngay")
        return whole
    return value


def _logic(node: nodes.And | nodes.Or) -> Evaluate:
    left, right = _truth(node.left), _truth(node.right)
    if isinstance(node, nodes.And):
        return lambda scope: left(scope) and right(scope)
    return lambda scope: left(scope) or right(scope)


def _truth(node: nodes.Expr) -> Evaluate:
    inner = _closure(node)

    def evaluate(scope: Scope) -> bool:
        value = inner(scope)
        if not isinstance(value, bool):
            raise ExpressionError(f"cần một mệnh đề đúng/sai, nhưng nhận được {describe(value)}")
        return value

    return evaluate


def _not(node: nodes.Not) -> Evaluate:
    inner = _truth(node.node)
    return lambda scope: not inner(scope)


def _choice(node: nodes.CondExpr) -> Evaluate:
    test, first = _truth(node.test), _closure(node.expr1)
    second = _closure(node.expr2) if node.expr2 is not None else (lambda scope: "")
    return lambda scope: first(scope) if test(scope) else second(scope)


_MAKERS: dict[type, Callable[[Any], Evaluate]] = {
    nodes.Const: _constant,
    nodes.Name: _name,
    nodes.Getattr: _member,
    nodes.Getitem: _member,
    nodes.Filter: _filter,
    nodes.Call: _call,
    nodes.Neg: _negative,
    nodes.Compare: _compare,
    nodes.And: _logic,
    nodes.Or: _logic,
    nodes.Not: _not,
    nodes.CondExpr: _choice,
}


# --- reading a tree --------------------------------------------------------------------------------


def _path(node: nodes.Node) -> tuple[str, ...]:
    """The names of a path such as a.b["c"].d; empty for anything else."""
    if isinstance(node, nodes.Name):
        return (vn.nfc(node.name),)
    if isinstance(node, nodes.Getattr):
        head = _path(node.node)
        return (*head, vn.nfc(node.attr)) if head else ()
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        head = _path(node.node)
        return (*head, vn.nfc(str(node.arg.value))) if head else ()
    return ()


def _operands(node: nodes.Node) -> Iterator[Any]:
    """The paths in `node`; the arguments of a function, not its name."""
    if isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
        yield node
        return
    for child in node.iter_child_nodes(exclude=("node",) if isinstance(node, nodes.Call) else None):
        yield from _operands(child)


_PRECEDENCE: dict[type, int] = {
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


def _write(node: Any, value_of: Callable[[Any], str] | None = None) -> str:
    """`node` as text again; with `value_of`, every path and every function of a column as its value."""

    def inner(child: Any, level: int = 0) -> str:
        text = _write(child, value_of)
        return f"({text})" if _PRECEDENCE.get(type(child), 9) < level else text

    kind = type(node)
    level = _PRECEDENCE.get(kind, 9)
    if kind in _ARITHMETIC:
        return f"{inner(node.left, level)} {_ARITHMETIC[kind][0]} {inner(node.right, level + 1)}"
    if kind is nodes.Compare:
        return inner(node.expr, 5) + "".join(f" {_COMPARE[s.op][0]} {inner(s.expr, 5)}" for s in node.ops)
    if kind in (nodes.And, nodes.Or):
        return f"{inner(node.left, level)} {'và' if kind is nodes.And else 'hoặc'} {inner(node.right, level)}"
    if kind is nodes.Not:
        return f"không {inner(node.node, level)}"
    if kind is nodes.Neg:
        return f"-{inner(node.node, level)}"
    if kind is nodes.Const:
        return f"“{node.value}”" if isinstance(node.value, str) else str(node.value)
    if kind is nodes.Call:
        if value_of is not None and node.node.name in ("tong", "dem_dong"):
            return value_of(node)
        return f"{node.node.name}({', '.join(inner(a) for a in node.args)})"
    if kind is nodes.Filter:
        return f"{inner(node.node, 9)} | {node.name}"
    if value_of is not None:
        return value_of(node)
    if kind is nodes.Getattr:
        return f"{inner(node.node)}.{node.attr}"
    if kind is nodes.Getitem:
        return f"{inner(node.node)}[{inner(node.arg)}]"
    return node.name if kind is nodes.Name else "…"


def _brief(value: Any) -> str:
    if isinstance(value, Figure) and value.kind == "dem":
        return vn.so(value)
    if isinstance(value, (Decimal, str, bool, datetime.date, vn.PartialDate)):
        return display(value)
    return describe(value)
