"""Dates and periods a report names, against the period it reports on.

What: data dates outside the window of the period; a document dated before its figures are complete, or long
after; the plan of another year as this year's; other periods by name (other_periods). Why: copying last
quarter's report is how these errors come about. Clause: Nghị định 09/2019/NĐ-CP Điều 12 (thời gian chốt số
liệu); the ruling text of a report may set other days, so findings are warnings.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen import vn
from docgen.checks.named_periods import named_periods
from docgen.checks.other_periods import other_periods
from docgen.checks.slips import PASSAGES_KEPT
from docgen.diagnostics import Diagnostic, Location, Related, warning
from docgen.patterns import pattern
from docgen.prose import Passage, PassageKind
from docgen.values import replace
from docgen.vn import PartialDate, Period, VnError

CLAUSE = "Nghị định 09/2019/NĐ-CP, Điều 12"

_DATE = (
    r"(?:ngày\s+)?[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}(?:\s?[/.-]\s?[0-9]{4})?"
    r"|ngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+[0-9]{4})?"
)
_SPAN = pattern(
    r"(?:(?:[Ss]ố liệu|[Kk]ỳ báo cáo|[Tt]hời gian (?:lấy|chốt|tính))[^.;()]{0,60}?\btừ|^[-+ ]*Từ)\s+"
    rf"(?P<tu>{_DATE})\s*(?:đến|tới|-|–)\s+(?:hết\s+)?(?P<den>{_DATE})"
)
_UNTIL = pattern(
    r"(?:(?:[Tt]ính|[Ss]ố liệu|[Tt]hống kê|[Kk]ết quả|[Ll]ũy kế)[^.;():0-9]{0,40}?\b(?:đến|đền|tới)"
    rf"|(?:^|(?<=[.:;] )|(?<=[.:;]))[-+ ]*Đến)\s+(?:hết\s+)?(?:thời điểm\s+)?(?P<den>{_DATE})"
)
_TOWARDS = pattern(
    r"[ếềớ–-](?:(?<=[đĐ]ế)n|(?<=đề)n|(?<=tớ)i|(?<=[–-]))\s+(?:hết\s+)?(?:ngày\s+|thời điểm\s+)*[0-9]"
)
"""What both patterns need; most text is passed over by it."""

_PLANNED = pattern(
    r"phấn đấu|mục tiêu|chỉ tiêu|dự kiến|kế hoạch đến|trước ngày|chậm nhất|có hiệu lực", re.IGNORECASE
)
_COUNTED = pattern(r"tiếp nhận|giải quyết|số liệu|thống kê", re.IGNORECASE)
_REPORTED = pattern(
    r"\b[Bb]áo cáo số\s[^;.]{0,60}?ngày\s+(?P<ngay>[^;]{5,40}?[0-9]{4})\b(?P<rest>[^;]{0,140})"
)
_PLAN = pattern(r"^\W*(?:Thực hiện|Căn cứ)\s+(?:Kế hoạch|Chương trình)\b[^.;]*")

_LATE = datetime.timedelta(days=183)
"""No report is written so long after its period."""

_OWN_RULE = "Nếu chế độ báo cáo quy định thời gian chốt số liệu khác thì ghi lý do dưới bo_qua"


def check_periods(
    passages: Iterable[Passage],
    period: Period | None,
    date: PartialDate | None,
    date_place: Location,
    period_place: Location | None = None,
) -> list[Diagnostic]:
    """The findings about dates and periods; none when the report names no `period`. `date_place` is where
    the `date` of the document was typed, `period_place` where its period was: what contradicts the period
    names that place too."""
    if period is None:
        return []
    known = list(passages)
    found = [
        finding
        for passage in known
        if _names_a_last_day(passage.text)
        for finding in _outside_window(passage, period)
    ]
    found += other_periods(known, period)
    found += _stale_plan(known, period)
    found += _dated_too_early(known, period, date, date_place)
    if date is not None:
        found += _dated_too_late(period, date, date_place)
    if period_place is not None:
        own = Related(period_place, f"kỳ báo cáo ghi ở đây là {period}")
        found = [replace(finding, related=(*finding.related, own)) for finding in found]
    found += [
        finding for passage in known if "áo cáo số" in passage.text for finding in _cited_reports(passage)
    ]
    return list(dict.fromkeys(found))


# --- data dates ------------------------------------------------------------------------------------


@lru_cache(maxsize=PASSAGES_KEPT)
def _names_a_last_day(text: str) -> bool:
    return _TOWARDS.search(text) is not None


def _outside_window(passage: Passage, period: Period) -> Iterator[Diagnostic]:
    spans = []
    for match in _SPAN.finditer(passage.text):
        if (
            "iệu" not in match[0]
            and "áo cáo" not in match[0]
            and not _COUNTED.search(passage.text[match.end() :][:60])
        ):
            continue
        last = _read_date(match["den"], period.nam)
        first = _read_date(match["tu"], last.year if last else period.nam)
        if first is None or last is None:
            continue
        if first > last and not re.search("[0-9]{4}", match["tu"]):
            first = first.replace(year=first.year - 1)
        spans.append(match.span())
        yield from _window_finding(passage, match.start("tu"), period, first, last)
    for match in _UNTIL.finditer(passage.text):
        inside = any(start <= match.start("den") < end for start, end in spans)
        last = _read_date(match["den"], period.nam)
        sentence = passage.text[max(0, match.start() - 80) : match.end() + 80]
        if last is not None and last > period.den and not inside and not _PLANNED.search(sentence):
            yield from _window_finding(passage, match.start("den"), period, None, last)


def _window_finding(
    passage: Passage, offset: int, period: Period, first: datetime.date | None, last: datetime.date
) -> Iterator[Diagnostic]:
    window = f"{vn.ngay(period.tu)} đến {vn.ngay(period.den)}"
    if first is not None and first > last:
        message = f"số liệu từ {vn.ngay(first)} đến {vn.ngay(last)}: ngày đầu sau ngày cuối"
    elif first is not None and (first < period.tu or last > period.den):
        message = f"số liệu từ {vn.ngay(first)} đến {vn.ngay(last)}, nhưng {period} lấy số liệu từ {window}"
    elif last > period.den:
        message = f"số liệu tính đến {vn.ngay(last)}, nhưng {period} chốt số liệu ngày {vn.ngay(period.den)}"
    else:
        return
    yield warning("ky-ngay-so-lieu", message, passage.place(offset), hint=_OWN_RULE, clause=CLAUSE)


def _read_date(text: str, year: int) -> datetime.date | None:
    """The date `text` names, in `year` when it names none; None when there is no such day."""
    body = (
        text if re.search("[0-9]{4}", text) else f"{text} năm {year}" if "tháng" in text else f"{text}/{year}"
    )
    try:
        return vn.doc_ngay(re.sub(r"\s*([/.-])\s*", "/", body)).to_date()
    except VnError:
        return None


def _dated_too_early(
    passages: list[Passage], period: Period, date: PartialDate | None, place: Location
) -> Iterator[Diagnostic]:
    """A document date before the figures of the period are complete; where the report itself says up to
    which day its figures go, that day counts."""
    if date is None or date.month is None:
        return
    latest = date.to_date() or datetime.date(
        date.year, date.month, calendar.monthrange(date.year, date.month)[1]
    )
    if latest >= period.den:
        return
    stated = [
        day
        for passage in passages
        for match in _SPAN.finditer(passage.text)
        if (day := _read_date(match["den"], period.nam))
    ]
    end = min([period.den, *stated]) if stated else period.den
    if latest < end:
        message = f"văn bản ghi ngày {vn.ngay(date)}, trước ngày chốt số liệu {vn.ngay(end)} của {period}"
        yield warning("ky-ngay-van-ban", message, place, hint=_OWN_RULE, clause=CLAUSE)


def _dated_too_late(period: Period, date: PartialDate, place: Location) -> Iterator[Diagnostic]:
    """A document dated when its period was over long ago: the year is often copied or typed wrong."""
    earliest = datetime.date(date.year, date.month or 1, date.day or 1)
    if earliest > period.calendar_to + _LATE:
        message = f"văn bản ghi ngày {date}, hơn nửa năm sau khi hết {period}"
        yield warning(
            "ky-ngay-van-ban", message, place, hint="Kiểm tra năm của ngày văn bản và của ky_bao_cao"
        )


# --- cited reports and plans -------------------------------------------------------------------------


def _cited_reports(passage: Passage) -> Iterator[Diagnostic]:
    """ "Báo cáo số 53/BC-UBND ngày 12/3/2021 … quý I/2020": a report that would be a year late."""
    for match in _REPORTED.finditer(passage.text):
        day = _read_date(match["ngay"], 0)
        name = next((n for n in named_periods(match["rest"]) if n.year), None)
        if day is None or name is None or name.year == day.year:
            continue
        meant = name.in_year(day.year)
        right = replace(meant, nam=day.year)
        if abs((day - right.den).days) <= 45 and (day - meant.den).days > 300:
            message = f"báo cáo ngày {vn.ngay(day)} khó là của {name.text.strip()}; có phải {right}?"
            offset = match.start("rest") + name.start
            yield warning("ky-bao-cao-dan", message, passage.place(offset), hint="Kiểm tra lại năm của kỳ")


def _stale_plan(passages: list[Passage], period: Period) -> Iterator[Diagnostic]:
    """The opening cites the plan it carries out: the year of that plan is the year of the report."""
    opening = next((p for p in passages if p.kind is PassageKind.PARAGRAPH), None)
    match = _PLAN.match(opening.text) if opening else None
    if opening is None or match is None:
        return
    cited = match[0].split(", ")[0] if ", " in match[0] else match[0]
    years = [name for name in named_periods(cited) if name.kind == "nam"]
    if years and all(name.year != period.nam for name in years):
        message = f"báo cáo năm {period.nam} thực hiện kế hoạch {years[-1].text}"
        hint = "Kiểm tra lại số, ngày và năm của kế hoạch"
        yield warning("ky-ke-hoach", message, opening.place(years[-1].start), hint=hint)
