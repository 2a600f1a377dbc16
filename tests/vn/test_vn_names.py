import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn


@pytest.mark.parametrize("case", read("ten_tat"))
def test_a_name_is_shortened_as_in_the_fixture(case: Case) -> None:
    check(case, vn.short_name, case.given[0])


@pytest.mark.parametrize("case", read("ten_tat"))
def test_the_short_and_the_full_name_name_one_body(case: Case) -> None:
    assert vn.same_name(case.given[0], case.expected[0])


def test_other_bodies_are_not_the_same() -> None:
    assert not vn.same_name("UBND huyện An Lão", "UBND huyện Chư Pưh")
    assert not vn.same_name("Ủy ban nhân dân xã Quảng An", "Hội đồng nhân dân xã Quảng An")


def test_a_short_name_is_written_out() -> None:
    assert vn.full_name("Văn phòng HĐND và UBND huyện Châu Thành") == (
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Châu Thành"
    )
    assert vn.full_name("MTTQ Việt Nam xã Quảng An") == "Mặt trận Tổ quốc Việt Nam xã Quảng An"


def test_a_body_is_told_from_its_unit() -> None:
    assert [
        vn.split_unit(name)
        for name in (
            "Ủy ban nhân dân huyện Chư Pưh",
            "UỶ BAN NHÂN DÂN XÃ HOÀ BÌNH",
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Châu Thành",
            "Ủy ban nhân dân",
            "Sở Nội vụ",
        )
    ] == [
        ("Ủy ban nhân dân", "huyện Chư Pưh"),
        ("UỶ BAN NHÂN DÂN", "XÃ HOÀ BÌNH"),
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "huyện Châu Thành"),
        ("Ủy ban nhân dân", ""),
        ("Sở Nội vụ", ""),
    ]


@given(st.text())
def test_any_text_can_stand_for_a_name(name: str) -> None:
    body, unit = vn.split_unit(name)

    assert f"{body} {unit}".strip() == " ".join(vn.nfc(name).split())
    assert vn.same_name(name, vn.short_name(name))
