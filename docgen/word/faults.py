"""What Jinja says is wrong with a template, in Vietnamese and at its paragraph."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable

from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

from docgen.diagnostics import Diagnostic, Location, error
from docgen.expression import ExpressionError

SYNTAX_HINT = (
    "Mỗi {% for %} hoặc {% if %} cần một {% endfor %} hoặc {% endif %}; thẻ {%p phải đứng một mình trong đoạn"
)
OF_EXPRESSIONS = (
    TemplateError, ExpressionError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError, MemoryError,
)  # fmt: skip
"""What an expression of a template may raise: faults of the template, not of docgen."""

SOURCE_NAME = "<template>"
"""The file name under which templates are compiled, by which their frames are found in a traceback."""


def place_in(source: str, part: str, path: str, line: int | None) -> Location:
    """The paragraph on line `line` of the Jinja source of `part`; `path` is the template's file."""
    lines = source.split("\n")
    if line is None or not 0 < line <= len(lines):
        return Location(path, part=part)
    excerpt = re.sub(r"<[^>]+>", "", lines[line - 1]).strip()
    return Location(path, part=part, paragraph=max(line - 1, 1), excerpt=excerpt[:120])


def line_of(fault: BaseException) -> int | None:
    """The line of the template in which `fault` was raised."""
    frames = traceback.extract_tb(fault.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == SOURCE_NAME), None)


def syntax_fault(fault: TemplateSyntaxError, place: Location) -> Diagnostic:
    """A tag that is written wrong, not closed or in the wrong place."""
    return error("mau-cu-phap", _syntax_words(fault), place, hint=SYNTAX_HINT)


def _syntax_words(fault: TemplateSyntaxError) -> str:
    text = fault.message or ""
    quoted = text.split("'")[1] if text.count("'") >= 2 else ""
    if "unknown tag" in text:
        return f"thẻ “{quoted}” đặt sai chỗ hoặc thiếu thẻ mở"
    if "not in the language" in text:
        return f"mẫu chỉ in, chọn (if) và lặp (for); không dùng được “{quoted}”"
    if "nested too deeply" in text:
        return "mẫu có biểu thức lồng quá sâu hoặc quá dài"
    if "No filter named" in text:
        return f"không có bộ lọc “{quoted}”"
    if "Unexpected end of template" in text or "end of print statement" in text:
        return "thẻ trong mẫu mở mà không đóng"
    return "thẻ trong mẫu viết sai"


def undefined_fault(fault: UndefinedError, place: Location, known: Iterable[str]) -> Diagnostic:
    """A name the document does not have, with the nearest of `known`."""
    import difflib

    words = str(fault.message)
    name = words.split("'")[-2] if words.count("'") >= 2 else ""
    near = difflib.get_close_matches(name, list(known), 1, 0.6)
    guess = f", có phải “{near[0]}”?" if near else ""
    return error(
        "mau-bien-la",
        f"mẫu dùng “{name}” mà tài liệu này không có{guess}",
        place,
        hint="Sửa tên trong mẫu cho đúng với tên trong hướng dẫn bảo trì mẫu",
    )


def value_fault(fault: Exception, place: Location) -> Diagnostic:
    """An expression that the sandbox forbids or that cannot be computed or printed."""
    if isinstance(fault, SecurityError) and "too" in str(fault):
        message = "mẫu lặp quá nhiều hoặc tạo ra quá nhiều chữ"
    elif isinstance(fault, SecurityError):
        message = "mẫu dùng biểu thức không được phép"
    else:
        message = "mẫu dùng biểu thức không được phép hoặc in một giá trị không phải chữ"
    return error("mau-bieu-thuc", message, place)


def broken_output(part: str, path: str) -> Diagnostic:
    """What was rendered is no XML."""
    hint = "Thẻ {%p, {%tr, {{p phải đứng một mình trong đoạn hoặc hàng"
    return error("mau-hong", "mẫu tạo ra tài liệu hỏng", Location(path, part=part), hint=hint)
