"""What Jinja says is wrong with a template, in the words of docgen.word.faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

from docgen.diagnostics import Diagnostic, Location, error
from docgen.word import faults

SYNTAX_HINT = (
    "Mỗi {% for %} hoặc {% if %} cần một {% endfor %} hoặc {% endif %}; thẻ {%p phải đứng một mình trong đoạn"
)
OF_RENDERING = (TemplateError, *faults.OF_EXPRESSIONS)
"""What rendering with Jinja may raise: faults of the template, not of docgen."""


@contextmanager
def depth_refused() -> Iterator[None]:
    """Raises TemplateSyntaxError for a template that is nested too deeply to be compiled."""
    try:
        yield
    except (RecursionError, SyntaxError, ValueError, OverflowError, MemoryError):
        raise TemplateSyntaxError("nested too deeply or too large", 1) from None


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


def rendering_fault(fault: Exception, place: Location, known: Iterable[str]) -> Diagnostic:
    """One of OF_RENDERING; `known` are the names of the context."""
    if isinstance(fault, UndefinedError):
        words = str(fault.message)
        name = words.split("'")[-2] if words.count("'") >= 2 else ""
        return faults.undefined_fault(name, place, known)
    return faults.value_fault(faults.Forbidden() if isinstance(fault, SecurityError) else fault, place)
