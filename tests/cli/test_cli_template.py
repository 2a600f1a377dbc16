"""`docgen template`: whole outputs and exit codes, as a keeper types the commands."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.cli import cli
from docgen.word.package import read_package, write_package
from docgen.word.starter import new_template
from docgen.workspace import builtin

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "word"))
from broken_templates import broken_file

TYPES = ("bien-ban", "cong-van", "giay-moi", "ke-hoach", "quyet-dinh", "thong-bao", "to-trinh")


def run(*arguments: object):
    return CliRunner().invoke(cli, ["template", *map(str, arguments)])


@pytest.fixture
def office(tmp_path, monkeypatch):
    """An office's folder with templates of its own, as the working folder."""
    (tmp_path / "templates" / "xa").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_built_in_templates_have_no_findings():
    result = run("check")

    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("level", ["tinh", "so", "huyen", "phong", "xa"])
def test_every_type_can_be_checked_at_every_level(level):
    result = run("check", *(f"{level}/{name}" for name in (*TYPES, "bao-cao-cchc")))

    assert (result.exit_code, result.stdout) == (0, "")


def test_a_new_template_is_written_once_and_has_no_findings(office):
    made = run("new", "xa/giay-moi")
    again = run("new", "xa/giay-moi")
    checked = run("check")

    assert (made.exit_code, made.stderr) == (0, "Đã tạo templates/xa/giay-moi.docx\n")
    assert again.exit_code == 2 and "[tep-da-co]" in again.stdout
    assert (checked.exit_code, checked.stdout) == (0, "")


def test_a_new_type_needs_a_schema_and_no_template_file(office):
    (office / "schemas").mkdir()
    schema = "ten: Chương trình\nke_thua: van-ban\nten_loai: Chương trình\nky_hieu: CTr\n"
    (office / "schemas" / "chuong-trinh.yaml").write_text(schema, encoding="utf-8")

    assert "  chuong-trinh           templates/chung/van-ban.docx (có sẵn)" in run("list").stdout.split("\n")
    assert run("check", "xa/chuong-trinh").exit_code == 0
    assert run("new", "phan/khong-co").exit_code == 2
    assert run("new", "chuong-trinh").exit_code == 2


def test_list_says_what_stands_in_for_what(office):
    run("new", "xa/bao-cao")
    lines = run("list").stdout.split("\n")
    own = office / "templates" / "xa" / "bao-cao.docx"

    assert f"  bao-cao                templates/xa/bao-cao.docx  [{own}]  thay cho 1 mẫu cùng tên" in lines
    assert "  phu-luc                templates/phan/phu-luc.docx (có sẵn)" in lines


def test_vars_shows_the_tree_with_kinds_and_the_filters():
    lines = run("vars", "xa/quyet-dinh").stdout.split("\n")

    assert lines[:3] == [
        "tham_quyen  [chữ: {{ … }}] — Thẩm quyền ban hành",
        "can_cu  [danh sách: {%p for … in … %}] — Căn cứ ban hành",
        "co_quan_chu_quan  [danh sách: {%p for … in … %}] — các dòng tên cơ quan chủ quản; rỗng khi không in",
    ]
    assert "nguoi_ky  [nhóm] — chữ ký" in lines
    assert "    .ho_ten  [chữ: {{ … }}] — họ và tên người ký" in lines
    assert lines[-2].startswith("Bộ lọc: bang_chu, ")


def test_show_builds_a_preview(office):
    result = run("show", "so/cong-van", "-o", "xem.docx")

    assert (result.exit_code, result.stderr) == (0, "Đã dựng xem.docx\n")
    assert "Số: 05/SNV-VP" in run("text", "xem.docx").stdout


def test_check_says_where_and_marks_a_copy(office):
    (office / "templates" / "xa" / "bao-cao.docx").write_bytes(broken_file("an unknown variable"))
    result = run("check", "--mark", "ghi-chu")

    path = office / "templates" / "xa" / "bao-cao.docx"
    assert (result.exit_code, result.stdout) == (1, (
        f"{path}:đoạn 1: lỗi: không có biến “so_hieu”, có phải “ky_hieu”? [mau-bien-la]\n"
        "    tại: “Số: {{ so_hieu }}”\n    gợi ý: docgen template vars liệt kê các biến\n1 lỗi\n"
    ))  # fmt: skip
    comments = read_package(office / "ghi-chu" / "xa" / "bao-cao.docx")["word/comments.xml"].decode()
    assert (
        re.findall(r"<w:t[^>]*>([^<]*)", comments)[0]
        == "Lỗi mau-bien-la: không có biến “so_hieu”, có phải “ky_hieu”?"
    )


