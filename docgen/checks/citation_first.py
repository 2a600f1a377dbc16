"""First citations that are not complete (NĐ 30/2020, Phụ lục I, mục II.6.b)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.citation_findings import say
from docgen.checks.citation_groups import one_slip
from docgen.checks.cited import Citation
from docgen.checks.document_types import ISSUERS
from docgen.diagnostics import Diagnostic, Related
from docgen.prose import PassageKind


def incomplete(documents: list[list[Citation]]) -> Iterator[Diagnostic]:
    """A first citation without type, date, body or subject. Table cells and titles are too short for
    that and are not asked; of a document in brackets only the date is."""
    complete = [document[0] for document in documents if any(c.date for c in document)]
    for document in documents:
        first = next((c for c in document if c.passage is None), document[0])
        kind = first.passage.kind if first.passage else None
        if kind in (PassageKind.CELL, PassageKind.HEADING):
            continue
        missing = _missing(first)
        if not missing:
            continue
        near = [] if first.date else [c for c in complete if one_slip(first.name, c.name)]
        yield say(
            "trich-dan-thieu-ngay" if "ngày ban hành" in missing else "trich-dan-thieu",
            first.place,
            [Related(c.place, f"ở đây viện dẫn {c.name}") for c in near],
            name=first.name,
            one=", ".join(missing),
            other=f"; nếu đã viện dẫn ở trên thì có phải {near[0].name}?" if near else "",
        )


def _missing(c: Citation) -> list[str]:
    missing = []
    if not c.type_name:
        missing.append("tên loại")
    if c.date is None and not c.bad_date:
        missing.append("ngày ban hành")
    if c.bracketed:
        return missing
    if not c.issuer and c.symbol.split("-")[-1] not in ISSUERS:
        missing.append("cơ quan ban hành")
    if not c.subject:
        missing.append("trích yếu")
    return missing
