"""Dates typed by hand that are one slip off a date of the facts.

Only where the words leave no doubt: a stretch of data ("số liệu từ … đến …") one end of which is a date of
the facts, or a date whose fact no {{ … }} prints and whose name stands in the sentence.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen import vn
from docgen.checks.counted import MOST_FIGURES, sentence_of
from docgen.checks.named_facts import name_of, printed_facts, syllables
from docgen.checks.slips import PASSAGES_KEPT
from docgen.checks.typed_figures import CODE, compared
from docgen.diagnostics import Diagnostic, Related, warning
from docgen.patterns import pattern
from docgen.prose import Passage
from docgen.schema import Fact, Facts
from docgen.vn import PartialDate, VnError

_DATE = pattern(
    r"[0-9][0-9]?(?:\s?/\s?[0-9]{1,2}\s?/\s?[0-9]{4}(?![0-9/])"
    r"|(?P<long>\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}))"
)
_TO = pattern(r"\s*(?:đến|tới|-|–)\s+(?:hết\s+)?")
_DATA = pattern(r"số liệu|thời gian|kỳ báo cáo|\btừ\s*$", re.IGNORECASE)


def check_dates(passages: Iterable[Passage], facts: Facts) -> list[Diagnostic]:
    """The typed dates that contradict a fact."""
    dated = {
        day: fact
        for fact in facts.single.values()
        if isinstance(fact.value, PartialDate) and fact.node is not None and (day := fact.value.to_date())
    }
    if not dated:
        return []
    known = list(passages)
    found = (one for passage in known if _days(passage.text) for one in _of_passage(passage, dated, known))
    return list(dict.fromkeys(found))


_Dated = dict[datetime.date, Fact]


def _of_passage(passage: Passage, dated: _Dated, known: list[Passage]) -> Iterator[Diagnostic]:
    days = _days(passage.text)
    if len(days) > MOST_FIGURES:
        return
    for number, (start, end, day) in enumerate(days):
        if day is None or day in dated or not (near := {d: f for d, f in dated.items() if _slip(day, d)}):
            continue
        if not passage.is_typed(start, end):
            continue
        fact = _meant(passage.text, days, number, near, dated) or _named(passage.text, start, near, known)
        if fact is not None and fact.node is not None:
            yield warning(
                CODE,
                f"ngày {vn.ngay(day)} gõ tay khác với {fact.node.text.strip()} của {fact.code}",
                passage.place(start),
                hint=f"Nếu là cùng một ngày thì viết {{{{ {fact.code} | ngay }}}} thay cho ngày gõ tay",
                related=(Related(fact.node.location, f"{fact.code} = {fact.node.text.strip()}"),),
            )


_Day = tuple[int, int, datetime.date | None]


@lru_cache(maxsize=PASSAGES_KEPT)
def _days(text: str) -> tuple[_Day, ...]:
    """The dates of `text`: begin, end, and the day, if there is such a day."""
    if "/" not in text and "tháng" not in text:
        return ()
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[_Day]:
    at = 0
    while match := _DATE.search(text, at):
        start, end = match.span()
        word = start
        while word and text[word - 1].isspace():
            word -= 1
        if word < start and text.endswith("ngày", 0, word):
            start = word - 4
        if match["long"] and start == match.start():  # 5 tháng 6 năm 2020 without ngày
            at = start + 1
            continue
        yield start, end, _day(text[start:end])
        at = end


def _meant(text: str, days: tuple[_Day, ...], number: int, near: _Dated, dated: _Dated) -> Fact | None:
    """The fact for one end of "số liệu từ … đến …", when the other end is a date of the facts."""
    start = days[number][0]
    other = next(
        (
            days[b if a == number else a][2]
            for a, b in ((number - 1, number), (number, number + 1))
            if a >= 0 and b < len(days) and _TO.fullmatch(text[days[a][1] : days[b][0]])
        ),
        None,
    )
    if other not in dated or not _DATA.search(text[:start]):
        return None
    return _only({day: fact for day, fact in near.items() if day != other})


def _named(text: str, start: int, near: _Dated, known: list[Passage]) -> Fact | None:
    """The fact that nothing prints and whose name stands in the sentence."""
    if compared(text):
        return None
    printed, around = printed_facts(known), syllables(sentence_of(text, start))
    return _only(
        {
            day: fact
            for day, fact in near.items()
            if fact.code not in printed and frozenset().union(*name_of(fact)) <= around
        }
    )


def _only(found: _Dated) -> Fact | None:
    return next(iter(found.values())) if len(found) == 1 else None


def _day(text: str) -> datetime.date | None:
    try:
        return vn.doc_ngay(re.sub(r"\s*/\s*", "/", text)).to_date()
    except VnError:
        return None


def _slip(one: datetime.date, two: datetime.date) -> bool:
    """Whether two dates differ in the day, by one month or one year, or have day and month swapped."""
    if (one.day, one.month) == (two.month, two.day) and one.year == two.year:
        return True
    if abs((one - two).days) == 1:
        return True
    changed = (one.day != two.day, one.month != two.month, one.year != two.year)
    return sum(changed) == 1 and max(abs(one.month - two.month), abs(one.year - two.year)) <= 1
