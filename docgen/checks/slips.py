"""A slip of the pen in one passage, before it is a finding; and the letters of Vietnamese."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """`wrong` stands from `start` to `end` of a passage; `right` is what should stand there, if known."""

    code: str
    start: int
    end: int
    wrong: str
    right: str = ""


_MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LOWER = (
    "".join(unicodedata.normalize("NFC", v + mark) for v in "aăâeêioôơuưy" for mark in _MARKS)
    + "bcdđghklmnpqrstvx"
    + "fjwz"
)
"""The small letters of Vietnamese and the four Latin ones of foreign words, for use in [ ]."""

UPPER = LOWER.upper()
"""The same in capitals."""

LETTER = LOWER + UPPER
"""Both."""


def word_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Begin and end of the run without blanks around `start` to `end`, closing marks left out."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while end > start and text[end - 1] in ',.;:!?)”"':
        end -= 1
    while start < end and text[start] in '(“"':
        start += 1
    return start, end
