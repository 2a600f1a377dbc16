"""What a user may choose: rules, date, figures, waivers."""

from __future__ import annotations

import datetime

from docgen.lint.limits import Limits
from docgen.values import Struct


class Waiver(Struct, frozen=True):
    """A finding accepted on purpose: the rule's code and the reason."""

    rule: str
    reason: str


class Options(Struct, frozen=True):
    """`select` and `ignore` hold codes or their beginnings (`PG`, `PG-03`); empty `select` means all.
    `as_of` is the day the rules are applied for; None takes the document's own date, or today."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    as_of: datetime.date | None = None
    limits: Limits = Limits()
    waivers: tuple[Waiver, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether the rule with that code is to be applied."""
        chosen = not self.select or code.startswith(self.select)
        return chosen and not code.startswith(self.ignore or ("\0",))
