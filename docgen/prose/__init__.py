"""Markdown in the Vietnamese manner: from a typed value to numbered blocks of a document."""

from docgen.prose.nodes import (
    Divider,
    ExpressionSpan,
    FootnoteSpan,
    HeadingNode,
    ParagraphNode,
    PipeTableNode,
    PlaceholderNode,
    Prose,
    ProseSource,
    Span,
    TextSpan,
    plain_text,
)
from docgen.prose.numbering import SchemeError, number_headings
from docgen.prose.passages import Passage, PassageKind, Segment, passages, remembered
from docgen.prose.read import is_plain, read_cell, read_lines, read_prose
from docgen.prose.write import FindTable, Resolve, write_blocks, write_paragraphs

__all__ = [
    "Divider",
    "ExpressionSpan",
    "FindTable",
    "FootnoteSpan",
    "HeadingNode",
    "ParagraphNode",
    "Passage",
    "PassageKind",
    "PipeTableNode",
    "PlaceholderNode",
    "Prose",
    "ProseSource",
    "Resolve",
    "SchemeError",
    "Segment",
    "Span",
    "TextSpan",
    "is_plain",
    "number_headings",
    "passages",
    "plain_text",
    "read_cell",
    "read_lines",
    "read_prose",
    "remembered",
    "write_blocks",
    "write_paragraphs",
]
