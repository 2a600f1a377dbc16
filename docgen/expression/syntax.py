"""From text to a tree: the grammar of an expression, which is the one Jinja has inside {{ … }}.

It reads everything Jinja reads, so that a way of writing the language refuses is told apart from a slip
of the pen; what is refused becomes one node without parts. The tests hold it against Jinja's parser.
"""

from __future__ import annotations

from collections.abc import Callable

from docgen.expression import nodes
from docgen.expression.words import NAMES, Unreadable, Words

_REFUSED = nodes.Refused()
_LITERALS = {"true": True, "True": True, "false": False, "False": False, "none": None, "None": None}

# What binds closer stands higher; the signs of one rank are read from left to right.
_OR, _AND, _NOT, _COMPARISON, _SUM, _JOIN, _PRODUCT, _POWER = range(1, 9)
_RANKS = {"or": _OR, "and": _AND, "+": _SUM, "-": _SUM, "~": _JOIN, "**": _POWER}
_RANKS |= dict.fromkeys(("==", "!=", "<", "<=", ">", ">=", "in", "not in"), _COMPARISON)
_RANKS |= dict.fromkeys(("*", "/", "//", "%"), _PRODUCT)
_MADE_BY: dict[str, Callable[[nodes.Node, nodes.Node], nodes.Node]] = {
    "or": nodes.Or,
    "and": nodes.And,
    "+": nodes.Add,
    "-": nodes.Subtract,
    "*": nodes.Multiply,
    "/": nodes.Divide,
}
_NOT_AFTER = {"": ("=", "*", "**"), "=": ("**",), "*": ("*", "**"), "**": ("**",)}
"""The ways of giving an argument (plain, by name, * and **), each with those it cannot follow."""

_TESTED_WITH = (NAMES | {"text", "integer", "float", "[", "{"}) - {"else", "or", "and"}
"""What can begin the value a test compares with, as in `a is b 3`."""


def tree_of(text: str) -> nodes.Node:
    """The tree of `text`. Raises Unreadable, ExpressionError for what is too deep or too large, and
    RecursionError for a chain that is too long."""
    words = Words(text)
    node = _expression(words)
    words.finish()
    return node


# Each function reads what it is named after and leaves `words` behind it, or raises Unreadable.


def _expression(words: Words) -> nodes.Node:
    node = _joined(words, _OR)
    while words.kind == "if":
        words.take()
        test = _joined(words, _OR)
        other = None
        if words.kind == "else":
            words.take()
            other = _expression(words)
        node = nodes.Choice(test, node, other)
    return node


def _joined(words: Words, least: int) -> nodes.Node:
    """Operands joined by signs of rank `least` or higher."""
    if words.kind == "not" and least <= _NOT:
        words.take()
        node: nodes.Node = nodes.Not(_joined(words, _NOT))
    else:
        node = _operand(words)
    while (rank := _RANKS.get(_sign(words), 0)) >= least:
        if rank == _COMPARISON:
            node = _comparison(words, node)
            continue
        make = _MADE_BY.get(words.take())
        right = _joined(words, rank + 1)
        node = _REFUSED if make is None else make(node, right)
    return node


def _sign(words: Words) -> str:
    return "not in" if words.kind == "not" and words.following() == "in" else words.kind


def _comparison(words: Words, first: nodes.Node) -> nodes.Node:
    steps = []
    while _RANKS.get(sign := _sign(words)) == _COMPARISON:
        words.take()
        if sign == "not in":
            words.take()
        steps.append((sign, _joined(words, _COMPARISON + 1)))
    return nodes.Compare(first, tuple(steps))


def _operand(words: Words) -> nodes.Node:
    """A path with its signs, then its filters: -a.b | so is (-(a.b)) | so."""
    signs = []
    while words.kind in ("-", "+"):
        signs.append(words.take())
    node = _path(words)
    for sign in reversed(signs):
        node = nodes.Negative(node) if sign == "-" else _REFUSED
    while words.kind in ("|", "is", "("):
        if words.kind == "|":
            words.take()
            name = _dotted_name(words)
            args = _arguments(words) if words.kind == "(" else ()
            node = _REFUSED if args is None else nodes.Filter(node, name, args)
        elif words.kind == "is":
            _test(words)
            node = _REFUSED
        else:  # what a filter or a test gave is called
            _arguments(words)
            node = _REFUSED
    return node


