"""Document + template → .docx."""

from docgen.word.render import render_document, store

__all__ = ["render_document", "store"]
