from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read

from docgen import vn
from docgen.vn.numbers import MAX_DIGITS, decimals

NUMBERS = st.one_of(
    st.integers(-(10**60), 10**60),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30),
)
ANY_NUMBER = st.one_of(st.integers(), st.decimals(), st.floats())


@pytest.mark.parametrize("case", read("so"))
def test_a_number_prints_as_in_the_fixture(case: Case) -> None:
    check(case, vn.so, Decimal(case.given[0]))


@pytest.mark.parametrize("case", read("dem"))
def test_a_count_prints_as_in_the_fixture(case: Case) -> None:
    check(case, vn.dem, Decimal(case.given[0]))


@pytest.mark.parametrize("case", read("ty_le"))
def test_a_percentage_prints_as_in_the_fixture(case: Case) -> None:
    check(case, vn.ty_le, *map(Decimal, case.given))


@pytest.mark.parametrize("case", read("lam_tron"))
def test_rounding_is_half_up_as_in_the_fixture(case: Case) -> None:
    check(case, lambda x, n: str(vn.lam_tron(x, n)), Decimal(case.given[0]), int(case.given[1]))


@pytest.mark.parametrize("case", read("phan_so"))
def test_a_fraction_prints_and_reads_as_in_the_fixture(case: Case) -> None:
    part, whole = map(Decimal, case.given[:2])

    check(case, vn.phan_so, part, whole, case.given[2:] == ("hai chữ số",))
    assert vn.doc_phan_so(case.expected[0]) == (part, whole)


@pytest.mark.parametrize("case", read("theo_mau"))
def test_a_pattern_prints_as_in_the_fixture(case: Case) -> None:
    check(case, vn.theo_mau, Decimal(case.given[0]), case.given[1])


def test_a_broken_pattern_is_named() -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.theo_mau(5, "abc")
    assert str(caught.value) == "“abc” không phải là mẫu số"
    assert caught.value.hint == "Ghi như #,##0.00 hoặc +#,##0;-#,##0"


def test_percentage_points_print_with_their_unit() -> None:
    assert vn.diem_phan_tram(Decimal("-2.5")) == "-2,5 điểm phần trăm"


def test_integers_and_floats_print_like_the_decimal_they_show() -> None:
    assert [vn.so(6015), vn.so(20.56), vn.so(0.1), vn.so(1e22)] == [
        "6.015",
        "20,56",
        "0,1",
        "10.000.000.000.000.000.000.000",
    ]


def test_a_number_of_decimals_may_be_chosen() -> None:
    assert [vn.so(6015, 2), vn.so(Decimal("0.125"), 2), vn.so(Decimal("-0.4"), 0)] == [
        "6.015,00",
        "0,13",
        "0",
    ]


@pytest.mark.parametrize("value", [True, "6015", None, [1]])
def test_what_is_no_number_is_a_type_error(value: object) -> None:
    for function in (vn.so, vn.dem, vn.ty_le, vn.tien, vn.bang_chu, vn.lam_tron, vn.thu_tu):
        with pytest.raises(TypeError):
            function(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (Decimal("NaN"), "giá trị không phải là một số hữu hạn"),
        (float("inf"), "giá trị không phải là một số hữu hạn"),
        (10**MAX_DIGITS, "số có hơn 1000 chữ số"),
        (Decimal("1E+999999999"), "số có hơn 1000 chữ số"),
        (Decimal("1E-999999999"), "số có hơn 1000 chữ số"),
        (Decimal("0E+999999999"), "số có hơn 1000 chữ số"),
    ],
)
def test_what_cannot_be_printed_is_named(value: Decimal, fault: str) -> None:
    for function in (vn.so, vn.dem, vn.ty_le, vn.tien, vn.bang_chu, vn.lam_tron):
        with pytest.raises(vn.VnError) as caught:
            function(value)
        assert str(caught.value) == fault


def test_the_longest_number_still_prints() -> None:
    longest = 10**MAX_DIGITS - 1
    smallest = Decimal(1).scaleb(-MAX_DIGITS)

    assert vn.so(longest) == vn.so(Decimal(longest)) == ".".join(["9"] + ["999"] * 333)
    assert vn.so(-longest) == f"-{vn.so(longest)}"
    assert vn.so(smallest) == "0," + "0" * (MAX_DIGITS - 1) + "1"
    assert vn.lam_tron(longest, MAX_DIGITS) == longest
    assert vn.lam_tron(longest, -MAX_DIGITS) == 10**MAX_DIGITS
    assert vn.so(Decimal("1E+999")) == vn.so(10**999)
    assert vn.so(Decimal("0E+999")) == "0"


