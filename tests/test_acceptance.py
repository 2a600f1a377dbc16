"""The five published reports of the reference material: every expected line, valid, the same bytes."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile

import pytest
from conftest import SHARED

import docgen
from docgen.word.names import W
from docgen.word.xml import parse_xml

REPORTS = sorted((SHARED / "acceptance").glob("*.yaml"))
SKIP = pytest.mark.skipif(not REPORTS, reason="the reference material ../shared is not on this machine")


def w(tag):
    return f"{{{W}}}{tag}"


def words(element):
    return "".join(
        (e.text or "") if e.tag == w("t") else " " for e in element.iter(w("t"), w("br"), w("tab"), w("p"))
    )


def collapsed(text):
    return " ".join(text.split()).casefold()


def text_and_rows(docx):
    """All text of the document with its footnotes, white space collapsed, and the rows of its tables."""
    texts, rows = [], []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|footnotes)\.xml", name):
                root = parse_xml(archive.read(name))
                texts.append(words(root))
                rows += [row(tr) for tr in root.iter(w("tr"))]
    return collapsed(" ".join(texts)), rows


def row(tr):
    """The texts of a row without cells that continue a merged one, and without empty ones at the end."""
    cells = []
    for tc in tr.iterfind(w("tc")):
        merge = tc.find(f"{w('tcPr')}/{w('vMerge')}")
        if merge is None or merge.get(w("val")) == "restart":
            cells.append(collapsed(words(tc)))
    return trimmed(cells)


def trimmed(cells):
    while cells and not cells[-1]:
        cells.pop()
    return cells


@SKIP
@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_every_expected_line_stands_in_the_built_document(report):
    text, rows = text_and_rows(docgen.build(report).docx)
    expected = (report.parent / "expect" / f"{report.stem}.txt").read_text(encoding="utf-8").splitlines()

    missing = []
    for line in filter(None, map(collapsed, expected)):
        if line.startswith("row:"):
            if trimmed([cell.strip() for cell in line.removeprefix("row:").split("|")]) not in rows:
                missing.append(line)
        elif line not in text:
            missing.append(line)

    assert missing == []


@SKIP
@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_published_report_builds_without_a_finding_because_its_errors_are_waived(report):
    assert [d for d in docgen.check(report) if d.severity.value == "error"] == []


@SKIP
def test_built_documents_pass_the_layered_validity_check(tmp_path):
    for report in REPORTS:
        (tmp_path / f"{report.stem}.docx").write_bytes(docgen.build(report).docx)
    command = [sys.executable, str(SHARED / "tools" / "validate_docx.py"), "--skip", "sdk,libreoffice"]
    command += ["--require", "xsd", *map(str, sorted(tmp_path.glob("*.docx")))]

    environment = {**os.environ, "OOXML_XSD_DIR": str(SHARED / "ooxml-xsd")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@SKIP
@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_second_process_builds_the_same_bytes(report, tmp_path):
    out = tmp_path / "again.docx"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "DOCGEN_CACHE": "0", "TZ": "Asia/Ho_Chi_Minh"}
    subprocess.run(
        [sys.executable, "-m", "docgen", "build", str(report), "-o", str(out)], env=environment, check=True,
        capture_output=True,
    )  # fmt: skip

    assert out.read_bytes() == docgen.build(report).docx
