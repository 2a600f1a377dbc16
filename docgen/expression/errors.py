"""What can be wrong with an expression: sentences in Vietnamese, without a place.

Whoever knows where the expression stands turns them into a Diagnostic.
"""

from __future__ import annotations


class ExpressionError(ValueError):
    """An expression cannot be read or evaluated. `offset` counts characters of its text, if known."""

    def __init__(self, message: str, offset: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint


class UnknownName(ExpressionError):
    """A name that is no fact of this report; `name` is the dotted path as far as it was read."""

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.name = name


class MissingValue(ExpressionError):
    """A fact the report type knows but the data file leaves empty; `name` is its dotted path."""

    def __init__(self, name: str) -> None:
        if name.partition(".")[0] == "ky":
            super().__init__("chưa có kỳ báo cáo", hint="Thêm dòng “ky_bao_cao: …” vào tệp dữ liệu")
        else:
            super().__init__(f"chưa có số liệu “{name}”", hint=f"Ghi giá trị cho “{name}” dưới so_lieu")
        self.name = name
