"""Reporting periods as a text names them: quý III/2020, 6 tháng đầu năm, tháng 5/2024, năm 2021."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from docgen import vn
from docgen.checks.slips import PASSAGES_KEPT
from docgen.patterns import pattern
from docgen.values import Struct
from docgen.vn import Period

_YEAR = r"(?:\s*(?:/|-|,?\s+năm)\s*(?P<{0}>[0-9]{{4}}))?"
_NAMED = pattern(  # the class of first letters makes the search fast; it cannot, when it takes both cases
    r"[QqTtNnSsCcſ069](?<!\w.)(?i:"
    + "|".join(
        (
            r"(?<=q)(?:uý|úy)\s+(?P<quy>IV|I{1,3}|[1-4])\b" + _YEAR.format("nam_quy"),
            r"(?:(?<=0)6|(?<=6)|(?<=s)áu)\s+tháng\s+(?:(?P<nua>đầu|cuối)\s+)?năm"
            r"(?:\s+(?P<nam_sau>[0-9]{4}))?\b",
            r"(?P<chin>(?<=0)9|(?<=9)|(?<=c)hín)\s+tháng(?:\s+đầu)?(?:\s+năm)?"
            r"(?:\s*/?\s*(?P<nam_chin>[0-9]{4}))?\b",
            r"(?<=t)(?<![0-9] .)háng\s+(?P<thang>0?[1-9]|1[0-2])"
            r"(?:\s*/\s*|\s+năm\s+)(?P<nam_thang>[0-9]{4})\b",
            r"(?<=n)(?<!tháng .)(?<!đầu .)(?<!cuối .)ăm\s+(?P<nam>[0-9]{4})\b(?!\s*[-–]\s*[0-9])",
        )
    )
    + ")"
)
_DIGIT = pattern("[0-9]")
_DAY_BEFORE = pattern(r"ngày\s+[0-9.…]*\s*$", re.IGNORECASE)
_DATE_BEFORE = pattern(r"(?:tháng\s+[0-9.…]*|/)\s*$", re.IGNORECASE)
_NEAR = 200
"""Farther before a period no date begins that ends right before it."""


class Named(Struct, frozen=True):
    """A period named from `start` to `end` of a text: kind and number as in vn.Period; no year when the
    words give none."""

    start: int
    end: int
    text: str
    kind: str
    number: int
    year: int | None

    def in_year(self, year: int) -> Period:
        """The period meant; `year` is the one it lies in when the words name none."""
        return Period(self.kind, self.number, self.year or year)


@lru_cache(maxsize=PASSAGES_KEPT)
def named_periods(text: str) -> tuple[Named, ...]:
    """The periods that `text` names, in its order; the years of dates are none."""
    small = text.lower()
    words = "tháng" in small or "quý" in small or "qúy" in small
    return tuple(_named_in(text)) if words or ("năm" in small and _DIGIT.search(small)) else ()


def _named_in(text: str) -> Iterator[Named]:
    for match in _NAMED.finditer(text):
        found = match.groupdict()
        if found["quy"]:
            quarter = int(found["quy"]) if found["quy"].isdigit() else vn.doc_la_ma(found["quy"])
            yield _named(match, "quy", quarter, found["nam_quy"])
        elif found["chin"] is not None:
            yield _named(match, "9-thang", 1, found["nam_chin"])
        elif found["thang"]:
            if not _DAY_BEFORE.search(text, max(match.start() - _NEAR, 0), match.start()):
                yield _named(match, "thang", int(found["thang"]), found["nam_thang"])
        elif found["nam"]:
            if not _DATE_BEFORE.search(text, max(match.start() - _NEAR, 0), match.start()):
                yield _named(match, "nam", 1, found["nam"])
        else:
            half = 2 if (found["nua"] or "").lower() == "cuối" else 1
            if found["nua"] or found["nam_sau"]:
                yield _named(match, "6-thang", half, found["nam_sau"])


def _named(match: re.Match[str], kind: str, number: int, year: str | None) -> Named:
    return Named(match.start(), match.end(), match[0], kind, number, int(year) if year else None)
