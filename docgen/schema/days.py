"""The days a date with blanks may turn out to be."""

from __future__ import annotations

import datetime

from docgen import vn


def earliest(date: vn.PartialDate) -> datetime.date:
    """The first day `date` may turn out to be."""
    return datetime.date(date.year, date.month or 1, date.day or 1)


def latest(date: vn.PartialDate) -> datetime.date:
    """The last day `date` may turn out to be."""
    if date.month is None:
        return datetime.date(date.year, 12, date.day or 31)
    if date.day is not None:
        return datetime.date(date.year, date.month, date.day)
    first_of_next = datetime.date(date.year + date.month // 12, date.month % 12 + 1, 1)
    return first_of_next - datetime.timedelta(days=1)
