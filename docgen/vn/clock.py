"""Days of the week and times of day: thứ Hai, Chủ nhật · 08 giờ 30 phút, 8h30."""

from __future__ import annotations

import datetime
import re

from docgen.vn.dates import PartialDate
from docgen.vn.errors import VnError
from docgen.vn.text import fold

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""From Monday, with the capitals of Nghị định 30/2020 Phụ lục II Mục V (VH-12)."""

_FORMS = (
    r"(?P<gio>[0-9]{1,2}) ?(?:giờ|h|g) ?(?:(?P<phut>[0-9]{1,2})(?: ?(?:phút|ph|p|'))?|rưỡi)?",
    r"(?P<gio>[0-9]{1,2}):(?P<phut>[0-9]{2})(?::00)?",
)
_PART_OF_DAY = r" ?(sáng|trưa|chiều|tối|đêm)$"
_HOURS = {
    "sáng": {hour: hour for hour in range(12)},
    "trưa": {10: 10, 11: 11, 12: 12, 1: 13, 2: 14},
    "chiều": {hour: hour + 12 for hour in range(1, 8)},
    "tối": {hour: hour + 12 for hour in range(5, 12)},
    "đêm": {12: 0, **{hour: hour for hour in range(5)}, **{hour: hour + 12 for hour in range(8, 12)}},
}
"""What hour of the day an hour on the clock face is in each part of the day."""


def thu(d: datetime.date | PartialDate) -> str:
    """The day of the week: "thứ Hai" … "Chủ nhật". Raises VnError while day or month is blank."""
    date = d.to_date() if isinstance(d, PartialDate) else d
    if date is None:
        raise VnError(f"chưa biết thứ của ngày còn để trống ({d})")
    return WEEKDAYS[date.weekday()]


def doc_thu(text: str) -> int:
    """The number of a day of the week, 0 for thứ Hai to 6 for Chủ nhật, as datetime.date.weekday():
    "Thứ hai", "thứ 2", "CN". Raises VnError."""
    body = fold(text)
    names = [name.lower() for name in WEEKDAYS]
    if body in names:
        return names.index(body)
    if body in ("cn", "chúa nhật"):
        return 6
    if match := re.fullmatch(r"(?:thứ|t) ?([2-7])", body):
        return int(match[1]) - 2
    raise VnError(f"“{text.strip()}” không phải là ngày trong tuần", f"Ghi như {WEEKDAYS[0]}, {WEEKDAYS[6]}")


def gio(t: datetime.time, ngan: bool = False) -> str:
    """A time of day: "08 giờ 30 phút", short "8h30"; whole hours keep their minutes: "14 giờ 00 phút".
    Seconds are not written."""
    return f"{t.hour}h{t.minute:02d}" if ngan else f"{t.hour:02d} giờ {t.minute:02d} phút"


def doc_gio(text: str) -> datetime.time:
    """The time `text` holds: "8h30", "08:30", "8 giờ 30 phút", "8g30", "8 giờ rưỡi"; "2 giờ chiều" is 14:00.
    Raises VnError for other text and times that do not exist."""
    body = fold(text)
    part = re.search(_PART_OF_DAY, body)
    bare = body[: part.start()] if part else body
    match = next((found for form in _FORMS if (found := re.fullmatch(form, bare))), None)
    if match is None:
        raise VnError(f"“{text.strip()}” không phải là giờ", "Ghi như 8h30 hoặc 08 giờ 30 phút")
    hour, minute = int(match["gio"]), int(match["phut"] or 0)
    if part and hour <= 12:
        hour = _HOURS[part[1]].get(hour, 99)
    if hour > 23 or minute > 59:
        raise VnError(f"không có giờ “{text.strip()}”", "Giờ từ 0 đến 23, phút từ 0 đến 59")
    return datetime.time(hour, 30 if bare.endswith("rưỡi") else minute)
