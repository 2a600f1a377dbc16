"""The running text of a document: body paragraphs and notes, as rules on wording read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from docgen.lint.cited import Citation, citations
from docgen.values import Struct
from docgen.view.components.text import squeeze
from docgen.view.model import Paragraph

LOWER = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
"""Small Vietnamese letters for character classes; a range of code points would mix in capitals."""

UPPER = LOWER.upper()
"""Capital Vietnamese letters for character classes."""


class Line(Struct, frozen=True):
    """A paragraph with its text in NFC and single spaces."""

    paragraph: Paragraph
    text: str


class Prose(Struct, frozen=True, dict=True):
    """The paragraphs of running text in reading order."""

    lines: tuple[Line, ...]

    @cached_property
    def _whole(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The references to documents in reading order."""
        return citations(self.lines)

    def find(self, pattern: re.Pattern[str], words: tuple[str, ...] = ()) -> list[tuple[Line, re.Match[str]]]:
        """The lines in whose text the pattern is found, with its first match there. The whole
        text is searched once before its lines are, and not at all where none of `words` occurs: most
        patterns are nowhere."""
        if words and not any(word in self._whole for word in words):
            return []
        if pattern.search(self._whole) is None:
            return []
        return [(line, match) for line in self.lines if (match := pattern.search(line.text))]


def prose_of(paragraphs: Iterable[Paragraph]) -> Prose:
    """The running text of those paragraphs, empty ones left out."""
    texts = [(paragraph, squeeze(paragraph.full_text)) for paragraph in paragraphs]
    return Prose(tuple(Line(paragraph, text) for paragraph, text in texts if text))
