"""Data of a form from another file: `!bang so-lieu.xlsx#Phụ lục 1!A8:L22`.

`read_range` gives the rows of the range as cells; which form they fill only the schema knows:

- the columns of the range stand for the leaf columns of the form, in order. A form column that prints a
  running number (`stt`) is one of them: the caller compares widths and may accept a range without it;
- a row whose first filled cell is merged across the whole range (`columns` equals the width) is a group
  row, `nhom`; cells that a merged cell covers are empty;
- empty rows are left out; a totals row is a row like the others, and the caller knows its label;
- without a range the whole sheet is read, headings included: `without_headings` drops them.

A cell reads as if its text had been typed in YAML, and its `location` names sheet and cell.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from docgen import limits
from docgen.diagnostics import (
    Diagnostic,
    DocgenError,
    Location,
    UnreadableError,
    did_you_mean,
    error,
    nearest,
)
from docgen.reach import out_of_reach, within_reach
from docgen.source.cell_values import FAILED, cell_text
from docgen.source.characters import FORBIDDEN, forbidden
from docgen.source.files import decode, read_bytes
from docgen.source.nodes import CellText, Scalar
from docgen.source.references import Reference, column_letters, parse_reference
from docgen.source.workbook_door import check_workbook
from docgen.source.workbook_notes import CellNotes, read_notes
from docgen.values import Struct, field

Rows = tuple[tuple[CellText, ...], ...]

_HEADING_ROWS = 12
"""How far down the headings of a sheet may reach, its title included."""

_FORM = "Ghi như: !bang so-lieu.xlsx#Phụ lục 1!A8:L22"


class _Grid(Struct, frozen=True):
    """The values of a sheet from its first row and column, and what is known of its cells."""

    path: str
    sheet: str
    values: Sequence[Sequence[Any]]
    notes: CellNotes = field(default_factory=CellNotes)
    lines: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        return max(map(len, self.values), default=0)


def read_range(reference: Scalar, base: Path) -> tuple[Rows, tuple[Diagnostic, ...]]:
    """The rows that `reference` (a Scalar with tag "bang") names, all of the same width, and the faults.

    `base` is the folder of the data file; the file must lie within its reach (docgen.reach). When the range
    cannot be read at all there are no rows, and the fault stands at the reference.
    """
    try:
        asked = parse_reference(reference.text)
        if asked is None:
            message = f"“{reference.text}” không chỉ ra được vùng dữ liệu"
            raise DocgenError(error("bang-tham-chieu", message, hint=_FORM))
        path = within_reach(asked.file, base)
        if path is None:
            raise DocgenError(out_of_reach(asked.file, base))
        if not path.exists():
            raise DocgenError(_no_file(path, asked))
        grid = _read_csv(path, asked) if asked.is_csv else _read_workbook(path, asked)
        return _cut(grid, asked)
    except DocgenError as fault:
        own = isinstance(fault, UnreadableError)
        return (), tuple(_placed(finding, reference, own) for finding in fault.diagnostics)


def _no_file(path: Path, asked: Reference) -> Diagnostic:
    names = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    guess = did_you_mean(path.name, names)
    return error(
        "tep-khong-co", f"không tìm thấy tệp “{asked.file}”{guess}", hint="Kiểm tra tên tệp và thư mục"
    )


def _placed(finding: Diagnostic, reference: Scalar, in_file: bool) -> Diagnostic:
    """`finding` at the reference, unless it names a line of the file itself."""
    return finding if in_file and finding.location.line else finding.at(reference.location)


def without_headings(rows: Rows, headings: Collection[str]) -> Rows:
    """`rows` without those at the top up to the last one that repeats the `headings` of a form or numbers
    its columns (1 2 3=4+5). Rows without a heading in sight stay as they are."""
    known = {_plain(heading) for heading in headings}
    first = 0
    for number, row in enumerate(rows[:_HEADING_ROWS], 1):
        filled = [_plain(cell.text) for cell in row if not cell.is_null]
        if (filled and sum(text in known for text in filled) * 2 >= len(filled)) or (
            first == number - 1 and first and _numbers_columns(filled)
        ):
            first = number
    return rows[first:]


def _numbers_columns(filled: list[str]) -> bool:
    """Whether the cells count from 1: 1, 2, 3=4+5, 4 …"""
    return len(filled) > 2 and [text.partition("=")[0].strip("() ") for text in filled] == [
        str(number) for number in range(1, len(filled) + 1)
    ]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _read_workbook(path: Path, asked: Reference) -> _Grid:
    import python_calamine  # a report without !bang starts faster

    name = str(path)
    raw = read_bytes(path, name)
    try:
        check_workbook(raw, asked.suffix)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        title = _sheet_name(book.sheet_names, asked)
        notes = read_notes(raw, asked.suffix, title)
        sheet = book.get_sheet_by_name(title)
        values = sheet.to_python(skip_empty_area=False)
        notes.merged.extend(sheet.merged_cell_ranges or [])
    except python_calamine.PasswordError:
        message = f"tệp “{asked.file}” có mật khẩu"
        raise DocgenError(error("bang-mat-khau", message, hint="Lưu lại tệp không đặt mật khẩu")) from None
    except (python_calamine.CalamineError, zipfile.BadZipFile, KeyError, ElementTree.ParseError, ValueError):
        message = f"tệp “{asked.file}” không đọc được như bảng tính .{asked.suffix}"
        hint = "Mở tệp bằng Excel hoặc LibreOffice và lưu lại đúng định dạng"
        raise UnreadableError(error("bang-hong", message, hint=hint)) from None
    return _Grid(name, title, values, notes)


def _sheet_name(names: list[str], asked: Reference) -> str:
    if not asked.sheet and len(names) == 1:
        return names[0]
    if asked.sheet in names:
        return asked.sheet
    known = "Các trang có: " + ", ".join(f"“{name}”" for name in names[:12])
    if not asked.sheet:
        raise DocgenError(
            error("bang-trang", f"tệp “{asked.file}” có nhiều trang, chưa ghi lấy trang nào", hint=known)
        )
    by_fold = {_plain(name): name for name in names}
    near = nearest(_plain(asked.sheet), by_fold)
    guess = f", có phải “{by_fold[near]}”?" if near else ""
    raise DocgenError(
        error("bang-trang", f"tệp “{asked.file}” không có trang “{asked.sheet}”{guess}", hint=known)
    )


def _read_csv(path: Path, asked: Reference) -> _Grid:
    name = str(path)
    text = decode(read_bytes(path, name), name)
    delimiter, skip = _delimiter(text)
    values: list[list[str]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for record in reader:
            values.append(record)
            lines.append(start)
            start = reader.line_num + 1
    except csv.Error:
        message = "dấu ngoặc kép không khớp trong dòng này"
        raise UnreadableError(error("bang-csv", message, Location(name, start))) from None
    return _Grid(name, "", values[skip:], lines=tuple(lines[skip:]))


def _delimiter(text: str) -> tuple[str, int]:
    """The delimiter of a CSV file, and how many lines at its top only name it (`sep=;`).

    Excel with Vietnamese settings writes semicolons because commas stand in numbers: so a comma only
    divides where nothing else does.
    """
    first = text.partition("\n")[0].strip()
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], 1
    sample = text[:20_000]
    return next((sign for sign in (";", "\t") if sign in sample), ","), 0


def _cut(grid: _Grid, asked: Reference) -> tuple[Rows, tuple[Diagnostic, ...]]:
    """The cells of the range, and what is wrong in them. Raises DocgenError when it is outside the data."""
    height, width = len(grid.values), grid.width
    if asked.top > height or asked.left > width:
        where = f"trang “{grid.sheet}”" if grid.sheet else "tệp"
        shown = f"chỉ có dữ liệu đến ô {column_letters(width)}{height}" if height else "không có dữ liệu"
        raise DocgenError(error("bang-vung", f"vùng dữ liệu nằm ngoài: {where} {shown}", hint=_FORM))
    bottom = min(asked.bottom or height, height)
    right = asked.right or width
    if (bottom - asked.top + 1) * (right - asked.left + 1) > limits.YAML_NODES:
        raise DocgenError(error("bang-qua-lon", "vùng dữ liệu có quá nhiều ô"))
    spans = {first: last[1] - first[1] + 1 for first, last in grid.notes.merged}
    faults: list[Diagnostic] = []
    columns = range(asked.left - 1, right)
    rows = []
    for row in range(asked.top - 1, bottom):
        cells = tuple(_cell(grid, row, column, spans, faults) for column in columns)
        if any(cell.text for cell in cells):
            rows.append(cells)
    return tuple(rows), tuple(faults)


def _cell(grid: _Grid, row: int, column: int, spans: dict[Any, int], faults: list[Diagnostic]) -> CellText:
    values = grid.values[row]
    at = (row, column)
    text = cell_text(values[column] if column < len(values) else None, at in grid.notes.percent)
    reference = f"{column_letters(column + 1)}{row + 1}"
    line = grid.lines[row] if grid.lines else 0
    place = Location(grid.path, line or None, None, grid.sheet, reference)
    found = _fault(grid.notes, at, text, place)
    if found and len(faults) < limits.DIAGNOSTICS_PER_STAGE:
        faults.append(found)
    if found and found.code == "ky-tu-cam":
        text = FORBIDDEN.sub(" ", text)
    elif found:
        text = ""  # no figure rather than a wrong one
    return CellText(text, grid.path, line, 0, "", "", 0, grid.sheet, reference, spans.get(at, 1))


def _fault(notes: CellNotes, at: tuple[int, int], text: str, place: Location) -> Diagnostic | None:
    if at in notes.failed or FAILED.fullmatch(text):
        shown = notes.failed.get(at) or text
        hint = "Sửa công thức trong bảng tính rồi lưu lại"
        return error("bang-loi-cong-thuc", f"ô báo lỗi {shown}", place, hint=hint)
    if at in notes.uncomputed:
        hint = "Mở tệp bằng Excel hoặc LibreOffice để tính rồi lưu lại"
        return error("bang-chua-tinh", "ô có công thức nhưng chưa có kết quả", place, hint=hint)
    if text and not text.isprintable() and (hidden := FORBIDDEN.findall(text)):
        return forbidden(hidden, place)
    return None
