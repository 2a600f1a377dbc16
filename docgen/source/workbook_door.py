"""Workbooks that would fill the memory, refused before they are opened.

A workbook of a few kilobytes can name two cells at opposite corners of a sheet, repeat one cell a
thousand million times, or unpack to gigabytes; python-calamine would make room for all of it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from docgen import limits
from docgen.diagnostics import Diagnostic, DocgenError, error

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(/?)>(\s*<(?:\w+:)?(?:v|is|f)\b)?")
_PLACE = re.compile(rb"""\br=["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br=["']([0-9]{1,7})["']""")


def check_workbook(raw: bytes, suffix: str) -> None:
    """Raises DocgenError when the workbook `raw` is larger, unpacked or in cells, than docgen.limits allow,
    or of a kind that cannot be looked at first (.xlsb). zipfile.BadZipFile when it is no zip file."""
    if suffix == "xlsb":
        raise DocgenError(error("bang-xlsb", "không đọc tệp .xlsb", hint="Lưu lại thành .xlsx bằng Excel"))
    if suffix not in ("xlsx", "xlsm", "ods"):
        return  # an .xls sheet has 256 columns and 65,536 rows at most
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        if sum(entry.file_size for entry in package.infolist()) > limits.WORKBOOK_BYTES:
            raise DocgenError(_too_large())
        names = package.namelist()
        if suffix == "ods":
            largest = _ods_cells(package.read("content.xml")) if "content.xml" in names else 0
        else:
            largest = max(
                (_xlsx_cells(package.read(name)) for name in names), default=0
            )  # any part may be a sheet
    if largest > limits.SHEET_CELLS:
        raise DocgenError(_too_large())


def _too_large() -> Diagnostic:
    hint = "Xóa các ô có dữ liệu ở xa bảng, hoặc chép bảng sang một tệp mới"
    return error("bang-qua-lon", "bảng tính quá lớn hoặc có ô nằm quá xa", hint=hint)


def _xlsx_cells(sheet: bytes) -> int:
    """The cells of the rectangle around every filled cell of a sheet."""
    rows: set[int] = set()
    columns: set[int] = set()
    loose = 0
    for match in _CELL.finditer(sheet):
        place = _PLACE.search(match[1])
        if match[2] or not match[3]:
            continue  # a cell with a look and no value
        if place is None:
            loose += 1
            continue
        columns.add(_column(place[1]))
        rows.add(int(place[2]))
    if loose:  # cells without a place follow one another, in rows that may say where they are
        rows |= {int(match[1]) for match in _ROW.finditer(sheet)} | {1}
        columns |= {1, -(-loose // len(rows))}
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) if rows else 0


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _ods_cells(content: bytes) -> int:
    """The filled cells of all sheets, with their repetitions."""
    total = 0
    row = 0
    for element in _ended(content):
        name = str(element.tag).rpartition("}")[2]
        if name == "table-cell":
            filled = len(element) or any(key.endswith("}value-type") for key in element.attrib)
            row += _repeated(element, "number-columns-repeated") if filled else 0
        elif name == "table-row":
            total += row * _repeated(element, "number-rows-repeated")
            row = 0
            element.clear()
    return total


def _ended(content: bytes) -> Iterator[Any]:
    for _, element in ElementTree.iterparse(io.BytesIO(content), ("end",)):
        yield element


def _repeated(element: Any, name: str) -> int:
    written = next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "1")
    return int(written) if written.isdigit() else 1
