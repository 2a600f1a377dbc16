"""Rules on the reporting period (Nghị định 09/2019/NĐ-CP Điều 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.vn import Period, VnError, read_period

_PERIOD = re.compile(
    r"(quý [IVX1-4]+(?:,? năm | ?/ ?)\d{4}|tháng \d{1,2}(?:,? năm | ?/ ?)\d{4}|0?6 tháng (?:đầu|"
    r"cuối) năm \d{4}|"
    r"0?9 tháng(?: đầu)? năm \d{4}|(?<!\d )năm \d{4})",
    re.IGNORECASE,
)
_DATED = re.compile(r"ngày\s+\d{1,2}\s+$|\d\s*$", re.IGNORECASE)


def named(text: str) -> tuple[Period, ...]:
    """The periods a text names, dates left out ("ngày 05 tháng 9 năm 2024" names none)."""
    found = []
    for match in _PERIOD.finditer(text):
        if _DATED.search(text[: match.start()]):
            continue
        try:
            found.append(read_period(match.group()))
        except VnError:
            continue
    return tuple(found)


def _of_title(subject: Subject) -> Period | None:
    """The period in the title of a báo cáo, None where it names none or its kind is uncertain."""
    title = subject.parts.title
    if title.loai != "BÁO CÁO" or not title.trich_yeu:
        return None
    text = re.split(
        r"\b(phương hướng|nhiệm vụ trọng tâm|kế hoạch)\b", " ".join(p.text for p in title.trich_yeu)
    )[0]
    periods = named(text)
    return periods[0] if len(periods) == 1 else None


def same_period(subject: Subject) -> Iterator[Finding]:
    period = _of_title(subject)
    if period is None:
        return
    texts = subject.body_text
    opening = next(
        (p for p in texts[:4] if re.search(r"\bbáo cáo\b.*\b(kết quả|tình hình|công tác)\b", p.text)), None
    )
    closing = next((p for p in reversed(texts) if p.text.strip().startswith("Trên đây là")), None)
    for paragraph, words in ((opening, "câu mở đầu"), (closing, "câu kết")):
        if paragraph is None:
            continue
        tail = paragraph.text.rsplit("báo cáo", 1)[-1] if paragraph is opening else paragraph.text
        other = [p for p in named(tail) if p.loai == period.loai]
        if other and period not in other:
            yield Finding(f"{words} ghi “{other[0]}”, trích yếu ghi “{period}”", paragraph)
    for appendix in subject.parts.appendices:
        other = [p for piece in appendix.title for p in named(piece.text.lower()) if p.loai == period.loai]
        if other and period not in other:
            yield Finding(f"tên phụ lục ghi “{other[0]}”, trích yếu ghi “{period}”", appendix.title[0])


def cut_off(subject: Subject) -> Iterator[Finding]:
    period, date = _of_title(subject), subject.date
    if period is not None and date is not None and date < period.den:
        yield Finding(
            f"văn bản ngày {date:%d/%m/%Y}, trước ngày chốt số liệu {period.den:%d/%m/%Y} của kỳ “{period}”",
            subject.parts.head.dia_danh_ngay,
        )


def next_period(subject: Subject) -> Iterator[Finding]:
    period = _of_title(subject)
    if period is None:
        return
    for paragraph in subject.body_text:
        text = paragraph.full_text
        if len(text) > 200 or not re.match(r"^[IVX]+\.\s.*(phương hướng|nhiệm vụ)", text, re.IGNORECASE):
            continue
        for other in named(text.lower()):
            if other.calendar_to <= period.calendar_to and not re.search(
                r"kết quả|đánh giá", text, re.IGNORECASE
            ):
                yield Finding(
                    f"phương hướng ghi “{other}”, không phải kỳ sau của “{period}” ({period.sau})", paragraph
                )


_09 = "NĐ 09/2019/NĐ-CP, Điều 12"

RULES = (
    Rule("BC-01", E, "Kỳ báo cáo", "một kỳ trong trích yếu, mở đầu, kết và phụ lục", _09, same_period),
    Rule("BC-02", W, "Ngày chốt số liệu", "văn bản ban hành sau ngày chốt", _09, cut_off),
    Rule("BC-03", W, "Kỳ tiếp theo", "phương hướng của kỳ sau", _09, next_period),
)
