"""Reporting periods (kỳ báo cáo): tháng, quý, 6 tháng, 9 tháng, năm, with the days their figures cover.

Windows after Nghị định 09/2019/NĐ-CP Điều 12: figures run from day 15 of the month before the period to
day 14 of its last month. The decree does not name 9 tháng; provinces give it the same rule (15/12 to
14/9). Successor and predecessor join without a gap: `sau` starts the day after `den`, `truoc` ends the day
before `tu`. So quý IV follows 9 tháng, and năm N-1 comes before 9 tháng năm N.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Any

from docgen.values import Struct, replace
from docgen.vn.errors import VnError
from docgen.vn.numerals import la_ma
from docgen.vn.text import fold, nfc

CUT_OFF_DAY = 14
"""Last day of a window in its last month (Nghị định 09/2019 Điều 12)."""

_MONTHS = {"thang": 1, "quy": 3, "6-thang": 6, "9-thang": 9, "nam": 12}
_COUNTS = {"thang": 12, "quy": 4, "6-thang": 2, "9-thang": 1, "nam": 1}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class Period(Struct, frozen=True, eq=False):
    """A reporting period: its kind (thang, quy, 6-thang, 9-thang, nam), its number within the year (1
    where a year has only one) and the year. The other fields are the notation it was typed in and do
    not count when periods are compared."""

    loai: str
    so: int
    nam: int
    roman: bool = True
    padded: bool = False
    slash: bool = False
    dau_nam: bool = False

    def __post_init__(self) -> None:
        if self.loai not in _COUNTS:
            raise VnError(f"không có loại kỳ báo cáo “{self.loai}”", f"Dùng {', '.join(_COUNTS)}")
        if not 1 <= self.so <= _COUNTS[self.loai]:
            count, name = _COUNTS[self.loai], {"thang": "tháng", "quy": "quý"}.get(self.loai, "kỳ")
            raise VnError(f"không có {name} đó, một năm có {count} {name}")
        if not 2 <= self.nam <= 9998:
            raise VnError(f"kỳ báo cáo không có năm {self.nam}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return (self.loai, self.so, self.nam) == (other.loai, other.so, other.nam)

    def __ne__(self, other: object) -> bool:  # Struct has one of its own, which would be asked instead
        return not self == other

    def __hash__(self) -> int:
        return hash((self.loai, self.so, self.nam))

    def __str__(self) -> str:
        year = f"/{self.nam}" if self.slash else f" năm {self.nam}"
        if self.loai == "nam":
            return f"năm {self.nam}"
        if self.loai == "quy":
            return f"quý {la_ma(self.so) if self.roman else self.so}{year}"
        if self.loai == "thang":
            return f"tháng {self._padded(self.so)}{year}"
        if self.loai == "6-thang":
            return f"{self._padded(6)} tháng {'đầu' if self.so == 1 else 'cuối'} năm {self.nam}"
        return f"{self._padded(9)} tháng{' đầu' if self.dau_nam else ''}{year}"

    def _padded(self, number: int) -> str:
        return f"{number:02d}" if self.padded else str(number)

    @property
    def _last_month(self) -> int:
        return self.so * _MONTHS[self.loai]

    @property
    def calendar_from(self) -> datetime.date:
        """The first day of the period by the calendar."""
        return datetime.date(self.nam, self._last_month - _MONTHS[self.loai] + 1, 1)

    @property
    def calendar_to(self) -> datetime.date:
        """The last day of the period by the calendar."""
        return datetime.date(self.nam, self._last_month, calendar.monthrange(self.nam, self._last_month)[1])

    @property
    def tu(self) -> datetime.date:
        """The first day of its figures: day 15 of the month before the period."""
        first = self.calendar_from
        before = first - datetime.timedelta(days=1)
        return before.replace(day=CUT_OFF_DAY + 1)

    @property
    def den(self) -> datetime.date:
        """The last day of its figures (thời gian chốt số liệu): day 14 of its last month."""
        return datetime.date(self.nam, self._last_month, CUT_OFF_DAY)

    @property
    def sau(self) -> Period:
        """The next period, in the same notation; after 9 tháng comes quý IV."""
        if self.loai == "9-thang":
            return replace(self, loai="quy", so=4, roman=True)
        return self._moved(1)

    @property
    def truoc(self) -> Period:
        """The period before, in the same notation; before 9 tháng lies the whole year before."""
        if self.loai == "9-thang":
            return replace(self, loai="nam", so=1, nam=self.nam - 1)
        return self._moved(-1)

    @property
    def cung_ky(self) -> Period:
        """The same period of the year before (cùng kỳ năm trước)."""
        return replace(self, nam=self.nam - 1)

    def _moved(self, step: int) -> Period:
        year, index = divmod(self.nam * _COUNTS[self.loai] + self.so - 1 + step, _COUNTS[self.loai])
        return replace(self, nam=year, so=index + 1)

    def member(self, name: str) -> Any:
        """The part a clerk may name behind `ky.`; the year as text, for it names and does not count.
        KeyError when there is none."""
        if name not in _MEMBERS:
            raise KeyError(name)
        value = getattr(self, name)
        return str(value) if isinstance(value, int) else value

    def member_names(self) -> tuple[str, ...]:
        """The names `member` knows."""
        return _MEMBERS


_MEMBERS = ("tu", "den", "sau", "truoc", "cung_ky", "nam", "loai", "so")

_YEAR = r"(?P<nam>(?:19|20)[0-9]{2})"
_JOIN = r"(?:,? năm |(?P<slash> ?[/-] ?))"
_FORMS = {
    "quy": rf"quý (?P<so>[ivx]+|[0-9]){_JOIN}{_YEAR}",
    "thang": rf"tháng (?P<so>[0-9]{{1,2}}){_JOIN}{_YEAR}",
    "6-thang": rf"(?P<so>0?6|sáu) tháng (?P<half>đầu|cuối) năm {_YEAR}",
    "9-thang": rf"(?P<so>0?9|chín) tháng(?P<dau> đầu)?{_JOIN}{_YEAR}",
    "nam": rf"(?:năm )?{_YEAR}",
}
_HINT = "Ghi như quý III/2020, 6 tháng đầu năm 2021, 9 tháng năm 2020, năm 2020, tháng 5/2024"
_HALF_OF_WHICH = rf"0?6 tháng{_JOIN}{_YEAR}"
_NO_YEAR = r"quý (?:[ivx]+|[0-9])|tháng [0-9]{1,2}|0?6 tháng (?:đầu|cuối) năm|0?9 tháng(?: đầu năm)?"


def read_period(text: str) -> Period:
    """The period `text` names: "Quý III/2020", "quý 3 năm 2020", "06 tháng đầu năm 2021", "9 tháng năm 2020",
    "năm 2020", "tháng 5/2024". Raises VnError for other text, a quarter or month that does not exist, a
    missing year, and "6 tháng năm 2021", which leaves open which half is meant."""
    body = fold(text)
    for loai, form in _FORMS.items():
        if match := re.fullmatch(form, body):
            try:
                return _period(loai, match.groupdict())
            except VnError as fault:
                raise VnError(f"“{_shown(text)}”: {fault.message}", _HINT) from None
    if match := re.fullmatch(_HALF_OF_WHICH, body):
        half = f"6 tháng đầu năm {match['nam']} hoặc 6 tháng cuối năm {match['nam']}"
        raise VnError(f"“{_shown(text)}” không rõ là nửa năm nào", f"Ghi {half}")
    if re.fullmatch(_NO_YEAR, body):
        raise VnError(f"kỳ báo cáo “{_shown(text)}” thiếu năm", _HINT)
    raise VnError(f"“{_shown(text)}” không phải là kỳ báo cáo" if body else "kỳ báo cáo để trống", _HINT)


def _shown(text: str) -> str:
    shown = " ".join(nfc(text).split())
    return shown if len(shown) <= 40 else shown[:40] + "…"


def _period(loai: str, found: dict[str, str | None]) -> Period:
    typed, slash = found.get("so") or "1", bool(found.get("slash"))
    number = int(typed) if typed.isdigit() else _QUARTERS.get(typed, 0)
    if loai == "6-thang":
        number = 1 if found["half"] == "đầu" else 2
    elif loai == "9-thang":
        number = 1
    return Period(
        loai,
        number,
        int(found["nam"] or 0),
        roman=not typed.isdigit(),
        padded=typed.startswith("0"),
        slash=slash,
        dau_nam=bool(found.get("dau")),
    )
