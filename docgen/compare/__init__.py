"""What changed between two Word files: `compare(old, new)`; approved copies; page images."""

from __future__ import annotations

from pathlib import Path

from docgen.compare.differ import differences
from docgen.compare.difference import Change, Difference, LookChange, Piece, Place
from docgen.compare.dump import dump
from docgen.compare.node import Node, Span

__all__ = [
    "Change",
    "Difference",
    "LookChange",
    "Node",
    "Piece",
    "Place",
    "Span",
    "compare",
    "differences",
    "dump",
]


def compare(old: str | Path | bytes, new: str | Path | bytes) -> tuple[Difference, ...]:
    """The differences between two Word files given by path or bytes, in reading order; none when a reader
    could not tell them apart. Raises UnreadableError when one is no .docx or is damaged."""
    return differences(dump(old), dump(new))
