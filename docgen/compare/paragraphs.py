"""Differences within one paragraph: words, its look, the look of its words, lines and pictures in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.compare.difference import Change, LookChange
from docgen.compare.looks import look_changes
from docgen.compare.node import Look, Node
from docgen.compare.words import matcher, pieces, tokens

if TYPE_CHECKING:
    from docgen.compare.differ import Comparison


def compare(run: Comparison, old: Node, new: Node) -> None:
    """Notes what differs between two paragraphs."""
    if old.text != new.text:
        run.add(
            Change.TEXT, old, new, new.kind,
            old_text=old.text, new_text=new.text, pieces=pieces(old.text, new.text),
        )  # fmt: skip
    whole, parts = _words_look(old, new)
    style = (LookChange("kiểu", old.name, new.name),) if old.name != new.name else ()
    own = _without_empty_size(old, new)
    looks = (*style, *own, *whole)
    if looks:
        run.add(Change.LOOK, old, new, new.kind, looks=looks, new_text=new.text)
    for changes, text in parts:
        run.add(Change.LOOK, old, new, "chữ", looks=changes, on=text, new_text=new.text)
    run.blocks(old.children, new.children, lone=True)


def _without_empty_size(old: Node, new: Node) -> tuple[LookChange, ...]:
    """Changes of layout; the size of an empty paragraph counts only while it stays empty."""
    changes = look_changes(old.look, new.look)
    if bool(old.spans) != bool(new.spans):
        return tuple(change for change in changes if change.name != "cỡ đoạn trống")
    return changes


def _words_look(
    old: Node, new: Node
) -> tuple[tuple[LookChange, ...], list[tuple[tuple[LookChange, ...], str]]]:
    """(changes of look of all the text, changes of parts of it with the text they stand on)."""
    if [s.look for s in old.spans] == [s.look for s in new.spans] and len(old.spans) <= 1:
        return (), []
    stretches = [
        (changes, "".join(text for _, text in group))
        for changes, group in groupby(_letters(old, new), key=lambda pair: pair[0])
    ]
    visible = [(changes, text) for changes, text in stretches if changes and text.strip()]
    if not visible:
        return (), []
    kinds = {changes for changes, text in stretches if text.strip()}
    if len(kinds) == 1:
        return visible[0][0], []
    return (), [(changes, text.strip()) for changes, text in visible]


def _letters(old: Node, new: Node) -> Iterator[tuple[tuple[LookChange, ...], str]]:
    """The letters both texts have, each with the change of its look."""
    before, after = _looks(old), _looks(new)
    known: dict[tuple[Look, Look], tuple[LookChange, ...]] = {}
    for a, b, size in _common(old.text, new.text):
        for n in range(size):
            pair = before[a + n], after[b + n]
            if pair not in known:
                known[pair] = look_changes(*pair)
            yield known[pair], new.text[b + n]


def _looks(node: Node) -> list[Look]:
    return [span.look for span in node.spans for _ in span.text]


def _common(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """(place in the old text, place in the new text, length) of what both have."""
    if old == new:
        yield 0, 0, len(old)
        return
    a, b = tokens(old), tokens(new)
    starts_a, starts_b = _starts(a), _starts(b)
    for i, j, size in matcher(a, b).get_matching_blocks():
        if size:
            yield starts_a[i], starts_b[j], starts_a[i + size] - starts_a[i]


def _starts(words: list[str]) -> list[int]:
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    return starts