@pytest.mark.parametrize("places", [MAX_DIGITS + 1, -MAX_DIGITS - 1])
def test_rounding_to_more_places_than_a_number_has_is_refused(places: int) -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.lam_tron(5, places)
    assert str(caught.value) == "chỉ làm tròn được đến 1000 chữ số"
    with pytest.raises(vn.VnError) as caught:
        vn.phan_tram(1, 3, places)
    assert str(caught.value) == "tỷ lệ có từ 0 đến 1000 chữ số thập phân"


def test_what_is_not_said_is_rounding_to_whole_numbers_and_percentages_with_two_decimals() -> None:
    assert str(vn.lam_tron(Decimal("2.5"))) == "3"
    assert str(vn.phan_tram(1, 3)) == "33.33"
    assert (vn.ty_le(1, 3, so_le=0), vn.ty_le(1, 3, so_le=4)) == ("33%", "33,3333%")
    assert vn.phan_so(3, 3) == "3/3"


def test_a_share_of_a_negative_whole_keeps_its_sign() -> None:
    assert [vn.ty_le(x, mau) for x, mau in ((1, -4), (-1, -4), (0, -4), (-1, 10**9))] == [
        "-25%",
        "25%",
        "0%",
        "0%",
    ]


def test_rounding_to_tens_gives_a_whole_number() -> None:
    assert [str(vn.lam_tron(x, -1)) for x in (15, 14, -15, 4)] == ["20", "10", "-20", "0"]


@given(ANY_NUMBER)
def test_any_number_prints_or_is_refused_by_name(x: int | Decimal | float) -> None:
    for function in (vn.so, vn.dem, vn.ty_le, vn.tien, vn.lam_tron, vn.bang_chu, vn.thu_tu):
        try:
            function(x)
        except vn.VnError as fault:
            assert fault.message


@given(NUMBERS)
def test_a_printed_number_reads_back_with_its_decimals(x: int | Decimal) -> None:
    back = vn.doc_so(vn.so(x))

    assert back == x
    assert decimals(back) == max(decimals(Decimal(x)), 0)
    assert vn.doc_so(vn.dem(x)) == x
    assert vn.doc_ty_le(vn.ty_le(x)) == x


@given(st.one_of(st.integers(-(10**27), 10**27), st.decimals(-(10**9), 10**9, places=6)))
def test_numbers_agree_with_babel(x: int | Decimal) -> None:
    value = Decimal(x)
    places = max(decimals(value), 0)
    pattern = "#,##0" + ("." + "0" * places if places else "")

    assert vn.so(x) == format_decimal(value if value else value.copy_abs(), pattern, locale="vi")


@given(st.decimals(-(10**6), 10**6, places=5))
def test_percentages_agree_with_babel_where_no_half_is_rounded(x: Decimal) -> None:
    half_up, half_even = (x.quantize(Decimal("0.01"), mode) for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN))
    with localcontext(prec=60):
        by_babel = format_percent(x / 100, "#,##0.00%", locale="vi")

    if half_up == half_even and half_up:
        assert vn.ty_le(half_up) == by_babel


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**12), st.integers(0, 6))
def test_a_computed_percentage_is_the_exact_quotient_rounded_half_up(x: int, whole: int, places: int) -> None:
    exact = Fraction(x, whole) * 100
    result = vn.phan_tram(x, whole, places)
    step = Fraction(1, 10**places)

    assert abs(Fraction(result) - exact) <= step / 2
    if abs(Fraction(result) - exact) == step / 2:
        assert abs(Fraction(result)) > abs(exact)
    assert decimals(result) == places


@given(NUMBERS, st.integers(0, 12))
def test_rounding_twice_changes_nothing(x: int | Decimal, places: int) -> None:
    once = vn.lam_tron(x, places)

    assert vn.lam_tron(once, places) == once
    assert vn.nhieu_nhat(x, places) == once
