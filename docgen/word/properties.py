"""Core properties of a document (ECMA-376 part 2, 11): from its data, never from the clock."""

from __future__ import annotations

from docgen.model import Document, Run
from docgen.word.escape import escape

_NS = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(document: Document) -> bytes:
    """The core properties part: title, issuing body, language."""
    title = " ".join("".join(i.text for i in line if isinstance(i, Run)) for line in document.title)
    name = f"{document.type_name} {title}".strip()
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties {_NS}>'
        f"<dc:title>{escape(name)}</dc:title><dc:creator>{escape(document.issuer)}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    ).encode()
