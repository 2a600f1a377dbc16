"""What a comparison says: one `Difference` for each change, at its place in both documents."""

from __future__ import annotations

from enum import Enum

from docgen.values import Struct


class Change(str, Enum):
    """What happened to a part of the document."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    TEXT = "text"
    LOOK = "look"


class Place(Struct, frozen=True):
    """Where something stands. `area` is the body, a header, a note; `role` the component of the decree;
    `heading` the heading above; paragraphs, tables, rows and columns count from 1."""

    area: str
    role: str = ""
    heading: str = ""
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_label: str = ""
    column_label: str = ""
    source: str = ""


class Piece(Struct, frozen=True):
    """Words of a changed text: `=` on both sides, `-` only in the old one, `+` only in the new one."""

    sign: str
    text: str


class LookChange(Struct, frozen=True):
    """A property of the look with its value before and after, as words."""

    name: str
    old: str
    new: str


class Difference(Struct, frozen=True):
    """One change. `subject` names what changed (đoạn, hàng, ô, đường kẻ …); `old_text` and `new_text` are its
    whole text, `pieces` the words of a changed text; `on` is the text a changed look stands on when that is
    not all of it; `also` are further places of the very same change of look."""

    change: Change
    subject: str
    old: Place | None
    new: Place | None
    old_text: str = ""
    new_text: str = ""
    pieces: tuple[Piece, ...] = ()
    looks: tuple[LookChange, ...] = ()
    on: str = ""
    also: tuple[Place, ...] = ()

    @property
    def place(self) -> Place:
        """Where to look: in the new document, or in the old one for what is gone."""
        place = self.new or self.old
        assert place is not None
        return place
