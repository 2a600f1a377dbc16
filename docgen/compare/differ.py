"""Finds what differs between two trees: `differences(old, new) -> tuple[Difference, …]`.

Order of the result: the file, pages with their headers, the body from top to bottom, notes."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.compare import paragraphs, tables
from docgen.compare.align import align
from docgen.compare.difference import Change, Difference, LookChange, Place
from docgen.compare.kinship import LEAST, bag_of, kinship, strict_key, weak_key
from docgen.compare.looks import look_changes
from docgen.compare.moves import with_moves
from docgen.compare.node import (
    BODY,
    BREAK,
    FOOTER,
    HEADER,
    NOTE,
    PAGE,
    PARAGRAPH,
    ROW,
    TABLE,
    Node,
)
from docgen.compare.places import places
from docgen.compare.words import likeness
from docgen.values import Struct, replace


def differences(old: Node, new: Node) -> tuple[Difference, ...]:
    """Every difference between two documents, empty when they are the same."""
    if old.key == new.key:
        return ()
    run = in_detail(old, new)
    return _grouped(with_moves(run.found, run.removed, run.added, run))


def in_detail(old: Node, new: Node) -> Comparison:
    """The comparison with its pairs, before moves are recognised and equal changes of look joined."""
    run = Comparison(places(old), places(new))
    run.look(old, new)
    _pages(run, old.of(PAGE), new.of(PAGE))
    run.blocks(_children(old, BODY), _children(new, BODY))
    _notes(run, old.of(NOTE), new.of(NOTE))
    return run


class Comparison(Struct):
    """One comparison under way: the places of both sides and what was found so far. `removed` and `added` are
    the parts that went and came by the position of their difference, `pairs` the paragraphs that changed, and
    `anchors` says for a part that went which new part stood before it and which is the first beside it."""

    old_places: dict[int, Place]
    new_places: dict[int, Place]
    found: list[Difference] = []
    removed: dict[int, Node] = {}
    added: dict[int, Node] = {}
    pairs: list[tuple[Node, Node]] = []
    anchors: dict[int, tuple[Node | None, Node | None]] = {}

    def sides(self, old: Node | None, new: Node | None) -> tuple[Place | None, Place | None]:
        """The places of a pair."""
        return (
            self.old_places[id(old)] if old is not None else None,
            self.new_places[id(new)] if new is not None else None,
        )

    def add(self, change: Change, old: Node | None, new: Node | None, subject: str, **more: object) -> None:
        """Notes a difference."""
        self.found.append(Difference(change, subject, *self.sides(old, new), **more))  # type: ignore[arg-type]

    def look(self, old: Node, new: Node, *first: LookChange) -> None:
        """Notes that the look of a part differs, if it does."""
        looks = (*first, *look_changes(old.look, new.look))
        if looks:
            self.add(Change.LOOK, old, new, new.kind, looks=looks, new_text=new.all_text)

    def gone(self, node: Node, before: Node | None = None, beside: Node | None = None) -> None:
        """Notes that a part is no longer there; it stood behind `before`, in a sequence that begins with
        `beside` now."""
        self.removed[len(self.found)] = node
        self.anchors[id(node)] = before, beside
        self.add(Change.REMOVED, node, None, node.kind, old_text=_described(node))

    def come(self, node: Node) -> None:
        """Notes that a part is new."""
        self.added[len(self.found)] = node
        self.add(Change.ADDED, None, node, node.kind, new_text=_described(node))

    def pair(self, old: Node, new: Node) -> None:
        """Notes what differs between two parts that belong together."""
        if old.key == new.key:
            return
        if new.kind == PARAGRAPH:
            self.pairs.append((old, new))
            paragraphs.compare(self, old, new)
        elif new.kind == TABLE:
            tables.compare(self, old, new)
        else:
            self.look(old, new)
            self.blocks(old.children, new.children)

    def blocks(self, old: Sequence[Node], new: Sequence[Node], lone: bool = False) -> None:
        """Notes what differs between two sequences. `lone`: a single part on both sides is the same part
        however different its text, as in the cell of a table."""
        if lone and len(old) == len(new) == 1 and old[0].kind == new[0].kind:
            self.pair(old[0], new[0])
            return
        before: Node | None = None
        for i, j in align(old, new, (strict_key, weak_key), kinship, LEAST):
            if i is None and j is not None:
                self.come(new[j])
            elif j is None and i is not None:
                self.gone(old[i], before, new[0] if new else None)
            elif i is not None and j is not None:
                self.pair(old[i], new[j])
            before = new[j] if j is not None else before


def _described(node: Node) -> str:
    """What a part that came or went says: the cells of a row with bars between them, else its text or
    look."""
    if node.kind == BREAK:
        return ""
    if node.kind == TABLE:
        return "\n".join(_described(row) for row in node.children)
    if node.kind == ROW:
        return " | ".join(cell.all_text.strip() for cell in node.children)
    return node.all_text or "; ".join(f"{name} {value}" for name, value in node.look)


def _children(root: Node, kind: str) -> tuple[Node, ...]:
    return tuple(child for holder in root.of(kind) for child in holder.children)


def _pages(run: Comparison, old: tuple[Node, ...], new: tuple[Node, ...]) -> None:
    same = (lambda n: n.key, lambda n: n.look)
    for i, j in align(old, new, same, lambda a, b: 0.5 + 0.5 * _shared(a, b)):
        if i is None and j is not None:
            run.come(new[j])
        elif j is None and i is not None:
            run.gone(old[i])
        elif i is not None and j is not None:
            run.look(old[i], new[j])
            _bands(run, old[i].of(HEADER, FOOTER), new[j].of(HEADER, FOOTER))


def _shared(old: Node, new: Node) -> float:
    return len(set(old.look) & set(new.look)) / max(len(old.look), len(new.look), 1)


def _bands(run: Comparison, old: tuple[Node, ...], new: tuple[Node, ...]) -> None:
    before = {(band.kind, band.name): band for band in old}
    after = {(band.kind, band.name): band for band in new}
    for key, band in before.items():
        if key not in after:
            run.gone(band)
    for key, band in after.items():
        if key in before:
            run.blocks(before[key].children, band.children, lone=True)
        else:
            run.come(band)


def _notes(run: Comparison, old: tuple[Node, ...], new: tuple[Node, ...]) -> None:
    def alike(a: Node, b: Node) -> float:
        return likeness(bag_of(a), bag_of(b))

    for i, j in align(old, new, (lambda n: n.key, lambda n: n.all_text), alike, 0.4):
        if i is None and j is not None:
            run.come(new[j])
        elif j is None and i is not None:
            run.gone(old[i])
        elif i is not None and j is not None:
            run.blocks(old[i].children, new[j].children, lone=True)


def _grouped(found: list[Difference]) -> tuple[Difference, ...]:
    """The same change of look of many parts is said once, with all its places."""
    groups: dict[tuple[object, ...], int] = {}
    result: list[Difference] = []
    for difference in found:
        key = (difference.subject, difference.looks, bool(difference.on))
        if difference.change is Change.LOOK and key in groups:
            first = result[groups[key]]
            result[groups[key]] = replace(first, also=(*first.also, difference.place))
            continue
        if difference.change is Change.LOOK:
            groups[key] = len(result)
        result.append(difference)
    return tuple(result)
