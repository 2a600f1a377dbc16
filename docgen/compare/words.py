"""Texts compared word by word; a figure such as 6.015 or 14/9/2020 is one word."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

from docgen.compare.difference import Piece
from docgen.compare.node import MARK_CLOSE, MARK_OPEN

_TOKEN = re.compile(rf"{MARK_OPEN}[^{MARK_CLOSE}]*{MARK_CLOSE}|\d+(?:[.,/]\d+)*%?|[^\W\d]+|\w+|\s+|.", re.S)
_MANY = 3000


def tokens(text: str) -> list[str]:
    """Words, figures, stretches of space and single signs; joined they are the text again."""
    return _TOKEN.findall(text)


def matcher(old: list[str], new: list[str]) -> SequenceMatcher[str]:
    """Matches two token lists; very long ones without looking at the most frequent words."""
    return SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _MANY)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The words that stay, go and come, in reading order. A lone space between two changes goes with them."""
    a, b = tokens(old), tokens(new)
    found: list[Piece] = []
    gone = come = ""
    for operation, a1, a2, b1, b2 in matcher(a, b).get_opcodes():
        if operation != "equal":
            gone += "".join(a[a1:a2])
            come += "".join(b[b1:b2])
            continue
        text = "".join(a[a1:a2])
        if text.isspace() and (gone or come) and b2 < len(b) and a2 < len(a):
            gone, come = gone + text, come + text
            continue
        found += _changed(gone, come)
        gone = come = ""
        found.append(Piece("=", text))
    return tuple(found + _changed(gone, come))


def _changed(gone: str, come: str) -> list[Piece]:
    return [Piece(sign, text) for sign, text in (("-", gone), ("+", come)) if text]


def bag(text: str) -> Counter[str]:
    """The words of a text with how often each occurs; case and signs do not count."""
    return Counter(word for word in tokens(text.casefold()) if not word.isspace())


def likeness(old: Counter[str], new: Counter[str]) -> float:
    """How much two bags of words share, 0 to 1 (Dice's coefficient)."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0
