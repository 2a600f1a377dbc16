"""Reading an expression and computing it.

`parse` turns text into an Expression, once per text and process; an Expression is a tree of Python
closures, so that a form of ten thousand rows is computed quickly.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from decimal import Context, DecimalException, getcontext, localcontext
from functools import lru_cache
from typing import Any

from docgen import limits
from docgen.expression import nodes
from docgen.expression.closures import Scope, closure
from docgen.expression.errors import ExpressionError
from docgen.expression.functions import FUNCTIONS
from docgen.expression.syntax import tree_of
from docgen.expression.words import Unreadable
from docgen.expression.write import BROKEN, brief, calls_in, operands_in, path_of, write
from docgen.values import Struct

_EXACT = Context(prec=3 * limits.NUMBER_DIGITS)
"""Sums and products of figures within the limits are exact; only division rounds, far behind any decimal."""


def exactly() -> AbstractContextManager[Context]:
    """Within it Decimals are computed as expressions compute them; who has many to compute enters it once."""
    return localcontext(_EXACT)


class Operand(Struct, frozen=True):
    """A part of a formula that stands for one value: its text, its path (names and row keys), the value."""

    text: str
    path: tuple[str, ...]
    value: Any


class Expression:
    """A parsed expression. `names` are the first names of all paths it uses, `paths` the whole paths,
    `unknown_calls` the functions it calls that are not in docgen.expression.functions (dan is not)."""

    __slots__ = ("_evaluate", "_tree", "names", "paths", "text", "unknown_calls")

    def __init__(self, text: str, tree: nodes.Node) -> None:
        self.text = text
        self._tree = tree
        self._evaluate = closure(tree)
        self.paths = tuple(dict.fromkeys(path for node in operands_in(tree) if (path := path_of(node))))
        self.names = frozenset(path[0] for path in self.paths)
        called = (node.name for node in calls_in(tree) if node.name not in FUNCTIONS)
        self.unknown_calls = tuple(dict.fromkeys(called))

    def evaluate(self, scope: Scope) -> Any:
        """The value in `scope`. Raises ExpressionError (UnknownName, MissingValue)."""
        try:
            if getcontext().prec == _EXACT.prec:
                return self._evaluate(scope)
            with exactly():
                return self._evaluate(scope)
        except DecimalException:
            raise ExpressionError("phép tính cho số quá lớn hoặc chia cho 0") from None
        except RecursionError:
            raise ExpressionError("công thức lồng quá sâu") from None

    def operands(self, scope: Scope) -> tuple[Operand, ...]:
        """Every operand with its value in `scope`, in reading order, each once; without those that have
        none (the right side of an `and` may never have been looked at)."""
        seen: dict[str, Operand] = {}
        for node in operands_in(self._tree):
            text = write(node)
            if text not in seen and (value := _value(node, scope)) is not None:
                seen[text] = Operand(text, path_of(node), value)
        return tuple(seen.values())

    def filled(self, scope: Scope) -> str:
        """The formula with the values of `scope` in place of its operands: "710 + 5.305"."""
        return _filled(self._tree, scope)

    def broken(self, scope: Scope) -> tuple[Expression, ...]:
        """The parts joined by `and` that are false in `scope`, this expression itself when it is one part."""
        return tuple(
            self if node is self._tree else Expression(write(node), node)
            for node in _conjuncts(self._tree)
            if _value(node, scope) is False
        )

    def contrast(self, scope: Scope) -> str:
        """What is so instead of this false comparison, both sides filled in and computed:
        "6.015 ≠ 710 + 5.300 = 6.010". Other expressions are filled in."""
        node = self._tree
        if not isinstance(node, nodes.Compare) or len(node.steps) != 1:
            return f"không đúng: {_filled(node, scope)}"
        sign, right = node.steps[0]
        return f"{_side(node.first, scope)} {BROKEN[sign]} {_side(right, scope)}"


_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_THOUSANDS = re.compile(r"(?<![\w.])[0-9]{1,3}\.[0-9]{3}(?![\w.])")

# What people write who know another language of formulas, and what stands for it here.
_HINTS: tuple[tuple[str, str], ...] = (
    (r"(?<![=!<>])=(?!=)", "So sánh bằng nhau ghi hai dấu ==, khác nhau ghi !="),
    (r"<>|≠", "Khác nhau ghi !="),
    (r"≤|≥", "Ghi <= hoặc >="),
    (r"&&|\bvà\b|\|\|", "“Và” ghi and, “hoặc” ghi or"),
    (r"\bhoặc\b", "“Và” ghi and, “hoặc” ghi or"),
    (r"[0-9],[0-9]", "Phần thập phân trong công thức ghi sau dấu chấm: 20.5"),
    (r"[0-9]\s*%", "Tỷ lệ đã tính theo phần trăm: ghi 20, không ghi 20%"),
    (r"×|:", "Nhân ghi *, chia ghi /"),
)


def _hint(text: str) -> str:
    return next((hint for pattern, hint in _HINTS if re.search(pattern, _QUOTED.sub("", text))), "")


def _conjuncts(node: nodes.Node) -> tuple[nodes.Node, ...]:
    if isinstance(node, nodes.And):
        return (*_conjuncts(node.left), *_conjuncts(node.right))
    return (node,)


def _value(node: nodes.Node, scope: Scope) -> Any:
    """The value of a part of an expression; None when it has none."""
    try:
        with exactly():
            return closure(node)(scope)
    except (ExpressionError, DecimalException):
        return None


def _filled(node: nodes.Node, scope: Scope) -> str:
    return write(node, lambda part: brief(_value(part, scope)))


def _side(node: nodes.Node, scope: Scope) -> str:
    """One side of a comparison: filled in, and its value when that says more."""
    filled, value = _filled(node, scope), brief(_value(node, scope))
    return filled if filled == value else f"{filled} = {value}"


@lru_cache(maxsize=8192)
def parse(text: str) -> Expression:
    """The expression `text` holds. Raises ExpressionError when it cannot be read."""
    if len(text) > limits.EXPRESSION_CHARACTERS:
        raise ExpressionError("biểu thức quá dài")
    if not text.strip():
        raise ExpressionError("biểu thức rỗng", hint="Ghi tên số liệu giữa {{ và }}")
    if thousands := _THOUSANDS.search(_QUOTED.sub("", text)):
        written = thousands[0].replace(".", "")
        message = f"“{thousands[0]}” trong biểu thức không rõ nghĩa"
        raise ExpressionError(message, hint=f"Ghi {written}; nếu là số thập phân thì ghi {thousands[0]}0")
    try:
        return Expression(text, tree_of(text))
    except Unreadable as fault:
        if fault.surplus is None:
            message = f"biểu thức “{text.strip()}” không đúng cú pháp"
        else:
            message = f"thừa “{fault.surplus}” trong biểu thức “{text.strip()}”"
        raise ExpressionError(message, hint=_hint(text)) from None
    except RecursionError:
        raise ExpressionError("biểu thức lồng quá sâu") from None
