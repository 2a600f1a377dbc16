"""Figures typed by hand that contradict a fact of the report.

What: a number in the prose with the same words around it as one that is printed from a fact elsewhere, or
with the row and column headings of a table of the data. Why: a figure that is corrected under `so_lieu` goes
on standing where it was typed. Precision comes first: the words must be the same, not alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen.checks.counted import Count, Counted, counted, has_digits
from docgen.checks.table_figures import Tables, against_table
from docgen.checks.typed_figures import FUNCTION_WORDS, Figure, Printed, finding, qualified
from docgen.diagnostics import Diagnostic
from docgen.patterns import pattern
from docgen.prose import Passage
from docgen.schema import Facts
from docgen.values import Struct

_LEAST_WORDS = 3
"""Fewer words of substance around a figure do not tell what it counts."""

_OPENER = pattern(r"[Tt]rong đó|gồm|cụ thể")


class _Context(Struct, frozen=True):
    """What a figure counts: the words of its own clause, those of the figure it is a part of, and whether it
    is a percentage."""

    own: frozenset[str]
    parent: frozenset[str]
    percent: bool


def check_figures(passages: Iterable[Passage], facts: Facts) -> list[Diagnostic]:
    """The typed figures that contradict a fact, in the order of the text."""
    figures = [figure for passage in passages if has_digits(passage.text) for figure in _figures(passage)]
    typed = [figure for figure in figures if not figure.expression]
    if not typed:
        return []
    printed = _index([figure for figure in figures if figure.expression])
    tables = Tables(facts)
    found = (_against_fact(figure, printed) or against_table(figure, tables) for figure in typed)
    return list(dict.fromkeys(one for one in found if one is not None))


def _figures(passage: Passage) -> Iterator[Figure]:
    """The figures of a passage that are no fraction, each typed or printed as a whole."""
    text = counted(passage.text)
    for number, count in enumerate(text.counts):
        if count.whole is not None:
            continue
        segment = passage.segment(count.start)
        if segment.expression and segment.start == count.start:
            yield Figure(passage, text, number, segment.expression.strip())
        elif passage.is_typed(count.start, count.end):
            yield Figure(passage, text, number, "")


def _context(figure: Figure) -> _Context:
    return _context_of(figure.text, figure.number)


@lru_cache(maxsize=4096)
def _context_of(text: Counted, number: int) -> _Context:
    count, parent = text.counts[number], _parent(text, number)
    return _Context(_content(count), _content(parent) if parent else frozenset(), count.percent)


def _content(count: Count) -> frozenset[str]:
    return frozenset((*count.label, *count.unit)) - FUNCTION_WORDS


def _parent(text: Counted, number: int) -> Count | None:
    """The figure that `number` is a part of: the one before its parenthesis, or before "trong đó"."""
    count = text.counts[number]
    before = [c for c in text.counts[:number] if not c.percent]
    if count.group:
        outer = text.groups[count.group]
        return next((c for c in reversed(before) if c.group == outer.parent and c.end <= outer.start), None)
    first = text.sentence(count.start) - 1
    for match in reversed(list(_OPENER.finditer(text.text, 0, count.start))):
        if text.sentence(match.start()) > first:
            return next((c for c in reversed(before) if c.group == 0 and c.end <= match.start()), None)
    return None


def _index(figures: list[Figure]) -> dict[_Context, list[tuple[Figure, Printed]]]:
    """The figures printed from facts by what they count."""
    found: dict[_Context, list[tuple[Figure, Printed]]] = {}
    for figure in figures:
        context = _context(figure)
        if len(context.own) >= _LEAST_WORDS:
            printed = Printed(figure.expression, figure.count.value, figure.count.text, figure.place())
            found.setdefault(context, []).append((figure, printed))
    return found


def _against_fact(figure: Figure, index: dict[_Context, list[tuple[Figure, Printed]]]) -> Diagnostic | None:
    alike = index.get(_context(figure), [])
    if not alike or any(printed.value == figure.count.value for _, printed in alike):
        return None
    sentence = qualified(figure)
    alike = [(other, printed) for other, printed in alike if qualified(other) == sentence]
    if len({printed.value for _, printed in alike}) != 1:
        return None  # the same words stand with different figures, so they do not tell them apart
    printed = alike[0][1]
    message = (
        f"số {figure.count.text} gõ tay khác với {printed.text}, in từ {{{{ {printed.name} }}}} với cùng lời"
    )
    return finding(figure, message, printed)
