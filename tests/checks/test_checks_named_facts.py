"""Figures and dates typed by hand where the sentence carries the name of a fact; documents in tables."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.checks.citations import check_citations
from docgen.checks.listed import listed_documents
from docgen.checks.named_dates import check_dates
from docgen.checks.named_facts import against_names
from docgen.diagnostics import Diagnostic
from docgen.pipeline import Read, read

SCHEMA = """
ten: Báo cáo thử
ke_thua: bao-cao
so_lieu:
  thoi_gian: {type: dict, schema: {tu: {type: ngay}, den: {type: ngay}}}
  tuyen_truyen: {type: dict, schema: {hoi_nghi: {type: dem}, luot_nguoi: {type: dem}}}
  so_hoa: {type: dict, schema: {ty_le: {type: ty_le}}}
  dau_tu: {type: dict, schema: {giai_ngan: {type: tien}}}
  van_ban_qppl: {type: dict, schema: {tong: {type: dem}}}
  danh_muc: {bieu: danh-muc}
"""
FORM = """
ten: Danh mục văn bản
cot:
  - {ma: loai, ten: Loại, kieu: chu}
  - {ma: so, ten: "Số, ký hiệu", kieu: chu}
  - {ma: ngay, ten: Ngày, kieu: ngay}
  - {ma: trich_yeu, ten: Trích yếu, kieu: chu}
"""
UNIT = """
cap: xa
ten: Ủy ban nhân dân xã An Hòa
ten_tat: UBND xã An Hòa
ky_hieu: UBND
dia_danh: An Hòa
nguoi_ky: {chu-tich: {quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}}
"""
HEAD = """\
loai: thu
don_vi: don-vi.yaml
so: 5
ngay: 20/9/2026
ky_bao_cao: quý III/2026
trich_yeu: Công tác quý III
noi_nhan: [Sở Nội vụ]
luu: VT
nguoi_ky: chu-tich
so_lieu:
  thoi_gian: {tu: 15/6/2026, den: 14/9/2026}
  tuyen_truyen: {hoi_nghi: 45, luot_nguoi: 4.243}
  so_hoa: {ty_le: "92,33%"}
  dau_tu: {giai_ngan: 71.869.000.000}
  van_ban_qppl: {tong: 2}
  rieng: {may_quet: 12, ngay_doi_thoai: 22/8/2026}
  danh_muc:
    - {loai: Kế hoạch, so: 06/KH-UBND, ngay: 14/01/2026, trich_yeu: Cải cách hành chính năm 2026}
    - {loai: Quyết định, so: 57/QĐ-UBND, ngay: 10/02/2026, trich_yeu: Ban hành quy chế phối hợp}
