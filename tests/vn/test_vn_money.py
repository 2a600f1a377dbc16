from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn
from docgen.vn.money import UNITS

AMOUNTS = st.integers(-(10**18), 10**18)


@pytest.mark.parametrize("case", read("tien"))
def test_an_amount_prints_as_in_the_fixture(case: Case) -> None:
    amount, unit, places, stored_in = case.given

    check(case, vn.tien, Decimal(amount), unit, int(places) if places else None, stored_in or "đồng")


@pytest.mark.parametrize("case", read("doc_tien"))
def test_an_amount_is_read_as_in_the_fixture(case: Case) -> None:
    check(case, lambda text: f"{vn.doc_tien(text):f}", case.given[0])


@pytest.mark.parametrize("case", read("bang_chu_tien"))
def test_an_amount_is_spelled_out_and_read_back_as_in_the_fixture(case: Case) -> None:
    amount, whole = Decimal(case.given[0]), case.given[1] == "chẵn"

    check(case, lambda: vn.bang_chu_tien(amount, chan=whole))
    assert vn.doc_chu_tien(case.expected[0]) == amount


def test_an_amount_may_stand_within_a_sentence_and_in_another_unit() -> None:
    assert vn.bang_chu_tien(5000, "đô la Mỹ", hoa=False) == "năm nghìn đô la Mỹ"


def test_an_unknown_unit_is_refused_with_the_known_ones() -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.tien(5, "tr.đ")
    assert str(caught.value) == "không có đơn vị tiền “tr.đ”"
    assert caught.value.hint == "Dùng đồng, nghìn đồng, triệu đồng, tỷ đồng, nghìn tỷ đồng"


def test_words_without_dong_are_no_amount() -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.doc_chu_tien("Năm nghìn")
    assert str(caught.value) == "“Năm nghìn” thiếu chữ “đồng”"
    assert caught.value.hint == "Ghi như Năm nghìn đồng chẵn"


@given(AMOUNTS, st.sampled_from(sorted(UNITS)))
def test_an_amount_printed_in_full_reads_back(amount: int, unit: str) -> None:
    assert vn.doc_tien(vn.tien(amount, unit, so_le=UNITS[unit])) == amount


@given(AMOUNTS, st.booleans())
def test_an_amount_in_words_reads_back(amount: int, whole: bool) -> None:
    assert vn.doc_chu_tien(vn.bang_chu_tien(amount, chan=whole)) == amount
