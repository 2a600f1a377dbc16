from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn


@pytest.mark.parametrize("case", read("doc_so"))
def test_a_number_is_read_as_in_the_fixture(case: Case) -> None:
    check(case, lambda text: str(vn.doc_so(text)), case.given[0])


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("0.25", "Ghi 0,25 nếu là số thập phân"),
        ("-1.5", "Ghi -1,5 nếu là số thập phân"),
        ("1,234.5", "Ghi 1.234,5"),
        ("1,234,567", "Ghi 1.234.567"),
        (",5", "Ghi 0,5"),
        ("1O5", "Có phải 105?"),
        ("5 hồ sơ", "Chỉ ghi 5"),
        ("năm", "Ghi như 6.015 hoặc 20,56"),
    ],
)
def test_a_refused_number_comes_with_what_to_type(text: str, hint: str) -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.doc_so(text)
    assert caught.value.hint == hint


def test_no_break_and_thin_spaces_group_thousands() -> None:
    assert [vn.doc_so("1\u00a0234"), vn.doc_so("1\u202f234\u202f567"), vn.doc_so("1\u2009234")] == [
        1234,
        1234567,
        1234,
    ]


def test_a_percentage_is_read_with_sign_with_words_and_bare() -> None:
    texts = ("20,56%", "20,56 %", "20,56 phần trăm", "20,56 Phần trăm", "20,56")

    assert [vn.doc_ty_le(text) for text in texts] == [Decimal("20.56")] * 5


def test_percentage_points_are_read_only_with_their_unit() -> None:
    assert vn.doc_diem_phan_tram("-2,5 điểm phần trăm") == Decimal("-2.5")
    assert vn.doc_diem_phan_tram("1 điểm %") == 1
    with pytest.raises(vn.VnError) as caught:
        vn.doc_diem_phan_tram("2,5%")
    assert str(caught.value) == "“2,5%” thiếu đơn vị"
    assert caught.value.hint == "Ghi như 2,5 điểm phần trăm"


@pytest.mark.parametrize("text", ["10", "1/2/3", "a/b", "/", "1/", "0.5/2"])
def test_what_is_no_fraction_is_refused(text: str) -> None:
    with pytest.raises(vn.VnError):
        vn.doc_phan_so(text)


def test_a_refused_fraction_comes_with_what_to_type() -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.doc_phan_so(" 10 ")
    assert (str(caught.value), caught.value.hint) == (
        "“10” không phải là phân số",
        "Ghi như 10/10 hoặc 145/6.015",
    )


def test_three_decimals_that_may_be_thousands_are_named() -> None:
    assert vn.mo_ho("1,234") == "“1,234” được đọc là số thập phân; nếu là hàng nghìn thì ghi 1.234"
    assert [vn.mo_ho(text) for text in ("1.234", "0,234", "1,23", "1,2345", "1.234,567", "1234,567", "")] == [
        None
    ] * 7


@given(st.text())
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    for function in (vn.doc_so, vn.doc_ty_le, vn.doc_phan_so, vn.doc_diem_phan_tram, vn.doc_tien, vn.mo_ho):
        try:
            function(text)
        except vn.VnError as fault:
            assert fault.message


@given(st.text(alphabet="0123456789.,- %/eO", min_size=1, max_size=12))
def test_what_is_read_prints_back_to_the_same_number(text: str) -> None:
    try:
        number = vn.doc_so(text)
    except vn.VnError:
        return
    assert vn.doc_so(vn.so(number)) == number


@pytest.mark.parametrize("length", [10**4, 10**6])
def test_a_very_long_text_is_refused_and_not_repeated(length: int) -> None:
    for text in ("9" * length, "1." + "0" * length, "a" * length):
        with pytest.raises(vn.VnError) as caught:
            vn.doc_so(text)
        assert len(str(caught.value)) < 100


def test_the_longest_number_is_read_and_the_next_refused() -> None:
    assert vn.doc_so("9" * 1000) == 10**1000 - 1
    assert vn.doc_so("9" * 1000 + "," + "9" * 999) == Decimal("9" * 1000 + "." + "9" * 999)
    with pytest.raises(vn.VnError) as caught:
        vn.doc_so("9" * 2001)
    assert str(caught.value) == "số quá dài"
