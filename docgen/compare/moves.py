"""Recognises that a part which went and one which came are the same part, moved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.compare.difference import Change, Difference
from docgen.compare.kinship import bag_of
from docgen.compare.node import PARAGRAPH, ROW, TABLE, Node
from docgen.compare.words import likeness

if TYPE_CHECKING:
    from docgen.compare.differ import Comparison

_MOVABLE = (PARAGRAPH, TABLE, ROW)
_LETTERS = 12  # shorter texts occur in many places by chance
_LEAST = 0.8


def with_moves(
    found: list[Difference], removed: dict[int, Node], added: dict[int, Node], run: Comparison
) -> list[Difference]:
    """The differences with each matching pair of removed and added joined into one that says moved, at its new
    place; what else changed in a moved part follows it. `removed` and `added` name the parts by position."""
    gone = {at: node for at, node in removed.items() if _movable(node)}
    pairs: dict[int, int] = {}
    for at, node in added.items():
        if _movable(node):
            origin = _origin(node, gone)
            if origin is not None:
                pairs[at] = origin
                del gone[origin]
    result: list[Difference] = []
    taken = set(pairs.values())
    run.found = []
    for at, difference in enumerate(found):
        if at in pairs:
            old, new = removed[pairs[at]], added[at]
            before = found[pairs[at]]
            result.append(replace(difference, change=Change.MOVED, old=before.old, old_text=before.old_text))
            run.found = []
            run.pair(old, new)
            result += run.found
        elif at not in taken:
            result.append(difference)
    return result


def _movable(node: Node) -> bool:
    return node.kind in _MOVABLE and sum(c.isalnum() for c in node.all_text) >= _LETTERS


def _origin(node: Node, gone: dict[int, Node]) -> int | None:
    """The position of the part it most likely was."""
    for at, old in gone.items():
        if old.kind == node.kind and old.all_text == node.all_text:
            return at
    words = bag_of(node)
    best, origin = _LEAST, None
    for at, old in gone.items():
        if old.kind == node.kind and (alike := likeness(bag_of(old), words)) >= best:
            best, origin = alike, at
    return origin
