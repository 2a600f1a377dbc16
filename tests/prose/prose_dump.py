"""Prose as lines a Vietnamese reader can proofread, and the fixture files written in them.

A fixture is a title, the typed text and what is expected, each closed by a line holding one dot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.diagnostics import Diagnostic, Location
from docgen.model import Block, Footnote, Heading, Inline, Paragraph, ParagraphKind, Run, Table
from docgen.prose import Prose, write_blocks
from docgen.source import Scalar

FIXTURES = Path(__file__).parent / "fixtures"
SCHEME = ("I.", "1.", "1.1.", "a)")
NAMES = {
    ParagraphKind.TEXT: "đoạn",
    ParagraphKind.DASH: "gạch",
    ParagraphKind.PLUS: "cộng",
    ParagraphKind.NUMBERED: "mục số",
    ParagraphKind.OPENING: "mở đầu",
    ParagraphKind.CLOSING: "kết thúc",
}


@dataclass(frozen=True)
class Case:
    """One fixture."""

    title: str
    typed: str
    expected: str


def cases(name: str) -> list[Case]:
    """The fixtures of the file `name`."""
    parts: list[list[str]] = [[]]
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part) for part in parts[:-1]]
    assert len(texts) % 3 == 0, f"{name}: a case is not closed"
    return [
        Case(title.strip(), typed, expected)
        for title, typed, expected in zip(texts[::3], texts[1::3], texts[2::3], strict=True)
    ]


def typed(text: str, style: str = "|") -> Scalar:
    """`text` as if it were a literal block that starts on line 1 of a file, not indented."""
    return Scalar(text, "bao-cao.yaml", 0 if style == "|" else 1, 1, style)


def show(expression: str, location: Location) -> str:
    """A resolver that prints what was asked."""
    return f"‹{expression.strip()}›"


def dump(prose: Prose, faults: Iterable[Diagnostic], scheme: tuple[str, ...] = SCHEME) -> str:
    """The printed blocks, then the faults."""

    def no_table(expression: str, location: Location) -> Table | None:
        tables.append(f"bảng: {expression.strip()} (dòng {location.line}, cột {location.column})")
        return Table((), ())

    tables: list[str] = []
    lines = []
    for block in write_blocks(prose, show, scheme, no_table):
        if isinstance(block, Table) and not block.rows:
            lines.append(tables.pop(0))
        else:
            lines.extend(_block(block))
    lines += [f"! {fault.location.line}:{fault.location.column} {fault.code}" for fault in faults]
    return "\n".join(lines)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        behind = f" ‖ {inlines(block.run_in)}" if block.run_in else ""
        yield f"{'#' * block.level} {block.number}| {inlines(block.inlines)}{behind}"
    elif isinstance(block, Paragraph):
        yield f"{NAMES[block.kind]}: {inlines(block.inlines)}"
    else:
        for row in block.rows:
            cells = [inlines(cell.paragraphs[0]) for cell in row.cells]
            yield f"{row.kind.value}: " + " | ".join(cells)
        yield "canh: " + " ".join(cell.align.value for cell in block.rows[-1].cells)


def inlines(parts: tuple[Inline, ...]) -> str:
    """One line: marks in angle brackets."""
    return "".join(_run(part) if isinstance(part, Run) else _note(part) for part in parts)


def _note(note: Footnote) -> str:
    return f"⟨chú thích: {' ¶ '.join(inlines(paragraph.inlines) for paragraph in note.paragraphs)}⟩"


def _run(run: Run) -> str:
    looks = [name for on, name in ((run.bold, "đậm"), (run.italic, "nghiêng")) if on]
    if run.link:
        looks.append(run.link)
    return f"⟨{' '.join(looks)}: {run.text}⟩" if looks else run.text
