"""When two figures count the same things, when one may be a slip for the other, and that they disagree."""

from __future__ import annotations

from docgen.checks.counted import Count
from docgen.checks.part_words import KINDS, SHORT_NOUNS
from docgen.values import Struct


class Disagreement(Struct, frozen=True):
    """Figures of one sentence that do not agree: the one that is wrong if the `others` are right."""

    figure: Count
    others: tuple[Count, ...]
    message: str


def same_kind(a: Count, b: Count) -> bool:
    """Whether two figures count the same things: the same noun, or nouns of one kind."""
    if not a.unit or not b.unit:
        return False
    if a.unit[0] == b.unit[0] and (_noun(a) == _noun(b) or len(a.unit) == 1 or len(b.unit) == 1):
        return True
    return any(_is_kind(a, kind) and _is_kind(b, kind) for kind in KINDS)


def _noun(count: Count) -> str:
    """The noun behind a figure: most have two syllables."""
    first = " ".join(count.unit[:2])
    return count.unit[0] if count.unit[0] in SHORT_NOUNS and first != "đơn vị" else first


def _is_kind(count: Count, kind: frozenset[str]) -> bool:
    return count.unit[0] in kind or " ".join(count.unit[:2]) in kind


def slipped(wrong: str, right: str) -> bool:
    """Whether `wrong` is `right` with one digit changed, or two swapped; of three digits or more, one may
    also be left out or added."""
    if len(wrong) == len(right):
        places = [n for n, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b]
        if len(places) == 1:
            return True
        return (
            len(places) == 2 and wrong[places[0]] == right[places[1]] and wrong[places[1]] == right[places[0]]
        )
    short, long = sorted((wrong, right), key=len)
    return len(long) - len(short) == 1 < len(short) and any(
        long[:n] + long[n + 1 :] == short for n in range(len(long))
    )
