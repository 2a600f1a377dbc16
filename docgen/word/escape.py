"""Text into XML, and XML that is ready."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def escape(text: str) -> str:
    """`text` as the content of an element."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def escape_attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes."""
    return escape(text).replace('"', "&quot;")


def escape_quotes(text: str) -> str:
    """`text` wherever a template may print it: as content or as the value of an attribute."""
    return escape(text).replace("'", "&#39;").replace('"', "&#34;")


class Markup(str):
    """XML that is ready: a template prints it as it is. What it is added to or joined with is ready too; a part
    of it, or its capitals, are text like any other, for an element is no longer whole then."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Markup({super().__repr__()})"

    def __add__(self, other: Any) -> Markup:
        return Markup(str.__add__(self, escaped(other))) if isinstance(other, str) else NotImplemented

    def __radd__(self, other: Any) -> Markup:
        return Markup(str.__add__(escaped(other), self)) if isinstance(other, str) else NotImplemented

    def join(self, texts: Iterable[str]) -> Markup:
        return Markup(str.join(self, map(escaped, texts)))


def escaped(value: Any) -> Markup:
    """`value` ready to print: itself when it is so already, else as text and escaped."""
    return value if isinstance(value, Markup) else Markup(escape_quotes(str(value)))
