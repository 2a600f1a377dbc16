"""Numbers of headings: schemes, skipped levels, restarts."""

from __future__ import annotations

import pytest

from docgen.prose import SchemeError, number_headings

FOUR = ("I.", "1.", "1.1.", "a)")


@pytest.mark.parametrize(
    ("scheme", "levels", "expected"),
    [
        (FOUR, "1 2 3 4 4 3 2 1 2", "I. 1. 1.1. a) b) 1.2. 2. II. 1."),
        (FOUR, "1 2 2 4 4 2 4 3 4", "I. 1. 2. a) b) 3. a) 3.1. a)"),
        (FOUR, "1 2 2 2 2 2 2 3 3", "I. 1. 2. 3. 4. 5. 6. 6.1. 6.2."),
        (FOUR, "2 2 3 3", "1. 2. 2.1. 2.2."),
        (FOUR, "3 3 4", "1. 2. a)"),
        (FOUR, "1 3 2 3", "I. 1. 1. 1.1."),
        (("I.", "1.", "a)"), "1 2 3 3 3 3 3 3 3", "I. 1. a) b) c) d) đ) e) g)"),
        (("A.", "I.", "i)", "(1)"), "1 2 3 3 4 4 1 1 1 1", "A. I. i) ii) (1) (2) B. C. D. Đ."),
        (("1.", "1.1.", "1.1.1."), "1 2 3 3 2 3", "1. 1.1. 1.1.1. 1.1.2. 1.2. 1.2.1."),
        (("Chương I", "Điều 1.", "1."), "1|2|3|3|2|1|2|3",
         "Chương I|Điều 1.|1.|2.|Điều 2.|Chương II|Điều 3.|1."),
        (("Phần I", "Mục 1"), "1|2|1|2", "Phần I|Mục 1|Phần II|Mục 1"),
    ],
)  # fmt: skip
def test_headings_are_numbered_by_their_scheme(scheme: tuple[str, ...], levels: str, expected: str) -> None:
    mark = "|" if "|" in levels else " "
    numbers = number_headings([int(level) for level in levels.split(mark)], scheme)

    assert numbers == expected.split(mark)


def test_a_level_beyond_the_scheme_or_without_a_pattern_has_no_number() -> None:
    assert number_headings([1, 2, 3, 1], ("", "1.")) == ["", "1.", "", ""]


def test_letters_go_on_after_the_last_letter_of_the_alphabet() -> None:
    numbers = number_headings([1] * 24, ("a)",))

    assert numbers[20:22] == ["v)", "x)"]
    assert len(set(numbers)) == 24


@pytest.mark.parametrize("pattern", ["2.", "x", "b)", "I.1.", "*"])
def test_an_unreadable_pattern_is_explained(pattern: str) -> None:
    with pytest.raises(SchemeError) as caught:
        number_headings([1], (pattern,))

    assert caught.value.pattern == pattern
    assert str(caught.value).startswith(f"không hiểu kiểu đánh số “{pattern}”")
