"""Numbers rise with dates: in one series (body, symbol, year) a later document has no lower number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from docgen.checks.citation_findings import day, say
from docgen.checks.citation_groups import same_body
from docgen.checks.cited import Citation
from docgen.checks.document_types import contradicting_type
from docgen.diagnostics import Diagnostic, Related
from docgen.values import replace


def falling_numbers(documents: list[list[Citation]]) -> Iterator[Diagnostic]:
    """In one series (body, symbol, year) a later date has no lower number."""
    series: dict[tuple[str, bool, int], list[Citation]] = defaultdict(list)
    for document in documents:
        dates = {c.date for c in document if c.date}
        if len(dates) == 1 and not any(contradicting_type(c.type_name, c.symbol) for c in document):
            c = next(c for c in document if c.date)
            issuer = next((o.issuer for o in document if o.issuer), "")
            assert c.date is not None
            series[c.symbol, c.year is not None, c.date.year].append(replace(c, issuer=issuer))
    for citations in series.values():
        for group in _by_body(citations):
            yield from _falling(group)


def _by_body(citations: list[Citation]) -> list[list[Citation]]:
    """The citations of each body; one without a body is of the only body there is, else of none."""
    groups: list[list[Citation]] = []
    for c in citations:
        if c.issuer:
            for group in groups:
                if same_body(c.issuer, group[0].issuer):
                    group.append(c)
                    break
            else:
                groups.append([c])
    unnamed = [c for c in citations if not c.issuer]
    if not groups:
        return [unnamed]
    if len(groups) == 1:
        groups[0].extend(unnamed)
    return groups


def _falling(citations: list[Citation]) -> Iterator[Diagnostic]:
    ordered = sorted(citations, key=lambda c: (c.date, c.number, c.letter))
    kept = _longest_rise([c.number for c in ordered])
    for index, c in enumerate(ordered):
        if index in kept:
            continue
        against = [o for i, o in enumerate(ordered) if i in kept and (o.number < c.number) != (i < index)]
        related = [Related(o.place, f"{o.name} ngày {day(o.date)}") for o in against if o.date]
        nearest = min(against, key=lambda o: abs((o.date - c.date).days) if o.date and c.date else 0)
        yield say(
            "trich-dan-thu-tu",
            c.place,
            related,
            name=c.name,
            one=day(c.date) if c.date else "",
            other=f"{nearest.name} có ngày {day(nearest.date) if nearest.date else ''}",
        )


def _longest_rise(numbers: list[int]) -> set[int]:
    """The indexes of a longest subsequence that does not fall."""
    chains: list[list[int]] = []  # the longest that ends at each index
    for index, number in enumerate(numbers):
        longest: list[int] = []
        for chain in chains:
            if numbers[chain[-1]] <= number and len(chain) > len(longest):
                longest = chain
        chains.append([*longest, index])
    best: list[int] = max(chains, key=len, default=[])
    return set(best)
