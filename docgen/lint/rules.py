"""Every rule there is, in reading order: families in the order of the decree."""

from __future__ import annotations

from docgen.lint import (
    appendix,
    bases,
    body,
    capitals,
    citations,
    head,
    number,
    optional,
    page,
    page_number,
    periods,
    recipients,
    signature,
    structure,
    title,
    transition,
)
from docgen.lint.core import Rule

FAMILIES = (
    page, page_number, head, number, title, bases, body, structure, signature, recipients, optional, appendix,
    citations, capitals, periods, transition,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
