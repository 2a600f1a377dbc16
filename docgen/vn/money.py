"""Amounts of money: 281.318 triệu đồng, 5.000 đồng, "Năm nghìn đồng chẵn"."""

from __future__ import annotations

from docgen.vn.numbers import Number, as_decimal, at_most, so
from docgen.vn.text import upper_first
from docgen.vn.errors import VnError
from docgen.vn.words import bang_chu

UNITS = {"đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}


def tien(x: Number, don_vi: str = "đồng", so_le: int | None = None) -> str:
    """An amount `x` in đồng, printed in `don_vi` (đồng, nghìn đồng, triệu đồng, tỷ đồng): 281.318 triệu đồng."""
    if don_vi not in UNITS:
        raise VnError(f"không có đơn vị tiền “{don_vi}”", f"Dùng {', '.join(UNITS)}")
    value = as_decimal(x) / UNITS[don_vi]
    if so_le is None:
        return f"{so(as_decimal(x) if don_vi == 'đồng' else at_most(value, 2))} {don_vi}"
    return f"{so(value, so_le)} {don_vi}"


def bang_chu_tien(x: Number, don_vi: str = "đồng", chan: bool = False, hoa: bool = True) -> str:
    """An amount in words, capital first: "Năm nghìn đồng", with `chan` "Năm nghìn đồng chẵn"."""
    value = as_decimal(x)
    words = f"{bang_chu(value)} {don_vi}" + (" chẵn" if chan and value == value.to_integral_value() else "")
    return upper_first(words) if hoa else words
