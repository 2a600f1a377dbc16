"""What a careful reader finds in the printed words: sums, citations, periods, spelling."""

from __future__ import annotations

from collections.abc import Container, Iterable

from docgen import limits
from docgen.checks.citations import check_citations
from docgen.checks.figures import check_figures
from docgen.checks.listed import listed_documents
from docgen.checks.named_dates import check_dates
from docgen.checks.named_facts import against_names
from docgen.checks.periods import check_periods
from docgen.checks.sentences import check_sentences
from docgen.checks.text_quality import check_text
from docgen.diagnostics import Diagnostic, Location, Severity, warning
from docgen.expression import ExpressionError, parse
from docgen.prose import Passage
from docgen.schema import DataFile
from docgen.values import replace

_TOO_LONG = "đoạn văn quá dài, lời và số trong đoạn không được kiểm tra"
_SPLIT = "Chia đoạn này thành nhiều đoạn"


def check_passages(
    passages: Iterable[Passage], data: DataFile, questioned: Container[Location] = ()
) -> list[Diagnostic]:
    """The findings of every check over the passages of one document.

    None is an error: what is recognised in prose may be recognised wrongly, and must not keep a clerk
    from building. `questioned` are the places of facts that a rule has already found to disagree: a
    sentence that prints one of them would only say it again.
    """
    texts = list(passages)
    long = [passage for passage in texts if len(passage.text) > limits.PASSAGE_CHARACTERS]
    texts = [passage for passage in texts if len(passage.text) <= limits.PASSAGE_CHARACTERS]
    found = [
        *(warning("doan-qua-dai", _TOO_LONG, passage.place(0), hint=_SPLIT) for passage in long),
        *_not_again(check_sentences(texts), texts, data, questioned),
        *check_figures(texts, data.facts),
    ]
    found += [
        *against_names(texts, data.facts, {finding.location for finding in found}),
        *check_dates(texts, data.facts),
        *check_periods(texts, data.period, data.date, data.place("ngay"), data.place("ky_bao_cao")),
        *check_citations(texts, data.citations, data.date, listed_documents(data.facts)),
        *check_text(texts),
    ]
    return [replace(d, severity=Severity.WARNING) if d.severity is Severity.ERROR else d for d in found]


def _not_again(
    found: list[Diagnostic], passages: list[Passage], data: DataFile, questioned: Container[Location]
) -> list[Diagnostic]:
    """`found` without what is said of figures printed from a fact that is questioned already."""
    if not found:
        return found
    printed = {s.location: s.expression for passage in passages for s in passage.segments if s.expression}

    def again(finding: Diagnostic) -> bool:
        expression = printed.get(finding.location)
        if expression is None:
            return False
        try:
            return any(data.facts.place(path) in questioned for path in parse(expression).paths)
        except ExpressionError:
            return False

    return [finding for finding in found if not again(finding)]
