"""Sorting Vietnamese text as dictionaries and lists of names do: syllable by syllable, by letters first
(a ă â b c d đ e ê …), then by tone (none, huyền, hỏi, ngã, sắc, nặng). Numbers go by value, before letters.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from docgen.patterns import pattern

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The 29 Vietnamese letters, with f, j, w, z of foreign names where Latin order has them."""

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_ORDER = {letter: index for index, letter in enumerate(ALPHABET)}
_PIECE = pattern(r"[0-9]+|[^\W\d_]+")

Piece = tuple[int, tuple[int, ...], int | str]
SortKey = tuple[tuple[Piece, ...], str]


def sort_key(text: str) -> SortKey:
    """A key for sorting: sorted(names, key=sort_key) gives Ân Thi after An Lão, Hòa An after Hoa Lư,
    Đức Cơ after Dầu Tiếng, Phường 10 after Phường 2. Both styles of tone marks, capitals and punctuation
    make no difference, but for texts otherwise equal."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    composed = unicodedata.normalize("NFC", decomposed)
    return tuple(map(_piece, _PIECE.findall(composed))), text


@lru_cache(maxsize=4096)
def _piece(text: str) -> Piece:
    if text[0] in "0123456789":
        digits = text.lstrip("0")
        return 0, (len(digits),), digits
    tone = 0
    letters = []
    for char in text:
        marks = unicodedata.normalize("NFD", char)
        found = [mark for mark in marks if mark in _TONES]
        if found:
            tone = 1 + _TONES.index(found[0])
        letter = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        letters.append(_ORDER.get(letter, len(ALPHABET) + ord(letter[0]) if letter else 0))
    return 1, tuple(letters), tone
