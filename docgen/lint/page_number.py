"""Rules on page numbers (Mục I.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, I, Rule, Subject, W
from docgen.lint.limits import SIZE_TOLERANCE_PT
from docgen.lint.look import inside, number, span
from docgen.view.model import Band, Field, Paragraph, Table, paragraphs

_LINE_CHARS = 75  # letters of 14 pt on a line of 155-165 mm
_PAGE_LINES = 40  # such lines with gaps on a page of 247-257 mm


def pages(subject: Subject) -> int | None:
    """2 when the document surely has several pages, 1 when surely one, None when it may be either."""
    view = subject.view
    if len(view.sections) > 1 and any(s.start != "continuous" for s in view.sections[1:]):
        return 2
    if view.rendered_pages > 1:
        return 2
    if any(p.page_break or p.format.page_break_before for p in view.paragraphs[1:-1]):
        return 2
    lines = sum(_height(block) for block in view.blocks) / _PAGE_LINES
    return 2 if lines > 1.4 else 1 if lines < 0.8 else None


def _height(block: Paragraph | Table) -> float:
    if isinstance(block, Table):
        return float(
            sum(max((sum(_height(b) for b in c.blocks) for c in row.cells), default=1) for row in block.rows)
        )
    room = _LINE_CHARS * max(block.width_mm, 15) / 160
    return len(block.text) // room + 1


def _numbers(band: Band | None) -> list[tuple[Paragraph, Field]]:
    """The page number fields of a header or footer with their paragraphs."""
    if band is None:
        return []
    return [(p, f) for p in paragraphs(band.blocks, boxes=True) for f in p.fields if f.kind == "PAGE"]


def _bands(subject: Subject, kind: str) -> dict[str, Band]:
    return {band.part: band for section in subject.view.sections for band in getattr(section, kind).values()}


def _header_numbers(subject: Subject) -> list[tuple[Paragraph, Field]]:
    return [found for band in _bands(subject, "headers").values() for found in _numbers(band)]


def content(subject: Subject) -> Iterator[Finding]:
    numbers = _header_numbers(subject)
    feet = [found for band in _bands(subject, "footers").values() for found in _numbers(band)]
    if not numbers and not feet:
        if pages(subject) == 2 and not _typed(subject):
            yield Finding(
                "văn bản nhiều trang không đánh số trang", None, "Chèn số trang canh giữa ở lề trên, cỡ 13-14"
            )
        return
    for paragraph, field in numbers or feet:
        found = []
        if not inside(field.format.size_pt, subject.limits.so_trang, SIZE_TOLERANCE_PT):
            found.append(f"cỡ chữ {number(field.format.size_pt)} (quy định {span(subject.limits.so_trang)})")
        if field.format.italic:
            found.append("in nghiêng (quy định kiểu chữ đứng)")
        if found:
            yield Finding(f"số trang: {', '.join(found)}", paragraph)
        if field.format.bold:
            yield Finding("số trang in đậm", paragraph, severity=W)
        rest = paragraph.text.replace(field.result, "", 1).strip() if field.result else paragraph.text.strip()
        if rest and re.search(r"[-–—/.()\[\]]|trang", rest, re.IGNORECASE):
            yield Finding(f"số trang ghi kèm “{rest}”, quy định chỉ ghi chữ số", paragraph, severity=W)
    yield from _counting(subject)


def _typed(subject: Subject) -> bool:
    """Whether headers hold text boxes, so that a number in a shape cannot be excluded."""
    return any(
        p.boxes or p.pictures for b in _bands(subject, "headers").values() for p in paragraphs(b.blocks)
    )


def _counting(subject: Subject) -> Iterator[Finding]:
    first = subject.view.sections[0]
    for section in subject.view.sections:
        if section.number_format not in ("", "decimal"):
            yield Finding(f"số trang dùng kiểu “{section.number_format}”, quy định chữ số Ả Rập", None)
            break
    if first.number_start not in (None, 1) and not (first.number_start == 0 and first.first_page):
        yield Finding(f"số trang bắt đầu từ {first.number_start}, quy định từ 1", None)


def place(subject: Subject) -> Iterator[Finding]:
    headers = _header_numbers(subject)
    feet = [found for band in _bands(subject, "footers").values() for found in _numbers(band)]
    if feet and not headers:
        yield Finding(
            "số trang đặt ở chân trang, quy định canh giữa trong lề trên",
            feet[0][0],
            "Chuyển số trang lên phần đầu trang (Header), canh giữa",
        )
    flowing = {id(p) for b in _bands(subject, "headers").values() for p in paragraphs(b.blocks)}
    for paragraph, _ in headers:
        layout = paragraph.format
        if id(paragraph) not in flowing:
            continue  # in a text box, which may itself stand in the middle
        if (
            layout.alignment != "center"
            and not layout.framed
            and "\t" not in paragraph.text
            and not paragraph.in_table
        ):
            words = {"left": "lề trái", "both": "lề trái", "right": "lề phải"}.get(
                layout.alignment, layout.alignment
            )
            yield Finding(f"số trang canh {words}, quy định canh giữa", paragraph)


def first_page(subject: Subject) -> Iterator[Finding]:
    if pages(subject) != 2:
        return
    section = subject.view.sections[0]
    if any(f.kind == "IF" for b in (*section.headers.values(), *section.footers.values()) for f in b.fields):
        return  # the field itself may hide the number on page 1
    kind = "first" if section.first_page else "default"
    shown = _numbers(section.headers.get(kind)) + _numbers(section.footers.get(kind))
    if shown:
        yield Finding(
            "số trang hiển thị ở trang đầu, quy định không hiển thị",
            shown[0][0],
            "Chọn “Different First Page” và để trống đầu trang thứ nhất",
        )


def _appendix_sections(subject: Subject):
    """(appendix, its section, whether it begins there) of each phụ lục."""
    for appendix in subject.parts.appendices:
        block = subject.view.blocks[appendix.block]
        section = subject.view.sections[min(block.section, len(subject.view.sections) - 1)]
        before = [
            b
            for b in subject.view.blocks[: appendix.block]
            if b.section == block.section and (isinstance(b, Table) or b.text.strip())
        ]
        yield appendix, section, not before


def appendix_numbers(subject: Subject) -> Iterator[Finding]:
    if not _header_numbers(subject) and not any(_numbers(b) for b in _bands(subject, "footers").values()):
        return
    for appendix, section, begins in _appendix_sections(subject):
        if section.index == 0 or not begins or section.number_start != 1:
            yield Finding(
                f"“{appendix.label.text}” không được đánh số trang riêng từ 1",
                appendix.label,
                "Ngắt section trước phụ lục và đặt số trang bắt đầu từ 1",
            )


def appendix_first_page(subject: Subject) -> Iterator[Finding]:
    for appendix, section, begins in _appendix_sections(subject):
        kind = "first" if section.first_page else "default"
        if begins and section.index and _numbers(section.headers.get(kind)):
            yield Finding(f"số trang hiển thị ở trang đầu của “{appendix.label.text}”", appendix.label)


_I7 = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 7"
_III1 = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1"

RULES = (
    Rule(
        "PG-10",
        E,
        "Số trang",
        "chữ số Ả Rập từ 1, cỡ 13-14, đứng, không kèm chữ hay dấu",
        _I7,
        content,
        "cỡ chữ, kiểu chữ",
    ),
    Rule("PG-11", E, "Vị trí số trang", "canh giữa trong lề trên", _I7, place, "chuyển lên giữa lề trên"),
    Rule("PG-12", E, "Số trang đầu", "không hiển thị", _I7, first_page, "ẩn số trang đầu"),
    Rule("PG-13", E, "Số trang phụ lục", "đánh riêng từng phụ lục", _III1, appendix_numbers),
    Rule("PG-14", I, "Số trang đầu của phụ lục", "không hiển thị", _I7, appendix_first_page),
)
