"""What a careful reader finds in the printed words: sums, citations, periods, spelling."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.diagnostics import Diagnostic
from docgen.prose import Passage
from docgen.schema import DataFile, Unit


def check_passages(passages: Iterable[Passage], data: DataFile, unit: Unit) -> list[Diagnostic]:
    """The findings of every check over the passages of one document."""
    return []
