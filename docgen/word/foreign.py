"""Any docxtpl template rendered: docxtpl's whole tag language, made safe.

The body, headers and footers, footnotes, endnotes and properties of a template are patched by docxtpl
and rendered in the environment of docgen.word.open_environment. Different from docxtpl on purpose:
values are escaped, output that is no XML is a fault instead of lost text, notes are rendered once and
not once for each section, a header used twice is written once, the same input gives the same bytes.
"""

from __future__ import annotations

import copy
import datetime
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.oxml import parse_xml
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Environment, Template
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from docgen.diagnostics import DocgenError, Location, UnreadableError, error
from docgen.word import faults
from docgen.word.budget import Budget, joined
from docgen.word.counting import BUDGET, compiled
from docgen.word.door import refuse_hostile
from docgen.word.graft import graft
from docgen.word.jinja_faults import OF_RENDERING, rendering_fault, syntax_fault
from docgen.word.open_environment import ENGINE, like, open_environment
from docgen.word.package import read_package, write_package
from docgen.word.patch import lines_of_paragraphs, patched
from docgen.word.repair import repair
from docgen.word.size_guard import concat_checked

_NOTES = tuple(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    for kind in ("footnotes", "endnotes")
)
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_REPLACEMENTS = (
    "crc_to_new_media",
    "crc_to_new_embedded",
    "zipname_to_replace",
    "pics_to_replace",
    "allow_missing_pics",
)
_ODD = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY_ONE = datetime.datetime(1980, 1, 1)


def render(
    template: Any,
    context: dict[str, Any],
    *,
    strict: bool = False,
    autoescape: bool = True,
    jinja_env: Environment | None = None,
) -> bytes:
    """The bytes of the Word file that `template` becomes with `context`; the same bytes each time.

    `template` is the bytes, the path or an open binary file of a .docx, or a docxtpl DocxTemplate, whose
    replacements, subdocuments and links are kept. `context` may hold docxtpl's RichText, Listing,
    InlineImage and Subdoc. `strict` makes unknown names a fault, where docxtpl prints nothing;
    `autoescape=False` lets values bring their own XML; `jinja_env` lends its filters, tests and globals.

    Raises DocgenError with what is wrong and where, UnreadableError when the file cannot be read. The
    context is not changed.
    """
    data, name = _bytes(template)
    refuse_hostile(read_package(data, name), name, embedded=True)
    environment = (
        open_environment(strict, autoescape) if jinja_env is None else like(jinja_env, strict, autoescape)
    )
    engine = _Engine(data, name, environment)
    if isinstance(template, DocxTemplate):
        vars(engine).update({key: vars(template)[key] for key in _REPLACEMENTS if key in vars(template)})
    own = _copied(context)
    graft(engine.docx.part, template, own)
    return engine.rendered(own)


def _bytes(template: Any) -> tuple[bytes, str]:
    """The content of a template and the name it has in findings."""
    if isinstance(template, DocxTemplate):
        if template.docx is not None and not template.is_rendered:  # with what its owner has put into it
            buffer = io.BytesIO()
            template.docx.save(buffer)
            return buffer.getvalue(), _bytes_name(template.template_file)
        return _bytes(template.template_file)
    if isinstance(template, (bytes, bytearray)):
        return bytes(template), ""
    if hasattr(template, "read"):
        if not template.seekable():
            return template.read(), _bytes_name(template)
        position = template.tell()  # docxtpl may have read it before
        template.seek(0)
        data = template.read()
        template.seek(position)
        return data, _bytes_name(template)
    try:
        return Path(template).read_bytes(), str(template)
    except OSError:
        place = Location(str(template))
        raise UnreadableError(error("mau-khong-mo-duoc", f"không mở được tệp “{template}”", place)) from None


def _bytes_name(source: Any) -> str:
    return str(source) if isinstance(source, (str, Path)) else str(getattr(source, "name", "") or "")


def _copied(value: Any) -> Any:
    """`value` with its dicts and lists copied, so that a template cannot change the caller's."""
    if type(value) is dict:
        return {key: _copied(one) for key, one in value.items()}
    if type(value) is list:
        return [_copied(one) for one in value]
    return value


@lru_cache(maxsize=128)
def _compiled(environment: Environment, source: str, part: str, path: str) -> Template:
    try:
        code = compiled(environment, source, faults.SOURCE_NAME, concat_checked)
    except TemplateSyntaxError as fault:
        raise DocgenError(syntax_fault(fault, faults.place_in(source, part, path, fault.lineno))) from None
    return Template.from_code(environment, code, environment.make_globals(None))


@lru_cache(maxsize=128)
def _source(xml: str) -> str:
    return lines_of_paragraphs(patched(xml))


