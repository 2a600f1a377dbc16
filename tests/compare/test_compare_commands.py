"""`docgen diff` and `docgen regress` as they are typed: output, exit codes, files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from compare_package import NAMES, SAMPLES, Word, built

from docgen.cli import cli
from docgen.view.names import W


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """A report and the same with another type in its title."""
    word = Word(built(NAMES[0]))
    next(t for t in word.body.iter(W + "t") if t.text == "BÁO CÁO").text = "TỜ TRÌNH"
    old, new = tmp_path / "cu.docx", tmp_path / "moi.docx"
    old.write_bytes(built(NAMES[0]))
    new.write_bytes(word.save())
    return old, new


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder of an office with one report."""
    shutil.copytree(SAMPLES / "don-vi", tmp_path / "mau" / "don-vi")
    shutil.copy(SAMPLES / f"{NAMES[3]}.yaml", tmp_path / "mau" / "a.yaml")
    return tmp_path / "mau"


def test_diff_prints_each_difference_with_its_place_and_ends_with_one(two: tuple[Path, Path]) -> None:
    done = run("diff", *two)

    assert (done.exit_code, done.stdout) == (
        1,
        "Tên loại, đoạn 7: sửa chữ (đoạn)\n    [-BÁO CÁO-]{+TỜ TRÌNH+}\n1 khác biệt: 1 sửa chữ\n",
    )


def test_diff_of_equal_files_says_so_and_ends_with_nought(two: tuple[Path, Path]) -> None:
    done = run("diff", two[0], two[0])

    assert (done.exit_code, done.stdout) == (0, "không có khác biệt\n")


def test_diff_as_json_is_a_list_of_objects(two: tuple[Path, Path]) -> None:
    done = run("diff", *two, "--format", "json")

    (found,) = json.loads(done.stdout)
    assert (found["change"], found["subject"], found["new"]["paragraph"], found["words"]) == (
        "text",
        "đoạn",
        7,
        [{"sign": "-", "text": "BÁO CÁO"}, {"sign": "+", "text": "TỜ TRÌNH"}],
    )


def test_diff_writes_html_and_redline_when_asked(two: tuple[Path, Path], tmp_path: Path) -> None:
    page, marked = tmp_path / "a.html", tmp_path / "a.docx"

    done = run("diff", *two, "--html", page, "--no-pages", "--redline", marked)

    assert done.exit_code == 1
    assert "<del>BÁO CÁO</del><ins>TỜ TRÌNH</ins>" in page.read_text(encoding="utf-8")
    assert b"<w:ins " in Word(marked.read_bytes()).parts["word/document.xml"]


def test_diff_of_a_missing_file_ends_with_three_and_no_traceback(tmp_path: Path) -> None:
    done = run("diff", tmp_path / "a.docx", tmp_path / "b.docx")

    assert (done.exit_code, "Traceback" in done.output) == (3, False)
    assert "a.docx: lỗi: Không tìm thấy tệp" in done.stdout


def test_diff_without_libreoffice_has_everything_but_pictures_and_says_so(
    two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", "/nowhere")

    done = run("diff", *two, "--html", tmp_path / "a.html")

    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert done.exit_code == 1
    assert "Máy này không có LibreOffice nên không có hình trang" in text
    assert "<del>BÁO CÁO</del>" in text


def test_regress_from_new_to_approved_to_changed(office: Path) -> None:
    new = run("regress", office, "--jobs", 1)
    approved = run("regress", office, "--approve", "--jobs", 1)
    same = run("regress", office, "--jobs", 1)
    data = office / "a.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("24 người", "25 người", 1), encoding="utf-8")
    unit = office / "don-vi" / "vp-huyen-chau-thanh.yaml"
    unit.write_text(
        unit.read_text(encoding="utf-8").replace("Dương Thị Kim Ngân", "Lê Văn Tám"), encoding="utf-8"
    )
    changed = run("regress", office, "--jobs", 1)

    assert [d.exit_code for d in (new, approved, same, changed)] == [1, 0, 0, 1]
    assert new.stdout.splitlines() == [f"{data}: mới, chưa có bản đã duyệt", "1 tệp: 1 mới"]
    assert same.stdout.splitlines() == ["1 tệp: 1 như cũ"]
    assert "Họ tên người ký" in changed.stdout
    assert changed.stdout.splitlines()[-1] == "1 tệp: 1 thay đổi"


def test_regress_of_a_folder_without_data_files_is_wrong_usage(tmp_path: Path) -> None:
    assert run("regress", tmp_path).exit_code == 2


def test_doctor_gives_a_line_for_each_check() -> None:
    done = run("doctor", "--format", "json")

    checks = json.loads(done.stdout)
    assert done.exit_code == max((c["exit_code"] for c in checks if not c["ok"]), default=0)
    assert checks[0]["name"] == "Python"


def test_pdf_without_libreoffice_ends_with_three_and_the_fix(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", "/nowhere")

    done = run("pdf", two[0])

    assert done.exit_code == 3
    assert "apt-get install libreoffice-writer" in done.stdout
    assert not two[0].with_suffix(".pdf").exists()
