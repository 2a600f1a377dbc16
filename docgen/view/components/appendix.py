"""Finds the headings of phụ lục after the main text."""

from __future__ import annotations

import re

from docgen.view.components.head import TYPED_LINE
from docgen.view.components.model import Appendix
from docgen.view.components.pieces import Piece
from docgen.view.components.text import mostly_caps

LABEL = re.compile(r"^phụ\s+lục(\s+(số\s*)?[\dIVXLC]+[a-zđ]?)?\s*[.:]?$", re.IGNORECASE)
_MERGED = re.compile(r"^phụ\s+lục(\s+(số\s*)?([\dIVXLC]+[a-zđ]?))?\s*[.:–-]\s*\S", re.IGNORECASE)
_REFERENCE = re.compile(r"^\(?\s*(ban hành )?kèm theo\b", re.IGNORECASE)
_TITLE_LINES = 6


def find_appendices(lines: tuple[Piece, ...], after: int, blocks: int) -> tuple[Appendix, ...]:
    """The appendices whose label stands after the line of order `after`, in a centred line of its own
    at the top level or in a table without rules."""
    filled = [p for p in lines if p.text and p.order > after]
    labels = [i for i, p in enumerate(filled) if _is_label(p)]
    found = []
    for number, index in enumerate(labels):
        stop = labels[number + 1] if number + 1 < len(labels) else len(filled)
        title, reference = _title(filled[index + 1 : min(stop, index + 1 + _TITLE_LINES)])
        end = filled[stop].block if stop < len(filled) else blocks
        found.append(Appendix(filled[index], title, reference, filled[index].block, end))
    return tuple(found)


def _ruled(piece: Piece) -> bool:
    return piece.table is not None and piece.table.bordered


def _is_label(piece: Piece) -> bool:
    if _MERGED.match(piece.text) and len(piece.text) < 200 and mostly_caps(piece.shown):
        return (
            piece.paragraph.format.alignment == "center" and piece.share("bold") > 0.5 and not _ruled(piece)
        )
    if not LABEL.match(piece.text) or _ruled(piece):
        return False
    format_ = piece.paragraph.format
    return (
        format_.alignment in ("center", "right")
        or piece.share("bold") > 0.5
        or (format_.page_break_before or format_.outline_level is not None)
    )


def _title(following: list[Piece]) -> tuple[tuple[Piece, ...], Piece | None]:
    title: list[Piece] = []
    for piece in following:
        if _REFERENCE.match(piece.text):
            return tuple(title), piece
        if piece.paragraph.format.alignment != "center" or _ruled(piece):
            break
        if TYPED_LINE.match(piece.text) or piece.text.startswith("("):
            continue
        title.append(piece)
    return tuple(title), None
