"""What a rendered part must not look like: Word calls some of it unreadable, the schema forbids the rest.

docxtpl leaves these behind: a table whose loop ran over nothing has no rows, a cell whose only
paragraph was switched off has no paragraph, RichText writes run properties in the order of its
arguments and a shading without its pattern (ECMA-376 part 1, 17.4.37, 17.4.65, 17.3.2.28).
"""

from __future__ import annotations

from lxml import etree

from docgen.word.xml import NS, w

RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing",
    "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
    "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
"""Children of `w:rPr` in the order of the schema."""

_POSITIONS = {w(name): position for position, name in enumerate(RUN_ORDER)}


def repair(tree: etree._Element) -> None:
    """Puts `tree`, a rendered part, right in place."""
    for table in list(tree.iter(w("tbl"))):
        if table.find("w:tr", NS) is None and not _has_wrapped_rows(table):
            _remove(table)
    for cell in tree.iter(w("tc")):
        if cell.find("w:p", NS) is None and cell.find(".//w:p", NS) is None:
            cell.append(etree.SubElement(cell, w("p")))
    for properties in tree.iter(w("rPr")):
        children = list(properties)
        ordered = sorted(children, key=lambda child: _POSITIONS.get(child.tag, -1))
        if ordered != children:
            properties[:] = ordered
    for shading in tree.iter(w("shd")):
        if shading.get(w("val")) is None:
            shading.set(w("val"), "clear")


def _has_wrapped_rows(table: etree._Element) -> bool:
    return any(child.tag in (w("sdt"), w("customXml"), w("ins")) for child in table)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
