"""Relationships of a part (ECMA-376 part 2, 9.3) and content types, added to an existing package."""

from __future__ import annotations

from docgen.word.names import PR
from docgen.word.package import CONTENT_TYPES

_EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{PR}"></Relationships>'
)


def relationships_of(part: str) -> str:
    """The name of the part that holds the relationships of `part`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def add_relationships(parts: dict[str, bytes], part: str, relationships: str) -> None:
    """Adds `relationships` (XML elements, maybe none) to those of `part`."""
    if relationships:
        name = relationships_of(part)
        _append(parts, name, _EMPTY, "Relationships", relationships)


def add_content_type(parts: dict[str, bytes], part: str, content_type: str) -> None:
    """Declares the content type of a new part."""
    _append(parts, CONTENT_TYPES, "", "Types", f'<Override PartName="/{part}" ContentType="{content_type}"/>')


def _append(parts: dict[str, bytes], name: str, empty: str, root: str, elements: str) -> None:
    text = parts[name].decode("utf-8") if name in parts else empty
    end = text.rfind(f"</{root}>")
    if end < 0:  # <Relationships/> as LibreOffice may write it
        start = text.rfind("/>")
        text = f"{text[:start]}></{root}>"
        end = text.rfind(f"</{root}>")
    parts[name] = f"{text[:end]}{elements}{text[end:]}".encode()
