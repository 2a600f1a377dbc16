"""What other parts ask of the facts: places, kinds, tables."""

from pathlib import Path

import office

from docgen.schema import DataFile

FIXTURE = """\
=== schemas/bieu/ho-so.yaml
ten: Hồ sơ
khoa: linh_vuc
cot: [{ma: linh_vuc, ten: Lĩnh vực, kieu: chu}, {ma: moi, ten: Mới}]
=== schemas/dinh-ky.yaml
ten: Báo cáo định kỳ
ke_thua: bao-cao
so_lieu:
  ho_so: {schema: {cap_xa: {type: dem}, cap_huyen: {type: dem}, bieu_1: {bieu: ho-so}}}
  bieu_2: {bieu: ho-so}
tinh: {ho_so.tong: ho_so.cap_xa + 1}
=== data.yaml
loai: dinh-ky
HEAD
so_lieu:
  ho_so:
    cap_xa: 3
    bieu_1:
      dong:
        - {linh_vuc: Đất đai, moi: 5}
      tong: {moi: 5}
"""


def read(folder: Path) -> DataFile:
    data, found = office.read(office.write(folder, FIXTURE))
    assert found == []
    return data


def test_every_path_has_the_place_where_it_was_typed(tmp_path: Path) -> None:
    facts = read(tmp_path).facts

    def place(*path: str) -> str:
        return str(facts.place(path)).removeprefix(f"{tmp_path}/")

    assert place("ho_so", "cap_xa") == "data.yaml:9:13"
    assert place("ho_so", "tong") == "schemas/dinh-ky.yaml:6:8"
    assert place("ho_so", "bieu_1", "moi") == "data.yaml:11:7"
    assert place("ho_so", "bieu_1", "đất đai", "moi") == "data.yaml:12:36"
    assert place("ho_so", "bieu_1", "tong", "moi") == "data.yaml:13:19"
    assert place("ho_so", "cap_huyen") == place("khac") == place("bieu_2") == "data.yaml:7:1"


def test_kinds_and_tables_are_found_by_path_and_tables_by_last_name(tmp_path: Path) -> None:
    facts = read(tmp_path).facts

    assert [facts.kind(p) for p in ("ho_so.cap_xa", "ho_so.tong", "ho_so.bieu_1", "khac")] == [
        "dem",
        "so",
        "bieu",
        None,
    ]
    assert facts.table("bieu_1") is facts.table("ho_so.bieu_1") is facts.tables["ho_so.bieu_1"]
    assert facts.table("bieu_2") is None
    assert [facts.lacks_table(name) for name in ("bieu_1", "bieu_2", "bieu_3")] == [False, True, False]
