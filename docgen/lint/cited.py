"""References to documents in running text: "Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from docgen.values import Struct
from docgen.view.model import Paragraph


class Text(Protocol):
    """A paragraph with its text."""

    @property
    def paragraph(self) -> Paragraph: ...

    @property
    def text(self) -> str: ...


_KINDS = (
    "Nghị định|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Kế hoạch|Công văn|Báo cáo|Thông báo|"
    "Tờ trình|Hướng dẫn|Chương trình|Công điện|Đề án|Quy chế"
)
_CITED = re.compile(
    rf"\b(?P<kind>{_KINDS})\s+(?P<so>số\s*:?\s*)?(?P<number>\d+(?:/\d{{4}})?[/-][A-ZĐ][\wĐđ&-]*(?:/[A-ZĐ]\w*)?)"
)
_LONG_DATE = re.compile(r"^\s*,?\s*ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})")
_SHORT_DATE = re.compile(r"^\s*,?\s*(?:ngày\s+)?(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>\d{4})")
_DATE_BEFORE = re.compile(r"[Nn]gày\s+\d{1,2}(?:[/-]\d|\s+tháng)[^.;]*$")


class Citation(Struct, frozen=True):
    """One reference to a document: its number, whether "số" is written, and its date ("long", "short"
    or "" when none follows)."""

    paragraph: Paragraph
    text: str
    number: str
    numbered: bool
    date: str
    year: int | None
    listed: bool


def citations(texts: Iterable[Text]) -> tuple[Citation, ...]:
    """The references in reading order."""
    found = []
    for item in texts:
        for match in _CITED.finditer(item.text):
            rest = item.text[match.end() :]
            long, short = _LONG_DATE.match(rest), _SHORT_DATE.match(rest)
            date = long or short
            before = _DATE_BEFORE.search(item.text[max(match.start() - 120, 0) : match.start()])
            listed = (
                bool(re.match(r"^\s*(,|;|và|-|\()\s*(số|\d)", rest))
                or ("ngày" in rest[:60] and date is None)
                or before is not None
            )
            found.append(
                Citation(
                    item.paragraph,
                    match.group(),
                    match.group("number"),
                    bool(match.group("so")),
                    "long" if long else "short" if short else "",
                    int(date.group("y")) if date else None,
                    listed,
                )
            )
    return tuple(found)
