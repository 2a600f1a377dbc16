"""docgen.cli: build and check as a clerk calls them."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.cli import cli

SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"
COMMUNE = next(iter(sorted(SAMPLES.glob("xa-*.yaml"))))


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(cli, [str(a) for a in arguments])


@pytest.fixture
def faulty(tmp_path):
    (tmp_path / "xa.yaml").write_text(
        "cap: xa\nten: Ủy ban nhân dân xã An Hòa\nky_hieu: UBND\ndia_danh: An Hòa\n"
        "nguoi_ky: {chu-tich: {chuc_vu: Chủ tịch, ho_ten: A}}\n",
        encoding="utf-8",
    )
    path = tmp_path / "bao-cao.yaml"
    path.write_text(
        "loai: bao-cao\ndon_vi: xa.yaml\nso: 1\nngay: 31/02/2026\ntrich_yeuu: Thử\nnguoi_ky: chu-tich\n"
        "noi_dung: |\n  Một **đậm không đóng\n",
        encoding="utf-8",
    )
    return path


def test_build_writes_the_document_and_says_so(run, tmp_path):
    result = run("build", COMMUNE, "-o", tmp_path / "o.docx")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Đã dựng {tmp_path / 'o.docx'}\n"
    assert (tmp_path / "o.docx").read_bytes().startswith(b"PK")


def test_faults_are_listed_all_at_once_with_places_and_no_file_is_touched(run, faulty):
    target = faulty.with_suffix(".docx")
    target.write_bytes(b"cu")

    result = run("build", faulty, "-o", target, "--format", "json")

    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert target.read_bytes() == b"cu"
    assert os.listdir(faulty.parent).count("bao-cao.docx") == 1
    places = {(d["line"], d["column"]) for d in found}
    assert {(4, 7), (5, 1), (8, 7)} <= places
    assert all(
        {"code", "severity", "message", "hint", "clause", "path", "line", "column"} <= set(d) for d in found
    )
    assert any("có phải “trich_yeu”?" in d["message"] for d in found)


def test_a_missing_data_file_gives_exit_code_3(run, tmp_path):
    result = run("build", tmp_path / "khong-co.yaml", "-o", tmp_path / "o.docx")

    assert result.exit_code == 3
    assert "không tìm thấy tệp" in result.stdout
    assert "Traceback" not in result.output


def test_several_files_go_into_a_folder_and_one_failure_does_not_stop_the_others(run, faulty, tmp_path):
    result = run("build", faulty, COMMUNE, "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert sorted(os.listdir(tmp_path / "out")) == ["docgen-manifest.jsonl", f"{COMMUNE.stem}.docx"]


def test_wrong_usage_gives_exit_code_2(run, tmp_path):
    assert run("build").exit_code == 2
    assert run("build", COMMUNE, "-o", tmp_path / "o.pdf").exit_code == 2
    assert run("khong-co").exit_code == 2


def test_check_is_silent_on_a_clean_report_and_writes_nothing(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = run("check", COMMUNE)

    assert (result.exit_code, result.output) == (0, "")
    assert os.listdir(tmp_path) == []


def test_sarif_names_rules_and_places(run, faulty):
    log = json.loads(run("check", faulty, "--format", "sarif").stdout)

    results = log["runs"][0]["results"]
    assert log["version"] == "2.1.0"
    assert {r["ruleId"] for r in results} <= {r["id"] for r in log["runs"][0]["tool"]["driver"]["rules"]}
    assert all(r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in results)


@pytest.mark.parametrize("command", [[], ["build"], ["check"]])
def test_every_command_explains_itself_in_vietnamese(run, command):
    result = run(*command, "--help")

    assert result.exit_code == 0
    assert any(word in result.output for word in ("Dựng", "Kiểm tra", "Văn bản"))
