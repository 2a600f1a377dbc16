"""On which pages the paragraphs of a Word file came out.

The texts of paragraphs are looked for in the text of the pages, in order. What cannot be found for sure (very
short texts, cells whose lines are mixed with their neighbours') has no page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from docgen.compare.pdf_reader import Page
from docgen.view.model import Paragraph

_LEAST = 6  # shorter texts stand everywhere
_PROBE = 40
_WINDOW = 12_000  # letters looked at from where the last paragraph was found


def bare(text: str) -> str:
    """A text as it is compared: without spaces, in lower case."""
    return "".join(text.casefold().split())


class PageMap:
    """The pages of paragraphs, by (part, number)."""

    def __init__(self, paragraphs: Iterable[Paragraph], pages: tuple[Page, ...]) -> None:
        self._starts: list[int] = []
        stream = ""
        for page in pages:
            self._starts.append(len(stream))
            stream += page.bare.casefold()
        self._found: dict[tuple[str, int], tuple[int, int]] = {}
        at = 0
        for paragraph in paragraphs:
            text = bare(paragraph.text)
            if len(text) < _LEAST:
                continue
            start = stream.find(text[:_PROBE], at, at + _WINDOW)
            if start < 0:
                continue
            tail = text[-_PROBE:]
            end = stream.find(tail, start + max(len(text) - len(tail), 0), start + len(text) + _WINDOW)
            last = end + len(tail) if end >= 0 else start + min(len(text), _PROBE)
            self._found[(paragraph.part, paragraph.index)] = (self._page(start), self._page(last - 1))
            at = start + min(len(text), _PROBE)

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
