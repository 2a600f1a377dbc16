"""Spaces around punctuation, punctuation typed twice, the hyphen of motto and items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.slips import LETTER, LOWER, UPPER, Slip, word_at

_BEFORE = re.compile(r"(?<=[\w)”%…])[ \u00a0]{1,2}(?P<mark>[,;:!?)\]”](?![\w)])|\./\.|\.(?=\s|$)|/(?=\d{4}(?!\d)))")
_INSIDE = re.compile(r"[(\[“][ \u00a0]+(?=\w)")
_AFTER = re.compile(
    rf"""(?<=[\w)”%])[,;](?=[{LETTER}“(])
      | (?<=[{LETTER})”%])[:!?](?=[{LETTER}])
      | (?<=[{LOWER}][{LOWER}])\.(?=[{UPPER}][{LOWER}])
      | (?<=\w)(?:…|\.{{3}})(?=[{LETTER}])
      | \)(?=[{LETTER}])
      | ”(?=\w)""",
    re.VERBOSE,
)
_OPENED = re.compile(rf"(?<=[{LETTER}])“")
_DIGIT_WORD = re.compile(rf"(?<![\w.,/-])\d+(?P<word>[{LETTER}]{{2,}})(?![\w])")
_TWICE = re.compile(r"(?<![,;:.])(?:,[,;:]|;[,;:.]|:[,;.:]|,\.|\.\.(?![./]))(?!\.)")
_ADDRESS = re.compile(r"://|@|www\.|\.vn\b|\.gov|\.com")
_MOTTO = re.compile(r"(?i)độc lập\s*(?P<one>[–—-])\s*tự do\s*(?P<two>[–—-])\s*hạnh phúc")
_ITEM = re.compile(r"[–—•●▪*]\s")


def spaces(text: str) -> Iterator[Slip]:
    """A space before a mark, none after it, one inside brackets."""
    for match in _BEFORE.finditer(text):
        yield _around("dau-cach-truoc", text, match.start(), match.end(), match["mark"])
    for match in _INSIDE.finditer(text):
        yield _around("dau-cach-trong-ngoac", text, match.start(), match.end(), match[0].strip())
    for match in _AFTER.finditer(text):
        start, end = word_at(text, match.start(), match.end())
        if not _ADDRESS.search(text, start, end):
            yield _around("thieu-dau-cach", text, match.start(), match.end(), match[0] + " ")
    for match in _OPENED.finditer(text):
        yield _around("thieu-dau-cach", text, match.start(), match.end(), " “")
    for match in _DIGIT_WORD.finditer(text):
        if any(letter not in "abcdefghijklmnopqrstuvwxyz" for letter in match["word"].lower()):
            at = match.start("word")
            yield Slip("thieu-dau-cach", match.start(), match.end(), match[0], f"{text[match.start():at]} {match['word']}")


def _around(code: str, text: str, start: int, end: int, right: str) -> Slip:
    """A slip that shows the words on both sides of it."""
    left, stop = start, end
    while left > 0 and not text[left - 1].isspace() and start - left < 20:
        left -= 1
    while stop < len(text) and not text[stop].isspace() and stop - end < 20:
        stop += 1
    return Slip(code, start, end, text[left:stop], text[left:start] + right + text[end:stop])


def doubled_marks(text: str) -> Iterator[Slip]:
    """Two marks where one belongs: ",;", "..", ";."."""
    for match in _TWICE.finditer(text):
        yield _around("dau-cau-thua", text, match.start(), match.end(), match[0][-1])


def dashes(text: str, begins_paragraph: bool) -> Iterator[Slip]:
    """A dash that is no hyphen in the motto (SO-06) or before an item."""
    for match in _MOTTO.finditer(text):
        if match["one"] != "-" or match["two"] != "-":
            right = re.sub("[–—]", "-", match[0])
            yield Slip("gach-tieu-ngu", match.start(), match.end(), match[0], right)
    if begins_paragraph and (match := _ITEM.match(text)) and match[0][0] != "*":
        yield Slip("gach-dau-dong", 0, 1, match[0][0], "-")
