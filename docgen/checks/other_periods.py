"""Periods by name where the report's own, or the next one, must stand.

The title, a heading, the opening and the closing name the period of the report; behind phương hướng, and
among the tasks to come, the next one; "Trong quý …" in the body means this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.counted import sentence_of
from docgen.checks.named_periods import Named, named_periods
from docgen.diagnostics import Diagnostic, warning
from docgen.patterns import pattern
from docgen.prose import Passage, PassageKind
from docgen.vn import Period

_COMPARED = pattern(
    r"so với|cùng kỳ|kỳ trước|năm trước|trước đó|giai đoạn|tăng|giảm|từ quý"
    r"|(?:báo cáo|kế hoạch|công văn|quyết định) số",
    re.IGNORECASE,
)
_AHEAD = pattern(r"phương hướng|(?:nhiệm vụ|giải pháp)(?:,? (?:trọng tâm|chủ yếu|giải pháp))?", re.IGNORECASE)
_BEHIND = pattern(r"kết quả|thực hiện|tình hình|sơ kết|tổng kết", re.IGNORECASE)
_OF_OTHERS = pattern(
    r"(?:kế hoạch|chỉ số|nghị quyết|chương trình|dự toán|đề án|chỉ thị|mục tiêu|chủ đề|quyết toán)[^,;:]*$",
    re.IGNORECASE,
)
"""What has a year or period of its own: Kế hoạch cải cách hành chính năm 2021."""

_WITHIN = pattern(r"\b(?:[Tt]rong|đến hết|hết|sang)\s+$")
_CLOSING = pattern(r"^\W*Trên đây là", re.IGNORECASE)


_MOST_NAMES = 50
"""A passage that names more periods is a table in disguise."""


def other_periods(passages: list[Passage], period: Period) -> Iterator[Diagnostic]:
    """The places in `passages` that name a period other than they must."""
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


def _names(text: str) -> tuple[Named, ...]:
    names = named_periods(text)
    return names if len(names) <= _MOST_NAMES else ()


def _framed(passage: Passage, start: int, period: Period, strict: bool) -> Iterator[Diagnostic]:
    """The title, a heading, the opening from `start` on, the closing: they name this period, or, behind
    phương hướng, the next one."""
    text = passage.text
    names = [name for name in _names(text) if name.start >= start]
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
    names = _names(passage.text)
    if any(_is_same(name, period) for name in names):
        return
    for name in names:
        starts = re.search(r"(?:^|[.;:]\s*)[-+ ]*Trong\s+$", passage.text[: name.start])
        if not starts or name.kind != period.loai or name.kind in ("nam", "thang"):
            continue
        if not _is_same(name, period) and not _COMPARED.search(sentence_of(passage.text, name.start)):
            message = f"chỗ này ghi “{name.text}”, nhưng kỳ báo cáo là {period}"
            yield warning(
                "ky-khac", message, passage.place(name.start), hint="Viết {{ ky }} nếu nói về kỳ báo cáo"
            )


def _planned(passage: Passage, period: Period) -> Iterator[Diagnostic]:
    """ "hoàn thành trong quý III" among the tasks to come of a report on quý III."""
    for name in _names(passage.text):
        before = passage.text[: name.start]
        if not _WITHIN.search(before) or _OF_OTHERS.search(before) or name.kind == "thang":
            continue
        by_year = (name.kind == "nam", period.loai == "nam")
        over = name.in_year(period.nam).calendar_to <= period.calendar_to  # a later one may be planned for
        if over and len(set(by_year)) == 1 and not _COMPARED.search(sentence_of(passage.text, name.start)):
            yield from _wrong_next(passage, name, period)
