"""The filters and functions a clerk or a schema may use; these tables are the whole list.

Filters stand behind a value (`ho_so.tong | so`); functions stand before one (`tong(bieu.cot)`).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from docgen import vn
from docgen.expression.errors import ExpressionError
from docgen.expression.values import Figure, display, plain


def number(value: Any, name: str) -> Decimal:
    """`value` when it is a number; ExpressionError that names the filter or function otherwise."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise ExpressionError(f"“{name}” cần một số, nhưng nhận được {describe(value)}")


def describe(value: Any) -> str:
    """What `value` is, in words."""
    if isinstance(value, bool):
        return "một mệnh đề đúng/sai"
    if isinstance(value, Decimal):
        return f"số {vn.so(plain(value))}"
    if isinstance(value, str):
        return f"chữ “{value[:40]}”"
    if isinstance(value, (datetime.date, vn.PartialDate)):
        return "một ngày"
    if isinstance(value, dict):
        return "một nhóm số liệu"
    if isinstance(value, tuple):
        return "một cột của biểu"
    return "một giá trị khác"


def _is_blank(value: Any) -> bool:
    return isinstance(value, Figure) and value.blank


def _so(value: Any) -> str:
    return "" if _is_blank(value) else vn.so(plain(number(value, "so")))


def _dem(value: Any) -> str:
    return "" if _is_blank(value) else vn.dem(plain(number(value, "dem")))


def _ty_le(value: Any, whole: Any = None) -> str:
    if whole is not None:
        return vn.ty_le(plain(percentage(value, whole)))
    return "" if _is_blank(value) else vn.ty_le(plain(number(value, "ty_le")))


def _tien(value: Any, unit: str = "đồng") -> str:
    return "" if _is_blank(value) else vn.tien(plain(number(value, "tien")), unit)


def _date(value: Any, name: str) -> Any:
    if isinstance(value, (datetime.date, vn.PartialDate)):
        return value
    raise ExpressionError(f"“{name}” cần một ngày, nhưng nhận được {describe(value)}")


def _bang_chu(value: Any) -> str:
    return vn.bang_chu(number(value, "bang_chu"))


def _la_ma(value: Any) -> str:
    return vn.la_ma(int(number(value, "la_ma")))


FILTERS: dict[str, Callable[..., Any]] = {
    "so": _so,
    "dem": _dem,
    "ty_le": _ty_le,
    "tien": _tien,
    "ngay": lambda value: vn.ngay(_date(value, "ngay")),
    "ngay_dai": lambda value: vn.ngay_dai(_date(value, "ngay_dai")),
    "chu": display,
    "bang_chu": _bang_chu,
    "la_ma": _la_ma,
    "hoa": lambda value: vn.upper(display(value)),
}


def percentage(part: Any, whole: Any) -> Decimal:
    """`part` of `whole` in percent, not rounded; a computed Figure of kind ty_le."""
    divisor = number(whole, "ty_le")
    if divisor == 0:
        raise ExpressionError("mẫu số của ty_le bằng 0")
    return Figure(number(part, "ty_le") * 100 / divisor, "ty_le", typed=False)


def _tong(*columns: Any) -> Decimal:
    total = Decimal(0)
    for column in columns:
        if isinstance(column, tuple):
            total = sum((number(value, "tong") for value in column if value is not None), total)
        else:
            total += number(column, "tong")
    return total


def _dem_dong(table: Any) -> Decimal:
    if isinstance(table, tuple):
        return Decimal(len(table))
    rows = getattr(table, "row_count", None)
    if rows is None:
        raise ExpressionError(f"“dem_dong” cần một biểu, nhưng nhận được {describe(table)}")
    return Decimal(rows)


def _lam_tron(value: Any, places: Any = 0) -> Decimal:
    decimals = int(number(places, "lam_tron"))
    if not 0 <= decimals <= 12:
        raise ExpressionError("lam_tron nhận từ 0 đến 12 chữ số thập phân")
    x = number(value, "lam_tron")
    rounded = vn.lam_tron(x, decimals)
    return Figure(rounded, x.kind, typed=False) if isinstance(x, Figure) else rounded


def _extreme(pick: Callable[..., Any], name: str) -> Callable[..., Decimal]:
    def function(*values: Any) -> Decimal:
        flat = [
            v for value in values for v in (value if isinstance(value, tuple) else (value,)) if v is not None
        ]
        if not flat:
            raise ExpressionError(f"“{name}” không có số nào")
        return pick(number(v, name) for v in flat)

    return function


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "tong": _tong,
    "dem_dong": _dem_dong,
    "ty_le": percentage,
    "lam_tron": _lam_tron,
    "lon_nhat": _extreme(max, "lon_nhat"),
    "nho_nhat": _extreme(min, "nho_nhat"),
    "tri_tuyet_doi": lambda value: abs(number(value, "tri_tuyet_doi")),
}
