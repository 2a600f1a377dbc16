"""Dates and periods a report names, against the period it reports on.

What: data dates outside the window of the period; a title, opening, heading or closing that names another
period; a next period that is not the next; a document dated before its figures are complete; the plan of
another year as this year's. Why: copying last quarter's report is how these errors come about. Clause: Nghị
định 09/2019/NĐ-CP Điều 12 (thời gian chốt số liệu); the ruling text of a report may set other days, so
findings are warnings.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen import vn
from docgen.checks.counted import SENTENCE
from docgen.checks.named_periods import Named, named_periods
from docgen.diagnostics import Diagnostic, Location, Related, warning
from docgen.prose import Passage, PassageKind
from docgen.vn import PartialDate, Period, VnError

CLAUSE = "Nghị định 09/2019/NĐ-CP, Điều 12"

_DATE = (
    r"(?:ngày\s+)?[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}(?:\s?[/.-]\s?[0-9]{4})?"
    r"|ngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+[0-9]{4})?"
)
_SPAN = re.compile(
    r"(?:(?:[Ss]ố liệu|[Kk]ỳ báo cáo|[Tt]hời gian (?:lấy|chốt|tính))[^.;()]{0,60}?\btừ|^[-+ ]*Từ)\s+"
    rf"(?P<tu>{_DATE})\s*(?:đến|tới|-|–)\s+(?:hết\s+)?(?P<den>{_DATE})"
)
_UNTIL = re.compile(
    r"(?:(?:[Tt]ính|[Ss]ố liệu|[Tt]hống kê|[Kk]ết quả|[Ll]ũy kế)[^.;():0-9]{0,40}?\b(?:đến|đền|tới)"
    rf"|(?:^|(?<=[.:;] )|(?<=[.:;]))[-+ ]*Đến)\s+(?:hết\s+)?(?:thời điểm\s+)?(?P<den>{_DATE})"
)
_TOWARDS = re.compile(r"(?:[đĐ]ến|đền|tới|-|–)\s+(?:hết\s+)?(?:ngày\s+|thời điểm\s+)*[0-9]")
"""What both patterns need; most text is passed over by it."""

_PLANNED = re.compile(
    r"phấn đấu|mục tiêu|chỉ tiêu|dự kiến|kế hoạch đến|trước ngày|chậm nhất|có hiệu lực", re.IGNORECASE
)
_COUNTED = re.compile(r"tiếp nhận|giải quyết|số liệu|thống kê", re.IGNORECASE)
_COMPARED = re.compile(
    r"so với|cùng kỳ|kỳ trước|năm trước|trước đó|giai đoạn|tăng|giảm|từ quý"
    r"|(?:báo cáo|kế hoạch|công văn|quyết định) số",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"phương hướng|(?:nhiệm vụ|giải pháp)(?:,? (?:trọng tâm|chủ yếu|giải pháp))?", re.IGNORECASE
)
_BEHIND = re.compile(r"kết quả|thực hiện|tình hình|sơ kết|tổng kết", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"(?:kế hoạch|chỉ số|nghị quyết|chương trình|dự toán|đề án|chỉ thị|mục tiêu|chủ đề|quyết toán)[^,;:]*$",
    re.IGNORECASE,
)
"""What has a year or period of its own: Kế hoạch cải cách hành chính năm 2021."""

_WITHIN = re.compile(r"\b(?:[Tt]rong|đến hết|hết|sang)\s+$")
_CLOSING = re.compile(r"^\W*Trên đây là", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b[Bb]áo cáo số\s[^;.]{0,60}?ngày\s+(?P<ngay>[^;]{5,40}?[0-9]{4})\b(?P<rest>[^;]{0,140})"
)
_PLAN = re.compile(r"^\W*(?:Thực hiện|Căn cứ)\s+(?:Kế hoạch|Chương trình)\b[^.;]*")

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
        if _TOWARDS.search(passage.text)
        for finding in _outside_window(passage, period)
    ]
    found += _other_periods(known, period)
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


# --- named periods ---------------------------------------------------------------------------------


def _other_periods(passages: list[Passage], period: Period) -> Iterator[Diagnostic]:
    opening_seen = ahead = False
    for passage in passages:
        text = passage.text
        if passage.kind is PassageKind.HEADING:
            ahead = _AHEAD.match(text) is not None
            yield from _framed(passage, 0, period, strict=False)
        elif _CLOSING.match(text):
            yield from _framed(passage, 0, period, strict=True)
        elif not opening_seen and passage.kind is PassageKind.PARAGRAPH and text.rstrip().endswith(":"):
            opening_seen = True
            start = [match.start() for match in re.finditer(r"\bbáo cáo\b", text)]
            yield from _framed(passage, start[-1] if start else len(text), period, strict=True)
        elif passage.kind in (PassageKind.PARAGRAPH, PassageKind.ITEM):
            yield from _in_body(passage, period)
            if ahead:
                yield from _planned(passage, period)


def _framed(passage: Passage, start: int, period: Period, strict: bool) -> Iterator[Diagnostic]:
    """The title, a heading, the opening from `start` on, the closing: they name this period, or, behind
    phương hướng, the next one."""
    text = passage.text
    names = [name for name in named_periods(text) if name.start >= start]
    since = start
    for name in names:
        before = text[since : name.start]
        month = name.kind == "thang" != period.loai  # the month of an event
        if month or _COMPARED.search(before) or _OF_OTHERS.search(before):
            continue
        if _is_ahead(text[start : name.start]):
            yield from _wrong_next(passage, name, period)
        elif _is_other(name, period, strict) and not any(_is_same(other, period) for other in names):
            message = f"chỗ này ghi “{name.text}”, nhưng kỳ báo cáo là {period}"
            hint = "Viết {{ ky }} để tên kỳ luôn đúng với ky_bao_cao"
            yield warning("ky-khac", message, passage.place(name.start), hint=hint)
        since = name.end


def _is_ahead(before: str) -> bool:
    """Whether the words before a period speak of what is to come."""
    found = list(_AHEAD.finditer(before))
    if not found:
        return False
    last = found[-1]
    return "phương hướng" in before.lower() or not _BEHIND.search(before[: last.start()])


def _is_same(name: Named, period: Period) -> bool:
    return name.in_year(period.nam) == period


def _is_other(name: Named, period: Period, strict: bool) -> bool:
    """Whether `name` is not this period nor one that ends with it; other kinds count where `strict`."""
    meant = name.in_year(period.nam)
    if meant.loai == period.loai:
        return meant != period
    if meant.loai == "nam":
        return False  # the year of a plan, an index, a law
    return strict and meant.calendar_to != period.calendar_to


def _wrong_next(passage: Passage, name: Named, period: Period) -> Iterator[Diagnostic]:
    following = period.sau
    meant = name.in_year(following.nam if name.kind == following.loai else period.nam)
    wrong = meant.calendar_to <= period.calendar_to
    if meant.loai == following.loai and (period.loai == following.loai or meant.so == following.so):
        wrong = meant != following
    if meant.loai == "nam" and period.loai != "nam":
        wrong = meant.nam < period.nam  # the rest of the year, or the next
    if wrong:
        message = f"sau {period} là {following}, nhưng chỗ này ghi “{name.text}”"
        hint = "Viết {{ ky.sau }} để tên kỳ sau luôn đúng"
        yield warning("ky-sau", message, passage.place(name.start), hint=hint)


def _in_body(passage: Passage, period: Period) -> Iterator[Diagnostic]:
    """ "Trong quý II" in a report on quý III, where nothing in the sentence compares or looks ahead."""
    if "Trong " not in passage.text:
        return
    names = list(named_periods(passage.text))
    if any(_is_same(name, period) for name in names):
        return
    for name in names:
        starts = re.search(r"(?:^|[.;:]\s*)[-+ ]*Trong\s+$", passage.text[: name.start])
        if not starts or name.kind != period.loai or name.kind in ("nam", "thang"):
            continue
        if not _is_same(name, period) and not _COMPARED.search(_sentence(passage.text, name)):
            message = f"chỗ này ghi “{name.text}”, nhưng kỳ báo cáo là {period}"
            yield warning(
                "ky-khac", message, passage.place(name.start), hint="Viết {{ ky }} nếu nói về kỳ báo cáo"
            )


def _sentence(text: str, name: Named) -> str:
    starts = [match.end() for match in SENTENCE.finditer(text)]
    first = max((start for start in starts if start <= name.start), default=0)
    return text[first : min((start for start in starts if start > name.start), default=len(text))]


def _planned(passage: Passage, period: Period) -> Iterator[Diagnostic]:
    """ "hoàn thành trong quý III" among the tasks to come of a report on quý III."""
    for name in named_periods(passage.text):
        before = passage.text[: name.start]
        if not _WITHIN.search(before) or _OF_OTHERS.search(before) or name.kind == "thang":
            continue
        by_year = (name.kind == "nam", period.loai == "nam")
        if len(set(by_year)) == 1 and not _COMPARED.search(_sentence(passage.text, name)):
            yield from _wrong_next(passage, name, period)


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
