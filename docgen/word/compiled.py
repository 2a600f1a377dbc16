"""A template, parsed, patched and compiled once, rendered many times.

docxtpl's own patching joins tags that Word has split over runs and gives `{%p`, `{%tr`, `{{r` and
their kin their meaning; what comes out is a Jinja template of each part's XML.
"""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers import expat

from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from lxml import etree

from docgen.diagnostics import Diagnostic, DocgenError, Location, error
from docgen.word.environment import environment
from docgen.word.includes import FindPart, resolve_includes
from docgen.word.package import read_package
from docgen.word.sections import TWIPS_PER_MM, Sections
from docgen.word.styles import Styles
from docgen.word.xml import NS, parse_xml, w

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
_RENDERED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_TAG = re.compile(r"\{[{%#]")
USUAL_ISSUER_WIDTH_MM = 65.0
_FINAL_SECTION = "{{ phan_cuoi }}"


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of the package as a Jinja template; `paragraphs` are its paragraphs' texts, for faults."""

    name: str
    template: JinjaTemplate
    source: str


class CompiledTemplate:
    """A template ready to render.

    `static` are the parts that never change, `pieces` those with tags, `styles` and `sections` what
    the writers of the body need; `files` are the template and the parts it is made of.
    """

    def __init__(self, path: str, parts: dict[str, bytes], find_part: FindPart, files: tuple[Path, ...] = ()) -> None:
        self.path = path
        root = _parsed(parts, DOCUMENT, path)
        body = root.find("w:body", NS)
        if body is None:
            raise DocgenError(error("mau-hong", "mẫu không có nội dung", Location(path, part=DOCUMENT)))
        self.styles = Styles(_parsed(parts, STYLES, path)) if STYLES in parts else Styles(etree.Element(w("styles")))
        self.files = (*files, *resolve_includes(body, self.styles, find_part, path))
        final = body.find("w:sectPr", NS)
        if final is None:
            final = etree.SubElement(body, w("sectPr"))
        self.sections = Sections(final)
        self.issuer_width_mm = _issuer_width(body)
        marker = etree.Comment("phan_cuoi")
        body.replace(final, marker)
        texts = {DOCUMENT: etree.tostring(root, encoding="unicode").replace("<!--phan_cuoi-->", _FINAL_SECTION)}
        if STYLES in parts:
            parts = {**parts, STYLES: etree.tostring(self.styles.root, xml_declaration=True, encoding="UTF-8", standalone=True)}
        for name in parts:
            if name != DOCUMENT and _RENDERED.match(name) and _TAG.search(text := parts[name].decode("utf-8")):
                texts[name] = re.sub(r"^<\?xml[^>]*\?>\s*", "", text)
        self.static = {name: data for name, data in parts.items() if name not in texts}
        self.pieces = tuple(_compile(path, name, text) for name, text in texts.items())

    def render(self, context: dict[str, Any]) -> dict[str, str]:
        """The XML of every part with tags, filled from `context`.

        Raises DocgenError when the template asks for something `context` does not have.
        """
        return {piece.name: _render(self.path, piece, context) for piece in self.pieces}


def load_template(path: Path, find_part: FindPart) -> CompiledTemplate:
    """The template in the file at `path`, compiled. Raises DocgenError with all that is wrong with it."""
    return CompiledTemplate(str(path), read_package(path), find_part, (path,))


def _issuer_width(body: etree._Element) -> float:
    """The width of the cell in which the issuing body is printed; of a usual one when there is none."""
    for cell in body.iter(w("tc")):
        if "co_quan" in "".join(cell.itertext()) and cell.find("w:tcPr/w:tcW", NS) is not None:
            width = cell.find("w:tcPr/w:tcW", NS)
            if width.get(w("type")) == "dxa" and width.get(w("w"), "").isdigit():
                return int(width.get(w("w"))) / TWIPS_PER_MM
    return USUAL_ISSUER_WIDTH_MM