def test_fix_repairs_the_file_itself(office):
    path = office / "templates" / "xa" / "bao-cao.docx"
    parts = read_package(new_template("bao-cao"))
    split = b'{%p incl</w:t></w:r><w:r><w:t>ude "kinh-gui" %}'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b'{%p include "kinh-gui" %}', split)
    path.write_bytes(write_package(parts))

    assert "[mau-the-tach]" in run("check").stdout
    fixed = run("check", "--fix")
    assert (fixed.exit_code, fixed.stdout) == (0, "")
    assert (run("check").exit_code, run("check").stdout) == (0, "")


def test_a_template_that_breaks_the_decree_is_found_by_a_trial_build(office):
    parts = read_package(new_template("bao-cao"))
    parts["word/document.xml"] = re.sub(rb'w:left="1701"', b'w:left="1134"', parts["word/document.xml"])
    (office / "templates" / "xa" / "bao-cao.docx").write_bytes(write_package(parts))
    result = run("check")

    assert result.exit_code == 1
    assert re.findall(r"\[([A-Z]{2}-\d\d)\]", result.stdout) == ["PG-05"]


def test_a_field_that_no_template_prints_is_found(office):
    (office / "schemas").mkdir()
    schema = "ten: Báo cáo\nke_thua: van-ban\nten_loai: Báo cáo\nky_hieu: BC\ntruong:\n  hoi_nghi: {type: chu, ten: Tên hội nghị}\n"
    (office / "schemas" / "bao-cao.yaml").write_text(schema, encoding="utf-8")
    result = run("check", "xa/bao-cao")

    assert (result.exit_code, result.stdout.split("\n")[0]) == (
        1, f"{builtin('templates')}/xa/bao-cao.docx: lỗi: mẫu không in “hoi_nghi” (trường của loại văn bản) [mau-khong-in]",
    )  # fmt: skip


def test_diff_tells_text_styles_and_page_in_words(office):
    parts = read_package(new_template("bao-cao"))
    (office / "cu.docx").write_bytes(write_package(parts))
    parts["word/document.xml"] = (
        parts["word/document.xml"]
        .replace(b'w:right="850"', b'w:right="1134"')
        .replace(b'include "kinh-gui"', b'include "can-cu"')
    )
    styles = parts["word/styles.xml"].decode()
    start = styles.index('<w:name w:val="Nội dung"/>')
    parts["word/styles.xml"] = (
        styles[:start] + styles[start:].replace('w:sz w:val="28"', 'w:sz w:val="26"', 1)
    ).encode()
    (office / "moi.docx").write_bytes(write_package(parts))
    result = run("diff", "cu.docx", "moi.docx")

    assert (result.exit_code, result.stdout.split("\n")) == (1, [
        'đoạn 3: “{%p include "kinh-gui" %}” → “{%p include "can-cu" %}”',
        "kiểu “Nội dung”: cỡ chữ 14 → 13",
        "trang: lề phải 15.0 mm → 20.0 mm",
        "",
    ])  # fmt: skip
    assert (run("diff", "cu.docx", "cu.docx").exit_code, run("diff", "cu.docx", "cu.docx").stdout) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("check", "khong-co/bao-cao"), 2),
        (("check", "xa/khong-co"), 1),
        (("check", "khong-co.docx"), 3),
        (("diff", "khong-co.docx", "khong-co.docx"), 3),
        (("show", "phan/phu-luc", "-o", "x.docx"), 2),
        (("vars", "khong-co"), 1),
    ],
)
def test_wrong_names_are_findings_with_their_exit_codes(office, arguments, exit_code):
    result = run(*arguments)

    assert result.exit_code == exit_code
    assert result.exception is None or isinstance(result.exception, SystemExit)
