"""Visual lines of a document: what stands on one line in one column, however it was laid out.

Headers are made with borderless tables, tabs, runs of spaces, frames and text boxes, one line a
paragraph or several; pieces make all of these look alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count

from docgen.values import Struct, replace
from docgen.view.components.text import squeeze
from docgen.view.model import Block, Paragraph, Run, Table

LEFT, RIGHT, FULL = "left", "right", "full"

# Where a line built with spaces goes on in the right column: the motto, or the place and date.
_RIGHT_PART = re.compile(
    r"\s{3,}(?=C[ỘO]NG\s+H[ÒOÀ]|[ĐÐ]ộc\s+lập|ĐỘC LẬP|[^\s,/:][^,/:\n\t]{1,40},?\s*ngày\b)"
)
_GAP = re.compile(r"(?<=\S)\s*\t\s*(?=\S)")


class Piece(Struct, frozen=True, dict=True):
    """One line of one column. `box` names the container (a cell, a text box, "" for the page);
    `whole` says that the paragraph holds nothing else; `block` is its top-level block's position."""

    text: str
    runs: tuple[Run, ...]
    paragraph: Paragraph
    side: str
    box: str
    block: int
    order: int
    whole: bool
    table: Table | None

    @cached_property
    def letters(self) -> tuple[tuple[str, Run], ...]:
        """Visible characters with the run they come from."""
        return tuple((c, run) for run in self.runs for c in run.text if not c.isspace())

    def share(self, flag: str) -> float:
        """How much of the visible text has a flag of Format (`bold`, `italic`, `underline` …), 0 to 1."""
        visible = self.letters
        return sum(bool(getattr(run.format, flag)) for _, run in visible) / len(visible) if visible else 0.0

    @cached_property
    def size_pt(self) -> float:
        """The size of most of its visible characters."""
        sizes: dict[float, int] = {}
        for _, run in self.letters:
            sizes[run.format.size_pt] = sizes.get(run.format.size_pt, 0) + 1
        return max(sizes, key=lambda s: sizes[s]) if sizes else self.paragraph.mark_size_pt

    @cached_property
    def shown(self) -> str:
        """The text as printed: w:caps counts as capitals."""
        return squeeze("".join(run.text.upper() if run.format.caps else run.text for run in self.runs))


_LONG_TABLE = 6  # a ruled table of more rows holds figures, no component


def pieces(blocks: Iterable[Block]) -> tuple[Piece, ...]:
    """The lines under `blocks` in reading order, empty ones included. A row of a table is read cell by
    cell; long ruled tables are passed over."""
    orders = count()
    found: list[Piece] = []
    for position, block in enumerate(blocks):
        found += _block(block, _Place("", FULL, position, None, orders))
    return tuple(found)


class _Place(Struct, frozen=True):
    """Where a block stands: its container, column, top-level position and outermost table."""

    box: str
    side: str
    position: int
    table: Table | None
    orders: Iterator[int]


def _block(block: Block, place: _Place) -> Iterator[Piece]:
    if isinstance(block, Paragraph):
        yield from _paragraph(block, place)
        return
    if len(block.rows) > _LONG_TABLE and block.bordered:
        return
    columns = max((c.column + c.span for r in block.rows for c in r.cells), default=1)
    for number, row in enumerate(block.rows):
        for cell in row.cells:
            side = place.side if place.side != FULL else _side(block, cell, columns)
            box = f"{place.box}/{block.index}.{number}.{cell.column}"
            inside = _Place(box, side, place.position, place.table or block, place.orders)
            for inner in cell.blocks:
                yield from _block(inner, inside)


def _side(table: Table, cell, columns: int) -> str:
    if columns == 1 or cell.span >= columns:
        return FULL
    widths = [c.width_mm for c in table.rows[0].cells]
    if all(widths) and sum(c.span for c in table.rows[0].cells) == columns:
        edges = [sum(widths[:i]) for i in range(len(widths) + 1)]
        starts = {c.column: edges[i] for i, c in enumerate(table.rows[0].cells)}
        if cell.column in starts:
            return LEFT if starts[cell.column] + cell.width_mm / 2 <= edges[-1] / 2 else RIGHT
    return LEFT if cell.column + cell.span / 2 <= columns / 2 else RIGHT


def _paragraph(paragraph: Paragraph, place: _Place) -> Iterator[Piece]:
    for number, text_box in enumerate(paragraph.boxes):
        inside = _Place(
            f"{place.box}/b{paragraph.index}.{number}", place.side, place.position, place.table, place.orders
        )
        for inner in text_box.blocks:
            yield from _block(inner, inside)
    lines = _lines(paragraph.runs)
    for line in lines:
        parts = _columns(line) if place.side == FULL else [(FULL, line)]
        for part_side, runs in parts:
            text = squeeze("".join(run.text for run in runs))
            if paragraph.label and line is lines[0] and part_side in (FULL, LEFT):
                text = f"{paragraph.label} {text}".strip()
            yield Piece(
                text=text,
                runs=runs,
                paragraph=paragraph,
                side=place.side if place.side != FULL else part_side,
                box=place.box,
                block=place.position,
                order=next(place.orders),
                whole=len(lines) == 1 and len(parts) == 1,
                table=place.table,
            )


def _lines(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    if not any("\n" in run.text for run in runs):
        return [runs]
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(replace(run, text=text))
    return [tuple(line) for line in lines]


def _columns(runs: tuple[Run, ...]) -> list[tuple[str, tuple[Run, ...]]]:
    """A line split where tabs or spaces carry it into the right column."""
    text = "".join(run.text for run in runs)
    if "\t" not in text and "   " not in text and "\u00a0" not in text:
        return [(FULL, runs)]
    found = _RIGHT_PART.search(text) or _GAP.search(text)
    if found is None:
        # Leading tabs alone carry the whole line to the right.
        return [(RIGHT if text.lstrip(" \u00a0").startswith("\t") and text.strip() else FULL, runs)]
    start = found.start()
    head, tail = _cut(runs, start)
    if not "".join(run.text for run in head).strip():
        return [(RIGHT, tail)]
    return [(LEFT, head), (RIGHT, tail)]


def _cut(runs: tuple[Run, ...], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    head, tail, passed = [], [], 0
    for run in runs:
        before = max(min(at - passed, len(run.text)), 0)
        if before:
            head.append(replace(run, text=run.text[:before]))
        if before < len(run.text):
            tail.append(replace(run, text=run.text[before:]))
        passed += len(run.text)
    return tuple(head), tuple(tail)
