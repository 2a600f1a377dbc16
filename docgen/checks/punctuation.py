"""Spaces around punctuation, punctuation typed twice, the hyphen of motto and items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.slips import LETTER, Slip, word_at
from docgen.patterns import pattern

_BEFORE = pattern(r"[ \u00a0]{1,2}(?P<mark>[,;:!?)\]”](?![\w)])|\./\.|\.(?=\s|$)|/(?=\d{4}(?!\d)))")
_INSIDE = pattern(r"[(\[“][ \u00a0]+(?=\w)")
_MARK = pattern(r"[,;:!?)”….](?=[\w“(])")
_DIGIT_WORD = pattern(rf"\d(?<!\d.)\d*+(?P<word>{LETTER}{{2,}})(?!\w)")
_PAIR = pattern(r"[,;:.][,;:.]")
_TWICE = pattern(r"(?<![,;:.])(?:,[,;:]|;[,;:.]|:[,;.]|,\.|(?<!\d)\.\.(?![./\d]))(?!\.)")
_ADDRESS = pattern(r"://|@|www\.|\.vn\b|\.gov|\.com")
_MOTTO = pattern(r"(?i)độc lập\s*(?P<one>[–—-])\s*tự do\s*(?P<two>[–—-])\s*hạnh phúc")
_DASHES = tuple("–—•●▪")


def spaces(text: str) -> Iterator[Slip]:
    """A space before a mark, none after it, one inside brackets."""
    for match in _BEFORE.finditer(text):
        at = match.start()
        if at and (text[at - 1].isalnum() or text[at - 1] in ")”%…"):
            yield _around("dau-cach-truoc", text, at, match.end(), match["mark"])
    for match in _INSIDE.finditer(text):
        yield _around("dau-cach-trong-ngoac", text, match.start(), match.end(), match[0].strip())
    for found in _MARK.finditer(text):
        at = found.start()
        if _lacks_space(text, at) and not _ADDRESS.search(text, *word_at(text, at, at + 1)):
            yield _around("thieu-dau-cach", text, at, at + 1, text[at] + " ")
    for at in _all(text, "“"):
        if at and text[at - 1].isalpha():
            yield _around("thieu-dau-cach", text, at, at + 1, " “")
    for match in _DIGIT_WORD.finditer(text):
        word, start = match["word"], match.start()
        if not word.isascii() and (
            start == 0 or not (text[start - 1].isalnum() or text[start - 1] in ".,/-")
        ):
            right = f"{text[start : match.start('word')]} {word}"
            yield Slip("thieu-dau-cach", start, match.end(), match[0], right)


def _lacks_space(text: str, at: int) -> bool:
    """Whether the mark at `at`, directly before a word, needs a space behind it."""
    mark, after = text[at], text[at + 1]
    before = text[at - 1] if at else " "
    if mark in ",;":
        return (before.isalnum() or before in ")”%") and (after.isalpha() or after in "“(")
    if mark in ":!?":
        return (before.isalpha() or before in ")”%") and after.isalpha()
    if mark == "…" or text[at - 2 : at] == "..":
        word = before if mark == "…" else text[at - 3 : at - 2]
        return word.isalnum() and after.isalpha()
    if mark == ".":  # the end of a sentence, not A.B. or gov.vn
        end, start = text[max(at - 2, 0) : at], text[at + 1 : at + 3]
        return len(end) == 2 and end.isalpha() and end.islower() and start.isalpha() and start.istitle()
    return after.isalpha() if mark == ")" else after.isalnum()


def _all(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


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
    for found in _PAIR.finditer(text):
        pair = _TWICE.match(text, found.start())
        if pair:
            yield _around("dau-cau-thua", text, pair.start(), pair.end(), pair[0][-1])


def motto(text: str) -> Iterator[Slip]:
    """A dash that is no hyphen in the motto (SO-06)."""
    for match in _MOTTO.finditer(text):
        if match["one"] != "-" or match["two"] != "-":
            right = re.sub("[–—]", "-", match[0])
            yield Slip("gach-tieu-ngu", match.start(), match.end(), match[0], right)


def item_dash(text: str) -> Iterator[Slip]:
    """A dash that is no hyphen before an item."""
    if text[:1] in _DASHES and text[1:2].isspace():
        yield Slip("gach-dau-dong", 0, 1, text[0], "-")
