"""Sections: page, margins, page numbering, and which header and footer each page kind shows."""

from __future__ import annotations

from docgen.view.model import Band, Section
from docgen.view.names import MM_PER_TWIP, R, W, is_on, twips

_LETTER = ("12240", "15840")  # what a w:pgSz that is not there means (ECMA-376 Part 1, 17.6.13)


def read_section(element, index: int, previous: Section | None, bands, last_paragraph: int) -> Section:
    """A w:sectPr. `bands(relationship id)` reads a header or footer; kinds not named are inherited
    from the previous section (17.10.2)."""

    def child(name: str):
        return element.find(W + name)

    size, margin, numbers, kind, columns = (child(n) for n in ("pgSz", "pgMar", "pgNumType", "type", "cols"))
    first = child("titlePg")

    def mm(holder, name: str, default: str) -> float:
        return twips((holder.get(W + name) if holder is not None else None) or default) * MM_PER_TWIP

    start = numbers.get(W + "start") if numbers is not None else None
    return Section(
        index=index,
        width_mm=mm(size, "w", _LETTER[0]),
        height_mm=mm(size, "h", _LETTER[1]),
        landscape=size is not None and size.get(W + "orient") == "landscape",
        top_mm=mm(margin, "top", "1440"),
        bottom_mm=mm(margin, "bottom", "1440"),
        left_mm=mm(margin, "left", "1440"),
        right_mm=mm(margin, "right", "1440"),
        gutter_mm=mm(margin, "gutter", "0"),
        header_mm=mm(margin, "header", "720"),
        footer_mm=mm(margin, "footer", "720"),
        start=(kind.get(W + "val") or "nextPage") if kind is not None else "nextPage",
        first_page=first is not None and is_on(first),
        number_start=int(twips(start)) if start is not None else None,
        number_format=(numbers.get(W + "fmt") or "") if numbers is not None else "",
        columns=int(twips(columns.get(W + "num"), 1)) if columns is not None else 1,
        headers=_bands(element, "headerReference", previous.headers if previous else {}, bands),
        footers=_bands(element, "footerReference", previous.footers if previous else {}, bands),
        last_paragraph=last_paragraph,
    )


def _bands(element, name: str, inherited: dict[str, Band], bands) -> dict[str, Band]:
    found = dict(inherited)
    for reference in element.iterchildren(W + name):
        band = bands(reference.get(R + "id") or "")
        if band is not None:
            found[reference.get(W + "type") or "default"] = band
    return found


def text_width_mm(element) -> float:
    """The width a w:sectPr leaves for text in one column."""
    section = read_section(element, 0, None, lambda _: None, 0)
    gaps = twips(element.find(W + "cols").get(W + "space"), 720) * MM_PER_TWIP if section.columns > 1 else 0.0
    return (section.text_mm - gaps * (section.columns - 1)) / section.columns
