"""Lines to blocks: where each heading, paragraph, table row and footnote begins and ends.

The language is flat: an item is a paragraph that keeps its mark, indentation means nothing but for
the later paragraphs of a footnote. So a line decides by its beginning what it is, and a paragraph
goes on until a blank line or a line that begins something else:

    # …  ## …            heading, one line
    ---                  divider
    - …  + …  * …        item, also directly below text (clerks forget the blank line)
    1. …                 numbered item; directly below text only 1., or the number after the one above,
                         so that a wrapped line such as "2. Tiếp tục" or "2021. Năm" stays text
    [^1]: …              footnote; its further paragraphs are indented by two or more
    | … | over |---|     pipe table
    {{ bang.x }}         a table of the data, alone on its line
"""

from __future__ import annotations

import re

from docgen.model import ParagraphKind
from docgen.prose.nodes import line_starts
from docgen.prose.protect import OPEN, REST
from docgen.values import Struct

_DIVIDER = re.compile(r"[ \t]*-{3,}[ \t]*$")
_HEADING = re.compile(r"[ \t]*(#+)(?:[ \t\u00a0]+|$)")
_ITEM = re.compile(r"[ \t]*([-+*])[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})\.[ \t\u00a0]+(?=\S)")
_DEFINITION = re.compile(r"[ \t]*\[\^([^\]\s\[]+)\]:[ \t]*")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PLACEHOLDER = re.compile(rf"[ \t]*(?:[-+][ \t]+)?({OPEN}){REST}*[ \t]*$")
_FIRST = frozenset("#-+*[|" + OPEN + "0123456789")
_SENTENCE_END = tuple('.;:!?…,)]”"|')

_WRAPPED = 60  # characters; a shorter line was ended on purpose
_TEXT = frozenset({"", "item", "number"})
_ROWS = _TEXT | {"bars"}
_KINDS = {"-": ParagraphKind.DASH, "+": ParagraphKind.PLUS, "*": ParagraphKind.TEXT}


class RawBlock(Struct):
    """Lines of one block: from offset `start` to `end`, without blanks around.

    `what` is heading, paragraph, table, placeholder or divider; `mark` ends at `text` (heading signs,
    item marks); `rows` are the lines of a table as offset pairs; `unsure` says that an item cut a
    sentence short.
    """

    what: str
    start: int
    end: int
    text: int
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    rows: list[tuple[int, int]] = []
    ruled: bool = True
    unsure: str = ""


class RawFootnote(Struct):
    """A footnote's paragraphs, typed under `label` at offset `start`."""

    label: str
    start: int
    paragraphs: list[RawBlock] = []


def scan(text: str, expressions: dict[int, str]) -> tuple[list[RawBlock], list[RawFootnote]]:
    """The blocks and the footnotes of `text`, whose expressions are protected."""
    return _Scanner(text, expressions).run()


