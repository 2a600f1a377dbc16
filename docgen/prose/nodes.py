"""What prose is made of once its Markdown is read: blocks and spans, each with its place.

Figures are not filled in yet: an ExpressionSpan holds what stands between {{ and }}.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from docgen.diagnostics import Location
from docgen.model import Align, ParagraphKind
from docgen.source import Scalar
from docgen.values import Struct

_BEHIND, _BEFORE = " \t\u00a0", " \t"
"""Blanks behind and before a typed line inside a paragraph; with the line break they print as one space."""


def join_lines(text: str) -> str:
    """`text`, typed on several lines, on one."""
    if not ("\n " in text or " \n" in text or "\t" in text or "\u00a0" in text):
        return text.replace("\n", " ")
    first, *middle, last = text.split("\n")
    joined = (line.lstrip(_BEFORE).rstrip(_BEHIND) for line in middle)
    return " ".join((first.rstrip(_BEHIND), *joined, last.lstrip(_BEFORE)))


def line_starts(lines: list[str]) -> list[int]:
    """The offset at which each of `lines` begins in their text, and that of its end."""
    return list(accumulate([len(line) + 1 for line in lines], initial=0))


class ProseSource:
    """The typed text of one value, which turns an offset in it into a place in the file."""

    def __init__(self, node: Scalar) -> None:
        self.node = node
        self.text = node.text

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.text.split("\n"))

    def place(self, offset: int) -> Location:
        """The place of character `offset` of the text: its line and column in the file."""
        if "\n" not in self.text:
            return self.node.place(0, offset)
        row = bisect_right(self._line_starts, offset) - 1
        return self.node.place(row, offset - self._line_starts[row])


class TextSpan(Struct, frozen=True, gc=False):
    """Text of one look, as it prints, typed from offset `start` to `end` of the source."""

    text: str
    start: int
    end: int
    bold: bool = False
    italic: bool = False
    link: str = ""

    def pieces(self, source: str) -> Iterator[tuple[int, int]]:
        """Pairs (offset in `text`, offset in the source), one for each typed line, ascending."""
        printed, offset = 0, self.start
        for line in source[self.start : self.end].split("\n"):
            text = line.lstrip(_BEFORE) if printed else line
            yield printed, offset + len(line) - len(text)
            printed += len(text.rstrip(_BEHIND)) + 1
            offset += len(line) + 1


class ExpressionSpan(Struct, frozen=True, gc=False):
    """A {{ … }}: what stands between the braces, typed at offset `start`."""

    expression: str
    start: int
    location: Location
    bold: bool = False
    italic: bool = False
    link: str = ""


class FootnoteSpan(Struct, frozen=True, gc=False):
    """A footnote mark and the paragraphs it leads to, each a tuple of text and expressions."""

    paragraphs: tuple[tuple[TextSpan | ExpressionSpan, ...], ...]
    start: int


Span = TextSpan | ExpressionSpan | FootnoteSpan
Spans = tuple[Span, ...]


class HeadingNode(Struct, frozen=True, gc=False):
    """A heading: `level` 1 to 4; `run_in` when the next paragraph goes on behind it ({.lien})."""

    level: int
    spans: Spans
    run_in: bool
    location: Location


class ParagraphNode(Struct, frozen=True, gc=False):
    """A paragraph; the mark of an item ("- ", "+ ", "1. ") is part of its text."""

    kind: ParagraphKind
    spans: Spans


class PipeTableNode(Struct, frozen=True):
    """A pipe table: rows of cells, the first row is its header; `aligns` has one entry a column."""

    aligns: tuple[Align, ...]
    rows: tuple[tuple[Spans, ...], ...]
    location: Location


class PlaceholderNode(Struct, frozen=True):
    """A line that is one {{ bang.… }}: a table of the data stands here."""

    expression: str
    location: Location


class Divider(Struct, frozen=True):
    """A line `---`."""

    location: Location


BlockNode = HeadingNode | ParagraphNode | PipeTableNode | PlaceholderNode | Divider


class Prose(Struct, frozen=True):
    """The blocks of one value and the source they were typed in."""

    blocks: tuple[BlockNode, ...]
    source: ProseSource

    def headings(self) -> tuple[HeadingNode, ...]:
        """The headings in order."""
        return tuple(block for block in self.blocks if isinstance(block, HeadingNode))


def plain_text(spans: Spans) -> str:
    """The words of `spans` without looks and footnotes; an expression stands as typed."""
    return "".join(
        span.text if isinstance(span, TextSpan) else "{{" + span.expression + "}}"
        for span in spans
        if not isinstance(span, FootnoteSpan)
    )
