"""The running text of a document: body paragraphs and notes, as rules on wording read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from docgen.lint.cited import Citation, citations
from docgen.view.components.text import squeeze
from docgen.view.model import Paragraph
from docgen.vn import fold_tones

LOWER = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
"""Small Vietnamese letters for character classes; a range of code points would mix in capitals."""

UPPER = LOWER.upper()
"""Capital Vietnamese letters for character classes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its text in NFC and single spaces, and the same with one placement of tones."""

    paragraph: Paragraph
    text: str
    folded: str


@dataclass(frozen=True)
class Prose:
    """The paragraphs of running text in reading order."""

    lines: tuple[Line, ...]

    @cached_property
    def _whole(self) -> str:
        return "\n".join(line.folded for line in self.lines)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The references to documents in reading order."""
        return citations(self.lines)

    def find(self, pattern: re.Pattern[str], words: tuple[str, ...] = ()) -> list[tuple[Line, re.Match[str]]]:
        """The lines in whose folded text the pattern is found, with its first match there. The whole
        text is searched once before its lines are, and not at all where none of `words` occurs: most
        patterns are nowhere."""
        if words and not any(word in self._whole for word in words):
            return []
        if pattern.search(self._whole) is None:
            return []
        return [(line, match) for line in self.lines if (match := pattern.search(line.folded))]


def prose_of(paragraphs: Iterable[Paragraph]) -> Prose:
    """The running text of those paragraphs, empty ones left out."""
    texts = [(paragraph, squeeze(paragraph.full_text)) for paragraph in paragraphs]
    filled = [(paragraph, text) for paragraph, text in texts if text]
    folded = fold_tones("\n".join(text for _, text in filled)).split("\n")  # one pass over the whole text
    return Prose(tuple(Line(p, text, plain) for (p, text), plain in zip(filled, folded, strict=bool(filled))))
