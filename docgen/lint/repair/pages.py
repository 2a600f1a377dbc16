"""Repairs of sections: paper, margins, page numbers."""

from __future__ import annotations

import copy
import posixpath

from lxml import etree

from docgen.lint.core import Finding, Subject
from docgen.lint.repair.editor import Editor, child, properties
from docgen.lint.repair.looks import nearest, paragraph_of, places, set_size, switch
from docgen.view.model import Section, paragraphs
from docgen.view.names import MM_PER_TWIP, REL, R, W

_A4 = (11906, 16838)
_SIDES = {
    "PG-03": ("top", "le_tren"),
    "PG-04": ("bottom", "le_duoi"),
    "PG-05": ("left", "le_trai"),
    "PG-06": ("right", "le_phai"),
}
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def sections(editor: Editor, subject: Subject) -> list[tuple[etree._Element, Section]]:
    """Each w:sectPr of the document with its view."""
    body = editor.root(subject.view.part).find(W + "body")
    found = [e for e in body.iter(W + "sectPr") if e.getparent().tag in (W + "pPr", W + "body")]
    return list(zip(found, subject.view.sections, strict=False))


def paper(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """A4 in the orientation the page has."""
    for element, section in sections(editor, subject):
        size = child(element, "pgSz")
        wide = section.width_mm > section.height_mm
        size.set(W + "w", str(_A4[1] if wide else _A4[0]))
        size.set(W + "h", str(_A4[0] if wide else _A4[1]))
    return True


def margins(code: str):
    """A repair that moves one margin to the nearest allowed value (all four for landscape pages)."""

    def repair(editor: Editor, subject: Subject, finding: Finding) -> bool:
        for element, section in sections(editor, subject):
            wide = section.width_mm > section.height_mm
            if wide != (code == "PG-07"):
                continue
            for side, name in _SIDES.values() if wide else (_SIDES[code],):
                _set_margin(element, section, side, getattr(subject.limits, name))
        return True

    return repair


def _set_margin(element, section: Section, side: str, limits: tuple[float, float]) -> None:
    holder = child(element, "pgMar")
    gutter = section.gutter_mm if side == "left" else 0.0
    value = abs(getattr(section, side + "_mm")) + gutter
    if limits[0] - 0.5 <= value <= limits[1] + 0.5:
        return
    holder.set(W + side, str(round((nearest(value, limits) - gutter) / MM_PER_TWIP)))
    for name, default in (
        ("top", 1440),
        ("bottom", 1440),
        ("left", 1440),
        ("right", 1440),
        ("header", 720),
        ("footer", 720),
        ("gutter", 0),
    ):
        if holder.get(W + name) is None:
            holder.set(W + name, str(default))


# -- page numbers ------------------------------------------------------------------------------------


def number_look(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """Upright digits of 13-14 pt; a number for a document that has none."""
    if "không đánh số trang" in finding.message:
        return _number_all(editor, subject)
    if "số trang:" not in finding.message.lower():
        return False
    for place in places(finding):
        paragraph = paragraph_of(place)
        target = editor.paragraph(paragraph.part, paragraph.index)
        size = next((f.format.size_pt for f in paragraph.fields if f.kind == "PAGE"), 14.0)
        for run in target.iter(W + "r"):
            look = properties(run, "rPr")
            set_size(look, nearest(size, subject.limits.so_trang))
            switch(look, "i", False)
    return True


def number_place(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """The number in the middle of the header; one at the foot moves up with its paragraph gone."""
    if "chân trang" not in finding.message:
        for place in places(finding):
            paragraph = paragraph_of(place)
            layout = properties(editor.paragraph(paragraph.part, paragraph.index), "pPr")
            child(layout, "jc").set(W + "val", "center")
            child(layout, "ind").attrib.clear()
            child(layout, "ind").set(W + "firstLine", "0")
        return True
    bands = {b.part: b for s in subject.view.sections for b in s.footers.values()}
    for band in bands.values():
        for paragraph in paragraphs(band.blocks):
            alone = not any(c.isalpha() for c in paragraph.text) or paragraph.text.strip().lower().startswith(
                "trang"
            )
            if any(f.kind == "PAGE" for f in paragraph.fields):
                if not alone:
                    return False  # other text shares the line
                target = editor.paragraph(paragraph.part, paragraph.index)
                for found in [e for e in target if e.tag != W + "pPr"]:
                    target.remove(found)
    return _number_all(editor, subject)


def hide_first(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """An own, empty first page header for the first section."""
    element, section = sections(editor, subject)[0]
    if section.first_page:
        for place in places(finding):
            paragraph = paragraph_of(place)
            if paragraph.text.strip().strip("0123456789-–. "):
                return False
            target = editor.paragraph(paragraph.part, paragraph.index)
            for found in [e for e in target if e.tag != W + "pPr"]:
                target.remove(found)
        return True
    return _title_page(element, section)


def _title_page(element, section: Section) -> bool:
    child(element, "titlePg").attrib.pop(W + "val", None)
    if section.footers.get("default") and not section.footers.get("first"):
        default = next(
            (
                f
                for f in element.iterchildren(W + "footerReference")
                if f.get(W + "type", "default") == "default"
            ),
            None,
        )
        if default is not None and not any(f.kind == "PAGE" for f in section.footers["default"].fields):
            first = copy.deepcopy(default)
            first.set(W + "type", "first")
            default.addnext(first)
    return True


def _number_all(editor: Editor, subject: Subject) -> bool:
    """A header with the number for every section that has none, hidden on the first page."""
    found = sections(editor, subject)
    if any(not band.empty for _, section in found for band in section.headers.values()):
        return False  # headers with text of their own need a human hand
    identity = _new_header(editor, subject)
    for number, (element, section) in enumerate(found):
        for old in [h for h in element.iterchildren(W + "headerReference") if h.get(W + "type") != "first"]:
            element.remove(old)
        if number == 0:
            reference = etree.Element(W + "headerReference")
            reference.set(W + "type", "default")
            reference.set(R + "id", identity)
            element.insert(0, reference)
            _title_page(element, section)
    return True


def _new_header(editor: Editor, subject: Subject) -> str:
    """Adds a header part with a centred PAGE field; its relationship id."""
    folder = posixpath.dirname(subject.view.part)
    name = next(n for i in range(1, 999) if (n := f"header{i}.xml") and f"{folder}/{n}" not in editor.parts)
    size = round(subject.limits.so_trang[1] * 2)
    look = (
        f'<w:rPr><w:rFonts w:ascii="{subject.limits.phong_chu}" w:hAnsi="{subject.limits.phong_chu}" '
        f'w:cs="{subject.limits.phong_chu}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
    marks = "".join(
        f"<w:r>{look}{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="{W[1:-1]}"><w:p><w:pPr>'
        f'<w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>{marks}</w:p></w:hdr>'
    )
    editor.parts[f"{folder}/{name}"] = xml.encode()
    types = editor.root("[Content_Types].xml")
    etree.SubElement(
        types, _TYPES + "Override", PartName=f"/{folder}/{name}", ContentType=_WML + "header+xml"
    )
    rels = editor.relationships(subject.view.part)
    used = {r.get("Id") for r in rels}
    identity = next(i for n in range(1, 9999) if (i := f"rId{n}") not in used)
    etree.SubElement(rels, REL + "Relationship", Id=identity, Type=_OFFICE + "header", Target=name)
    return identity
