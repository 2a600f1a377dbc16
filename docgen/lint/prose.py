"""The running text of a document: body paragraphs and notes, as rules on wording read it."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.lint.core import Subject
from docgen.view.components.text import squeeze
from docgen.view.model import Paragraph, paragraphs

LOWER = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
"""Small Vietnamese letters for character classes; a range of code points would mix in capitals."""

UPPER = LOWER.upper()
"""Capital Vietnamese letters for character classes."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph with its text in NFC and single spaces."""

    paragraph: Paragraph
    text: str


def prose(subject: Subject) -> tuple[Prose, ...]:
    """Body paragraphs outside tables, then footnotes."""
    notes = [p for note in subject.view.notes for p in paragraphs(note.blocks)]
    return tuple(Prose(p, squeeze(p.full_text)) for p in (*subject.body_text, *notes) if p.text.strip())
