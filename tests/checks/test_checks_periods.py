"""Dates and periods of a report against its own: the fixture file, whose first line names the report."""

from __future__ import annotations

import datetime

import pytest
from checks_fixtures import Case, cases, read, show
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen import vn
from docgen.checks.named_periods import named_periods
from docgen.checks.periods import check_periods
from docgen.diagnostics import Location

ALL = cases("ky.txt")
DATE_PLACE = Location("bao-cao.yaml", 900, 7)


def outcome(case: Case) -> str:
    """What is found in a report whose first line gives period and date: `quý III/2020 · 14/9/2020`."""
    head, _, body = case.typed.partition("\n")
    period, _, date = head.partition(" · ")
    read_date = vn.doc_ngay(date) if date else None
    return show(check_periods(read(body), vn.read_period(period), read_date, DATE_PLACE))


@pytest.mark.parametrize("case", ALL, ids=[case.title for case in ALL])
def test_what_does_not_fit_the_period_is_found(case: Case) -> None:
    assert outcome(case) == case.expected


def test_a_report_without_a_period_has_no_findings() -> None:
    assert check_periods(read("Số liệu từ ngày 01/6/2020 đến ngày 31/8/2020."), None, None, DATE_PLACE) == []


@pytest.mark.parametrize(
    "period", ["tháng 5/2024", "quý I/2021", "6 tháng cuối năm 2021", "9 tháng năm 2020", "năm 2020"]
)
def test_a_report_of_its_own_window_has_no_findings(period: str) -> None:
    ky = vn.read_period(period)
    body = (
        f"Ủy ban nhân dân xã báo cáo kết quả {ky} như sau:\n\n# Kết quả {ky}\n\n"
        f"Số liệu tính từ ngày {vn.ngay(ky.tu)} đến ngày {vn.ngay(ky.den)}.\n\n"
        f"Tính đến ngày {vn.ngay(ky.den)}, có 5 hồ sơ.\n\n"
        f"# Phương hướng, nhiệm vụ {ky.sau}\n\nTrên đây là báo cáo {ky} và phương hướng, nhiệm vụ {ky.sau}."
    )
    day = ky.den + datetime.timedelta(days=1)

    assert show(check_periods(read(body), ky, vn.doc_ngay(vn.ngay(day)), DATE_PLACE)) == ""


def test_periods_are_named_with_their_place_and_the_years_of_dates_are_none() -> None:
    text = (
        "Quý I, quý III/2020, 6 tháng đầu năm, 06 tháng cuối năm 2021, 9 tháng năm 2020, "
        "ngày 5 tháng 3 năm 2019, năm 2022"
    )

    assert [(n.text, n.kind, n.number, n.year) for n in named_periods(text)] == [
        ("Quý I", "quy", 1, None),
        ("quý III/2020", "quy", 3, 2020),
        ("6 tháng đầu năm", "6-thang", 1, None),
        ("06 tháng cuối năm 2021", "6-thang", 2, 2021),
        ("9 tháng năm 2020", "9-thang", 1, 2020),
        ("năm 2022", "nam", 1, 2022),
    ]


WORDS = (
    "Trong quý I II III IV 6 9 tháng đầu cuối năm 2020 2021 0000 ngày 31/2/2020 14/9 đến từ "
    "số liệu tính phương hướng báo cáo số Trên đây là :"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=20).map(" ".join), st.sampled_from(["", "# "]))
def test_no_text_breaks_the_check(text: str, mark: str) -> None:
    period = vn.read_period("quý III/2020")
    for finding in check_periods(read(f"{mark}Chữ {text}"), period, None, DATE_PLACE):
        assert finding.location.line == 1
