"""Recognises that a part which went and one which came are the same part, moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.compare.difference import Change, Difference
from docgen.compare.kinship import bag_of
from docgen.compare.node import PARAGRAPH, ROW, TABLE, Node
from docgen.compare.words import likeness
from docgen.values import replace

if TYPE_CHECKING:
    from docgen.compare.differ import Comparison

_LETTERS = {PARAGRAPH: 12, TABLE: 12, ROW: 4}
"""Letters and digits a part must have: shorter texts occur in many places by chance, rows less so."""

_LEAST = 0.8
_MANY_PAIRS = 250_000  # beyond this only equal texts are recognised as moved


def with_moves(
    found: list[Difference], removed: dict[int, Node], added: dict[int, Node], run: Comparison
) -> list[Difference]:
    """The differences with each matching pair of removed and added joined into one that says moved, at its
    new place; what else changed in a moved part follows it. `removed` and `added` name the parts by
    position."""
    pairs = _pairs(
        {at: node for at, node in removed.items() if _movable(node)},
        {at: node for at, node in added.items() if _movable(node)},
    )
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
    least = _LETTERS.get(node.kind)
    return least is not None and sum(c.isalnum() for c in node.all_text) >= least


def _pairs(gone: dict[int, Node], come: dict[int, Node]) -> dict[int, int]:
    """For each part that came and was there before, the position of what it was: equal text first, then the
    most alike."""
    by_text: dict[tuple[str, str], list[int]] = {}
    for at, node in gone.items():
        by_text.setdefault((node.kind, node.all_text), []).append(at)
    pairs: dict[int, int] = {}
    for at, node in come.items():
        places = by_text.get((node.kind, node.all_text))
        if places:
            pairs[at] = places.pop(0)
    taken = set(pairs.values())
    left = {at: (node.kind, bag_of(node)) for at, node in gone.items() if at not in taken}
    new = {at: (node.kind, bag_of(node)) for at, node in come.items() if at not in pairs}
    if len(left) * len(new) > _MANY_PAIRS:
        return pairs
    for at, (kind, words) in new.items():
        alike = [(likeness(bag, words), -old) for old, (old_kind, bag) in left.items() if old_kind == kind]
        if alike and max(alike)[0] >= _LEAST:
            pairs[at] = -max(alike)[1]
            del left[pairs[at]]
    return pairs
