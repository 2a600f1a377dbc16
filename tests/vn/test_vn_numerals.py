import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn


@pytest.mark.parametrize("case", read("la_ma"))
def test_a_roman_numeral_is_written_and_read_back_as_in_the_fixture(case: Case) -> None:
    check(case, vn.la_ma, int(case.given[0]))
    assert vn.doc_la_ma(case.expected[0]) == int(case.given[0])


@pytest.mark.parametrize("case", read("chu_cai"))
def test_a_list_letter_is_written_and_read_back_as_in_the_fixture(case: Case) -> None:
    check(case, vn.list_letter, int(case.given[0]))
    assert vn.list_letter_index(case.expected[0]) == int(case.given[0])


def test_every_roman_numeral_reads_back() -> None:
    assert [vn.doc_la_ma(vn.la_ma(n)) for n in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("text", ["", "IIII", "VV", "IC", "IVI", "MMMM", "A", "1", "I I"])
def test_what_is_no_right_roman_numeral_is_refused(text: str) -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.doc_la_ma(text)
    assert str(caught.value) == f"“{text}” không phải là số La Mã"


def test_small_roman_letters_are_read() -> None:
    assert vn.doc_la_ma(" iv ") == 4


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_without_a_roman_numeral_are_refused(n: int) -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.la_ma(n)
    assert str(caught.value) == "số La Mã chỉ viết được từ 1 đến 3999"


@given(st.integers(1, 10**9))
def test_any_list_letter_reads_back(i: int) -> None:
    assert vn.list_letter_index(vn.list_letter(i)) == i


@pytest.mark.parametrize("text", ["", "f", "j", "w", "z", "ă", "â", "ê", "ô", "ơ", "ư", "1", "a b", "á"])
def test_other_characters_are_no_list_letter(text: str) -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.list_letter_index(text)
    assert str(caught.value) == f"“{text}” không phải là chữ cái đánh thứ tự"
    assert caught.value.hint == "Thứ tự là a, b, c, d, đ, e, g, h, i …"


def test_list_letters_start_at_one() -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.list_letter(0)
    assert str(caught.value) == "thứ tự của chữ cái bắt đầu từ 1"


@pytest.mark.parametrize("n", [True, 1.5])
def test_only_whole_numbers_have_a_roman_numeral(n: int) -> None:
    with pytest.raises(TypeError):
        vn.la_ma(n)


def test_a_list_letter_in_two_code_points_is_read() -> None:
    assert vn.list_letter_index("Đ") == 5
