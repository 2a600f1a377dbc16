"""A table of the model as `w:tbl` (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from docgen.model import Align, Cell, Inline, Row, RowKind, Run, Table
from docgen.word import roles
from docgen.word.columns import Layout, layout
from docgen.word.inlines import InlineWriter, text_run
from docgen.word.styles import Styles

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
        self._known: defaultdict[tuple[RowKind, bool], dict[tuple[int, int], str]] = defaultdict(dict)

    def write(self, table: Table, total_mm: float, keep_next: bool = False) -> str:
        """`table` across `total_mm` of text; `keep_next` ties its last row to what follows."""
        self._known = defaultdict(dict)  # by identity: the cells live as long as the table
        plan = layout(table, total_mm, self._styles[RowKind.BODY].size_pt)
        twips = [round(width * TWIPS_PER_MM) for width in plan.widths_mm]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
        last = len(table.rows) - 1
        rows = (
            self._row(row, cells, twips, plan, keep_next and index == last)
            for index, (row, cells) in enumerate(_grid(table))
        )
        head = (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._table_style}"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        return "".join((head, *rows, "</w:tbl>"))  # joined once: a long table is most of a document

    def _row(self, row: Row, cells: list[tuple[int, Cell | int]], twips: list[int], plan: Layout, keep: bool) -> str:
        style = self._styles[row.kind]
        size = ""
        if plan.size_pt < style.size_pt:
            half = round(plan.size_pt * 2)
            size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        repeat = "<w:tblHeader/>" if row.kind in _REPEATED else ""
        opening: Callable[[Align], str] = _paragraph_opening(style.id, row.kind in _REPEATED, keep)
        properties = f"<w:rPr>{size}</w:rPr>" if size else ""
        out = []
        known = self._known[row.kind, keep]
        for column, cell in cells:
            place = (column, id(cell))
            if place in known:
                out.append(known[place])
                continue
            if isinstance(cell, int):  # a cell above spans down to here
                span = f'<w:gridSpan w:val="{cell}"/>' if cell > 1 else ""
                width = sum(twips[column : column + cell])
                out.append(
                    f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vMerge/></w:tcPr>'
                    f"{opening(Align.LEFT)}</w:p></w:tc>"
                )
                continue
            width = sum(twips[column : column + cell.columns])
            span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            start = opening(cell.align)
            body = "".join(f"{start}{self._text(p, size, properties)}</w:p>" for p in cell.paragraphs) or f"{start}</w:p>"
            out.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
                f"{body}</w:tc>"
            )
            if _is_figure(cell):
                known[place] = out[-1]
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(out)}</w:tr>"

    def _text(self, inlines: tuple[Inline, ...], size: str, properties: str) -> str:
        if len(inlines) == 1:
            only = inlines[0]
            if isinstance(only, Run) and not (only.bold or only.italic or only.link):
                return text_run(only.text, properties) if only.text else ""
        return self._inlines.runs(inlines, size)


def _is_figure(cell: Cell) -> bool:
    """Whether `cell` holds one short text, which a long table prints again and again in the same way."""
    if len(cell.paragraphs) != 1 or len(cell.paragraphs[0]) != 1:
        return False
    only = cell.paragraphs[0][0]
    return isinstance(only, Run) and not only.link and len(only.text) <= _FIGURE


def _paragraph_opening(style: str, heading: bool, keep: bool) -> Callable[[Align], str]:
    """The start of a paragraph in a cell, by alignment; heading styles bring their own."""
    cache: dict[Align, str] = {}

    def opening(align: Align) -> str:
        if align not in cache:
            next_ = "<w:keepNext/>" if keep else ""
            jc = "" if heading or align is Align.LEFT else f'<w:jc w:val="{align.value}"/>'
            cache[align] = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{next_}{jc}</w:pPr>'
        return cache[align]

    return opening


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
