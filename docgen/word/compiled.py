"""A compiled template: plain data and Jinja code, so that it can be kept on disk and rendered at once."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any
from xml.parsers import expat

from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import UndefinedError

from docgen.diagnostics import DocgenError, Location
from docgen.values import Struct
from docgen.word import faults
from docgen.word.budget import BUDGET, Budget, limited
from docgen.word.environment import environment
from docgen.word.sections import Sections
from docgen.word.styles import Styles

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"

_TAGS = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
_WORDS = re.compile(r"\w+")


class Piece(Struct, frozen=True, eq=False, dict=True):
    """One part of the package with tags: its name, its Jinja source (a line for each paragraph), and
    the code made of it."""

    name: str
    source: str
    code: CodeType

    @cached_property
    def template(self) -> JinjaTemplate:
        """The source as a template of this process's environment."""
        env = environment()
        return JinjaTemplate.from_code(env, self.code, env.globals)

    def place(self, path: str, line: int | None) -> Location:
        """The paragraph on line `line` of the source; `path` is the template's file."""
        return faults.place_in(self.source, self.name, path, line)


class CompiledTemplate(Struct, frozen=True, eq=False, dict=True):
    """A template ready to render.

    `static` are the parts that never change, `pieces` those with tags; `styles`, `sections` and the
    width of the issuer's cell are what the writers of the body need; `files` are the template and the
    shared parts it is made of, by the name under which each was included ("" for the template).
    """

    path: str
    static: dict[str, bytes]
    pieces: tuple[Piece, ...]
    styles: Styles
    sections: Sections
    issuer_width_mm: float
    files: tuple[tuple[str, Path], ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in the tags of the template: what it prints is among them."""
        return frozenset(word for piece in self.pieces for tag in _TAGS.findall(piece.source) for word in _WORDS.findall(tag))

    def render(self, context: dict[str, Any]) -> dict[str, bytes]:
        """The XML (UTF-8) of every part with tags, filled from `context`.

        Raises DocgenError when the template asks for something `context` does not have.
        """
        return {piece.name: self._render(piece, context) for piece in self.pieces}

    def _render(self, piece: Piece, context: dict[str, Any]) -> bytes:
        try:
            pieces = limited(piece.template.generate({**context, BUDGET: Budget()}))
            xml = b"".join(text.encode("utf-8") for text in pieces)  # never the whole part as text
        except UndefinedError as fault:
            raise DocgenError(faults.undefined_fault(fault, self._place(piece, fault), context)) from None
        except faults.OF_EXPRESSIONS as fault:
            raise DocgenError(faults.value_fault(fault, self._place(piece, fault))) from None
        try:
            expat.ParserCreate().Parse(xml, True)
        except expat.ExpatError:
            raise DocgenError(faults.broken_output(piece.name, self.path)) from None
        return xml

    def _place(self, piece: Piece, fault: Exception) -> Location:
        return piece.place(self.path, faults.line_of(fault))
