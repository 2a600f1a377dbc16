"""From a tree to Python closures: the nodes handled here are the whole language."""

from __future__ import annotations

import math
import operator
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from docgen import vn
from docgen.diagnostics import did_you_mean
from docgen.expression import nodes
from docgen.expression.errors import ExpressionError, MissingValue, UnknownName
from docgen.expression.functions import FILTERS, FUNCTIONS, describe
from docgen.expression.values import Figure, has_members
from docgen.expression.write import SIGNS, path_of

Scope = Mapping[str, Any]
Evaluate = Callable[[Scope], Any]

_ARITHMETIC: dict[type, Callable[[Any, Any], Any]] = {
    nodes.Add: operator.add,
    nodes.Subtract: operator.sub,
    nodes.Multiply: operator.mul,
    nodes.Divide: operator.truediv,
}
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


_UNPRINTABLE = ("Cc", "Cs", "Co", "Cn")
"""Kinds of characters that only an escape such as \\x07 can bring in; Word does not open a file with one."""


def closure(node: nodes.Node) -> Evaluate:
    """The function of a scope that computes `node`, made once: a finding shows the value of each part of a
    formula. Raises ExpressionError for what the language has not."""
    try:
        return node.closure  # type: ignore[no-any-return]
    except AttributeError:
        node.closure = made = _made(node)
        return made


def _made(node: nodes.Node) -> Evaluate:
    kind = type(node)
    if kind in _ARITHMETIC:
        return _arithmetic(node)
    maker = _MAKERS.get(kind)
    if maker is None:
        raise ExpressionError("biểu thức dùng cách viết không được phép")
    return maker(node)


def _constant(node: nodes.Constant) -> Evaluate:
    value = node.value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if not math.isfinite(value):
            raise ExpressionError("số trong biểu thức quá lớn")
        value = Figure(str(value))  # as good as typed: no comparison rounds it
    elif isinstance(value, str):
        if any(unicodedata.category(sign) in _UNPRINTABLE and sign not in "\t\n" for sign in value):
            raise ExpressionError("chữ trong biểu thức có ký tự không in được")
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
            raise UnknownName(name, f"không có số liệu “{name}”{did_you_mean(name, scope)}") from None
        if value is None:
            raise MissingValue(name)
        return value

    return evaluate


def _member(node: nodes.Attribute | nodes.Item) -> Evaluate:
    parent = closure(node.owner)
    if isinstance(node, nodes.Attribute):
        key = vn.nfc(node.name)
    elif isinstance(node.key, nodes.Constant) and isinstance(node.key.value, (str, int)):
        key = vn.nfc(str(node.key.value))
    else:
        raise ExpressionError("trong ngoặc vuông phải là tên dòng đặt trong ngoặc kép")
    path = ".".join(path_of(node))

    def evaluate(scope: Scope) -> Any:
        owner = parent(scope)
        if isinstance(owner, dict):
            known: Any = owner
            value = owner.get(key, owner)  # the owner itself cannot be its own member
            found = value is not owner
        elif has_members(type(owner)):
            try:
                value, found, known = owner.member(key), True, ()
            except KeyError:
                value, found, known = None, False, owner.member_names()
        else:
            raise UnknownName(path, f"“{path}” không có: phần trước dấu chấm là {describe(owner)}")
        if not found:
            raise UnknownName(path, f"không có số liệu “{path}”{did_you_mean(key, known)}")
        if value is None:
            raise MissingValue(path)
        return value

    return evaluate


def _filter(node: nodes.Filter) -> Evaluate:
    if node.name not in FILTERS:
        near = did_you_mean(node.name, FILTERS)
        hint = "" if near else f"Các bộ lọc: {', '.join(FILTERS)}"
        raise ExpressionError(f"không có bộ lọc “{node.name}”{near}", hint=hint)
    return _call_with(FILTERS[node.name], node.name, (node.value, *node.args))


def _call(node: nodes.Call) -> Evaluate:
    name = node.name
    function = FUNCTIONS.get(name)
    if function is not None:
        return _call_with(function, name, node.args)
    arguments = [closure(argument) for argument in node.args]

    def evaluate(scope: Scope) -> Any:  # a function the caller put into the scope, such as dan(...)
        function = scope.get(name)
        if not callable(function):
            known = [*FUNCTIONS, *(key for key, value in scope.items() if callable(value))]
            raise UnknownName(name, f"không có hàm “{name}”{did_you_mean(name, known)}")
        return function(*[argument(scope) for argument in arguments])

    return evaluate


def _call_with(function: Callable[..., Any], name: str, args: tuple[nodes.Node, ...]) -> Evaluate:
    arguments = [closure(argument) for argument in args]

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
    sign, compute = SIGNS[type(node)], _ARITHMETIC[type(node)]
    left, right = closure(node.left), closure(node.right)

    def evaluate(scope: Scope) -> Any:
        a, b = left(scope), right(scope)
        for value in (a, b):
            if isinstance(value, bool) or not isinstance(value, Decimal):
                raise ExpressionError(f"phép “{sign}” cần số, nhưng nhận được {describe(value)}")
        return compute(a, b)

    return evaluate


def _negative(node: nodes.Negative) -> Evaluate:
    inner = closure(node.inner)

    def evaluate(scope: Scope) -> Any:
        value = inner(scope)
        if not isinstance(value, Decimal):
            raise ExpressionError(f"dấu trừ cần số, nhưng nhận được {describe(value)}")
        return -value

    return evaluate


def _compare(node: nodes.Compare) -> Evaluate:
    first = closure(node.first)
    steps = []
    for sign, expression in node.steps:
        if sign not in _COMPARE:
            raise ExpressionError("biểu thức dùng cách viết không được phép")
        steps.append((_COMPARE[sign], sign, closure(expression)))

    def evaluate(scope: Scope) -> bool:
        left = first(scope)
        for compute, sign, right_of in steps:
            right = right_of(scope)
            a, b = comparable(left, right)
            numbers = isinstance(a, Decimal) and isinstance(b, Decimal)
            try:
                if type(a) is not type(b) and not numbers and sign not in ("==", "!="):
                    raise TypeError
                if not compute(a, b):
                    return False
            except TypeError:  # also two groups, two columns with gaps: they have no order
                message = f"không so sánh được {describe(left)} với {describe(right)}"
                raise ExpressionError(message) from None
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


def _truth(node: nodes.Node) -> Evaluate:
    inner = closure(node)

    def evaluate(scope: Scope) -> bool:
        value = inner(scope)
        if not isinstance(value, bool):
            raise ExpressionError(f"cần một mệnh đề đúng/sai, nhưng nhận được {describe(value)}")
        return value

    return evaluate


def _not(node: nodes.Not) -> Evaluate:
    inner = _truth(node.inner)
    return lambda scope: not inner(scope)


def _choice(node: nodes.Choice) -> Evaluate:
    test, first = _truth(node.test), closure(node.first)
    second = closure(node.second) if node.second is not None else (lambda scope: "")
    return lambda scope: first(scope) if test(scope) else second(scope)


_MAKERS: dict[type, Callable[[Any], Evaluate]] = {
    nodes.Constant: _constant,
    nodes.Name: _name,
    nodes.Attribute: _member,
    nodes.Item: _member,
    nodes.Filter: _filter,
    nodes.Call: _call,
    nodes.Negative: _negative,
    nodes.Compare: _compare,
    nodes.And: _logic,
    nodes.Or: _logic,
    nodes.Not: _not,
    nodes.Choice: _choice,
}
