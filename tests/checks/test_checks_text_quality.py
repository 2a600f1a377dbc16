"""Spelling, spaces, brackets, capitals: the fixture file, clean texts, any text."""

from __future__ import annotations

import pytest
from checks_fixtures import FIXTURES, Case, cases, read, show
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.checks.text_quality import check_text

ALL = cases("chinh_ta.txt")


@pytest.mark.parametrize("case", ALL, ids=[case.title for case in ALL])
def test_slips_are_found_as_the_fixture_says(case: Case) -> None:
    assert show(check_text(read(case.typed))) == case.expected


def test_a_clean_text_gives_no_finding() -> None:
    text = (FIXTURES / "van_ban_sach.md").read_text(encoding="utf-8")

    assert show(check_text(read(text))) == ""


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("aàoòõưứuúyqg QĐ.,;:()“”\"–-…/19đƣ×µ·ßä'\u0301"), max_size=60))
def test_no_text_breaks_the_check(text: str) -> None:
    for finding in check_text(read("Chữ " + text.replace("^", ""))):
        assert finding.location.line == 1
        assert finding.message
