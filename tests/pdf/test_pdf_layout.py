"""Layout faults on pages: each is found where it is, and a sound report has none."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from docgen import pipeline
from docgen.pdf import Converter, layout_faults
from docgen.pdf.office import find_office
from docgen.view import read

pytestmark = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not on this machine")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def report() -> bytes:
    return pipeline.build(SAMPLES / "huyen-an-lao-quy-3-2024.yaml").docx


def changed(report: bytes, change: Callable[[Document], None]) -> bytes:
    document = docx.Document(io.BytesIO(report))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def faults(word: bytes) -> list[tuple[str, str]]:
    with Converter() as converter:
        pdf = converter.one("a.docx", word)
    return [(finding.code, finding.message) for finding in layout_faults(read(word), pdf)]


def test_the_sample_reports_have_no_layout_faults() -> None:
    files = sorted(SAMPLES.glob("*.yaml"))
    built = [(path.name, pipeline.build(path).docx) for path in files]

    with Converter(jobs=2) as converter:
        found = [
            layout_faults(read(word), done.pdf)
            for (_, word), done in zip(built, converter.convert(built), strict=True)
        ]

    assert found == [[] for _ in files]


def test_a_motto_on_two_lines_is_found(report: bytes) -> None:
    def narrow(document: Document) -> None:
        for paragraph in document.tables[0].rows[0].cells[1].paragraphs:
            paragraph.paragraph_format.right_indent = Mm(60)

    found = faults(changed(report, narrow))

    assert found == [
        ("QH-01", "Quốc hiệu bị xuống dòng trên trang in"),
        ("TN-01", "Tiêu ngữ bị xuống dòng trên trang in"),
    ]


def test_a_number_on_the_first_page_is_found(report: bytes) -> None:
    def number(document: Document) -> None:
        document.sections[0].different_first_page_header_footer = False

    assert faults(changed(report, number)) == [("PG-12", "trang đầu in số trang “1”")]


def test_a_signature_alone_on_its_page_is_found(report: bytes) -> None:
    def push(document: Document) -> None:
        closing = next(p for p in document.paragraphs if p.style.name == "Nội dung - kết thúc")
        break_before = document.add_paragraph()
        break_before.paragraph_format.page_break_before = True
        closing._p.addnext(break_before._p)

    found = faults(changed(report, push))

    assert [code for code, _ in found] == ["chu-ky-rieng-trang"]


def test_an_empty_last_page_is_found(report: bytes) -> None:
    def add(document: Document) -> None:
        document.add_page_break()
        document.add_paragraph()

    assert faults(changed(report, add)) == [("trang-trong", "trang cuối không có nội dung")]


def test_a_table_over_several_pages_without_repeated_heading_is_found(report: bytes) -> None:
    def forget(document: Document) -> None:
        table = document.tables[2]
        for row in table.rows:
            heading = row._tr.trPr.find(qn("w:tblHeader")) if row._tr.trPr is not None else None
            if heading is not None:
                row._tr.trPr.remove(heading)
        for _ in range(60):
            row = table.add_row()
            row.cells[0].text = "Lĩnh vực đất đai và môi trường"

    found = faults(changed(report, forget))

    assert [code for code, _ in found] == ["BG-01"]
    assert "không lặp lại hàng tiêu đề" in found[0][1]


def test_a_table_over_the_margin_is_found(report: bytes) -> None:
    def widen(document: Document) -> None:
        table = document.tables[2]
        table.alignment = 0
        for column in table._tbl.tblGrid.findall(qn("w:gridCol")):
            column.set(qn("w:w"), str(int(int(column.get(qn("w:w"))) * 1.2)))
        for row in table.rows:
            for cell in row._tr.tc_lst:
                width = cell.tcPr.find(qn("w:tcW"))
                width.set(qn("w:w"), str(int(int(width.get(qn("w:w"))) * 1.2)))
        total = table._tbl.tblPr.find(qn("w:tblW"))
        total.set(qn("w:w"), str(int(int(total.get(qn("w:w"))) * 1.2)))

    found = faults(changed(report, widen))

    assert [code for code, _ in found] == ["BG-01"]
    assert "vượt lề phải" in found[0][1]
