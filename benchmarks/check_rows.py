"""Time to read and check one form as its rows grow, clean and with every row wrong: linear in rows.

    python benchmarks/check_rows.py [ROWS...]

Prints for each size the seconds to parse the YAML, to read the rows, and to check them, and microseconds
for one row; the last column stays level when time grows linearly.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docgen.schema import check_facts, load_report_type, read_document, read_unit
from docgen.source import read_yaml
from docgen.workspace import Workspace

FORM = """\
ten: Tình hình giải quyết hồ sơ
khoa: linh_vuc
cot:
  - {ma: tt, ten: TT, kieu: stt}
  - {ma: linh_vuc, ten: Lĩnh vực, kieu: chu, bat_buoc: true}
  - {ma: tiep_nhan, ten: Tổng số, tinh: ky_truoc + moi}
  - {ma: ky_truoc, ten: Kỳ trước}
  - {ma: moi, ten: Mới}
  - {ma: da_giai_quyet, ten: Đã giải quyết, tinh: dung_han + qua_han}
  - {ma: dung_han, ten: Đúng hạn}
  - {ma: qua_han, ten: Quá hạn}
  - {ma: ty_le, ten: Tỷ lệ, kieu: ty_le, tinh: "ty_le(dung_han, da_giai_quyet)"}
  - {ma: ghi_chu, ten: Ghi chú, kieu: chu}
dong_tong: Tổng số
rang_buoc:
  - {ma: khong-vuot, dieu_kien: da_giai_quyet <= tiep_nhan}
"""
TYPE = """\
ten: Đo
ke_thua: bao-cao
so_lieu: {bieu: {bieu: do}}
tinh: {tong: tong(bieu.tiep_nhan)}
rang_buoc: [{ma: tong-bieu, dieu_kien: tong == bieu.tong.tiep_nhan}]
"""
UNIT = "{cap: xa, ten: UBND xã An Hòa, ky_hieu: UBND, dia_danh: An Hòa, nguoi_ky: {ct: {chuc_vu: Chủ tịch}}}"
HEAD = """\
{loai: do, don_vi: dv.yaml, ngay: 14/9/2026, trich_yeu: Đo, noi_dung: Đo, nguoi_ky: ct, so_lieu: {bieu: [
"""


def data(rows: int, wrong: bool) -> str:
    """A data file with a table of `rows` rows; every computed cell is typed, rightly or wrongly."""
    lines = []
    for i in range(rows):
        old, new, late = i % 90, i % 1000, min(i % 7, i % 1000)
        on_time = new - late + (2 * old + 2 if wrong else 0)  # more done than there was
        lines.append(
            f"{{linh_vuc: Lĩnh vực {i}, tiep_nhan: {old + new + wrong}, ky_truoc: {old}, moi: {new}, "
            f"da_giai_quyet: {on_time + late + wrong}, dung_han: {on_time}, qua_han: {late}}}"
        )
    return HEAD + ",\n".join(lines) + "]}}\n"


def measure(folder: Path, rows: int, wrong: bool) -> tuple[float, float, float, int]:
    """Seconds to parse, to read, to check, and the number of findings."""
    path = folder / f"{rows}.yaml"
    path.write_text(data(rows, wrong), encoding="utf-8")
    (root, _), parse = _timed(lambda: read_yaml(path))
    report_type = load_report_type("do", Workspace.around(folder))
    unit, _ = read_unit(folder / "dv.yaml")
    (document, faults), read = _timed(lambda: read_document(root, report_type, unit))
    found, check = _timed(lambda: check_facts(document, report_type, unit))
    assert not faults, faults
    return parse, read, check, len(found)


def _timed(call: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = call()
    return result, time.perf_counter() - start


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "schemas" / "bieu").mkdir(parents=True)
        (folder / "schemas" / "bieu" / "do.yaml").write_text(FORM, encoding="utf-8")
        (folder / "schemas" / "do.yaml").write_text(TYPE, encoding="utf-8")
        (folder / "dv.yaml").write_text(UNIT, encoding="utf-8")
        heads = ("rows", "rows are", "parse s", "read s", "check s", "findings", "µs/row")
        print("".join(f"{head:>10}" for head in heads))
        for wrong in (False, True):
            for rows in sizes:
                parse, read, check, found = measure(folder, rows, wrong)
                per_row = 1e6 * (read + check) / rows
                word = "wrong" if wrong else "clean"
                seconds = "".join(f"{one:>10.2f}" for one in (parse, read, check))
                print(f"{rows:>10}{word:>10}{seconds}{found:>10}{per_row:>10.0f}")


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [1_000, 2_500, 5_000, 10_000, 20_000])
