"""The types a schema may give to what was typed: how each is read, and what to say when it cannot be.

Every scalar arrives as text. A figure keeps the decimals that were typed (20,50 stays 20,50).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from docgen import limits, vn
from docgen.expression import Figure
from docgen.memo import of_short_texts
from docgen.values import Struct
from docgen.vn import VnError

BLANKS = frozenset({"", "-", "–", "—", "−"})
"""What a clerk types into a cell that holds nothing; it counts as zero (design section 3)."""


class Kind(Struct, frozen=True):
    """A type: its name in schemas, what it is in words, how it is typed, and its reader, which raises
    VnError (Vietnamese message and hint) for text that is not of this kind."""

    name: str
    words: str
    example: str
    read: Callable[[str], Any]
    numeric: bool = False


def _number(text: str) -> Decimal:
    bare = text.strip()
    if len(bare) > limits.NUMBER_DIGITS:
        raise VnError(f"số quá dài (hơn {limits.NUMBER_DIGITS} ký tự)")
    return vn.doc_so(bare[1:] if bare.startswith("+") else bare)  # "+2" in a column of increases


def _dem(text: str) -> Figure:
    value = _number(text)
    if "%" in text:
        raise VnError(
            f"“{text.strip()}” không phải là số đếm", "Bỏ dấu %, hoặc dùng kiểu ty_le trong lược đồ"
        )
    if value != value.to_integral_value():
        raise VnError(f"“{text.strip()}” không phải là số đếm", "Số đếm là số nguyên, viết như 08, 31, 1.250")
    return Figure(value, "dem")


def _so(kind: str) -> Callable[[str], Figure]:
    return lambda text: Figure(_number(text), kind)


def _tien(text: str) -> Figure:
    """A bare number in whatever unit the report uses, or an amount with its unit, in đồng."""
    has_unit = any(letter.isalpha() for letter in text)
    return Figure(vn.doc_tien(text) if has_unit else _number(text), "tien")


def _ty_le(text: str) -> Figure:
    return Figure(_number(re.sub(r"\s*phần trăm\s*$", "%", text)), "ty_le")


def _so_van_ban(text: str) -> int | str:
    bare = text.strip()
    if not re.fullmatch(r"[0-9]{1,6}[a-zđ]?", bare):
        raise VnError(
            f"“{bare}” không phải là số văn bản", "Chỉ ghi số, như 385 hoặc 12a; ký hiệu được in tự động"
        )
    return int(bare) if bare.isdigit() else bare


_ANSWERS = {"có": True, "true": True, "yes": True, "không": False, "false": False, "no": False}


def _co_khong(text: str) -> bool:
    answer = _ANSWERS.get(text.strip().lower())
    if answer is None:
        raise VnError(f"“{text.strip()}” phải là true hoặc false", "Ghi true (có) hoặc false (không)")
    return answer


_remembered = of_short_texts(longest=limits.NUMBER_DIGITS, kept=4096)
"""A value is checked, read and compared: its text is read once."""


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("dem", "số đếm", "08, 31, 1.250", _remembered(_dem), numeric=True),
        Kind("so", "số", "6.015 hoặc 20,56", _remembered(_so("so")), numeric=True),
        Kind("ty_le", "tỷ lệ phần trăm", "20,56% hoặc 20,56", _remembered(_ty_le), numeric=True),
        Kind("tien", "số tiền", "1.250.000", _remembered(_tien), numeric=True),
        Kind("ngay", "ngày", "14/9/2020", _remembered(vn.doc_ngay)),
        Kind("chu", "chữ", "chữ bất kỳ", lambda text: text),
        Kind("ky", "kỳ báo cáo", "quý III/2020, 6 tháng đầu năm 2021, năm 2020", _remembered(vn.read_period)),
        Kind("so_van_ban", "số văn bản", "385", _so_van_ban),
        Kind("co_khong", "có hoặc không", "true hoặc false", _co_khong),
    )
}
FACT_KINDS = ("dem", "so", "ty_le", "tien", "ngay", "chu")
"""The kinds of facts and of the columns of a form (design section 3)."""

SYNONYMS = {
    "string": "chu",
    "integer": "dem",
    "float": "so",
    "number": "so",
    "date": "ngay",
    "boolean": "co_khong",
}
"""Cerberus' own type names, for keepers who know them."""


def read_as(text: str, kind: str) -> Any:
    """`text` as a value of `kind`: a Figure, PartialDate, Period, text … Raises VnError."""
    return KINDS[kind].read(text)


def is_less(a: Any, b: Any) -> bool:
    """Whether value `a` is less than `b` of the same kind; a date with blanks may be any of its days."""
    if hasattr(a, "to_date"):
        a, b = a.to_date(), b.to_date()
        return a is not None and b is not None and a < b
    return bool(a < b)


def read_by_look(text: str) -> tuple[Any, str]:
    """A fact no schema names, with its kind: 20,56% is ty_le, 6.015 so, 08 dem, 14/9/2020 ngay, else chu."""
    bare = text.strip()
    if bare.endswith("%"):
        kinds: tuple[str, ...] = ("ty_le",)
    elif re.fullmatch(r"0[0-9]", bare):
        kinds = ("dem",)  # only a count is written 08
    else:
        kinds = ("so", "ngay")
    for kind in kinds:
        try:
            return read_as(bare, kind), kind
        except VnError:
            continue
    return text, "chu"