class _Scanner:
    def __init__(self, text: str, expressions: dict[int, str]) -> None:
        self.lines = text.split("\n")
        self.starts = line_starts(self.lines)
        self.expressions = expressions
        self.blocks: list[RawBlock] = []
        self.footnotes: list[RawFootnote] = []

    def run(self) -> tuple[list[RawBlock], list[RawFootnote]]:
        row = 0
        footnote_indent: int | None = None  # of the footnote that indented paragraphs still belong to
        while row < len(self.lines):
            line = self.lines[row]
            if not line or line.isspace():
                row += 1
                continue
            begun = self.begins(row)
            indent = len(line) - len(line.lstrip())
            if footnote_indent is not None and indent >= footnote_indent + 2 and begun in _TEXT:
                row = self.paragraph(row, 0, self.footnotes[-1].paragraphs)
                continue
            footnote_indent = None
            if begun == "definition":
                footnote_indent = indent
                row = self.definition(row, indent)
            elif begun in ("table", "bars"):
                row = self.table(row, ruled=begun == "table")
            elif begun in _TEXT:
                row = self.paragraph(row, 0, self.blocks)
            else:
                self.line(row, begun)
                row += 1
        return self.blocks, self.footnotes

    def begins(self, row: int) -> str:
        """What line `row` begins by its look; "" for ordinary text."""
        line = self.lines[row]
        if "|" in line and self.is_rule(row + 1):
            return "table"
        first = line.lstrip()[:1]
        if first not in _FIRST:
            return ""
        if first == "|":
            return "bars" if line.count("|") > 1 else ""
        if first == "#":
            return "heading" if _HEADING.match(line) else ""
        if first == "[":
            return "definition" if _DEFINITION.match(line) else ""
        if first == "-" and _DIVIDER.match(line):
            return "divider"
        if OPEN in line and self.is_placeholder(row):
            return "placeholder"
        if first in "-+*":
            return "item" if _ITEM.match(line) else ""
        return "number" if _NUMBER.match(line) else ""

    def is_rule(self, row: int) -> bool:
        if row >= len(self.lines):
            return False
        line = self.lines[row]
        return "-" in line and "|" in line and _TABLE_RULE.match(line) is not None

    def is_placeholder(self, row: int) -> bool:
        match = _PLACEHOLDER.match(self.lines[row])
        if match is None:
            return False
        expression = self.expressions.get(self.starts[row] + match.start(1), "")
        return expression.strip().startswith(("bang.", "bang["))

    def line(self, row: int, what: str) -> None:
        line, start = self.lines[row], self.starts[row]
        begin, end = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        text, level = begin, 0
        if what == "heading":
            match = _HEADING.match(line)
            assert match is not None
            text, level = start + match.end(), len(match[1])
        elif what == "placeholder":
            text = start + line.index(OPEN)
        self.blocks.append(RawBlock(what, begin, end, min(text, end), level=level))

    def definition(self, row: int, indent: int) -> int:
        match = _DEFINITION.match(self.lines[row])
        assert match is not None
        note = RawFootnote(match[1], self.starts[row] + indent)
        self.footnotes.append(note)
        if match.end() >= len(self.lines[row].rstrip()):  # the words stand on the lines below
            return row + 1
        return self.paragraph(row, match.end(), note.paragraphs)

    def paragraph(self, row: int, skip: int, into: list[RawBlock]) -> int:
        """Reads the paragraph that begins at column `skip` of `row`; gives the row after it."""
        kind, number, text = self.mark(row, skip)
        last, unsure, end = row, "", len(self.lines)
        while last + 1 < end:
            below = self.lines[last + 1]
            first = below.lstrip()[:1]
            if not first:
                break
            if first in _FIRST or "|" in below:  # most lines are ordinary text, told by this alone
                begun = self.begins(last + 1)
                if begun and (begun != "number" or self.continues_numbers(last + 1, number)):
                    if begun == "item" and self.looks_wrapped(last):
                        unsure = first
                    break
            last += 1
        typed = self.lines[row][skip:]
        begin = self.starts[row] + skip + len(typed) - len(typed.lstrip())
        stop = self.starts[last] + len(self.lines[last].rstrip())
        into.append(RawBlock("paragraph", begin, stop, text, kind, unsure=unsure))
        return last + 1

    def looks_wrapped(self, row: int) -> bool:
        """Whether line `row` is long and ends in the midst of a sentence."""
        line = self.lines[row].rstrip()
        return len(line) >= _WRAPPED and not line.endswith(_SENTENCE_END)

    def mark(self, row: int, skip: int) -> tuple[ParagraphKind, int, int]:
        """Kind, number and offset of the text after the mark of the paragraph at `row`."""
        line, start = self.lines[row], self.starts[row]
        if match := _ITEM.match(line, skip):
            return _KINDS[match[1]], 0, start + match.end()
        if match := _NUMBER.match(line, skip):
            return ParagraphKind.NUMBERED, int(match[1]), start + match.end()
        text = line[skip:]
        return ParagraphKind.TEXT, 0, start + skip + len(text) - len(text.lstrip())

    def continues_numbers(self, row: int, number: int) -> bool:
        match = _NUMBER.match(self.lines[row])
        return match is not None and int(match[1]) in (1, number + 1)

    def table(self, row: int, ruled: bool) -> int:
        rows = []
        first = row
        while row < len(self.lines) and "|" in self.lines[row]:
            line, start = self.lines[row], self.starts[row]
            if row > first + 1 and self.begins(row) not in _ROWS:
                break
            rows.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
            row += 1
        self.blocks.append(RawBlock("table", rows[0][0], rows[-1][1], rows[0][0], rows=rows, ruled=ruled))
        return row
