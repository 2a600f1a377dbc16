import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn
from docgen.vn.compounds import COMPOUNDS

WORD = st.sampled_from(sorted(" ".join(word) for word in COMPOUNDS))
NAMES = st.lists(
    st.one_of(WORD, st.sampled_from(["và", "xã", "Chư Pưh", "-", "Quảng An"])), min_size=1, max_size=9
)


@pytest.mark.parametrize("case", read("dong_tieu_de"))
def test_a_name_is_broken_as_in_the_fixture(case: Case) -> None:
    name, width, size = case.given

    check(case, lambda: " / ".join(vn.header_lines(name, float(width), float(size))))


@pytest.mark.parametrize("case", read("ngat_dong"))
def test_a_title_is_broken_as_in_the_fixture(case: Case) -> None:
    title, width, size = case.given

    check(case, lambda: " / ".join(vn.break_lines(title, float(width), float(size), bold=True)))


@given(NAMES.map(" ".join), st.floats(40, 120), st.sampled_from([12, 13, 14]))
def test_lines_hold_every_word_of_the_name_in_order(name: str, width: float, size: int) -> None:
    lines = vn.header_lines(name, width, size)

    assert " ".join(lines) == vn.upper(name)
    assert vn.break_lines(name, width, size) == [] or " ".join(vn.break_lines(name, width, size)) == name


@given(st.lists(WORD, min_size=1, max_size=6).map(", ".join), st.floats(60, 120))
def test_lines_fit_and_no_word_is_broken(name: str, width: float) -> None:
    lines = vn.header_lines(name, width, 12)
    pieces = [piece for line in lines for piece in line.rstrip(",").split(", ")]

    assert [vn.text_width_mm(line, 12, True) <= width for line in lines] == [True] * len(lines)
    assert pieces == vn.upper(name).split(", ")


def test_a_title_breaks_by_sense_and_keeps_its_case() -> None:
    title = (
        "Tình hình thực hiện công tác cải cách hành chính năm 2020 và phương hướng, nhiệm vụ năm 2021 "
        "trên địa bàn huyện Châu Thành"
    )

    assert vn.break_lines(title, 130, 14, bold=True) == [
        "Tình hình thực hiện công tác cải cách hành chính năm 2020",
        "và phương hướng, nhiệm vụ năm 2021",
        "trên địa bàn huyện Châu Thành",
    ]


def test_a_number_stays_with_what_it_counts() -> None:
    title = "Sơ kết công tác 6 tháng đầu năm 2021, phương hướng nhiệm vụ 6 tháng cuối năm 2021"

    for width in range(60, 160, 5):
        ends = [line.split()[-1] for line in vn.break_lines(title, width, 14, True)]
        assert {"6", "tháng", "năm", "đầu", "cuối"} & set(ends) == set()


def test_nothing_gives_no_lines_and_a_wide_word_one() -> None:
    assert vn.header_lines("  ", 65, 13) == []
    assert vn.header_lines("X" * 100, 65, 13) == ["X" * 100]
