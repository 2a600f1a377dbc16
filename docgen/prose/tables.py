"""Pipe tables: `| a | b |` over `|---|--:|`."""

from __future__ import annotations

import re
from itertools import pairwise

from docgen.model import Align
from docgen.prose.blocks import RawBlock
from docgen.prose.nodes import PipeTableNode
from docgen.prose.spans import SpanReader

_BAR = re.compile(r"\\.|\|")


def read_table(raw: RawBlock, reader: SpanReader) -> PipeTableNode:
    """The table in the lines of `raw`. A row with another number of cells than the ruler is a fault."""
    place = reader.source.place(raw.start)
    if not raw.ruled:
        reader.fault("bang-thieu-gach", raw.start)
    lines = [_cells(reader.text, start, end) for start, end in raw.rows]
    ruler = lines.pop(1) if raw.ruled else lines[0]
    aligns = tuple(_align(reader.text[start:end]) for start, end in ruler)
    rows = []
    places = [row for index, row in enumerate(raw.rows) if not (raw.ruled and index == 1)]
    for (start, _), cells in zip(places, lines, strict=True):
        if raw.ruled and len(cells) != len(aligns):
            reader.fault("bang-lech-cot", start, cells=len(cells), columns=len(aligns))
        rows.append(tuple(reader.spans(*cell) for cell in cells))
    return PipeTableNode(aligns, tuple(rows), place)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Begin and end of each cell of the line, blanks left out; bars at both ends are optional."""
    bars = [match.start() for match in _BAR.finditer(text, start, end) if match[0] == "|"]
    edges = [start - 1, *bars, end]
    if bars and bars[0] == start:
        edges.pop(0)
    if len(edges) > 2 and bars and bars[-1] == end - 1:
        edges.pop()
    return [_strip(text, left + 1, right) for left, right in pairwise(edges)]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _align(rule: str) -> Align:
    if rule.endswith(":"):
        return Align.CENTER if rule.startswith(":") else Align.RIGHT
    return Align.LEFT
