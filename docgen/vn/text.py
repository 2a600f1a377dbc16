"""Vietnamese text as text: composed letters, capitals, and the two styles of placing tone marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal

from docgen.patterns import pattern

ToneStyle = Literal["hòa", "hoà"]


def nfc(text: str) -> str:
    """`text` with every accented letter as one code point (NFC), the form official documents use
    (TCVN 6909:2001)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def upper(text: str) -> str:
    """`text` in capitals, NFC: "Ủy ban nhân dân huyện Chư Pưh" gives "ỦY BAN NHÂN DÂN HUYỆN CHƯ PƯH"."""
    return nfc(nfc(text).upper())


def upper_first(text: str) -> str:
    """`text` with its first letter as a capital and the rest as it is, NFC; leading marks such as
    quotes are passed over."""
    return _with_first_letter(nfc(text), str.upper)


def lower_first(text: str) -> str:
    """`text` with its first letter small and the rest as it is, NFC."""
    return _with_first_letter(nfc(text), str.lower)


def _with_first_letter(text: str, change: Callable[[str], str]) -> str:
    for index, letter in enumerate(text):
        if letter.isalpha():
            return nfc(text[:index] + change(letter) + text[index + 1 :])
        if letter.isdigit():
            break
    return text


# oa, oe and uy that end a syllable carry the mark on the first vowel in one style (hòa, khỏe, thủy)
# and on the second in the other (hoà, khoẻ, thuỷ); qu is a consonant, so quý and quỳ are not of these.
# Where a letter follows (hoàn, xoáy, khuỷu, Huỳnh) both styles agree.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PAIRS = {
    nfc(first + mark + second): nfc(first + second + mark)
    for pair in ("oa", "oe", "uy")
    for mark in _TONES
    for first in (pair[0], pair[0].upper())
    for second in (pair[1], pair[1].upper())
}
_SECOND_TO_FIRST = {second: first for first, second in _PAIRS.items()}
# A class of letters comes first: of all others re then knows at once that nothing begins there.
_SYLLABLE_ENDS = "(?![^\\W\\d_]|[\u0300-\u036f])"
_FIRST_MARKED = pattern(
    "[òóõỏọÒÓÕỎỌùúũủụÙÚŨỦỤ](?<![qQ].)(?:(?<=[òóõỏọÒÓÕỎỌ])[aeAE]|(?<=[ùúũủụÙÚŨỦỤ])[yY])" + _SYLLABLE_ENDS
)
_SECOND_MARKED = pattern(
    "[oOuU](?<![qQ].)(?:(?<=[oO])[àáãảạÀÁÃẢẠèéẽẻẹÈÉẼẺẸ]|(?<=[uU])[ỳýỹỷỵỲÝỸỶỴ])" + _SYLLABLE_ENDS
)


def fold_tones(text: str, style: ToneStyle = "hòa") -> str:
    """`text` (NFC) with all tone marks of oa, oe, uy placed in one style, by default that of the
    decree's motto: "HOÀ" becomes "HÒA", "Uỷ ban" becomes "Ủy ban". Both styles are right spelling:
    fold before comparing."""
    if style == "hòa":
        return _SECOND_MARKED.sub(_in_first_style, nfc(text))
    return _FIRST_MARKED.sub(lambda m: _PAIRS[m[0]], nfc(text))


def _in_first_style(match: re.Match[str]) -> str:
    return _SECOND_TO_FIRST[match[0]]


def tone_styles(text: str) -> dict[ToneStyle, int]:
    """How many syllables of `text` follow each style: {"hòa": 3, "hoà": 1} is a text that mixes them."""
    composed = nfc(text)
    first, second = (len(marked.findall(composed)) for marked in (_FIRST_MARKED, _SECOND_MARKED))
    return {"hòa": first, "hoà": second}


def fold(text: str) -> str:
    """`text` as a key for comparing: NFC, one style of tone marks, small letters, single spaces."""
    return " ".join(_SECOND_MARKED.sub(_in_first_style, nfc(text)).lower().split())
