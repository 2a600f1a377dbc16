"""A text that is not read any closer has no slip, and what was read before is judged as if it were new."""

from __future__ import annotations

import gc
import random
from functools import _lru_cache_wrapper

import pytest
from checks_fixtures import FIXTURES, cases, read
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.checks.citations import check_citations
from docgen.checks.one_byte import BARE, SHAPE, SMALL, coded, words_of
from docgen.checks.periods import check_periods
from docgen.checks.sentences import check_sentences
from docgen.checks.suspects import FINDERS, suspects
from docgen.checks.terms import bare
from docgen.checks.text_quality import check_text
from docgen.diagnostics import Location
from docgen.vn import read_period

SLIPS = (
    *("đặt biệt", "thưởng xuyên", "hòan thành", "qúy", "hiệu qủa", "VĂN PHÕNG", "hài lõng", "gíup", "nghành"),
    *("các các", "thành phần thành phần", "từng bước từng bước", "UBND UBND", "GD&ĐT GD&ĐT", "phần mền"),
    *("Uỷ Ban Nhân Dân", "UBND Tỉnh", "Văn Phòng UBND", "điều 5 Luật Đất đai", "chiều thứ hai", "một cửa"),
    *("nghị định số 30/2020/NĐ-CP", "Tết nguyên đán", "ngày quốc khánh", "Độc lập – Tự do – Hạnh phúc"),
    *("thuỷ lợi", "thủy lợi", "khoẻ", "khỏe", "Quỳ", "hoàn", "văn hoá", "văn hóa"),
    *("số 5người", "a ,b", "( a", "a:b", "nhà.Đi", "x.. y", "x,; y", "/ 2020", "a…b", "y”9", "c“d", "./ ."),
    *(". nhỏ", "! nhỏ", ".  nhỏ", "ꙮ", "Hоа", "a\u0301", "®Òu"),
)
PIECES = (
    *SLIPS,
    *" ,.;:!?…()[]“”\"'/-–%0129aAoOuUyqgàòõúđĐ\u00a0\n\t",
    "là",
    "của",
    " và ",
    "hồ sơ",
    "Ủy ban",
)

texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.lists(
    st.sampled_from(PIECES), max_size=9
).map(" ".join)


@settings(max_examples=1500, deadline=None)
@given(texts, texts, texts)
@example("xã phõng", "tõa án", "")
@example("(là", "là)", "là là")
def test_whoever_finds_a_slip_was_asked_to_look(one: str, two: str, three: str) -> None:
    asked = suspects([one, two, three])

    for text, finders in zip((one, two, three), asked, strict=True):
        assert {finder for finder in FINDERS if list(finder(text))} <= finders


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=30))
def test_one_byte_stands_for_one_character_or_there_are_none(text: str) -> None:
    code = coded(text)

    assert code is None or len(code) == len(text) == len(code.translate(SHAPE)) == len(code.translate(BARE))


def test_every_letter_of_vietnamese_has_its_byte_small_and_bare() -> None:
    letters = "".join(
        chr(code) for code in range(0x1EFA) if chr(code).isalpha() and coded(chr(code)) is not None
    )

    assert len(letters) == 2 * (26 + 67)
    for letter in letters:
        assert letter.isupper() == (coded(letter).translate(SHAPE) == b"A")
        assert coded(letter).translate(SMALL) == coded(letter.lower())
        assert words_of(coded(f"{letter}1")) == coded(f"{letter.lower()}  ")
        assert bare(f"{letter}ꙮ")[0] == bare(letter)  # what has no byte is bared another way


def reports() -> list[str]:
    """Clean and faulty texts, as they are typed."""
    clean = (FIXTURES / "van_ban_sach.md").read_text(encoding="utf-8")
    names = ("cau.txt", "chinh_ta.txt", "ky.txt", "trich_dan.txt")
    return [
        clean,
        *("\n\n".join(case.typed for case in cases(name) if "\n" not in case.typed) for name in names),
    ]


def found_in(text: str) -> list[object]:
    passages, period = read(text), read_period("quý III năm 2020")
    return [
        check_text(passages),
        check_citations(passages),
        check_periods(passages, period, None, Location()),
        check_sentences(passages),
    ]


@pytest.mark.parametrize("text", reports(), ids=range(len(reports())))
def test_what_was_seen_before_is_judged_as_if_it_were_new(text: str) -> None:
    new = found_in(text)
    again = found_in(text)
    for kept in gc.get_objects():
        if isinstance(kept, _lru_cache_wrapper) and (kept.__module__ or "").startswith("docgen.checks"):
            kept.cache_clear()

    assert new == again == found_in(text)


def test_company_makes_a_text_suspect_of_nothing_that_is_in_it() -> None:
    lines = [line for text in reports() for line in text.split("\n\n") if line]
    chance = random.Random(7)

    for _ in range(20):
        chance.shuffle(lines)
        for line, finders in zip(lines[:40], suspects(lines), strict=False):
            alone = suspects([line])[0]
            assert alone <= finders
            assert not any(list(finder(line)) for finder in finders - alone)
