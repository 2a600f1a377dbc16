"""Draws docs/pages/<cap>.png: the first page of a sample report of each level, as LibreOffice shows it.

    python docs/make_pages.py

Needs LibreOffice and the Liberation fonts. Run it when the look of the templates changes.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from docgen import pipeline
from docgen.pdf import Converter
from docgen.schema import ReportType

ROOT = Path(__file__).resolve().parent.parent
LEVELS = ("tinh", "so", "huyen", "phong", "xa")
DOTS_PER_INCH = 75


def is_report(report_type: ReportType) -> bool:
    """Whether a document is a báo cáo."""
    return "bao-cao" in report_type.parents


def first_samples() -> dict[str, Path]:
    """The first sample report of each level, the final ones before drafts."""
    read = [pipeline.read(path) for path in sorted((ROOT / "samples").glob("*.yaml"))]
    reports = sorted((one for one in read if is_report(one.report_type)), key=lambda one: one.data.draft)
    return {level: next(one.path for one in reports if one.unit.level == level) for level in LEVELS}


def main() -> None:
    samples = first_samples()
    with Converter() as converter:
        for level, path in samples.items():
            pdf = pypdfium2.PdfDocument(converter.one(path.name, pipeline.build(path).docx))
            image = pdf[0].render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
            image.save(ROOT / "docs" / "pages" / f"{level}.png", optimize=True)
            print(f"docs/pages/{level}.png: {path.name}")


if __name__ == "__main__":
    main()
