"""Numbers in figures: 6.015 · 20,56 · 08 · 97,1% · 145/6.015.

A dot groups thousands, a comma stands before decimals (CLDR `vi`, Luật Kế toán 2015 Điều 11 and
general practice; Nghị định 30/2020 has no rule of its own, see SO-04). Rounding happens in
:func:`lam_tron` only: half-up on Decimal, so 0,125 is 0,13 and 2,5 is 3.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from docgen.vn.errors import VnError

Number = int | Decimal | float
"""What the functions here take. A float stands for the decimal number it prints as."""

MAX_DIGITS = 1_000
"""Digits before, and after, the comma of a number we write; a longer one is no figure of a report."""

_TOO_LARGE = 10**MAX_DIGITS
_EXACT = Context(prec=3 * MAX_DIGITS, rounding=ROUND_HALF_UP)
_TO_VIETNAMESE = str.maketrans(",.", ".,")


def as_decimal(x: Number) -> Decimal:
    """`x` as a finite Decimal. Raises TypeError for what is no number, text included (read it with
    `doc_so`), and VnError for NaN, infinity and numbers of more than MAX_DIGITS digits."""
    if isinstance(x, bool) or not isinstance(x, (int, Decimal, float)):
        raise TypeError(f"cần một số, không phải {type(x).__name__}")
    if isinstance(x, int):
        if not -_TOO_LARGE < x < _TOO_LARGE:
            raise VnError(f"số có hơn {MAX_DIGITS} chữ số")
        return Decimal(x)
    value = Decimal(repr(x)) if isinstance(x, float) else x
    if not value.is_finite():
        raise VnError("giá trị không phải là một số hữu hạn")
    exponent = value.as_tuple().exponent
    if (value and value.adjusted() >= MAX_DIGITS) or not -MAX_DIGITS <= exponent <= MAX_DIGITS:  # type: ignore[operator]
        raise VnError(f"số có hơn {MAX_DIGITS} chữ số")
    return value


def lam_tron(x: Number, so_le: int = 0) -> Decimal:
    """`x` rounded half-up (away from zero at the half) to exactly `so_le` decimals."""
    return _EXACT.quantize(as_decimal(x), Decimal(1).scaleb(-so_le))


def at_most(x: Number, so_le: int) -> Decimal:
    """`x` rounded half-up to at most `so_le` decimals, without trailing zeros: 100, 97.1, 20.42."""
    short = _EXACT.normalize(lam_tron(x, so_le))
    return _EXACT.quantize(short, Decimal(1)) if short.as_tuple().exponent > 0 else short  # type: ignore[operator]


def so(x: Number, so_le: int | None = None) -> str:
    """`x` in figures: 6.015 · 20,56. The decimals of `x` are kept, or there are exactly `so_le`."""
    value = as_decimal(x) if so_le is None else lam_tron(x, so_le)
    if not value and value.is_signed():
        value = -value  # no report says -0
    return format(value, ",f").translate(_TO_VIETNAMESE)


def dem(x: Number) -> str:
    """A count: 08, 31, 1.250. Whole numbers from 1 to 9 are padded to two digits, all else is as
    in :func:`so` (0 stays 0). Practice, not a rule of the decree (SO-04)."""
    value = as_decimal(x)
    if 0 < value < 10 and value == value.to_integral_value():
        return f"0{int(value)}"
    return so(value)


def ty_le(x: Number, mau: Number | None = None, so_le: int = 2) -> str:
    """A percentage: 20,56%. Alone, `x` is in percent and keeps its decimals. With `mau`, the share
    of `x` in `mau`, rounded half-up to at most `so_le` decimals without trailing zeros: 100%, 97,1%.
    Raises VnError when `mau` is 0."""
    return so(x if mau is None else at_most(percentage(x, mau, so_le), so_le)) + "%"


def percentage(x: Number, mau: Number, so_le: int) -> Decimal:
    """`x` / `mau` in percent, rounded half-up to exactly `so_le` decimals, from the exact quotient.
    Raises VnError when `mau` is 0."""
    part, whole = Fraction(as_decimal(x)), Fraction(as_decimal(mau))
    if not whole:
        raise VnError("không tính được tỷ lệ vì mẫu số bằng 0")
    scaled = abs(part / whole) * 100 * 10**so_le
    rounded = Decimal((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator))
    signed = -rounded if (part < 0) != (whole < 0) and rounded else rounded
    return signed.scaleb(-so_le, _EXACT)


def diem_phan_tram(x: Number) -> str:
    """A difference of two percentages: 2,5 điểm phần trăm."""
    return f"{so(x)} điểm phần trăm"


def phan_so(tu: Number, mau: Number, so_dem: bool = False) -> str:
    """A fraction as reports print it: 10/10, 145/6.015; with `so_dem` both are counts: 08/89.
    It is not reduced and is no division, so `mau` may be 0."""
    write = dem if so_dem else so
    return f"{write(tu)}/{write(mau)}"
