"""Edits to the parts of a Word file that keep everything they do not name.

Paragraphs are found by the numbers findings carry (`docgen.view.context.numbered`)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

from lxml import etree

from docgen.view.context import numbered
from docgen.view.names import REL, W
from docgen.word.package import read_package, write_package

# The order of children that the schema asks for (ECMA-376 Part 1, A.1: CT_PPr, CT_RPr, CT_SectPr).
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
}
_RANKS = {parent: {name: rank for rank, name in enumerate(text.split())} for parent, text in _ORDERS.items()}


def child(parent, name: str):
    """The child `w:name` of a w:pPr, w:rPr or w:sectPr, made at its place in the schema's order."""
    found = parent.find(W + name)
    if found is not None:
        return found
    ranks = _RANKS[etree.QName(parent).localname]
    made = etree.Element(W + name)
    for position, other in enumerate(parent):
        local = etree.QName(other).localname if isinstance(other.tag, str) else ""
        if ranks.get(local, -1) > ranks[name]:
            parent.insert(position, made)
            return made
    parent.append(made)
    return made


def drop(parent, *names: str) -> None:
    """Removes the children with those names."""
    for name in names:
        for found in parent.findall(W + name):
            parent.remove(found)


def properties(element, name: str):
    """The w:pPr of a paragraph or w:rPr of a run, made as its first child where missing."""
    found = element.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        element.insert(0, found)
    return found


class Editor:
    """A Word file open for repair. `bytes()` is the whole file with what was changed."""

    def __init__(self, data: bytes) -> None:
        self.parts = read_package(data)
        self._roots: dict[str, etree._Element] = {}
        self._numbers: dict[str, dict[int, etree._Element]] = {}

    def root(self, part: str) -> etree._Element:
        """The root of a part; changes to it are kept."""
        if part not in self._roots:
            self._roots[part] = etree.fromstring(self.parts[part])
        return self._roots[part]

    def relationships(self, part: str) -> etree._Element:
        """The root of a part's relationships, made where the part has none."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        self.parts.setdefault(rels, f'<Relationships xmlns="{REL[1:-1]}"/>'.encode())
        return self.root(rels)

    def paragraph(self, part: str, index: int) -> etree._Element:
        """The w:p with that number. Numbers stay those of the file as it was opened."""
        if part not in self._numbers:
            self._numbers[part] = {number: p for p, number in numbered(self.root(part))[0].items()}
        return self._numbers[part][index]

    def bytes(self) -> bytes:
        """The file as it is now."""
        for part, root in self._roots.items():
            self.parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return write_package(self.parts)


def runs(paragraph) -> Iterator[etree._Element]:
    """The runs of a paragraph with text, through links and content controls; not those of text boxes."""
    for run in paragraph.iter(W + "r"):
        if next(run.iterancestors(W + "p")) is paragraph and run.find(W + "t") is not None:
            yield run


def texts(paragraph) -> list[etree._Element]:
    """The w:t elements of a paragraph in order."""
    return [text for run in runs(paragraph) for text in run.iterchildren(W + "t")]


def replace(paragraph, pattern: str, change: str | Callable[[re.Match[str]], str]) -> bool:
    """Replaces the first match of a pattern in the paragraph's text, wherever Word has split it into
    runs; whether there was one. Letters outside the match keep their runs."""
    nodes = texts(paragraph)
    whole = "".join(node.text or "" for node in nodes)
    match = re.search(pattern, whole)
    if match is None:
        return False
    new = match.expand(change) if isinstance(change, str) else change(match)
    if new == match.group():
        return False
    _splice(nodes, match.start(), match.end(), new)
    return True


def _splice(nodes: list[etree._Element], start: int, end: int, new: str) -> None:
    passed, placed = 0, False
    for node in nodes:
        text = node.text or ""
        first, last = max(start - passed, 0), min(end - passed, len(text))
        if (
            first <= len(text)
            and last >= 0
            and (
                first < last
                or (not placed and first == last and start == end)
                or (not placed and first < len(text))
            )
        ):
            node.text = text[:first] + ("" if placed else new) + text[max(last, first) :]
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            placed = True
        passed += len(text)
        if passed >= end and placed:
            break
