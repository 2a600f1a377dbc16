"""Dates as the decree writes them: ngày 07 tháng 01 năm 2020, short 07/01/2020.

Days below ten and the months 1 and 2 take a leading zero, other months do not
(Nghị định 30/2020, Phụ lục I, Mục II.4 điểm b).
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from docgen.vn.errors import VnError

BLANK = " " * 5
"""What stands for a day or month still to be written in by hand."""


@dataclass(frozen=True, slots=True, eq=False)
class PartialDate:
    """A date of which day, or day and month, may be blank until the document is signed.

    A complete one equals, hashes and compares as its datetime.date. Raises VnError when made with a
    day, month or year that does not exist, and when an incomplete one is ordered.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not datetime.MINYEAR <= self.year <= datetime.MAXYEAR:
            raise VnError(f"không có năm {self.year}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise VnError(f"không có tháng {self.month}")
        if self.day is not None:
            longest = 31 if self.month is None else calendar.monthrange(self.year, self.month)[1]
            if not 1 <= self.day <= longest:
                raise VnError(_no_such_day(self.day, self.month, self.year, longest))

    @property
    def is_complete(self) -> bool:
        """Whether day and month are known."""
        return self.month is not None and self.day is not None

    def to_date(self) -> datetime.date | None:
        """The datetime.date, or None while a part is blank."""
        if self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)

    @property
    def earliest(self) -> datetime.date:
        """The first day this may turn out to be."""
        month = self.month or 1
        return datetime.date(self.year, month, self.day or 1)

    def __str__(self) -> str:
        return ngay(self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PartialDate):
            return (self.year, self.month, self.day) == (other.year, other.month, other.day)
        if isinstance(other, datetime.date) and not isinstance(other, datetime.datetime):
            return self.to_date() == other
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_date() or (self.year, self.month, self.day))

    def __lt__(self, other: object) -> bool:
        return NotImplemented if not _ordered(other) else _whole(self) < _whole(other)

    def __le__(self, other: object) -> bool:
        return NotImplemented if not _ordered(other) else _whole(self) <= _whole(other)

    def __gt__(self, other: object) -> bool:
        return NotImplemented if not _ordered(other) else _whole(self) > _whole(other)

    def __ge__(self, other: object) -> bool:
        return NotImplemented if not _ordered(other) else _whole(self) >= _whole(other)


AnyDate = datetime.date | PartialDate


def _ordered(other: object) -> bool:
    return isinstance(other, (PartialDate, datetime.date)) and not isinstance(other, datetime.datetime)


def _whole(value: object) -> datetime.date:
    if isinstance(value, PartialDate):
        whole = value.to_date()
        if whole is None:
            raise VnError(f"chưa so sánh được ngày còn để trống ({ngay(value)})")
        return whole
    assert isinstance(value, datetime.date)
    return value


def _no_such_day(day: int, month: int | None, year: int, longest: int) -> str:
    if month is None or not 1 <= day <= 31:
        return f"không có ngày {day}"
    return f"tháng {month} năm {year} chỉ có {longest} ngày"


def ngay(d: AnyDate, dem_moi_thang: bool = False) -> str:
    """The short form: 14/9/2020, 07/01/2020, 05/3/2020; blanks as dots: ../10/2020.
    With `dem_moi_thang` every month has two digits, as many offices write."""
    return f"{_day(d, '..')}/{_month(d, '..', dem_moi_thang)}/{_year(d)}"


def ngay_dai(d: AnyDate, dem_moi_thang: bool = False) -> str:
    """The form of the date line: ngày 07 tháng 01 năm 2020; a blank part is left open:
    "ngày      tháng 10 năm 2020"."""
    return f"ngày {_day(d, BLANK[2:])} tháng {_month(d, BLANK[2:], dem_moi_thang)} năm {_year(d)}"


def _day(d: AnyDate, blank: str) -> str:
    return blank if d.day is None else f"{d.day:02d}"


def _month(d: AnyDate, blank: str, always_padded: bool) -> str:
    if d.month is None:
        return blank
    return f"{d.month:02d}" if always_padded or d.month <= 2 else str(d.month)


def _year(d: AnyDate) -> str:
    return f"{d.year:04d}"
