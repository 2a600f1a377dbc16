"""Places of findings in a tree of nodes, and findings in the order of their places."""

from __future__ import annotations

from collections.abc import Iterable

from docgen import limits
from docgen.diagnostics import Diagnostic, Location, error
from docgen.source import Mapping, Node, Scalar, Sequence


def place(root: Node, path: Iterable[str | int]) -> Location:
    """The place of the value at `path`; of its key when the value is empty or not there; of the nearest
    key above it otherwise."""
    node, location = root, root.location
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.items:
            location = node.key_location(step)
            node = node.items[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            location = node.location
        else:
            return location
    return location if node.is_null or not isinstance(node, Scalar) else node.location


def key_place(root: Node, path: Iterable[str | int]) -> Location:
    """The place of the key at `path`, or of the nearest key above it."""
    node, location = root, root.location
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.items:
            location = node.key_location(step)
            node = node.items[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            location = node.location
        else:
            break
    return location


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """`found` in the order of places, each fault once."""
    once: dict[tuple[str, Location, str], Diagnostic] = {}
    for diagnostic in found:
        once.setdefault((diagnostic.code, diagnostic.location, diagnostic.message), diagnostic)
    return sorted(once.values(), key=_by_place)


def _by_place(one: Diagnostic) -> tuple[str, int, int, bool, str]:
    place = one.location
    return place.path, place.line or 0, place.column or 0, one.code == AND_MORE, one.message


def unique(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """`found` in the order of places, each fault once; beyond the limit of a stage the rest is counted."""
    ordered = in_order(found)
    rest = len(ordered) - limits.DIAGNOSTICS_PER_STAGE
    if rest <= 0:
        return ordered
    kept = ordered[: limits.DIAGNOSTICS_PER_STAGE]
    return [*kept, and_more(rest, kept[-1].location)]


AND_MORE = "con-nua"


def and_more(count: int, location: Location) -> Diagnostic:
    """The finding that stands for `count` others left out after `location`."""
    return error(AND_MORE, f"còn {count} lỗi nữa", location, hint="Sửa các lỗi trên rồi kiểm tra lại")
