"""The final `w:sectPr` of a template, and those of appendices made from it."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from docgen.word.sections import TWIPS_PER_MM, Section, Sections
from docgen.word.xml import NS, w

_PAGE = (11906, 16838)  # A4 in twips

# Children of w:sectPr in the order the schema wants (ECMA-376 part 1, 17.6.17).
_ORDER = [
    "headerReference",
    "footerReference",
    "footnotePr",
    "endnotePr",
    "type",
    "pgSz",
    "pgMar",
    "paperSrc",
    "pgBorders",
    "lnNumType",
    "pgNumType",
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
    "printerSettings",
    "sectPrChange",
]


def sections_of(main: etree._Element) -> Sections:
    """The sections a template with the final section properties `main` gives to a document."""
    appendices = (_section(_appendix(main, landscape)) for landscape in (False, True))
    return Sections(_section(main), *appendices)


def _section(element: etree._Element) -> Section:
    return Section(etree.tostring(element, encoding="unicode", with_tail=False), _text_width(element))


def _appendix(main: etree._Element, landscape: bool) -> etree._Element:
    section = deepcopy(main)
    page = _child(section, "pgSz")
    short, long = sorted((int(page.get(w("w"), _PAGE[0])), int(page.get(w("h"), _PAGE[1]))))
    page.set(w("w"), str(long if landscape else short))
    page.set(w("h"), str(short if landscape else long))
    page.attrib.pop(w("orient"), None)
    if landscape:
        page.set(w("orient"), "landscape")
    _child(section, "pgNumType").set(w("start"), "1")
    _child(section, "titlePg").attrib.pop(w("val"), None)
    kind = section.find("w:type", NS)
    if kind is not None:
        section.remove(kind)  # an appendix begins on a new page
    return section


def _child(section: etree._Element, tag: str) -> etree._Element:
    """The child `tag` of `section`, made in its place when absent."""
    found = section.find(f"w:{tag}", NS)
    if found is not None:
        return found
    later = {w(name) for name in _ORDER[_ORDER.index(tag) + 1 :]}
    position = next((i for i, child in enumerate(section) if child.tag in later), len(section))
    made = etree.Element(w(tag))
    section.insert(position, made)
    return made


def _text_width(section: etree._Element) -> float:
    page, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
    width = int(page.get(w("w"), _PAGE[0])) if page is not None else _PAGE[0]
    if margins is not None:
        width -= sum(int(margins.get(w(side), "0")) for side in ("left", "right", "gutter"))
    return width / TWIPS_PER_MM
