"""`docgen schema`: report types listed, shown and exported."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.cli import cli
from docgen.workspace import Workspace

SCHEMA = """\
ten: Báo cáo thử
mo_ta: Để thử.
ke_thua: bao-cao
cap: [xa]
ky_bao_cao: [quy]
so_lieu:
  ho_so: {type: dem, required: true, mo_ta: Số hồ sơ}
  bieu: {bieu: thu}
tinh: {gap_doi: ho_so * 2}
de_cuong: [Kết quả]
rang_buoc: [{ma: du, dieu_kien: ho_so > 0, thong_bao: Phải có hồ sơ}]
"""
FORM = """\
ten: Biểu thử
cot:
  - {ma: tt, ten: TT, kieu: stt}
  - ten: Số hồ sơ
    cot: [{ma: moi, ten: Mới, bat_buoc: true}, {ma: tong_so, ten: Tổng, tinh: moi + 1}]
"""
SHOWN = """\
Số liệu (dưới so_lieu):
  ho_so (số đếm, bắt buộc): Số hồ sơ
  bieu (biểu thu: Biểu thử)
    tt (số thứ tự): TT
    [Số hồ sơ]
      moi (số đếm, bắt buộc): Mới
      tong_so (số đếm) = moi + 1: Tổng
  gap_doi (số)

Số liệu tự tính:
  gap_doi = ho_so * 2

Đề cương:
  # Kết quả

Quy tắc:
  du (error): Phải có hồ sơ
      ho_so > 0
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "schemas" / "bieu").mkdir(parents=True)
    (tmp_path / "schemas" / "thu.yaml").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "schemas" / "bieu" / "thu.yaml").write_text(FORM, encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["schema", *(str(one) for one in arguments)])


def test_list_names_every_type_with_its_title(folder: Path) -> None:
    result = run("list", "--tai", folder)

    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "thu  Báo cáo thử" in lines
    assert "bao-cao  Báo cáo" in lines
    assert [line for line in lines if line.startswith("van-ban ")] == []


def test_list_names_the_faults_of_a_broken_type_and_shows_the_others(folder: Path) -> None:
    (folder / "schemas" / "thu.yaml").write_text("ten: Hỏng\nke_thuaa: bao-cao\n", encoding="utf-8")

    result = run("list", "--tai", folder)

    assert result.exit_code == 1
    assert "bao-cao  Báo cáo" in result.stdout.splitlines()
    assert "thu.yaml:2:1: lỗi: không có trường “ke_thuaa”, có phải “ke_thua”? [truong-la]" in result.stdout


def test_show_prints_facts_tables_outline_and_rules(folder: Path) -> None:
    result = run("show", "thu", "--tai", folder)

    assert result.exit_code == 0
    assert result.stdout.startswith("thu: Báo cáo thử\nĐể thử.\nKế thừa: thu → bao-cao → van-ban\nCấp: xa\n")
    assert result.stdout.endswith(SHOWN)


def test_export_of_one_type_goes_to_stdout(folder: Path) -> None:
    result = run("export", "thu", "--tai", folder)

    schema = json.loads(result.stdout)
    assert (result.exit_code, schema["title"]) == (0, "Báo cáo thử")
    assert schema["properties"]["so_lieu"]["properties"]["ho_so"]["description"] == (
        "Số hồ sơ (số đếm: 08, 31, 1.250)"
    )


def test_export_without_a_type_writes_all_and_the_units(folder: Path) -> None:
    result = run("export", "--tai", folder, "-o", folder / "json")

    names = {name for name in Workspace.around(folder).schema_names() if name != "van-ban"}
    assert (result.exit_code, result.stdout) == (0, "")
    assert {path.stem for path in (folder / "json").iterdir()} == {*names, "don-vi"}


def test_export_is_the_same_every_time(folder: Path) -> None:
    assert run("export", "thu", "--tai", folder).stdout == run("export", "thu", "--tai", folder).stdout


@pytest.mark.parametrize("command", ["show", "export"])
def test_an_unknown_type_is_a_fault(command: str, folder: Path) -> None:
    result = run(command, "thuu", "--tai", folder)

    assert result.exit_code == 1
    assert "không có loại báo cáo “thuu”, có phải “thu”?" in result.stdout
