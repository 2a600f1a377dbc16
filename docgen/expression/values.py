"""The values expressions work on, and how a value prints where no filter says so.

Numbers are Decimal; a number that was typed as a fact is a Figure, which remembers its kind.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cache
from typing import Any, Protocol

from docgen import vn


class Figure(Decimal):
    """A number of a fact: a Decimal with its kind (dem, so, ty_le or tien). `typed` tells a number
    that was written down, whose decimals are kept, from a computed one. A `blank` figure was typed as
    an explicit "": it counts as zero and prints as nothing."""

    __slots__ = ("blank", "kind", "typed")
    kind: str
    typed: bool
    blank: bool

    def __new__(
        cls, value: Decimal | int | str, kind: str = "so", typed: bool = True, blank: bool = False
    ) -> Figure:
        self = super().__new__(cls, value)
        self.kind = kind
        self.typed = typed
        self.blank = blank
        return self

    def __reduce__(self) -> Any:
        return Figure, (str(self), self.kind, self.typed, self.blank)


class Members(Protocol):
    """A value with parts an expression may name: a form, a period, a unit."""

    def member(self, name: str) -> Any:
        """The part called `name`; KeyError when there is none."""

    def member_names(self) -> tuple[str, ...]:
        """The names of all parts, for "did you mean"."""


@cache
def has_members(kind: type) -> bool:
    """Whether values of type `kind` are Members; asked for every step of a path, hence by type and once."""
    return callable(getattr(kind, "member", None)) and callable(getattr(kind, "member_names", None))


def plain(value: Decimal) -> Decimal:
    """`value` as it prints: a typed figure keeps its decimals, a computed number has at most two."""
    if isinstance(value, Figure) and value.typed:
        return value
    return vn.nhieu_nhat(value, 2)


def display(value: Any) -> str:
    """`value` as it prints where no filter is given: a figure in the manner of its kind."""
    if isinstance(value, bool):
        return "đúng" if value else "sai"
    if isinstance(value, Figure):
        if value.blank:
            return ""
        number = plain(value)
        if value.kind == "ty_le":
            return vn.ty_le(number)
        return vn.dem(number) if value.kind == "dem" else vn.so(number)
    if isinstance(value, (Decimal, int)):
        return vn.so(plain(Decimal(value)))
    if isinstance(value, (datetime.date, vn.PartialDate)):
        return vn.ngay(value)
    if value is None:
        return ""
    return str(value)
