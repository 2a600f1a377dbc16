"""Prose as the reader of the printed report sees it, every character with the place it was typed at.

Checks of sentences, citations and spelling read passages, so they see figures filled in and wrapped
lines joined, and still point at the line and column of the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from functools import cached_property

from docgen.diagnostics import Location
from docgen.model import ParagraphKind
from docgen.prose.nodes import (
    ExpressionSpan,
    FootnoteSpan,
    HeadingNode,
    ParagraphNode,
    PipeTableNode,
    Prose,
    ProseSource,
    Spans,
)
from docgen.prose.write import Resolve
from docgen.values import Struct


class PassageKind(str, Enum):
    """What a passage is part of."""

    __hash__ = str.__hash__  # Enum would ask Python code each time

    PARAGRAPH = "doan"
    ITEM = "muc"
    HEADING = "tieu_de"
    FOOTNOTE = "chu_thich"
    CELL = "o"


class Segment(Struct, frozen=True):
    """From character `start` of the passage on: text typed at `offset` of `source`, on one line; or
    what `expression` printed ("" for text)."""

    start: int
    source: ProseSource
    offset: int
    expression: str = ""

    @property
    def location(self) -> Location:
        """Where the segment begins in the file."""
        return self.source.place(self.offset)


class Passage(Struct, frozen=True, dict=True):
    """A paragraph, heading, footnote paragraph or cell as printed; `segments` ascend by `start`."""

    text: str
    kind: PassageKind
    segments: tuple[Segment, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    def segment(self, offset: int) -> Segment:
        """The segment that holds character `offset` of the text."""
        return self.segments[max(bisect_right(self._starts, offset) - 1, 0)]

    def place(self, offset: int) -> Location:
        """Where character `offset` of the text was typed; of a figure, where its {{ stands."""
        segment = self.segment(offset)
        if segment.expression:
            return segment.location
        return segment.source.place(segment.offset + offset - segment.start)

    def is_typed(self, start: int, end: int) -> bool:
        """Whether the text from `start` to `end` was typed, no part of it printed by a {{ … }}."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        return not any(segment.expression for segment in self.segments[first:] if segment.start < end)


def passages(prose: Prose, resolve: Resolve, kind: PassageKind = PassageKind.PARAGRAPH) -> Iterator[Passage]:
    """Every passage of `prose` in reading order, a footnote behind the paragraph that refers to it.

    `kind` is what ordinary paragraphs are called (CELL for what `read_cell` gave, HEADING for
    titles). `resolve` must print the same text for the same place each time (see `remembered`).
    """
    for block in prose.blocks:
        if isinstance(block, HeadingNode):
            yield from _with_footnotes(block.spans, PassageKind.HEADING, prose.source, resolve)
        elif isinstance(block, ParagraphNode):
            item = kind is PassageKind.PARAGRAPH and block.kind is not ParagraphKind.TEXT
            yield from _with_footnotes(block.spans, PassageKind.ITEM if item else kind, prose.source, resolve)
        elif isinstance(block, PipeTableNode):
            for row in block.rows:
                for cell in row:
                    yield from _with_footnotes(cell, PassageKind.CELL, prose.source, resolve)


def remembered(resolve: Resolve) -> Resolve:
    """`resolve`, asked once for each place, so that a citation keeps its form when read again."""
    known: dict[tuple[str, Location], str] = {}

    def ask(expression: str, location: Location) -> str:
        key = (expression, location)
        if key not in known:
            known[key] = resolve(expression, location)
        return known[key]

    return ask


def _with_footnotes(
    spans: Spans, kind: PassageKind, source: ProseSource, resolve: Resolve
) -> Iterator[Passage]:
    passage = _passage(spans, kind, source, resolve)
    if passage is not None:
        yield passage
    for span in spans:
        if isinstance(span, FootnoteSpan):
            for paragraph in span.paragraphs:
                note = _passage(paragraph, PassageKind.FOOTNOTE, source, resolve)
                if note is not None:
                    yield note


def _passage(spans: Spans, kind: PassageKind, source: ProseSource, resolve: Resolve) -> Passage | None:
    texts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for span in spans:
        if isinstance(span, FootnoteSpan):
            continue
        if isinstance(span, ExpressionSpan):
            text = resolve(span.expression, span.location)
            if text:
                segments.append(Segment(length, source, span.start, span.expression))
        else:
            text = span.text
            segments.extend(
                Segment(length + start, source, offset) for start, offset in span.pieces(source.text)
            )
        texts.append(text)
        length += len(text)
    return Passage("".join(texts), kind, tuple(segments)) if segments else None
