"""The YAML parser's English errors as Vietnamese findings with a hint a clerk can act on.

Both parsers of PyYAML (libyaml and pure Python) are understood; they word the same fault differently
and sometimes see it far from where it is.
"""

from __future__ import annotations

from typing import Any

from docgen.diagnostics import Diagnostic, Location, error
from docgen.source import yaml_lines
from docgen.values import Struct

CODE = "yaml-cu-phap"
ALIGN = "Các tên cùng cấp phải thẳng cột; sau tên là dấu hai chấm và một dấu cách"

# What stands at the start of a value and means something else to YAML: (characters, message).
_SIGNS: tuple[tuple[str, str], ...] = (
    ("%@`", "giá trị bắt đầu bằng ký tự YAML dành riêng (% @ `)"),
    ("*&!", "giá trị bắt đầu bằng ký tự YAML dành riêng (* & !)"),
    ("|>", "giá trị bắt đầu bằng | hoặc >, là dấu mở khối chữ của YAML"),
    ("-?", "giá trị bắt đầu bằng dấu - hoặc ?, là dấu của YAML"),
    ("\"'", "có chữ đứng ngoài dấu ngoặc kép"),
    ("[{", "có chữ đứng sau dấu ngoặc đóng"),
)


class _Fault(Struct, frozen=True):
    """A parser error: its words, the lines of the file, where it was seen and what it was part of."""

    words: str
    lines: list[str]
    row: int
    column: int
    start: tuple[int, int] | None

    @property
    def line(self) -> str:
        return self.line_at(self.row)

    def line_at(self, row: int) -> str:
        """Line `row` of the file; "" behind its end, where the parser sees what is not closed."""
        return self.lines[row] if row < len(self.lines) else ""


class _Finding(Struct, frozen=True):
    """What to say, where (line and column from 0), and whether reading may go on without that line."""

    message: str
    hint: str
    row: int
    column: int
    single: bool = True
    code: str = CODE


