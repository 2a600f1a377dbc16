"""The language of formulas: what it computes, what it refuses, and that nothing else can be reached."""

import datetime
import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.expression import ExpressionError, Figure, MissingValue, UnknownName, display, parse
from docgen.vn import PartialDate, read_period


class Row:
    """A table with one row, as docgen.schema has them."""

    row_count = 3

    def member(self, name: str) -> Any:
        return {"moi": (Decimal(1), Decimal(2), Decimal(4)), "Đất đai": {"moi": Decimal(2)}}[name]

    def member_names(self) -> tuple[str, ...]:
        return ("moi", "Đất đai")


SCOPE: dict[str, Any] = {
    "ho_so": {
        "huyen": Figure(710, "dem"),
        "xa": Figure(5305, "dem"),
        "tt": Figure(145, "dem"),
        "trong": None,
    },
    "ty_le": Figure("20.50", "ty_le"),
    "khong": Figure(0, "dem"),
    "ten": "An Lão",
    "ngay": PartialDate(2020, 9, 14),
    "ngay_trong": PartialDate(2020, 9),
    "bieu": Row(),
    "ky": read_period("quý III/2020"),
    "dan": lambda key: f"văn bản {key}",
}

PRINTED = {
    "ho_so.huyen + ho_so.xa": "6.015",
    "ho_so.huyen - ho_so.xa": "-4.595",
    "-ho_so.huyen + 2 * (3 + 4)": "-696",
    "ho_so.xa / 3": "1.768,33",
    "10 - 4 - 3": "3",
    "100 / 10 / 5": "2",
    "0.1 + 0.2": "0,3",
    "ho_so.tt | ty_le(ho_so.huyen)": "20,42%",
    "ty_le(ho_so.tt, ho_so.huyen)": "20,42%",
    "ty_le(ho_so.huyen, ho_so.huyen)": "100%",
    "lam_tron(ty_le(ho_so.tt, ho_so.huyen), 1)": "20,4%",
    "lam_tron(2.5)": "3",
    "lam_tron(-2.5)": "-3",
    "ty_le": "20,50%",
    "ty_le | ty_le": "20,50%",
    "ty_le | so": "20,50",
    "khong | dem": "0",
    "ho_so.tt": "145",
    "5 | dem": "05",
    "1250 | dem": "1.250",
    "ten | hoa": "AN LÃO",
    "ngay": "14/9/2020",
    "ngay | ngay_dai": "ngày 14 tháng 9 năm 2020",
    "ky": "quý III/2020",
    "ky.sau": "quý IV/2020",
    "ky.sau.tu | ngay": "15/9/2020",
    "tong(bieu.moi)": "7",
    "tong(bieu.moi, 3)": "10",
    "dem_dong(bieu)": "3",
    "lon_nhat(bieu.moi)": "4",
    "nho_nhat(bieu.moi, -1)": "-1",
    "tri_tuyet_doi(3 - 5)": "2",
    'bieu["Đất đai"].moi': "2",
    "bieu['Đất đai'].moi * 2": "4",
    'dan("kh-133")': "văn bản kh-133",
    "3 | la_ma": "III",
    "21 | bang_chu": "hai mươi mốt",
    "'có' if ho_so.huyen > 100 else 'không'": "có",
    "ho_so.huyen > 700 and ho_so.xa < 6000": "đúng",
    "ho_so.huyen > 800 or not ho_so.xa == 5305": "sai",
    "1 < 2 < 3": "đúng",
    "1 < 3 < 2": "sai",
    "ten == 'An Lão'": "đúng",
    "ten != 3": "đúng",
    "ngay <= ky.den": "đúng",
    "ngay >= ky.den": "đúng",
    "ty_le == 20.49": "sai",
    "ty_le == ty_le(41, 200)": "đúng",
    "ty_le == ty_le(2049, 10000)": "sai",
    "ty_le(1, 3) == 33.33": "sai",
}


