"""Where each node of a tree stands: `places(root) -> {id(node): Place}`, and places in words."""

from __future__ import annotations

import re

from docgen.compare.difference import Place
from docgen.compare.node import (
    BODY,
    BREAK,
    FOOTER,
    HEADER,
    NOTE,
    PAGE,
    PARAGRAPH,
    TABLE,
    Node,
)

BODY_AREA = "thân văn bản"
_LABEL = 60


def places(root: Node) -> dict[int, Place]:
    """The place of every node, by identity."""
    found: dict[int, Place] = {id(root): Place("cả tệp")}
    for child in root.children:
        if child.kind == PAGE:
            area = f"trang (phần {child.number})"
            found[id(child)] = Place(area)
            for band in child.of(HEADER, FOOTER):
                _Walk(found, Place(f"{band.kind}, {band.name} (phần {child.number})")).node(band)
        elif child.kind == BODY:
            _Walk(found, Place(BODY_AREA)).node(child)
        elif child.kind == NOTE:
            _Walk(found, Place(f"chú thích {child.number}")).node(child)
    return found


class _Walk:
    """Goes through one area in reading order; the last heading seen is where the next nodes stand."""

    def __init__(self, found: dict[int, Place], start: Place) -> None:
        self.found = found
        self.start = start
        self.heading = ""
        self.paragraph: int | None = None

    def node(self, node: Node) -> None:
        self._at(node, self.start)

    def _at(self, node: Node, place: Place) -> None:
        if node.kind == PARAGRAPH:
            place = Place(
                place.area, node.role, self.heading, node.number, place.table, place.row, place.column,
                place.row_label, place.column_label, node.source,
            )  # fmt: skip
            self.paragraph = node.number
        elif node.kind == BREAK:  # stands behind the last paragraph
            place = Place(place.area, heading=self.heading, paragraph=self.paragraph)
        elif node.kind == TABLE:
            place = Place(place.area, heading=self.heading, table=node.number)
        self.found[id(node)] = place
        if node.kind == PARAGRAPH and "cấp mục" in dict(node.look) and place.table is None:
            self.heading = short(node.text)
        if node.kind == TABLE:
            self._table(node, place)
        else:
            for child in node.children:
                self._at(child, place)

    def _table(self, table: Node, place: Place) -> None:
        heads = _column_labels(table)
        for row in table.children:
            at, heading, number, label = place.area, place.heading, place.table, row_label(row)
            row_place = Place(at, heading=heading, table=number, row=row.number, row_label=label)
            self.found[id(row)] = row_place
            for cell in row.children:
                head = heads.get(cell.number, "")
                cell_place = Place(
                    at, "", heading, None, number, row.number, cell.number, row_label=label, column_label=head
                )
                self.found[id(cell)] = cell_place
                for child in cell.children:
                    self._at(child, cell_place)


def row_label(row: Node) -> str:
    """The first text of a row that has letters and is not a mere ordinal: what identifies it to a reader."""
    for cell in row.children:
        text = " ".join(cell.all_text.split())
        if sum(c.isalpha() for c in text) > 2:
            return short(text)
    return ""


def _column_labels(table: Node) -> dict[int, str]:
    """The lowest heading of each column, from rows repeated at the head of pages or else the first row."""
    heads = [row for row in table.children if dict(row.look).get("lặp ở đầu trang")] or list(
        table.children[:1]
    )
    labels: dict[int, str] = {}
    for row in heads:
        for cell in row.children:
            text = " ".join(cell.all_text.split())
            if re.search(r"[^\W\d_]{2}", text):
                labels[cell.number] = short(text)
    return labels


def short(text: str, length: int = _LABEL) -> str:
    """A text on one line, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def in_words(place: Place) -> str:
    """A place as a clerk reads it: `Bảng 3, hàng 5 “Đất đai”, cột 4 “Tổng số”`."""
    parts: list[str] = []
    if place.area != BODY_AREA:
        parts.append(place.area)
    if place.table is not None and not place.role:
        parts.append(f"bảng {place.table}")
        if place.row is not None:
            parts.append(f"hàng {place.row}{_in_quotes(place.row_label)}")
        if place.column is not None:
            parts.append(f"cột {place.column}{_in_quotes(place.column_label)}")
    if place.role:
        parts.append(place.role)
    if place.paragraph is not None and (place.table is None or place.role):
        parts.append(f"đoạn {place.paragraph}")
    if place.heading and (not place.role or "phụ lục" in place.role):  # a signature stands under no heading
        parts.append(f"dưới mục “{place.heading}”")
    text = ", ".join(parts) or place.area
    return text[0].upper() + text[1:]


def _in_quotes(label: str) -> str:
    return f" “{label}”" if label else ""
