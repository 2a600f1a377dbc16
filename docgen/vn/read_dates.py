"""Reading dates in every form a clerk types them. Day stands before month, unless the year comes first."""

from __future__ import annotations

import re

from docgen.patterns import pattern
from docgen.vn.clock import WEEKDAYS, doc_thu, thu
from docgen.vn.dates import PartialDate
from docgen.vn.errors import VnError
from docgen.vn.text import fold

_BLANK = r"[ .…_]*"
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_YEAR = r"(?P<year>[1-9][0-9]{3})"
_FORMS = (
    rf"(?:ngày )?{_DAY} ?(?P<mark>[/.-]) ?{_MONTH} ?(?P=mark) ?{_YEAR}",  # 14/9/2020
    rf"(?:ngày )?(?P<day>[0-9]{{1,2}}|{_BLANK})/(?P<month>[0-9]{{1,2}}|{_BLANK})/ ?{_YEAR}",  # ../10/2020
    rf"(?:ngày )?{_YEAR}(?P<mark>[-/.]){_MONTH}(?P=mark){_DAY}(?:[t ]00:00(?::00(?:\.0+)?)?)?",  # 2020-09-14
    rf"(?:ngày ?)?{_DAY} ?tháng ?{_MONTH} ?(?:,? ?năm|[,/]|(?<=[0-9])(?= )) ?{_YEAR}",  # 14 tháng 9 năm 2020
    rf"ngày(?P<day>{_BLANK})tháng ?(?P<month>[0-9]{{1,2}}|{_BLANK}) ?,? ?năm ?{_YEAR}",  # ngày … tháng 9 …
    rf"ngày ?{_DAY} ?tháng(?P<month>{_BLANK})năm ?{_YEAR}",  # ngày 14 tháng … năm 2020
    rf"(?:tháng )?{_MONTH} ?(?P<mark>[/-]) ?{_YEAR}",  # tháng 9/2020
    rf"tháng {_MONTH} ?,? năm {_YEAR}",
    rf"{_YEAR}-{_MONTH}",  # 2020-09
    rf"năm {_YEAR}",
)
_SHORT = pattern(rf"(?:ngày )?{_DAY}/{_MONTH}/{_YEAR}")
_LONG = pattern(rf"(?:ngày )?{_DAY} tháng {_MONTH} năm {_YEAR}")
"""The forms of most dates, which need no folding; the others take them too."""

_MONTHS = {"mười hai": 12, "mười một": 11, "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
_MONTHS |= {"năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
# "14 tháng năm 2020" may be May or a month left blank, so năm is a month only before another năm.
_NAMED_MONTH = rf"tháng ({'|'.join(_MONTHS)})(?= ?,? năm )|tháng ({'|'.join(_MONTHS)})(?<! năm)(?= [0-9])"
_WEEKDAY = rf"({'|'.join(name.lower() for name in WEEKDAYS)}|thứ ?[2-7]|cn),? (?:ngày )?"
_LONGEST = 80
_PART = rf"(?:[0-9]{{1,2}}|{_BLANK})"
_SHORT_YEAR = rf"(?:ngày )?{_PART}([/.-]){_PART}\1[0-9]{{2}}"
_NO_YEAR = rf"(?:ngày )?[0-9]{{1,2}} ?(?:[/.-]|tháng) ?[0-9]{{1,2}}|{_PART}/{_PART}/{_BLANK}"
_HINT = "Ghi như 14/9/2020; phần chưa có thì ghi dấu chấm: ../../2020"


def doc_ngay(text: str) -> PartialDate:
    """The date `text` holds: 14/9/2020, 14-9-2020, 14.9.2020, 2020-09-14, ngày 14 tháng 9 năm 2020, thứ Hai,
    ngày 14/9/2020; with blanks ../../2021, ../10/2020, ngày … tháng … năm 2021; tháng 9/2020; năm 2020.

    Raises VnError for other text, a two-digit year, dates that do not exist and a wrong day of the week.
    """
    if usual := _SHORT.fullmatch(text) or _LONG.fullmatch(text):
        return _date(usual.groupdict(), text)
    shown = " ".join(text.split())
    if len(shown) > _LONGEST:
        raise _explain("…", shown)
    plain = _plain(shown)
    if plain is not None:
        return _date(plain, shown)
    body = re.sub(r"\bthg\b", "tháng", re.sub(r"\b(?:mùng|mồng) (?=[0-9])", "", fold(text)))
    body = re.sub(_NAMED_MONTH, lambda month: f"tháng {_MONTHS[month[1] or month[2]]}", body)
    weekday = re.match(_WEEKDAY, body)
    if weekday:
        body = body[weekday.end() :]
    match = next((found for form in _FORMS if (found := re.fullmatch(form, body))), None)
    if match is None:
        raise _explain(body, shown)
    date = _date(match.groupdict(), shown)
    if weekday and WEEKDAYS[doc_thu(weekday[1])] != thu(date):
        raise VnError(f"“{shown}”: ngày {date} là {thu(date)}")
    return date


def _plain(shown: str) -> dict[str, str | None] | None:
    """The parts of 14/9/2020, as nearly every date is typed; None for any other form."""
    day, _, rest = shown.partition("/")
    month, _, year = rest.partition("/")
    digits = shown.isascii() and day.isdigit() and month.isdigit() and year.isdigit()
    if not digits or len(day) > 2 or len(month) > 2 or len(year) != 4 or year[0] == "0":
        return None
    return {"day": day, "month": month, "year": year}


def _date(found: dict[str, str | None], shown: str) -> PartialDate:
    year = int(found["year"] or 0)
    month, day = (_number(found.get(part)) for part in ("month", "day"))
    try:
        return PartialDate(year, month, day)
    except VnError as fault:
        swapped = month is not None and day is not None and day <= 12 < month <= 31
        hint = f"Ngày đứng trước tháng: {month}/{day}/{year}" if swapped else "Kiểm tra lại ngày, tháng, năm"
        raise VnError(f"“{shown}”: {fault.message}", hint) from None


def _number(part: str | None) -> int | None:
    return int(part) if part and part.isdigit() else None


def _explain(body: str, shown: str) -> VnError:
    if not body:
        return VnError("ngày để trống", _HINT)
    if re.fullmatch(_SHORT_YEAR, body):
        return VnError(f"“{shown}” ghi năm bằng hai chữ số", "Ghi đủ bốn chữ số của năm")
    if re.fullmatch(_NO_YEAR, body):
        return VnError(f"“{shown}” thiếu năm", _HINT)
    if match := re.fullmatch(rf"(?:{_DAY} )?tháng năm {_YEAR}", body):
        day, year = match["day"] or "..", match["year"]
        hint = f"Ghi {day}/5/{year} hoặc {day}/../{year}"
        return VnError(f"“{shown}” không rõ là tháng 5 hay để trống tháng", hint)
    if len(shown) > 40:
        shown = shown[:40] + "…"
    return VnError(f"“{shown}” không phải là ngày", _HINT)
