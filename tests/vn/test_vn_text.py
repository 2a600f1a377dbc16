import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn
from docgen.vn.collation import ALPHABET

VIETNAMESE = st.text(alphabet="aàáoòóeẻẹuủụyýỳỷqQhHnNOÀÁoaUYỤ \u0300\u0301", max_size=12)


@pytest.mark.parametrize("case", read("chu_hoa"))
def test_capitals_are_as_in_the_fixture(case: Case) -> None:
    check(case, vn.upper, case.given[0])
    check(case, vn.upper, unicodedata.normalize("NFD", case.given[0]))


@pytest.mark.parametrize("case", read("dau_thanh"))
def test_both_styles_of_tone_marks_are_as_in_the_fixture(case: Case) -> None:
    check(case, lambda text: (vn.fold_tones(text), vn.fold_tones(text, "hoà")), case.given[0])


@pytest.mark.parametrize("case", read("sap_xep"))
def test_names_are_sorted_as_in_the_fixture(case: Case) -> None:
    check(case, lambda: tuple(sorted(case.given, key=vn.sort_key)))


def test_the_alphabet_of_sorting_is_the_vietnamese_one_with_four_foreign_letters() -> None:
    assert [letter for letter in ALPHABET if letter not in "fjwz"] == list("aăâbcdđeêghiklmnoôơpqrstuưvxy")


def test_only_the_first_letter_changes_its_case() -> None:
    assert [vn.upper_first(t) for t in ("đất đai", "“ủy ban”", "6 tháng", "", "…")] == [
        "Đất đai",
        "“Ủy ban”",
        "6 tháng",
        "",
        "…",
    ]
    assert [vn.lower_first(t) for t in ("Quý III", "ĐẤT")] == ["quý III", "đẤT"]


def test_a_text_that_mixes_tone_styles_shows_it() -> None:
    assert vn.tone_styles("Hòa, hoà, quý, hoàn, thủy, Uỷ") == {"hòa": 2, "hoà": 2}


def test_folding_makes_spellings_of_one_name_equal() -> None:
    names = ("UỶ BAN  NHÂN DÂN", "Ủy ban nhân dân", unicodedata.normalize("NFD", "ủy ban nhân\u00a0dân"))

    assert {vn.fold(name) for name in names} == {"ủy ban nhân dân"}


@given(st.one_of(st.text(), VIETNAMESE))
def test_both_tone_styles_lead_to_each_other(text: str) -> None:
    first, second = vn.fold_tones(text), vn.fold_tones(text, "hoà")

    assert vn.fold_tones(first) == first == vn.fold_tones(second)
    assert vn.fold_tones(second, "hoà") == second == vn.fold_tones(first, "hoà")
    assert len(first) == len(second) == len(vn.nfc(text))
    assert vn.tone_styles(first)["hoà"] == vn.tone_styles(second)["hòa"] == 0


@given(st.text())
def test_results_are_always_composed(text: str) -> None:
    for result in (vn.nfc(text), vn.upper(text), vn.upper_first(text), vn.fold_tones(text)):
        assert unicodedata.is_normalized("NFC", result)


@given(st.lists(st.one_of(st.text(), VIETNAMESE)))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    once = sorted(texts, key=vn.sort_key)

    assert sorted(reversed(once), key=vn.sort_key) == once
