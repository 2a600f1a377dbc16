"""What was typed, with positions: a tree of text, lists and mappings.

Nothing is typed here: `08`, `no` and `14/9/2020` are text until a schema says what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Location
from docgen.values import Struct

NULLS = frozenset({"", "~", "null"})


class Scalar(Struct, frozen=True, gc=False):
    """One value as text (NFC), and where it starts (line and column from 1).

    `style` is the YAML style: '' plain, ' or " quoted, | literal, > folded; `tag` is '' or 'bang';
    `indent` is how far the content of a literal block is indented.
    """

    text: str
    path: str
    line: int
    column: int
    style: str = ""
    tag: str = ""
    indent: int = 0

    @property
    def is_null(self) -> bool:
        """Whether nothing was typed (an explicit "" is something)."""
        return self.style == "" and self.text in NULLS and not self.tag

    @property
    def location(self) -> Location:
        """Where the value starts."""
        return Location(self.path, self.line, self.column)

    def place(self, row: int, column: int = 0) -> Location:
        """The place in the file of character `column` of line `row` (both from 0) of the text.

        Exact for one-line values and literal blocks; other styles fold lines, so the line of the
        value stands for all of it.
        """
        if self.style == "|":
            return Location(self.path, self.line + 1 + row, self.indent + column + 1)
        if row == 0 and self.style != ">":
            return Location(self.path, self.line, self.column + column + (1 if self.style else 0))
        return self.location


class CellText(Scalar, frozen=True):
    """The text of one cell of a workbook or CSV file; `cell` is its reference ("B12").

    `line` is the line of a CSV file, 0 in a workbook; `columns` counts the columns of a merged cell,
    which stands once, at its top left.
    """

    sheet: str = ""
    cell: str = ""
    columns: int = 1

    @property
    def is_null(self) -> bool:
        """Whether the cell is empty."""
        return not self.text

    @property
    def location(self) -> Location:
        """The sheet and cell; in a CSV file the line too."""
        return Location(self.path, self.line or None, None, self.sheet, self.cell)

    def place(self, row: int, column: int = 0) -> Location:
        """The cell: nothing finer can be pointed at."""
        return self.location


class Sequence(Struct, frozen=True, gc=False):
    """A list of nodes."""

    items: tuple[Node, ...]
    path: str
    line: int
    column: int

    is_null = False

    @property
    def location(self) -> Location:
        """Where the list starts."""
        return Location(self.path, self.line, self.column)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


class Mapping(Struct, frozen=True, gc=False):
    """Nodes by key; `keys` holds the place (line, column) of each key."""

    items: dict[str, Node]
    path: str
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = {}

    is_null = False

    @property
    def location(self) -> Location:
        """Where the mapping starts."""
        return Location(self.path, self.line, self.column)

    def key_location(self, key: str) -> Location:
        """Where `key` is typed; the mapping itself when it is not."""
        if key in self.keys:
            return Location(self.path, *self.keys[key])
        return self.location

    def get(self, key: str) -> Node | None:
        """The node under `key`; None when absent or when nothing was typed there."""
        node = self.items.get(key)
        return None if node is None or node.is_null else node

    def __contains__(self, key: object) -> bool:
        return key in self.items

    def __iter__(self) -> Iterator[str]:
        return iter(self.items)


Node = Scalar | Sequence | Mapping


def find(node: Node, path: tuple[str | int, ...]) -> Node | None:
    """The node at `path` (keys and indexes) below `node`, or None."""
    found: Node | None = node
    for step in path:
        if isinstance(found, Mapping) and isinstance(step, str):
            found = found.items.get(step)
        elif isinstance(found, Sequence) and isinstance(step, int) and 0 <= step < len(found.items):
            found = found.items[step]
        else:
            return None
    return found


def locate(node: Node, path: tuple[str | int, ...]) -> Location:
    """The place of `path` below `node`; of its nearest ancestor when it does not exist."""
    for length in range(len(path), -1, -1):
        found = find(node, path[:length])
        if found is not None:
            return found.location
    return node.location