@pytest.mark.parametrize("text", PRINTED)
def test_an_expression_prints(text: str) -> None:
    assert display(parse(text).evaluate(SCOPE)) == PRINTED[text]


REFUSED = {
    "": "biểu thức rỗng",
    "ho_so.huyen +": "biểu thức “ho_so.huyen +” không đúng cú pháp",
    "ho_so huyen": "thừa “huyen” trong biểu thức “ho_so huyen”",
    "hoso.huyen": "không có số liệu “hoso”, có phải “ho_so”?",
    "ho_so.huyenn": "không có số liệu “ho_so.huyenn”, có phải “huyen”?",
    "ho_so.trong + 1": "chưa có số liệu “ho_so.trong”",
    "ho_so.huyen.xa": "“ho_so.huyen.xa” không có: phần trước dấu chấm là số 710",
    "bieu.cu": "không có số liệu “bieu.cu”",
    "ky.hom_nay": "không có số liệu “ky.hom_nay”",
    "ho_so | soo": "không có bộ lọc “soo”, có phải “so”?",
    "ten | so": "“so” cần một số, nhưng nhận được chữ “An Lão”",
    "tongg(bieu.moi)": "không có hàm “tongg”, có phải “tong”?",
    "ty_le(1, khong)": "mẫu số của ty_le bằng 0",
    "1 / khong": "phép tính cho số quá lớn hoặc chia cho 0",
    "ten + 1": "phép “+” cần số, nhưng nhận được chữ “An Lão”",
    "-ten": "dấu trừ cần số, nhưng nhận được chữ “An Lão”",
    "ten < 1": "không so sánh được chữ “An Lão” với số 1",
    "ho_so < ho_so": "không so sánh được một nhóm số liệu với một nhóm số liệu",
    "1 and 2": "cần một mệnh đề đúng/sai, nhưng nhận được số 1",
    "lam_tron(1, 99)": "lam_tron nhận từ 0 đến 12 chữ số thập phân",
    "lam_tron()": "“lam_tron” nhận sai số lượng hoặc loại giá trị",
    "ngay_trong <= ky.den": "chưa có số liệu “ngay”",
    "1e999": "số trong biểu thức quá lớn",
    "9" * 400: "số trong biểu thức quá lớn",
    "ten[0x" + "f" * 3900 + "]": "số trong biểu thức quá lớn",
    "1٢.٥": "biểu thức “1٢.٥” không đúng cú pháp",
    "x" * 5000: "biểu thức quá dài",
    "(" * 900 + "1" + ")" * 900: "biểu thức lồng quá sâu",
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:30])
def test_a_fault_is_a_vietnamese_sentence(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text).evaluate(SCOPE)

    assert caught.value.message == REFUSED[text]


@pytest.mark.parametrize(
    "text",
    [
        "ten.__class__",
        "ten.upper()",
        "ho_so.keys()",
        "ho_so['huyen'].__init__",
        "ky.__class__.__mro__",
        "''.__class__",
        "[1, 2]",
        "{'a': 1}",
        "ten[0:2]",
        "2 ** 99",
        "7 // 2",
        "7 % 2",
        "ten ~ ten",
        "ten is defined",
        "'A' in ten",
        "tong(*bieu.moi)",
        "tong(x=1)",
        "ten | attr('__class__')",
        "ten | map('upper')",
        "range(9)",
        "lipsum",
        "cycler.__init__.__globals__",
        "none",
        "self",
        "__builtins__",
        "dan.__globals__",
        "dan.__code__",
    ],
)
def test_nothing_outside_the_facts_can_be_reached(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text).evaluate(SCOPE)


HINTS = {
    "a = b": "So sánh bằng nhau ghi hai dấu ==, khác nhau ghi !=",
    "a <> b": "Khác nhau ghi !=",
    "a ≤ b": "Ghi <= hoặc >=",
    "a == 1 && b == 1": "“Và” ghi and, “hoặc” ghi or",
    "a == 1 và b == 1": "“Và” ghi and, “hoặc” ghi or",
    "a > 20%": "Tỷ lệ đã tính theo phần trăm: ghi 20, không ghi 20%",
    "a × b": "Nhân ghi *, chia ghi /",
    "a > 1.000": "Ghi 1000; nếu là số thập phân thì ghi 1.0000",
    "a > 20,5 b": "Phần thập phân trong công thức ghi sau dấu chấm: 20.5",
    "a == 'x = y' +": "",
}


