"""Figures typed by hand where the sentence carries the name of a fact with another value.

What: "tổ chức 54 hội nghị" under a heading on tuyên truyền, when the fact tuyen_truyen.hoi_nghi is 45. Why: a
fact that no {{ … }} prints has been typed again, and slips happen then. Precision comes first: every syllable
of the name must stand around the figure, the values must be one slip apart, and the right value must not be
typed anywhere with the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from docgen import vn
from docgen.checks.agreement import slipped
from docgen.checks.citation_groups import ABBREVIATED
from docgen.checks.counted import Count, Counted, counted, has_digits
from docgen.checks.slips import PASSAGES_KEPT
from docgen.checks.terms import bare
from docgen.checks.typed_figures import CODE, compared
from docgen.diagnostics import Diagnostic, Location, Related, warning
from docgen.expression import ExpressionError, parse
from docgen.patterns import pattern
from docgen.prose import Passage, PassageKind
from docgen.schema import Fact, Facts
from docgen.values import Struct

_GENERIC = frozenset(("tong", "tong_so", "ty_le", "so", "so_luong"))
"""Last steps of a path that say nothing: the step before names the fact."""

_OWN = "rieng"
_SHARE_WORDS = frozenset(("ty", "le"))
_WORD = pattern(r"[a-z]+")
_PART = pattern(r"trong đó|riêng|nhất là|điển hình", re.IGNORECASE)
_MONEY = pattern(r"\s*(?P<unit>(?:nghìn tỷ|tỷ|triệu|nghìn) đồng|đồng)\b")
_POWERS = {"nghìn tỷ đồng": 12, "tỷ đồng": 9, "triệu đồng": 6, "nghìn đồng": 3, "đồng": 0}
_SIGNIFICANT = 3
"""Figures of so many digits are not one slip apart by chance; a shorter one must be the only statement."""


class _Named(Struct, frozen=True):
    """A fact and the bare syllables of its name: those of its last step, those of the steps before."""

    fact: Fact
    last: frozenset[str]
    before: frozenset[str]
    silent: bool

    @property
    def is_long(self) -> bool:
        return _length(self.fact.value) >= _SIGNIFICANT


class _Typed(Struct, frozen=True):
    """A figure typed by hand at `start`; a fraction is two of them."""

    passage: Passage
    text: Counted
    count: Count
    value: Decimal
    start: int
    clause: frozenset[str]
    around: frozenset[str]

    @property
    def place(self) -> Location:
        return self.passage.place(self.start)


def against_names(
    passages: Iterable[Passage], facts: Facts, said: Iterable[Location] = ()
) -> Iterator[Diagnostic]:
    """The typed figures that contradict the fact they name; none at the places `said`."""
    known = list(passages)
    typed = list(_typed(known))
    if not typed:
        return
    named = list(_named(facts, printed_facts(known)))
    fitting = [[one for one in named if _fits(figure, one)] for figure in typed]
    stated = {
        one.fact.code
        for figure, all_of in zip(typed, fitting, strict=True)
        for one in all_of
        if _agrees(figure, one)
    }
    places = set(said)
    blamed: dict[str, list[tuple[_Typed, _Named]]] = {}
    for figure, all_of in zip(typed, fitting, strict=True):
        if any(_agrees(figure, one) for one in all_of) or figure.place in places:
            continue
        wrong = [one for one in all_of if one.fact.code not in stated and _contradicts(figure, one)]
        if len({one.fact.value for one in wrong}) == 1:
            blamed.setdefault(wrong[0].fact.code, []).append((figure, wrong[0]))
    for found in blamed.values():
        if len(found) == 1 or found[0][1].is_long:  # of two short figures it is not plain which is meant
            yield from (_finding(figure, one.fact) for figure, one in found)


def _typed(passages: list[Passage]) -> Iterator[_Typed]:
    heading: frozenset[str] = frozenset()
    for passage in passages:
        if passage.kind is PassageKind.HEADING:
            heading = syllables(passage.text)
        elif has_digits(passage.text):
            yield from _of_passage(passage, heading)


def _of_passage(passage: Passage, heading: frozenset[str]) -> Iterator[_Typed]:
    text = counted(passage.text)
    for count in text.counts:
        halves = [(count.value, count.start)]
        end = count.end
        if count.whole is not None:
            slash = passage.text.index("/", count.start)
            halves.append((count.whole, slash + 1))
            end = slash
        typed = [
            (value, start)
            for value, start in halves
            if passage.is_typed(start, end if start == count.start else count.end)
        ]
        if typed:
            clause = syllables(" ".join((*count.label, *count.unit)))
            around = heading | syllables(text.sentence_text(count.start))
            for value, start in typed:
                yield _Typed(passage, text, count, value, start, clause, around)


@lru_cache(maxsize=PASSAGES_KEPT)
def syllables(text: str) -> frozenset[str]:
    """The bare syllables of `text`; those of an abbreviation too."""
    found = frozenset(_WORD.findall(bare(text)))
    return found.union(*(_EXPANDED[word] for word in found & _EXPANDED.keys()))


_EXPANDED = {short: frozenset(bare(long).split()) for short, long in ABBREVIATED.items()}


def printed_facts(passages: list[Passage]) -> set[str]:
    """The dotted paths of the facts that some {{ … }} prints."""
    found: set[str] = set()
    for expression in {s.expression for passage in passages for s in passage.segments if s.expression}:
        try:
            found.update(".".join(path) for path in parse(expression).paths)
        except ExpressionError:
            continue
    return found


def _named(facts: Facts, printed: set[str]) -> Iterator[_Named]:
    for code, fact in facts.single.items():
        if not isinstance(fact.value, Decimal) or fact.node is None or not fact.value:
            continue
        last, before = name_of(fact)
        if last:
            yield _Named(fact, last, before, code not in printed)


def name_of(fact: Fact) -> tuple[frozenset[str], frozenset[str]]:
    """The bare syllables of the last step of a fact's path that says something, and of the steps before."""
    steps = [step for step in fact.path if step != _OWN]
    if len(steps) > 1 and steps[-1] in _GENERIC:
        steps.pop()
    last = syllables(steps[-1].replace("_", " "))
    return last - _SHARE_WORDS if fact.kind == "ty_le" else last, syllables(
        " ".join(steps[:-1]).replace("_", " ")
    )


