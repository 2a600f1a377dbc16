"""Repairs: what was fixed is gone, nothing else came, no word changed, the file stays valid."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from paper import body, field, p, paper, r, section, vml_line
from test_lint_format_rules import BREAKS, long, two_pages

from docgen.lint import lint
from docgen.lint.repair import FIXES, repair
from docgen.view import read

VALIDATOR = Path(__file__).parents[3] / "shared" / "tools" / "validate_docx.py"

# Documents whose finding has no safe repair, by code and position in BREAKS.
_LEFT = {
    ("PG-08", 1), ("PG-09", 2), ("PG-10", 3), ("PG-10", 4), ("QH-01", 0), ("QH-01", 4), ("QH-01", 5), ("TN-01", 1),
    ("TN-01", 4), ("CQ-02", 2), ("DD-01", 3), ("DD-01", 5), ("TY-01", 2), ("TY-01", 3), ("TY-01", 4), ("TY-03", 2),
    ("TY-03", 3), ("KG-02", 1), ("KG-03", 1), ("KG-03", 2), ("ND-04", 1), ("KY-01", 0), ("KY-03", 0), ("KY-03", 1),
    ("KY-03", 2), ("NN-01", 2), ("NN-04", 3), ("PL-02", 0), ("PL-02", 1), ("PL-04", 0), ("PL-04", 2),
}  # fmt: skip
_CASES = [
    (c, n, d) for c, ds in BREAKS.items() for n, d in enumerate(ds) if c in FIXES and (c, n) not in _LEFT
]


def words(data: bytes) -> list[str]:
    """The words of a document, without zeros before numbers, signs and case."""
    view = read(data)
    text = unicodedata.normalize("NFC", " ".join(x.text for x in view.paragraphs))
    return [w.lstrip("0") for w in re.findall(r"\w+", text.replace("_", " "))]


@pytest.mark.parametrize(("code", "number", "document"), _CASES, ids=[f"{c}-{n}" for c, n, _ in _CASES])
def test_what_was_fixed_is_gone_and_nothing_else_came(code: str, number: int, document: bytes):
    result = repair(document)

    assert [d.code for d in result.done] == [code]
    assert result.data is not None
    assert lint(result.data) == []
    assert words(result.data) == words(document)


@pytest.mark.parametrize(("code", "number"), sorted(_LEFT))
def test_what_has_no_safe_repair_stays_a_finding(code: str, number: int):
    result = repair(BREAKS[code][number])

    assert code in [d.code for d in result.left]


def messy() -> bytes:
    """A document with many faults at once."""
    return paper(
        sect=section(left=1134, right=1500, top=850, title=False),
        quoc_hieu=p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 14, jc="center"),
        tieu_ngu=p("", jc="center", runs=r("Độc lập", 14) + r(" – Tự do–", 14, i=True) + r("Hạnh phúc", 14)),
        tieu_ngu_line=p("------------", jc="center"),
        ban_hanh_line=p(jc="center", extra=vml_line(200)),
        so=p("Số : 5/BC-SNV", 14, jc="center"),
        ngay=p("Lạng Sơn, ngày 5 tháng 10 năm 2024", 14, jc="center"),
        doan_1=p("\t" + long(), 12, after=0, font="Arial", color="1F4E79"),
        doan_2=p(long(), 14, jc="left", line=480),
        noi_nhan=p("Nơi nhận:", 13, b=True, more='<w:u w:val="single"/>'),
        nhan_2=p("-Lãnh đạo Sở,", 12),
        luu=p("- Lưu VT, CCHC", 12),
        header=p(jc="right", runs=field(size=11)),
        after=body(long()) * 25,
    )


def test_a_document_full_of_faults_is_clean_after_one_repair():
    document = messy()

    result = repair(document)

    assert lint(result.data) == []
    assert result.left == ()
    assert words(result.data) == words(document)


def test_a_second_repair_changes_nothing():
    once = repair(messy()).data

    assert repair(once).data is None


@pytest.mark.parametrize(
    "document",
    [
        paper(
            sect=section(left=1000), settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
        ),
        paper(
            sect=section(left=1000),
            doan_2=body(
                "Tiếp tục.",
                extra=(
                    '<w:ins w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z">' + r(" Thêm.") + "</w:ins>"
                ),
            ),
        ),
    ],
)
def test_protected_and_tracked_files_are_left_alone(document: bytes):
    result = repair(document)

    assert (result.data, result.done, result.refused.code) == (None, (), "FX-00")
    assert "PG-05" in [d.code for d in result.left]


def test_a_signed_file_is_left_alone():
    buffer = io.BytesIO(paper(sect=section(left=1000)))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")

    assert repair(buffer.getvalue()).data is None


@pytest.mark.skipif(not VALIDATOR.exists(), reason="cần công cụ kiểm tra ở ../shared/tools")
def test_every_repaired_file_is_a_valid_word_file(tmp_path: Path):
    documents = [repair(d).data for _, _, d in _CASES] + [repair(messy()).data]
    for number, data in enumerate(documents):
        (tmp_path / f"{number}.docx").write_bytes(data)
    command = [
        sys.executable,
        str(VALIDATOR),
        "--quiet",
        "--require",
        "xsd,rules",
        "--skip",
        "libreoffice,sdk",
        *map(str, sorted(tmp_path.glob("*.docx"))),
    ]

    schemas = {**os.environ, "OOXML_XSD_DIR": str(VALIDATOR.parents[1] / "ooxml-xsd")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=schemas)

    assert (done.returncode, done.stdout) == (0, "")


def test_a_page_number_moves_from_the_foot_to_the_middle_of_the_header():
    document = two_pages(
        sect=section(refs='<w:footerReference w:type="default" r:id="rIdfooter1"/>'),
        parts={"footer1": p(jc="center", runs=field())},
    )

    section_view = read(repair(document).data).sections[0]

    assert [f.kind for f in section_view.headers["default"].fields] == ["PAGE"]
    assert [f.kind for f in section_view.footers["default"].fields] == []
    assert section_view.first_page
