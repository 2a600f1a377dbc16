"""JSON Schema for editors, proven with the language server that editors run."""

import json
from collections.abc import Iterator
from pathlib import Path

import office
import pytest
from language_server import LanguageServer

from docgen.schema import load_report_type
from docgen.schema.json_schema import json_schema, unit_schema
from docgen.workspace import Workspace

REPOSITORY = Path(__file__).resolve().parents[2]

TYPE = """\
=== schemas/bieu/ho-so.yaml
ten: Tình hình giải quyết hồ sơ
khoa: linh_vuc
cot:
  - {ma: tt, ten: TT, kieu: stt}
  - {ma: linh_vuc, ten: Lĩnh vực, kieu: chu}
  - ten: Tiếp nhận
    cot:
      - {ma: tong_so, ten: Tổng số, tinh: ky_truoc + moi}
      - {ma: ky_truoc, ten: Kỳ trước}
      - {ma: moi, ten: Mới, bat_buoc: true, mo_ta: Tiếp nhận trong kỳ}
=== schemas/dinh-ky.yaml
ten: Báo cáo định kỳ
ke_thua: bao-cao
ky_bao_cao: [quy, nam]
so_lieu:
  ho_so:
    mo_ta: Hồ sơ thủ tục hành chính
    schema:
      cap_xa: {type: dem, required: true, ten: Hồ sơ cấp xã}
      cap_huyen: {type: dem}
  chot: {type: ngay}
  ty_le: {type: ty_le}
  bieu: {bieu: ho-so}
tinh:
  ho_so.tong: ho_so.cap_xa + ho_so.cap_huyen
=== data.yaml
"""

GOOD = """\
# yaml-language-server: $schema=dinh-ky.json
loai: dinh-ky
don_vi: don-vi.yaml
so: 12a
ngay: ../../2026
ky_bao_cao: quý III/2026
trich_yeu: Kết quả công tác
kinh_gui: Sở Nội vụ
so_lieu:
  ho_so:
    cap_xa: 5.305
    cap_huyen: 08
    tong: 5.313
  chot: 2026-09-14
  ty_le: 20,56%
  rieng: {hop: 08}
  bieu:
    dong:
      - {nhom: A. Cấp xã}
      - {linh_vuc: Đất đai, ky_truoc: "-", moi: 26336, dam: true}
      - {linh_vuc: Tư pháp, ky_truoc: 1.313.305, moi: "{{ ho_so.tong }}", tt: 1.1}
    tong: {moi: 31.649}
noi_dung: Văn bản.
noi_nhan: [Sở Nội vụ]
nguoi_ky: chu-tich
bo_qua:
  - {quy_tac: ho-so, ly_do: Theo bản đã phát hành}
"""

BAD = """\
# yaml-language-server: $schema=dinh-ky.json
loai: bao-cao
don_vi: don-vi.yaml
trang_thai: nhap
ngay: hôm nay
trich_yeu: Kết quả công tác
kinh_giu: Sở Nội vụ
so_lieu:
  ho_so:
    cap_huyen: nhiều
  bieu:
    - {linh_vuc: Đất đai, mooi: 3}
  chot: 14/9
noi_dung: Văn bản.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    office.write(tmp_path, TYPE)
    report_type = load_report_type("dinh-ky", Workspace.around(tmp_path))
    (tmp_path / "dinh-ky.json").write_text(json.dumps(json_schema(report_type)), encoding="utf-8")
    (tmp_path / "don-vi.json").write_text(json.dumps(unit_schema()), encoding="utf-8")
    return tmp_path


@pytest.fixture
def server(folder: Path) -> Iterator[LanguageServer]:
    running = LanguageServer(folder)
    yield running
    running.close()


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_editor_marks_nothing_in_what_docgen_accepts(server: LanguageServer, folder: Path) -> None:
    path = write(folder, "good.yaml", GOOD)
    draft = GOOD.replace("    cap_xa: 5.305\n", "").replace("so: 12a", "trang_thai: du-thao")

    assert server.open(path) == []
    assert server.open(write(folder, "draft.yaml", draft)) == []
    assert office.read(path)[1] == []


def test_an_editor_marks_what_docgen_refuses(server: LanguageServer, folder: Path) -> None:
    found = server.open(write(folder, "bad.yaml", BAD))

    assert sorted(int(one.partition(":")[0]) for one in found) == [2, 2, 2, 4, 5, 7, 9, 10, 12, 13]


def test_an_editor_completes_keys_and_values(server: LanguageServer, folder: Path) -> None:
    text = GOOD.replace("    cap_huyen: 08\n", "    c\n").replace("so: 12a\n", "trang_thai: \n")
    path = write(folder, "typing.yaml", text)
    server.open(path)

    assert "cap_huyen" in server.complete(path, 12, 6)
    assert {"du-thao", "chinh-thuc"} <= set(server.complete(path, 4, 13))


def test_an_editor_shows_vietnamese_help(server: LanguageServer, folder: Path) -> None:
    path = write(folder, "good.yaml", GOOD)
    server.open(path)

    assert "Hồ sơ cấp xã" in server.hover(path, 11, 6)
    assert "Tự tính: ho_so.tong = ho_so.cap_xa + ho_so.cap_huyen" in server.hover(path, 13, 6)
    assert "Tiếp nhận trong kỳ" in server.hover(path, 20, 48)


def test_an_editor_checks_unit_files(server: LanguageServer, folder: Path) -> None:
    head = "# yaml-language-server: $schema=don-vi.json\n"

    assert server.open(write(folder, "good-unit.yaml", head + office.UNIT)) == []
    assert server.open(
        write(folder, "bad-unit.yaml", head + office.UNIT.replace("cap: xa", "cap: quan"))
    ) == ['2:6 Value is not accepted. Valid values: "tinh", "so", "huyen", "phong", "xa", null.']


def test_samples_pass_in_an_editor(server: LanguageServer, folder: Path) -> None:
    samples = sorted((REPOSITORY / "samples").glob("*.yaml"))
    assert samples
    workspace = Workspace.around(REPOSITORY / "samples")
    for sample in samples:
        text = sample.read_text(encoding="utf-8")
        name = next(line.split()[1] for line in text.splitlines() if line.startswith("loai:"))
        (folder / f"{name}.json").write_text(json.dumps(json_schema(load_report_type(name, workspace))))
        body = "\n".join(line for line in text.splitlines() if "yaml-language-server" not in line)
        path = write(folder, sample.name, f"# yaml-language-server: $schema={name}.json\n{body}\n")

        assert server.open(path) == []


def test_every_property_has_a_vietnamese_title_or_description(folder: Path) -> None:
    schema = json_schema(load_report_type("bao-cao", Workspace.around(folder)))

    assert [name for name, one in schema["properties"].items() if not one.get("title")] == []
    assert [name for name, one in schema["properties"].items() if not one.get("description")] == []
