"""Sections: the main text keeps the page of its template, every appendix gets its own.

Page numbers of an appendix start at 1 again and its first page shows none (NĐ 30/2020, Phụ lục I,
mục I.7 and III.1.đ); a landscape appendix keeps the four margins.
"""

from __future__ import annotations

from docgen.values import Struct

TWIPS_PER_MM = 1440 / 25.4


class Section(Struct, frozen=True):
    """The properties of a section (`w:sectPr` as text) and the width of its text in mm."""

    properties: str
    text_width_mm: float


class Sections(Struct, frozen=True):
    """The sections one template gives to the parts of a document."""

    main: Section
    portrait: Section
    landscape: Section

    def appendix(self, landscape: bool) -> Section:
        """The section of an appendix."""
        return self.landscape if landscape else self.portrait
