"""The Jinja environment templates run in: sandboxed, strict, escaping, with no way out.

A template from a stranger can print what it is given and nothing else: no loader, no assignment to
objects, no attribute that starts with an underscore.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.expression.functions import FILTERS
from docgen.word.budget import with_budget


def _finalize(value: Any) -> Any:
    """Nothing prints for None; a container, a function or a bare boolean is a fault in the template."""
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return value  # printing it raises, and names it
    if isinstance(value, (bool, dict, list, tuple, set)) or callable(value):
        raise TypeError(f"value of type {type(value).__name__} cannot be printed")
    return value


@lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    """The one environment of this process."""
    made = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_finalize, keep_trailing_newline=True
    )
    made.globals = {}  # no range, lipsum, cycler, namespace: templates need none of them
    filters: dict[str, Callable[..., Any]] = {
        name: made.filters[name] for name in ("length", "first", "last", "join", "lower", "upper", "default", "trim")
    }
    made.filters = filters | FILTERS
    with_budget(made)
    return made
