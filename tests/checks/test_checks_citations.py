"""Cited documents: the fixture file, the register, any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks_fixtures import FIXTURES, Case, cases, read, show
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.checks.citations import check_citations
from docgen.checks.cited import find_citations
from docgen.diagnostics import Location
from docgen.prose import passages, read_prose
from docgen.schema import CitedDocument
from docgen.source import Scalar, read_yaml
from docgen.vn import PartialDate, doc_ngay

ALL = cases("trich_dan.txt")


@pytest.mark.parametrize("case", ALL, ids=[case.title for case in ALL])
def test_citations_are_checked_as_the_fixture_says(case: Case) -> None:
    findings = check_citations(read(case.typed), {}, doc_ngay("30/6/2026"))

    assert show(findings) == case.expected


def test_a_clean_text_gives_no_finding() -> None:
    text = (FIXTURES / "van_ban_sach.md").read_text(encoding="utf-8")

    assert show(check_citations(read(text), {}, doc_ngay("30/6/2026"))) == ""


def declared(key: str, line: int, type_name: str, number: str, date: str = "", issuer: str = "UBND xã",
             title: str = "kiểm tra công vụ") -> CitedDocument:  # fmt: skip
    day = doc_ngay(date) if date else None
    place = Location("bao-cao.yaml", line, 5)
    return CitedDocument(key, type_name, number, day, issuer, title, "", place, {"so": place})


def test_a_declared_document_is_held_against_what_is_typed() -> None:
    register = {
        "kh-15": declared("kh-15", 101, "Kế hoạch", "15/KH-UBND", "9/1/2026"),
        "kh-16": declared("kh-16", 102, "Kế hoạch", "16/KH-UBND"),
        "qd-9": declared("qd-9", 103, "Kế hoạch", "9/QĐ-UBND", "8/1/2026"),
        "kh-17": declared("kh-17", 104, "Kế hoạch", "17/KH-UBND", "9/1/2026"),
    }
    text = (
        "Theo {{ Kế hoạch số 15/KH-UBND ngày 09 tháng 01 năm 2026 của UBND xã về kiểm tra }} và "
        "Kế hoạch số 15/KH-UBND ngày 10/01/2026; {{ Kế hoạch số 16/KH-UBND }}; {{ Kế hoạch số 9/QĐ-UBND }}"
    )

    assert show(check_citations(read(text), register)) == (
        "1:100 error trich-dan-hai-ngay: 15/KH-UBND có hai ngày ban hành: 10/01/2026 ở đây, 09/01/2026 ở "
        "chỗ khác\n"
        "  → Tra lại văn bản và ghi một ngày ở mọi chỗ\n"
        "  ~ 101:5 ở đây ghi ngày 09/01/2026\n"
        "102:5 warning trich-dan-thieu-ngay: lần đầu viện dẫn 16/KH-UBND thiếu ngày ban hành\n"
        "  → Lần đầu ghi tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu; nếu đã viện dẫn "
        "ở trên thì có phải 15/KH-UBND?\n"
        "  ~ 101:5 ở đây viện dẫn 15/KH-UBND\n"
        "  ~ 104:5 ở đây viện dẫn 17/KH-UBND\n"
        "103:5 error trich-dan-loai-ky-hieu: tên loại “Kế hoạch” không hợp với ký hiệu 09/QĐ-UBND (ký hiệu "
        "của Quyết định)\n"
        "  → Sửa tên loại hoặc ký hiệu theo văn bản\n"
        "104:5 info van-ban-khong-dan: văn bản “kh-17” khai báo dưới van_ban nhưng không được viện dẫn\n"
        '  → Viện dẫn bằng {{ dan("kh-17") }}, hoặc xóa khai báo này'
    )


def test_two_declarations_with_one_number_are_found_unless_of_two_bodies_or_years() -> None:
    register = {
        "kh-a": declared(
            "kh-a", 101, "Kế hoạch", "15/KH-UBND", "9/1/2026", "Ủy ban nhân dân (UBND) xã An Hòa"
        ),
        "kh-b": declared("kh-b", 102, "Kế hoạch", "15/KH-UBND", "9/1/2026", "UBND xã"),
        "kh-c": declared("kh-c", 103, "Kế hoạch", "15/KH-UBND", "9/1/2025"),
        "kh-d": declared("kh-d", 104, "Kế hoạch", "15/KH-UBND", "9/1/2026", "UBND tỉnh Gia Lai"),
    }
    findings = check_citations([], register)

    assert show(finding for finding in findings if finding.code == "van-ban-trung-so") == (
        "102:5 error van-ban-trung-so: “kh-b” và “kh-a” dưới van_ban cùng số 15/KH-UBND\n"
        "  → Tra lại số của hai văn bản; nếu là một văn bản thì chỉ khai báo một lần\n"
        "  ~ 101:5 “kh-a” ghi số này"
    )


@pytest.mark.parametrize(
    ("own", "late"),
    [("../../2026", False), ("../6/2026", False), ("../5/2026", True), ("31/5/2026", True)],
)
def test_a_document_of_the_future_is_found_also_when_the_own_date_has_blanks(own: str, late: bool) -> None:
    passages = read("Kế hoạch số 15/KH-UBND ngày 01/6/2026 của UBND xã về kiểm tra công vụ.")

    codes = [finding.code for finding in check_citations(passages, {}, doc_ngay(own))]
    assert codes == (["trich-dan-sau-bao-cao"] if late else [])


def test_a_citation_is_read_whole() -> None:
    (citation,) = find_citations(
        read(
            "Theo Thông tư liên tịch số 30a/2020/TTLT-BNV ngày 05 tháng 6 năm 2020 của Bộ Nội vụ "
            "hướng dẫn biên chế."
        )
    )

    assert (citation.type_name, citation.name, citation.issuer, citation.subject, citation.place.column) == (
        "Thông tư liên tịch", "30a/2020/TTLT-BNV", "Bộ Nội vụ", "hướng dẫn biên chế", 28,
    )  # fmt: skip


PIECES = [
    "Kế hoạch số ", "Quyết định ", "15/KH-UBND", "28-KH/HU", "72/2020/QĐ-UBND", " ngày 31/02/2026",
    " ngày 1/1/2026",
    " của UBND xã", " về ", "(", ")", "; ", ". ", "Ngày 05/6/2026, UBND xã ban hành ",
    "Luật Đất đai số 31/2024/QH15",
    "99999/2099/A-B", "0/X", "kiểm tra", "\n\n",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_no_text_breaks_the_check(pieces: list[str]) -> None:
    passages = read("Chữ " + "".join(pieces))

    for finding in check_citations(passages, {}, PartialDate(2026)):
        assert finding.location.line and finding.location.column
        assert "{" not in finding.message


# --- the five published reports ----------------------------------------------------------------------

ACCEPTANCE = Path(__file__).parents[3] / "shared" / "acceptance"
FOUND = [
    ("an-lao-6-thang-2023", 292, "trich-dan-hai-ngay"),  # 72/2020/QĐ-UBND: 20/11 and 19/11
    ("an-lao-6-thang-2023", 319, "trich-dan-loai-ky-hieu"),  # Quyết định 356/KH-UBND
    ("an-lao-6-thang-2023", 233, "trich-dan-thu-tu"),  # 49/KH-UBND two days after 55/KH-UBND
    ("an-lao-quy-3-2020", 263, "trich-dan-ngay-van-ban"),  # 34/2016/NĐ-CP is of 14/5/2016
    ("an-lao-quy-3-2020", 280, "trich-dan-ky-hieu"),  # NĐCP
    ("an-lao-quy-3-2020", 346, "trich-dan-thu-tu"),  # 49/QĐ-UBND in May, 1015 in April
    ("chu-puh-6-thang-2021", 184, "trich-dan-thieu-ky-hieu"),  # Nghị định số 68
    ("quang-an-9-thang-2020", 310, "trich-dan-thieu-ngay"),  # nghị định 130/2005/NĐ-CP
]


@pytest.mark.skipif(not ACCEPTANCE.is_dir(), reason="the published reports are not beside the repository")
@pytest.mark.parametrize(("name", "line", "code"), FOUND)
def test_the_citation_errors_of_published_reports_are_found(name: str, line: int, code: str) -> None:
    root, _ = read_yaml(ACCEPTANCE / f"{name}.yaml")
    body, date = root.get("noi_dung"), root.get("ngay")
    assert isinstance(body, Scalar) and isinstance(date, Scalar)
    texts = passages(read_prose(body)[0], lambda expression, place: "7")

    findings = check_citations(texts, {}, doc_ngay(date.text))
    assert code in {finding.code for finding in findings if finding.location.line == line}
