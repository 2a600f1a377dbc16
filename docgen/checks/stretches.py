"""Passages as sentences go on through them: a lead-in that ends with a colon and the items below it
are one sentence to the reader, and one stretch of text here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from docgen.checks.counted import gaps, has_digits
from docgen.diagnostics import Location
from docgen.patterns import pattern
from docgen.prose import Passage, PassageKind
from docgen.values import Struct

_MARK = pattern(r"(?:[-+•]|[0-9]{1,2}[.)]|[a-zđ]\))\s+")


class Piece(Struct, frozen=True):
    """Characters of `passage` from `offset` on, standing at `start` of a stretch."""

    start: int
    passage: Passage
    offset: int


class Stretch(Struct, frozen=True):
    """Text of one or more passages; every character knows where it was typed."""

    text: str
    pieces: tuple[Piece, ...]

    def place(self, offset: int) -> Location:
        """Where character `offset` was typed."""
        piece = self._piece(offset)
        return piece.passage.place(offset - piece.start + piece.offset)

    def is_typed(self, start: int, end: int) -> bool:
        """Whether the text from `start` to `end` was typed, not printed by a {{ … }}."""
        piece = self._piece(start)
        shift = piece.offset - piece.start
        return piece.passage.is_typed(start + shift, end + shift)

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1, 0)]


def stretches(passages: Iterable[Passage]) -> Iterator[Stretch]:
    """Every passage by itself, and each lead-in joined with the first sentences of its items."""
    known = [passage for passage in passages if has_digits(passage.text) or passage.text.endswith(":")]
    flow = [passage for passage in known if passage.kind is not PassageKind.FOOTNOTE]
    for passage in known:
        yield Stretch(passage.text, (Piece(0, passage, 0),))
    for number, passage in enumerate(flow):
        if passage.text.rstrip().endswith(":") and passage.kind in (PassageKind.PARAGRAPH, PassageKind.ITEM):
            items = _items(passage, flow[number + 1 :])
            if items:
                yield _joined(passage, items)


def _items(lead: Passage, following: Sequence[Passage]) -> list[Passage]:
    """The items below `lead`: those with the mark of the first one; or the one paragraph that follows."""
    if not following:
        return []
    first = following[0]
    if first.kind is PassageKind.PARAGRAPH and lead.kind is PassageKind.PARAGRAPH:
        return [first]
    mark = first.text[:1]
    if first.kind is not PassageKind.ITEM or (lead.kind is PassageKind.ITEM and lead.text[:1] == mark):
        return []
    items = []
    for passage in following:
        if passage.kind is not PassageKind.ITEM or (
            lead.kind is PassageKind.ITEM and passage.text[:1] == lead.text[:1]
        ):
            break
        if passage.text[:1] == mark or (mark.isdigit() and passage.text[:1].isdigit()):
            items.append(passage)
    return items


def _joined(lead: Passage, items: list[Passage]) -> Stretch:
    text = lead.text.rstrip() + " "
    pieces = [Piece(0, lead, 0)]
    for item in items:
        mark = _MARK.match(item.text)
        start = mark.end() if mark else 0
        end = next(gaps(item.text, start), None)
        sentence = item.text[start : end[0] if end else len(item.text)].rstrip(" .;")
        pieces.append(Piece(len(text), item, start))
        text += sentence + "; "
    return Stretch(text.rstrip("; ") + ".", tuple(pieces))
