"""PDF from Word files through LibreOffice, and what is seen only on pages.

`Converter` turns files into PDF, `layout_faults` looks at the pages, `examine` says what the machine
lacks."""

from __future__ import annotations

from docgen.pdf.convert import Converted, Converter, PdfOptions
from docgen.pdf.fonts import font_faults
from docgen.pdf.layout import layout_faults
from docgen.pdf.machine import Check, examine

__all__ = ["Check", "Converted", "Converter", "PdfOptions", "examine", "font_faults", "layout_faults"]
