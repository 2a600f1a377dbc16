"""A compiled template: plain data and code, so that it can be kept on disk and rendered at once."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any

from docgen.diagnostics import DocgenError, Location
from docgen.values import Struct
from docgen.word import faults
from docgen.word.budget import Budget, limited
from docgen.word.language.runtime import Part, part_of, pieces
from docgen.word.sections import Sections
from docgen.word.styles import Styles
from docgen.word.well_formed import is_well_formed

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"

_TAGS = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
_WORDS = re.compile(r"\w+")


class Piece(Struct, frozen=True, eq=False, dict=True):
    """One part of the package with tags: its name, its Jinja source (a line for each paragraph), the code
    made of it, and whether that prints whole XML whatever it is given (docgen.word.language.whole)."""

    name: str
    source: str
    code: CodeType
    whole: bool = False

    @cached_property
    def part(self) -> Part:
        """The code as a function."""
        return part_of(self.code)

    def fill(self, context: dict[str, Any], path: str) -> bytes:
        """The part filled from `context`, in UTF-8; `path` is the template's file.

        Raises DocgenError with the fault and its paragraph.
        """
        try:
            texts = limited(pieces(self.part, context, Budget()))
            return b"".join(text.encode("utf-8") for text in texts)  # never the whole part as text
        except faults.NotThere as fault:
            raise DocgenError(faults.undefined_fault(fault.name, self._place(fault, path), context)) from None
        except faults.OF_EXPRESSIONS as fault:
            raise DocgenError(faults.value_fault(fault, self._place(fault, path))) from None

    def _place(self, fault: Exception, path: str) -> Location:
        return faults.place_in(self.source, self.name, path, faults.line_of(fault))


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
        return frozenset(
            word
            for piece in self.pieces
            for tag in _TAGS.findall(piece.source)
            for word in _WORDS.findall(tag)
        )

    def render(self, context: dict[str, Any]) -> dict[str, bytes]:
        """The XML (UTF-8) of every part with tags, filled from `context`.

        Raises DocgenError when the template asks for something `context` does not have.
        """
        return {piece.name: self._whole(piece, piece.fill(context, self.path)) for piece in self.pieces}

    def _whole(self, piece: Piece, xml: bytes) -> bytes:
        """`xml` itself: Word would not open a part that a tag in the wrong place has torn."""
        if not piece.whole and not is_well_formed(xml):
            raise DocgenError(faults.broken_output(piece.name, self.path))
        return xml
