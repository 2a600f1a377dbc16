"""A text in one byte for each character, so that what most passages do not have is ruled out in no time.

ASCII, the letters of Vietnamese and the signs of print are fewer than 256. In bytes a text is put into small
letters, bared of its marks or cut into words in a tenth of the time. What is found here may be a slip; what
is not found is none.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_MARKED = (unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES)
_SMALL_LETTERS = "đ" + "".join(letter for letter in _MARKED if not letter.isascii())
_SIGNS = "\u00a0“”‘’–—…•●▪°≥≤−→"
_FREE = (*range(1, 9), *range(14, 32), *range(127, 256))
"""Bytes that are no sign of ASCII and no blank."""

_CHARACTERS = {chr(code): code for code in (0, 9, 10, *range(32, 127))} | dict(
    zip(_SMALL_LETTERS + _SMALL_LETTERS.upper() + _SIGNS, _FREE, strict=False)
)
_BY_CODE = {code: character for character, code in _CHARACTERS.items()}
_ENCODING = codecs.charmap_build("".join(_BY_CODE.get(code, "\ufffe") for code in range(256)))


def coded(text: str) -> bytes | None:
    """`text` with the byte of each character; None when it has one that Vietnamese prose does not have."""
    try:
        return codecs.charmap_encode(text, "strict", _ENCODING)[0]
    except UnicodeEncodeError:
        return None


def encoded(text: str) -> bytes:
    """`text` of this program, with the byte of each character."""
    return codecs.charmap_encode(text, "strict", _ENCODING)[0]


def table(becomes: Callable[[str], str]) -> bytes:
    """What `bytes.translate` needs to put `becomes(character)` in the place of each character."""
    return bytes(_CHARACTERS[becomes(_BY_CODE[code])] if code in _BY_CODE else code for code in range(256))


def _bare(character: str) -> str:
    return "d" if character in "đĐ" else unicodedata.normalize("NFD", character)[0]


SMALL = table(str.lower)
"""Small letters; all else as it is."""

WORDS = table(lambda character: character.lower() if character.isalpha() else " ")
"""Words of letters, small, with blanks between them."""


def words_of(code: bytes) -> bytes:
    """The words of letters in `code`, small, each with a blank behind it and at its place."""
    return code.translate(WORDS) + b" "


BARE = table(lambda character: _bare(character).lower() if character.isalpha() else " ")
"""The same without marks."""

_SHAPES = {"“": "<", "”": ">", "…": "e", ";": ",", "?": "!", "[": "(", "]": ")"}


def _shape(character: str) -> str:
    if character.isalpha():
        return "a" if character.islower() else "A"
    if character.isdigit():
        return "0"
    return " " if character in " \u00a0\t" else _SHAPES.get(character, character)


SHAPE = table(_shape)
"""Letters as a and A, digits as 0, and marks that are looked at alike as one of them."""
