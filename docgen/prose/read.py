"""Markdown in the Vietnamese manner to blocks (design section 2)."""

from __future__ import annotations

import re
from itertools import zip_longest

from docgen.diagnostics import Diagnostic
from docgen.model import ParagraphKind
from docgen.prose.blocks import RawBlock, scan
from docgen.prose.faults import fault
from docgen.prose.nodes import (
    BlockNode,
    Divider,
    HeadingNode,
    ParagraphNode,
    PlaceholderNode,
    Prose,
    ProseSource,
    TextSpan,
)
from docgen.prose.protect import OPEN, protect
from docgen.prose.spans import SpanReader
from docgen.prose.tables import read_table
from docgen.source import Scalar

MAX_LEVEL = 4

_ATTRIBUTE = re.compile(r"(?<!\\)\{[ \t]*(\.?[\w-]+)[ \t]*\}$")
_BLANKS = (" ", "\t")
_NEEDS_READING = re.compile(rf"[\n\\*\[<^!{OPEN}{{}}]")


def read_prose(node: Scalar) -> tuple[Prose, list[Diagnostic]]:
    """The blocks of the text in `node`, and every fault in it with its place."""
    source = ProseSource(node)
    text, expressions, stray = protect(node.text)
    raw_blocks, footnotes = scan(text, expressions)
    reader = SpanReader(source, text, expressions, footnotes)
    _report_stray(reader, stray)
    blocks = [_block(raw, reader) for raw in raw_blocks]
    reader.report_unused()
    _check_run_in(blocks, reader)
    _check_dividers(blocks, reader)
    return Prose(tuple(blocks), source), sorted(reader.faults, key=_by_place)


def _by_place(finding: Diagnostic) -> tuple[int, int]:
    return finding.location.line or 0, finding.location.column or 0


def _report_stray(reader: SpanReader, stray: list[tuple[int, str]]) -> None:
    for offset, braces in stray:
        reader.fault("so-lieu-khong-dong" if braces == "{{" else "so-lieu-khong-mo", offset)


def _block(raw: RawBlock, reader: SpanReader) -> BlockNode:
    if raw.what == "heading":
        return _heading(raw, reader)
    if raw.what == "divider":
        return Divider(reader.source.place(raw.start))
    if raw.what == "placeholder":
        return PlaceholderNode(reader.expressions[raw.text], reader.source.place(raw.text))
    if raw.what == "table":
        return read_table(raw, reader)
    if raw.unsure:
        below = reader.text.find("\n", raw.end) + 1
        reader.fault("gach-giua-cau", below, mark=raw.unsure)
    return ParagraphNode(raw.kind, reader.paragraph(raw))


def _heading(raw: RawBlock, reader: SpanReader) -> HeadingNode:
    start, end, run_in = raw.text, raw.end, False
    text = reader.text[start:end]
    if text.endswith("}") and (attribute := _ATTRIBUTE.match(reader.text, start + text.rfind("{"), end)):
        begin = start + len(text[: text.rfind("{")].rstrip(" \t"))
        if attribute[1] in (".lien", "lien"):
            run_in, end = True, begin
        else:
            reader.fault("tieu-de-thuoc-tinh", begin, text=attribute[0])
    elif text.endswith("#") and (name := text.rstrip("#")).endswith(_BLANKS):
        end = start + len(name.rstrip(" \t"))
    if raw.level > MAX_LEVEL:
        reader.fault("tieu-de-qua-sau", raw.start, level=raw.level)
    if start >= end:
        reader.fault("tieu-de-trong", raw.start)
    place = reader.source.place(raw.start)
    return HeadingNode(min(raw.level, MAX_LEVEL), reader.spans(start, end), run_in, place)


def _check_run_in(blocks: list[BlockNode], reader: SpanReader) -> None:
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, HeadingNode) and block.run_in and not isinstance(after, ParagraphNode):
            reader.faults.append(fault("tieu-de-lien", block.location))


def _check_dividers(blocks: list[BlockNode], reader: SpanReader) -> None:
    dividers = [block for block in blocks if isinstance(block, Divider)]
    for divider in dividers[:-1]:
        reader.faults.append(fault("ket-thuc-nhieu", divider.location))


def read_lines(node: Scalar) -> tuple[Prose, list[Diagnostic]]:
    """A value whose line breaks are kept (trich_yeu, tieu_de, ghi_chu): each line is a paragraph."""
    text, expressions, stray = protect(node.text)
    return _paragraphs(_lines(text), SpanReader(ProseSource(node), text, expressions, []), stray)


def read_cell(node: Scalar) -> tuple[Prose, list[Diagnostic]]:
    """A table cell: paragraphs with marks inside, but no headings, tables or footnote definitions.

    In a literal block (`|`) a single line break is a wrap; elsewhere (a quoted value, a workbook)
    nobody wraps lines, so that every break begins a paragraph.
    """
    text = node.text
    if not _NEEDS_READING.search(text):
        stripped = text.strip()
        source = ProseSource(node)
        if not stripped:
            return Prose((), source), []
        start = text.index(stripped)
        span = TextSpan(stripped, start, start + len(stripped))
        return Prose((ParagraphNode(_kind(stripped), (span,)),), source), []
    if node.style != "|":
        return read_lines(node)
    protected, expressions, stray = protect(text)
    raw_blocks, footnotes = scan(protected, expressions)
    reader = SpanReader(ProseSource(node), protected, expressions, footnotes)
    return _paragraphs(raw_blocks, reader, stray)


def is_plain(text: str) -> bool:
    """Whether `text` prints as it is typed: no mark, no {{ }}, no line break."""
    return _NEEDS_READING.search(text) is None


def _paragraphs(
    raw_blocks: list[RawBlock], reader: SpanReader, stray: list[tuple[int, str]]
) -> tuple[Prose, list[Diagnostic]]:
    """Every block as a paragraph, whatever its look."""
    _report_stray(reader, stray)
    blocks = tuple(ParagraphNode(raw.kind, reader.spans(raw.start, raw.end)) for raw in raw_blocks)
    reader.report_unused()
    return Prose(blocks, reader.source), sorted(reader.faults, key=_by_place)


def _lines(text: str) -> list[RawBlock]:
    blocks, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped)
            blocks.append(RawBlock("paragraph", begin, begin + len(stripped), begin, _kind(stripped)))
        start += len(line) + 1
    return blocks


def _kind(text: str) -> ParagraphKind:
    if text.startswith("- "):
        return ParagraphKind.DASH
    if text.startswith("+ "):
        return ParagraphKind.PLUS
    return ParagraphKind.TEXT
