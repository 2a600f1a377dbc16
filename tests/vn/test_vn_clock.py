import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn


@pytest.mark.parametrize("case", read("gio"))
def test_a_time_prints_and_reads_back_as_in_the_fixture(case: Case) -> None:
    time = datetime.time.fromisoformat(case.given[0])

    check(case, lambda t: (vn.gio(t), vn.gio(t, ngan=True)), time)
    assert [vn.doc_gio(text) for text in case.expected] == [time, time]


@pytest.mark.parametrize("case", read("doc_gio"))
def test_a_time_is_read_as_in_the_fixture(case: Case) -> None:
    check(case, lambda text: f"{vn.doc_gio(text):%H:%M}", case.given[0])


@pytest.mark.parametrize("case", read("thu"))
def test_a_weekday_is_named_and_read_as_in_the_fixture(case: Case) -> None:
    date = datetime.date.fromisoformat(case.given[0])

    check(case, vn.thu, date)
    assert vn.doc_thu(case.expected[0]) == date.weekday()


def test_weekdays_are_read_in_short_forms() -> None:
    assert [vn.doc_thu(text) for text in ("Thứ hai", "thứ 2", "T7", "CN", "chủ nhật", "Chúa nhật")] == [
        0,
        0,
        5,
        6,
        6,
        6,
    ]


@pytest.mark.parametrize("text", ["", "thứ", "thứ 1", "thứ 8", "thứ tám"])
def test_what_is_no_weekday_is_refused(text: str) -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.doc_thu(text)
    assert str(caught.value) == f"“{text}” không phải là ngày trong tuần"
    assert caught.value.hint == "Ghi như thứ Hai, Chủ nhật"


def test_a_blank_date_has_no_weekday() -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.thu(vn.PartialDate(2020, 10))
    assert str(caught.value) == "chưa biết thứ của ngày còn để trống (../10/2020)"


@given(st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_both_forms_of_any_time_read_back(time: datetime.time) -> None:
    assert [vn.doc_gio(vn.gio(time)), vn.doc_gio(vn.gio(time, ngan=True))] == [time, time]
