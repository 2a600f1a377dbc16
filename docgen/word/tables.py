"""A table of the model as `w:tbl` (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from functools import lru_cache

from docgen.model import Align, Cell, Inline, Row, RowKind, Table
from docgen.word import roles
from docgen.word.columns import layout
from docgen.word.grid import HEADS_KEPT, REPEATED, Placed, grid, plain_text, split_head
from docgen.word.inlines import InlineWriter, run_content
from docgen.word.styles import Style, Styles

TWIPS_PER_MM = 1440 / 25.4
_FIGURE = 10
"""Length of a text that may be a figure: 1.234.567 has nine signs."""

_Looks = tuple[tuple[RowKind, Style], ...]


class TableWriter:
    """Writes tables with the styles of one template and the inlines of one document."""

    def __init__(self, styles: Styles, inlines: InlineWriter) -> None:
        self._inlines = inlines
        self._table_style = styles[roles.TABLE].id
        self._looks: _Looks = tuple((kind, styles[name]) for kind, name in roles.CELLS.items())
        self._largest_pt = dict(self._looks)[RowKind.BODY].size_pt

    def write(self, table: Table, total_mm: float, keep_next: bool = False) -> str:
        """`table` across `total_mm` of text; `keep_next` ties its last row to what follows."""
        plan = layout(table, total_mm, self._largest_pt)
        twips = tuple(round(width * TWIPS_PER_MM) for width in plan.widths_mm)
        head, rows = split_head(table)
        out = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._table_style}"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
            '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>',
            *(f'<w:gridCol w:w="{width}"/>' for width in twips),
            "</w:tblGrid>",
            _head(head, self._looks, twips, plan.size_pt),
        ]
        _Rows(self._looks, twips, plan.size_pt, self._inlines).write(rows, out, keep_next)
        out.append("</w:tbl>")
        return "".join(out)  # joined once: a long table is most of a document


@lru_cache(maxsize=HEADS_KEPT)
def _head(rows: tuple[Row, ...], looks: _Looks, twips: tuple[int, ...], size_pt: float) -> str:
    """The heading rows, which stand alone (docgen.word.grid.split_head)."""
    out: list[str] = []
    _Rows(looks, twips, size_pt, None).write(rows, out)
    return "".join(out)


class _Rows:
    """Writes rows across columns `twips` wide, in text of `size_pt` or what is smaller in their style."""

    def __init__(
        self, looks: _Looks, twips: tuple[int, ...], size_pt: float, inlines: InlineWriter | None
    ) -> None:
        self._looks = dict(looks)
        self._twips = twips
        self._size_pt = size_pt
        self._inlines = inlines
        self._writers: dict[tuple[RowKind, bool], _RowWriter] = {}

    def write(self, rows: tuple[Row, ...], out: list[str], keep_last: bool = False) -> None:
        """Adds the XML of `rows` to `out`; `keep_last` ties the last one to what follows."""
        last = len(rows) - 1 if keep_last else -1
        for index, (row, cells) in enumerate(grid(rows, len(self._twips))):
            look = (row.kind, index == last)
            writer = self._writers.get(look)
            if writer is None:
                style = self._looks[row.kind]
                writer = self._writers[look] = _RowWriter(
                    style, *look, self._twips, self._size_pt, self._inlines
                )
            writer.write(cells, out)


class _RowWriter:
    """Writes the rows of one kind of one table. What a row repeats is made once: the beginning of a cell by
    its place in the grid, and whole cells of one figure."""

    def __init__(
        self, style: Style, kind: RowKind, keep: bool, twips: tuple[int, ...], size_pt: float,
        inlines: InlineWriter | None,
    ) -> None:  # fmt: skip
        self._inlines = inlines
        self._twips = twips
        self._heading = kind in REPEATED
        self._paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{"<w:keepNext/>" if keep else ""}'
        self._size = ""
        if size_pt < style.size_pt:
            half = round(size_pt * 2)
            self._size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        properties = f"<w:rPr>{self._size}</w:rPr>" if self._size else ""
        self._run = f'<w:r>{properties}<w:t xml:space="preserve">'
        self._row = f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if self._heading else ''}</w:trPr>"
        self._starts: dict[tuple[int, int, bool, Align], str] = {}
        self._figures: list[dict[int, str]] = [
            {} for _ in twips
        ]  # by identity: cells live as long as the table

    def write(self, cells: Placed, out: list[str]) -> None:
        """Adds the XML of a row to `out`."""
        out.append(self._row)
        for column, cell in cells:
            known = self._figures[column].get(id(cell))
            out.append(
                known or (self._below(column, cell) if isinstance(cell, int) else self._cell(column, cell))
            )
        out.append("</w:tr>")

    def _below(self, column: int, columns: int) -> str:
        """The cell that one above spans down to."""
        opening = self._start(column, columns, False, Align.LEFT)
        return opening.replace('<w:vAlign w:val="center"/>', "<w:vMerge/>") + "</w:p></w:tc>"

    def _cell(self, column: int, cell: Cell) -> str:
        place = (column, cell.columns, cell.rows > 1, cell.align)
        start = self._starts.get(place) or self._start(*place)
        if len(cell.paragraphs) == 1:
            text = plain_text(cell.paragraphs[0])
            if text is not None:
                if not text:
                    xml = f"{start}</w:p></w:tc>"
                elif text.isalnum():  # most figures
                    xml = f"{start}{self._run}{text}</w:t></w:r></w:p></w:tc>"
                else:
                    xml = f"{start}{self._run}{run_content(text)}</w:t></w:r></w:p></w:tc>"
                if len(text) <= _FIGURE:
                    self._figures[column][id(cell)] = xml
                return xml
        paragraph = start[start.index("<w:p>") :]
        texts = [self._text(inlines) for inlines in cell.paragraphs] or [""]
        return start + f"</w:p>{paragraph}".join(texts) + "</w:p></w:tc>"

    def _text(self, inlines: tuple[Inline, ...]) -> str:
        text = plain_text(inlines)
        if text is not None:
            return f"{self._run}{run_content(text)}</w:t></w:r>" if text else ""
        assert self._inlines is not None
        return self._inlines.runs(inlines, self._size)

    def _start(self, column: int, columns: int, spans_down: bool, align: Align) -> str:
        """A cell up to the properties of its first paragraph; heading styles bring their own alignment."""
        width = sum(self._twips[column : column + columns])
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        merge = '<w:vMerge w:val="restart"/>' if spans_down else ""
        jc = "" if self._heading or align is Align.LEFT else f'<w:jc w:val="{align.value}"/>'
        start = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
            f"{self._paragraph}{jc}</w:pPr>"
        )
        self._starts[column, columns, spans_down, align] = start
        return start
