"""The Word files of a new template and of the shared parts, written from scratch.

Every file is a whole, valid package: a keeper opens it, edits it in Word, and saves it. What a
template shows where data will stand is docxtpl's tag language.
"""

from __future__ import annotations

from docgen.word import roles
from docgen.word.package import write_package
from docgen.word.starter.styles import style_id, styles_xml, twips

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LEFT_COLUMN_MM, RIGHT_COLUMN_MM = 65, 100
"""Head and foot: the right column holds Quốc hiệu (95.7 mm at 13 pt bold) on one line."""


def _p(style: str, *texts: str) -> str:
    """A paragraph; every text is a run of its own."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{runs}</w:p>'


def _control(tag: str) -> str:
    """A paragraph that holds a control tag only and disappears when the document is built."""
    return _p("Normal", tag)


def _cell(width_mm: float, *paragraphs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width_mm)}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def _row(*cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _frame(left_mm: float, right_mm: float, *rows: str) -> str:
    """A borderless table of two columns."""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(left_mm + right_mm)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{twips(left_mm)}"/>'
        f'<w:gridCol w:w="{twips(right_mm)}"/></w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _head() -> str:
    """Quốc hiệu, names of the bodies, number, place and date (Phụ lục I, mục II.1-II.4)."""
    left = _cell(
        LEFT_COLUMN_MM,
        _control("{%p for dong in co_quan_chu_quan %}"),
        _p(roles.CO_QUAN_CHU_QUAN, "{{ dong }}"),
        _control("{%p endfor %}"),
        _control("{%p for dong in co_quan %}"),
        _p(roles.CO_QUAN, "{{ dong.chu }}", "{{r dong.ke }}"),
        _control("{%p endfor %}"),
    )
    right = _cell(
        RIGHT_COLUMN_MM,
        _p(roles.QUOC_HIEU, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        _p(roles.TIEU_NGU, "Độc lập - Tự do - Hạnh phúc", "{{r ke.tieu_ngu }}"),
    )
    number = _cell(
        LEFT_COLUMN_MM,
        _p(roles.SO_KY_HIEU, "Số: {{ so }}/{{ ky_hieu }}"),
        _control("{%p if du_thao %}"),
        _p(roles.DU_THAO, "DỰ THẢO"),
        _control("{%p endif %}"),
    )
    date = _cell(RIGHT_COLUMN_MM, _p(roles.DIA_DANH, "{{ dia_danh_ngay }}"))
    return _frame(LEFT_COLUMN_MM, RIGHT_COLUMN_MM, _row(left, right), _row(number, date))


def _type_and_title() -> str:
    """Tên loại, trích yếu with its line (mục II.5.a)."""
    return (
        _p(roles.TEN_LOAI, "{{ ten_loai }}")
        + _control("{%p for dong in trich_yeu %}")
        + _p(roles.TRICH_YEU, "{{r dong.chu }}", "{{r dong.ke }}")
        + _control("{%p endfor %}")
    )


def _addressees() -> str:
    """Kính gửi: one on the line, several below it with dashes (mục II.9.a)."""
    return (
        _control("{%p if kinh_gui | length == 1 %}")
        + _p(roles.KINH_GUI, "Kính gửi: {{ kinh_gui[0] }}")
        + _control("{%p elif kinh_gui %}")
        + _p(roles.KINH_GUI_NHIEU, "Kính gửi:")
        + _control("{%p for noi in kinh_gui %}")
        + _p(roles.KINH_GUI_DANH_SACH, '- {{ noi }}{{ "." if loop.last else ";" }}')
        + _control("{%p endfor %}")
        + _control("{%p endif %}")
    )


def _foot() -> str:
    """Nơi nhận on the left, signature on the right (mục II.7, II.9.b)."""
    left = _cell(
        75,
        _p(roles.NOI_NHAN, "Nơi nhận:"),
        _control("{%p for noi in noi_nhan %}"),
        _p(roles.NOI_NHAN_DANH_SACH, "- {{ noi }};"),
        _control("{%p endfor %}"),
        _p(roles.NOI_NHAN_DANH_SACH, "- Lưu: {{ luu }}."),
    )
    right = _cell(
        90,
        _control("{%p for dong in nguoi_ky.quyen_han %}"),
        _p(roles.QUYEN_HAN, "{{ dong }}"),
        _control("{%p endfor %}"),
        _p(roles.HO_TEN, "{{ nguoi_ky.ho_ten }}"),
    )
    return _frame(75, 90, _row(left, right))


def _appendices() -> str:
    """One section for each appendix (mục III.1)."""
    return (
        _control("{%p for pl in phu_luc %}")
        + _p(roles.SECTION_BREAK, "{{p pl.sang_trang }}")
        + _p(roles.PHU_LUC, "{{ pl.nhan }}")
        + _control("{%p for dong in pl.tieu_de %}")
        + _p(roles.TEN_PHU_LUC, "{{r dong }}")
        + _control("{%p endfor %}")
        + _control("{%p for dong in pl.ghi_chu %}")
        + _p(roles.GHI_CHU_PHU_LUC, "{{r dong }}")
        + _control("{%p endfor %}")
        + _control("{%p if pl.kem_theo %}")
        + _p(roles.KEM_THEO, "({{ pl.kem_theo }})", "{{r pl.ke }}")
        + _control("{%p endif %}")
        + _p("Nội dung", "{{p pl.noi_dung }}")
        + _control("{%p endfor %}")
    )


PARTS = {
    "dau-van-ban": _head,
    "ten-loai-trich-yeu": _type_and_title,
    "kinh-gui": _addressees,
    "noi-nhan-ky-ten": _foot,
    "phu-luc": _appendices,
}
"""The shared parts by name (templates/phan/<name>.docx)."""


def new_part(name: str) -> bytes:
    """The shared part `name` as a Word file. Raises KeyError for an unknown name."""
    return _file(PARTS[name]() + ('<w:p/>' if PARTS[name]().endswith("</w:tbl>") else ""))


def new_template(includes: tuple[str, ...]) -> bytes:
    """A template that includes the parts named and prints the body where "noi_dung" stands."""
    body = "".join(
        _p("Nội dung", "{{p noi_dung }}") if name == "noi_dung" else _control(f'{{%p include "{name}" %}}')
        for name in includes
    )
    return _file(body)


def _file(body: str) -> bytes:
    """A Word package around `body`: A4, margins 20, 20, 30, 15 mm (mục I.3), page number in the header."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:headerReference w:type="first" r:id="rIdFirst"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{twips(20)}" w:right="{twips(15)}" w:bottom="{twips(20)}"'
        f' w:left="{twips(30)}" w:header="{twips(9)}" w:footer="{twips(9)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    number = (
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
    style = f'<w:pPr><w:pStyle w:val="{style_id(roles.SO_TRANG)}"/></w:pPr>'
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for number, kind, tag in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
    )
    return write_package(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relationships(
                ("rId1", f"{_REL}/officeDocument", "word/document.xml"),
                ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ),
            "docProps/core.xml": _HEAD.encode()
            + b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            b' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>',
            "word/document.xml": f"{_HEAD}<w:document {_NS}><w:body>{body}{section}</w:body></w:document>".encode(),
            "word/_rels/document.xml.rels": _relationships(
                ("rIdStyles", f"{_REL}/styles", "styles.xml"),
                ("rIdSettings", f"{_REL}/settings", "settings.xml"),
                ("rIdNotes", f"{_REL}/footnotes", "footnotes.xml"),
                ("rIdHeader", f"{_REL}/header", "header1.xml"),
                ("rIdFirst", f"{_REL}/header", "header2.xml"),
            ),
            "word/styles.xml": styles_xml(_NS).encode(),
            "word/settings.xml": (
                f'{_HEAD}<w:settings {_NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
                '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
                '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
                '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
            ).encode(),
            "word/footnotes.xml": f"{_HEAD}<w:footnotes {_NS}>{separators}</w:footnotes>".encode(),
            "word/header1.xml": f"{_HEAD}<w:hdr {_NS}><w:p>{style}{number}</w:p></w:hdr>".encode(),
            "word/header2.xml": f"{_HEAD}<w:hdr {_NS}><w:p>{style}</w:p></w:hdr>".encode(),
        }
    )


def _content_types() -> bytes:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
            ("header2", "header"),
        )
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{parts}<Override PartName=\"/docProps/core.xml\""
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ).encode()


def _relationships(*rows: tuple[str, str, str]) -> bytes:
    items = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in rows)
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    ).encode()
