"""The same report laid out in the many ways people do it, made with python-docx."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as AL
from docx.enum.text import WD_TAB_ALIGNMENT as TA
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
CREED = "Độc lập - Tự do - Hạnh phúc"
PARENT, ISSUER, NUMBER = "UBND TỈNH LẠNG SƠN", "SỞ NỘI VỤ", "Số: 15/BC-SNV"
DATE = "Lạng Sơn, ngày 20 tháng 9 năm 2024"
LEFT = ((PARENT, False), (ISSUER, True), (NUMBER, False))
RIGHT = ((MOTTO, True), (CREED, True), (DATE, False))
TITLE = (("BÁO CÁO", True), ("Công tác cải cách hành chính quý III năm 2024", True))
ADDRESSEE = "Kính gửi: Ủy ban nhân dân tỉnh Lạng Sơn"
RECIPIENTS = ("Nơi nhận:", "- Như trên;", "- Lưu: VT, CCHC.")
SIGNED = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
NAME = "Nguyễn Văn An"


def add(place, text: str, bold: bool = False, first: bool = False, align=AL.CENTER):
    """A paragraph in a document or cell; the first of a cell reuses its empty one."""
    paragraph = place.paragraphs[0] if first else place.add_paragraph()
    paragraph.alignment = align
    paragraph.add_run(text).bold = bold
    return paragraph


def fill(cell, lines, align=AL.CENTER) -> None:
    """Lines as paragraphs of a cell."""
    for number, (text, bold) in enumerate(lines):
        add(cell, text, bold, first=not number, align=align)


# -- heads -------------------------------------------------------------------------------------------


def one_row(d) -> None:
    left, right = d.add_table(1, 2).rows[0].cells
    fill(left, (*LEFT[:2], ("_______", False), LEFT[2]))
    fill(right, (*RIGHT[:2], ("---------------", False), RIGHT[2]))


def motto_on_the_left(d) -> None:
    left, right = d.add_table(1, 2).rows[0].cells
    fill(left, RIGHT)
    fill(right, LEFT)


def two_rows(d) -> None:
    t = d.add_table(2, 2)
    fill(t.cell(0, 0), LEFT[:2])
    fill(t.cell(0, 1), RIGHT[:2])
    fill(t.cell(1, 0), LEFT[2:])
    fill(t.cell(1, 1), RIGHT[2:])


def a_row_for_each_line(d) -> None:
    t = d.add_table(4, 2)
    for row, column, lines in ((0, 0, LEFT[:2]), (0, 1, RIGHT[:2])):
        for offset, line in enumerate(lines):
            fill(t.cell(row + offset, column), (line,))
    fill(t.cell(3, 0), LEFT[2:])
    fill(t.cell(3, 1), RIGHT[2:])


def a_column_between(d) -> None:
    t = d.add_table(2, 3)
    fill(t.cell(0, 0), LEFT[:2])
    fill(t.cell(0, 2), RIGHT[:2])
    fill(t.cell(1, 0), LEFT[2:])
    fill(t.cell(1, 2), RIGHT[2:])


def line_breaks(d) -> None:
    for cell, lines in zip(d.add_table(1, 2).rows[0].cells, (LEFT, RIGHT), strict=True):
        paragraph = add(cell, lines[0][0], lines[0][1], first=True)
        for text, bold in lines[1:]:
            paragraph.add_run("\n" + text).bold = bold


def two_tables(d) -> None:
    t = d.add_table(1, 2)
    fill(t.cell(0, 0), LEFT[:2])
    fill(t.cell(0, 1), RIGHT[:2])
    d.add_paragraph()
    t = d.add_table(1, 2)
    fill(t.cell(0, 0), LEFT[2:])
    fill(t.cell(0, 1), RIGHT[2:])


def a_table_in_a_table(d) -> None:
    outer = d.add_table(1, 1).cell(0, 0)
    inner = outer.add_table(1, 2)
    fill(inner.cell(0, 0), LEFT)
    fill(inner.cell(0, 1), RIGHT)
    outer.add_paragraph()


def tabs_to_the_right(d) -> None:
    for (left, one), (right, two) in zip(LEFT, RIGHT, strict=True):
        paragraph = d.add_paragraph()
        paragraph.add_run(left).bold = one
        paragraph.add_run("\t\t" + right).bold = two


def tabs_to_both(d) -> None:
    for (left, one), (right, two) in zip(LEFT, RIGHT, strict=True):
        paragraph = d.add_paragraph()
        for place in (3, 11):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(place), TA.CENTER)
        paragraph.add_run("\t" + left).bold = one
        paragraph.add_run("\t" + right).bold = two


def spaces(d) -> None:
    for (left, one), (right, two), blanks in zip(LEFT, RIGHT, (8, 18, 16), strict=True):
        paragraph = d.add_paragraph()
        paragraph.add_run("   " + left).bold = one
        paragraph.add_run(" " * blanks + right).bold = two


def one_under_the_other(d) -> None:
    for text, bold in (*RIGHT[:2], ("", False), *LEFT, RIGHT[2]):
        add(d, text, bold)


def frames(d) -> None:
    for x, lines in ((0, LEFT), (4500, RIGHT)):
        for text, bold in lines:
            layout = add(d, text, bold)._p.get_or_add_pPr()
            frame = layout.makeelement(
                qn("w:framePr"), {qn("w:w"): "4000", qn("w:x"): str(x), qn("w:wrap"): "around"}
            )
            layout.insert(0, frame)


def text_boxes(d) -> None:
    for lines in (LEFT, RIGHT):
        inner = "".join(
            f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>'
            f"{'<w:b/>' if bold else ''}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
            for text, bold in lines
        )
        shape = (
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape '
            f'type="#_x0000_t202" stroked="f" '
            f'style="width:200pt;height:80pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
        )
        d.add_paragraph()._p.append(parse_xml(shape))


HEADS: tuple[Callable, ...] = (
    one_row, motto_on_the_left, two_rows, a_row_for_each_line, a_column_between, line_breaks, two_tables,
    a_table_in_a_table, tabs_to_the_right, tabs_to_both, spaces, one_under_the_other, frames, text_boxes,
)  # fmt: skip


# -- feet --------------------------------------------------------------------------------------------


def foot_table(d) -> None:
    left, right = d.add_table(1, 2).rows[0].cells
    fill(left, [(text, False) for text in RECIPIENTS], AL.LEFT)
    fill(right, [(text, True) for text in (*SIGNED, "", "", "", "", NAME)])


def foot_line_breaks(d) -> None:
    left, right = d.add_table(1, 2).rows[0].cells
    add(left, "\n".join(RECIPIENTS), first=True, align=AL.LEFT)
    add(right, "\n".join((*SIGNED, "", "", "", NAME)), True, first=True)


def foot_rows(d) -> None:
    t = d.add_table(3, 2)
    add(t.cell(0, 0), RECIPIENTS[0], True, first=True, align=AL.LEFT)
    fill(t.cell(1, 0), [(text, False) for text in RECIPIENTS[1:]], AL.LEFT)
    fill(t.cell(0, 1), [(text, True) for text in SIGNED])
    add(t.cell(2, 1), NAME, True, first=True)


def foot_tabs(d) -> None:
    for left, right in (*zip(RECIPIENTS, (*SIGNED, ""), strict=True), ("", ""), ("", ""), ("", NAME)):
        paragraph = d.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(12), TA.CENTER)
        paragraph.add_run(left + ("\t" + right if right else ""))


def foot_signature_first(d) -> None:
    for text in (*SIGNED, "", "", "", NAME):
        add(d, text, True).paragraph_format.left_indent = Cm(8)
    for text in RECIPIENTS:
        add(d, text, align=AL.LEFT)


def foot_recipients_first(d) -> None:
    for text in RECIPIENTS:
        add(d, text, align=AL.LEFT)
    for text in (*SIGNED, "", "", "", NAME):
        add(d, text, True, align=AL.RIGHT)


FEET: tuple[Callable, ...] = (
    foot_table, foot_line_breaks, foot_rows, foot_tabs, foot_signature_first, foot_recipients_first,
)  # fmt: skip


def report(head: Callable = two_rows, foot: Callable = foot_table) -> bytes:
    """The report with that head and foot."""
    d = docx.Document()
    d.styles["Normal"].font.name, d.styles["Normal"].font.size = "Times New Roman", Pt(14)
    head(d)
    for text, bold in (*TITLE, (ADDRESSEE, False)):
        add(d, text, bold)
    add(
        d,
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024, Sở Nội vụ báo cáo như sau:",
        align=AL.JUSTIFY,
    )
    add(d, "I. KẾT QUẢ", True, align=AL.LEFT)
    add(d, "Đã thực hiện đầy đủ các nhiệm vụ được giao trong kỳ báo cáo./.", align=AL.JUSTIFY)
    foot(d)
    buffer = io.BytesIO()
    d.save(buffer)
    return buffer.getvalue()
