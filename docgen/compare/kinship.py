"""How likely two blocks are the same block before and after a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable

from docgen.compare.node import PARAGRAPH, TABLE, Node
from docgen.compare.words import bag, likeness

LEAST = 0.45
"""Two blocks less alike are one that went and one that came."""

_FIGURES = re.compile(r"\d[\d.,/]*")
_SAME_STYLE = 0.1
_SAME_ROLE = 0.4


def strict_key(node: Node) -> Hashable:
    """Equal for blocks that are the same in text and look."""
    return node.key


def weak_key(node: Node) -> Hashable:
    """Equal for blocks that differ in figures or look only; None for those without words."""
    text = _FIGURES.sub("0", node.all_text)
    return (node.kind, text) if sum(c.isalpha() for c in text) > 3 else None


def bag_of(node: Node) -> Counter[str]:
    """The words of a block."""
    return bag(node.all_text)


def kinship(old: Node, new: Node) -> float:
    """0 for blocks of different kinds, 1 for equal text; style and component count a little."""
    if old.kind != new.kind:
        return 0.0
    if old.kind not in (PARAGRAPH, TABLE):
        return 0.5 + 0.5 * (old.look == new.look)
    alike = likeness(bag_of(old), bag_of(new))
    if not old.all_text.strip() and not new.all_text.strip():
        alike = 0.6 + 0.4 * (old.look == new.look)
    elif not old.all_text.strip() or not new.all_text.strip():
        alike = 0.0
    bonus = _SAME_STYLE * (old.name == new.name)
    if old.role and old.role == new.role:
        bonus += _SAME_ROLE
    return min(alike + bonus, 1.0) if alike or bonus > _SAME_ROLE else 0.0
