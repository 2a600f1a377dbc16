"""One document under two numbers: same day, body, symbol and subject, and the numbers one slip apart.

Only between the register, the tables and the prose: in one of them alone, two decisions of one day on one
subject are meant to be two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from docgen.checks.citation_findings import day, say
from docgen.checks.citation_groups import one_slip, same_body, subject_words
from docgen.checks.cited import Citation
from docgen.diagnostics import Diagnostic, Related

_LEAST_WORDS = 3
"""Subjects with fewer words of their own in common do not tell a document."""


def twins(documents: list[list[Citation]], source: Callable[[Citation], int]) -> Iterator[Diagnostic]:
    """The documents that are cited under a number that is likely another's. `source` says where a citation
    stands: the higher, the likelier it is the wrong one."""
    series: dict[object, list[Citation]] = defaultdict(list)
    for group in documents:
        if (one := _fullest(group)) is not None:
            told = series[one.date, one.key[2:]]
            yield from _among(one, told, source)
            told.append(one)


def _among(one: Citation, told: list[Citation], source: Callable[[Citation], int]) -> Iterator[Diagnostic]:
    """The finding that `one` is one of `told`, documents of the same day and symbol, under another number."""
    for other in told:
        if source(one) == source(other) or not _same(one, other):
            continue
        right, wrong = sorted((one, other), key=source)
        yield say(
            "trich-dan-hai-so",
            wrong.place,
            [Related(right.place, f"ở đây là {right.name}")],
            name=wrong.name,
            one=day(one.date) if one.date else "",
            other=right.name,
        )


def _fullest(group: list[Citation]) -> Citation | None:
    """The citation of a document that gives its date and subject."""
    return next((c for c in group if c.date and c.subject), None)


def _same(one: Citation, other: Citation) -> bool:
    if one.key == other.key:
        return False
    if one.issuer and other.issuer and not same_body(one.issuer, other.issuer):
        return False
    if not (one_slip(one.name, other.name) or abs(one.number - other.number) == 1):
        return False
    a, b = subject_words(one.subject), subject_words(other.subject)
    shorter = min(len(a), len(b))
    return shorter >= _LEAST_WORDS and a[:shorter] == b[:shorter]
