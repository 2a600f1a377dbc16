import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn

WORDS = sorted(
    {word for n in (1234567890, 1451015000005, -20.56) for word in vn.bang_chu(n).split()}
    | {word for n in (104, 2024) for word in vn.bang_chu(n, "lẻ", "ngàn", "bốn").split()}
    | {"rưỡi", "thứ", "chục"}
)


@pytest.mark.parametrize("case", read("doc_chu"))
def test_words_are_read_as_in_the_fixture(case: Case) -> None:
    check(case, lambda words: str(vn.doc_chu(words)), case.given[0])


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("một trăm hai", "Ghi một trăm linh hai hoặc một trăm hai mươi"),
        ("hai nghìn ba", "Ghi hai nghìn không trăm linh ba hoặc hai nghìn ba trăm"),
        ("hai mươi năm", "Nếu là số thì ghi hai mươi lăm"),
        ("hồ sơ", "Ghi như hai nghìn không trăm hai mươi lăm"),
    ],
)
def test_refused_words_come_with_what_to_type(words: str, hint: str) -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.doc_chu(words)
    assert caught.value.hint == hint


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)))
def test_any_words_are_read_or_refused_by_name(words: str) -> None:
    for function in (vn.doc_chu, vn.doc_thu_tu, vn.doc_chu_tien):
        try:
            function(words)
        except vn.VnError as fault:
            assert fault.message


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join))
def test_what_is_read_keeps_its_number_when_spelled_rightly(words: str) -> None:
    try:
        number = vn.doc_chu(words)
    except vn.VnError:
        return
    assert vn.doc_chu(vn.bang_chu(number)) == number


def test_very_many_words_are_refused() -> None:
    for words in ("một " * 4_001, "linh " * 10**5):
        with pytest.raises(vn.VnError) as caught:
            vn.doc_chu(words)
        assert str(caught.value) == "số bằng chữ quá dài"


def test_numbers_end_where_writing_them_ends() -> None:
    assert vn.doc_chu("một" + " tỷ" * 111) == 10**999
    with pytest.raises(vn.VnError):
        vn.doc_chu("một" + " tỷ" * 112)


@pytest.mark.parametrize(
    "words", ["", "thứ", "nhất", "thứ không", "thứ âm một", "thứ một phẩy năm", "thứ không phẩy năm"]
)
def test_what_is_no_ordinal_is_refused(words: str) -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.doc_thu_tu(words)
    assert str(caught.value) == f"“{words}” không phải là thứ tự"
    assert caught.value.hint == "Ghi như thứ nhất, thứ hai, thứ tư"


def test_second_has_two_names() -> None:
    assert (vn.doc_thu_tu("thứ nhì"), vn.doc_thu_tu("Thứ Hai")) == (2, 2)
