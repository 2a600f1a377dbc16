"""Tables: grid, merged cells, widths, borders, and the look their style gives to cells."""

from __future__ import annotations

from docgen.view.blocks import block_elements, read_paragraph
from docgen.view.context import Context
from docgen.view.model import Block, Cell, Row, Table
from docgen.view.names import MM_PER_TWIP, W, first, is_on, twips
from docgen.view.properties import border_of
from docgen.view.styles import TableStyle

Borders = dict[str, tuple[float, bool] | None]

_P = W + "p"
_VAL, _SPAN, _TCW, _VMERGE, _TCBORDERS = (W + n for n in ("val", "gridSpan", "tcW", "vMerge", "tcBorders"))
_CELL_MARGIN = 108.0  # Word's default left and right cell margin in twips (Normal Table)
_SIDES = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}


def read_blocks(container, context: Context) -> tuple[Block, ...]:
    """The paragraphs and tables of a container. Sections are handled by the caller of the body."""
    return tuple(
        [
            read_paragraph(element, context) if element.tag == _P else read_table(element, context)
            for element in block_elements(container)
        ]
    )


def read_table(element, context: Context) -> Table:
    """One w:tbl."""
    styles = context.part.styles
    properties = first(element, W + "tblPr")
    identity = _value(properties, "tblStyle") or styles.default("table")
    look = properties.find(W + "tblLook") if properties is not None else None
    style = styles.table(identity, look)
    grid = [twips(c.get(W + "w")) for c in element.iterfind(f"{W}tblGrid/{W}gridCol")]
    total = _width(properties.find(W + "tblW") if properties is not None else None, context.width_mm)
    if not total:
        total = sum(grid) * MM_PER_TWIP
    rows = list(_rows(element))
    margins = _margins(properties)
    borders = _borders(properties, "tblBorders")
    built = tuple(
        _row(row, number, len(rows), grid, style, borders, margins, context)
        for number, row in enumerate(rows)
    )
    return Table(
        index=context.part.tables.get(element, 0),
        rows=built,
        width_mm=total or max((sum(c.width_mm for c in r.cells) for r in built), default=0.0),
        style=styles.name(identity),
        floating=properties is not None and properties.find(W + "tblpPr") is not None,
        section=context.section,
    )


def _rows(element):
    for child in element:
        if child.tag == W + "tr":
            yield child
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            yield from _rows(content) if content is not None else ()
        elif child.tag in (W + "ins", W + "customXml"):
            yield from _rows(child)


def _cells(element):
    for child in element:
        if child.tag == W + "tc":
            yield child
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            yield from _cells(content) if content is not None else ()
        elif child.tag == W + "customXml":
            yield from _cells(child)


def _row(element, number, count, grid, style: TableStyle, borders, margins, context: Context) -> Row:
    properties = first(element, W + "trPr")
    column = int(twips(_value(properties, "gridBefore")))
    cells = []
    for cell in _cells(element):
        cells.append(_cell(cell, column, (number, count), grid, style, borders, margins, context))
        column += cells[-1].span
    return Row(tuple(cells), _flag(properties, "tblHeader"), _flag(properties, "cantSplit"))


def _cell(element, column, place, grid, style: TableStyle, borders, margins, context: Context) -> Cell:
    holder = first(element, W + "tcPr")
    stated = {child.tag: child for child in holder} if holder is not None else {}
    span = max(int(twips(stated[_SPAN].get(_VAL), 1)), 1) if _SPAN in stated else 1
    row, rows = place
    regions = style.regions(row, rows, column, max(len(grid), column + span))
    run, paragraph = style.properties(regions)
    width = _width(stated.get(_TCW), context.width_mm) or sum(grid[column : column + span]) * MM_PER_TWIP
    inner = max(width - sum(margins) * MM_PER_TWIP, 0.0)
    merge = stated.get(_VMERGE)
    return Cell(
        blocks=read_blocks(element, context.inside(inner, run, paragraph)),
        column=column,
        span=span,
        width_mm=width,
        inner_mm=inner,
        borders=_visible(
            place, column, column + span >= len(grid), stated.get(_TCBORDERS), style.borders(regions), borders
        ),
        merged_up=merge is not None and merge.get(_VAL) != "restart",
    )


def _visible(place, column: int, last: bool, own, styled: Borders, stated: Borders) -> frozenset[str]:
    """The sides of a cell that are drawn: its own borders, else the table's, else the style's."""
    cell = _sides(own) if own is not None else {}
    if not cell and not stated and not styled:
        return frozenset()
    edges = (
        ("top", place[0] == 0),
        ("bottom", place[0] == place[1] - 1),
        ("left", column == 0),
        ("right", last),
    )
    found = []
    for side, at_edge in edges:
        inner = side if at_edge else _SIDES[side]
        border = cell[side] if side in cell else stated.get(inner, styled.get(inner))
        if border is not None:
            found.append(side)
    return frozenset(found)


def _width(element, available_mm: float) -> float:
    """A w:tblW or w:tcW in mm; 0 where it is automatic."""
    if element is None:
        return 0.0
    value, kind = element.get(W + "w") or "0", element.get(W + "type") or "dxa"
    if value.endswith("%"):
        return available_mm * twips(value[:-1]) / 100
    if kind == "pct":
        return available_mm * twips(value) / 5000
    return twips(value) * MM_PER_TWIP if kind == "dxa" else 0.0


def _margins(properties) -> tuple[float, float]:
    found = []
    for names in (("left", "start"), ("right", "end")):
        values = (
            [properties.find(f"{W}tblCellMar/{W}{name}") for name in names] if properties is not None else []
        )
        stated = next((v for v in values if v is not None), None)
        found.append(twips(stated.get(W + "w")) if stated is not None else _CELL_MARGIN)
    return found[0], found[1]


def _borders(properties, name: str) -> Borders:
    holder = first(properties, W + name) if properties is not None else None
    return _sides(holder) if holder is not None else {}


def _sides(holder) -> Borders:
    names = {"start": "left", "end": "right"}
    found = ((side.tag.removeprefix(W), border_of(side)) for side in holder)
    return {names.get(side, side): border for side, border in found}


def _value(properties, name: str) -> str | None:
    child = first(properties, W + name) if properties is not None else None
    return child.get(W + "val") if child is not None else None


def _flag(properties, name: str) -> bool:
    child = first(properties, W + name) if properties is not None else None
    return child is not None and is_on(child)
