"""Numbers in words: 2025 is "hai nghìn không trăm hai mươi lăm".

num2words reads a group of three digits rightly, in the variant lẻ and bốn; what joins the groups (không
trăm, tỷ tỷ), signs and decimals are ours. The default is the language of schoolbooks and accounts: nghìn,
linh, tư after mươi.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from docgen.vn.errors import VnError
from docgen.vn.numbers import Number, as_decimal, is_whole

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def bang_chu(
    x: Number,
    linh: Literal["linh", "lẻ"] = "linh",
    nghin: Literal["nghìn", "ngàn"] = "nghìn",
    tu: Literal["tư", "bốn"] = "tư",
    tung_chu_so: bool = False,
) -> str:
    """`x` in words, in small letters: "sáu nghìn không trăm mười lăm", "âm một", "hai mươi phẩy năm".

    The decimals of `x` are read as they are written, zeros included: as a number when at most three
    digits remain after leading zeros, else digit by digit; with `tung_chu_so` always digit by digit
    ("hai mươi phẩy năm sáu"). Raises VnError for NaN, infinity, more than 1.000 digits and another variant.
    """
    if linh not in ("linh", "lẻ") or nghin not in ("nghìn", "ngàn") or tu not in ("tư", "bốn"):
        raise VnError("cách đọc chỉ chọn được giữa linh và lẻ, nghìn và ngàn, tư và bốn")
    value = as_decimal(x)
    whole, _, decimals = format(value.copy_abs(), "f").partition(".")
    words = [_integer(whole, linh, nghin, tu)]
    if decimals:
        words += ["phẩy", _decimals(decimals, linh, tu, tung_chu_so)]
    if value < 0:
        words.insert(0, "âm")
    return " ".join(words)


def thu_tu(n: Number) -> str:
    """The ordinal of `n`: thứ nhất, thứ hai, thứ ba, thứ tư, thứ năm … thứ hai mươi mốt. Raises VnError
    for what is no whole number from 1 up."""
    value = as_decimal(n)
    if value < 1 or not is_whole(value):
        raise VnError("thứ tự là một số nguyên từ 1 trở lên")
    return "thứ " + ({1: "nhất", 4: "tư"}.get(int(value)) or bang_chu(int(value)))


def _integer(digits: str, linh: str, nghin: str, tu: str) -> str:
    """Blocks of nine digits, the highest first, each followed by as many tỷ as blocks come after it."""
    padded = digits.zfill(-(-len(digits) // 9) * 9)
    parts: list[str] = []
    for start in range(0, len(padded), 9):
        block = _block(padded[start : start + 9], bool(parts), linh, nghin, tu)
        if block:
            parts.append(block + " tỷ" * ((len(padded) - start) // 9 - 1))
    return " ".join(parts) or "không"


def _block(digits: str, after_others: bool, linh: str, nghin: str, tu: str) -> str:
    """Nine digits in words, "" for zeros; a group that is nothing is left out with its unit."""
    parts: list[str] = []
    for start, unit in ((0, " triệu"), (3, f" {nghin}"), (6, "")):
        group = int(digits[start : start + 3])
        if group:
            parts.append(_group(group, after_others or bool(parts), linh, tu) + unit)
    return " ".join(parts)


@lru_cache(maxsize=8_000)  # every group in every variant
def _group(n: int, after_others: bool, linh: str, tu: str) -> str:
    """1 to 999 in words; `after_others` with the "không trăm" that a group below another one needs."""
    from num2words import num2words  # type: ignore[import-untyped]  # a command that spells nothing out must not pay for its import

    words = str(num2words(n, lang="vi")).replace("lẻ", linh).replace("mươi bốn", f"mươi {tu}")
    if not after_others or n >= 100:
        return words
    return f"không trăm {linh} {words}" if n < 10 else f"không trăm {words}"


def _decimals(digits: str, linh: str, tu: str, one_by_one: bool) -> str:
    rest = digits.lstrip("0")
    if one_by_one or not rest or len(rest) > 3:
        return " ".join(DIGITS[int(digit)] for digit in digits)
    return "không " * (len(digits) - len(rest)) + _group(int(rest), False, linh, tu)