def _dotted_name(words: Words) -> str:
    name = words.take_name()
    while words.kind == ".":
        words.take()
        name += f".{words.take_name()}"
    return name


def _test(words: Words) -> None:
    words.take()
    if words.kind == "not":
        words.take()
    _dotted_name(words)
    if words.kind == "(":
        _arguments(words)
    elif words.kind == "is":
        raise Unreadable
    elif words.kind in _TESTED_WITH:
        _path(words)


def _path(words: Words) -> nodes.Node:
    """A value with the members and calls behind it."""
    node = _value(words)
    while words.kind in (".", "[", "("):
        if words.kind == "[":
            node = nodes.Item(node, _key(words))
        elif words.kind == "(":
            args = _arguments(words)
            if isinstance(node, nodes.Name) and args is not None:
                node = nodes.Call(node.name, args)
            else:
                node = _REFUSED
        else:
            words.take()
            if words.kind == "integer":
                node = nodes.Item(node, nodes.Constant(words.take()))
            else:
                node = nodes.Attribute(node, words.take_name())
    return node


def _value(words: Words) -> nodes.Node:
    kind = words.kind
    if kind in NAMES:
        name = words.take()
        return nodes.Constant(_LITERALS[name]) if name in _LITERALS else nodes.Name(name)
    if kind in ("integer", "float"):
        return nodes.Constant(words.take())
    if kind == "text":
        text = words.take()
        while words.kind == "text":
            text += words.take()
        return nodes.Constant(text)
    if kind == "(":
        items, comma = _listed(words, ")", _expression)
        return items[0] if len(items) == 1 and not comma else _REFUSED
    if kind == "[":
        _listed(words, "]", _expression)
    elif kind == "{":
        _listed(words, "}", _pair)
    else:
        raise Unreadable
    return _REFUSED


def _listed(words: Words, close: str, one: Callable[[Words], nodes.Node]) -> tuple[list[nodes.Node], bool]:
    """What stands in brackets with commas between, and whether a comma stands behind the last."""
    words.take()
    found = []
    comma = False
    while words.kind != close:
        found.append(one(words))
        comma = words.kind == ","
        if not comma:
            break
        words.take()
    words.expect(close)
    return found, comma


def _pair(words: Words) -> nodes.Node:
    _expression(words)
    words.expect(":")
    return _expression(words)


def _key(words: Words) -> nodes.Node:
    """What stands in the brackets of a path; here a comma behind the last is a fault."""
    words.take()
    keys: list[nodes.Node] = []
    while words.kind != "]":
        if keys:
            words.expect(",")
        keys.append(_slice(words))
    words.take()
    return keys[0] if len(keys) == 1 else _REFUSED


def _slice(words: Words) -> nodes.Node:
    """One key; a range such as 1:9:2, where every number may be left out, is refused."""
    if words.kind != ":":
        node = _expression(words)
        if words.kind != ":":
            return node
    words.take()
    if words.kind not in (":", "]", ","):
        _expression(words)
    if words.kind == ":":
        words.take()
        if words.kind not in ("]", ","):
            _expression(words)
    return _REFUSED


def _arguments(words: Words) -> tuple[nodes.Node, ...] | None:
    """The arguments of a call; None when some are given by name or with * or **."""
    ways: set[str] = set()

    def one(words: Words) -> nodes.Node:
        way = words.kind if words.kind in ("*", "**") else ""
        if words.kind in NAMES and words.following() == "=":
            way = "="
            words.take()
        if not ways.isdisjoint(_NOT_AFTER[way]):
            raise Unreadable
        ways.add(way)
        if way:
            words.take()
        return _expression(words)

    args, _ = _listed(words, ")", one)
    return None if ways - {""} else tuple(args)