class _Engine(DocxTemplate):  # type: ignore[misc]
    """One template on its way to one document; docxtpl's objects find here what they expect of theirs."""

    def __init__(self, data: bytes, path: str, environment: Environment) -> None:
        super().__init__(io.BytesIO(data))
        self.path = path
        self.environment = environment
        try:
            self.docx = Document(io.BytesIO(data))
        except (ValueError, KeyError, PackageNotFoundError, etree.XMLSyntaxError):
            hint = "Mở bằng Word và lưu lại dạng .docx (không phải .docm, .dotx)"
            raise DocgenError(
                error("mau-khong-phai-docx", f"“{path}” không phải tệp Word .docx", Location(path), hint=hint)
            ) from None
        self.pic_map: dict[str, Any] = {}
        self.docx_ids_index = 1000
        self.current_rendering_part: Any = None

    def rendered(self, context: dict[str, Any]) -> bytes:
        """The bytes of the document."""
        context = {**context, ENGINE: self, BUDGET: Budget()}
        body = self._filled(self.get_xml(), self.docx.part, context)
        tree = self.fix_tables(body)
        self.fix_docpr_ids(tree)
        repair(tree)
        self.map_tree(tree)
        self._fill_headers(context)
        self._fill_properties(context)
        self._fill_notes(context)
        buffer = io.BytesIO()
        self.is_rendered = True
        self.save(buffer)
        return write_package(read_package(buffer.getvalue()))

    def bound(self, value: Any) -> Any:
        """`value`; a picture is bound to this template."""
        if not isinstance(value, InlineImage) or value.tpl is self:
            return value
        image = copy.copy(value)
        image.tpl = self
        return image

    def _filled(self, xml: str, part: Any, context: dict[str, Any]) -> str:
        """`xml`, the content of `part`, with its tags filled."""
        name = str(part.partname).lstrip("/")
        source = _source(xml)
        template = _compiled(self.environment, source, name, self.path)
        self.current_rendering_part = part
        try:
            filled = joined(template.generate(context))
        except OF_RENDERING as fault:
            place = faults.place_in(source, name, self.path, faults.line_of(fault))
            raise DocgenError(rendering_fault(fault, place, context)) from None
        filled = re.sub(r"\n<w:p([ >/])", r"<w:p\1", filled.replace("\r\n", "\n"))
        filled = self.resolve_listing(filled)
        odd = _ODD.search(filled)
        if odd:
            excerpt = re.sub(
                r"<[^>]*>|[^ -\uffef]", " ", filled[max(odd.start() - 40, 0) : odd.end() + 40]
            ).strip()
            words = f"một giá trị có ký tự điều khiển (U+{ord(odd.group()):04X}), Word không nhận"
            raise DocgenError(error("ky-tu-la", words, Location(self.path, part=name, excerpt=excerpt)))
        try:
            etree.fromstring(filled.encode("utf-8"), etree.XMLParser(resolve_entities=False, huge_tree=True))
        except etree.XMLSyntaxError:
            raise DocgenError(faults.broken_output(name, self.path)) from None
        return str(filled)

    def _headers_and_footers(self) -> Iterator[Any]:
        kinds = (self.HEADER_URI, self.FOOTER_URI)
        relations = [
            one for one in self.docx.part.rels.values() if one.reltype in kinds and not one.is_external
        ]
        seen: list[Any] = []
        for kind in kinds:  # a part may be the header of several sections: it is rendered once
            for relation in relations:
                if (
                    relation.reltype == kind
                    and relation.target_part not in seen
                    and relation.target_part.blob
                ):
                    seen.append(relation.target_part)
                    yield relation.target_part

    def _fill_headers(self, context: dict[str, Any]) -> None:
        for part in list(self._headers_and_footers()):
            tree = parse_xml(self._filled(self.get_part_xml(part), part, context).encode("utf-8"))
            repair(tree)
            part._element = tree

    def _fill_properties(self, context: dict[str, Any]) -> None:
        """The properties docxtpl renders, as plain text: what is set is escaped by the writer."""
        has_own = any(
            one.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for one in self.docx.part.package.rels.values()
        )
        properties = self.docx.core_properties
        if not has_own:
            properties.modified = _DAY_ONE  # python-docx has put the clock there
        plain = self.environment.overlay(autoescape=False)
        for name in _PROPERTIES:
            initial = getattr(properties, name)
            try:
                value = initial
                if "{" in initial:
                    value = joined(
                        _compiled(plain, initial, "docProps/core.xml", self.path).generate(context)
                    )
                setattr(properties, name, value)  # always, as docxtpl does: it leaves an empty element
            except OF_RENDERING:
                place = Location(self.path, part="docProps/core.xml", excerpt=initial)
                raise DocgenError(
                    error("mau-thuoc-tinh", f"thuộc tính “{name}” của mẫu không điền được", place)
                ) from None

    def _fill_notes(self, context: dict[str, Any]) -> None:
        for part in self.docx.part.package.parts:
            if part.content_type not in _NOTES:
                continue
            text = part.blob.decode("utf-8")
            if "{" not in text:
                continue
            head = re.match(r"\s*<\?xml[^>]*\?>\s*", text)
            start = head.end() if head else 0
            filled = self._filled(text[start:], part, context)
            tree = etree.fromstring(
                filled.encode("utf-8"), etree.XMLParser(resolve_entities=False, huge_tree=True)
            )
            repair(tree)
            part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
