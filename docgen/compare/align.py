"""Pairs the parts of two documents that belong together: `align(old, new, …)`.

Equal parts are found first, then parts with the same weak key (a row's label, a paragraph without its
figures), then, between these, the pairing of greatest likeness."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[int | None, int | None]

_MANY = 2000  # beyond this difflib looks only at parts that are not everywhere
_LARGEST_TABLE = 40_000  # pairs of likeness computed for one gap; a larger gap is paired by position


def align(
    old: Sequence[T],
    new: Sequence[T],
    keys: Sequence[Callable[[T], Hashable]],
    likeness: Callable[[T, T], float],
    least: float = 0.5,
) -> list[Pair]:
    """Positions that belong together, in reading order; None where a part is only on one side. Two parts are
    paired when one of `keys` is equal (the first strictest; a key of None pairs nothing) or their likeness is
    at least `least`."""
    gaps: list[tuple[int, int, int, int]] = [(0, len(old), 0, len(new))]
    paired: list[tuple[int, int]] = []
    for key in keys:
        old_keys, new_keys = [key(x) for x in old], [key(x) for x in new]
        rest: list[tuple[int, int, int, int]] = []
        for gap in gaps:
            found = _equal(old_keys, new_keys, gap)
            paired += found
            rest += _between(gap, found)
        gaps = rest
    for gap in gaps:
        paired += _alike(old, new, gap, likeness, least)
    return _merged(sorted(paired), len(old), len(new))


def _equal(
    old: Sequence[Hashable], new: Sequence[Hashable], gap: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    a1, a2, b1, b2 = gap
    found = []
    while a1 < a2 and b1 < b2 and old[a1] == new[b1] and old[a1] is not None:
        found.append((a1, b1))
        a1, b1 = a1 + 1, b1 + 1
    while a1 < a2 and b1 < b2 and old[a2 - 1] == new[b2 - 1] and old[a2 - 1] is not None:
        a2, b2 = a2 - 1, b2 - 1
        found.append((a2, b2))
    # Keys of None must not meet, so each becomes a thing of its own.
    a = [key if key is not None else ("old", n) for n, key in enumerate(old[a1:a2])]
    b = [key if key is not None else ("new", n) for n, key in enumerate(new[b1:b2])]
    matcher = SequenceMatcher(None, a, b, autojunk=max(len(a), len(b)) > _MANY)
    for i, j, size in matcher.get_matching_blocks():
        found += [(a1 + i + n, b1 + j + n) for n in range(size)]
    return sorted(found)


def _between(
    gap: tuple[int, int, int, int], paired: list[tuple[int, int]]
) -> list[tuple[int, int, int, int]]:
    a, a_end, b, b_end = gap
    gaps = []
    for i, j in [*paired, (a_end, b_end)]:
        if i > a and j > b:
            gaps.append((a, i, b, j))
        a, b = i + 1, j + 1
    return gaps


def _alike(
    old: Sequence[T],
    new: Sequence[T],
    gap: tuple[int, int, int, int],
    likeness: Callable[[T, T], float],
    least: float,
) -> list[tuple[int, int]]:
    """The pairing in order with the greatest sum of likeness (dynamic programming)."""
    a1, a2, b1, b2 = gap
    rows, columns = a2 - a1, b2 - b1
    if rows * columns > _LARGEST_TABLE:
        return [
            (a1 + n, b1 + n) for n in range(min(rows, columns)) if likeness(old[a1 + n], new[b1 + n]) >= least
        ]
    value = [[likeness(old[a1 + i], new[b1 + j]) for j in range(columns)] for i in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            both = best[i + 1][j + 1] + value[i][j] if value[i][j] >= least else -1.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        if value[i][j] >= least and best[i][j] == best[i + 1][j + 1] + value[i][j]:
            found.append((a1 + i, b1 + j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _merged(paired: list[tuple[int, int]], old: int, new: int) -> list[Pair]:
    pairs: list[Pair] = []
    a = b = 0
    for i, j in [*paired, (old, new)]:
        pairs += [(n, None) for n in range(a, i)]
        pairs += [(None, n) for n in range(b, j)]
        if (i, j) != (old, new):
            pairs.append((i, j))
        a, b = i + 1, j + 1
    return pairs
