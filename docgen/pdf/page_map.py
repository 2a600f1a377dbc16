"""On which pages the paragraphs of a Word file came out.

The text of a paragraph is looked for in the text of all pages. Texts that occur once are anchors, as far as
they stand in the order of the file; the others are looked for between their neighbours. What cannot be found
for sure (very short texts, cells whose lines are mixed with their neighbours') has no page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from docgen.compare.pdf_reader import Page
from docgen.view.model import Paragraph

_LEAST = 6  # shorter texts stand everywhere
_PROBE = 40


def bare(text: str) -> str:
    """A text as it is compared: without spaces, in lower case."""
    return "".join(c.lower()[:1] for c in text if not c.isspace())


class PageMap:
    """The pages of paragraphs, by (part, number)."""

    def __init__(self, paragraphs: Iterable[Paragraph], pages: tuple[Page, ...]) -> None:
        self._pages = pages
        self._starts: list[int] = []
        stream = ""
        for page in pages:
            self._starts.append(len(stream))
            stream += "".join(letter.text.lower()[:1] for letter in page.letters)  # one for each letter
        self._stream = stream
        self._found: dict[tuple[str, int], tuple[int, int]] = {}
        self._places: dict[tuple[str, int], int] = {}
        texts = [(p, text) for p in paragraphs if len(text := bare(p.text)) >= _LEAST]
        anchors = dict(
            _rising([(n, at) for n, (_, text) in enumerate(texts) if (at := self._once(text)) >= 0])
        )
        ends = sorted(anchors.items())
        at = 0
        for number, (paragraph, text) in enumerate(texts):
            limit = next(
                (place for n, place in ends[bisect_left(ends, (number, -1)) :] if n > number), len(stream)
            )
            start = anchors.get(number, -1)
            if start < 0:
                start = stream.find(text[:_PROBE], at, limit)
            if start >= 0:
                self._places[(paragraph.part, paragraph.index)] = start
                self._found[(paragraph.part, paragraph.index)] = (
                    self._page(start),
                    self._last(text, start, limit),
                )
                at = start + min(len(text), _PROBE)

    def _once(self, text: str) -> int:
        """Where a text begins that occurs once, else -1."""
        at = self._stream.find(text[:_PROBE])
        return at if at >= 0 and self._stream.find(text[:_PROBE], at + 1) < 0 else -1

    def _last(self, text: str, start: int, limit: int) -> int:
        """The page a text ends on; footnotes and page numbers may stand between its lines."""
        tail = text[-_PROBE:]
        end = self._stream.find(tail, start + len(text) - len(tail), max(limit, start + len(text)))
        return self._page(end + len(tail) - 1 if end >= 0 else start + min(len(text), _PROBE) - 1)

    def _page(self, letter: int) -> int:
        return bisect_right(self._starts, letter)

    def first(self, paragraph: Paragraph) -> int | None:
        """The page a paragraph begins on, None where it was not found."""
        found = self._found.get((paragraph.part, paragraph.index))
        return found[0] if found else None

    def last(self, paragraph: Paragraph) -> int | None:
        """The page a paragraph ends on, None where it was not found."""
        found = self._found.get((paragraph.part, paragraph.index))
        return found[1] if found else None

    def span(self, paragraphs: Iterable[Paragraph]) -> tuple[int, int] | None:
        """The first and last page of some paragraphs, None where none of them was found."""
        found = [self._found[key] for p in paragraphs if (key := (p.part, p.index)) in self._found]
        return (min(f for f, _ in found), max(last for _, last in found)) if found else None

    def height(self, paragraphs: Iterable[Paragraph], page: Page) -> tuple[float, float] | None:
        """From where to where the beginnings of some paragraphs stand on a page, in mm from its top edge."""
        first = self._starts[page.number - 1]
        places = [self._places[key] - first for p in paragraphs if (key := (p.part, p.index)) in self._places]
        boxes = [page.letters[at].box for at in places if 0 <= at < len(page.letters)]
        return (min(b.top for b in boxes), max(b.bottom for b in boxes)) if boxes else None


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs` in which the second values rise (patience sorting)."""
    tops: list[int] = []
    piles: list[list[tuple[int, tuple[int, int]]]] = []
    for pair in pairs:
        pile = bisect_left(tops, pair[1])
        before = len(piles[pile - 1]) - 1 if pile else -1
        if pile == len(tops):
            tops.append(pair[1])
            piles.append([])
        tops[pile] = pair[1]
        piles[pile].append((before, pair))
    found, at = [], len(piles[-1]) - 1 if piles else -1
    for pile in reversed(range(len(piles))):
        before, pair = piles[pile][at]
        found.append(pair)
        at = before
    return found[::-1]
