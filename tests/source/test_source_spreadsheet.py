"""Ranges of workbooks and CSV files as rows of cells."""

from __future__ import annotations

import datetime
import re
import zipfile
from pathlib import Path

import pytest

from docgen.diagnostics import Location
from docgen.source import Scalar
from docgen.source.spreadsheet import Rows, read_range, without_headings

Texts = list[tuple[str, ...]]


def read(folder: Path, text: str) -> tuple[Rows, list[tuple[str, str, str]]]:
    """Rows, and code, place and message of each finding, for `!bang text` on line 7 of a data file."""
    rows, faults = read_range(Scalar(text, "dữ liệu.yaml", 7, 11, tag="bang"), folder)
    return rows, [(d.code, str(d.location).removeprefix(str(folder) + "/"), d.message) for d in faults]


def texts(rows: Rows) -> Texts:
    return [tuple(cell.text for cell in row) for row in rows]


@pytest.fixture
def xlsx(tmp_path: Path) -> Path:
    """A workbook as an office fills it in: headings, a group row, a percentage, an empty end."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Phụ lục 1"
    for row in [
        ["Lĩnh vực", "Số hồ sơ", "Tỷ lệ", "Ngày", "Ghi chú"],
        ["NHÓM 1"],
        ["Đất đai", 6015, 0.2056, datetime.date(2020, 9, 14), "dòng một\ndòng hai"],
        [None, None, None, None, None],
        ["Hộ tịch", "6.015", 0.5, datetime.datetime(2020, 9, 1, 8, 30), 0.1 + 0.2],
        ["Tổng số", 12345678, 1, None, True],
        [None, "  "],
    ]:
        sheet.append(row)
    sheet.merge_cells("A2:E2")
    for cell in ("C3", "C5", "C6"):
        sheet[cell].number_format = "0.00%"
    second = book.create_sheet("Trang 2")
    second["B2"], second["B2"].data_type = "#REF!", "e"
    second["A2"], second["C2"], second["D2"] = "x", "=A2", "ẩn\u200b"
    book.save(tmp_path / "số liệu.xlsx")
    return tmp_path


def test_a_range_of_xlsx_reads_as_if_it_had_been_typed(xlsx: Path) -> None:
    rows, faults = read(xlsx, "số liệu.xlsx#Phụ lục 1!A2:E9")

    assert faults == []
    assert texts(rows) == [
        ("NHÓM 1", "", "", "", ""),
        ("Đất đai", "6015", "20,56%", "14/9/2020", "dòng một\n\ndòng hai"),
        ("Hộ tịch", "6.015", "50%", "1/9/2020 8:30", "0,3"),
        ("Tổng số", "12345678", "100%", "", "TRUE"),
    ]
    assert [row[0].columns for row in rows] == [5, 1, 1, 1]
    assert rows[1][1].location == Location(str(xlsx / "số liệu.xlsx"), sheet="Phụ lục 1", cell="B3")
    assert str(rows[2][1].place(0, 2)) == f"{xlsx / 'số liệu.xlsx'}:Phụ lục 1:B5"
    assert [cell.is_null for cell in rows[3]] == [False, False, False, True, False]


@pytest.mark.parametrize(
    ("asked", "first", "last", "width"),
    [
        ("số liệu.xlsx#Phụ lục 1!B3:C3", "6015", "6015", 2),
        ("số liệu.xlsx#'Phụ lục 1'!$B$3:$C$3", "6015", "6015", 2),
        ("số liệu.xlsx#Phụ lục 1!b3:c", "6015", "12345678", 2),
        ("số liệu.xlsx#Phụ lục 1!A:B", "Lĩnh vực", "Tổng số", 2),
        ("số liệu.xlsx#Phụ lục 1", "Lĩnh vực", "Tổng số", 5),
        ("./số liệu.xlsx#Phụ lục 1!E5", "0,3", "0,3", 1),
        ("số liệu.xlsx#Phụ lục 1!A6:G9", "Tổng số", "Tổng số", 7),
    ],
)
def test_every_way_to_write_a_range_is_understood(
    xlsx: Path, asked: str, first: str, last: str, width: int
) -> None:
    rows, faults = read(xlsx, asked)

    assert (rows[0][0].text, rows[-1][0].text, len(rows[0]), faults) == (first, last, width, [])


def test_failed_uncomputed_and_hidden_text_is_named_with_sheet_and_cell(xlsx: Path) -> None:
    rows, faults = read(xlsx, "số liệu.xlsx#Trang 2!A2:D2")

    assert texts(rows) == [("x", "", "", "ẩn ")]
    assert faults == [
        ("bang-loi-cong-thuc", "số liệu.xlsx:Trang 2:B2", "ô báo lỗi #REF!"),
        ("bang-chua-tinh", "số liệu.xlsx:Trang 2:C2", "ô có công thức nhưng chưa có kết quả"),
        ("ky-tu-cam", "số liệu.xlsx:Trang 2:D2", "có ký tự ẩn hoặc không in được (U+200B)"),
    ]


@pytest.mark.parametrize(
    ("asked", "code", "message"),
    [
        ("số liệu.xlsx#Phụ luc 1!A1:B2", "bang-trang", "tệp “số liệu.xlsx” không có trang “Phụ luc 1”, có phải “Phụ lục 1”?"),
        ("số liệu.xlsx#Xyz", "bang-trang", "tệp “số liệu.xlsx” không có trang “Xyz”"),
        ("số liệu.xlsx#A1:B2", "bang-trang", "tệp “số liệu.xlsx” có nhiều trang, chưa ghi lấy trang nào"),
        ("số liệu.xlsx#Phụ lục 1!A90:B99", "bang-vung", "vùng dữ liệu nằm ngoài: trang “Phụ lục 1” chỉ có dữ liệu đến ô E7"),
        ("số liệu.xlsx#Phụ lục 1!B2:A1", "bang-tham-chieu", "“số liệu.xlsx#Phụ lục 1!B2:A1” không chỉ ra được vùng dữ liệu"),
        ("số liệu.docx#A1:B2", "bang-tham-chieu", "“số liệu.docx#A1:B2” không chỉ ra được vùng dữ liệu"),
        ("số liêu.xlsx#Phụ lục 1", "tep-khong-co", "không tìm thấy tệp “số liêu.xlsx”, có phải “số liệu.xlsx”?"),
        ("../../ngoài.xlsx", "tep-ngoai-thu-muc", "tệp “../../ngoài.xlsx” nằm ngoài thư mục làm việc"),
        ("/etc/passwd.csv", "tep-ngoai-thu-muc", "tệp “/etc/passwd.csv” nằm ngoài thư mục làm việc"),
    ],
)  # fmt: skip
def test_a_range_that_cannot_be_read_is_a_fault_of_the_reference(
    xlsx: Path, asked: str, code: str, message: str
) -> None:
    assert read(xlsx, asked) == ((), [(code, "dữ liệu.yaml:7:11", message)])


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "ngoài.csv").write_text("a;1\n")
    inside = tmp_path / "cơ quan" / "trong"
    inside.mkdir(parents=True)
    (inside / "liên kết.csv").symlink_to(tmp_path / "ngoài.csv")

    assert [code for code, _, _ in read(inside, "liên kết.csv")[1]] == ["tep-ngoai-thu-muc"]


def test_files_beside_the_schemas_of_an_office_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "số liệu.csv").write_text("a;1\n")
    folder = tmp_path / "2020" / "quý III"
    folder.mkdir(parents=True)

    assert texts(read(folder, "../../số liệu.csv")[0]) == [("a", "1")]
    assert texts(read(folder, "..\\..\\số liệu.csv#A1:B1")[0]) == [("a", "1")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("Đất đai;6.015;20,56%\n".encode(), ("Đất đai", "6.015", "20,56%"), id="chấm phẩy"),
        pytest.param(
            "\ufeffĐất đai\t6.015\t20,56\n".encode("utf-16"), ("Đất đai", "6.015", "20,56"), id="tab utf-16"
        ),
        pytest.param(
            '"Đất, nhà",6015,"20,56"\n'.encode("utf-8-sig"), ("Đất, nhà", "6015", "20,56"), id="phẩy"
        ),
        pytest.param("sep=|\nĐất đai|6015|1\n".encode(), ("Đất đai", "6015", "1"), id="dòng sep"),
        pytest.param(
            '"hai\r\ndòng";1;2\r\n;;\r\n'.encode(), ("hai\n\ndòng", "1", "2"), id="xuống dòng trong ô"
        ),
    ],
)
def test_csv_is_read_as_excel_writes_it(tmp_path: Path, raw: bytes, expected: tuple[str, ...]) -> None:
    (tmp_path / "b.csv").write_bytes(raw)

    assert (texts(read(tmp_path, "b.csv")[0]), read(tmp_path, "b.csv")[1]) == ([expected], [])


def test_a_cell_of_csv_has_its_line_and_reference(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text('tên;số\n"hai\ndòng";5\nx;#DIV/0!\ny;####\n')

    rows, faults = read(tmp_path, "b.csv#A2:B4")

    assert [str(row[1].location).removeprefix(str(tmp_path) + "/") for row in rows] == [
        "b.csv:2:B2",
        "b.csv:4:B3",
        "b.csv:5:B4",
    ]
    assert faults == [
        ("bang-loi-cong-thuc", "b.csv:4:B3", "ô báo lỗi #DIV/0!"),
        ("bang-loi-cong-thuc", "b.csv:5:B4", "ô báo lỗi ####"),
    ]


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b'a;1\nb;"2\n', "bang-csv", "b.csv:2"),
        (b"a;1\n\xd1y ban;2\n", "ma-hoa", "b.csv:2:1"),
    ],
)
def test_a_broken_csv_file_is_named_with_its_line(tmp_path: Path, raw: bytes, code: str, place: str) -> None:
    (tmp_path / "b.csv").write_bytes(raw)

    assert [finding[:2] for finding in read(tmp_path, "b.csv")[1]] == [(code, place)]


@pytest.mark.parametrize(
    "raw", [b"", b"PK\x03\x04 h\xe1\xbb\x8fng", b"\xd0\xcf\x11\xe0" + bytes(600), b"<html></html>"]
)
@pytest.mark.parametrize("name", ["b.xlsx", "b.xls", "b.ods"])
def test_what_only_looks_like_a_workbook_is_refused(tmp_path: Path, raw: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(raw)

    message = f"tệp “{name}” không đọc được như bảng tính .{name[2:]}"
    assert read(tmp_path, name) == ((), [("bang-hong", "dữ liệu.yaml:7:11", message)])


def test_xls_reads_numbers_dates_and_group_rows(tmp_path: Path) -> None:
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    sheet = book.add_sheet("Biểu 1")
    sheet.write_merge(0, 0, 0, 2, "NHÓM")
    sheet.write(1, 0, "Đất đai")
    sheet.write(1, 1, 6015)
    sheet.write(1, 2, datetime.date(2020, 9, 14), xlwt.easyxf(num_format_str="DD/MM/YYYY"))
    book.save(str(tmp_path / "b.xls"))

    rows, faults = read(tmp_path, "b.xls")

    assert (texts(rows), faults) == ([("NHÓM", "", ""), ("Đất đai", "6015", "14/9/2020")], [])
    assert rows[0][0].columns == 3


MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3">
<office:body><office:spreadsheet><table:table table:name="Phụ lục 1">
<table:table-row><table:table-cell table:number-columns-spanned="4" office:value-type="string"><text:p>NHÓM</text:p>
</table:table-cell><table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="4"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Đất đai</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="6015"><text:p>6.015</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.2056"><text:p>20,56%</text:p></table:table-cell>
<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error">
<text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def test_ods_reads_percentages_group_rows_and_failed_formulas(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.ods", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", MANIFEST)
        package.writestr("content.xml", re.sub(r">\s+<", "><", ODS))  # offices write no blanks either

    rows, faults = read(tmp_path, "b.ods#Phụ lục 1!A1:D20")

    assert texts(rows) == [("NHÓM", "", "", ""), ("Đất đai", "6015", "20,56%", "")]
    assert rows[0][0].columns == 4
    assert faults == [("bang-loi-cong-thuc", "b.ods:Phụ lục 1:D4", "ô báo lỗi #DIV/0!")]


def test_the_headings_of_a_whole_sheet_can_be_dropped(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(
        "BIỂU 1;;;\n\nTT;Lĩnh vực;Số hồ sơ;\n;;Trong đó;Khác\n;;Tổng số;Mới\n1;2;3=4+5;4\n1;Đất đai;5;5\n2;Hộ tịch;6;5\n"
    )
    rows, _ = read(tmp_path, "b.csv")
    headings = {"TT", "Lĩnh vực", "Tổng số", "Mới"}

    assert texts(without_headings(rows, headings)) == [("1", "Đất đai", "5", "5"), ("2", "Hộ tịch", "6", "5")]
    assert without_headings(rows, {"khác hẳn"}) == rows


def test_a_row_of_figures_is_no_row_of_column_numbers(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("Giao;Có;Thiếu\n1;2;4\n1;2;3\n")
    rows, _ = read(tmp_path, "b.csv")

    assert texts(without_headings(rows, {"Giao", "Có", "Thiếu"})) == [("1", "2", "4"), ("1", "2", "3")]


def test_more_cells_than_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.csv").write_text("1;2\n" * 20)
    monkeypatch.setattr("docgen.limits.YAML_NODES", 30)

    assert [code for code, _, _ in read(tmp_path, "b.csv")[1]] == ["bang-qua-lon"]
