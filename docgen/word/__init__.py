"""Document + template → .docx.

render_document(document, template)   bytes of a Word file in one of docgen's own templates
store().get(path, find_part)          a compiled template, kept between processes
render(template, context)             bytes of a Word file from any docxtpl template
"""

from __future__ import annotations

from typing import Any

from docgen.word.printer import render_document
from docgen.word.store import store

__all__ = ["render", "render_document", "store"]


def render(template: Any, context: dict[str, Any], **options: Any) -> bytes:
    """Any docxtpl template filled from `context`; see docgen.word.foreign.render for the options."""
    from docgen.word import foreign  # docxtpl and python-docx take 0.2 s; own templates need neither

    return foreign.render(template, context, **options)
