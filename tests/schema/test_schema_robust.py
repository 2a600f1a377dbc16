"""Whatever stands in a file: findings come out, never an exception of another kind."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.schema import ReportType, Unit, check_facts, load_report_type, read_document
from docgen.schema.combine import combine
from docgen.schema.read_form import read_form
from docgen.schema.type_file import read_type
from docgen.schema.unit import read_unit
from docgen.source import parse_yaml
from docgen.workspace import Workspace

HERE = Path(__file__).parent
WORDS_OF_CLERKS = """
-|no|true|0|08|5.305|20,56%|13/13|14/9/2020|../../2021|quý I/2020|chữ|{{ ho_so }}|{{ a + }}|du-thao|dem|chu
ngay|ty_le|list|dict|tong|x == 1|a + b|tong(bieu.moi)|ty_le(moi, cu)|1|ngang|xa|quy|I.|(|[a-z|moi|cu|NaN
- | |\u00a0
"""
KEYS_OF_FILES = """
loai don_vi so ngay ky_bao_cao trich_yeu kinh_gui so_lieu phu_luc noi_nhan luu nguoi_ky bo_qua van_ban
danh_so trang_thai noi_dung tieu_de quy_tac ly_do rieng bieu dong tong nhom dam moi cu tt linh_vuc ten ma kieu
tinh cot khoa rang_buoc dieu_kien muc_do type schema required min max allowed regex default ke_thua cap
de_cuong truong a b valuesrules hieu_luc den chu-tich minlength
"""
WORDS = st.sampled_from(["", "9" * 80, *WORDS_OF_CLERKS.strip("\n").replace("\n", "|").split("|")])
KEYS = st.sampled_from(KEYS_OF_FILES.split())
TREES: st.SearchStrategy[Any] = st.recursive(
    WORDS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)
ROOTS = st.dictionaries(KEYS, TREES, max_size=9)

FORM = """\
ten: Hồ sơ
khoa: linh_vuc
cot:
  - {ma: tt, ten: TT, kieu: stt}
  - {ma: linh_vuc, ten: Lĩnh vực, kieu: chu}
  - {ma: moi, ten: Mới, bat_buoc: true}
  - {ma: cu, ten: Cũ, tinh: moi + 1}
  - {ma: den, ten: Ngày, kieu: ngay}
dong_tong: Tổng
rang_buoc: [{ma: r, dieu_kien: moi <= cu}]
"""
TYPE = """\
ten: Thử
ke_thua: bao-cao
so_lieu:
  a: {type: dem}
  b: {type: list, schema: {type: dem}}
  cu: {type: dict, schema: {moi: {type: ty_le}, den: {type: ngay}}}
  bieu: {bieu: thu}
tinh: {x: a + tong(bieu.moi), cu.ty_le: "ty_le(a, x)"}
rang_buoc: [{ma: s, dieu_kien: 'bieu["chữ"].moi == bieu.tong.cu and cu.den <= ky.den and tong(b) == a'}]
"""


def yaml(tree: Any) -> str:
    """`tree` as YAML (JSON is YAML); None is an empty value."""
    return json.dumps(tree, ensure_ascii=False)


@lru_cache
def office(folder: Path) -> tuple[ReportType, Unit]:
    (folder / "schemas" / "bieu").mkdir(parents=True)
    (folder / "schemas" / "thu.yaml").write_text(TYPE, encoding="utf-8")
    (folder / "schemas" / "bieu" / "thu.yaml").write_text(FORM, encoding="utf-8")
    (folder / "unit.yaml").write_text(
        "{cap: xa, ten: A, ky_hieu: A, dia_danh: A, nguoi_ky: {chu-tich: {chuc_vu: B}}}", encoding="utf-8"
    )
    return load_report_type("thu", Workspace.around(folder)), read_unit(folder / "unit.yaml")[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120, deadline=None)
@given(root=ROOTS, facts=st.dictionaries(KEYS, TREES, max_size=5), rows=TREES)
def test_any_data_file_gives_findings(root: dict[str, Any], facts: Any, rows: Any, tmp_path: Path) -> None:
    report_type, unit = office(tmp_path)
    text = yaml({**root, "so_lieu": {**facts, "bieu": rows}})

    node, _ = parse_yaml(text, "t.yaml")
    data, found = read_document(node, report_type, unit)
    found += check_facts(data, report_type, unit)

    assert all(one.message and one.location.path for one in found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120, deadline=None)
@given(root=ROOTS)
def test_any_unit_file_gives_findings(root: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "u.yaml"
    path.write_text(yaml(root), encoding="utf-8")

    _, found = read_unit(path)

    assert all(one.message and one.location.path for one in found)


@settings(max_examples=120, deadline=None)
@given(root=ROOTS, facts=TREES, columns=TREES, rules=TREES)
def test_any_schema_file_gives_findings(root: dict[str, Any], facts: Any, columns: Any, rules: Any) -> None:
    type_text = yaml({**root, "so_lieu": facts, "rang_buoc": rules, "tinh": {"x": "a + 1", "y.z": "x"}})
    form_text = yaml({**root, "ten": "T", "cot": columns, "rang_buoc": rules})

    type_file = read_type("t", "t.yaml", type_text.encode())
    form, form_faults = read_form("f", "f.yaml", form_text.encode())
    found = [*type_file.faults, *form_faults]
    if not type_file.faults and not any("bieu" in text for text in (type_text,)):
        found += combine((type_file,), {})[1]

    assert (form is None) == bool(form_faults)
    assert all(one.message and one.location.path for one in found)
