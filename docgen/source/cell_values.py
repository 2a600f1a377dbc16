"""The value of a cell as the text a clerk would have typed."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal
from typing import Any

FAILED = re.compile(r"#(?:REF!|DIV/0!|N/A|VALUE!|NAME\?|NUM!|NULL!|#+)|Err:\d+")
"""What a cell shows whose formula failed, or that is too narrow for its number (#### in a CSV file)."""

_EXCEL_DIGITS = 15
"""Excel keeps 15 digits of a number; more are noise of binary fractions (0,1 + 0,2)."""


def cell_text(value: Any, percent: bool = False) -> str:
    """`value` as text, without loss: 6015.0 is "6015", 20.56 is "20,56", 0.2056 with the percent format
    is "20,56%", a date is "14/9/2020", a time "8:30", text is itself in NFC without space around it.

    A line break in a cell starts a paragraph, as an empty line does in YAML.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return number_text(value, percent)
    if isinstance(value, datetime.datetime):
        day = f"{value.day}/{value.month}/{value.year}"
        return day if value.time() == datetime.time() else f"{day} {_time(value.time())}"
    if isinstance(value, datetime.date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, datetime.time):
        return _time(value)
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    text = unicodedata.normalize("NFC", str(value)).replace("_x000D_", "").strip("\u00a0 \t\r\n")
    return re.sub(r"[ \t]*(?:\r\n|\r|\n)\s*", "\n\n", text)


def number_text(value: float, percent: bool = False) -> str:
    """`value` with a decimal comma and no dots between thousands."""
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_EXCEL_DIGITS}g}")
    if percent:
        number *= 100
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".").replace(".", ",")
    return f"{text}%" if percent else text


def _time(value: datetime.time) -> str:
    return f"{value.hour}:{value.minute:02d}" + (f":{value.second:02d}" if value.second else "")
