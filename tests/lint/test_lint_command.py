"""The command `docgen lint`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from paper import body, p, paper, section

from docgen.cli.lint import command
from docgen.lint import lint

GOOD = paper()
WRONG = paper(sect=section(left=1000), so=p("Số: 5/BC-SNV", 13, jc="center"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tot.docx").write_bytes(GOOD)
    (tmp_path / "loi.docx").write_bytes(WRONG)
    (tmp_path / "~$loi.docx").write_bytes(b"lock")
    return tmp_path


def test_a_clean_file_exits_with_0_and_prints_nothing_on_stdout(folder: Path):
    done = run(folder / "tot.docx")

    assert (done.exit_code, done.stdout) == (0, "")


def test_a_folder_is_searched_and_lock_files_are_not(folder: Path):
    done = run(folder, "--format", "json")

    found = [(Path(f["path"]).name, f["code"], f["severity"]) for f in json.loads(done.stdout)]
    assert done.exit_code == 1
    assert found == [("loi.docx", "PG-05", "error"), ("loi.docx", "SK-01", "error")]


def test_json_has_part_paragraph_and_excerpt(folder: Path):
    done = run(folder / "loi.docx", "--select", "SK", "--format", "json")

    record = json.loads(done.stdout)[0]
    assert (record["part"], record["paragraph"], record["excerpt"]) == (
        "word/document.xml",
        7,
        "Số: 5/BC-SNV",
    )


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--select", "PG"], ["PG-05"]),
        (["--select", "pg-05,sk"], ["PG-05", "SK-01"]),
        (["--ignore", "PG"], ["SK-01"]),
    ],
)
def test_rules_are_chosen_by_code_or_family(folder: Path, arguments: list[str], codes: list[str]):
    done = run(folder / "loi.docx", "--format", "json", *arguments)

    assert [f["code"] for f in json.loads(done.stdout)] == codes


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        ([], 2, "Chưa nêu tệp cần kiểm tra"),
        (["x.docx", "--select", "SQ-01"], 2, "Không có quy tắc “SQ-01”"),
        (["x.docx", "--as-of", "hôm nay"], 2, "“hôm nay” không phải là ngày"),
        (["x.docx"], 3, "Không tìm thấy tệp"),
        (["x.docx", "--fix"], 3, "Không tìm thấy hoặc không đọc được tệp"),
    ],
)
def test_wrong_usage_exits_with_2_and_unreadable_files_with_3(
    arguments: list[str], exit_code: int, message: str
):
    done = run(*arguments, "--format", "json")

    assert (done.exit_code, [f["message"] for f in json.loads(done.stdout)]) == (exit_code, [message])


def test_files_that_are_no_word_files_are_named_and_the_others_are_checked(folder: Path):
    (folder / "hong.docx").write_bytes(b"khong phai zip")

    done = run(folder, "--format", "json")

    assert done.exit_code == 3
    assert [f["code"] for f in json.loads(done.stdout)] == ["docx", "PG-05", "SK-01"]


def test_fix_writes_a_new_file_and_leaves_the_old_one(folder: Path):
    done = run(folder / "loi.docx", "--fix")

    assert (done.exit_code, done.stdout) == (0, "")
    assert lint(folder / "loi-da-sua.docx") == []
    assert (folder / "loi.docx").read_bytes() == WRONG


def test_dry_run_writes_nothing_and_says_what_would_be_done(folder: Path):
    done = run(folder / "loi.docx", "--fix", "--dry-run")

    assert sorted(p.name for p in folder.iterdir()) == ["loi.docx", "tot.docx", "~$loi.docx"]
    assert [line.split(" ")[-1] for line in done.stderr.splitlines() if line.startswith("Sẽ sửa")] == [
        "[PG-05]",
        "[SK-01]",
    ]


def test_fix_never_overwrites_the_file_itself(folder: Path):
    done = run(folder / "loi.docx", "--fix", "-o", folder / "loi.docx")

    assert done.exit_code == 2
    assert (folder / "loi.docx").read_bytes() == WRONG


def test_mark_writes_a_copy_with_comments(folder: Path):
    done = run(folder / "loi.docx", "--mark", folder / "ghi-chu.docx")

    assert done.exit_code == 1
    assert [f.message for f in lint(folder / "ghi-chu.docx") if f.code == "PG-09"] == [
        "Còn 2 ghi chú (Comment)"
    ]


def test_a_configuration_sets_figures_and_waivers_with_reasons(folder: Path):
    config = folder / "the-thuc.yaml"
    config.write_text(
        "bo_qua:\n  - {quy_tac: SK-01, ly_do: Sổ văn bản cũ}\ngioi_han:\n  le_trai: 17-35\n", encoding="utf-8"
    )

    done = run(folder / "loi.docx", "--config", config)

    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1] == "Bỏ qua SK-01: Sổ văn bản cũ"


def test_faults_of_a_configuration_have_places_and_hints(folder: Path):
    config = folder / "the-thuc.yaml"
    config.write_text(
        "bo_qua:\n  - {quy_tac: SK-01}\ngioi_han:\n  le_trái: 3\n  le_trai: rộng\nchọn: PG\n",
        encoding="utf-8",
    )

    done = run(folder / "loi.docx", "--config", config, "--format", "json")

    found = [(f["line"], f["message"]) for f in json.loads(done.stdout)]
    assert done.exit_code == 1
    assert found == [
        (6, "Không có mục “chọn”"),
        (2, "Mục bo_qua cần quy_tac và ly_do"),
        (4, "Không có mục “le_trái”"),
        (5, "Giá trị của “le_trai” không đúng"),
    ]


def test_as_of_takes_both_ways_of_writing_a_day(folder: Path):
    (folder / "huyen.docx").write_bytes(paper(nhan_2=p("- UBND các huyện;", 11), doan_1=body("Một.")))

    codes = [
        [f["code"] for f in json.loads(run(folder / "huyen.docx", "--as-of", day, "--format", "json").stdout)]
        for day in ("30/6/2025", "2025-07-01")
    ]
    assert codes == [[], ["HC-01"]]


def test_rules_are_listed_without_a_file():
    done = run("--rules", "--format", "json")

    assert done.exit_code == 0
    assert json.loads(done.stdout)[0]["code"] == "PG-01"


def test_the_library_function_may_be_called_before_and_after_the_package_is_imported():
    import docgen

    first = docgen.lint(WRONG)
    import docgen.lint.linter

    assert [f.code for f in first] == [f.code for f in docgen.lint(WRONG)] == ["PG-05", "SK-01"]
