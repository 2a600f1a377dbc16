"""Small Word templates made on the spot, and parts compared without what means nothing."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that begins with "<" is XML, any other is text."""
    texts = (
        one if one.startswith("<") else f'<w:r><w:t xml:space="preserve">{one}</w:t></w:r>' for one in runs
    )
    return f"<w:p>{properties}{''.join(texts)}</w:p>"


def cell(*paragraphs: str, properties: str = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>') -> str:
    return f"<w:tc>{properties}{''.join(paragraphs)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: int = 3) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def template(
    body: str, header: str = "", footer: str = "", footnotes: str = "", title: str = "", sections: int = 1
) -> bytes:
    """A Word file with `body`, and maybe a header, a footer, footnotes and a title."""
    made = Document()
    root = made.element.body
    for child in list(root)[:-1]:
        root.remove(child)
    for child in reversed(list(parse_xml(f"<w:body {NS}>{body}</w:body>"))):
        root.insert(0, child)
    for _ in range(sections - 1):
        made.add_section()
    for text, where in ((header, made.sections[0].header), (footer, made.sections[0].footer)):
        if text:
            where.paragraphs[0]._p.getparent().replace(
                where.paragraphs[0]._p, parse_xml(p(text).replace("<w:p>", f"<w:p {NS}>", 1))
            )
    if footnotes:
        blob = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {NS}>'
            f'<w:footnote w:id="1">{p(footnotes)}</w:footnote></w:footnotes>'
        )
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        notes = Part(PackURI("/word/footnotes.xml"), kind, blob.encode(), made.part.package)
        made.part.relate_to(notes, KIND.FOOTNOTES)
    if title:
        made.core_properties.title = title
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def png(width: int = 2, height: int = 2, red: int = 255) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + bytes((red, 0, 0)) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def compared(docx: bytes) -> dict[str, bytes]:
    """Every part; XML in canonical form, with the properties of cells and runs in one order."""
    return {
        name: _canonical(data) if name.endswith((".xml", ".rels")) else data
        for name, data in parts(docx).items()
    }


def _canonical(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for tag in ("tcPr", "rPr"):
        for properties in root.iter(f"{{{W}}}{tag}"):
            properties[:] = sorted(properties, key=lambda child: child.tag)
    for shading in root.iter(f"{{{W}}}shd"):
        shading.set(f"{{{W}}}val", shading.get(f"{{{W}}}val", "clear"))
    if root.tag.endswith("}Relationships") or root.tag.endswith("}Types"):
        root[:] = sorted(root, key=lambda child: sorted(child.attrib.items()))
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n")


def words(docx: bytes, part: str = "word/document.xml") -> list[str]:
    """The text of each paragraph that has any."""
    root = etree.fromstring(parts(docx)[part])
    out = ("".join(t.text or "" for t in one.iter(f"{{{W}}}t")) for one in root.iter(f"{{{W}}}p"))
    return [text for text in out if text]
