"""Numbers in figures: 6.015 · 20,56 · 08 · 97,1% · 145/6.015.

A dot groups thousands and a comma stands before decimals (Luật Kế toán 88/2015/QH13 Điều 11 for accounts;
Nghị định 30/2020 has no rule of its own, see SO-04). Rounding happens in :func:`lam_tron` and, from the
exact quotient, in :func:`phan_tram`: half-up on Decimal, so 0,125 is 0,13 and 2,5 is 3. Babel agrees with
these functions where its rounding allows (see the tests), and takes about four times as long.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from docgen.vn.errors import VnError

Number = int | Decimal | float
"""What the functions here take. A float stands for the decimal number it prints as."""

MAX_DIGITS = 1_000
"""Digits before the comma, and behind it, of a number we write: no figure of a report is longer, and
Decimal("1E+999999999") would fill the memory."""

EXACT = Context(prec=4 * MAX_DIGITS, rounding=ROUND_HALF_UP)
"""For arithmetic that must not lose a digit: the default context keeps 28."""

_TOO_LARGE = 10**MAX_DIGITS
_TO_VIETNAMESE = str.maketrans(",.", ".,")


def as_decimal(x: Number) -> Decimal:
    """`x` as a finite Decimal. Raises TypeError for what is no number, text included (read it with
    `doc_so`), and VnError for NaN, infinity and numbers of more than MAX_DIGITS digits."""
    if isinstance(x, Decimal):
        value = x
    elif isinstance(x, float):
        value = Decimal(repr(x))
    elif isinstance(x, int) and not isinstance(x, bool):
        if not -_TOO_LARGE < x < _TOO_LARGE:
            raise VnError(f"số có hơn {MAX_DIGITS} chữ số")
        return Decimal(x)
    else:
        raise TypeError(f"cần một số, không phải {type(x).__name__}")
    if not value.is_finite():
        raise VnError("giá trị không phải là một số hữu hạn")
    if value.adjusted() >= MAX_DIGITS or not -MAX_DIGITS < decimals(value) <= MAX_DIGITS:
        raise VnError(f"số có hơn {MAX_DIGITS} chữ số")
    return value


def decimals(value: Decimal) -> int:
    """How many decimals a finite `value` is written with; negative when it ends in zeros not written."""
    return -int(value.as_tuple().exponent)


def _digits(x: Number) -> str:
    """The digits of a whole number that is written with nothing else, as most figures are; else ""."""
    digits = str(x) if isinstance(x, Decimal) else ""
    return digits if digits.isdigit() and len(digits) <= _MOST_DIGITS else ""


_MOST_DIGITS = 15
"""Longer numbers take the longer way, on which their limits are looked at."""


def is_whole(value: Decimal) -> bool:
    """Whether `value` is a whole number, however it is written."""
    return value == value.to_integral_value()


def lam_tron(x: Number, so_le: int = 0) -> Decimal:
    """`x` rounded half-up (away from zero at the half) to exactly `so_le` decimals; with a negative
    `so_le` to tens, hundreds … Raises VnError for `so_le` beyond MAX_DIGITS."""
    if not -MAX_DIGITS <= so_le <= MAX_DIGITS:
        raise VnError(f"chỉ làm tròn được đến {MAX_DIGITS} chữ số")
    rounded = EXACT.quantize(as_decimal(x), Decimal((0, (1,), -so_le)))
    return rounded if so_le >= 0 else EXACT.quantize(rounded, Decimal(1))


def nhieu_nhat(x: Number, so_le: int) -> Decimal:
    """`x` rounded half-up to at most `so_le` decimals, without trailing zeros: 100, 97.1, 20.42."""
    if so_le >= 0 and _digits(x):
        return Decimal(x)
    rounded = lam_tron(x, so_le)
    return EXACT.quantize(rounded, Decimal(1)) if is_whole(rounded) else EXACT.normalize(rounded)


def phan_tram(x: Number, mau: Number, so_le: int = 2) -> Decimal:
    """`x` of `mau` in percent, rounded half-up to exactly `so_le` decimals, from the exact quotient.
    Raises VnError when `mau` is 0, and for `so_le` below 0 or beyond MAX_DIGITS."""
    if not 0 <= so_le <= MAX_DIGITS:
        raise VnError(f"tỷ lệ có từ 0 đến {MAX_DIGITS} chữ số thập phân")
    part, of_part = as_decimal(x).as_integer_ratio()
    whole, of_whole = as_decimal(mau).as_integer_ratio()
    if not whole:
        raise VnError("không tính được tỷ lệ vì mẫu số bằng 0")
    over, under = abs(part * of_whole) * 10 ** (so_le + 2), abs(whole * of_part)
    rounded = Decimal((2 * over + under) // (2 * under))
    signed = rounded.copy_negate() if rounded and (part < 0) != (whole < 0) else rounded
    return signed.scaleb(-so_le, EXACT)


def so(x: Number, so_le: int | None = None) -> str:
    """`x` in figures: 6.015 · 20,56. The decimals of `x` are kept, or there are exactly `so_le`."""
    if so_le is None and (digits := _digits(x)):
        return digits if len(digits) <= 3 else f"{int(digits):,}".replace(",", ".")
    value = as_decimal(x) if so_le is None else lam_tron(x, so_le)
    if not value:
        value = value.copy_abs()  # no report says -0
    return format(value, ",f").translate(_TO_VIETNAMESE)


def dem(x: Number) -> str:
    """A count: 08, 31, 1.250. Whole numbers from 1 to 9 are padded to two digits, all else is as
    in :func:`so` (0 stays 0). Practice, not a rule of the decree (SO-04)."""
    if digits := _digits(x):
        return f"0{digits}" if len(digits) == 1 and digits != "0" else so(x)
    value = as_decimal(x)
    if 0 < value < 10 and is_whole(value):
        return f"0{int(value)}"
    return so(value)


def ty_le(x: Number, mau: Number | None = None, so_le: int = 2) -> str:
    """A percentage: 20,56%. Alone, `x` is in percent and keeps its decimals. With `mau`, the share
    of `x` in `mau`, rounded half-up to at most `so_le` decimals without trailing zeros: 100%, 97,1%.
    Raises VnError when `mau` is 0."""
    return so(x if mau is None else nhieu_nhat(phan_tram(x, mau, so_le), so_le)) + "%"


def diem_phan_tram(x: Number) -> str:
    """A difference of two percentages, in percentage points: 2,5 điểm phần trăm."""
    return f"{so(x)} điểm phần trăm"


def phan_so(tu: Number, mau: Number, hai_chu_so: bool = False) -> str:
    """A fraction as reports print it: 10/10, 145/6.015; with `hai_chu_so` both parts are padded like
    counts: 08/89. It is not reduced and is no division, so `mau` may be 0."""
    write = dem if hai_chu_so else so
    return f"{write(tu)}/{write(mau)}"


def theo_mau(x: Number, mau: str) -> str:
    """`x` in a CLDR number pattern, rounded half-up: theo_mau(5, "+#,##0;-#,##0") is "+5", for columns
    such as "Tăng (+)/giảm (-)"; "#,##0.00" always has two decimals. Raises VnError for a broken pattern."""
    from babel.numbers import NumberPattern, parse_pattern  # loaded only where a pattern is used

    value = as_decimal(x)
    try:
        pattern: NumberPattern = parse_pattern(mau)
    except ValueError:
        raise _no_pattern(mau) from None
    if not any(place in mau for place in "#0"):
        raise _no_pattern(mau)
    with localcontext(EXACT):  # Babel rounds as the context says, which is half-even elsewhere
        return str(pattern.apply(value, "vi"))


def _no_pattern(mau: str) -> VnError:
    return VnError(f"“{mau}” không phải là mẫu số", "Ghi như #,##0.00 hoặc +#,##0;-#,##0")
