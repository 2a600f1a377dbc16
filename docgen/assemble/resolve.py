"""What a {{ … }} prints: an expression evaluated over the facts, with its faults at their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docgen.diagnostics import Diagnostic, Location, error
from docgen.expression import ExpressionError, MissingValue, display, parse

BLANK = "……"
"""Stands in a draft where a figure is still missing."""


class Resolver:
    """Evaluates expressions of one document; every fault is recorded once, at its place."""

    def __init__(self, scope: Mapping[str, Any], draft: bool, is_table: Callable[[Any], bool]) -> None:
        self.scope = scope
        self.faults: list[Diagnostic] = []
        self._draft = draft
        self._is_table = is_table

    def value(self, expression: str, place: Location) -> Any:
        """The value of `expression`; None, with a Diagnostic recorded, when it has none."""
        try:
            return parse(expression).evaluate(self.scope)
        except MissingValue as fault:
            if not self._draft:
                self._record(error("thieu-so-lieu", fault.message, place, hint=fault.hint))
        except ExpressionError as fault:
            self._record(error("bieu-thuc", fault.message, place, hint=fault.hint))
        return None

    def __call__(self, expression: str, place: Location) -> str:
        """What `expression` prints in a sentence."""
        value = self.value(expression, place)
        if value is None:
            return BLANK
        if self._is_table(value):
            hint = "Biểu in bằng {{ bang.… }} đứng riêng một dòng; trong câu thì ghi tên một số của biểu"
            self._record(error("bieu-trong-cau", "một biểu không in được giữa câu", place, hint=hint))
            return BLANK
        if isinstance(value, (dict, tuple)) or callable(value):
            words = f"“{expression.strip()}” là một nhóm số liệu, không phải một số"
            self._record(error("bieu-thuc", words, place, hint="Ghi đủ tên, chẳng hạn ho_so.tong"))
            return BLANK
        return display(value)

    def _record(self, fault: Diagnostic) -> None:
        if fault not in self.faults:
            self.faults.append(fault)
