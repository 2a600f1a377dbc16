"""Sums and percentages that a sentence states, computed again though nothing is declared as a fact.

What: a total beside its parts, a percentage beside its fraction or its part and whole. Why: these are
the figures readers add up, and the commonest errors of published reports. Findings are warnings, because a
sentence may mean what no machine sees; a fact with a rule in the report type is checked as an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen.checks.agreement import Disagreement
from docgen.checks.counted import Count, counted
from docgen.checks.in_words import wrong_words
from docgen.checks.shares import disagreeing_shares
from docgen.checks.slips import PASSAGES_KEPT
from docgen.checks.splits import splits
from docgen.checks.stretches import Stretch, stretches
from docgen.checks.sums import (
    disagreeing_levels,
    disagreeing_note,
    disagreeing_remainders,
    disagreeing_sums,
)
from docgen.diagnostics import Diagnostic, Related, warning
from docgen.prose import Passage, PassageKind

SUM = "cau-tong"
SHARE = "cau-ty-le"
IN_WORDS = "cau-bang-chu"

_HINT = "Kiểm tra lại từng số của câu; số dùng nhiều nơi thì ghi một lần dưới so_lieu và viết {{ … }}"


def check_sentences(passages: Iterable[Passage]) -> list[Diagnostic]:
    """The sentences whose own figures disagree, each finding once, in the order of the text."""
    return list(dict.fromkeys(_findings(passages)))


def _findings(passages: Iterable[Passage]) -> Iterator[Diagnostic]:
    known = list(passages)
    for stretch in stretches(known):
        sums, shares, in_words = _of_text(stretch.text)
        for found in sums:
            yield _finding(SUM, found, stretch)
        for found in shares:
            yield _finding(SHARE, found, stretch)
        for figure, message in in_words:
            yield warning(IN_WORDS, message, stretch.place(figure), hint=_HINT)
    yield from _notes(known)


_Judged = tuple[tuple[Disagreement, ...], tuple[Disagreement, ...], tuple[tuple[int, str], ...]]


@lru_cache(maxsize=PASSAGES_KEPT)  # the reports of a batch share many of their sentences
def _of_text(text: str) -> _Judged:
    """The sums, the percentages and the amounts in words of `text` that are wrong."""
    figures = counted(text)
    if len(figures.counts) < 2:
        return (), (), ()
    named = list(splits(figures))
    sums = (*disagreeing_sums(figures, named), *disagreeing_levels(named), *disagreeing_remainders(figures))
    return sums, tuple(disagreeing_shares(figures)), tuple(wrong_words(text))


def _notes(passages: list[Passage]) -> Iterator[Diagnostic]:
    """Footnotes that list the parts of a figure of the paragraph they belong to."""
    parent: Passage | None = None
    for passage in passages:
        if passage.kind is not PassageKind.FOOTNOTE:
            parent = passage
        elif parent is not None and (found := disagreeing_note(counted(parent.text), counted(passage.text))):
            related = tuple(Related(passage.place(part.start), f"số {part.text}") for part in found.others)
            yield warning(SUM, found.message, parent.place(found.figure.start), hint=_HINT, related=related)


def _finding(code: str, found: Disagreement, stretch: Stretch) -> Diagnostic:
    """The finding at the figure that was typed by hand, when only one was; else at the total or share."""
    figures = (found.figure, *found.others)
    typed = [figure for figure in figures if stretch.is_typed(figure.start, figure.end)]
    place: Count = typed[0] if len(typed) == 1 else found.figure
    related = tuple(Related(stretch.place(f.start), f"số {f.text}") for f in figures if f is not place)
    return warning(code, found.message, stretch.place(place.start), hint=_HINT, related=related)
