"""Reading dates in every form a clerk types them, day before month."""

from __future__ import annotations

import re

from docgen.vn.dates import PartialDate
from docgen.vn.errors import VnError
from docgen.vn.text import nfc

_BLANK = r"[\s.…_]*"
_DAY_FIRST = re.compile(rf"(?:ngày\s*)?(\d{{1,2}}|{_BLANK})\s*([/.-])\s*(\d{{1,2}}|{_BLANK})\s*\2\s*(\d{{4}})")
_YEAR_FIRST = re.compile(r"(?:ngày\s*)?(\d{4})\s*([-/.])\s*(\d{1,2})(?:\s*\2\s*(\d{1,2}))?")
_IN_WORDS = re.compile(
    rf"(?:(?:ngày\s*)?(\d{{1,2}}|{_BLANK}?))?\s*tháng\s*(\d{{1,2}}|{_BLANK})\s*,?\s*năm\s*(\d{{4}})"
)
_MONTH_YEAR = re.compile(r"(?:tháng\s*)?(\d{1,2})\s*[/-]\s*(\d{4})")
_YEAR = re.compile(r"năm\s*(\d{4})")
_HINT = "Ghi như 14/9/2020; phần chưa có thì ghi dấu chấm: ../../2020"


def doc_ngay(text: str) -> PartialDate:
    """The date `text` holds: 14/9/2020, 14-9-2020, 14.9.2020, 2020-09-14, ngày 14 tháng 9 năm 2020;
    with blanks ../../2021, ../10/2020, ngày … tháng … năm 2021; tháng 9/2020, năm 2020.

    Day stands before month. Raises VnError for other text, a two-digit year and dates that do not exist.
    """
    body = " ".join(nfc(text).lower().split())
    if match := _DAY_FIRST.fullmatch(body):
        return _date(match[1], match[3], match[4], text)
    if match := _YEAR_FIRST.fullmatch(body):
        return _date(match[4] or "", match[3], match[1], text)
    if match := _IN_WORDS.fullmatch(body):
        return _date(match[1] or "", match[2], match[3], text)
    if match := _MONTH_YEAR.fullmatch(body):
        return _date("", match[1], match[2], text)
    if match := _YEAR.fullmatch(body):
        return _date("", "", match[1], text)
    raise _explain(body, text)


def _date(day: str, month: str, year: str, text: str) -> PartialDate:
    d, m, y = _part(day), _part(month), int(year)
    try:
        return PartialDate(y, m, d)
    except VnError as fault:
        if m is not None and 12 < m <= 31 and d is not None and 1 <= d <= 12:
            raise VnError(f"“{text.strip()}”: {fault.message}", f"Ngày đứng trước tháng: {m}/{d}/{y}") from None
        raise VnError(f"“{text.strip()}”: {fault.message}", _HINT) from None


def _part(text: str) -> int | None:
    return int(text) if text.strip(" .…_") else None


def _explain(body: str, text: str) -> VnError:
    shown = text.strip()
    if not body:
        return VnError("ngày để trống", _HINT)
    if re.fullmatch(r"(?:ngày\s*)?\d{1,2}\s*([/.-])\s*\d{1,2}\s*\1\s*\d{2}", body):
        return VnError(f"“{shown}” ghi năm bằng hai chữ số", "Ghi đủ bốn chữ số của năm")
    if re.fullmatch(r"(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}", body):
        return VnError(f"“{shown}” thiếu năm", _HINT)
    return VnError(f"“{shown}” không phải là ngày", _HINT)
