"""What python-calamine does not tell about the cells of a workbook, read from its XML.

calamine gives an empty text for a cell whose formula failed, or was never computed, and a fraction for a
percentage. Each of the three would put a wrong figure into a report without a word. Only .xlsx and
.ods are XML; in the old .xls format failed formulas look empty and percentages are fractions.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from posixpath import join, normpath
from typing import Any
from xml.etree import ElementTree

from docgen.values import Struct

Position = tuple[int, int]
"""Row and column of a cell, from 0."""

_PERCENT_FORMATS = frozenset({9, 10})
"""Built-in number formats 0% and 0.00% (ECMA-376 Part 1, 18.8.30)."""

_ODS_REPEAT = 1024
"""A repeated cell beyond this column or a repeated row is the empty rest of the sheet."""


class CellNotes(Struct):
    """Cells with a percentage, a failed formula (and the sign it shows), a formula without a value; and
    merged areas (first and last position) where calamine does not know them."""

    percent: set[Position] = set()
    failed: dict[Position, str] = {}
    uncomputed: set[Position] = set()
    merged: list[tuple[Position, Position]] = []


def read_notes(raw: bytes, suffix: str, sheet: str) -> CellNotes:
    """The notes on `sheet` of the workbook `raw`; none for .xls and .xlsb.

    Raises zipfile.BadZipFile, KeyError or ElementTree.ParseError when the package is broken. Its size has
    been looked at (docgen.source.workbook_door).
    """
    if suffix not in ("xlsx", "xlsm", "ods"):
        return CellNotes()
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return _ods_notes(package, sheet) if suffix == "ods" else _xlsx_notes(package, sheet)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Any, name: str) -> str:
    """The attribute called `name` in any namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _xlsx_notes(package: zipfile.ZipFile, sheet: str) -> CellNotes:
    notes = CellNotes()
    part = _xlsx_part(package, sheet)
    if part is None:
        return notes
    percent = _percent_styles(package)
    data = package.read(part)
    if not percent and b"<f" not in data and b":f" not in data and b'"e"' not in data:
        return notes
    row = column = -1
    for event, element in ElementTree.iterparse(io.BytesIO(data), ("start", "end")):
        name = _local(element)
        if event == "start":
            if name == "row":
                row, column = int(element.get("r", row + 2)) - 1, -1
            elif name == "c":
                column = _column(element.get("r", "")) if element.get("r") else column + 1
        elif name == "c":
            _note_cell(notes, element, (row, column), percent)
        elif name == "row":
            element.clear()
    return notes


def _note_cell(notes: CellNotes, element: Any, at: Position, percent: frozenset[str]) -> None:
    children = {_local(child): child.text or "" for child in element}
    kind = element.get("t", "n")
    if kind == "e":
        notes.failed[at] = children.get("v", "")
    elif "f" in children and not children.get("v") and kind != "str":
        notes.uncomputed.add(at)
    if kind == "n" and element.get("s", "0") in percent:
        notes.percent.add(at)


def _column(reference: str) -> int:
    number = 0
    for letter in reference.rstrip("0123456789").upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _xlsx_part(package: zipfile.ZipFile, sheet: str) -> str | None:
    """The name of the part that holds `sheet`."""
    folder = "xl"
    book = ElementTree.fromstring(package.read(f"{folder}/workbook.xml"))
    links = ElementTree.fromstring(package.read(f"{folder}/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for element in book.iter():
        if _local(element) == "sheet" and element.get("name") == sheet:
            target = targets.get(_attribute(element, "id"), "")
            return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
    return None


def _percent_styles(package: zipfile.ZipFile) -> frozenset[str]:
    """The indexes of the cell formats that show a percentage."""
    if "xl/styles.xml" not in package.namelist():
        return frozenset()
    styles = ElementTree.fromstring(package.read("xl/styles.xml"))
    formats = set(_PERCENT_FORMATS)
    for element in styles.iter():
        if _local(element) == "numFmt" and "%" in re.sub(r'"[^"]*"|\\.', "", element.get("formatCode", "")):
            formats.add(int(element.get("numFmtId", -1)))
    cells = next((element for element in styles if _local(element) == "cellXfs"), ())
    return frozenset(str(n) for n, xf in enumerate(cells) if int(xf.get("numFmtId", 0)) in formats)


def _ods_notes(package: zipfile.ZipFile, sheet: str) -> CellNotes:
    notes = CellNotes()
    content = ElementTree.fromstring(package.read("content.xml"))
    tables = (e for e in content.iter() if _local(e) == "table" and _attribute(e, "name") == sheet)
    table = next(tables, None)
    if table is None:
        return notes
    top = 0
    for line in table.iter():
        if _local(line) != "table-row":
            continue
        rows = int(_attribute(line, "number-rows-repeated") or 1)
        for left, columns, cell in _ods_cells(line):
            if rows <= _ODS_REPEAT and left + columns <= _ODS_REPEAT:
                _note_ods(notes, cell, [(top + r, left + c) for r in range(rows) for c in range(columns)])
        top += rows
    return notes


def _ods_cells(line: Any) -> Iterator[tuple[int, int, Any]]:
    """Column, repetitions and element of each cell of a row."""
    left = 0
    for cell in line:
        if _local(cell) in ("table-cell", "covered-table-cell"):
            columns = int(_attribute(cell, "number-columns-repeated") or 1)
            yield left, columns, cell
            left += columns


def _note_ods(notes: CellNotes, cell: Any, places: list[Position]) -> None:
    kinds = {value for key, value in cell.attrib.items() if key.endswith("}value-type")}
    if "error" in kinds:
        shown = "".join(cell.itertext())
        notes.failed.update(dict.fromkeys(places, shown))
    if "percentage" in kinds:
        notes.percent.update(places)
    right, down = (
        int(_attribute(cell, "number-columns-spanned") or 1),
        int(_attribute(cell, "number-rows-spanned") or 1),
    )
    if right > 1 or down > 1:
        row, column = places[0]
        notes.merged.append(((row, column), (row + down - 1, column + right - 1)))
