"""The work for a long table grows with its rows and not faster, counted in calls and not in seconds."""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import office
import pytest

from docgen import limits
from docgen.diagnostics import Diagnostic

FORM = """\
=== schemas/bieu/dai.yaml
ten: Biểu dài
khoa: ten
cot:
  - {ma: ten, ten: Tên, kieu: chu, bat_buoc: true}
  - {ma: tong_so, ten: Tổng số, tinh: a + b}
  - {ma: a, ten: A}
  - {ma: b, ten: B}
dong_tong: Tổng số
rang_buoc: [{ma: khong-vuot, dieu_kien: a <= b}]
=== schemas/dai.yaml
ten: Dài
ke_thua: bao-cao
so_lieu: {bieu: {bieu: dai}}
rang_buoc: [{ma: dong-cuoi, dieu_kien: 'bieu["Dòng 1"].a == 1'}]
=== data.yaml
loai: dai
HEAD
so_lieu:
  bieu:
"""


def check(folder: Path, row: str, rows: int) -> tuple[list[Diagnostic], int]:
    """The findings in a table of `rows` rows like `row`, and the Python calls it took to find them."""
    folder.mkdir()
    path = office.write(folder, FORM + "".join(f"    - {row.format(i=i)}\n" for i in range(1, rows + 1)))
    office.read(path)  # what is done once for all is not counted
    calls = 0

    def count(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        _, found = office.read(path)
    finally:
        sys.setprofile(None)
    return found, calls


@pytest.mark.parametrize(
    "row",
    [
        "{{ten: Dòng {i}, tong_so: 3, a: 1, b: 2}}",
        "{{ten: Dòng {i}, tong_so: 4, a: 1, b: 0}}",
        "{{ten: Dòng {i}, tong_so: chữ, a: 1, c: 2}}",
    ],
    ids=["clean", "every row disagrees", "no row can be read"],
)
def test_twice_the_rows_take_at_most_twice_the_work(row: str, tmp_path: Path) -> None:
    _, once = check(tmp_path / "once", row, 1_000)
    _, twice = check(tmp_path / "twice", row, 2_000)

    assert twice < 2.05 * once


def test_findings_beyond_the_limit_are_counted(tmp_path: Path) -> None:
    rows = limits.DIAGNOSTICS_PER_STAGE + 50

    found, _ = check(tmp_path / "n", "{{ten: Dòng {i}, tong_so: 4, a: 1, b: 2}}", rows)

    assert [one.code for one in found] == ["dai.tong_so"] * (limits.DIAGNOSTICS_PER_STAGE + 1)
    assert found[-1].message == "còn 50 lỗi nữa như trên"


def test_faults_beyond_the_limit_are_counted(tmp_path: Path) -> None:
    rows = limits.DIAGNOSTICS_PER_STAGE + 50

    found, _ = check(tmp_path / "n", "{{ten: Dòng {i}, a: chữ}}", rows)

    assert [one.code for one in found] == ["gia-tri-sai"] * limits.DIAGNOSTICS_PER_STAGE + ["con-nua"]
    assert found[-1].message == "còn 50 lỗi nữa"
