"""Reads a .docx of any origin into a DocView. The file is never changed."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from docgen.view.blocks import block_elements, read_paragraph
from docgen.view.context import Context, Part, numbered
from docgen.view.model import Band, Block, DocView, Note, Section
from docgen.view.names import W, first, is_on
from docgen.view.numbering import Numbering
from docgen.view.package import Package
from docgen.view.properties import Theme
from docgen.view.sections import read_section, text_width_mm
from docgen.view.styles import Styles
from docgen.view.tables import read_blocks, read_table

_REVISIONS = tuple(
    W + n
    for n in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rPrChange",
        "pPrChange",
        "tblPrChange",
        "sectPrChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
        "cellIns",
        "cellDel",
    )
)


def read(source: str | Path | bytes) -> DocView:
    """The picture of a Word file given by path or bytes. Raises UnreadableError when it is no .docx
    or is damaged."""
    return _Reader(source if isinstance(source, Package) else Package(source)).view()


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        settings = package.related("settings")
        self.settings = settings
        theme = Theme(package.related("theme"))
        self.styles = Styles(package.related("styles"), theme)
        self.numbering_root = package.related("numbering")
        self._bands: dict[str, Band | None] = {}

    def part(self, name: str, root, numbering: Numbering | None = None) -> Part:
        found, tables = numbered(root)
        targets = {i: r.target for i, r in self.package.relationships(name).items()}
        return Part(
            name,
            found,
            tables,
            targets,
            self.styles,
            numbering or Numbering(self.numbering_root),
            {},
            read_blocks,
        )

    def view(self) -> DocView:
        name = self.package.main
        root = self.package.root(name)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise self.package._unreadable("tệp không có nội dung Word")
        blocks, sections = self._body(body, self.part(name, root))
        return DocView(
            path=self.package.path,
            part=name,
            blocks=blocks,
            sections=sections,
            notes=self._notes("footnotes") + self._notes("endnotes"),
            revisions=sum(1 for _ in root.iter(*_REVISIONS)),
            comments=self._comments(),
            signed=any(n.startswith("_xmlsignatures/") for n in self.package.names),
            protected=self._setting("documentProtection", "enforcement"),
            even_odd=self._setting("evenAndOddHeaders"),
            strict=self.package.strict,
            rendered_pages=1 + sum(1 for _ in root.iter(W + "lastRenderedPageBreak")),
        )

    def _setting(self, name: str, attribute: str = "val") -> bool:
        element = first(self.settings, W + name) if self.settings is not None else None
        if element is None:
            return False
        return is_on(element) if attribute == "val" else element.get(W + attribute) in ("1", "true", "on")

    def _comments(self) -> int:
        root = self.package.related("comments")
        return sum(1 for _ in root.iter(W + "comment")) if root is not None else 0

    def _body(self, body, part: Part) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        ends = [e for e in body.iter(W + "sectPr") if e.getparent().tag in (W + "pPr", W + "body")]
        if not ends:
            ends = [etree.SubElement(etree.Element(W + "body"), W + "sectPr")]  # Word's own defaults
        blocks: list[Block] = []
        sections: list[Section] = []
        context = Context(part, text_width_mm(ends[0]))
        last = 0
        for element in block_elements(body):
            block = (
                read_paragraph(element, context) if element.tag == W + "p" else read_table(element, context)
            )
            blocks.append(block)
            last = part.numbers.get(element, last) if element.tag == W + "p" else last
            if element.tag == W + "p" and element.find(f"{W}pPr/{W}sectPr") is not None:
                sections.append(self._section(ends[len(sections)], sections, last))
                if len(sections) < len(ends):
                    context = Context(part, text_width_mm(ends[len(sections)]), section=len(sections))
        if len(sections) < len(ends):
            sections.append(self._section(ends[len(sections)], sections, last))
        return tuple(blocks), tuple(sections)

    def _section(self, element, before: list[Section], last: int) -> Section:
        return read_section(element, len(before), before[-1] if before else None, self._band, last)

    def _band(self, identity: str) -> Band | None:
        if identity not in self._bands:
            rel = self.package.relationships(self.package.main).get(identity)
            root = self.package.root(rel.target) if rel is not None and not rel.external else None
            if root is None:
                self._bands[identity] = None
            else:
                part = self.part(rel.target, root)  # type: ignore[union-attr]
                self._bands[identity] = Band(part.name, read_blocks(root, Context(part, 160.0)))
        return self._bands[identity]

    def _notes(self, kind: str) -> tuple[Note, ...]:
        root = self.package.related(kind)
        if root is None:
            return ()
        name = next(
            r.target for r in self.package.relationships(self.package.main).values() if r.kind == kind
        )
        part = self.part(name, root)
        return tuple(
            Note(note.get(W + "id") or "", kind, read_blocks(note, Context(part, 160.0)))
            for note in root
            if note.tag in (W + "footnote", W + "endnote") and note.get(W + "type") in (None, "normal")
        )
