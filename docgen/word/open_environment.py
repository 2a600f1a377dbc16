"""The Jinja environment for any docxtpl template: as permissive as docxtpl's, but closed and escaping.

What docxtpl users rely on stays: Jinja's own filters, tests and globals, names that are not there print
nothing, `{_{` prints `{{`. What a stranger's template could misuse is refused: attributes that lead out
of the data (sandbox), methods of files, paths and documents, values that fill the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from jinja2 import Environment, StrictUndefined, Undefined, pass_context
from jinja2.ext import Extension
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import generate_lorem_ipsum

from docgen.word.budget import CHARACTERS_A_STEP, STEPS_A_CALL
from docgen.word.counting import BUDGET, with_budget
from docgen.word.faults import TooMuch
from docgen.word.size_guard import CONCAT, check_format, check_step, checked, concat, guarded

ENGINE = "docgen engine"
"""The context name of the engine that renders; no template can write a name with a space."""

LARGEST_PRODUCT = 1_000_000
"""Longest text or list that `*` may make, and largest number of digits of a power."""

_CLOSED = frozenset(
    {"docx", "docxtpl", "docxcompose", "io", "lxml", "os", "pathlib", "subprocess", "zipfile"}
)
_DOUBLES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


class _Doubles(Extension):
    """`{_{` in the text of a template prints `{{`; in data it stays what it is."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type in ("data", "string") and "_" in token.value:
                text = token.value
                for written, printed in _DOUBLES:
                    text = text.replace(written, printed)
                token = Token(token.lineno, token.type, text)
            yield token


class _OpenSandbox(SandboxedEnvironment):
    """Jinja's sandbox that also counts and weighs; nothing is computed when a template is compiled."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, optimized=False)
        self.filters = {name: guarded(name, function) for name, function in self.filters.items()}
        self.filters[CONCAT] = concat
        self.globals["lipsum"] = _lipsum
        with_budget(self)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        closed = type(obj).__module__.partition(".")[0] in _CLOSED
        return not closed and super().is_safe_attribute(obj, attr, value)

    def call(self, context: Context, obj: Any, *args: Any, **more: Any) -> Any:
        context[BUDGET].spend(STEPS_A_CALL)
        check_step(getattr(obj, "__self__", None), (*args, *more.values()))
        return checked(super().call(context, obj, *args, **more))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            check_format(value.__self__)
        return wrapped

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "*":
            sizes = (
                len(left) if hasattr(left, "__len__") else None,
                len(right) if hasattr(right, "__len__") else None,
            )
            times = right if sizes[0] is not None else left
            longest = max(size or 0 for size in sizes) * times if isinstance(times, int) and any(sizes) else 0
            if longest > LARGEST_PRODUCT:
                raise TooMuch("the result would be too long")
        elif operator == "%":
            if isinstance(left, str):
                check_format(left)
                check_step(left, right if isinstance(right, (list, tuple)) else (right,))
        elif operator == "+":
            check_step(left, (right,) if isinstance(right, (str, list, tuple)) else ())
        elif isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > LARGEST_PRODUCT:
            raise TooMuch("the result would be too large")
        return super().call_binop(context, operator, left, right)


def _lipsum(n: int = 5, html: bool = True, min: int = 20, max: int = 100) -> str:
    """Jinja's filler text, not longer than a document."""
    if not 0 <= n <= 1000 or not 0 <= max <= 1000:
        raise TooMuch("a number is too large")
    return str(generate_lorem_ipsum(n, html, min, max))


@pass_context
def _bound(context: Context, value: Any) -> Any:
    """`value`; a picture made for another template is bound to the one being rendered."""
    if isinstance(value, str):
        context[BUDGET].spend(1 + len(value) // CHARACTERS_A_STEP)
    engine = context.get(ENGINE)
    return value if engine is None else engine.bound(value)


@pass_context
def _strict(context: Context, value: Any) -> Any:
    """As `_bound`, but None prints nothing and what is no text is refused."""
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return value
    if isinstance(value, (bool, dict, list, tuple, set)):
        raise TypeError(f"value of type {type(value).__name__} cannot be printed")
    return _bound(context, value)


@lru_cache(maxsize=4)
def open_environment(strict: bool = False, autoescape: bool = True) -> Environment:
    """The environment for templates of others; `strict`: unknown names and values that are no text are faults."""
    return _OpenSandbox(
        autoescape=autoescape,
        undefined=StrictUndefined if strict else Undefined,
        finalize=_strict if strict else _bound,
        extensions=[_Doubles],
    )


def like(given: Environment, strict: bool, autoescape: bool) -> Environment:
    """A closed environment with the filters, tests, globals, extensions and loader of `given`."""
    made = _OpenSandbox(
        autoescape=autoescape,
        undefined=StrictUndefined if strict else given.undefined,
        finalize=_strict if strict else _finalized(given.finalize),
        extensions=[_Doubles, *_names(given.extensions)],
        loader=given.loader,
        trim_blocks=given.trim_blocks,
        lstrip_blocks=given.lstrip_blocks,
    )
    own = {
        name: one
        for name, one in given.filters.items()
        if made.filters.get(name) is None or one is not DEFAULT_FILTERS.get(name)
    }
    made.filters.update({name: guarded(name, function) for name, function in own.items()})
    made.tests.update(given.tests)
    made.globals.update({name: one for name, one in given.globals.items() if name not in made.globals})
    return made


def _names(extensions: dict[str, Extension]) -> Iterable[type[Extension]]:
    return [type(one) for one in extensions.values()]


def _finalized(own: Callable[..., Any] | None) -> Callable[..., Any]:
    if own is None:
        return _bound

    @pass_context
    def finalize(context: Context, value: Any) -> Any:
        return _bound(context, own(value))

    return finalize
