"""Names a schema may give to facts and columns, so that every one can stand in an expression."""

from __future__ import annotations

import re

from docgen.diagnostics import Diagnostic, Location, error

RESERVED = frozenset({"ky", "don_vi", "bang", "dan", "rieng"})
"""Names that mean something else in `{{ … }}` (design section 2), so no fact of a schema may take them. A
fact may be called like a function (tong, ty_le): only a function stands before brackets."""

_GRAMMAR = frozenset(
    ["and", "or", "not", "if", "else", "in", "is", "true", "false", "none", "True", "False", "None"]
)
_NAME = re.compile(r"[^\W\d]\w*")


def check_name(
    name: str, what: str, location: Location, reserved: frozenset[str] = frozenset()
) -> list[Diagnostic]:
    """A fault when `name` cannot name `what` in an expression; otherwise nothing."""
    if not _NAME.fullmatch(name):
        hint = "Viết liền bằng chữ, số và dấu gạch dưới, bắt đầu bằng chữ: ho_so, cap_xa"
        return [error("ten-khong-hop", f"“{name}” không dùng làm tên {what} được", location, hint=hint)]
    if name in _GRAMMAR or name in reserved:
        return [
            error("ten-khong-hop", f"“{name}” là từ dành riêng, không dùng làm tên {what} được", location)
        ]
    return []
