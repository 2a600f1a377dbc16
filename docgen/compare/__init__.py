"""What changed between two Word files: `compare(old, new)`; approved copies; page images.

`docgen.compare` is both this package and the function of the library: once the package is imported Python
binds its name over the function, so the package can be called like it."""

from __future__ import annotations

import sys
import types
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


class _Callable(types.ModuleType):
    def __call__(self, old: str | Path | bytes, new: str | Path | bytes) -> tuple[Difference, ...]:
        return compare(old, new)


sys.modules[__name__].__class__ = _Callable
