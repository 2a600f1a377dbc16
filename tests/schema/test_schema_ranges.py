"""Rows of a form from another file: they fill the columns in order, and faults name the cell."""

from pathlib import Path

import office

FIXTURE = """\
=== schemas/bieu/ho-so.yaml
ten: Hồ sơ
khoa: linh_vuc
cot:
  - {ma: tt, ten: TT, kieu: stt}
  - {ma: linh_vuc, ten: Lĩnh vực, kieu: chu}
  - {ma: tong_so, ten: Tổng số, tinh: cu + moi}
  - {ma: cu, ten: Kỳ trước}
  - {ma: moi, ten: Mới}
dong_tong: "Tổng cộng:"
=== schemas/dinh-ky.yaml
ten: Báo cáo định kỳ
ke_thua: bao-cao
so_lieu: {bieu: {bieu: ho-so}}
tinh: {dat_dai: 'bieu["Đất đai"].moi'}
=== data.yaml
loai: dinh-ky
HEAD
so_lieu:
  bieu: !bang so-lieu.csv
=== so-lieu.csv
"""


def test_a_csv_file_fills_a_form(tmp_path: Path) -> None:
    rows = (
        "TT;Lĩnh vực;Tổng số;Kỳ trước;Mới\n1;Đất đai;25;5;20\n2;Tư pháp;;-;1.305\n;;;;\n"
        ";Tổng cộng;1.330;5;1.325\n"
    )

    found = office.printed(office.write(tmp_path, FIXTURE + rows))

    assert found == [
        "dat_dai (so) = 20",
        "bieu: tt, linh_vuc, tong_so, cu, moi",
        "  body: 1 | Đất đai | 25 | 05 | 20",
        "  body: 2 | Tư pháp | 1.305 | · | 1.305",
        "  tong: · | · | 1.330 | 05 | 1.325",
    ]


def test_the_column_of_running_numbers_may_be_missing(tmp_path: Path) -> None:
    found = office.printed(office.write(tmp_path, FIXTURE + "Đất đai;;5;20\nTư pháp;;2;3\n"))

    assert found[2:] == [
        "  body: 1 | Đất đai | 25 | 05 | 20",
        "  body: 2 | Tư pháp | 05 | 02 | 03",
        "  tong: · | · | 30 | 07 | 23",
    ]


def test_faults_and_findings_name_the_cell(tmp_path: Path) -> None:
    rows = "1;Đất đai;25;5;hai mươi\n2;Tư pháp;9;1;3\nTổng cộng;;;7;3\n"

    faults = office.printed(office.write(tmp_path, FIXTURE + rows))
    findings = office.printed(office.write(tmp_path, FIXTURE + rows.replace("hai mươi", "20")))

    assert faults == [
        "so-lieu.csv:1:E1 error [gia-tri-sai] cột “Mới”: “hai mươi” không phải là số",
        "    gợi ý: Ghi như 6.015 hoặc 20,56",
    ]
    assert [line for line in findings if not line.startswith(" ")] == [
        "so-lieu.csv:2:C2 error [ho-so.tong_so] dòng 2 “Tư pháp”, cột “Tổng số”: ghi 9, tính được 4 = 1 + 3",
        "so-lieu.csv:3:D3 error [ho-so.tong.cu] dòng tổng của biểu “Hồ sơ”, cột “Kỳ trước”: "
        "ghi 7, cộng 2 dòng được 6",
        "so-lieu.csv:3:E3 error [ho-so.tong.moi] dòng tổng của biểu “Hồ sơ”, cột “Mới”: "
        "ghi 3, cộng 2 dòng được 23",
    ]


def test_a_range_of_another_width_is_refused(tmp_path: Path) -> None:
    found = office.printed(office.write(tmp_path, FIXTURE + "1;Đất đai;25\n"))

    assert found == [
        "data.yaml:8:9 error [bang-so-cot] vùng dữ liệu có 3 cột, biểu “Hồ sơ” có 5 cột",
        "    gợi ý: Các cột của biểu: tt, linh_vuc, tong_so, cu, moi",
    ]


def test_a_missing_file_is_a_fault_at_the_reference(tmp_path: Path) -> None:
    fixture = FIXTURE.replace("!bang so-lieu.csv", "!bang so-lieu.xlsx#Trang 1!A1:E9")

    found = office.printed(office.write(tmp_path, fixture))

    assert found[0].startswith("data.yaml:8:9 error [tep-khong-co] không tìm thấy tệp “so-lieu.xlsx”")
