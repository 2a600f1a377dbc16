"""The tests of a template, as in `{% if x is defined %}`: all of Jinja's."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from numbers import Number
from typing import Any

from docgen.word.escape import Markup
from docgen.word.language.access import Undefined
from docgen.word.language.filters import FILTERS


def _remainder(value: Any, num: Any) -> Any:
    if isinstance(value, str):
        raise TypeError("a text has no remainder")  # Python would take it for a format, of any width
    return value % num


def _sequence(value: Any) -> bool:
    try:
        len(value)
        value.__getitem__  # noqa: B018
    except Exception:  # as in Jinja: whatever it is, it is no sequence
        return False
    return True


def _iterable(value: Any) -> bool:
    try:
        iter(value)
    except TypeError:
        return False
    return True


def _integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


TESTS: dict[str, Callable[..., Any]] = {
    "defined": lambda value: not isinstance(value, Undefined),
    "undefined": lambda value: isinstance(value, Undefined),
    "none": lambda value: value is None,
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "boolean": lambda value: isinstance(value, bool),
    "integer": _integer,
    "float": lambda value: isinstance(value, float),
    "number": lambda value: isinstance(value, Number),
    "string": lambda value: isinstance(value, str),
    "mapping": lambda value: isinstance(value, Mapping),
    "sequence": _sequence,
    "iterable": _iterable,
    "callable": callable,
    "escaped": lambda value: isinstance(value, Markup),
    "odd": lambda value: _remainder(value, 2) == 1,
    "even": lambda value: _remainder(value, 2) == 0,
    "divisibleby": lambda value, num: _remainder(value, num) == 0,
    "lower": lambda value: str(value).islower(),
    "upper": lambda value: str(value).isupper(),
    "sameas": lambda value, other: value is other,
    "in": lambda value, seq: value in seq,
    "filter": lambda value: value in FILTERS,
    "test": lambda value: value in TESTS,
    **dict.fromkeys(("eq", "==", "equalto"), operator.eq),
    **dict.fromkeys(("ne", "!="), operator.ne),
    **dict.fromkeys(("lt", "<", "lessthan"), operator.lt),
    **dict.fromkeys(("le", "<="), operator.le),
    **dict.fromkeys(("gt", ">", "greaterthan"), operator.gt),
    **dict.fromkeys(("ge", ">="), operator.ge),
}
"""By name."""
