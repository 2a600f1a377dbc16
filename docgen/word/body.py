"""The blocks of the model as paragraphs and tables, in the named styles of a template."""

from __future__ import annotations

from docgen.model import Block, Heading, Paragraph, Table
from docgen.word import roles
from docgen.word.inlines import InlineWriter, text_run
from docgen.word.styles import Styles
from docgen.word.tables import TableWriter

_UPRIGHT = '<w:b w:val="0"/><w:bCs w:val="0"/><w:caps w:val="0"/>'
_AFTER_TABLE = '<w:spacing w:before="120"/>'  # 6 pt, as between paragraphs (mục II.5.b)


class BodyWriter:
    """Writes blocks with the styles of one template and the inlines of one document."""

    def __init__(self, styles: Styles, inlines: InlineWriter) -> None:
        self._inlines = inlines
        self._tables = TableWriter(styles, inlines)
        self._paragraphs = {kind: styles[name].id for kind, name in roles.BODY.items()}
        self._headings = [styles[name].id for name in roles.HEADINGS]
        self._numbers = [
            f'<w:rPr><w:rStyle w:val="{styles[name].id}"/></w:rPr>' if name in styles else ""
            for name in roles.HEADING_NUMBERS
        ]
        self._separator = f'<w:p><w:pPr><w:pStyle w:val="{styles[roles.SECTION_BREAK].id}"/></w:pPr></w:p>'

    def write(self, blocks: tuple[Block, ...], text_width_mm: float, keep_last: bool = False) -> str:
        """`blocks` in a text area `text_width_mm` wide; `keep_last` ties the last one to what follows."""
        out = []
        after_table = False
        last = len(blocks) - 1
        for index, block in enumerate(blocks):
            keep = keep_last and index == last
            if isinstance(block, Table):
                if after_table:  # two tables without anything between them would become one
                    out.append(self._separator)
                out.append(self._tables.write(block, text_width_mm, keep))
            elif isinstance(block, Paragraph):
                start = self._start(self._paragraphs[block.kind], keep, after_table)
                out.append(f"{start}{self._inlines.runs(block.inlines)}</w:p>")
            else:
                out.append(self._heading(block, after_table, keep))
            after_table = isinstance(block, Table)
        if after_table:  # Word wants a paragraph between a table and the next table or section end
            out.append(self._separator)
        return "".join(out)

    def _start(self, style: str, keep: bool, after_table: bool) -> str:
        next_ = "<w:keepNext/>" if keep else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{next_}{_AFTER_TABLE if after_table else ""}</w:pPr>'

    def _heading(self, heading: Heading, after_table: bool, keep: bool) -> str:
        start = self._start(self._headings[heading.level - 1], keep, after_table)
        number = text_run(f"{heading.number} ", self._numbers[heading.level - 1]) if heading.number else ""
        run_in = ""
        if heading.run_in:
            run_in = text_run(" ", f"<w:rPr>{_UPRIGHT}</w:rPr>") + self._inlines.runs(
                heading.run_in, _UPRIGHT
            )
        return f"{start}{number}{self._inlines.runs(heading.inlines)}{run_in}</w:p>"
