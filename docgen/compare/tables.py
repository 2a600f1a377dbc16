"""Differences between two tables: columns, rows, then cell by cell."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from docgen.compare.align import align
from docgen.compare.difference import Change, LookChange
from docgen.compare.kinship import bag_of
from docgen.compare.node import CELL, Node
from docgen.compare.places import row_label
from docgen.compare.words import likeness

if TYPE_CHECKING:
    from docgen.compare.differ import Comparison

COLUMN = "cột"
_SAME_LABEL = 0.75
_LEAST = 0.4


def compare(run: Comparison, old: Node, new: Node) -> None:
    """Notes what differs between two tables."""
    style = (LookChange("kiểu", old.name, new.name),) if old.name != new.name else ()
    run.look(old, new, *style)
    columns = _columns(run, old, new)
    before: Node | None = None
    for i, j in align(old.children, new.children, (lambda r: r.key, _label, _weak), _alike, _LEAST):
        if i is None and j is not None:
            run.come(new.children[j])
        elif j is None and i is not None:
            run.gone(old.children[i], before, new.children[0] if new.children else None)
        elif i is not None and j is not None:
            _rows(run, old.children[i], new.children[j], columns)
        before = new.children[j] if j is not None else before


def _label(row: Node) -> Hashable:
    """The label of a row, None where it has none."""
    return row_label(row) or None


def _weak(row: Node) -> Hashable:
    """The text of a row, None for one without text."""
    return row.all_text.strip() or None


def _alike(old: Node, new: Node) -> float:
    label = row_label(old)
    if label and label == row_label(new):
        return _SAME_LABEL
    shape = 0.1 * (len(old.children) == len(new.children))
    return min(likeness(bag_of(old), bag_of(new)) * 0.9 + shape, 1.0)


def _width(table: Node) -> int:
    return max((cell.number + span(cell) - 1 for row in table.children for cell in row.children), default=0)


def span(cell: Node) -> int:
    """How many grid columns a cell fills."""
    return int(dict(cell.look).get("gộp ngang", "1").split()[0])


def _columns(run: Comparison, old: Node, new: Node) -> dict[int, int]:
    """Which old column each new one is; columns that went or came are noted."""
    before, after = _width(old), _width(new)
    if before == after:
        return {n: n for n in range(1, after + 1)}
    a, b = _column_texts(old, before), _column_texts(new, after)
    mapping: dict[int, int] = {}
    pairs = align(a, b, (lambda texts: texts,), _same_texts, 0.3)
    for i, j in pairs:
        if i is None and j is not None:
            head = _head(new, j + 1)
            run.add(Change.ADDED, None, head, COLUMN, new_text="\n".join(b[j]))
        elif j is None and i is not None:
            run.add(Change.REMOVED, _head(old, i + 1), None, COLUMN, old_text="\n".join(a[i]))
        elif i is not None and j is not None:
            mapping[j + 1] = i + 1
    return mapping


def _column_texts(table: Node, width: int) -> list[tuple[str, ...]]:
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in table.children:
        for cell in row.children:
            if span(cell) == 1:
                texts[cell.number - 1].append(cell.all_text)
    return [tuple(column) or ("",) for column in texts]


def _same_texts(old: tuple[str, ...], new: tuple[str, ...]) -> float:
    """How alike two columns are: by their cells, or else by their heading."""
    same = sum(a == b for a, b in zip(old, new, strict=False)) / max(len(old), len(new))
    return max(same, 0.5 if old[0].strip() and old[0] == new[0] else 0.0)


def _head(table: Node, column: int) -> Node:
    """The first cell that stands in a column alone, else any cell over it."""
    cells = [cell for row in table.children for cell in row.children]
    over = [cell for cell in cells if cell.number <= column < cell.number + span(cell)]
    return next((cell for cell in over if span(cell) == 1), over[0] if over else table)


def _rows(run: Comparison, old: Node, new: Node, columns: dict[int, int]) -> None:
    if old.key == new.key:
        return
    run.look(old, new)
    left = list(old.children)
    for cell in new.children:
        covered = [columns[n] for n in range(cell.number, cell.number + span(cell)) if n in columns]
        was = [c for c in left if c.number in covered]
        if was:
            left = [c for c in left if c.number not in covered]
            _cells(run, was, cell)
        elif covered:  # part of a wider cell before
            run.add(Change.ADDED, None, cell, CELL, new_text=cell.all_text)
    for cell in left:
        if cell.number in columns.values():
            run.add(Change.REMOVED, cell, None, CELL, old_text=cell.all_text)


def _cells(run: Comparison, old: list[Node], new: Node) -> None:
    """One new cell with the cells it was before: several when they have been merged."""
    run.look(old[0], new)
    children = old[0].children
    if len(old) > 1:
        filled = [child for cell in old for child in cell.children if child.all_text.strip()]
        children = tuple(filled) or children
    run.blocks(children, new.children, lone=True)
