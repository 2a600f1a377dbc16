"""`docgen new`: every report type gives a data file that builds at once as a draft."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen import pipeline
from docgen.cli import cli
from docgen.diagnostics import has_errors
from docgen.schema import load_report_type
from docgen.schema.fields import walk
from docgen.workspace import Workspace

UNIT = """\
cap: {cap}
ten: Đơn vị thử
ky_hieu: DVT
dia_danh: An Hòa
hieu_luc: {{den: 31/12/2024}}
nguoi_ky:
  chu-tich: {{chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}}
  pho-chu-tich: {{quyen_han: KT. Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: Trần Thị Bình}}
noi_nhan: [Như kính gửi]
luu: VT
"""

TYPES = [name for name in Workspace.around(Path(__file__).parent).schema_names() if name != "van-ban"]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments])


def unit(folder: Path, level: str = "xa") -> Path:
    path = folder / "don-vi" / "thu.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(UNIT.format(cap=level), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", TYPES)
def test_a_new_file_builds_at_once_and_names_every_fact(name: str, tmp_path: Path) -> None:
    report_type = load_report_type(name, Workspace.around(tmp_path))
    level = report_type.levels[0] if report_type.levels else "xa"
    path = tmp_path / "bao-cao" / "moi.yaml"

    result = run("new", name, "--don-vi", unit(tmp_path, level), "-o", path)

    assert (result.exit_code, result.stdout) == (0, "")
    text = path.read_text(encoding="utf-8")
    missing = [one.name for _, one in walk(report_type.facts) if f"{one.name}:" not in text]
    missing += [
        c.code for form in report_type.tables.values() for c in form.leaves if f"{c.code}:" not in text
    ]
    assert missing == []
    built = pipeline.build(path)
    assert built.docx.startswith(b"PK")
    assert not has_errors(built.diagnostics)


def test_a_new_file_says_what_every_field_is_for(tmp_path: Path) -> None:
    path = tmp_path / "moi.yaml"

    run("new", "bao-cao", "--don-vi", unit(tmp_path), "-o", path)

    lines = path.read_text(encoding="utf-8").splitlines()
    assert "don_vi: don-vi/thu.yaml" in lines
    assert "ngay: ../../2024" in lines  # the unit ended that year
    assert "nguoi_ky: chu-tich" in lines
    assert lines[lines.index("nguoi_ky: chu-tich") - 1].endswith("Tệp đơn vị có: chu-tich, pho-chu-tich.")
    fields = [i for i, line in enumerate(lines) if line[:1].isalpha()]
    assert [lines[i] for i in fields if not lines[i - 1].startswith("# ")] == []


def test_a_new_file_points_to_its_json_schema_when_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "schemas" / "json").mkdir(parents=True)
    run("schema", "export", "bao-cao", "-o", tmp_path / "schemas" / "json" / "bao-cao.json")
    path = tmp_path / "nam-2024" / "moi.yaml"

    run("new", "bao-cao", "--don-vi", unit(tmp_path), "-o", path)

    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schemas/json/bao-cao.json"


def test_an_existing_file_is_not_overwritten_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "moi.yaml"
    path.write_text("của tôi", encoding="utf-8")

    refused = run("new", "bao-cao", "--don-vi", unit(tmp_path), "-o", path)

    assert refused.exit_code == 2
    assert path.read_text(encoding="utf-8") == "của tôi"
    assert run("new", "bao-cao", "--don-vi", unit(tmp_path), "-o", path, "--force").exit_code == 0
    assert path.read_text(encoding="utf-8") != "của tôi"


@pytest.mark.parametrize(
    ("name", "unit_text", "code", "message"),
    [
        ("bao-cao-cc", UNIT.format(cap="xa"), 1, "không có loại báo cáo “bao-cao-cc”"),
        (
            "bao-cao-cchc-tinh",
            UNIT.format(cap="xa"),
            2,
            "loại “bao-cao-cchc-tinh” không dùng cho đơn vị cấp xa",
        ),
        ("bao-cao", "cap: xã\n", 1, "“cap” không nhận “xã”"),
        ("bao-cao", None, 3, "không tìm thấy tệp"),
    ],
)
def test_a_fault_is_named_and_nothing_is_written(
    name: str, unit_text: str | None, code: int, message: str, tmp_path: Path
) -> None:
    unit_path = tmp_path / "dv.yaml"
    if unit_text is not None:
        unit_path.write_text(unit_text, encoding="utf-8")
    path = tmp_path / "moi.yaml"

    result = run("new", name, "--don-vi", unit_path, "-o", path)

    assert result.exit_code == code
    assert message in result.stdout
    assert not path.exists()
