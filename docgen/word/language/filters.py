"""The filters of a template: eight of Jinja's, which do the same here, and those of expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Reversible
from typing import Any

from docgen import limits
from docgen.expression.functions import FILTERS as OF_EXPRESSIONS
from docgen.word.escape import Markup, escaped
from docgen.word.faults import TooMuch
from docgen.word.language.access import Missing, Undefined, item


def _text(value: Any) -> str:
    """`value` as text; what is ready to print stays so."""
    return value if isinstance(value, str) else str(value)


def _first(seq: Iterable[Any]) -> Any:
    return next(iter(seq), Missing())


def _last(seq: Reversible[Any]) -> Any:
    return next(iter(reversed(seq)), Missing())


def _join(value: Iterable[Any], d: Any = "", attribute: str | int | None = None) -> str:
    """The items of `value` with `d` between them; escaped when one of them or `d` is ready to print.

    Raises TooMuch when that would be too long.
    """
    if attribute is not None:
        path = _path(attribute)
        value = (_member(one, path) for one in value)
    parts = [_text(one) for one in value]
    ready = isinstance(d, Markup) or any(isinstance(one, Markup) for one in parts)
    between = escaped(d) if ready else str(d)
    if sum(map(len, parts)) + len(between) * len(parts) > limits.TEMPLATE_VALUE:
        raise TooMuch  # a long text between the letters of a long text
    return between.join(parts)


def _path(attribute: str | int) -> list[str | int]:
    if isinstance(attribute, str):
        return [int(part) if part.isdigit() else part for part in attribute.split(".")]
    return [attribute]


def _member(value: Any, path: list[str | int]) -> Any:
    for part in path:
        value = item(value, part)
    return value


def _lower(s: Any) -> str:
    return _text(s).lower()


def _upper(s: Any) -> str:
    return _text(s).upper()


def _default(value: Any, default_value: Any = "", boolean: Any = False) -> Any:
    return default_value if isinstance(value, Undefined) or (boolean and not value) else value


def _trim(value: Any, chars: str | None = None) -> str:
    return _text(value).strip(chars)


FILTERS: dict[str, Callable[..., Any]] = {
    "length": len,
    "first": _first,
    "last": _last,
    "join": _join,
    "lower": _lower,
    "upper": _upper,
    "default": _default,
    "trim": _trim,
    **OF_EXPRESSIONS,
}
"""By name; parameters are named as in Jinja, for a template may name them."""
