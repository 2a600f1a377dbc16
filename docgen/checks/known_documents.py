"""Dates of central documents that reports of offices cite most, so that a slip in one is seen.

Facts of publication (Công báo): number and date of issue. A document that is not here is not judged.
Add one by its full number as printed; the date is the date of signing.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

_DATES = """
    130/2005/NĐ-CP 17/10/2005     43/2006/NĐ-CP 25/4/2006       157/2007/NĐ-CP 27/10/2007
    158/2007/NĐ-CP 27/10/2007     20/2008/NĐ-CP 14/2/2008       63/2010/NĐ-CP 8/6/2010
    34/2011/NĐ-CP 17/5/2011       59/2012/NĐ-CP 23/7/2012       48/2013/NĐ-CP 14/5/2013
    117/2013/NĐ-CP 7/10/2013      37/2014/NĐ-CP 5/5/2014        108/2014/NĐ-CP 20/11/2014
    16/2015/NĐ-CP 14/2/2015       23/2015/NĐ-CP 16/2/2015       56/2015/NĐ-CP 9/6/2015
    34/2016/NĐ-CP 14/5/2016       88/2017/NĐ-CP 27/7/2017       92/2017/NĐ-CP 7/8/2017
    101/2017/NĐ-CP 1/9/2017       61/2018/NĐ-CP 23/4/2018       113/2018/NĐ-CP 31/8/2018
    161/2018/NĐ-CP 29/11/2018     09/2019/NĐ-CP 24/1/2019       30/2020/NĐ-CP 5/3/2020
    45/2020/NĐ-CP 8/4/2020        47/2020/NĐ-CP 9/4/2020        62/2020/NĐ-CP 1/6/2020
    90/2020/NĐ-CP 13/8/2020       106/2020/NĐ-CP 10/9/2020      107/2020/NĐ-CP 14/9/2020
    108/2020/NĐ-CP 14/9/2020      112/2020/NĐ-CP 18/9/2020      115/2020/NĐ-CP 25/9/2020
    120/2020/NĐ-CP 7/10/2020      138/2020/NĐ-CP 27/11/2020     143/2020/NĐ-CP 10/12/2020
    154/2020/NĐ-CP 31/12/2020     60/2021/NĐ-CP 21/6/2021       89/2021/NĐ-CP 18/10/2021
    107/2021/NĐ-CP 6/12/2021      42/2022/NĐ-CP 24/6/2022       13/2023/NĐ-CP 17/4/2023
    29/2023/NĐ-CP 3/6/2023        33/2023/NĐ-CP 10/6/2023       02/2017/TT-VPCP 31/10/2017
    01/2018/TT-VPCP 23/11/2018    13/2019/TT-BNV 6/11/2019      45/2016/QĐ-TTg 19/10/2016
    30c/NQ-CP 8/11/2011           76/NQ-CP 15/7/2021            07/CT-TTg 22/5/2013
    26/CT-TTg 5/9/2016            749/QĐ-TTg 3/6/2020           468/QĐ-TTg 27/3/2021
    06/QĐ-TTg 6/1/2022            766/QĐ-TTg 23/6/2022          118/2025/NĐ-CP 9/6/2025
    150/2025/NĐ-CP 12/6/2025      154/2025/NĐ-CP 15/6/2025      170/2025/NĐ-CP 30/6/2025
    178/2024/NĐ-CP 31/12/2024     66/NQ-CP 26/3/2025            131/NQ-CP 6/10/2022
    18-NQ/TW 25/10/2017           57-NQ/TW 22/12/2024
"""


def _read() -> dict[tuple[str, int], datetime.date]:
    words = _DATES.split()
    dates = {}
    for number, day in zip(words[::2], words[1::2], strict=True):
        d, m, y = (int(part) for part in day.split("/"))
        dates[number, y] = datetime.date(y, m, d)
    return dates


KNOWN = _read()


@lru_cache(maxsize=256)
def known_names(date: datetime.date) -> tuple[str, ...]:
    """The full numbers of the documents issued on `date`."""
    return tuple(name for (name, _), day in KNOWN.items() if day == date)


def known_date(name: str, year: int) -> datetime.date | None:
    """When the document with the full number `name` (30/2020/NĐ-CP, 18-NQ/TW) was issued in `year`, the
    year it is cited with, because numbers without a year start again every year; None when not known."""
    return KNOWN.get((name, year))
