import datetime
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn
from docgen.vn import PartialDate

DATES = st.dates(datetime.date(1000, 1, 1))


def partial(text: str) -> PartialDate:
    """2020-10-.. as a PartialDate."""
    year, month, day = text.split("-")
    return PartialDate(int(year), *(None if part == ".." else int(part) for part in (month, day)))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    date = draw(DATES)
    return PartialDate(
        date.year, date.month if draw(st.booleans()) else None, date.day if draw(st.booleans()) else None
    )


@pytest.mark.parametrize("case", read("ngay"))
def test_a_date_prints_and_reads_back_as_in_the_fixture(case: Case) -> None:
    date = partial(case.given[0])

    check(case, lambda d: (vn.ngay(d), vn.ngay_dai(d)), date)
    assert [vn.doc_ngay(text) for text in case.expected] == [date, date]


@pytest.mark.parametrize("case", read("doc_ngay"))
def test_a_date_is_read_as_in_the_fixture(case: Case) -> None:
    check(case, lambda text: _iso(vn.doc_ngay(text)), case.given[0])


def _iso(date: PartialDate) -> str:
    month, day = (".." if part is None else f"{part:02}" for part in (date.month, date.day))
    return f"{date.year}-{month}-{day}"


def test_every_month_is_padded_on_request() -> None:
    date = datetime.date(2020, 3, 5)

    assert (vn.ngay(date, dem_moi_thang=True), vn.ngay_dai(date, dem_moi_thang=True)) == (
        "05/03/2020",
        "ngày 05 tháng 03 năm 2020",
    )


def test_blanks_may_be_dotted() -> None:
    assert vn.ngay_dai(PartialDate(2021), trong=" ... ") == "ngày ... tháng ... năm 2021"


def test_a_date_with_a_time_prints_its_day() -> None:
    assert vn.ngay(datetime.datetime(2020, 1, 7, 23, 30)) == "07/01/2020"


def test_day_before_month_is_said_when_they_seem_swapped() -> None:
    for text in ("9/14/2020", "2020-14-09"):
        with pytest.raises(vn.VnError) as caught:
            vn.doc_ngay(text)
        assert caught.value.hint == "Ngày đứng trước tháng: 14/9/2020"


@given(partial_dates(), st.booleans())
def test_both_forms_of_any_date_read_back(date: PartialDate, pad: bool) -> None:
    assert vn.doc_ngay(vn.ngay(date, pad)) == date
    assert vn.doc_ngay(vn.ngay_dai(date, pad)) == date
    assert vn.doc_ngay(vn.ngay_dai(date, pad, trong=" … ")) == date


@given(DATES)
def test_a_date_reads_back_from_iso_and_with_its_weekday(date: datetime.date) -> None:
    assert vn.doc_ngay(date.isoformat()) == date
    assert vn.doc_ngay(f"{vn.thu(date)}, {vn.ngay_dai(date)}") == date


def outcome(text: str) -> PartialDate | tuple[str, str]:
    try:
        return vn.doc_ngay(text)
    except vn.VnError as fault:
        return fault.message.partition("”")[2], fault.hint


@given(st.from_regex(r"[0-9]{1,3}/[0-9]{1,3}/[0-9]{1,5}", fullmatch=True))
def test_a_date_in_figures_is_read_alike_with_ngay_before_it(text: str) -> None:
    assert outcome(text) == outcome(f"ngày {text}")


@given(st.one_of(st.text(), st.text(alphabet="0123456789/-. …ngàythángnămthứhai", max_size=30)))
def test_any_text_is_read_as_a_date_or_refused_by_name(text: str) -> None:
    for function in (vn.doc_ngay, vn.doc_gio, vn.doc_thu, vn.read_period):
        try:
            function(text)
        except vn.VnError as fault:
            assert fault.message


@given(DATES, DATES)
def test_complete_partial_dates_compare_and_hash_as_dates(a: datetime.date, b: datetime.date) -> None:
    one, other = PartialDate(a.year, a.month, a.day), PartialDate(b.year, b.month, b.day)

    pairs: list[tuple[Any, Any]] = [(one, other), (one, b), (a, other)]
    for left, right in pairs:
        assert (left == right, left != right) == (a == b, a != b)
        assert (left < right, left <= right, left > right, left >= right) == (a < b, a <= b, a > b, a >= b)
    assert hash(one) == hash(a)
    assert one.to_date() == a


@given(partial_dates(), DATES)
def test_a_blank_date_never_equals_a_date_and_is_not_ordered(date: PartialDate, other: datetime.date) -> None:
    if date.is_complete:
        return
    assert (date == other, date.to_date(), date == date) == (False, None, True)
    comparisons: list[Callable[[], bool]] = [
        lambda: date < other,
        lambda: other <= date,
        lambda: date > PartialDate(2020, 1, 1),
    ]
    for compare in comparisons:
        with pytest.raises(vn.VnError) as caught:
            compare()
        assert str(caught.value) == f"không so sánh được ngày còn để trống ({date})"
        assert caught.value.hint == "Ghi đủ ngày và tháng"


def test_a_date_is_complete_only_with_day_and_month() -> None:
    dates = (PartialDate(1), PartialDate(2020, 10), PartialDate(2020, None, 14), PartialDate(9999, 12, 31))

    assert [date.is_complete for date in dates] == [False, False, False, True]


def test_a_date_does_not_equal_a_moment_or_a_text() -> None:
    date = PartialDate(2020, 9, 14)

    assert [date == other for other in (datetime.datetime(2020, 9, 14), "14/9/2020", None)] == [False] * 3
    with pytest.raises(TypeError):
        assert date < "15/9/2020"
    with pytest.raises(TypeError):
        assert date < datetime.datetime(2020, 9, 15)


def test_dates_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        PartialDate(2020).month = 5  # type: ignore[misc]


def test_what_a_blank_date_could_be() -> None:
    october = PartialDate(2020, 10)

    assert [
        october.could_be(datetime.date(*ymd)) for ymd in ((2020, 10, 5), (2020, 9, 5), (2021, 10, 5))
    ] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ((2021, 2, 29), "tháng 2 năm 2021 chỉ có 28 ngày"),
        ((2021, 13), "không có tháng 13"),
        ((2021, None, 32), "không có ngày 32"),
        ((2021, 1, 0), "không có ngày 0"),
        ((0,), "không có năm 0"),
        ((10_000,), "không có năm 10000"),
    ],
)
def test_a_date_that_does_not_exist_cannot_be_made(parts: tuple[int, ...], fault: str) -> None:
    with pytest.raises(vn.VnError) as caught:
        PartialDate(*parts)
    assert str(caught.value) == fault
