"""The tree of an expression: what the language can say, and one node for all it refuses.

Plain classes with `__slots__`: they are made whenever `docgen` starts, and a dataclass takes fifty times
as long to make.
"""

from __future__ import annotations

from typing import Any


class Node:
    """A part of an expression; `parts` are the nodes below it, in the order operands are listed. `closure` is
    the function that computes it, once somebody has asked for it (docgen.expression.closures)."""

    __slots__ = ("closure",)

    closure: Any

    @property
    def parts(self) -> tuple[Node, ...]:
        return ()


class Constant(Node):
    """A text, a number (int or float), true, false or none."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class Name(Node):
    """The first name of a path, as it was typed."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class Attribute(Node):
    """`owner.name`."""

    __slots__ = ("name", "owner")

    def __init__(self, owner: Node, name: str) -> None:
        self.owner = owner
        self.name = name

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.owner,)


class Item(Node):
    """`owner[key]`, and `owner.1`, where the key is a Constant."""

    __slots__ = ("key", "owner")

    def __init__(self, owner: Node, key: Node) -> None:
        self.owner = owner
        self.key = key

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.owner, self.key)


class Filter(Node):
    """`value | name(args)`."""

    __slots__ = ("args", "name", "value")

    def __init__(self, value: Node, name: str, args: tuple[Node, ...]) -> None:
        self.value = value
        self.name = name
        self.args = args

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.value, *self.args)


class Call(Node):
    """`name(args)`. The name of a function is no operand, hence no part."""

    __slots__ = ("args", "name")

    def __init__(self, name: str, args: tuple[Node, ...]) -> None:
        self.name = name
        self.args = args

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.args


class _Pair(Node):
    __slots__ = ("left", "right")

    def __init__(self, left: Node, right: Node) -> None:
        self.left = left
        self.right = right

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.left, self.right)


class Add(_Pair):
    """`left + right`."""

    __slots__ = ()


class Subtract(_Pair):
    """`left - right`."""

    __slots__ = ()


class Multiply(_Pair):
    """`left * right`."""

    __slots__ = ()


class Divide(_Pair):
    """`left / right`."""

    __slots__ = ()


class And(_Pair):
    """`left and right`."""

    __slots__ = ()


class Or(_Pair):
    """`left or right`."""

    __slots__ = ()


class Compare(Node):
    """`first < second <= third`: `steps` are the signs, each with what stands to its right. A sign is
    one of == != < <= > >=, or `in` and `not in`, which the language refuses."""

    __slots__ = ("first", "steps")

    def __init__(self, first: Node, steps: tuple[tuple[str, Node], ...]) -> None:
        self.first = first
        self.steps = steps

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.first, *(right for _, right in self.steps))


class _Single(Node):
    __slots__ = ("inner",)

    def __init__(self, inner: Node) -> None:
        self.inner = inner

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.inner,)


class Not(_Single):
    """`not inner`."""

    __slots__ = ()


class Negative(_Single):
    """`-inner`."""

    __slots__ = ()


class Choice(Node):
    """`first if test else second`; `second` is None where there is no else."""

    __slots__ = ("first", "second", "test")

    def __init__(self, test: Node, first: Node, second: Node | None) -> None:
        self.test = test
        self.first = first
        self.second = second

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.test, self.first) if self.second is None else (self.test, self.first, self.second)


class Refused(Node):
    """Well-formed, but not in the language: a list, a power, `is`, a call with `*`, …"""

    __slots__ = ()
