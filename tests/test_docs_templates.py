"""docs/vi/bao-tri-mau.md: its table of types, codes, pictures and unit file are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from docgen.schema import load_report_type, read_unit
from docgen.workspace import Workspace

REPOSITORY = Path(__file__).resolve().parents[1]
GUIDE = REPOSITORY / "docs" / "vi" / "bao-tri-mau.md"
TEXT = GUIDE.read_text(encoding="utf-8")
WORKSPACE = Workspace.around(REPOSITORY)
LEVELS = ("tinh", "so", "huyen", "phong", "xa")


def test_the_table_of_levels_and_types_says_what_is_used():
    rows = re.findall(
        r"^\| [^|]*\(`([a-z-]+)`.*?\| ([\d., ]+) \|((?: [✓–] \|){5}) `(.+?)` \|$", TEXT, re.MULTILINE
    )
    said = {
        name: ([mark.strip() == "✓" for mark in marks.split("|")[:5]], file) for name, _, marks, file in rows
    }
    for name, (marks, file) in said.items():
        report_type = load_report_type(name, WORKSPACE)
        served = [
            next(p for parent in report_type.parents if (p := WORKSPACE.find_template(level, parent)))
            for level in LEVELS
        ]
        assert marks == [not report_type.levels or level in report_type.levels for level in LEVELS]
        assert [f"{p.parent.name}/{p.stem}" for p in served] == [
            file.replace("<cấp>", level) for level in LEVELS
        ]

    assert sorted(said) == sorted(
        ["bao-cao", "to-trinh", "ke-hoach", "thong-bao", "cong-van", "quyet-dinh", "giay-moi", "bien-ban"]
    )


def test_every_code_of_a_template_check_is_explained():
    code = "\n".join(
        p.read_text(encoding="utf-8") for p in (REPOSITORY / "docgen" / "word" / "keeper").glob("*.py")
    )
    used = set(re.findall(r'"(mau-[a-z-]+)"', code))

    assert used - set(re.findall(r"`(mau-[a-z-]+)`", TEXT)) == set()


def test_every_picture_is_there():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)

    assert pictures and all((GUIDE.parent / picture).is_file() for picture in pictures)


def test_the_unit_file_of_the_guide_has_no_findings(tmp_path):
    block = next(b for b in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL) if "truoc_day" in b)
    (tmp_path / "don-vi.yaml").write_text(block, encoding="utf-8")

    assert read_unit(tmp_path / "don-vi.yaml")[1] == []
