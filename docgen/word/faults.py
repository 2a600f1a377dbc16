"""What is wrong with a template, in Vietnamese and at its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.diagnostics import Diagnostic, Location, did_you_mean, error
from docgen.expression import ExpressionError

SOURCE_NAME = "<template>"
"""The file name under which templates are compiled, by which their frames are found in a traceback."""


class NotThere(Exception):
    """A template uses a name or a member that is not there; `name` is "" for what has none."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Forbidden(Exception):
    """A template asks for what no template may have."""


class TooMuch(Forbidden):
    """A template takes too many steps, or makes too long a text."""


OF_EXPRESSIONS = (
    Forbidden, ExpressionError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError,
    MemoryError,
)  # fmt: skip
"""What an expression of a template may raise besides NotThere: faults of the template, not of docgen."""


def place_in(source: str, part: str, path: str, line: int | None) -> Location:
    """The paragraph on line `line` of the Jinja source of `part`; `path` is the template's file."""
    lines = source.split("\n")
    if line is None or not 0 < line <= len(lines):
        return Location(path, part=part)
    excerpt = re.sub(r"<[^>]+>", "", lines[line - 1]).strip()
    return Location(path, part=part, paragraph=max(line - 1, 1), excerpt=excerpt[:120])


def line_of(fault: BaseException) -> int | None:
    """The line of the template in which `fault` was raised."""
    line, frame = None, fault.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == SOURCE_NAME:
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


def undefined_fault(name: str, place: Location, known: Iterable[str]) -> Diagnostic:
    """A name the document does not have, with the nearest of `known`."""
    return error(
        "mau-bien-la",
        f"mẫu dùng “{name}” mà tài liệu này không có{did_you_mean(name, known)}",
        place,
        hint="Sửa tên trong mẫu cho đúng với tên trong hướng dẫn bảo trì mẫu",
    )


def value_fault(fault: Exception, place: Location) -> Diagnostic:
    """An expression that is forbidden or that cannot be computed or printed."""
    if isinstance(fault, TooMuch):
        message = "mẫu lặp quá nhiều hoặc tạo ra quá nhiều chữ"
    elif isinstance(fault, Forbidden):
        message = "mẫu dùng biểu thức không được phép"
    else:
        message = "mẫu dùng biểu thức không được phép hoặc in một giá trị không phải chữ"
    return error("mau-bieu-thuc", message, place)


def broken_output(part: str, path: str) -> Diagnostic:
    """What was rendered is no XML."""
    hint = "Thẻ {%p, {%tr, {{p phải đứng một mình trong đoạn hoặc hàng"
    return error("mau-hong", "mẫu tạo ra tài liệu hỏng", Location(path, part=part), hint=hint)
