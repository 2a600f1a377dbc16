"""Jinja itself, filling a template of docgen: what docgen.word.language is held against.

Jinja's sandbox as it is, with four things made stricter, as docgen means them: methods are out of reach,
a loop is nothing to print, texts have no remainder, a part of ready XML, or its capitals, is text. Constants
are not computed when a template is compiled, so that one prints as a variable of the same value does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from unittest import mock

import markupsafe
from jinja2 import StrictUndefined, Template, Undefined, pass_context
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.diagnostics import Diagnostic, DocgenError, Location
from docgen.expression.functions import FILTERS
from docgen.word.budget import Budget, limited
from docgen.word.compiled import Piece
from docgen.word.counting import BUDGET, compiled, with_budget
from docgen.word.escape import Markup
from docgen.word.faults import SOURCE_NAME, line_of, place_in
from docgen.word.jinja_faults import OF_RENDERING, rendering_fault, syntax_fault
from docgen.word.language.grammar import check_language
from docgen.word.language.translate import code_of

PART, PATH = "word/document.xml", "mau.docx"
OF_JINJA = ("length", "first", "last", "join", "lower", "upper", "default", "trim")


class _Sandbox(ImmutableSandboxedEnvironment):
    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        method = callable(value) and not isinstance(value, Undefined)
        return not method and super().is_safe_attribute(obj, attr, value)


@pass_context  # so that it is not asked when the template is compiled
def _finalize(context: Any, value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return value
    if isinstance(value, (bool, dict, list, tuple, set)) or callable(value):
        raise TypeError(f"value of type {type(value).__name__} cannot be printed")
    return value


def _number(value: Any) -> Any:
    if isinstance(value, str):
        raise TypeError("a text has no remainder")
    return value


@lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    """Jinja's environment for templates of docgen."""
    made = _Sandbox(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        keep_trailing_newline=True,
        optimized=False,
    )
    made.globals = {}
    made.filters = {name: made.filters[name] for name in OF_JINJA} | FILTERS
    made.tests["odd"] = lambda value: _number(value) % 2 == 1
    made.tests["even"] = lambda value: _number(value) % 2 == 0
    made.tests["divisibleby"] = lambda value, num: _number(value) % num == 0
    with_budget(made)
    return made


def by_jinja(source: str, context: dict[str, Any]) -> bytes | Diagnostic:
    """What Jinja makes of a template, or its fault in the words of docgen."""
    try:
        code = compiled(environment(), source, SOURCE_NAME, check_language)
    except TemplateSyntaxError as fault:
        return syntax_fault(fault, Location(PATH, fault.lineno))
    template = Template.from_code(environment(), code, {})
    values = {name: _of_jinja(value) for name, value in context.items()}
    try:
        with (
            mock.patch.object(LoopContext, "__repr__", _refused),
            mock.patch.multiple(markupsafe.Markup, **_PARTS),
        ):
            return b"".join(
                piece.encode() for piece in limited(template.generate(values | {BUDGET: Budget()}))
            )
    except OF_RENDERING as fault:
        return rendering_fault(fault, place_in(source, PART, PATH, line_of(fault)), context)


def by_docgen(source: str, context: dict[str, Any]) -> bytes | Diagnostic:
    """What docgen makes of the same."""
    try:
        code = code_of(source)
    except TemplateSyntaxError as fault:
        return syntax_fault(fault, Location(PATH, fault.lineno))
    try:
        return Piece(PART, source, code).fill(context, PATH)
    except DocgenError as fault:
        return fault.diagnostics[0]


def _refused(loop: Any) -> str:
    raise TypeError("a loop cannot be printed")


_PARTS: dict[str, Any] = {
    "__getitem__": lambda xml, key: str(xml)[key],
    "lower": lambda xml: str(xml).lower(),
    "upper": lambda xml: str(xml).upper(),
    "strip": lambda xml, chars=None: str(xml).strip(chars),
}
"""What makes text of ready XML."""


def _of_jinja(value: Any) -> Any:
    """`value` with what is ready to print marked for Jinja."""
    if isinstance(value, Markup):
        return markupsafe.Markup(str(value))
    if isinstance(value, (list, tuple)):
        return type(value)(_of_jinja(one) for one in value)
    if isinstance(value, dict):
        return {key: _of_jinja(one) for key, one in value.items()}
    return value


def alike(expected: bytes | Diagnostic, got: bytes | Diagnostic) -> bool:
    """Whether both are the same. Jinja's message is no help with names that hold a quote and with what has no
    name, such as `a[1]`: there only the code and the place are compared."""
    if expected == got or isinstance(expected, bytes) or isinstance(got, bytes):
        return expected == got
    unnamed = "“”" in got.message or "'" in got.message
    return unnamed and (expected.code, expected.location) == (got.code, got.location)
