import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn
from docgen.vn import Period, read_period

COUNTS = {"thang": 12, "quy": 4, "6-thang": 2, "9-thang": 1, "nam": 1}


@st.composite
def periods(draw: st.DrawFn) -> Period:
    kind = draw(st.sampled_from(sorted(COUNTS)))
    notation = {name: draw(st.booleans()) for name in ("roman", "padded", "slash", "dau_nam")}
    return Period(kind, draw(st.integers(1, COUNTS[kind])), draw(st.integers(1902, 2097)), **notation)


@pytest.mark.parametrize("case", read("ky_bao_cao"))
def test_a_period_is_read_and_placed_as_in_the_fixture(case: Case) -> None:
    def facts(text: str) -> tuple[str, ...]:
        period = read_period(text)
        return tuple(map(str, (period, period.tu, period.den, period.truoc, period.sau)))

    check(case, facts, case.given[0])


@given(periods())
def test_any_period_reads_back_from_its_text(period: Period) -> None:
    assert read_period(str(period)) == period
    assert str(read_period(str(period))) == str(period)


@given(periods())
def test_neighbours_join_without_gap_or_overlap(period: Period) -> None:
    day = datetime.timedelta(days=1)

    assert period.sau.tu == period.den + day
    assert period.truoc.den == period.tu - day
    assert period.tu < period.den


@given(periods())
def test_the_next_of_the_one_before_is_the_period_itself(period: Period) -> None:
    if period.loai != "9-thang":
        assert period.truoc.sau == period == period.sau.truoc


@given(periods())
def test_the_window_ends_in_the_last_month_and_starts_in_the_month_before(period: Period) -> None:
    assert (period.den.year, period.den.month) == (period.calendar_to.year, period.calendar_to.month)
    assert period.tu < period.calendar_from <= period.den
    assert (period.calendar_from - period.tu).days in (14, 15, 16, 17)


def test_notation_does_not_count_when_periods_are_compared() -> None:
    assert read_period("Quý III/2020") == read_period("quý 3 năm 2020")
    assert read_period("6 tháng đầu năm 2021") == read_period("06 tháng đầu năm 2021")
    assert hash(read_period("tháng 5/2024")) == hash(read_period("tháng 05 năm 2024"))


def test_calendar_days_of_each_kind() -> None:
    texts = ("tháng 2/2024", "quý III/2020", "6 tháng cuối năm 2021", "9 tháng năm 2020", "năm 2020")

    assert [(f"{p.calendar_from}", f"{p.calendar_to}") for p in map(read_period, texts)] == [
        ("2024-02-01", "2024-02-29"),
        ("2020-07-01", "2020-09-30"),
        ("2021-07-01", "2021-12-31"),
        ("2020-01-01", "2020-09-30"),
        ("2020-01-01", "2020-12-31"),
    ]


def test_the_same_period_of_the_year_before_keeps_its_notation() -> None:
    assert str(read_period("06 tháng đầu năm 2021").cung_ky) == "06 tháng đầu năm 2020"


def test_parts_are_found_by_the_names_clerks_type() -> None:
    period = read_period("quý III/2020")

    assert {name: period.member(name) for name in period.member_names()} == {
        "tu": datetime.date(2020, 6, 15),
        "den": datetime.date(2020, 9, 14),
        "sau": Period("quy", 4, 2020),
        "truoc": Period("quy", 2, 2020),
        "cung_ky": Period("quy", 3, 2019),
        "nam": "2020",
        "loai": "quy",
        "so": "3",
    }
    with pytest.raises(KeyError):
        period.member("replace")


@pytest.mark.parametrize(
    ("kind", "number", "year", "fault"),
    [
        ("quy", 5, 2020, "không có quý đó, một năm có 4 quý"),
        ("tuan", 1, 2020, "không có loại kỳ báo cáo “tuan”"),
        ("thang", 0, 2020, "không có tháng đó, một năm có 12 tháng"),
        ("6-thang", 3, 2020, "không có kỳ đó, một năm có 2 kỳ"),
        ("9-thang", 2, 2020, "không có kỳ đó, một năm có 1 kỳ"),
        ("nam", 2, 2020, "không có kỳ đó, một năm có 1 kỳ"),
        ("nam", 1, 1, "kỳ báo cáo không có năm 1"),
        ("nam", 1, 9999, "kỳ báo cáo không có năm 9999"),
    ],
)
def test_a_period_that_does_not_exist_cannot_be_made(kind: str, number: int, year: int, fault: str) -> None:
    with pytest.raises(vn.VnError) as caught:
        Period(kind, number, year)
    assert str(caught.value) == fault


def test_a_period_made_in_code_is_written_as_clerks_do() -> None:
    made = (
        Period("quy", 3, 2020),
        Period("9-thang", 1, 2020),
        Period("6-thang", 2, 2021),
        Period("thang", 5, 2024),
    )

    assert [str(period) for period in made] == [
        "quý III năm 2020",
        "9 tháng năm 2020",
        "6 tháng cuối năm 2021",
        "tháng 5 năm 2024",
    ]
    assert str(Period("nam", 1, 2).tu) == "0001-12-15"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("6 tháng năm 2021", "Ghi 6 tháng đầu năm 2021 hoặc 6 tháng cuối năm 2021"),
        ("quý III", "Ghi như quý III/2020, 6 tháng đầu năm 2021, 9 tháng năm 2020, năm 2020, tháng 5/2024"),
        (
            "quý V/2020",
            "Ghi như quý III/2020, 6 tháng đầu năm 2021, 9 tháng năm 2020, năm 2020, tháng 5/2024",
        ),
    ],
)
def test_a_refused_period_comes_with_what_to_type(text: str, hint: str) -> None:
    with pytest.raises(vn.VnError) as caught:
        read_period(text)
    assert caught.value.hint == hint


def test_a_long_text_is_shown_by_its_beginning() -> None:
    with pytest.raises(vn.VnError) as caught:
        read_period("kỳ " * 1000)
    assert str(caught.value) == f"“{('kỳ ' * 14)[:40]}…” không phải là kỳ báo cáo"
