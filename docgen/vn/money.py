"""Amounts of money: 281.318 triệu đồng · 5.000 đồng · "Năm nghìn đồng chẵn"."""

from __future__ import annotations

import re
from decimal import Decimal

from docgen.vn.errors import VnError
from docgen.vn.numbers import EXACT, Number, as_decimal, is_whole, lam_tron, nhieu_nhat, so
from docgen.vn.read_numbers import doc_so
from docgen.vn.read_words import doc_chu
from docgen.vn.text import fold, upper_first
from docgen.vn.words import bang_chu

UNITS = {"đồng": 0, "nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9, "nghìn tỷ đồng": 12}
"""The units amounts are printed in, with their power of ten."""

_POWERS = {"nghìn tỷ": 12, "tỷ": 9, "triệu": 6, "nghìn": 3, "": 0}
_PART = rf"([0-9][0-9., ]*?) ?(?:({'|'.join(filter(None, _POWERS))})(?: |$)|$)"
_DONG = r"(?:\b|(?<=[0-9]))(?:đồng|đ|vnđ|vnd|₫)$"
_HOW_TO_TYPE = "Ghi như 5.000 đồng hoặc 281.318 triệu đồng"


def tien(x: Number, don_vi: str = "đồng", so_le: int | None = None, tu: str = "đồng") -> str:
    """An amount in `don_vi`: tien(281318000000, "triệu đồng") is "281.318 triệu đồng".

    `x` is in `tu`, which is đồng unless said. The figure has exactly `so_le` decimals; without it, all
    decimals `x` was written with when the unit stays the same, else at most two, rounded half-up. Raises
    VnError for a unit that is not in UNITS.
    """
    for unit in (don_vi, tu):
        if unit not in UNITS:
            raise VnError(f"không có đơn vị tiền “{unit}”", f"Dùng {', '.join(UNITS)}")
    amount = as_decimal(x)
    if don_vi != tu:
        amount = amount.scaleb(UNITS[tu] - UNITS[don_vi], EXACT)
        amount = nhieu_nhat(amount, 2) if so_le is None else amount
    return f"{so(amount if so_le is None else lam_tron(amount, so_le))} {don_vi}"


def bang_chu_tien(x: Number, don_vi: str = "đồng", chan: bool = False, hoa: bool = True) -> str:
    """An amount in words: "Năm nghìn đồng"; with `chan`, "Năm nghìn đồng chẵn" when it is whole.
    The first letter is a capital, as behind "Bằng chữ:", unless `hoa` is False."""
    value = as_decimal(x)
    words = f"{bang_chu(value)} {don_vi}" + (" chẵn" if chan and is_whole(value) else "")
    return upper_first(words) if hoa else words


def doc_tien(text: str) -> Decimal:
    """The amount `text` holds, in đồng: "281.318 triệu đồng", "1,5 tỷ", "1 tỷ 200 triệu đồng", "5.000đ".
    Units fall from left to right. Raises VnError, also when no unit is given."""
    body = fold(text).replace("ngàn", "nghìn").replace("tỉ", "tỷ")
    bare = re.sub(_DONG, "", body).strip()
    negative = bare.startswith("-")
    rest, total, power_before = bare.removeprefix("-"), Decimal(0), 99
    while rest or power_before == 99:
        part = re.match(_PART, rest)
        power = _POWERS[part[2] or ""] if part else 99
        if part is None or power >= power_before:
            raise VnError(f"“{text.strip()}” không phải là số tiền", _HOW_TO_TYPE)
        total = EXACT.add(total, doc_so(part[1]).scaleb(power, EXACT))
        power_before, rest = power, rest[part.end() :]
    if bare == body and power_before == 0:
        raise VnError(f"“{text.strip()}” thiếu đơn vị tiền", _HOW_TO_TYPE)
    return total.copy_negate() if negative and total else total


def doc_chu_tien(words: str) -> Decimal:
    """The amount of money in words, in đồng: "Năm nghìn đồng chẵn" is 5000. Raises VnError."""
    body = re.sub(r" đồng(?: (?:chẵn|việt nam))*\W*$", "", fold(words))
    if body == fold(words):
        raise VnError(f"“{words.strip()}” thiếu chữ “đồng”", "Ghi như Năm nghìn đồng chẵn")
    return doc_chu(body)
