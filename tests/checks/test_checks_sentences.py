"""Sums and percentages of sentences: the fixture file, and where a finding points."""

from __future__ import annotations

import pytest
from checks_fixtures import FIXTURES, Case, cases, read, show
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.checks.sentences import check_sentences
from docgen.diagnostics import Severity

ALL = cases("cau.txt")


@pytest.mark.parametrize("case", ALL, ids=[case.title for case in ALL])
def test_only_figures_that_cannot_agree_are_found(case: Case) -> None:
    assert show(check_sentences(read(case.typed))) == case.expected


def test_a_clean_text_gives_no_finding() -> None:
    text = (FIXTURES / "van_ban_sach.md").read_text(encoding="utf-8")

    assert show(check_sentences(read(text))) == ""


def test_a_finding_is_a_warning_with_every_figure_and_its_place() -> None:
    (finding,) = check_sentences(read("Có 6.015 hồ sơ (cấp huyện: 710 hồ sơ,\ncấp xã: 5.035 hồ sơ)."))

    assert finding.severity is Severity.WARNING
    assert (finding.location.line, finding.location.column) == (1, 4)
    assert [(r.location.line, r.location.column, r.message) for r in finding.related] == [
        (1, 28, "số 710"),
        (2, 9, "số 5.035"),
    ]


def test_the_one_figure_typed_by_hand_is_pointed_at() -> None:
    text = "Có {{ 6.015 }} hồ sơ (cấp huyện: {{ 710 }} hồ sơ, cấp xã: 5.035 hồ sơ)."

    (finding,) = check_sentences(read(text))

    assert (finding.location.line, finding.location.column) == (1, text.index("5.035") + 1)
    assert [r.location.column for r in finding.related] == [text.index("{{ 6") + 1, text.index("{{ 7") + 1]


WORDS = "6.015 710 08/89 20,56% hồ sơ (cấp huyện: , cấp xã: ); trong đó: gồm đạt 43 còn đang đã . 0/0 0%"


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=30).map(" ".join))
def test_no_sentence_breaks_the_check(text: str) -> None:
    for finding in check_sentences(read("Câu " + text)):
        assert finding.location.line == 1
        assert finding.message


def test_a_paragraph_that_is_a_table_in_disguise_is_passed_over() -> None:
    assert check_sentences(read("Có 10 hồ sơ, trong đó: 5 hồ sơ; " * 3000)) == []
