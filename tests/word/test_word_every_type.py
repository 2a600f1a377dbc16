"""Every document type at every level that issues it: built from its sample, without a finding of NĐ 30."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.diagnostics import DocgenError, Severity
from docgen.lint import Options, lint
from docgen.schema import read_unit

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TYPES = {
    "cong-van": "cong-van-so-nong-nghiep-moi-truong",
    "to-trinh": "to-trinh-phong-vhxh-xa-an-hoa",
    "ke-hoach": "ke-hoach-xa-an-hoa",
    "thong-bao": "thong-bao-tinh-gia-lai",
    "quyet-dinh": "quyet-dinh-xa-an-hoa",
    "giay-moi": "giay-moi-xa-an-hoa",
    "bien-ban": "bien-ban-xa-an-hoa",
}
UNITS = {
    "tinh": "tinh-gia-lai", "so": "so-nong-nghiep-moi-truong-gia-lai", "huyen": "huyen-an-lao",
    "phong": "phong-vhxh-xa-an-hoa", "xa": "xa-an-hoa",
}  # fmt: skip


def moved(type_: str, level: str, folder: Path) -> Path:
    """The sample of a type as an office of `level` would write it, signed by its first signer."""
    unit = SAMPLES / "don-vi" / f"{UNITS[level]}.yaml"
    text = (SAMPLES / f"{TYPES[type_]}.yaml").read_text(encoding="utf-8")
    signer = next(iter(read_unit(unit)[0].signers))
    (folder / "don-vi").mkdir()
    (folder / "don-vi" / "don-vi.yaml").write_bytes(unit.read_bytes())
    text = re.sub(r"^don_vi: .*$", "don_vi: don-vi/don-vi.yaml", text, flags=re.MULTILINE)
    text = re.sub(r"^nguoi_ky: .*$", f"nguoi_ky: {signer}", text, flags=re.MULTILINE)
    if level == "huyen":  # until 30/6/2025
        text = re.sub(r"^ngay: (\d+/\d+)/20\d\d", r"ngay: \1/2024", text, flags=re.MULTILINE)
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    return folder / "a.yaml"


@pytest.mark.parametrize("level", UNITS)
@pytest.mark.parametrize("type_", TYPES)
def test_a_type_builds_at_a_level_and_breaks_no_rule(type_, level, tmp_path):
    built = pipeline.build(moved(type_, level, tmp_path))
    day = datetime.date(2024, 10, 14) if level == "huyen" else datetime.date(2026, 10, 14)
    found = lint(built.docx, Options(as_of=day))

    assert [(d.code, d.message) for d in found if d.severity is Severity.ERROR] == []


def test_what_a_template_does_not_print_is_refused_instead_of_lost(tmp_path):
    path = moved("quyet-dinh", "xa", tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + "kinh_gui: Sở Nội vụ\n", encoding="utf-8")

    with pytest.raises(DocgenError) as caught:
        pipeline.build(path)

    assert [(d.code, d.message) for d in caught.value.diagnostics] == [
        ("mau-khong-in", "mẫu không in “kinh_gui” mà tài liệu này có")
    ]
