"""Small offices with several reports for the tests of batches."""

from __future__ import annotations

import json
from pathlib import Path

UNIT = (
    "cap: xa\nten: Ủy ban nhân dân xã An Hòa\nky_hieu: UBND\ndia_danh: An Hòa\n"
    "nguoi_ky: {chu-tich: {chuc_vu: Chủ tịch, ho_ten: Trần Minh Khang}}\nluu: VT\n"
)
REPORT = (
    "loai: {kind}\ndon_vi: ../don-vi/xa.yaml\nso: {number}\nngay: 17/9/2026\ntrich_yeu: Kết quả công tác\n"
    "nguoi_ky: chu-tich\n{more}noi_dung: |\n  Nội dung báo cáo số {number}.\n"
)


def office(folder: Path, count: int) -> Path:
    """An office in `folder` with its unit and `count` reports below `bao-cao`, whose folder comes back."""
    (folder / "don-vi").mkdir(parents=True)
    (folder / "don-vi" / "xa.yaml").write_text(UNIT, encoding="utf-8")
    data = folder / "bao-cao"
    data.mkdir()
    for number in range(1, count + 1):
        write(data, number)
    return data


def write(data: Path, number: int, kind: str = "bao-cao", more: str = "") -> Path:
    """Report `number` of type `kind`, with further lines of YAML."""
    path = data / f"bc-{number:03}.yaml"
    path.write_text(REPORT.format(kind=kind, number=number, more=more), encoding="utf-8")
    return path


def records(out: Path) -> list[dict]:
    """The lines of the manifest in `out`."""
    return [
        json.loads(line) for line in (out / "docgen-manifest.jsonl").read_text(encoding="utf-8").splitlines()
    ]
