"""Findings as people and programs read them: text, JSON, SARIF. Pure functions, one for each format."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from docgen import __version__
from docgen.diagnostics import Diagnostic, Location, Severity

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def text(found: Sequence[Diagnostic]) -> str:
    """A line for each finding, with its hint and the places that belong to it below; then a count."""
    lines: list[str] = []
    for finding in found:
        lines.append(f"{finding.location}: {WORDS[finding.severity]}: {finding.message} [{finding.code}]")
        if finding.location.excerpt:
            lines.append(f"    tại: “{finding.location.excerpt}”")
        lines.extend(f"    {related.location}: {related.message}" for related in finding.related)
        if finding.hint:
            lines.append(f"    gợi ý: {finding.hint}")
        if finding.clause:
            lines.append(f"    căn cứ: {finding.clause}")
    if found:
        parts = [f"{n} {WORDS[s]}" for s in Severity if (n := sum(d.severity is s for d in found))]
        lines.append(", ".join(parts))
    return "\n".join(lines)


def as_json(found: Sequence[Diagnostic]) -> str:
    """A JSON list of objects with the fields of design section 6."""
    return json.dumps([_record(finding) for finding in found], ensure_ascii=False, indent=2)


def _record(finding: Diagnostic) -> dict[str, Any]:
    record: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "clause": finding.clause,
        **_place(finding.location),
    }
    if finding.related:
        record["related"] = [{"message": r.message, **_place(r.location)} for r in finding.related]
    return record


def _place(place: Location) -> dict[str, Any]:
    more = {"sheet": place.sheet, "cell": place.cell, "part": place.part, "excerpt": place.excerpt}
    known: dict[str, Any] = {key: value for key, value in more.items() if value}
    if place.paragraph is not None:
        known["paragraph"] = place.paragraph
    return {"path": place.path, "line": place.line, "column": place.column, **known}


def as_sarif(found: Sequence[Diagnostic]) -> str:
    """A SARIF 2.1.0 log with one run."""
    codes = sorted({finding.code for finding in found})
    run = {
        "tool": {
            "driver": {"name": "docgen", "version": __version__, "rules": [{"id": code} for code in codes]}
        },
        "results": [
            {
                "ruleId": finding.code,
                "level": _LEVELS[finding.severity],
                "message": {"text": finding.message + (f". {finding.hint}" if finding.hint else "")},
                "locations": [_sarif_place(finding.location)],
                "relatedLocations": [
                    {**_sarif_place(r.location), "message": {"text": r.message}} for r in finding.related
                ],
            }
            for finding in found
        ],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_place(place: Location) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": place.path.replace("\\", "/")}}
    if place.line:
        physical["region"] = {
            "startLine": place.line,
            **({"startColumn": place.column} if place.column else {}),
        }
    out: dict[str, Any] = {"physicalLocation": physical}
    if place.part or place.sheet:
        name = f"{place.part} đoạn {place.paragraph}" if place.part else f"{place.sheet}!{place.cell}"
        out["logicalLocations"] = [{"fullyQualifiedName": name}]
    return out


_WRITERS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": text,
    "json": as_json,
    "sarif": as_sarif,
}
FORMATS = tuple(_WRITERS)


def echo(found: Sequence[Diagnostic], style: str) -> None:
    """Prints the findings on stdout in the format `style`; nothing for none, but in JSON and SARIF."""
    import click

    written = _WRITERS[style](found)
    if written:
        click.echo(written)
