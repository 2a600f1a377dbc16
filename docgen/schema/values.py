"""What stands under a key of a mapping: text, a list of texts, a value of a kind.

Nothing here reports a fault: a value that is absent or wrong gives "", () or None, and docgen.schema.validate
has said why.
"""

from __future__ import annotations

from typing import Any

from docgen.diagnostics import Location
from docgen.schema.kinds import read_as
from docgen.source import Mapping, Node, Scalar, Sequence
from docgen.vn import VnError


def scalar_of(mapping: Mapping, key: str) -> Scalar | None:
    """The single value under `key`; None when there is none."""
    node = mapping.get(key)
    return node if isinstance(node, Scalar) else None


def text_of(mapping: Mapping, key: str) -> str:
    """The text under `key`, without white space around it; "" when there is none."""
    node = mapping.get(key)
    return node.text.strip() if isinstance(node, Scalar) else ""


def value_of(mapping: Mapping, key: str, kind: str) -> Any:
    """The value under `key` as `kind` (docgen.schema.kinds); None when there is none or it is wrong."""
    node = mapping.get(key)
    try:
        return read_as(node.text, kind) if isinstance(node, Scalar) and node.text.strip() else None
    except VnError:
        return None


def flag_of(mapping: Mapping, key: str, default: bool = False) -> bool:
    """Whether `key` says yes; `default` when it says nothing."""
    value = value_of(mapping, key, "co_khong")
    return default if value is None else bool(value)


def scalars(node: Node | None) -> tuple[Scalar, ...]:
    """The values of a list, or of one value that stands for a list; what was left empty is left out."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(one for one in items if isinstance(one, Scalar) and one.text.strip() and not one.is_null)


def texts(node: Node | None) -> tuple[str, ...]:
    """The text of each value of `scalars(node)`, without white space around it."""
    return tuple(one.text.strip() for one in scalars(node))


def nothing_at(mapping: Mapping, key: str) -> Scalar:
    """An empty text where `key` should be."""
    place = mapping.key_location(key)
    return Scalar("", mapping.path, place.line or 1, place.column or 1)


def value_place(mapping: Mapping, key: str) -> Location:
    """Where the value under `key` is; the key, or the mapping, when there is none."""
    node = mapping.get(key)
    return node.location if node is not None else mapping.key_location(key)
