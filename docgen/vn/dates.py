"""Dates as the decree writes them: ngày 07 tháng 01 năm 2020, short 07/01/2020.

Days below ten and the months 1 and 2 take a leading zero, other months do not
(Nghị định 30/2020, Phụ lục I, Mục II.4; DD-01).
"""

from __future__ import annotations

import calendar
import datetime
import operator
from collections.abc import Callable

from docgen.values import Struct
from docgen.vn.errors import VnError

BLANK = " " * 5
"""What stands in the date line for a day or month still to be written in by hand."""


class PartialDate(Struct, frozen=True, eq=False):
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
            if not 1 <= self.day <= 31:
                raise VnError(f"không có ngày {self.day}")
            if self.day > longest:
                raise VnError(f"tháng {self.month} năm {self.year} chỉ có {longest} ngày")

    @property
    def is_complete(self) -> bool:
        """Whether day and month are known."""
        return self.month is not None and self.day is not None

    def to_date(self) -> datetime.date | None:
        """The datetime.date, or None while a part is blank."""
        if self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)

    def could_be(self, date: datetime.date) -> bool:
        """Whether filling the blanks can give `date`."""
        return self.year == date.year and self.month in (None, date.month) and self.day in (None, date.day)

    def __str__(self) -> str:
        return ngay(self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PartialDate):
            return (self.year, self.month, self.day) == (other.year, other.month, other.day)
        return self.to_date() == other if _is_plain_date(other) else NotImplemented

    def __ne__(self, other: object) -> bool:  # Struct has one of its own, which would be asked instead
        return not self == other

    def __hash__(self) -> int:
        return hash(self.to_date() or (self.year, self.month, self.day))

    def __lt__(self, other: object) -> bool:
        return self._ordered(operator.lt, other)

    def __le__(self, other: object) -> bool:
        return self._ordered(operator.le, other)

    def __gt__(self, other: object) -> bool:
        return self._ordered(operator.gt, other)

    def __ge__(self, other: object) -> bool:
        return self._ordered(operator.ge, other)

    def _ordered(self, order: Callable[[datetime.date, datetime.date], bool], other: object) -> bool:
        if isinstance(other, PartialDate):
            return order(self._known(), other._known())
        return order(self._known(), other) if _is_plain_date(other) else NotImplemented  # type: ignore[arg-type]

    def _known(self) -> datetime.date:
        date = self.to_date()
        if date is None:
            raise VnError(f"không so sánh được ngày còn để trống ({self})", "Ghi đủ ngày và tháng")
        return date


AnyDate = datetime.date | PartialDate


def _is_plain_date(value: object) -> bool:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def ngay(d: AnyDate, dem_moi_thang: bool = False) -> str:
    """The short form: 14/9/2020, 07/01/2020, 05/3/2020; blanks as dots: ../10/2020.
    With `dem_moi_thang` every month has two digits, as many offices write it: 05/03/2020."""
    day, month = _day_and_month(d, "..", dem_moi_thang)
    return f"{day}/{month}/{d.year:04d}"


def ngay_dai(d: AnyDate, dem_moi_thang: bool = False, trong: str = BLANK) -> str:
    """The form of the date line and of citations: ngày 07 tháng 01 năm 2020. A part still unknown leaves
    `trong` open in place of itself and the spaces around it: "ngày     tháng 10 năm 2020"."""
    day, month = _day_and_month(d, "", dem_moi_thang)
    day = f" {day} " if day else trong
    month = f" {month} " if month else trong
    return f"ngày{day}tháng{month}năm {d.year:04d}"


def _day_and_month(d: AnyDate, blank: str, pad_every_month: bool) -> tuple[str, str]:
    day = blank if d.day is None else f"{d.day:02d}"
    if d.month is None:
        return day, blank
    return day, f"{d.month:02d}" if pad_every_month or d.month <= 2 else str(d.month)
