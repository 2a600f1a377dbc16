"""Prose to blocks of the document: figures filled in, headings numbered, roles given."""

from __future__ import annotations

from collections.abc import Callable

from docgen import model
from docgen.diagnostics import Location
from docgen.model import Cell, Footnote, Heading, Inline, Paragraph, ParagraphKind, Row, RowKind, Run, Table
from docgen.prose.nodes import (
    Divider,
    ExpressionSpan,
    FootnoteSpan,
    HeadingNode,
    ParagraphNode,
    PipeTableNode,
    PlaceholderNode,
    Prose,
    Spans,
    TextSpan,
)
from docgen.prose.numbering import number_headings

Resolve = Callable[[str, Location], str]
"""What a {{ … }} prints, given what stands between the braces and where."""

FindTable = Callable[[str, Location], Table | None]
"""The table that a line {{ bang.… }} stands for; None when there is none (the finder says why)."""


def write_blocks(
    prose: Prose,
    resolve: Resolve,
    scheme: tuple[str, ...],
    table: FindTable,
    framed: bool = True,
) -> tuple[model.Block, ...]:
    """The blocks of `prose`, headings numbered from the start by `scheme` (see numbering).

    `framed`: plain paragraphs before the first heading are the opening and those after the last
    `---` the closing; without any heading there is no opening. An appendix has neither.
    Raises SchemeError for an unreadable scheme.
    """
    writer = _Writer(resolve, table)
    headings = prose.headings()
    numbers = iter(number_headings((heading.level for heading in headings), scheme))
    dividers = [index for index, block in enumerate(prose.blocks) if isinstance(block, Divider)]
    closing_from = dividers[-1] if dividers and framed else len(prose.blocks)
    role = ParagraphKind.OPENING if framed and headings else ParagraphKind.TEXT
    blocks: list[model.Block] = []
    run_into: Heading | None = None
    for index, block in enumerate(prose.blocks):
        if index == closing_from:
            role = ParagraphKind.CLOSING
        if isinstance(block, HeadingNode):
            if role is ParagraphKind.OPENING:
                role = ParagraphKind.TEXT
            heading = Heading(block.level, next(numbers), writer.inlines(block.spans))
            if block.run_in:
                run_into = heading
            else:
                blocks.append(heading)
        elif isinstance(block, ParagraphNode):
            inlines = writer.inlines(block.spans)
            if run_into is not None:
                blocks.append(Heading(run_into.level, run_into.number, run_into.inlines, inlines))
                run_into = None
            else:
                kind = role if block.kind is ParagraphKind.TEXT else block.kind
                blocks.append(Paragraph(inlines, kind))
        elif isinstance(block, PipeTableNode):
            blocks.append(writer.pipe_table(block))
        elif isinstance(block, PlaceholderNode):
            found = table(block.expression, block.location)
            if found is not None:
                blocks.append(found)
    return tuple(blocks)


def write_paragraphs(prose: Prose, resolve: Resolve) -> tuple[tuple[Inline, ...], ...]:
    """The lines of a title or the paragraphs of a cell, as `read_lines` and `read_cell` gave them."""
    writer = _Writer(resolve)
    return tuple(writer.inlines(block.spans) for block in prose.blocks if isinstance(block, ParagraphNode))


class _Writer:
    def __init__(self, resolve: Resolve, table: FindTable | None = None) -> None:
        self.resolve = resolve
        self.table = table

    def inlines(self, spans: Spans) -> tuple[Inline, ...]:
        """Runs and footnotes; neighbours of one look become one run."""
        out: list[Inline] = []
        texts: list[str] = []  # of the run to come
        look = (False, False, "")
        for span in spans:
            if isinstance(span, FootnoteSpan):
                if texts:
                    out.append(Run("".join(texts), *look))
                    texts = []
                out.append(Footnote(tuple(self.footnote_paragraph(p) for p in span.paragraphs)))
                continue
            text = span.text if isinstance(span, TextSpan) else self.resolve(span.expression, span.location)
            if not text:
                continue
            own = (span.bold, span.italic, span.link)
            if texts and own != look:
                out.append(Run("".join(texts), *look))
                texts = []
            texts.append(text)
            look = own
        if texts:
            out.append(Run("".join(texts), *look))
        return tuple(out)

    def footnote_paragraph(self, spans: tuple[TextSpan | ExpressionSpan, ...]) -> Paragraph:
        first = spans[0].text if spans and isinstance(spans[0], TextSpan) else ""
        kind = {"- ": ParagraphKind.DASH, "+ ": ParagraphKind.PLUS}.get(first[:2], ParagraphKind.TEXT)
        return Paragraph(self.inlines(spans), kind)

    def pipe_table(self, node: PipeTableNode) -> Table:
        """A table whose columns share the width by the length of their longest words and lines."""
        rows = [
            Row(
                RowKind.BODY if index else RowKind.HEADER,
                tuple(
                    Cell((self.inlines(cell),), align=align if index else model.Align.CENTER)
                    for cell, align in zip(row, node.aligns, strict=False)
                ),
            )
            for index, row in enumerate(node.rows)
        ]
        return Table(_widths(rows, len(node.aligns)), tuple(rows))


def _widths(rows: list[Row], columns: int) -> tuple[float, ...]:
    """Relative widths: between that of the longest word and 40 characters, by the longest cell."""
    widths = []
    for column in range(columns):
        texts = [_text(row.cells[column]) for row in rows if column < len(row.cells)]
        longest = max((len(text) for text in texts), default=0)
        word = max((len(word) for text in texts for word in text.split()), default=0)
        widths.append(float(max(word, min(longest, 40), 3)))
    return tuple(widths)


def _text(cell: Cell) -> str:
    return "".join(run.text for paragraph in cell.paragraphs for run in paragraph if isinstance(run, Run))
