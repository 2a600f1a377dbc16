"""Reading the rows of a form: every cell by the kind of its column, every fault at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen import limits
from docgen.diagnostics import Diagnostic, Location, did_you_mean, error
from docgen.schema.form import Column, Form
from docgen.schema.kinds import BLANKS, KINDS
from docgen.schema.places import and_more
from docgen.schema.ranges import is_range, read_rows
from docgen.schema.table import BODY, BOLD, EMPTY, GROUP, FormCell, FormRow, FormTable
from docgen.source import Mapping, Node, Scalar, Sequence
from docgen.vn import VnError

ROWS_HINT = (
    "Ghi danh sách các dòng, mỗi dòng bắt đầu bằng “- ”; hoặc {dong: […], tong: {…}} khi gõ cả dòng tổng"
)


def read_table(node: Node, form: Form, base: Path) -> tuple[FormTable, list[Diagnostic]]:
    """The rows at `node` as a table whose formulas are still to be computed, and what is wrong with them.

    Rows are mappings by column, or lists of cells from left to right; a range of another file (`!bang`)
    is looked for from the folder `base`. Cells that hold `{{ … }}` in a
    numeric column are listed in `pending`. After limits.DIAGNOSTICS_PER_STAGE findings the rest is counted.
    """
    reader = _Reader(form)
    rows, totals = _parts(node, reader, base)
    read = tuple(reader.row(item, index) for index, item in enumerate(rows))
    total_cells = reader.totals(totals) if totals is not None else {}
    place = totals.location if totals is not None else None
    table = FormTable(form, read, total_cells, node.location, place, tuple(reader.pending))
    if reader.left_out:
        reader.faults.append(and_more(reader.left_out, reader.faults[-1].location))
    return table, reader.faults


def _parts(node: Node, reader: _Reader, base: Path) -> tuple[tuple[Node, ...], Mapping | None]:
    """The rows, and the typed totals or None."""
    if isinstance(node, Scalar) and is_range(node):
        read, summed, faults = read_rows(node, reader.form, base)
        reader.faults += faults
        return read.items, summed
    if isinstance(node, Sequence):
        return node.items, None
    if not isinstance(node, Mapping) or not (node.items.keys() <= {"dong", "tong"}):
        message = f"biểu “{reader.form.title}” phải là danh sách các dòng"
        reader.fault("bieu-sai-dang", message, node.location, ROWS_HINT)
        return (), None
    rows, totals = node.get("dong"), node.get("tong")
    if isinstance(rows, Scalar) and is_range(rows):
        items, summed = _parts(rows, reader, base)
        return items, totals if isinstance(totals, Mapping) else summed
    if rows is not None and not isinstance(rows, Sequence):
        reader.fault("bieu-sai-dang", "dong phải là danh sách các dòng", rows.location, ROWS_HINT)
    if totals is not None and not isinstance(totals, Mapping):
        reader.fault("bieu-sai-dang", "tong phải là một nhóm {tên cột: số}", totals.location)
    return (
        rows.items if isinstance(rows, Sequence) else (),
        totals if isinstance(totals, Mapping) else None,
    )


class _Reader:
    """Reads the rows of one form; equal texts of one kind are read once."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.by_code = form.by_code
        self.faults: list[Diagnostic] = []
        self.left_out = 0
        self.pending: list[tuple[int, str]] = []
        self.empty = dict.fromkeys(form.by_code, EMPTY)
        self.known: dict[str, dict[str, Any]] = {column.kind: {} for column in form.leaves}

    def row(self, node: Node, index: int) -> FormRow:
        if isinstance(node, Sequence):
            return self.listed(node, index)
        if not isinstance(node, Mapping):
            message = f"dòng {index + 1} của biểu “{self.form.title}” phải ghi theo cột"
            hint = f"Ghi như: - {{{self.form.leaves[0].code}: …, {self.form.leaves[-1].code}: …}}"
            self.fault("bieu-sai-dang", message, node.location, hint)
            return FormRow(BODY, self.empty, node.location, columns=self.by_code)
        if "nhom" in node.items:
            return self.group(node)
        bold = False
        cells = dict(self.empty)
        for key, value in node.items.items():
            column = self.by_code.get(key)
            if column is not None:
                if not value.is_null:
                    cells[key] = self.cell(value, column, index)
            elif key == "dam":  # no column is called so
                bold = self.bold(value)
            else:
                self.unknown(key, node)
        return FormRow(BOLD if bold else BODY, cells, node.location, columns=self.by_code)

    def listed(self, node: Sequence, index: int) -> FormRow:
        """A row given as a list of cells from left to right, as a range of a workbook is."""
        leaves = self.form.leaves
        if len(node) > len(leaves):
            message = f"dòng {index + 1} có {len(node)} ô, biểu “{self.form.title}” chỉ có {len(leaves)} cột"
            self.fault("bieu-sai-dang", message, node.location)
        cells = dict(self.empty)
        for column, value in zip(leaves, node, strict=False):
            if not value.is_null:
                cells[column.code] = self.cell(value, column, index)
        return FormRow(BODY, cells, node.location, columns=self.by_code)

    def group(self, node: Mapping) -> FormRow:
        label = node.items["nhom"]
        for key in node.items:
            if key not in ("nhom", "dam"):
                message = f"dòng nhom chỉ có chữ, không có ô “{key}”"
                self.fault(
                    "truong-la",
                    message,
                    node.key_location(key),
                    "Muốn in đậm một dòng số liệu thì dùng dam: true",
                )
        if not isinstance(label, Scalar):
            self.fault("gia-tri-sai-kieu", "nhom phải là chữ", label.location)
        return FormRow(GROUP, {}, node.location, label if isinstance(label, Scalar) else None)

    def totals(self, node: Mapping) -> dict[str, FormCell]:
        cells = {}
        for key, value in node.items.items():
            if key not in self.by_code:
                self.unknown(key, node)
            elif not value.is_null:
                cells[key] = self.cell(value, self.by_code[key], None)
        return cells

    def cell(self, node: Node, column: Column, index: int | None) -> FormCell:
        if not isinstance(node, Scalar):
            self.fault("gia-tri-sai-kieu", f"ô “{column.code}” phải là một giá trị", node.location)
            return FormCell()
        text, kind = node.text, column.kind
        if kind in ("chu", "stt"):
            return FormCell(node, text.strip() if kind == "stt" else text)
        known = self.known[kind]
        if text in known:
            return FormCell(node, known[text])
        bare = text.strip()
        if bare in BLANKS:
            return FormCell(node)
        if "{{" in bare and index is not None:
            self.pending.append((index, column.code))
            return FormCell(node)
        try:
            value = known[text] = KINDS[kind].read(bare)
        except VnError as fault:
            self.fault("gia-tri-sai", f"cột “{column.heading}”: {fault.message}", node.location, fault.hint)
            return FormCell(node)
        return FormCell(node, value)

    def bold(self, node: Node) -> bool:
        try:
            return bool(KINDS["co_khong"].read(node.text if isinstance(node, Scalar) else "?"))
        except VnError as fault:
            self.fault("gia-tri-sai", f"dam: {fault.message}", node.location, fault.hint)
            return False

    def unknown(self, key: str, node: Mapping) -> None:
        near = did_you_mean(key, self.by_code)
        hint = "" if near else f"Các cột: {', '.join(self.by_code)}"
        self.fault(
            "truong-la", f"biểu “{self.form.title}” không có cột “{key}”{near}", node.key_location(key), hint
        )

    def fault(self, code: str, message: str, location: Location, hint: str = "") -> None:
        if len(self.faults) < limits.DIAGNOSTICS_PER_STAGE:
            self.faults.append(error(code, message, location, hint=hint))
        else:
            self.left_out += 1
