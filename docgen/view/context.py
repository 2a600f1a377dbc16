"""What the readers of blocks share while one part is read."""

from __future__ import annotations

from collections.abc import Callable

from docgen.values import Struct
from docgen.view.drawing import branch
from docgen.view.names import MC, W
from docgen.view.numbering import Numbering
from docgen.view.properties import Properties
from docgen.view.styles import Styles


class Part(Struct, frozen=True):
    """One part under reading: its name, the numbers of its paragraphs and tables, image targets, the
    layouts resolved so far, and what reads the blocks of a text box (boxes hold tables, tables boxes)."""

    name: str
    numbers: dict
    tables: dict
    targets: dict[str, str]
    styles: Styles
    numbering: Numbering
    layouts: dict
    read_blocks: Callable


class Context(Struct, frozen=True):
    """Where a block stands: its part, the room for text, the table style around it, its section."""

    part: Part
    width_mm: float
    section: int = 0
    in_table: bool = False
    run: Properties | None = None
    paragraph: Properties | None = None

    def inside(self, width_mm: float, run: Properties, paragraph: Properties) -> Context:
        """The context of a table cell."""
        return Context(self.part, width_mm, self.section, True, run, paragraph)


def numbered(root) -> tuple[dict, dict]:
    """Paragraphs and tables of a part with their numbers from 1 in document order. Branches of
    mc:AlternateContent that are not read are left out; anything that edits the part by these numbers
    must count with this function."""
    skipped = set()
    for alternate in root.iter(MC + "AlternateContent"):
        chosen = branch(alternate)
        for other in alternate:
            if other is not chosen:
                skipped.update(other.iter(W + "p", W + "tbl"))
    found: dict = {}
    tables: dict = {}
    for element in root.iter(W + "p", W + "tbl"):
        if element not in skipped:
            numbers = found if element.tag == W + "p" else tables
            numbers[element] = len(numbers) + 1
    return found, tables
