"""What a Word file looks like once every inherited format is resolved: frozen values.

Lengths are in millimetres (`_mm`), type and spacing in points (`_pt`). Paragraphs are numbered from 1
in document order within their part, the numbers that findings show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from docgen.values import Struct


class Format(Struct, frozen=True):
    """The effective look of a run. `underline`, `highlight`, `shading` are "" when absent; `color` is
    "auto" or six upper-case hexadecimal digits; `squeezed` says that letters are set closer or narrower than
    the typeface (w:spacing, w:w, w:fitText)."""

    ascii_font: str
    hansi_font: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    strike: bool = False
    hidden: bool = False
    underline: str = ""
    color: str = "auto"
    highlight: str = ""
    shading: str = ""
    vertical: str = ""
    squeezed: bool = False


class Run(Struct, frozen=True):
    """Text of one look. Tabs are "\\t", line breaks "\\n"; `link` marks text of a hyperlink,
    `style` is the name of its character style."""

    text: str
    format: Format
    link: bool = False
    style: str = ""

    @property
    def fonts(self) -> tuple[str, ...]:
        """The typefaces its visible letters are drawn with. Word draws accented Vietnamese letters
        with w:hAnsi and plain ones with w:ascii (ECMA-376 Part 1, 17.3.2.26)."""
        fonts = []
        visible = [c for c in self.text if not c.isspace()]
        if any(c < "\x80" for c in visible):
            fonts.append(self.format.ascii_font)
        if any(c >= "\x80" for c in visible) and self.format.hansi_font not in fonts:
            fonts.append(self.format.hansi_font)
        return tuple(fonts)


class Field(Struct, frozen=True):
    """A field: its kind in capitals (`PAGE`), whole instruction, last result and look."""

    kind: str
    instruction: str
    result: str
    format: Format


class DrawnLine(Struct, frozen=True):
    """A horizontal line. `kind` says how it is made: `drawingml`, `vml`, `border` (of a paragraph)
    or `cell` (of a table cell). `x_mm` is the horizontal offset when the file states one."""

    kind: str
    length_mm: float
    x_mm: float | None = None
    width_pt: float = 0.75
    dashed: bool = False


class Picture(Struct, frozen=True):
    """An image: the name of its part and its size."""

    target: str
    width_mm: float
    height_mm: float


class TextBox(Struct, frozen=True):
    """A text box or shape with text."""

    blocks: tuple[Block, ...]
    width_mm: float
    height_mm: float
    bordered: bool


class ParagraphFormat(Struct, frozen=True):
    """The effective layout of a paragraph. `first_line_mm` is negative for a hanging indent.
    `line_rule` is `auto` (then `line` is a multiple of single spacing), `exact` or `atLeast`
    (then `line` is in points)."""

    alignment: str = "left"
    left_mm: float = 0.0
    right_mm: float = 0.0
    first_line_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    line_rule: str = "auto"
    line: float = 1.0
    contextual: bool = False
    keep_next: bool = False
    page_break_before: bool = False
    outline_level: int | None = None
    border_top: bool = False
    border_bottom: bool = False
    framed: bool = False


class Paragraph(Struct, frozen=True, dict=True):
    """One paragraph. `label` is the number Word prints before it, `width_mm` what its container
    leaves for text. `cell` is the nesting of table cells around it, outermost first."""

    index: int
    part: str
    runs: tuple[Run, ...]
    format: ParagraphFormat
    style: str = "Normal"
    label: str = ""
    label_format: str = ""
    fields: tuple[Field, ...] = ()
    lines: tuple[DrawnLine, ...] = ()
    boxes: tuple[TextBox, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()
    page_break: bool = False
    width_mm: float = 0.0
    mark_size_pt: float = 0.0
    in_table: bool = False
    section: int = 0

    @cached_property
    def text(self) -> str:
        """Its text without the automatic number."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def full_text(self) -> str:
        """Its text as a reader sees it, the automatic number included, stripped."""
        text = self.text.strip()
        return f"{self.label} {text}" if self.label and text else text


class Cell(Struct, frozen=True, dict=True):
    """A table cell: its blocks, first grid column, spans, width inside its margins, visible borders.
    `merged_up` marks the lower part of a vertical merge."""

    blocks: tuple[Block, ...]
    column: int
    span: int
    width_mm: float
    inner_mm: float
    borders: frozenset[str] = frozenset()
    merged_up: bool = False

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in it, nested tables included."""
        return tuple(paragraphs(self.blocks))


class Row(Struct, frozen=True):
    """A table row."""

    cells: tuple[Cell, ...]
    header: bool = False
    cant_split: bool = False


class Table(Struct, frozen=True, dict=True):
    """A table. `index` numbers the tables of a part from 1; `floating` ones have w:tblpPr."""

    index: int
    rows: tuple[Row, ...]
    width_mm: float
    style: str = ""
    floating: bool = False
    section: int = 0

    @cached_property
    def bordered(self) -> bool:
        """Whether it looks like a ruled table: most cells have a visible border on a vertical side."""
        cells = [cell for row in self.rows for cell in row.cells]
        ruled = sum(1 for cell in cells if cell.borders & {"left", "right"})
        return bool(cells) and ruled * 2 > len(cells)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in it."""
        return tuple(paragraphs((self,)))


Block = Paragraph | Table


class Band(Struct, frozen=True):
    """A header or footer: its part and content."""

    part: str
    blocks: tuple[Block, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """All its fields."""
        return tuple(f for p in paragraphs(self.blocks, boxes=True) for f in p.fields)

    @property
    def empty(self) -> bool:
        """Whether a reader sees nothing in it."""
        return not any(p.text.strip() or p.fields or p.pictures for p in paragraphs(self.blocks, boxes=True))


class Section(Struct, frozen=True):
    """A section: page, margins, numbering, and the headers and footers that apply to it (inherited
    ones included), keyed `default`, `first`, `even`. `first_page` is w:titlePg."""

    index: int
    width_mm: float
    height_mm: float
    landscape: bool
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    gutter_mm: float
    header_mm: float
    footer_mm: float
    start: str = "nextPage"
    first_page: bool = False
    number_start: int | None = None
    number_format: str = ""
    columns: int = 1
    headers: dict[str, Band] = {}
    footers: dict[str, Band] = {}
    last_paragraph: int = 0

    @property
    def text_mm(self) -> float:
        """The width of the text area."""
        return self.width_mm - self.left_mm - self.right_mm - self.gutter_mm


class Note(Struct, frozen=True):
    """A footnote or endnote by its id."""

    id: str
    kind: str
    blocks: tuple[Block, ...]


class DocView(Struct, frozen=True, dict=True):
    """A whole Word file. `revisions` counts tracked changes, `comments` comments; `signed` says that
    it carries a digital signature, `even_odd` that even pages have headers of their own, `strict`
    that it is in the Strict dialect of ISO/IEC 29500; `rendered_pages` counts the pages Word noted when
    it last laid the text out (1 where it left no note)."""

    path: str
    part: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    revisions: int = 0
    comments: int = 0
    signed: bool = False
    protected: bool = False
    even_odd: bool = False
    strict: bool = False
    rendered_pages: int = 1

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of the main part in document order, tables included, text boxes not."""
        return tuple(paragraphs(self.blocks))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the main part that are not inside another table."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


def paragraphs(blocks: tuple[Block, ...], boxes: bool = False) -> Iterator[Paragraph]:
    """The paragraphs under `blocks` in document order; those in text boxes too when asked."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            if boxes:
                for box in block.boxes:
                    yield from paragraphs(box.blocks, boxes=True)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks, boxes)
