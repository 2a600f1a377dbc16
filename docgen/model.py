"""The finished document, before it has a look: what `assemble` makes and `word` prints.

Everything is decided here but formatting: numbers are assigned, figures are text, footnotes stand
where they are referred to. Frozen values; no module below knows where they came from.
"""

from __future__ import annotations

from enum import Enum

from docgen.values import Struct


class Run(Struct, frozen=True, gc=False):
    """Text of one look; a tab or line break may stand in it as \\t or \\n."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


class Footnote(Struct, frozen=True, gc=False):
    """A reference mark here, and the paragraphs it leads to."""

    paragraphs: tuple[Paragraph, ...]


Inline = Run | Footnote


class ParagraphKind(str, Enum):
    """Which style a paragraph of the body takes; the value is the role's name in the template."""

    __hash__ = str.__hash__  # Enum would ask Python code each time

    TEXT = "doan"
    DASH = "gach"
    PLUS = "cong"
    NUMBERED = "muc_so"
    OPENING = "mo_dau"
    CLOSING = "ket_thuc"


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph of text. Its mark ("- ", "+ ", "1. ") is part of the text."""

    inlines: tuple[Inline, ...]
    kind: ParagraphKind = ParagraphKind.TEXT


class Heading(Struct, frozen=True, gc=False):
    """A heading: `level` from 1, `number` with its punctuation ("I.", "1.1.", "a)", "" when none);
    `run_in` is the text that goes on behind it in the same paragraph."""

    level: int
    number: str
    inlines: tuple[Inline, ...]
    run_in: tuple[Inline, ...] = ()


class Align(str, Enum):
    """Horizontal alignment of a cell's paragraphs, in the words of `w:jc`."""

    __hash__ = str.__hash__  # Enum would ask Python code each time

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Cell(Struct, frozen=True, gc=False):
    """A cell of the grid; one that spans several columns or rows stands once, at its top left."""

    paragraphs: tuple[tuple[Inline, ...], ...]
    columns: int = 1
    rows: int = 1
    align: Align = Align.LEFT


class RowKind(str, Enum):
    """What a row is, hence how it looks."""

    __hash__ = str.__hash__  # Enum would ask Python code each time

    HEADER = "header"
    NUMBERS = "numbers"
    BODY = "body"
    GROUP = "group"
    BOLD = "bold"
    TOTAL = "total"


class Row(Struct, frozen=True, gc=False, cache_hash=True):
    """The cells that start in this row, from left to right."""

    kind: RowKind
    cells: tuple[Cell, ...]


class Table(Struct, frozen=True, gc=False):
    """A table; `widths` are relative, one for each column of the grid. The first `head` rows are those of its
    form, the same in each of its tables."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    head: int = 0


Block = Paragraph | Heading | Table


class Appendix(Struct, frozen=True):
    """One appendix: label ("Phụ lục II"), title lines, note lines, the (Kèm theo …) line or "",
    and its text. `landscape` turns the page."""

    label: str
    title: tuple[tuple[Inline, ...], ...]
    notes: tuple[tuple[Inline, ...], ...]
    attached_to: str
    blocks: tuple[Block, ...]
    landscape: bool = False


class Signature(Struct, frozen=True):
    """The signing lines from top to bottom ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") and the name."""

    lines: tuple[str, ...]
    name: str


class Document(Struct, frozen=True):
    """An official document.

    `issuer` is the name of the issuing body, `parent` the names of its superior bodies (empty when
    none is printed). `number` is "" in a draft. `date_line` is complete ("An Lão, ngày … năm
    2020"). `addressees` are printed after "Kính gửi:". `recipients` are the lines of Nơi nhận
    without dash and end mark, `archive` what stands after "Lưu:". `fields` holds every other text
    (or list of texts) of the document type, by the name the clerk types.
    """

    doc_type: str
    level: str
    parent: tuple[str, ...]
    issuer: str
    number: str
    symbol: str
    date_line: str
    type_name: str
    title: tuple[tuple[Inline, ...], ...]
    addressees: tuple[str, ...]
    body: tuple[Block, ...]
    appendices: tuple[Appendix, ...]
    recipients: tuple[str, ...]
    archive: str
    signature: Signature
    draft: bool = False
    fields: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
