"""A table of the model as `w:tbl` (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.model import Align, Cell, Row, RowKind, Run, Table
from docgen.word import roles
from docgen.word.columns import Layout, layout
from docgen.word.inlines import InlineWriter, run_content
from docgen.word.styles import Style, Styles

TWIPS_PER_MM = 1440 / 25.4
_FIGURE = 10
"""Length of a text that may be a figure: 1.234.567 has nine signs."""

_REPEATED = (RowKind.HEADER, RowKind.NUMBERS)


class TableWriter:
    """Writes tables with the styles of one template and the inlines of one document."""

    def __init__(self, styles: Styles, inlines: InlineWriter) -> None:
        self._inlines = inlines
        self._table_style = styles[roles.TABLE].id
        self._styles = {kind: styles[name] for kind, name in roles.CELLS.items()}

    def write(self, table: Table, total_mm: float, keep_next: bool = False) -> str:
        """`table` across `total_mm` of text; `keep_next` ties its last row to what follows."""
        plan = layout(table, total_mm, self._styles[RowKind.BODY].size_pt)
        twips = [round(width * TWIPS_PER_MM) for width in plan.widths_mm]
        out = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._table_style}"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
            '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>',
            *(f'<w:gridCol w:w="{width}"/>' for width in twips),
            "</w:tblGrid>",
        ]
        writers: dict[tuple[RowKind, bool], _RowWriter] = {}
        last = len(table.rows) - 1
        for index, (row, cells) in enumerate(_grid(table)):
            keep = keep_next and index == last
            writer = writers.get((row.kind, keep))
            if writer is None:
                style = self._styles[row.kind]
                writer = writers[row.kind, keep] = _RowWriter(self._inlines, style, row.kind, twips, plan, keep)
            writer.write(cells, out)
        out.append("</w:tbl>")
        return "".join(out)  # joined once: a long table is most of a document


class _RowWriter:
    """Writes the rows of one kind of one table. What a row repeats is made once: the beginning of a cell by
    its place in the grid, and whole cells of one figure."""

    def __init__(
        self, inlines: InlineWriter, style: Style, kind: RowKind, twips: list[int], plan: Layout, keep: bool
    ) -> None:
        self._inlines = inlines
        self._twips = twips
        self._heading = kind in _REPEATED
        self._paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{"<w:keepNext/>" if keep else ""}'
        self._size = ""
        if plan.size_pt < style.size_pt:
            half = round(plan.size_pt * 2)
            self._size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        properties = f"<w:rPr>{self._size}</w:rPr>" if self._size else ""
        self._run = f'<w:r>{properties}<w:t xml:space="preserve">'
        self._row = f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if self._heading else ''}</w:trPr>"
        self._starts: dict[tuple[int, int, bool, Align], str] = {}
        self._figures: list[dict[int, str]] = [{} for _ in twips]  # by identity: cells live as long as the table

    def write(self, cells: list[tuple[int, Cell | int]], out: list[str]) -> None:
        """Adds the XML of a row to `out`."""
        out.append(self._row)
        for column, cell in cells:
            known = self._figures[column].get(id(cell))
            out.append(known or (self._below(column, cell) if isinstance(cell, int) else self._cell(column, cell)))
        out.append("</w:tr>")

    def _below(self, column: int, columns: int) -> str:
        """The cell that one above spans down to."""
        opening = self._start(column, columns, False, Align.LEFT)
        return opening.replace('<w:vAlign w:val="center"/>', "<w:vMerge/>") + "</w:p></w:tc>"

    def _cell(self, column: int, cell: Cell) -> str:
        start = self._start(column, cell.columns, cell.rows > 1, cell.align)
        if len(cell.paragraphs) == 1 and len(cell.paragraphs[0]) == 1:
            only = cell.paragraphs[0][0]
            if isinstance(only, Run) and not (only.bold or only.italic or only.link):
                text = only.text
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
        texts = [self._inlines.runs(inlines, self._size) for inlines in cell.paragraphs] or [""]
        return start + f"</w:p>{paragraph}".join(texts) + "</w:p></w:tc>"

    def _start(self, column: int, columns: int, spans_down: bool, align: Align) -> str:
        """A cell up to the properties of its first paragraph; heading styles bring their own alignment."""
        place = (column, columns, spans_down, align)
        start = self._starts.get(place)
        if start is None:
            width = sum(self._twips[column : column + columns])
            span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
            merge = '<w:vMerge w:val="restart"/>' if spans_down else ""
            jc = "" if self._heading or align is Align.LEFT else f'<w:jc w:val="{align.value}"/>'
            start = self._starts[place] = (
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
                f"{self._paragraph}{jc}</w:pPr>"
            )
        return start


def _grid(table: Table) -> Iterator[tuple[Row, list[tuple[int, Cell | int]]]]:
    """Every row with what stands in its grid: (column, cell), or (column, span) below a cell that
    spans down."""
    width = len(table.widths)
    down: dict[int, tuple[int, int]] = {}  # column → (rows still covered, columns covered)
    for row in table.rows:
        if not down and all(cell.rows == 1 and cell.columns == 1 for cell in row.cells):
            yield row, list(enumerate(row.cells))  # most rows of a long table
            continue
        cells: list[tuple[int, Cell | int]] = []
        column = 0
        waiting = iter(row.cells)
        below: dict[int, tuple[int, int]] = {}
        while column < width:
            if column in down:
                left, span = down[column]
                cells.append((column, span))
                if left > 1:
                    below[column] = (left - 1, span)
                column += span
                continue
            cell = next(waiting, None) or Cell(((),))
            cells.append((column, cell))
            if cell.rows > 1:
                below[column] = (cell.rows - 1, cell.columns)
            column += cell.columns
        down = below
        yield row, cells
