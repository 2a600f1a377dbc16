"""docgen.schema.findings: what is waived is named and not put into words."""

from __future__ import annotations

import pytest

from docgen import pipeline
from docgen.diagnostics import DocgenError

OFFICE = {
    "schemas/thu.yaml": (
        "ten: Thử\nke_thua: bao-cao\nso_lieu:\n  a: {type: dem}\n  b: {type: dem}\n  c: {type: dem}\ntinh:\n  c: a + b\n"
        "rang_buoc:\n  - {ma: a-hon-b, dieu_kien: a > b, thong_bao: a phải lớn hơn b}\n"
    ),
    "xa.yaml": (
        "cap: xa\nten: Ủy ban nhân dân xã An Hòa\nky_hieu: UBND\ndia_danh: An Hòa\n"
        "nguoi_ky: {chu-tich: {chuc_vu: Chủ tịch, ho_ten: Trần Minh Khang}}\nluu: VT\n"
    ),
}
DATA = (
    "loai: thu\ndon_vi: xa.yaml\nso: 1\nngay: 17/9/2026\ntrich_yeu: Kết quả\nnguoi_ky: chu-tich\n"
    "so_lieu: {a: 1, b: 2, c: 4}\nnoi_dung: |\n  Nội dung.\nbo_qua:\n"
)


def write(folder, waivers):
    for name, text in OFFICE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "bao-cao.yaml"
    path.write_text(DATA + "".join(f"  - {one}\n" for one in waivers), encoding="utf-8")
    return path


def test_a_build_goes_through_when_each_finding_is_waived_with_its_reason(tmp_path):
    path = write(tmp_path, ("{quy_tac: a-hon-b, ly_do: thế}", "{quy_tac: c, ly_do: thế}"))

    assert pipeline.build(path).diagnostics == ()
    assert pipeline.build(path, proofread=True).diagnostics == ()
    assert [d.code for d in pipeline.check(path)] == []


def test_a_waiver_without_reason_stops_the_build_with_the_whole_finding(tmp_path):
    path = write(tmp_path, ("{quy_tac: a-hon-b, ly_do: thế}", "{quy_tac: c}"))

    with pytest.raises(DocgenError) as caught:
        pipeline.build(path)

    found = {d.code: d.message for d in caught.value.diagnostics}
    assert found["c"] == "“c” ghi 4, tính được 3 = 1 + 2"
    assert set(found) == {"c", "bo-qua-khong-ly-do"}


def test_without_waivers_everything_is_put_into_words(tmp_path):
    path = write(tmp_path, ("{quy_tac: a-hon-b, ly_do: thế}", "{quy_tac: c, ly_do: thế}"))

    assert [d.message for d in pipeline.check(path, waivers=False)] == [
        "a phải lớn hơn b (1 ≤ 2)",
        "“c” ghi 4, tính được 3 = 1 + 2",
    ]
