"""A finding about a template, with the paragraph of the file that a comment goes to."""

from __future__ import annotations

from docgen.diagnostics import Diagnostic, Location, Related, error, warning
from docgen.values import Struct, replace
from docgen.word.keeper.places import Spot


class Found(Struct, frozen=True):
    """A finding, and the paragraph of the file itself (`part`, `number`) that a comment goes to."""

    diagnostic: Diagnostic
    part: str = ""
    number: int | None = None

    def for_word(self) -> Diagnostic:
        """The finding with the place that docgen.lint.mark understands."""
        place = self.diagnostic.location
        return replace(
            self.diagnostic, location=Location(place.path, part=self.part, paragraph=self.number), related=()
        )


class Fault(Struct, frozen=True):
    """What is wrong with a tag, before its place is known; `mild` when the template works all the same."""

    code: str
    message: str
    hint: str = ""
    mild: bool = False
    related: tuple[Related, ...] = ()

    def at(self, path: str, spot: Spot) -> Found:
        """The finding at `spot` of the file `path`."""
        make = warning if self.mild else error
        place = spot.location(path)
        finding = make(self.code, self.message, place, hint=self.hint, related=self.related)
        return Found(finding, spot.part, spot.number)
