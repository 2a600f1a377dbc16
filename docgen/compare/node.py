"""A document as a tree of comparable nodes: what stands where and how it looks, without the noise of the
file.

Run splits, rsids, ids, timestamps, the order of attributes and of zip members leave no trace in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

Look = tuple[tuple[str, str], ...]
"""Named properties that differ from their default, in a fixed order. Lengths are in mm, type in points."""

DOCUMENT, PAGE, HEADER, FOOTER, BODY, NOTE = (
    "văn bản",
    "trang",
    "đầu trang",
    "chân trang",
    "thân",
    "chú thích",
)
PARAGRAPH, TABLE, ROW, CELL = "đoạn", "bảng", "hàng", "ô"
LINE, PICTURE, BOX, BREAK = "đường kẻ", "ảnh", "hộp chữ", "ngắt phần"

KINDS = (DOCUMENT, PAGE, HEADER, FOOTER, BODY, NOTE, PARAGRAPH, TABLE, ROW, CELL, LINE, PICTURE, BOX, BREAK)

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
"""Around what stands in a text but is not text, such as the reference to a footnote."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look; neighbours of the same look are one span."""

    text: str
    look: Look = ()


@dataclass(frozen=True)
class Node:
    """One part of a document. `name` is the style of a paragraph or table, or which header it is; `role` says
    what component of the decree a paragraph is `number` counts it, `source` is the part of the file a
    paragraph is in; these only say where it stands."""

    kind: str
    name: str = ""
    look: Look = ()
    spans: tuple[Span, ...] = ()
    children: tuple[Node, ...] = ()
    role: str = field(default="", compare=False)
    number: int = field(default=0, compare=False)
    source: str = field(default="", compare=False)

    key: int = field(init=False, compare=False, repr=False, default=0)
    """Equal for nodes that are the same in content and look, and for no others in practice."""

    def __post_init__(self) -> None:
        # Made at once: a cached property takes a lock each time, and every key is needed.
        content = (self.kind, self.name, self.look, self.spans, tuple(child.key for child in self.children))
        object.__setattr__(self, "key", hash(content))

    @property
    def text(self) -> str:
        """Its own text without marks of look."""
        return "".join(span.text for span in self.spans)

    @cached_property
    def all_text(self) -> str:
        """Its text with that of everything in it, a line for each paragraph."""
        if self.kind == PARAGRAPH and not self.children:
            return self.text
        parts = [self.text] if self.kind == PARAGRAPH else []
        return "\n".join(parts + [child.all_text for child in self.children])

    def walk(self) -> Iterator[Node]:
        """The node and everything in it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def of(self, *kinds: str) -> tuple[Node, ...]:
        """Its children of those kinds."""
        return tuple(child for child in self.children if child.kind in kinds)
