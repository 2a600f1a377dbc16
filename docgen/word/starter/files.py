"""The Word files of a new template and of the shared parts, written from scratch.

Every file is a whole, valid package: a keeper opens it, edits it in Word, and saves it. What a
template shows where data will stand is docxtpl's tag language.
"""

from __future__ import annotations

from docgen.word import roles
from docgen.word.package import write_package
from docgen.word.starter.parts import PARTS
from docgen.word.starter.styles import style_id, styles_xml, twips
from docgen.word.starter.templates import PLANS, Plan

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def new_part(name: str) -> bytes:
    """The shared part `name` as a Word file. Raises KeyError for an unknown name."""
    body = PARTS[name]()
    return _file(body + ("<w:p/>" if body.endswith("</w:tbl>") else ""), Plan(()))


def new_template(*parents: str) -> bytes:
    """The template of the document type whose name and ancestors are `parents`, nearest first.

    Raises KeyError when none of them has a plan.
    """
    plan = next((PLANS[name] for name in parents if name in PLANS), None)
    if plan is None:
        raise KeyError(parents[0] if parents else "")
    return _file(plan.body(), plan)


def _file(body: str, plan: Plan) -> bytes:
    """A Word package around `body`: A4, margins 20, 20, 30, 15 mm (mục I.3), page number in the header."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:headerReference w:type="first" r:id="rIdFirst"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{twips(20)}" w:right="{twips(15)}" w:bottom="{twips(20)}"'
        f' w:left="{twips(30)}" w:header="{twips(9)}" w:footer="{twips(9)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    style = f'<w:pPr><w:pStyle w:val="{style_id(roles.SO_TRANG)}"/></w:pPr>'
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for number, kind, tag in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    return write_package(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relationships(
                ("rId1", f"{_REL}/officeDocument", "word/document.xml"),
                (
                    "rId2",
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
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
            "word/styles.xml": styles_xml(_NS, plan.paragraph_styles(), plan.characters).encode(),
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
        f'{parts}<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ).encode()


def _relationships(*rows: tuple[str, str, str]) -> bytes:
    items = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in rows)
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    ).encode()
