"""A slip of the pen in one passage, before it is a finding; and the words around it."""

from __future__ import annotations

from docgen.values import Struct


class Slip(Struct, frozen=True):
    """`wrong` stands from `start` to `end` of a passage; `right` is what should stand there, if known."""

    code: str
    start: int
    end: int
    wrong: str
    right: str = ""

    def holds(self, other: Slip) -> bool:
        """Whether `other` is about a part of the same words."""
        return self.start <= other.start and other.end <= self.end


PASSAGES_KEPT = 4096
"""Of so many passages the result is remembered; a report has some hundred."""

LETTER = r"[^\W\d_]"
"""Any letter, for patterns: a category is compiled in no time, a list of 180 letters is not."""


def letters_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Begin and end of the run of letters that holds `start` to `end`."""
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


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
