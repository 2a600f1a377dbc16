"""Formulas in messages: filled in, and what is so instead when one is false."""

from typing import Any

import pytest

from docgen.expression import Figure, parse
from docgen.vn import PartialDate

SCOPE: dict[str, Any] = {
    "a": Figure(8, "dem"),
    "b": Figure(5305, "dem"),
    "ty_le": Figure("20.5", "ty_le"),
    "ngay": PartialDate(2020, 9, 14),
    "ten": "An Lão",
    "cot": (Figure(1), Figure(2)),
    "thieu": None,
}

FILLED = {
    "a + b": "8 + 5.305",
    "a + b * 2 - (a - b)": "8 + 5.305 * 2 - (8 - 5.305)",
    "(a + b) * 2 / (a * 2)": "(8 + 5.305) * 2 / (8 * 2)",
    "-(a + b)": "-(8 + 5.305)",
    "a == b": "8 = 5.305",
    "a != b and a <= b or not a >= b": "8 ≠ 5.305 và 8 ≤ 5.305 hoặc không 8 ≥ 5.305",
    "(a == 1 or b == 1) and a > 0": "(8 = 1 hoặc 5.305 = 1) và 8 > 0",
    "lam_tron(ty_le(a, b), 2)": "lam_tron(ty_le(8, 5.305), 2)",
    "tong(cot) + a": "3 + 8",
    "ty_le > 20.5": "20,5% > 20,5",
    "ngay": "14/9/2020",
    "ten == 'An Lão'": "An Lão = “An Lão”",
    "a if b > 1 else 0": "8 if 5.305 > 1 else 0",
    "a | ty_le(b)": "8 | ty_le(5.305)",
    "a + thieu": "8 + …",
}


@pytest.mark.parametrize("text", FILLED)
def test_a_formula_is_filled_in(text: str) -> None:
    assert parse(text).filled(SCOPE) == FILLED[text]


CONTRASTS = {
    "a == b": ["8 ≠ 5.305"],
    "a + 1 == b - 1": ["8 + 1 = 9 ≠ 5.305 - 1 = 5.304"],
    "a > b": ["8 ≤ 5.305"],
    "a >= b": ["8 < 5.305"],
    "b < a": ["5.305 ≥ 8"],
    "b <= a": ["5.305 > 8"],
    "a != 8": ["8 = 8"],
    "a > 1 and b < 1 and a == 9": ["5.305 ≥ 1", "8 ≠ 9"],
    "a == 1 or b == 1": ["không đúng: 8 = 1 hoặc 5.305 = 1"],
    "not a == 8": ["không đúng: không 8 = 8"],
    "thieu == 1 and a == 1": ["8 ≠ 1"],
}


@pytest.mark.parametrize("text", CONTRASTS)
def test_a_broken_rule_says_what_is_so_instead(text: str) -> None:
    assert [part.contrast(SCOPE) for part in parse(text).broken(SCOPE)] == CONTRASTS[text]


def test_operands_come_once_in_reading_order_without_missing_ones() -> None:
    found = parse("tong(cot) + a == b + a + thieu").operands(SCOPE)

    assert [(one.text, one.path) for one in found] == [("cot", ("cot",)), ("a", ("a",)), ("b", ("b",))]
