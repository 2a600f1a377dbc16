"""Changes of look, property by property."""

from __future__ import annotations

from docgen.compare.difference import LookChange
from docgen.compare.look import shown
from docgen.compare.node import Look


def look_changes(old: Look, new: Look) -> tuple[LookChange, ...]:
    """The properties that differ, in their fixed order."""
    if old == new:
        return ()
    before, after = dict(old), dict(new)
    names = sorted(before.keys() | after.keys())
    return tuple(
        LookChange(name, shown(name, before.get(name)), shown(name, after.get(name)))
        for name in names
        if before.get(name) != after.get(name)
    )