@pytest.mark.parametrize("text", HINTS)
def test_habits_of_other_languages_get_a_hint(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)

    assert caught.value.hint == HINTS[text]


def test_three_decimals_are_refused_only_as_a_bare_number() -> None:
    scope = {"a": Figure(1234), "b": {"x1.000": Figure(1)}}

    assert parse("a / 1000 == 1.2340 and b['x1.000'] == 1").evaluate(scope) is True


def test_missing_and_unknown_are_told_apart() -> None:
    with pytest.raises(MissingValue) as missing:
        parse("ho_so.trong").evaluate(SCOPE)
    with pytest.raises(UnknownName) as unknown:
        parse("ho_so.khac").evaluate(SCOPE)

    assert (missing.value.name, unknown.value.name) == ("ho_so.trong", "ho_so.khac")


def test_paths_and_names_are_those_of_the_operands() -> None:
    expression = parse('tong(bieu.moi) + bieu["Đất đai"].moi == ho_so.xa + dan("x")')

    assert expression.paths == (("bieu", "moi"), ("bieu", "Đất đai", "moi"), ("ho_so", "xa"))
    assert expression.names == {"bieu", "ho_so"}
    assert expression.unknown_calls == ("dan",)


def test_sums_of_long_figures_are_exact() -> None:
    long = Decimal("1" * 60)

    assert parse("a + 1 - a").evaluate({"a": Figure(long)}) == 1
    assert parse("a * a / a == a").evaluate({"a": Figure(long)}) is True


def test_a_blank_figure_counts_as_zero_and_prints_nothing() -> None:
    scope = {"a": Figure(0, "dem", blank=True)}

    assert parse("a + 1").evaluate(scope) == 1
    assert [display(parse(text).evaluate(scope)) for text in ("a", "a | so", "a | dem", "a | ty_le")] == [
        ""
    ] * 4


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    text = "+".join(["1"] * 900)

    try:
        value = parse(text).evaluate({})
    except ExpressionError as fault:
        value = fault.message

    assert value in (900, "công thức lồng quá sâu", "biểu thức lồng quá sâu")
    assert sys.getrecursionlimit() >= 1000


@given(st.text(alphabet="abh_.()[]\"'+-*/|<>=,0129 %{}~\n", max_size=60))
def test_any_text_gives_a_value_or_an_expression_error(text: str) -> None:
    try:
        parse(text).evaluate({"a": Figure(3), "b": {"h": "x"}})
    except ExpressionError as fault:
        assert fault.message


numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


@given(numbers, numbers, numbers)
def test_arithmetic_is_that_of_decimal(a: Decimal, b: Decimal, c: Decimal) -> None:
    scope = {"a": Figure(a), "b": Figure(b), "c": Figure(c)}

    assert parse("a + b * c - (a - b)").evaluate(scope) == a + b * c - (a - b)
    assert parse("a < b").evaluate(scope) is (a < b)


def test_dates_compare_with_periods() -> None:
    scope = {"d": PartialDate(2020, 9, 15), "ky": read_period("quý III/2020")}

    assert parse("d > ky.den and ky.den < d").evaluate(scope) is True
    assert parse("ky.den").evaluate(scope) == datetime.date(2020, 9, 14)


@pytest.mark.parametrize("text", [r'"\x07"', r'"chữ\x00"', r'"\ud800"', r'"\uffff"'])
def test_a_character_that_no_document_holds_is_a_fault(text):
    with pytest.raises(ExpressionError) as caught:
        parse(text)

    assert caught.value.message == "chữ trong biểu thức có ký tự không in được"
