"""The styles of a new template: one row per style, sizes and spacing after NĐ 30/2020, Phụ lục I.

Lengths are points unless a name says otherwise. The clause beside a row is the rule it rests on, by
its number in Phụ lục I, Phần I; where the decree gives a range the larger size is taken.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docgen.values import Struct
from docgen.word import roles

FIRST_LINE_MM = 12.7  # mục II.5.b: 1 cm or 1.27 cm
TEXT_WIDTH_MM = 165  # A4 less 30 mm and 15 mm
LINE = 264  # 1.1 lines in 240ths; mục II.5.b allows single to 1.5


class ParagraphStyle(Struct, frozen=True):
    """A paragraph style; `line` in 240ths of a line, spacing in points, indents in mm."""

    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: str = "both"
    before: float = 0
    after: float = 0
    line: int = 240
    first_mm: float = 0
    left_mm: float = 0
    hanging_mm: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    based_on: str = "Normal"
    builtin: bool = False
    exact_line: bool = False
    contextual: bool = False


class CharacterStyle(Struct, frozen=True):
    """A character style."""

    name: str
    bold: bool = False
    italic: bool = False


def _body(name: str, **more: object) -> ParagraphStyle:
    return ParagraphStyle(name, after=6, line=LINE, first_mm=FIRST_LINE_MM, **more)  # type: ignore[arg-type]


def _head(name: str, size: float, **more: object) -> ParagraphStyle:
    return ParagraphStyle(name, size, align="center", keep_next=True, **more)  # type: ignore[arg-type]


PARAGRAPHS: tuple[ParagraphStyle, ...] = (
    # mục II.1: Quốc hiệu 12-13, Tiêu ngữ 13-14, both upright bold
    _head(roles.QUOC_HIEU, 13, bold=True),
    _head(roles.TIEU_NGU, 14, bold=True),
    # mục II.2: the superior body upright, the issuing body bold, both 12-13
    _head(roles.CO_QUAN_CHU_QUAN, 13),
    _head(roles.CO_QUAN, 13, bold=True),
    # mục II.3: 13; mục II.4: 13-14 italic
    _head(roles.SO_KY_HIEU, 13, before=8),
    _head(roles.DIA_DANH, 13, italic=True, before=8),
    _head(roles.DU_THAO, 13, bold=True, before=6),
    # mục II.5.a: 13-14 upright bold, centred
    _head(roles.TEN_LOAI, 14, bold=True, before=14),
    _head(roles.TRICH_YEU, 14, bold=True, after=18, contextual=True),
    # mục II.5.b: V/v 12-13 upright, 6 pt below the number
    _head(roles.TRICH_YEU_CONG_VAN, 13, before=6),
    # mẫu 1.2: who decides, and QUYẾT ĐỊNH:, 13-14 bold capitals; mục II.6.b: căn cứ 13-14 italic
    _head(roles.THAM_QUYEN, 14, bold=True, caps=True, after=12),
    _body(roles.CAN_CU, italic=True),
    _head(roles.LOI_QUYET_DINH, 14, bold=True, before=6, after=12),
    # mục II.9.a: Kính gửi 13-14 upright
    ParagraphStyle(roles.KINH_GUI, align="center", after=6, line=LINE, keep_next=True),
    # with several addressees the dashes stand below the colon: 30 mm + the width of "Kính gửi" at 14 pt
    ParagraphStyle(roles.KINH_GUI_NHIEU, align="left", line=LINE, left_mm=30, keep_next=True),
    ParagraphStyle(
        roles.KINH_GUI_DANH_SACH,
        align="left",
        after=6,
        line=LINE,
        left_mm=52,
        hanging_mm=3,
        keep_next=True,
        contextual=True,
    ),
    # mục II.5.b: 13-14, justified, first line 1 or 1.27 cm, at least 6 pt between paragraphs
    _body("Nội dung"),
    _body("Nội dung - mở đầu", based_on="Nội dung"),
    _body("Nội dung - gạch đầu dòng", based_on="Nội dung"),
    _body("Nội dung - dấu cộng", based_on="Nội dung"),
    _body("Nội dung - mục số", based_on="Nội dung"),
    _body("Nội dung - kết thúc", based_on="Nội dung"),
    # mục II.5.d: a mục without điều in capitals, bold, number and title on one line
    _body("heading 1", bold=True, caps=True, keep_next=True, keep_lines=True, outline=0, builtin=True),
    _body("heading 2", bold=True, keep_next=True, keep_lines=True, outline=1, builtin=True),
    _body("heading 3", bold=True, keep_next=True, keep_lines=True, outline=2, builtin=True),
    _body("heading 4", bold=True, keep_next=True, keep_lines=True, outline=3, builtin=True),
    # mục II.7: 13-14 upright bold; room for the signature stands before the name
    _head(roles.QUYEN_HAN, 14, bold=True),
    _head(roles.HO_TEN, 14, bold=True, before=72),
    # mục II.9.b: label 12 bold italic, list 11 upright
    ParagraphStyle(roles.NOI_NHAN, 12, bold=True, italic=True, align="left", keep_next=True),
    ParagraphStyle(roles.NOI_NHAN_DANH_SACH, 11, align="left", keep_next=True),
    # mục III.1: Phụ lục 14 bold; title 13-14 bold capitals; Kèm theo 13-14 italic
    _head(roles.PHU_LUC, 14, bold=True, outline=0),
    _head(roles.TEN_PHU_LUC, 14, bold=True, caps=True, after=6, contextual=True),
    _head(roles.GHI_CHU_PHU_LUC, 14, italic=True, after=6, contextual=True),
    _head(roles.KEM_THEO, 14, italic=True, after=14),
    # Tables have no size in the decree; 12 is customary, and the engine goes down where words would break
    _head("Bảng - tiêu đề cột", 12, bold=True, before=1, after=1),
    _head("Bảng - số thứ tự cột", 11, italic=True),
    ParagraphStyle("Bảng - nội dung", 12, align="left", before=1, after=1),
    ParagraphStyle(
        "Bảng - dòng nhóm", 12, bold=True, align="left", before=1, after=1, based_on="Bảng - nội dung"
    ),
    ParagraphStyle(
        "Bảng - dòng tổng", 12, bold=True, align="left", before=1, after=1, based_on="Bảng - nội dung"
    ),
    ParagraphStyle("footnote text", 11, builtin=True),
    # mục I.7: page number 13-14, centred in the top margin
    ParagraphStyle(roles.SO_TRANG, 14, align="center"),
    # carries a section's end; 1 pt high, so that it can open no page of its own
    ParagraphStyle(roles.SECTION_BREAK, 1, align="left", line=20, exact_line=True),
)


def style_id(name: str) -> str:
    """An ASCII id for a style called `name`."""
    import unicodedata

    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    words = "".join(
        c if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c)
    ).split()
    return "".join(word[:1].upper() + word[1:] for word in words)


def twips(mm: float) -> int:
    """`mm` in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def character_style(style: CharacterStyle) -> str:
    """The `w:style` element of `style`."""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(style.name)}">'
        f'<w:name w:val={quoteattr(style.name)}/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{_on('b', style.bold)}{_on('bCs', style.bold)}{_on('i', style.italic)}{_on('iCs', style.italic)}</w:rPr></w:style>"
    )


