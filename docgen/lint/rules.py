"""Every rule there is, in reading order: families in the order of the decree."""

from __future__ import annotations

from docgen.lint import (
    appendix,
    bases,
    body,
    head,
    number,
    page,
    page_number,
    recipients,
    signature,
    structure,
    title,
)
from docgen.lint.core import Rule

FAMILIES = (page, page_number, head, number, title, bases, body, structure, signature, recipients, appendix)

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
