"""The places of date and type of declared documents, for findings that are about them.

A document under `van_ban` has a line for each part, and a clerk looks for a wrong date where the date stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.checks.cited import Citation
from docgen.diagnostics import Diagnostic, Related
from docgen.schema import CitedDocument
from docgen.values import replace

_DAY, _TYPE = ("ngay", "ngày ban hành"), ("loai", "tên loại")
_ABOUT = {
    "trich-dan-hai-ngay": _DAY,
    "trich-dan-nam": _DAY,
    "trich-dan-ngay-van-ban": _DAY,
    "trich-dan-so-van-ban": _DAY,
    "trich-dan-nam-ke-hoach": _DAY,
    "trich-dan-sau-bao-cao": _DAY,
    "trich-dan-thu-tu": _DAY,
    "trich-dan-loai-ky-hieu": _TYPE,
    "trich-dan-hai-loai": _TYPE,
}
"""Findings that are about another part of a declared document than its number."""

_AT_THE_DATE = frozenset(("trich-dan-ngay-van-ban", "trich-dan-nam-ke-hoach", "trich-dan-sau-bao-cao"))
"""Those in which the date is what must be wrong."""


def with_parts(
    finding: Diagnostic, registered: Mapping[str, Citation | None], declared: Mapping[str, CitedDocument]
) -> Diagnostic:
    """`finding`; where it is about the date or type of declared documents, with the places of these too."""
    part, name = _ABOUT.get(finding.code, ("", ""))
    if not part:
        return finding
    places = {finding.location, *(related.location for related in finding.related)}
    more = tuple(
        Related(place, f"{name} của {citation.name} ghi ở đây")
        for key, citation in registered.items()
        if citation and citation.place in places and (place := declared[key].places.get(part))
        if place.line != citation.place.line
    )
    if more and finding.code in _AT_THE_DATE:
        number = Related(finding.location, "số, ký hiệu ghi ở đây")
        return replace(finding, location=more[0].location, related=(*finding.related, number))
    return replace(finding, related=(*finding.related, *more))
