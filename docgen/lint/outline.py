"""What each paragraph of the body is: heading of some level, list item, plain text."""

from __future__ import annotations

import re

from docgen.values import Struct
from docgen.view.components.text import squeeze
from docgen.view.model import Paragraph

_KINDS = (
    (
        "phan",
        re.compile(
            r"^(Phần|Chương|PHẦN|CHƯƠNG)\s+(?P<n>thứ \S+|[IVXLC]+|\d+)\s*(?P<mark>[.:]?)\s*(?P<rest>.*)$"
        ),
    ),
    (
        "muc",
        re.compile(r"^(Mục|Tiểu mục|MỤC|TIỂU MỤC)\s+(?P<n>[IVXLC]+|\d+)\s*(?P<mark>[.:]?)\s*(?P<rest>.*)$"),
    ),
    ("dieu", re.compile(r"^(Điều|ĐIỀU)\s*(?P<n>\d+)\s*(?P<mark>[.:,)/-])\s*(?P<rest>.*)$")),
    ("la_ma", re.compile(r"^(?P<n>[IVX]+)(?P<mark>\s*[.)/-]|\s+[-–])\s*(?P<rest>\S.*)$")),
    (
        "nhieu_cap",
        re.compile(r"^(?P<n>(?:[IVX]+|\d{1,2})\.\d{1,2}(?:\.\d{1,2})*)(?P<mark>[.)]?)\s+(?P<rest>\S.*)$"),
    ),
    ("khoan", re.compile(r"^(?P<n>\d{1,2})(?P<mark>\s*[.)]|\s*/(?!\d))\s*(?P<rest>[^\d\s].*)$")),
    ("diem", re.compile(r"^(?P<n>[a-zđ])(?P<mark>\s*[.)/])\s*(?P<rest>[^\d\s].*)$")),
    ("gach", re.compile(r"^(?P<n>[-–—+•*])(?P<mark>)\s*(?P<rest>\S.*)$")),
)


class Item(Struct, frozen=True):
    """A paragraph with its kind (`phan`, `muc`, `dieu`, `la_ma`, `nhieu_cap`, `khoan`, `diem`, `gach`,
    `van`), number, the mark behind it and the rest of its text."""

    paragraph: Paragraph
    kind: str
    number: str = ""
    mark: str = ""
    rest: str = ""

    @property
    def text(self) -> str:
        """The paragraph as a reader sees it."""
        return squeeze(self.paragraph.full_text)


def outline(paragraphs: tuple[Paragraph, ...]) -> tuple[Item, ...]:
    """The non-empty paragraphs with their kinds."""
    return tuple(_item(p) for p in paragraphs if p.text.strip())


def _item(paragraph: Paragraph) -> Item:
    text = squeeze(paragraph.full_text)
    for kind, pattern in _KINDS:
        found = pattern.match(text)
        if found and not (kind in ("phan", "muc") and _prose(found)):
            return Item(paragraph, kind, found.group("n"), found.group("mark").strip(), found.group("rest"))
    return Item(paragraph, "van", rest=text)


def _prose(found: re.Match[str]) -> bool:
    """A sentence that begins with a reference ("Mục 2 Chương I của Nghị định …") is no heading."""
    rest = found.group("rest")
    return len(rest) > 120 or bool(rest and not found.group("mark") and rest[:1].islower())
