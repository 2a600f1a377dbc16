"""Figures typed by hand against the facts of a report."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.checks.figures import check_figures
from docgen.diagnostics import Diagnostic
from docgen.pipeline import read

SCHEMA = """
ten: Báo cáo thử
ke_thua: bao-cao
so_lieu:
  ho_so: {type: dict, schema: {huyen: {type: dem}, xa: {type: dem}, dung_han: {type: dem}}}
  linh_vuc: {bieu: linh-vuc}
tinh: {ho_so.tong: ho_so.huyen + ho_so.xa}
"""
FORM = """
ten: Tình hình giải quyết hồ sơ
khoa: ten
cot:
  - {ma: ten, ten: Lĩnh vực, kieu: chu}
  - ten: Số hồ sơ đã tiếp nhận
    cot:
      - {ma: tong, ten: Tổng số, tinh: cu + moi}
      - {ma: cu, ten: Số kỳ trước chuyển qua}
      - {ma: moi, ten: Số mới tiếp nhận}
dong_tong: Tổng số
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
  ho_so: {huyen: 710, xa: 5.305, dung_han: 6.001}
  linh_vuc:
    - {ten: Đất đai, cu: 29, moi: 236}
    - {ten: Hộ tịch, cu: 1, moi: 98}
noi_dung: |
"""


@pytest.fixture
def findings(tmp_path: Path) -> Callable[[str], list[Diagnostic]]:
    """The findings for a body; its first line is line 16 of the file."""
    (tmp_path / "schemas" / "bieu").mkdir(parents=True)
    (tmp_path / "schemas" / "thu.yaml").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "schemas" / "bieu" / "linh-vuc.yaml").write_text(FORM, encoding="utf-8")
    (tmp_path / "don-vi.yaml").write_text(UNIT, encoding="utf-8")

    def check(body: str) -> list[Diagnostic]:
        path = tmp_path / "bc.yaml"
        path.write_text(HEAD + textwrap.indent(body + "\n", "  "), encoding="utf-8")
        document = read(path)
        return check_figures(document.assembled.passages(), document.data.facts)

    return check


def shown(found: list[Diagnostic]) -> list[str]:
    return [f"{d.location.line}:{d.location.column} {d.severity.value} {d.message}" for d in found]


PRINTED = "Tổng số hồ sơ tiếp nhận: {{ ho_so.tong }} hồ sơ (cấp huyện: {{ ho_so.huyen }} hồ sơ).\n\n"


def test_a_typed_figure_with_the_words_of_a_printed_one_is_compared(
    findings: Callable[[str], list[Diagnostic]],
) -> None:
    found = findings(PRINTED + "Tổng số hồ sơ đã tiếp nhận: 6.051 hồ sơ (của cấp huyện 712 hồ sơ).")

    assert shown(found) == [
        "18:31 warning số 6.051 gõ tay khác với 6.015, in từ {{ ho_so.tong }} với cùng lời",
        "18:58 warning số 712 gõ tay khác với 710, in từ {{ ho_so.huyen }} với cùng lời",
    ]
    assert [(r.location.line, r.message) for r in found[0].related] == [(16, "số 6.015")]
    assert found[0].hint == "Nếu là cùng một số thì viết {{ ho_so.tong }} thay cho số gõ tay"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Tổng số hồ sơ tiếp nhận: 6.015 hồ sơ.", id="đúng số"),
        pytest.param("Đúng hạn {{ ho_so.dung_han }} hồ sơ (cấp huyện: 588 hồ sơ).", id="phần của số khác"),
        pytest.param("Tổng số hồ sơ tiếp nhận năm 2025: 5.000 hồ sơ.", id="năm khác"),
        pytest.param("So với cùng kỳ, tổng số hồ sơ tiếp nhận: 5.000 hồ sơ.", id="so sánh"),
        pytest.param("Tổng số hồ sơ tiếp nhận ở xã An Tân: 50 hồ sơ.", id="nói hẹp hơn"),
        pytest.param("Tổng số hồ sơ tiếp nhận: 5.305 phản ánh.", id="đơn vị khác"),
        pytest.param("Ngày 12/5/2026, theo Kế hoạch số 712/KH-UBND, có 12 thư.", id="không phải số liệu"),
    ],
)
def test_other_words_may_have_other_figures(findings: Callable[[str], list[Diagnostic]], body: str) -> None:
    assert shown(findings(PRINTED + body)) == []


def test_the_same_words_with_two_facts_tell_nothing(findings: Callable[[str], list[Diagnostic]]) -> None:
    body = "Có {{ ho_so.huyen }} hồ sơ cấp huyện chuyển.\n\nCó {{ ho_so.xa }} hồ sơ cấp huyện chuyển.\n\n"

    assert shown(findings(body + "Có 712 hồ sơ cấp huyện chuyển.")) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "Lĩnh vực Đất đai: số mới tiếp nhận 263 hồ sơ.",
            'số 263 gõ tay khác với 236 của linh_vuc["Đất đai"].moi',
        ),
        (
            "Toàn xã có số hồ sơ mới tiếp nhận là 343 hồ sơ.",
            "số 343 gõ tay khác với 334 của linh_vuc.tong.moi",
        ),
        ("Lĩnh vực Hộ tịch có số kỳ trước chuyển qua là 1 hồ sơ.", ""),
        ("Lĩnh vực Đất đai: số mới tiếp nhận qua mạng 263 hồ sơ.", ""),
        ("Năm 2025, lĩnh vực Đất đai: số mới tiếp nhận 263 hồ sơ.", ""),
    ],
)
def test_a_figure_with_the_headings_of_a_row_and_column_is_compared(
    findings: Callable[[str], list[Diagnostic]], body: str, message: str
) -> None:
    assert [d.message for d in findings(body)] == ([message] if message else [])
