"""Comparing Vietnamese official phrases whatever the tone placement, case or spacing."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile(r"[^0-9a-zđ]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
CAPS_WORD = re.compile(r"[^\W\d_]")


def letters(text: str) -> str:
    """The text's letters and digits only, lower case, without any diacritics but đ: the form in which
    fixed phrases are recognised even when mistyped ("Độc lập – Tự do" and "ĐỘC LẬP-TỰ DO" are equal)."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    return _DROPPED.sub("", plain)


def squeeze(text: str) -> str:
    """NFC text with every run of blanks, no-break ones included, as one space, stripped."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def all_caps(text: str) -> bool:
    """Whether the text has letters and all of them are capitals."""
    return any(c.isalpha() for c in text) and text == text.upper()


def mostly_caps(text: str) -> bool:
    """Whether at least four in five letters are capitals: ALL CAPS with an abbreviation left lower."""
    found = [c for c in text if c.isalpha()]
    return bool(found) and sum(c.isupper() for c in found) >= 0.8 * len(found)
