"""Each kind reads what a clerk means by it, and refuses the rest with a sentence."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import vn
from docgen.expression import Figure, display
from docgen.schema.kinds import KINDS, read_as, read_by_look
from docgen.vn import PartialDate, VnError

READ: list[tuple[str, str, Any]] = [
    ("dem", "08", Decimal(8)),
    ("dem", "5.305", Decimal(5305)),
    ("dem", " 12 ", Decimal(12)),
    ("dem", "-3", Decimal(-3)),
    ("dem", "+3", Decimal(3)),
    ("so", "20,50", Decimal("20.50")),
    ("so", "9 737", Decimal(9737)),
    ("ty_le", "20,56%", Decimal("20.56")),
    ("ty_le", "20,56", Decimal("20.56")),
    ("ty_le", "20,56 phần trăm", Decimal("20.56")),
    ("tien", "1.250.000", Decimal(1250000)),
    ("tien", "5.000 đồng", Decimal(5000)),
    ("tien", "1,5 tỷ đồng", Decimal(1500000000)),
    ("ngay", "14/9/2020", PartialDate(2020, 9, 14)),
    ("ngay", "../../2021", PartialDate(2021)),
    ("ngay", "2020-09-14", PartialDate(2020, 9, 14)),
    ("chu", " no ", " no "),
    ("ky", "Quý III/2020", vn.read_period("quý III/2020")),
    ("so_van_ban", "385", 385),
    ("so_van_ban", "08", 8),
    ("so_van_ban", "12a", "12a"),
    ("co_khong", "Không", False),
    ("co_khong", "true", True),
]


@pytest.mark.parametrize(("kind", "text", "value"), READ)
def test_text_is_read_by_its_kind(kind: str, text: str, value: Any) -> None:
    found = read_as(text, kind)

    assert found == value
    assert getattr(found, "kind", kind) == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("dem", "1,5"),
        ("dem", "12%"),
        ("dem", "hai"),
        ("dem", "1.23"),
        ("dem", "13/13"),
        ("dem", "NaN"),
        ("dem", "1e3"),
        ("dem", "٣"),
        ("dem", "1" * 61),
        ("so", ""),
        ("ty_le", "%"),
        ("ngay", "31/9/2026"),
        ("ngay", "14/9/26"),
        ("ky", "quý V/2026"),
        ("so_van_ban", "385/BC-UBND"),
        ("so_van_ban", "-1"),
        ("co_khong", "maybe"),
    ],
)
def test_other_text_is_refused_with_a_sentence(kind: str, text: str) -> None:
    with pytest.raises(VnError) as caught:
        read_as(text, kind)

    assert caught.value.message


@pytest.mark.parametrize(
    ("text", "kind", "printed"),
    [
        ("6.015", "so", "6.015"),
        ("20,56%", "ty_le", "20,56%"),
        ("08", "dem", "08"),
        ("14/9/2020", "ngay", "14/9/2020"),
        ("../9/2020", "ngay", "../9/2020"),
        ("13/13", "chu", "13/13"),
        ("012", "so", "12"),
        ("Không có", "chu", "Không có"),
        ("%", "chu", "%"),
        ("", "chu", ""),
    ],
)
def test_a_fact_of_ones_own_is_typed_by_its_look(text: str, kind: str, printed: str) -> None:
    value, found = read_by_look(text)

    assert (found, display(value)) == (kind, printed)


@given(st.text(max_size=30), st.sampled_from(sorted(KINDS)))
def test_any_text_is_read_or_refused(text: str, kind: str) -> None:
    try:
        read_as(text, kind)
    except VnError as fault:
        assert fault.message


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_what_is_printed_reads_back(value: Decimal) -> None:
    assert read_as(display(Figure(value, "so")), "so") == value
    assert read_as(display(Figure(value, "ty_le")), "ty_le") == value
