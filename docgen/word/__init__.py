"""Document + template → .docx."""

from docgen.word.render import render_document
from docgen.word.store import store

__all__ = ["render_document", "store"]
