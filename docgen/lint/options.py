"""What a user may choose: rules, date, figures, waivers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from docgen.lint.limits import Limits


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding accepted on purpose: the rule's code and the reason."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Options:
    """`select` and `ignore` hold codes or their beginnings (`PG`, `PG-03`); empty `select` means all.
    `as_of` is the day the rules are applied for; None takes the document's own date, or today."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    as_of: datetime.date | None = None
    limits: Limits = field(default_factory=Limits)
    waivers: tuple[Waiver, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether the rule with that code is to be applied."""
        chosen = not self.select or code.startswith(self.select)
        return chosen and not code.startswith(self.ignore or ("\0",))
