"""Dates typed by hand that are one slip off a date of the facts.

Only where the words leave no doubt: a stretch of data ("số liệu từ … đến …") one end of which is a date of
the facts, or a date whose fact no {{ … }} prints and whose name stands in the sentence.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from docgen import vn
from docgen.checks.counted import SENTENCE
from docgen.checks.named_facts import name_of, printed_facts, syllables
from docgen.checks.typed_figures import CODE, compared
from docgen.diagnostics import Diagnostic, Related, warning
from docgen.prose import Passage
from docgen.schema import Fact, Facts
from docgen.vn import PartialDate, VnError

_DATE = re.compile(
    r"(?:ngày\s+)?[0-9]{1,2}\s?/\s?[0-9]{1,2}\s?/\s?[0-9]{4}(?![0-9/])"
    r"|ngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}"
)
_TO = re.compile(r"\s*(?:đến|tới|-|–)\s+(?:hết\s+)?")
_DATA = re.compile(r"số liệu|thời gian|kỳ báo cáo|\btừ\s*$", re.IGNORECASE)


def check_dates(passages: Iterable[Passage], facts: Facts) -> list[Diagnostic]:
    """The typed dates that contradict a fact."""
    known = list(passages)
    dated = {
        day: fact
        for fact in facts.single.values()
        if isinstance(fact.value, PartialDate) and fact.node is not None and (day := fact.value.to_date())
    }
    if not dated:
        return []
    printed = printed_facts(known)
    silent = {day: fact for day, fact in dated.items() if fact.code not in printed}
    found = [
        one
        for passage in known
        if "/" in passage.text or "tháng" in passage.text
        for one in _of_passage(passage, dated, silent)
    ]
    return list(dict.fromkeys(found))


_Dated = dict[datetime.date, Fact]


def _of_passage(passage: Passage, dated: _Dated, silent: _Dated) -> Iterator[Diagnostic]:
    text = passage.text
    days = [(match, _day(match[0])) for match in _DATE.finditer(text)]
    for number, (match, day) in enumerate(days):
        if day is None or day in dated or not passage.is_typed(match.start(), match.end()):
            continue
        other = _other_end(text, [one for one, _ in days], number)
        if other is not None and days[other][1] in dated and _DATA.search(text[: match.start()]):
            fact = _one_slip_off(day, {d: f for d, f in dated.items() if d != days[other][1]})
        else:
            around = syllables(_sentence(text, match.start()))
            named = {d: f for d, f in silent.items() if set().union(*name_of(f)) <= around}
            fact = None if compared(text) else _one_slip_off(day, named)
        if fact is not None and fact.node is not None:
            yield warning(
                CODE,
                f"ngày {vn.ngay(day)} gõ tay khác với {fact.node.text.strip()} của {fact.code}",
                passage.place(match.start()),
                hint=f"Nếu là cùng một ngày thì viết {{{{ {fact.code} | ngay }}}} thay cho ngày gõ tay",
                related=(Related(fact.node.location, f"{fact.code} = {fact.node.text.strip()}"),),
            )


def _day(text: str) -> datetime.date | None:
    try:
        return vn.doc_ngay(re.sub(r"\s*/\s*", "/", text)).to_date()
    except VnError:
        return None


def _other_end(text: str, matches: list[re.Match[str]], number: int) -> int | None:
    """The date at the other end of "từ … đến …"."""
    for one, two, other in ((number, number + 1, number + 1), (number - 1, number, number - 1)):
        if one >= 0 and two < len(matches) and _TO.fullmatch(text[matches[one].end() : matches[two].start()]):
            return other
    return None


def _sentence(text: str, offset: int) -> str:
    starts = [match.end() for match in SENTENCE.finditer(text)]
    first = max((start for start in starts if start <= offset), default=0)
    return text[first : min((start for start in starts if start > offset), default=len(text))]


def _one_slip_off(day: datetime.date, dated: _Dated) -> Fact | None:
    """The only fact whose date differs from `day` in the day, by one month or year, or has both swapped."""
    near = [fact for other, fact in dated.items() if _slip(day, other)]
    return near[0] if len(near) == 1 else None


def _slip(one: datetime.date, two: datetime.date) -> bool:
    if (one.day, one.month) == (two.month, two.day) and one.year == two.year:
        return True
    if abs((one - two).days) == 1:
        return True
    changed = (one.day != two.day, one.month != two.month, one.year != two.year)
    return sum(changed) == 1 and max(abs(one.month - two.month), abs(one.year - two.year)) <= 1
