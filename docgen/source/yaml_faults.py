"""The YAML parser's English errors as Vietnamese findings with a hint a clerk can act on."""

from __future__ import annotations

import re
from typing import Any

from docgen.diagnostics import Diagnostic, Location, error

QUOTE = "Đặt cả giá trị trong ngoặc kép: tên: \"giá trị\""
ALIGN = "Các tên cùng cấp phải thẳng cột; sau tên là dấu hai chấm và một dấu cách"

# (pattern in the parser's text, message, hint); the first that matches is used.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (r"character '\\t'|'\\t'|tab", "dòng này thụt vào bằng phím Tab", "Thụt vào bằng dấu cách, không dùng phím Tab"),
    (r"mapping values are not allowed", "dấu hai chấm thứ hai trong một dòng", QUOTE),
    (r"character that cannot start any token|cannot start any token", "giá trị bắt đầu bằng ký tự YAML dành riêng (% @ `)", QUOTE),
    (r"unexpected end of stream|while scanning a quoted", "dấu ngoặc kép hoặc nháy đơn mở mà không đóng", "Thêm dấu đóng ở cuối giá trị"),
    (r"',' or '\]'|flow sequence", "danh sách […] không đóng hoặc thiếu dấu phẩy", "Kiểm tra dấu phẩy giữa các mục và dấu ] ở cuối"),
    (r"',' or '\}'|flow mapping", "{…} không đóng hoặc thiếu dấu phẩy", "Giá trị chứa {{ … }} phải đặt trong ngoặc kép; mỗi dấu { cần một dấu }"),
    (r"could not find expected ':'|simple key", "dòng này thiếu dấu hai chấm sau tên", ALIGN),
    (r"expected <block end>|did not find expected key|block mapping", "dòng này lệch cột hoặc sai cấu trúc", ALIGN),
    (r"'-' indicator|block sequence|block collection", "các gạch đầu dòng của danh sách lệch cột", ALIGN),
    (r"escape", "dấu \\ trong ngoặc kép không hợp lệ", "Dùng nháy đơn '…' hoặc viết \\\\ cho một dấu \\"),
    (r"block scalar|indentation", "khối chữ sau dấu | hoặc > thụt lề không đều", ALIGN),
    (r"control characters|special characters|not allowed", "tệp có ký tự không in được", "Xóa và gõ lại dòng này"),
    (r"undefined alias|alias|anchor", "ký hiệu & hoặc * ở đầu giá trị là của YAML", QUOTE),
    (r"directive|tag", "ký hiệu ! hoặc % ở đầu giá trị là của YAML", QUOTE),
    (r"nest", "dữ liệu lồng quá nhiều tầng", ""),
)


def explain(fault: Any, text: str, name: str) -> Diagnostic:
    """The yaml.YAMLError `fault` as a Diagnostic at its place in `text`."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if mark is not None:
        location = Location(name, mark.line + 1, mark.column + 1)
    elif isinstance(position := getattr(fault, "position", None), int):
        before = text[:position]
        location = Location(name, before.count("\n") + 1, position - before.rfind("\n"))
    else:
        location = Location(name)
    line = text.splitlines()[location.line - 1] if location.line and location.line <= len(text.splitlines()) else ""
    words = " ".join(str(part) for part in (getattr(fault, "problem", ""), getattr(fault, "context", ""), fault))
    if line[: len(line) - len(line.lstrip())].count("\t"):
        words = "tab"
    for pattern, message, hint in _WORDS:
        if re.search(pattern, words):
            return error("yaml-cu-phap", message, location, hint=hint)
    return error("yaml-cu-phap", "dòng này không đúng cú pháp YAML", location, hint=ALIGN)
