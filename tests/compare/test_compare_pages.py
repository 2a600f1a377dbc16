"""Pages compared as pictures: pages that come and go, areas that differ, what is masked."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from compare_package import NAMES, built
from docx.document import Document
from PIL import Image, ImageDraw

from docgen.compare.pages import DPI, compare_pages, differing, in_words
from docgen.compare.pdf_reader import Box, Pdf
from docgen.pdf import Converter
from docgen.pdf.office import find_office

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not on this machine")


def sheet(*words: tuple[int, int, str]) -> Image.Image:
    picture = Image.new("L", (595, 842), 255)
    for x, y, text in words:
        ImageDraw.Draw(picture).text((x, y), text, fill=0)
    return picture


def test_equal_pictures_have_no_areas() -> None:
    assert differing(sheet((80, 90, "abc")), sheet((80, 90, "abc"))) == ()


def test_each_area_that_differs_is_found_where_it_is() -> None:
    areas = differing(sheet((80, 90, "abc"), (300, 700, "x")), sheet((80, 90, "abd"), (300, 700, "y")))

    def around(box: Box, x: int, y: int) -> bool:
        left, top = x * 25.4 / DPI, y * 25.4 / DPI
        return box.left - 4 <= left <= box.right + 4 and box.top - 4 <= top <= box.bottom + 4

    assert [around(area, *place) for area, place in zip(areas, ((95, 95), (303, 705)), strict=True)] == [
        True,
        True,
    ]


def test_a_shade_within_the_tolerance_is_no_difference() -> None:
    grey = Image.new("L", (595, 842), 205)

    assert differing(Image.new("L", (595, 842), 255), grey) == ()


def test_what_is_hidden_is_not_compared() -> None:
    hidden = [Box(20, 25, 60, 45)]

    assert differing(sheet((80, 90, "abc")), sheet((80, 90, "xyz")), hidden) == ()


def pdfs(change: Callable[[Document], None]) -> tuple[Pdf, Pdf]:
    document = docx.Document(io.BytesIO(built(NAMES[4])))
    change(document)
    out = io.BytesIO()
    document.save(out)
    with Converter() as converter:
        old, new = converter.convert([("cu.docx", built(NAMES[4])), ("moi.docx", out.getvalue())])
    return Pdf(old.pdf), Pdf(new.pdf)


@needs_office
def test_number_and_date_are_masked() -> None:
    def stamp(document: Document) -> None:
        for paragraph in document.tables[0]._cells:
            for run in (r for p in paragraph.paragraphs for r in p.runs if "17" in r.text or "268" in r.text):
                run.text = run.text.replace("268/BC", "1047/BC").replace(
                    "ngày 17 tháng 9", "ngày 02 tháng 10"
                )

    pairs = compare_pages(*pdfs(stamp))

    assert [pair for pair in pairs if pair.changed] == []


@needs_office
def test_a_page_that_comes_is_named_first_and_the_pages_behind_it_have_shifted() -> None:
    def insert(document: Document) -> None:
        heading = next(p for p in document.paragraphs if p.text.startswith("III."))
        heading.paragraph_format.page_break_before = True
        new = heading.insert_paragraph_before("Trang này chỉ có một câu mới tinh không đâu có.")
        new.paragraph_format.page_break_before = True

    old, new = pdfs(insert)
    lines = in_words(compare_pages(old, new))

    assert len(new) == len(old) + 1 or len(new) == len(old) + 2
    assert lines[0].startswith("thêm trang: ")
    assert any(line.startswith("trang dời chỗ: ") for line in lines)
