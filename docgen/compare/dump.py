"""A Word file as a tree of comparable nodes: `dump(file) -> Node`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from docgen.compare import look
from docgen.compare.marks import mark
from docgen.compare.node import (
    BODY,
    BOX,
    BREAK,
    CELL,
    DOCUMENT,
    FOOTER,
    HEADER,
    LINE,
    NOTE,
    PAGE,
    PARAGRAPH,
    PICTURE,
    ROW,
    TABLE,
    Look,
    Node,
    Span,
)
from docgen.compare.residual import Residuals
from docgen.compare.roles import roles
from docgen.view.model import Block, DocView, Paragraph, Picture, Run, Section, Table
from docgen.view.package import Package
from docgen.view.reader import read

_BANDS = (("default", "trang thường"), ("first", "trang đầu"), ("even", "trang chẵn"))


def dump(source: str | Path | bytes) -> Node:
    """The tree of a .docx given by path or bytes. Raises UnreadableError when it is none or is damaged."""
    package = Package(source)
    notes = mark(package)
    view = read(package)  # type: ignore[arg-type]  # the reader takes an opened package too
    return _Dumper(package, view, notes).document()


class _Dumper:
    def __init__(self, package: Package, view: DocView, notes: list[str]) -> None:
        self.package = package
        self.view = view
        self.notes = notes
        self.residuals = Residuals(package)
        self.roles = roles(view)

    def document(self) -> Node:
        pages = tuple(self._page(section, rest) for section, rest in self._sections())
        body = Node(BODY, children=self._body())
        return Node(DOCUMENT, look=look.of_document(self.view), children=(*pages, body, *self._notes()))

    def _sections(self) -> list[tuple[Section, Look]]:
        rest = self.residuals.sections()
        return [(s, rest[n] if n < len(rest) else ()) for n, s in enumerate(self.view.sections)]

    def _page(self, section: Section, rest: Look) -> Node:
        bands = []
        for kind, bands_of in ((HEADER, section.headers), (FOOTER, section.footers)):
            for key, name in _BANDS:
                band = bands_of.get(key)
                used = key == "default" or (section.first_page if key == "first" else self.view.even_odd)
                if band is not None and used and not (band.empty and not self._drawn(band.blocks)):
                    bands.append(Node(kind, name, children=self._blocks(band.blocks)))
        return Node(
            PAGE,
            look=look.sort_look(look.of_section(section) + rest),
            children=tuple(bands),
            number=section.index + 1,
        )

    def _drawn(self, blocks: tuple[Block, ...]) -> bool:
        return any(node.kind in (LINE, BOX, TABLE) for block in self._blocks(blocks) for node in block.walk())

    def _body(self) -> tuple[Node, ...]:
        found: list[Node] = []
        section = 0
        for block in self.view.blocks:
            if block.section != section:
                section = block.section
                found.append(Node(BREAK, number=section))
            found.append(self._block(block))
        return tuple(found)

    def _notes(self) -> tuple[Node, ...]:
        by_id = {f"{note.kind}:{note.id}": note for note in self.view.notes}
        return tuple(
            Node(NOTE, children=self._blocks(by_id[identity].blocks), number=number)
            for number, identity in enumerate(self.notes, 1)
            if identity in by_id
        )

    def _blocks(self, blocks: tuple[Block, ...]) -> tuple[Node, ...]:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Node:
        return self._paragraph(block) if isinstance(block, Paragraph) else self._table(block)

    def _paragraph(self, paragraph: Paragraph) -> Node:
        rest = self.residuals.paragraph(paragraph.part, paragraph.index)
        lines = sorted(
            (Node(LINE, look=look.of_line(line)) for line in paragraph.lines), key=lambda n: n.look
        )
        pictures = [self._picture(picture) for picture in paragraph.pictures]
        boxes = [
            Node(
                BOX,
                look=look.of_box(box.width_mm, box.height_mm, box.bordered),
                children=self._blocks(box.blocks),
            )
            for box in paragraph.boxes
        ]
        return Node(
            PARAGRAPH,
            look.style_name(paragraph.style),
            look.sort_look(look.of_paragraph(paragraph) + rest),
            _spans(paragraph.runs),
            (*lines, *pictures, *boxes),
            role=self.roles.get((paragraph.part, paragraph.index), ""),
            number=paragraph.index,
            source=paragraph.part,
        )

    def _picture(self, picture: Picture) -> Node:
        known = picture.target in self.package.names
        digest = (
            hashlib.sha256(self.package.read(picture.target)).hexdigest()[:16] if known else picture.target
        )
        return Node(PICTURE, look=look.of_picture(picture, digest))

    def _table(self, table: Table) -> Node:
        columns = _columns(table)
        rest = self.residuals.rows(self._part_of(table), table.index)
        rows = []
        for position, row in enumerate(table.rows):
            row_rest, cell_rests = rest[position] if position < len(rest) else ((), [])
            fits = len(cell_rests) == len(row.cells)
            cells = tuple(
                Node(
                    CELL,
                    look=look.sort_look(look.of_cell(cell, columns) + (cell_rests[n] if fits else ())),
                    children=self._blocks(cell.blocks),
                    number=cell.column + 1,
                )
                for n, cell in enumerate(row.cells)
            )
            own = look.sort_look(look.of_row(row.header, row.cant_split) + row_rest)
            rows.append(Node(ROW, look=own, children=cells, number=position + 1))
        rest_of_table = self.residuals.table(self._part_of(table), table.index)
        whole = look.sort_look(look.of_table(table, columns) + rest_of_table)
        return Node(TABLE, look.style_name(table.style), whole, children=tuple(rows), number=table.index)

    def _part_of(self, table: Table) -> str:
        return table.paragraphs[0].part if table.paragraphs else self.view.part


def _columns(table: Table) -> tuple[float, ...]:
    """The width of each grid column, from the first cell that fills just that one; 0 where there is none."""
    count = max((cell.column + cell.span for row in table.rows for cell in row.cells), default=0)
    widths = [0.0] * count
    for row in table.rows:
        for cell in row.cells:
            if cell.span == 1 and not widths[cell.column]:
                widths[cell.column] = cell.width_mm
    return tuple(widths)


def _spans(runs: tuple[Run, ...]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for run in runs:
        if not run.text:
            continue
        own = look.of_run(run.style, run.format, run.link)
        if spans and spans[-1].look == own:
            spans[-1] = Span(spans[-1].text + run.text, own)
        else:
            spans.append(Span(run.text, own))
    return tuple(spans)
