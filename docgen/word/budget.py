"""How much work one rendering may be: a template from a stranger cannot keep the machine busy or full.

Every loop is charged for its rounds before it begins, weighted by the text it prints each time; what is
printed is counted as it comes; what is worked upon in a loop counts by its length. All of it is far above
any report (docgen.limits).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen import limits
from docgen.word.faults import TooMuch

CHARACTERS_A_STEP = 50
"""So many characters printed count as one step of work."""

STEPS_A_CALL = 20
"""What a call costs, of a method or a macro; it takes as long as so many rounds of an empty loop."""


class Budget:
    """The steps one rendering has left."""

    def __init__(self) -> None:
        self._left = limits.TEMPLATE_STEPS

    def spend(self, steps: int) -> None:
        """Takes `steps` away. Raises TooMuch when there are not so many left."""
        self._left -= steps
        if self._left < 0:
            raise TooMuch("the template takes too many steps")

    def paid(self, items: Any, weight: int) -> Any:
        """`items` of a loop, paid for with `weight` each; what has no length is made a list as far as the
        budget goes. Raises TooMuch."""
        try:
            self.spend(len(items) * weight)
            return items
        except TypeError:
            out = []
            for item in items:
                self.spend(weight)
                out.append(item)
            return out

    def weighed(self, value: Any) -> Any:
        """`value`, paid for by its length: a filter or a comparison looks at all of it. Raises TooMuch."""
        if isinstance(value, (str, list, tuple)) and len(value) >= CHARACTERS_A_STEP:
            self.spend(len(value) // CHARACTERS_A_STEP)
        return value


def limited(pieces: Iterable[str]) -> Iterator[str]:
    """The `pieces` of a rendering. Raises TooMuch as soon as they are longer than a part may be."""
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limits.TEMPLATE_CHARACTERS:
            raise TooMuch("the template prints too much")
        yield piece


def joined(pieces: Iterable[str]) -> str:
    """All `pieces` of a rendering as one text, limited."""
    return "".join(limited(pieces))