def _on(tag: str, value: bool) -> str:
    return f"<w:{tag}/>" if value else ""


def paragraph_style(style: ParagraphStyle) -> str:
    """The `w:style` element of `style` (ECMA-376 part 1, 17.7.4.17)."""
    custom = "" if style.builtin else ' w:customStyle="1"'
    indent = {}
    if style.left_mm:
        indent["left"] = twips(style.left_mm)
    if style.hanging_mm:
        indent["hanging"] = twips(style.hanging_mm)
    elif style.first_mm:
        indent["firstLine"] = twips(style.first_mm)
    ind = "<w:ind" + "".join(f' w:{k}="{v}"' for k, v in indent.items()) + "/>" if indent else ""
    rule = "exact" if style.exact_line else "auto"
    spacing = (
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"'
        f' w:line="{style.line}" w:lineRule="{rule}"/>'
    )
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    size = round(style.size * 2)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(style.name)}">'
        f"<w:name w:val={quoteattr(style.name)}/>"
        f'<w:basedOn w:val="{style_id(style.based_on)}"/><w:qFormat/>'
        f"<w:pPr>{_on('keepNext', style.keep_next)}{_on('keepLines', style.keep_lines)}<w:widowControl/>"
        f'{spacing}{ind}{_on("contextualSpacing", style.contextual)}<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f"<w:rPr>{_on('b', style.bold)}{_on('bCs', style.bold)}{_on('i', style.italic)}{_on('iCs', style.italic)}"
        f'{_on("caps", style.caps)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'

_OTHERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    # mục I.4: everything is black, links too
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="000000"/><w:u w:val="none"/></w:rPr></w:style>'
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(roles.TABLE)}">'
    f'<w:name w:val="{roles.TABLE}"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def styles_xml(
    namespaces: str,
    paragraphs: tuple[ParagraphStyle, ...] = PARAGRAPHS,
    characters: tuple[CharacterStyle, ...] = (),
) -> str:
    """The whole styles part of a new template."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles {namespaces}><w:docDefaults><w:rPrDefault>'
        f'<w:rPr>{_FONT}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        + "".join(paragraph_style(style) for style in paragraphs)
        + "".join(character_style(style) for style in characters)
        + _OTHERS
        + "</w:styles>"
    )
