"""Collecting findings: no more of one code than a reader can use, in linear time."""

from __future__ import annotations

from collections.abc import Callable

from docgen import limits
from docgen.diagnostics import Diagnostic, warning
from docgen.values import Struct, replace


class Findings(Struct):
    """Findings in the order they are met. Of one code at most limits.DIAGNOSTICS_PER_STAGE are made, and one
    that says how many more there are; it has the same code, so that a waiver takes all of them. Those under a
    code of `waived` have no words."""

    waived: frozenset[str] = frozenset()
    found: list[Diagnostic] = []
    counts: dict[str, int] = {}
    last: dict[str, Diagnostic] = {}

    def add(self, code: str, make: Callable[[], Diagnostic]) -> None:
        """Counts a finding of `code`; calls `make` for it while there is room."""
        if code in self.waived:
            if code not in self.last:
                self.last[code] = named = warning(code, "")
                self.found.append(named)
            return
        count = self.counts[code] = self.counts.get(code, 0) + 1
        if count <= limits.DIAGNOSTICS_PER_STAGE:
            one = self.last[code] = make()
            self.found.append(one)

    def all(self) -> list[Diagnostic]:
        """Everything found."""
        more = [
            replace(
                self.last[code],
                message=f"còn {count - limits.DIAGNOSTICS_PER_STAGE} lỗi nữa như trên",
                related=(),
            )
            for code, count in self.counts.items()
            if count > limits.DIAGNOSTICS_PER_STAGE
        ]
        return [*self.found, *more]
