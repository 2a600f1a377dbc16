"""Fixtures of the checks: a title, the typed text, the findings; each closed by a line holding one dot.

A finding is a line: place, severity, code, what is wrong; then → what to do, and ~ further places.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from docgen.diagnostics import Diagnostic
from docgen.prose import Passage, passages, read_prose
from docgen.source import Scalar

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Case:
    """One fixture."""

    title: str
    typed: str
    expected: str


def cases(name: str) -> list[Case]:
    """The fixtures of the file `name`."""
    parts: list[list[str]] = [[]]
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part) for part in parts[:-1]]
    assert len(texts) % 3 == 0, f"{name}: a case is not closed"
    return [Case(t.strip(), i, e) for t, i, e in zip(texts[::3], texts[1::3], texts[2::3], strict=True)]


def read(text: str) -> list[Passage]:
    """The passages of `text`, typed from line 1 on."""
    prose, faults = read_prose(Scalar(text, "bao-cao.yaml", 0, 1, "|"))
    assert not faults
    return list(passages(prose, lambda expression, place: expression.strip()))


def show(findings: Iterable[Diagnostic]) -> str:
    """The findings as lines, in the order of their places."""
    ordered = sorted(findings, key=lambda f: (f.location.line or 0, f.location.column or 0, f.code))
    return "\n".join(line for finding in ordered for line in _lines(finding))


def _lines(finding: Diagnostic) -> list[str]:
    place = finding.location
    head = f"{place.line}:{place.column} {finding.severity.value} {finding.code}: {finding.message}"
    hint = [f"  → {finding.hint}"] if finding.hint else []
    return [head, *hint, *(f"  ~ {r.location.line}:{r.location.column} {r.message}" for r in finding.related)]