def _parsed(parts: dict[str, bytes], name: str, path: str) -> etree._Element:
    try:
        return parse_xml(parts[name])
    except etree.XMLSyntaxError:
        raise DocgenError(
            error("mau-hong", f"phần {name} của mẫu bị hỏng", Location(path, part=name), hint="Mở mẫu bằng Word và lưu lại")
        ) from None


def _compile(path: str, name: str, text: str) -> Piece:
    from docxtpl import DocxTemplate  # at compile time only: rendering a compiled template needs none of it

    patched = DocxTemplate.patch_xml(None, text)
    # one line for each paragraph, so that a line number of Jinja's names the paragraph
    patched = re.sub(r"(?<!\n)<w:p([ >/])", r"\n<w:p\1", patched)
    try:
        return Piece(name, environment().from_string(patched), patched)
    except TemplateSyntaxError as fault:
        place = _place(path, name, patched, fault.lineno)
        raise DocgenError(error("mau-cu-phap", _syntax_words(fault), place, hint=_SYNTAX_HINT)) from None


_SYNTAX_HINT = "Mỗi {% for %} hoặc {% if %} cần một {% endfor %} hoặc {% endif %}; thẻ {%p phải đứng một mình trong đoạn"


def _syntax_words(fault: TemplateSyntaxError) -> str:
    text = fault.message or ""
    if "unknown tag" in text:
        tag = text.split("'")[1] if "'" in text else ""
        return f"thẻ “{tag}” đặt sai chỗ hoặc thiếu thẻ mở"
    if "No filter named" in text:
        return f"không có bộ lọc “{text.split(chr(39))[1]}”"
    if "Unexpected end of template" in text or "end of print statement" in text:
        return "thẻ trong mẫu mở mà không đóng"
    return "thẻ trong mẫu viết sai"


def _place(path: str, name: str, source: str, line: int | None) -> Location:
    """The paragraph on line `line` of a patched part."""
    lines = source.split("\n")
    if line is None or not 0 < line <= len(lines):
        return Location(path, part=name)
    excerpt = re.sub(r"<[^>]+>", "", lines[line - 1]).strip()
    return Location(path, part=name, paragraph=max(line - 1, 1), excerpt=excerpt[:120])


def _render(path: str, piece: Piece, context: dict[str, Any]) -> str:
    try:
        xml = piece.template.render(context)
    except UndefinedError as fault:
        raise DocgenError(_undefined(path, piece, fault, context)) from None
    except (SecurityError, TypeError, TemplateError) as fault:
        place = _place(path, piece.name, piece.source, _line(fault))
        raise DocgenError(error("mau-bieu-thuc", "mẫu dùng biểu thức không được phép hoặc in một giá trị không phải chữ", place)) from None
    try:
        expat.ParserCreate().Parse(xml.encode("utf-8"), True)
    except expat.ExpatError:
        raise DocgenError(
            error("mau-hong", "mẫu tạo ra tài liệu hỏng", Location(path, part=piece.name), hint="Thẻ {%p, {%tr, {{p phải đứng một mình")
        ) from None
    return xml


def _line(fault: BaseException) -> int | None:
    """The line of the template in which `fault` was raised."""
    frames = traceback.extract_tb(fault.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == "<template>"), None)


def _undefined(path: str, piece: Piece, fault: UndefinedError, context: dict[str, Any]) -> Diagnostic:
    import difflib

    words = str(fault.message)
    name = words.split("'")[-2] if words.count("'") >= 2 else ""
    near = difflib.get_close_matches(name, list(context), 1, 0.6)
    guess = f", có phải “{near[0]}”?" if near else ""
    return error(
        "mau-bien-la",
        f"mẫu dùng “{name}” mà tài liệu này không có{guess}",
        _place(path, piece.name, piece.source, _line(fault)),
        hint="Sửa tên trong mẫu, hoặc xem các tên dùng được bằng lệnh docgen template vars",
    )
