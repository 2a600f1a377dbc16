"""Typefaces a Word file asks for that this machine draws with others of different widths."""

from __future__ import annotations

from docgen.diagnostics import Diagnostic, Location, warning
from docgen.pdf.machine import PACKAGES, installed_fonts, missing_fonts
from docgen.view.model import DocView, paragraphs


def font_faults(view: DocView) -> list[Diagnostic]:
    """A warning for each typeface of the text that is missing: lines and pages of the PDF may break elsewhere
    than in Word. Empty where the machine cannot be asked."""
    installed = installed_fonts()
    if installed is None:
        return []
    bands = [b for s in view.sections for b in (*s.headers.values(), *s.footers.values())]
    blocks = (
        *view.blocks,
        *(b for band in bands for b in band.blocks),
        *(b for n in view.notes for b in n.blocks),
    )
    used = {font for p in paragraphs(blocks, boxes=True) for run in p.runs for font in run.fonts}
    return [
        warning(
            "pdf-thieu-phong",
            f"máy này không có phông “{font}” hay phông cùng độ rộng, trang có thể khác khi mở bằng Word",
            Location(view.path),
            hint=f"sudo apt-get install {PACKAGES[font]}" if font in PACKAGES else f"Cài phông {font}",
        )
        for font in missing_fonts(used, installed)
    ]
