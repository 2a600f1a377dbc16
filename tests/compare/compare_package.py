"""Word files taken apart and put together again, for tests that change them."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

from docgen import pipeline
from docgen.view.context import numbered
from docgen.view.names import W

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = (
    "huyen-an-lao-quy-3-2024",
    "huyen-chu-puh-6-thang-2021-du-thao",
    "so-nong-nghiep-moi-truong-6-thang-2026",
    "vp-chau-thanh-nam-2020",
    "xa-an-hoa-9-thang-2026",
)
"""Samples with tables in the body and in appendices; a seeded edit needs something to change."""


@cache
def built(name: str) -> bytes:
    """The Word file of a sample."""
    return pipeline.build(SAMPLES / f"{name}.yaml").docx


class Word:
    """The parts of a .docx, changed in memory."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = self.parse("word/document.xml")
        self.numbers, self.tables = numbered(self.body)

    def parse(self, part: str) -> etree._Element:
        return etree.fromstring(self.parts[part])

    def put(self, part: str, root: etree._Element) -> None:
        self.parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def save(self, names: list[str] | None = None, **how: int) -> bytes:
        """The file; `names` orders its parts."""
        self.put("word/document.xml", self.body)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **how) as archive:
            for name in names or list(self.parts):
                entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
                archive.writestr(entry, self.parts[name], zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def paragraphs(self, style: str = "") -> list[etree._Element]:
        """Paragraphs of the body with text, outside tables, of one style."""
        return [
            p
            for p in self.numbers
            if next(p.iterancestors(W + "tbl"), None) is None
            and text(p).strip()
            and style_of(p).startswith(style)
        ]

    def data_tables(self) -> list[etree._Element]:
        """The tables with a header row."""
        return [t for t in self.tables if t.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]


def text(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t"))


def style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(W + "val") if style is not None else ""


def child(parent: etree._Element, name: str, first: bool = True) -> etree._Element:
    """The child of that name, made when it is not there."""
    found = parent.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        parent.insert(0, found) if first else parent.append(found)
    return found