def explain(fault: Any, text: str, name: str) -> tuple[Diagnostic, int | None]:
    """The yaml.YAMLError `fault` as a Diagnostic at its place in `text`; and the line (from 0) without
    which the rest may be read, or None when the fault is not one of a single line."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    start = getattr(fault, "context_mark", None)
    seen = _Fault(
        words=f"{getattr(fault, 'context', '')} / {getattr(fault, 'problem', '')} / {fault}",
        lines=yaml_lines.split_lines(text),
        row=mark.line if mark else 0,
        column=mark.column if mark else 0,
        start=(start.line, start.column) if start else None,
    )
    found = _finding(seen)
    place = Location(name, found.row + 1, found.column + 1)
    return error(found.code, found.message, place, hint=found.hint), found.row if found.single else None


def _finding(fault: _Fault) -> _Finding:
    for pattern, rule in _RULES:
        if any(part in fault.words for part in pattern) and (found := rule(fault)) is not None:
            return found
    return _Finding("dòng này không đúng cú pháp YAML", ALIGN, fault.row, fault.column, single=False)


def _tab(fault: _Fault) -> _Finding | None:
    white = fault.line[: len(fault.line) - len(fault.line.lstrip())]
    if "\t" not in white:
        return None
    rows = [n for n, line in enumerate(fault.lines, 1) if "\t" in line[: len(line) - len(line.lstrip())]]
    others = ", ".join(str(n) for n in rows[:10]) + (", …" if len(rows) > 10 else "")
    hint = f"Thụt vào bằng dấu cách, không dùng phím Tab (dòng {others})"
    return _Finding("dòng này thụt vào bằng phím Tab", hint, fault.row, white.index("\t"), single=False)


def _quotes(fault: _Fault) -> _Finding | None:
    if fault.start is None:
        return None
    row, column = fault.start
    if "end of stream" in fault.words or "document" in fault.words:
        message = "dấu ngoặc kép hoặc nháy đơn mở mà không đóng"
        return _Finding(message, "Thêm dấu đóng ở cuối giá trị", row, column, single=False)
    hint = f"Dùng nháy đơn: {yaml_lines.with_quotes(_strip_quotes(fault.line))}"
    return _Finding("dấu \\ trong ngoặc kép không hợp lệ", hint, fault.row, fault.column)


def _strip_quotes(line: str) -> str:
    before, value = yaml_lines.value_of(line)
    return before + value.strip('"')


def _colon(fault: _Fault) -> _Finding | None:
    before, value = yaml_lines.value_of(fault.line)
    if len(before.rstrip()) - 1 < fault.column and value:
        curly = "; ngoặc kép cong “ ” không phải dấu ngoặc của YAML" if value[0] in "“”" else ""
        return _quote_it(fault, "có hai dấu hai chấm trong một dòng" + curly, fault.column)
    above = yaml_lines.previous(fault.lines, fault.row)
    if above is None:
        return None
    if yaml_lines.no_space_name(fault.lines[above]) or ":" not in fault.lines[above]:
        return _missing_colon(fault, above)
    column = len(fault.line) - len(fault.line.lstrip())
    message = "dòng này thụt sâu hơn dòng trên, nhưng dòng trên đã có giá trị"
    return _Finding(message, ALIGN, fault.row, column)


def _missing_colon(fault: _Fault, row: int) -> _Finding:
    line = fault.lines[row]
    column = len(line) - len(line.lstrip())
    name = yaml_lines.no_space_name(line)
    if name:
        rest = line.partition(":")[2].strip("\u00a0 ")
        if line.partition(":")[2].startswith("\u00a0"):
            message = f"sau “{name}:” là dấu cách không ngắt (U+00A0), không phải dấu cách"
        else:
            message = f"thiếu dấu cách sau dấu hai chấm của “{name}”"
        return _Finding(message, f"Viết: {name}: {rest}", row, column, code="yaml-dau-cach")
    opener = yaml_lines.block_above(fault.lines, row)
    if opener is not None:
        return _left_block(fault, row, opener)
    return _Finding("dòng này thiếu dấu hai chấm sau tên", ALIGN, row, column)


def _left_block(fault: _Fault, row: int, opener: int) -> _Finding:
    message = f"dòng này không thụt vào như các dòng khác của khối chữ mở ở dòng {opener + 1}"
    hint = "Mọi dòng của khối chữ phải thụt vào ít nhất bằng dòng đầu của khối"
    return _Finding(message, hint, row, len(fault.lines[row]) - len(fault.lines[row].lstrip()))


def _simple_key(fault: _Fault) -> _Finding | None:
    row = fault.start[0] if fault.start else fault.row
    return _missing_colon(fault, row) if row < len(fault.lines) else None


def _sign(fault: _Fault) -> _Finding | None:
    if fault.line.startswith("%"):
        return _directive(fault)
    before, value = yaml_lines.value_of(fault.line)
    if value.startswith("{{"):
        return _braces(fault)
    for signs, message in _SIGNS:
        if value[:1] and value[0] in signs:
            return _quote_it(fault, message, len(before))
    return None


def _block_structure(fault: _Fault) -> _Finding | None:
    before, _ = yaml_lines.value_of(fault.line)
    if fault.column > len(before) and (found := _sign(fault)):
        return found
    opener = yaml_lines.block_above(fault.lines, fault.row)
    if opener is not None and fault.start is not None and opener >= fault.start[0]:
        return _left_block(fault, fault.row, opener)
    if fault.line.lstrip().startswith("- ") or "collection" in fault.words:
        hint = "Các dấu gạch của một danh sách phải thẳng cột"
        return _Finding("dòng này lệch cột với danh sách ở trên", hint, fault.row, fault.column, single=False)
    return _Finding("dòng này lệch cột với các dòng trên", ALIGN, fault.row, fault.column, single=False)


def _flow(fault: _Fault) -> _Finding | None:
    row, column = fault.start or (fault.row, fault.column)
    line = fault.line_at(row)
    if "{{" in line:
        return _braces(fault, row)
    closing, what = ("]", "danh sách […]") if "sequence" in fault.words else ("}", "nhóm {…}")
    hint = f"Kiểm tra dấu phẩy giữa các mục và dấu {closing} ở cuối"
    if closing in line[column:] and fault.row == row:
        return _Finding(f"{what} thiếu dấu phẩy giữa hai mục", hint, row, fault.column)
    return _Finding(f"{what} mở mà không đóng", hint, row, column, single=False)


def _braces(fault: _Fault, row: int | None = None) -> _Finding:
    row = fault.row if row is None else row
    line = fault.line_at(row)
    hint = f"Viết: {yaml_lines.with_braces_quoted(line)}"
    message = "giá trị có {{ … }} ở đầu phải đặt trong ngoặc kép"
    return _Finding(message, hint, row, line.index("{{"), code="yaml-ngoac-nhon")


def _quote_it(fault: _Fault, message: str, column: int) -> _Finding:
    hint = f"Đặt giá trị trong ngoặc kép: {yaml_lines.with_quotes(fault.line)}"
    return _Finding(message, hint, fault.row, column)


def _directive(fault: _Fault) -> _Finding:
    return _Finding("dòng bắt đầu bằng % là chỉ thị của YAML", "Bỏ dòng này", fault.row, 0)


def _nested(fault: _Fault) -> _Finding:
    return _Finding(
        "dữ liệu lồng quá nhiều tầng", "", fault.row, fault.column, single=False, code="yaml-qua-lon"
    )


# (any of these parts of the parser's words, the rule that knows the fault); the first that answers is used.
_RULES: tuple[tuple[tuple[str, ...], Any], ...] = (
    (("nest",), _nested),
    (("",), _tab),
    (("quoted scalar",), _quotes),
    (("mapping values are not allowed",), _colon),
    (("could not find expected ':'", "simple key"), _simple_key),
    (("flow sequence", "flow mapping", "flow node"), _flow),
    (("cannot start any token", "alias", "anchor", "tag", "block scalar", "not allowed"), _sign),
    (("block mapping", "block collection", "block sequence", "document start"), _block_structure),
    (("directive", "incompatible YAML"), _directive),
)
