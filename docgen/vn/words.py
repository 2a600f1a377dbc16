"""Numbers in words: 2025 is "hai nghìn không trăm hai mươi lăm".

num2words reads a group of three digits rightly, in the variant lẻ and bốn; what joins groups (không
trăm, tỷ tỷ), signs and decimals are ours. Default is the language of schoolbooks and accounts: nghìn,
linh, tư after mươi.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from docgen.vn.errors import VnError
from docgen.vn.numbers import Number, as_decimal

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def bang_chu(
    x: Number,
    linh: Literal["linh", "lẻ"] = "linh",
    nghin: Literal["nghìn", "ngàn"] = "nghìn",
    tu: Literal["tư", "bốn"] = "tư",
    tung_chu_so: bool = False,
) -> str:
    """`x` in words, in small letters: "sáu nghìn không trăm mười lăm", "âm một", "hai mươi phẩy năm mươi sáu".

    The decimals of `x` are read as they are written, zeros included: as a number when at most three
    digits remain after leading zeros, else digit by digit; with `tung_chu_so` always digit by digit
    ("hai mươi phẩy năm sáu"). Raises VnError for NaN and infinity.
    """
    value = as_decimal(x)
    whole, _, decimals = format(abs(value), "f").partition(".")
    words = [_integer(whole, linh, nghin, tu)]
    if decimals:
        words += ["phẩy", _decimals(decimals, linh, tu, tung_chu_so)]
    if value < 0:
        words.insert(0, "âm")
    return " ".join(words)


def thu_tu(n: int) -> str:
    """The ordinal of `n`: thứ nhất, thứ hai, thứ ba, thứ tư, thứ năm … Raises VnError below 1."""
    value = as_decimal(n)
    if value < 1 or value != value.to_integral_value():
        raise VnError("thứ tự là một số nguyên từ 1 trở lên")
    special = {1: "nhất", 4: "tư"}
    return f"thứ {special.get(int(value)) or bang_chu(int(value))}"


def _integer(digits: str, linh: str, nghin: str, tu: str) -> str:
    """Blocks of nine digits, the highest first, each followed by as many tỷ as blocks come after it."""
    padded = digits.zfill(-(-len(digits) // 9) * 9)
    parts: list[str] = []
    for start in range(0, len(padded), 9):
        billions = (len(padded) - start) // 9 - 1
        block = _block(padded[start : start + 9], bool(parts), linh, nghin, tu)
        if block:
            parts.append(block + " tỷ" * billions)
    return " ".join(parts) or "không"


def _block(digits: str, after_others: bool, linh: str, nghin: str, tu: str) -> str:
    parts: list[str] = []
    for start, unit in ((0, "triệu"), (3, nghin), (6, "")):
        group = int(digits[start : start + 3])
        if group:
            parts.append(_group(group, after_others or bool(parts), linh, tu))
            parts.extend([unit] if unit else [])
    return " ".join(parts)


@lru_cache(maxsize=4096)
def _group(n: int, in_full: bool, linh: str, tu: str) -> str:
    """1 to 999 in words; `in_full` with "không trăm", as after a higher group."""
    from num2words import num2words  # a command that spells nothing out must not pay for its import

    words = num2words(n, lang="vi").replace("lẻ", linh).replace("mươi bốn", f"mươi {tu}")
    if in_full and n < 100:
        return f"không trăm {linh if n < 10 else ''} {words}".replace("  ", " ")
    return words


def _decimals(digits: str, linh: str, tu: str, one_by_one: bool) -> str:
    rest = digits.lstrip("0")
    if one_by_one or len(rest) > 3 or not rest:
        return " ".join(DIGITS[int(digit)] for digit in digits)
    return "không " * (len(digits) - len(rest)) + _group(int(rest), False, linh, tu)
