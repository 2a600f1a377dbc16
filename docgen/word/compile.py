"""From a Word file to a CompiledTemplate: parts included, tags patched, the language translated.

docxtpl's own patching joins tags that Word has split over runs and gives `{%p`, `{%tr`, `{{r` and
their kin their meaning; what comes out is a Jinja template of each part's XML.
"""

from __future__ import annotations

import re
from pathlib import Path

from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from docgen.diagnostics import DocgenError, Location, error
from docgen.word.compiled import DOCUMENT, STYLES, CompiledTemplate, Piece
from docgen.word.door import refuse_hostile
from docgen.word.faults import place_in
from docgen.word.includes import FindPart, resolve_includes
from docgen.word.jinja_faults import syntax_fault
from docgen.word.language.translate import code_of
from docgen.word.language.whole import prints_whole_xml
from docgen.word.package import read_package
from docgen.word.patch import lines_of_paragraphs, patched
from docgen.word.section_part import sections_of
from docgen.word.sections import TWIPS_PER_MM
from docgen.word.style_part import StylePart
from docgen.word.xml import NS, parse_xml, w

USUAL_ISSUER_WIDTH_MM = 65.0

_RENDERED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_TAG = re.compile(r"\{[{%#]")
_FINAL_SECTION = "{{ phan_cuoi }}"


def compile_file(path: Path, find_part: FindPart) -> CompiledTemplate:
    """The template in the file at `path`, compiled. Raises DocgenError with what is wrong with it."""
    return compile_template(str(path), read_package(path), find_part, path)


def compile_template(
    path: str, parts: dict[str, bytes], find_part: FindPart, file: Path | None = None
) -> CompiledTemplate:
    """The template made of `parts`; `path` names it in findings."""
    refuse_hostile(parts, path)
    root = _parsed(parts, DOCUMENT, path)
    body = root.find("w:body", NS)
    if body is None:
        raise DocgenError(error("mau-hong", "mẫu không có nội dung", Location(path, part=DOCUMENT)))
    styles = StylePart(_parsed(parts, STYLES, path) if STYLES in parts else etree.Element(w("styles")))
    included = resolve_includes(body, styles, find_part, path)
    final = body.find("w:sectPr", NS)
    if final is None:
        final = etree.SubElement(body, w("sectPr"))
    sections = sections_of(final)
    final.getparent().replace(final, etree.Comment("phan_cuoi"))
    texts = {DOCUMENT: etree.tostring(root, encoding="unicode").replace("<!--phan_cuoi-->", _FINAL_SECTION)}
    if STYLES in parts:
        own = etree.tostring(styles.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        parts = {**parts, STYLES: own}
    for name, data in parts.items():
        if name != DOCUMENT and _RENDERED.match(name):
            text = data.decode("utf-8")
            if _TAG.search(re.sub(r"<[^>]+>", "", text)):  # Word may split "{{" itself over runs
                texts[name] = re.sub(r"^<\?xml[^>]*\?>\s*", "", text)
    return CompiledTemplate(
        path=path,
        static={name: data for name, data in parts.items() if name not in texts},
        pieces=tuple(_piece(path, name, text) for name, text in texts.items()),
        styles=styles.styles(),
        sections=sections,
        issuer_width_mm=_issuer_width(body),
        files=((("", file),) if file else ()) + included,
    )


def _issuer_width(body: etree._Element) -> float:
    """The width of the cell in which the issuing body is printed; a usual one when there is none."""
    for cell in body.iter(w("tc")):
        width = cell.find("w:tcPr/w:tcW", NS)
        if "co_quan" in "".join(cell.itertext()) and width is not None and width.get(w("type")) == "dxa":
            return int(width.get(w("w"), "0")) / TWIPS_PER_MM or USUAL_ISSUER_WIDTH_MM
    return USUAL_ISSUER_WIDTH_MM


def _parsed(parts: dict[str, bytes], name: str, path: str) -> etree._Element:
    try:
        return parse_xml(parts[name])
    except etree.XMLSyntaxError:
        place, hint = Location(path, part=name), "Mở mẫu bằng Word và lưu lại"
        raise DocgenError(error("mau-hong", f"phần {name} của mẫu bị hỏng", place, hint=hint)) from None


def _piece(path: str, name: str, text: str) -> Piece:
    source = lines_of_paragraphs(patched(text))
    try:
        return Piece(name, source, code_of(source), prints_whole_xml(source))
    except TemplateSyntaxError as fault:
        raise DocgenError(syntax_fault(fault, place_in(source, name, path, fault.lineno))) from None
