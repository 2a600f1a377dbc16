"""Changes of structure: columns, tables, sections, notes, pictures, headers; and what must not take long."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.shared import Mm
from PIL import Image

from docgen.compare import Change, as_text, compare


def document(*changes: Callable[[Document], None]) -> bytes:
    made = docx.Document()
    made.add_paragraph("Ủy ban nhân dân xã báo cáo kết quả công tác như sau:")
    table = made.add_table(4, 3)
    rows = (
        ("TT", "Lĩnh vực", "Số hồ sơ"),
        ("1", "Đất đai", "120"),
        ("2", "Hộ tịch", "85"),
        ("3", "Chứng thực", "310"),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_paragraph("Trên đây là báo cáo của Ủy ban nhân dân xã.")
    for change in changes:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def said(old: bytes, new: bytes) -> list[tuple[str, str, str]]:
    return [(d.change.value, d.subject, as_text.in_words(d.place)) for d in compare(old, new)]


def picture(shade: int) -> io.BytesIO:
    out = io.BytesIO()
    Image.new("L", (40, 20), shade).save(out, "PNG")
    out.seek(0)
    return out


def add_column(made: Document) -> None:
    table = made.tables[0]
    table.add_column(Mm(30))
    for row, text in zip(table.rows, ("Đúng hạn", "118", "85", "305"), strict=True):
        row.cells[3].text = text


def test_a_new_column_is_one_difference_beside_the_widths() -> None:
    assert said(document(), document(add_column)) == [
        ("look", "bảng", "Bảng 1"),
        ("added", "cột", "Bảng 1, hàng 1 “Lĩnh vực”, cột 4 “Đúng hạn”"),
    ]


def test_a_lost_column_is_named_by_its_heading() -> None:
    found = compare(document(add_column), document())

    assert [(d.change, d.subject, d.place.column_label) for d in found if d.change is not Change.LOOK] == [
        (Change.REMOVED, "cột", "Đúng hạn")
    ]


def test_a_lost_table_is_one_difference_with_its_rows() -> None:
    def drop(made: Document) -> None:
        made.tables[0]._tbl.getparent().remove(made.tables[0]._tbl)

    (found,) = compare(document(), document(drop))

    assert (found.change, found.subject) == (Change.REMOVED, "bảng")
    assert found.old_text.splitlines()[1] == "1 | Đất đai | 120"


def test_rows_in_another_order_are_moved_not_rewritten() -> None:
    def swap(made: Document) -> None:
        rows = made.tables[0]._tbl.tr_lst
        rows[3].addnext(rows[1])

    found = compare(document(), document(swap))

    assert [
        (d.change, d.subject, d.place.row_label, d.old and d.old.row, d.new and d.new.row) for d in found
    ] == [(Change.MOVED, "hàng", "Đất đai", 2, 4)]


def test_a_new_section_is_named_with_its_page() -> None:
    def landscape(made: Document) -> None:
        section = made.add_section(WD_SECTION.NEW_PAGE)
        section.page_width, section.page_height = section.page_height, section.page_width
        made.add_paragraph("Phụ lục")

    found = said(document(), document(landscape))

    assert found == [
        ("added", "trang", "Trang (phần 2)"),
        ("added", "đoạn", "Đoạn 15"),
        ("added", "ngắt phần", "Đoạn 15"),
        ("added", "đoạn", "Đoạn 16"),
    ]


def test_another_picture_of_the_same_size_is_noticed() -> None:
    def show(shade: int) -> Callable[[Document], None]:
        return lambda made: made.add_picture(picture(shade), width=Mm(40))

    assert said(document(show(10)), document(show(200))) == [("look", "ảnh", "Đoạn 15")]


def test_a_header_that_appears_is_named() -> None:
    def head(made: Document) -> None:
        made.sections[0].header.paragraphs[0].text = "MẬT"

    assert said(document(), document(head)) == [
        ("added", "đầu trang", "Đầu trang, trang thường (phần 1)"),
    ]


def test_a_protected_file_is_noticed() -> None:
    def protect(made: Document) -> None:
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        made.settings.element.append(parse_xml(f'<w:documentProtection {nsdecls("w")} w:enforcement="1"/>'))

    assert said(document(), document(protect)) == [("look", "văn bản", "Cả tệp")]


@pytest.mark.parametrize("old", [b"", b"PK\x05\x06" + b"\0" * 18, b"hello"])
def test_what_is_no_word_file_is_unreadable(old: bytes) -> None:
    from docgen.diagnostics import UnreadableError

    with pytest.raises(UnreadableError):
        compare(old, document())


def test_the_package_can_be_called_as_the_function_of_the_library() -> None:
    import docgen.compare

    assert docgen.compare(document(), document(add_column)) == compare(document(), document(add_column))
