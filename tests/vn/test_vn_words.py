from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_cases import Case, check, read
from vn_round_trip import round_trip

from docgen import vn
from docgen.vn.numbers import decimals

VARIANTS = st.fixed_dictionaries(
    {
        "linh": st.sampled_from(("linh", "lẻ")),
        "nghin": st.sampled_from(("nghìn", "ngàn")),
        "tu": st.sampled_from(("tư", "bốn")),
        "tung_chu_so": st.booleans(),
    }
)


@pytest.mark.parametrize("case", read("bang_chu"))
def test_a_number_is_spelled_out_and_read_back_as_in_the_fixture(case: Case) -> None:
    check(case, vn.bang_chu, Decimal(case.given[0]))
    assert str(vn.doc_chu(case.expected[0])) == case.given[0]


@pytest.mark.parametrize("case", read("bang_chu_bien_the"))
def test_a_variant_is_spelled_out_and_read_back_as_in_the_fixture(case: Case) -> None:
    number, chosen = Decimal(case.given[0]), case.given[1]
    options = {
        "linh": "lẻ" if "lẻ" in chosen else "linh",
        "nghin": "ngàn" if "ngàn" in chosen else "nghìn",
        "tu": "bốn" if "bốn" in chosen else "tư",
        "tung_chu_so": "từng chữ số" in chosen,
    }

    check(case, lambda: vn.bang_chu(number, **options))  # type: ignore[arg-type]
    assert vn.doc_chu(case.expected[0]) == number


@pytest.mark.parametrize("case", read("thu_tu"))
def test_an_ordinal_is_spelled_out_and_read_back_as_in_the_fixture(case: Case) -> None:
    check(case, vn.thu_tu, int(case.given[0]))
    assert vn.doc_thu_tu(case.expected[0]) == int(case.given[0])


@pytest.mark.parametrize("value", [0, -1, Decimal("1.5")])
def test_only_whole_numbers_from_one_have_an_ordinal(value: int | Decimal) -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.thu_tu(value)
    assert str(caught.value) == "thứ tự là một số nguyên từ 1 trở lên"


def test_another_variant_is_refused() -> None:
    with pytest.raises(vn.VnError) as caught:
        vn.bang_chu(105, linh="le")  # type: ignore[arg-type]
    assert str(caught.value) == "cách đọc chỉ chọn được giữa linh và lẻ, nghìn và ngàn, tư và bốn"


@given(st.one_of(st.integers(), st.integers(-(10**100), 10**100)), VARIANTS)
def test_any_integer_reads_back_from_its_words(n: int, options: dict[str, object]) -> None:
    assert vn.doc_chu(vn.bang_chu(n, **options)) == n  # type: ignore[arg-type]


@given(st.decimals(-(10**15), 10**15, allow_nan=False), VARIANTS)
def test_any_decimal_reads_back_from_its_words_with_its_decimals(
    x: Decimal, options: dict[str, object]
) -> None:
    back = vn.doc_chu(vn.bang_chu(x, **options))  # type: ignore[arg-type]

    assert (back, decimals(back)) == (x, max(decimals(x), 0))


@given(st.integers(1, 10**9))
def test_any_ordinal_reads_back(n: int) -> None:
    assert vn.doc_thu_tu(vn.thu_tu(n)) == n


def test_random_integers_of_every_length_read_back() -> None:
    assert round_trip(5_000, seed=2020) == 5_000


def test_every_integer_below_ten_thousand_has_its_own_words() -> None:
    words = [vn.bang_chu(n) for n in range(10_000)]

    assert len(set(words)) == 10_000
    assert [vn.doc_chu(text) for text in words] == list(range(10_000))
