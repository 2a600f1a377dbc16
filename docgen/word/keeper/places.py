"""Places in a Word file as a keeper counts them: "đoạn 12", "bảng 2, hàng 3, ô 1", "đầu trang, đoạn 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.diagnostics import Location
from docgen.values import Struct
from docgen.word.xml import parse_xml, w

DOCUMENT = "word/document.xml"
_PARTS = (
    (re.compile(r"word/document\.xml"), ""),
    (re.compile(r"word/header\d*\.xml"), "đầu trang"),
    (re.compile(r"word/footer\d*\.xml"), "chân trang"),
    (re.compile(r"word/footnotes\.xml"), "chú thích"),
    (re.compile(r"word/endnotes\.xml"), "chú thích cuối"),
)
_WRAPPERS = {w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"), w("ins")}


class _Tree:
    """A part's elements, all kept alive: lxml would make new objects for them, and places are compared by
    identity. `numbers` are the paragraphs in document order, from 1."""

    def __init__(self, root: etree._Element) -> None:
        self.elements = list(root.iter())
        self.numbers = {
            element: n for n, element in enumerate((e for e in self.elements if e.tag == w("p")), 1)
        }


class Spot(Struct, frozen=True, eq=False):
    """A paragraph: where it is in the file (`part`, `number` from 1 among all its paragraphs) and for a
    keeper (`words`); `row` and `cell` are the table row and cell it stands in, `container` what holds it."""

    part: str
    number: int
    words: str
    tree: _Tree
    element: etree._Element
    row: etree._Element | None = None
    cell: etree._Element | None = None

    @property
    def texts(self) -> list[etree._Element]:
        """The `w:t` of the paragraph itself, not of text boxes in it."""
        return [t for t in self.element.iter(w("t")) if next(t.iterancestors(w("p"))) is self.element]

    @property
    def text(self) -> str:
        """What the paragraph reads."""
        return "".join(t.text or "" for t in self.texts)

    @property
    def row_text(self) -> str:
        """All the text of the table row it stands in; "" outside tables."""
        return _text_below(self.row)

    @property
    def cell_text(self) -> str:
        """All the text of the cell it stands in; "" outside tables."""
        return _text_below(self.cell)

    @property
    def container(self) -> etree._Element | None:
        """The cell, else the part's root: tags that belong together stand in one of them."""
        return self.cell if self.cell is not None else self.element.getroottree().getroot()

    def location(self, path: str) -> Location:
        """The place in words, with what stands there."""
        return Location(path, cell=self.words, excerpt=self.text.strip()[:120])


def _text_below(element: etree._Element | None) -> str:
    return "" if element is None else "".join(t.text or "" for t in element.iter(w("t"))).strip()


def spots(parts: dict[str, bytes]) -> Iterator[Spot]:
    """Every paragraph of the document, its headers, footers and notes; each part as it was read."""
    for pattern, title in _PARTS:
        for name in sorted(parts):
            if pattern.fullmatch(name):
                yield from spots_in(name, parse_xml(parts[name]), title)


def spots_in(part: str, root: etree._Element, title: str = "") -> Iterator[Spot]:
    """Every paragraph below `root`, the root of `part`; `title` is what a keeper calls that part."""
    tree = _Tree(root)
    holders = root.findall(w("body")) or (
        [root] if root.find(w("footnote")) is None and root.find(w("endnote")) is None else list(root)
    )
    for holder in holders:
        yield from _blocks(part, holder, f"{title}, " if title else "", tree, None, None)


def _children(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        else:
            yield child


def _blocks(
    part: str,
    holder: etree._Element,
    before: str,
    tree: _Tree,
    row: etree._Element | None,
    cell: etree._Element | None,
) -> Iterator[Spot]:
    """The paragraphs of `holder` in reading order; `before` are the words its place begins with."""
    blocks = list(_children(holder))
    single = cell is not None and sum(block.tag == w("p") for block in blocks) == 1
    paragraphs = tables = 0
    for block in blocks:
        if block.tag == w("p"):
            paragraphs += 1
            own = before.removesuffix(", ") if single else f"{before}đoạn {paragraphs}"
            yield Spot(part, tree.numbers[block], own, tree, block, row, cell)
            for box in block.iter(w("txbxContent")):
                yield from _blocks(part, box, f"{own}, hộp chữ, ", tree, None, None)
        elif block.tag == w("tbl"):
            tables += 1
            for r, line in enumerate((one for one in _children(block) if one.tag == w("tr")), 1):
                for c, inner in enumerate((one for one in _children(line) if one.tag == w("tc")), 1):
                    words = f"{before}bảng {tables}, hàng {r}, ô {c}, "
                    yield from _blocks(part, inner, words, tree, line, inner)
