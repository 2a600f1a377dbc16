"""The slips of a tired clerk: one figure, date or period turned into another that looks as good."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

_DIGITS = re.compile(r"[0-9]")
_DATE = re.compile(
    r"(?P<d>[0-9]{1,2})(?P<a>\s*/\s*|\s+tháng\s+)(?P<m>[0-9]{1,2})(?P<b>\s*/\s*|\s+năm\s+)(?P<y>[0-9]{4})"
)


def figure_slips(text: str) -> Iterator[tuple[str, str]]:
    """What a figure such as 1.189, 08, 99,72% or - becomes by one slip, and what the slip is called."""
    if text.strip() == "-":
        yield "more by one", "1"
        return
    digits = "".join(_DIGITS.findall(text))
    value = int(digits)
    yield "more by one", _filled(text, str(value + 1))
    if value > 1:
        yield "less by one", _filled(text, str(value - 1))
    for n in range(len(digits) - 1):
        if digits[n] != digits[n + 1] and not (n == 0 and digits[1] == "0" and len(digits) > 2):
            swapped = digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :]
            yield "two digits swapped", _filled(text, swapped)
            break
    middle = len(digits) // 2
    if len(digits) > 1:
        other = str((int(digits[middle]) + 4) % 10)
        yield "a wrong digit", _filled(text, digits[:middle] + other + digits[middle + 1 :])
    if len(digits) > 2 and "," not in text:
        yield "a digit left out", _filled(text, digits[:middle] + digits[middle + 1 :])


def _filled(text: str, digits: str) -> str:
    """`digits` in the notation of `text`: its padding, thousands dots, decimals and percent sign."""
    whole, comma, decimals = text.partition(",")
    percent = "%" if text.endswith("%") else ""
    if comma:
        places = len(_DIGITS.findall(decimals))
        digits = digits.zfill(places + 1)
        return f"{digits[:-places]},{digits[-places:]}{percent}"
    digits = digits.zfill(len(_DIGITS.findall(whole)) if whole.startswith("0") else 1)
    if len(digits) > 3 and ("." in whole or len(_DIGITS.findall(whole)) == 3):
        digits = f"{int(digits):,}".replace(",", ".")
    return digits + percent


def date_slips(text: str) -> Iterator[tuple[str, str]]:
    """What a date (17/9/2024, ngày 15 tháng 6 năm 2024) becomes by one slip; always a day that exists."""
    match = _DATE.search(text)
    if match is None:
        return
    day, month, year = (int(match[part]) for part in "dmy")
    slips = {
        "the day before": datetime.date(year, month, day) - datetime.timedelta(1),
        "the day after": datetime.date(year, month, day) + datetime.timedelta(1),
        "the month before": _day(day, month - 1, year),
        "the month after": _day(day, month + 1, year),
        "the year before": _day(day, month, year - 1),
        "the year after": _day(day, month, year + 1),
        "day and month swapped": _day(month, day, year) if day != month else None,
        "digits of the day swapped": _day(int(f"{day:02}"[::-1]), month, year) if day % 11 else None,
    }
    for name, slip in slips.items():
        if slip is not None:
            written = f"{_padded(slip.day, match['d'])}{match['a']}{_padded(slip.month, match['m'])}"
            yield name, f"{text[: match.start()]}{written}{match['b']}{slip.year}{text[match.end() :]}"


def _day(day: int, month: int, year: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _padded(number: int, like: str) -> str:
    return (
        f"{number:02}"
        if like.startswith("0") or (number < 10 and len(like) == 2 and int(like) < 3)
        else str(number)
    )


def period_slips(text: str) -> Iterator[tuple[str, str]]:
    """What a period (Quý III năm 2024, 6 tháng đầu năm 2021) becomes by one slip."""
    if match := re.search(r"\b(IV|I{1,3})\b", text):
        other = {"I": "II", "II": "III", "III": "II", "IV": "III"}[match[0]]
        yield "another quarter", text[: match.start()] + other + text[match.end() :]
    for one, other in (("đầu", "cuối"), ("cuối", "đầu")):
        if one in text:
            yield "the other half", text.replace(one, other)
            break
    if match := re.search("[0-9]{4}", text):
        for step, name in ((-1, "the year before"), (1, "the year after")):
            yield name, text[: match.start()] + str(int(match[0]) + step) + text[match.end() :]


def value_of(text: str) -> Decimal:
    """The number that a figure of prose shows."""
    return Decimal(text.strip().rstrip("%").replace(".", "").replace(",", "."))
