"""Units through time: names of the day, mergers, terms of office, delegation and its limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import pipeline

UNIT = """\
cap: xa
ten: Ủy ban nhân dân xã Bình An
ky_hieu: UBND
dia_danh: Bình An
hieu_luc: {tu: 01/7/2025}
hop_nhat_tu: [UBND xã An Hòa cũ, UBND xã An Toàn]
truoc_day:
  - tu: 01/7/2025
    den: 31/12/2025
    ten: Ủy ban nhân dân xã An Bình
    dia_danh: An Bình
    nguoi_ky:
      chu-tich: {quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Văn Trước}
nguoi_ky:
  chu-tich: {quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Thị Sau}
  pho: {quyen_han: [TM. Ủy ban nhân dân, KT. Chủ tịch], chuc_vu: Phó Chủ tịch, ho_ten: Lý Năm, hieu_luc: {den: 31/3/2026}}
  giam-doc:
    quyen_han: TUQ. Chủ tịch
    chuc_vu: Giám đốc Trung tâm Phục vụ hành chính công
    ho_ten: Võ Sáu
    uy_quyen: {van_ban: Quyết định số 15/QĐ-UBND, tu: 01/01/2026, den: 30/6/2026, loai: [cong-van, giay-moi]}
noi_nhan: [Sở Nội vụ]
luu: VT
"""
DATA = """\
loai: {type}
don_vi: don-vi/don-vi.yaml
so: 5
ngay: {date}
trich_yeu: Một việc
{more}noi_dung: Nội dung./.
nguoi_ky: {signer}
"""


def read(
    folder: Path, date: str, signer: str = "chu-tich", type_: str = "thong-bao", more: str = ""
) -> pipeline.Read:
    (folder / "don-vi").mkdir(exist_ok=True)
    (folder / "don-vi" / "don-vi.yaml").write_text(UNIT, encoding="utf-8")
    path = folder / "a.yaml"
    path.write_text(DATA.format(type=type_, date=date, signer=signer, more=more), encoding="utf-8")
    return pipeline.read(path)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("15/8/2025", ("Ủy ban nhân dân xã An Bình", "An Bình, ngày 15 tháng 8 năm 2025", "Trần Văn Trước")),
        (
            "31/12/2025",
            ("Ủy ban nhân dân xã An Bình", "An Bình, ngày 31 tháng 12 năm 2025", "Trần Văn Trước"),
        ),
        ("01/01/2026", ("Ủy ban nhân dân xã Bình An", "Bình An, ngày 01 tháng 01 năm 2026", "Lê Thị Sau")),
    ],
)
def test_head_and_signature_are_those_of_the_day(tmp_path, date, expected):
    document = read(tmp_path, date).assembled.document

    assert (document.issuer, document.date_line, document.signature.name) == expected


@pytest.mark.parametrize(
    ("date", "signer", "expected"),
    [
        ("15/8/2025", "chu-tich", []),
        ("01/4/2026", "pho", [(
            "nguoi-ky-het-han", "Lý Năm giữ chức vụ Phó Chủ tịch đến ngày 31/3/2026, văn bản ghi ngày 01/4/2026",
            "Chọn người giữ chức vụ vào ngày ấy",
        )]),
        ("31/3/2026", "pho", []),
        ("15/3/2026", "giam-doc", [(
            "uy-quyen-ngoai-pham-vi",
            "Giám đốc Trung tâm Phục vụ hành chính công được ủy quyền theo Quyết định số 15/QĐ-UBND không ký loại “thong-bao”",
            "Các loại được ký: cong-van, giay-moi",
        )]),
        ("30/6/2025", "chu-tich", [(
            "don-vi-chua-hieu-luc", "Ủy ban nhân dân xã Bình An hoạt động từ ngày 01/7/2025, văn bản ghi ngày 30/6/2025",
            "Kiểm tra ngày của văn bản; trước đó dùng tệp của đơn vị cũ: UBND xã An Hòa cũ, UBND xã An Toàn",
        )]),
    ],
)  # fmt: skip
def test_a_document_outside_the_life_of_its_unit_or_the_power_of_its_signer_is_a_finding(
    tmp_path, date, signer, expected
):
    found = pipeline.findings(read(tmp_path, date, signer))

    assert [(d.code, d.message, d.hint) for d in found] == expected


def test_delegation_ends_on_its_last_day(tmp_path):
    more = "don_vi_soan_thao: VP\nkinh_gui: Sở Nội vụ\n"
    late = pipeline.findings(read(tmp_path, "01/7/2026", "giam-doc", "cong-van", more))

    assert [d.code for d in late] == ["uy-quyen-het-han"]
    assert pipeline.findings(read(tmp_path, "30/6/2026", "giam-doc", "cong-van", more)) == []