def _fits(figure: _Typed, one: _Named) -> bool:
    """Whether the words around `figure` carry the name of the fact, and it is one of its kind."""
    share = one.fact.kind == "ty_le"
    if share != figure.count.percent or not one.before <= figure.around:
        return False
    if one.fact.kind == "tien" and _scale(figure) is None:
        return False
    return one.last <= (figure.around if share else figure.clause)


def _scale(figure: _Typed) -> int | None:
    money = _MONEY.match(figure.count.after)
    return _POWERS[money["unit"]] if money else None


def _value(figure: _Typed, one: _Named) -> tuple[Decimal, Decimal]:
    """What is typed and what the fact is worth, in the unit typed."""
    if one.fact.kind != "tien":
        return figure.value, one.fact.value
    return figure.value, one.fact.value.scaleb(-(_scale(figure) or 0)).normalize()


def _agrees(figure: _Typed, one: _Named) -> bool:
    typed, right = _value(figure, one)
    return typed == right or typed == round(right, figure.count.decimals)


def _contradicts(figure: _Typed, one: _Named) -> bool:
    typed, right = _value(figure, one)
    unit = Decimal(1).scaleb(-max(figure.count.decimals, -int(right.as_tuple().exponent), 0))
    if not (abs(typed - right) == unit or slipped(f"{typed:f}", f"{right:f}")):
        return False
    sentence = figure.text.sentence_text(figure.count.start)
    if compared(sentence):
        return False
    return one.is_long or (one.silent and not figure.count.group and not _PART.search(sentence))


def _length(value: Decimal) -> int:
    return len(f"{value.normalize():f}".replace(".", ""))


def _finding(figure: _Typed, fact: Fact) -> Diagnostic:
    assert fact.node is not None
    right = fact.node.text.strip()
    typed = f"{vn.so(figure.value)}%" if figure.count.percent else vn.so(figure.value)
    return warning(
        CODE,
        f"số {typed} gõ tay khác với {right} của {fact.code}",
        figure.place,
        hint=f"Nếu là cùng một số thì viết {{{{ {fact.code} }}}} thay cho số gõ tay",
        related=(Related(fact.node.location, f"{fact.code} = {right}"),),
    )
