"""What every rule is made of: a record with its clause and a small function over a Subject."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from functools import cached_property

from docgen.diagnostics import Diagnostic, Location, Related, Severity
from docgen.lint.limits import Limits
from docgen.lint.outline import Item, outline
from docgen.lint.prose import Prose, prose_of
from docgen.values import Struct
from docgen.view.components import Components, Piece
from docgen.view.model import DocView, Paragraph, paragraphs

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 (the letters of the rule table)

_EXCERPT = 60


class Finding(Struct, frozen=True):
    """One breach: what was measured against what is allowed, where (a line, a paragraph, or several of
    them; none means the document), and what to do. `severity` differs from the rule's where the rule
    table says so."""

    message: str
    at: Piece | Paragraph | tuple[Piece | Paragraph, ...] | None = None
    hint: str = ""
    severity: Severity | None = None


class Subject(Struct, frozen=True, dict=True):
    """What rules look at: the document, its components, the limits in force and the day they hold for."""

    view: DocView
    parts: Components
    limits: Limits
    date: datetime.date | None
    as_of: datetime.date

    @cached_property
    def body_text(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text that have words, outside tables."""
        return tuple(p for p in self.parts.body if p.text.strip())

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The same with what each paragraph is (heading, list item, plain text)."""
        return outline(self.body_text)

    @cached_property
    def prose(self) -> Prose:
        """The running text: body paragraphs outside tables, then footnotes and endnotes."""
        notes = [p for note in self.view.notes for p in paragraphs(note.blocks)]
        return prose_of((*self.body_text, *notes))


Check = Callable[[Subject], Iterable[Finding]]


class Rule(Struct, frozen=True):
    """One rule: its code and place in the law, what it measures, what it allows. `fix` names the safe
    repair that `--fix` makes for it; `any_regime` rules are not bound to Nghị định 30."""

    code: str
    severity: Severity
    title: str
    allowed: str
    clause: str
    check: Check
    fix: str = ""


def diagnose(rule: Rule, finding: Finding, path: str) -> Diagnostic:
    """The finding as a Diagnostic; the first of several places is the location, the others related."""
    places = finding.at if isinstance(finding.at, tuple) else (finding.at,)
    located = list(dict.fromkeys(locate(place, path) for place in places if place is not None)) or [
        Location(path)
    ]
    message = finding.message
    if len(located) > 1:
        message += f" ({len(located)} chỗ)"
    return Diagnostic(
        code=rule.code,
        severity=finding.severity or rule.severity,
        message=message[0].upper() + message[1:],
        location=located[0],
        hint=finding.hint,
        clause=rule.clause,
        related=tuple(Related(place, finding.message) for place in located[1:]),
    )


def locate(place: Piece | Paragraph, path: str) -> Location:
    """The Location of a line or paragraph, with the beginning of its text."""
    paragraph = place.paragraph if isinstance(place, Piece) else place
    text = place.text if isinstance(place, Piece) else " ".join(place.full_text.split())
    excerpt = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rstrip() + "…"
    return Location(path, part=paragraph.part, paragraph=paragraph.index, excerpt=excerpt)