noi_dung: |
"""
FIRST = HEAD.count("\n") + 1


@pytest.fixture
def document(tmp_path: Path) -> Callable[[str], Read]:
    """A report with this body, which begins on line FIRST of the file."""
    (tmp_path / "schemas" / "bieu").mkdir(parents=True)
    (tmp_path / "schemas" / "thu.yaml").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "schemas" / "bieu" / "danh-muc.yaml").write_text(FORM, encoding="utf-8")
    (tmp_path / "don-vi.yaml").write_text(UNIT, encoding="utf-8")

    def make(body: str) -> Read:
        path = tmp_path / "bc.yaml"
        path.write_text(HEAD + textwrap.indent(body + "\n", "  "), encoding="utf-8")
        return read(path)

    return make


def figures(document: Read) -> list[Diagnostic]:
    return list(against_names(document.assembled.passages(), document.data.facts))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Về tuyên truyền, đã tổ chức 54 hội nghị.", "54 gõ tay khác với 45 của tuyen_truyen.hoi_nghi"),
        (
            "# Công tác tuyên truyền\n\nĐã mời 4.234 lượt người.",
            "4.234 gõ tay khác với 4.243 của tuyen_truyen.luot_nguoi",
        ),
        ("Số hóa hồ sơ đạt 93,33% tổng số.", "93,33% gõ tay khác với 92,33% của so_hoa.ty_le"),
        (
            "Vốn đầu tư đã giải ngân 71.896 triệu đồng.",
            "71.896 gõ tay khác với 71.869.000.000 của dau_tu.giai_ngan",
        ),
        ("Đã ban hành 03 văn bản QPPL.", "3 gõ tay khác với 2 của van_ban_qppl.tong"),
        ("Đã mua 13 máy quét.", "13 gõ tay khác với 12 của rieng.may_quet"),
        ("Đã lắp 13/20 máy quét.", "13 gõ tay khác với 12 của rieng.may_quet"),
    ],
)
def test_a_figure_one_slip_off_the_fact_it_names_is_found(
    document: Callable[[str], Read], body: str, said: str
) -> None:
    (found,) = figures(document(body))

    assert found.message == f"số {said}"
    assert [r.location.line for r in found.related] == [
        next(n for n, line in enumerate(HEAD.splitlines(), 1) if said.rpartition(".")[2] in line)
    ]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Về tuyên truyền, đã tổ chức 45 hội nghị.", id="right"),
        pytest.param("Về tuyên truyền, đã tổ chức 3 hội nghị.", id="far off"),
        pytest.param("Đã tổ chức 54 hội nghị.", id="hardly named"),
        pytest.param("So với năm trước, tuyên truyền tăng 54 hội nghị.", id="compared"),
        pytest.param("Về tuyên truyền, đã tổ chức 55 hội nghị, trong đó 54 hội nghị ở xã.", id="a part"),
        pytest.param("Tuyên truyền: 45 hội nghị.\n\nTuyên truyền lưu động: 54 hội nghị.", id="stated right"),
        pytest.param(
            "Tuyên truyền: {{ tuyen_truyen.hoi_nghi }} hội nghị.\n\nTuyên truyền ở thôn: 54 hội nghị.",
            id="printed",
        ),
        pytest.param("Đã lắp 13/15 máy quét.", id="one of two"),
        pytest.param("Số hóa hồ sơ đạt 92,3%.", id="rounded"),
        pytest.param("Vốn đầu tư đã giải ngân 71,869 tỷ đồng.", id="another unit of money"),
    ],
)
def test_in_doubt_nothing_is_said_of_a_figure(document: Callable[[str], Read], body: str) -> None:
    assert [d.message for d in figures(document(body))] == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "Số liệu tính từ ngày 15/6/2026 đến ngày 13/9/2026.",
            "ngày 13/9/2026 gõ tay khác với 14/9/2026 của thoi_gian.den",
        ),
        (
            "Số liệu từ ngày 15 tháng 7 năm 2026 đến ngày 14 tháng 9 năm 2026.",
            "ngày 15/7/2026 gõ tay khác với 15/6/2026 của thoi_gian.tu",
        ),
        (
            "Buổi đối thoại ngày 23/8/2026 ở hội trường.",
            "ngày 23/8/2026 gõ tay khác với 22/8/2026 của rieng.ngay_doi_thoai",
        ),
        ("Số liệu tính từ ngày 15/6/2026 đến ngày 14/9/2026.", ""),
        ("Lũy kế đến ngày 13/9/2026, số liệu như sau.", ""),
        ("Kế hoạch số 5/KH-UBND ngày 23/8/2026.", ""),
        ("Đối thoại ngày {{ rieng.ngay_doi_thoai | ngay }}, đối thoại lần nữa ngày 23/8/2026.", ""),
        ("Số liệu từ ngày 15/12/2025 đến ngày 14/9/2026.", ""),
    ],
)
def test_a_date_one_slip_off_a_fact_is_found_where_the_words_leave_no_doubt(
    document: Callable[[str], Read], body: str, said: str
) -> None:
    one = document(body)

    found = check_dates(one.assembled.passages(), one.data.facts)

    assert [d.message for d in found] == ([said] if said else [])


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (
            "Kế hoạch số 06/KH-UBND ngày 14/01/2026 của UBND xã về cải cách hành chính năm 2026.",
            [],
        ),
        (
            "Kế hoạch số 06/KH-UBND ngày 15/01/2026 của UBND xã về cải cách hành chính năm 2026.",
            ["trich-dan-hai-ngay"],
        ),
        (
            "Kế hoạch số 07/KH-UBND ngày 14/01/2026 của UBND xã về cải cách hành chính năm 2026.",
            ["trich-dan-hai-so"],
        ),
        (
            "Kế hoạch số 07/KH-UBND ngày 14/01/2026 của UBND xã về kiểm tra công vụ năm 2026.",
            [],
        ),
        (
            "Quyết định số 58/QĐ-UBND ngày 05/02/2026 của UBND xã về thành lập tổ công tác.",
            ["trich-dan-thu-tu"],
        ),
    ],
)
def test_documents_of_a_table_agree_with_those_of_the_prose(
    document: Callable[[str], Read], body: str, codes: list[str]
) -> None:
    one = document(body)

    found = check_citations(one.assembled.passages(), {}, one.data.date, listed_documents(one.data.facts))

    assert [d.code for d in found] == codes
