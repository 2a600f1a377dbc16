"""Footnotes: a real footnotes part (ECMA-376 part 1, 11.3.7), made when the template has none."""

from __future__ import annotations

import re

from docgen.word.compiled import DOCUMENT
from docgen.word.names import R, W
from docgen.word.relationships import add_content_type, add_relationships

FOOTNOTES = "word/footnotes.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_ID = re.compile(rb'<w:footnote\b[^>]*\bw:id="(-?\d+)"')
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def first_free_note(parts: dict[str, bytes]) -> int:
    """The id the next footnote may take."""
    ids = [int(number) for number in _ID.findall(parts.get(FOOTNOTES, b""))]
    return max(ids, default=0) + 1


def add_notes(parts: dict[str, bytes], notes: list[str], links: str) -> None:
    """Puts `notes` (`w:footnote` elements) and the links in them into the package."""
    if not notes:
        return
    if FOOTNOTES not in parts:
        head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{W}" xmlns:r="{R}">'
        parts[FOOTNOTES] = f"{head}{_SEPARATORS}</w:footnotes>".encode()
        add_content_type(parts, FOOTNOTES, _TYPE)
        add_relationships(
            parts, DOCUMENT, f'<Relationship Id="rIdFootnotes" Type="{R}/footnotes" Target="footnotes.xml"/>'
        )
    text = parts[FOOTNOTES].decode("utf-8")
    end = text.rfind("</w:footnotes>")
    parts[FOOTNOTES] = f"{text[:end]}{''.join(notes)}{text[end:]}".encode()
    add_relationships(parts, FOOTNOTES, links)
