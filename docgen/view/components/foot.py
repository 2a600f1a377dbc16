"""Finds Nơi nhận and the signature block at the end of the text."""

from __future__ import annotations

import re
from itertools import pairwise

from docgen.view.components.model import Foot
from docgen.view.components.pieces import FULL, LEFT, RIGHT, Piece
from docgen.view.components.text import letters, mostly_caps
from docgen.view.components.title import DASH

LABEL = re.compile(r"^\s*nơi\s+nhận\b", re.IGNORECASE)
CAPACITY = re.compile(r"^(TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\b\s*[./:]?\s*(?=\S)")
POST = re.compile(
    r"^(Q\. ?)?(PHÓ )?(CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG|HIỆU "
    r"TRƯỞNG|CHÁNH|"
    r"CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|TỔ TRƯỞNG|ĐỘI TRƯỞNG|TỔNG|BÍ "
    r"THƯ|THỦ TƯỚNG|"
    r"CHỈ HUY|HẠT TRƯỞNG|TRẠM TRƯỞNG|THẨM PHÁN|PCT|PGĐ|UỶ VIÊN|ỦY VIÊN|PHÓ)\b"
)
_NOTE = re.compile(r"^[\[(].*[\])]$|^(đã ký|ký tên|chữ ký|dấu)\b", re.IGNORECASE)
_SPACER = re.compile(r"^[\s._…-]*$")


def find_foot(lines: tuple[Piece, ...], after: int, appendix_block: int | None) -> Foot:
    """Nơi nhận and the signature after the line of order `after`; `appendix_block` is where the first
    phụ lục begins."""
    zone = [p for p in lines if p.order > after and (appendix_block is None or p.block < appendix_block)]
    labels = [
        p
        for p in zone
        if (LABEL.match(p.text) and len(p.text) < 200 and p.paragraph.format.alignment != "both")
        or p.text.lower().rstrip(" :") == "nơi nhận"
    ]
    if labels:
        return _with_label(zone, labels)
    return _without_label(zone)


def _with_label(zone: list[Piece], labels: list[Piece]) -> Foot:
    label = labels[0]
    start = label.block
    if label.table is not None:
        # Titles may stand in a table row above the label, the name in a table below.
        last = _last_block(zone, label)
        own = [p for p in zone if start <= p.block <= last]
        left = [p for p in own if p.order > label.order and p.side == label.side and p.table is label.table]
        signed = [p for p in own if p.side != label.side or (p.table is not label.table and p.side != FULL)]
        if not [p for p in signed if p.text]:
            signed = [p for p in own if p.box != label.box]
    else:
        own = [p for p in zone if p.block >= start]
        left, signed, last = _tabbed(own, label)
        before = [p for p in zone if p.block < start and p.block >= start - 12]
        if not signed:
            signed, first = _above(before)
            start = first if first is not None else start
    items = _items([p for p in left if p.text])
    rest = tuple(p for p in left if p.text and p.order > (items[-1].order if items else label.order))
    titles, others, name = _signature(signed)
    return Foot(
        label,
        items,
        rest if label.table is not None else (),
        titles,
        others,
        name,
        start,
        last,
        len(labels) > 1,
    )


def _last_block(zone: list[Piece], label: Piece) -> int:
    """Tables that follow the signature table directly still belong to the block (a name set apart)."""
    last = label.block
    for piece in zone:
        if piece.block > last and piece.text:
            if (
                piece.table is not None
                and piece.block <= last + 2
                and len(piece.text) < 60
                and not piece.table.bordered
            ):
                last = piece.block
            break
    return last


def _tabbed(own: list[Piece], label: Piece) -> tuple[list[Piece], list[Piece], int]:
    left, right, last, empty = [], [], label.block, 0
    for piece in own:
        if piece.table is not None and piece.table.bordered:
            break
        if not piece.text:
            empty += 1
            if empty > 12:
                break
            continue
        empty = 0
        if piece.side == RIGHT or (piece.box and piece.box != label.box):
            right.append(piece)
        elif piece.order > label.order and (piece.side == LEFT or DASH.match(piece.text)):
            left.append(piece)
        elif piece.order > label.order:
            if piece.paragraph.format.alignment in ("center", "right") or piece.paragraph.format.left_mm > 60:
                right.append(piece)
            elif not (left and _goes_on(piece)):
                break
        last = piece.block
    return left, right, last


def _goes_on(piece: Piece) -> bool:
    return len(piece.text) < 60 and piece.size_pt <= 12


def _above(before: list[Piece]) -> tuple[list[Piece], int | None]:
    start = next((p for p in before if CAPACITY.match(p.shown) or POST.match(p.shown)), None)
    if start is None:
        return [], None
    return [p for p in before if p.order >= start.order], start.block


def _items(left: list[Piece]) -> tuple[Piece, ...]:
    """The recipient lines: those with a dash, up to the Lưu line."""
    found = []
    for piece in left:
        if DASH.match(piece.text) or re.match(r"^lưu\b", piece.text, re.IGNORECASE):
            found.append(piece)
            if re.match(r"^\W*lưu\b", piece.text, re.IGNORECASE):
                break
        elif found and piece.whole and not re.match(r"^[A-ZĐ]{1,6}\.?\s?\(?\d*\)?\.?$", piece.text):
            found.append(piece)
    return tuple(found)


def _signature(signed: list[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...], Piece | None]:
    filled = [p for p in signed if p.text and not _SPACER.match(p.text) and not _NOTE.match(p.text)]
    first = next(
        (i for i, p in enumerate(filled) if CAPACITY.match(p.shown) or POST.match(p.shown.upper())), None
    )
    if first is None:
        return (), (), None
    filled = filled[first:]
    name = filled[-1] if len(filled) > 1 and _is_name(filled[-1]) else None
    upper = filled[:-1] if name is not None else filled
    gap = _gap(signed, upper)
    titles = tuple(p for p in upper if gap is None or p.order < gap)
    return titles, tuple(p for p in upper if gap is not None and p.order > gap), name


def _is_name(piece: Piece) -> bool:
    if CAPACITY.match(piece.shown) or len(piece.text) > 60:
        return False
    return not POST.match(piece.shown.upper()) or (
        not mostly_caps(piece.shown) and len(piece.text.split()) >= 3
    )


def _gap(signed: list[Piece], upper: list[Piece]) -> int | None:
    """The order of the empty lines for the signature, when titles stand on both sides of them."""
    for above, below in pairwise(upper):
        if sum(1 for p in signed if above.order < p.order < below.order and not p.text) >= 2:
            return above.order + 1
    return None


def _without_label(zone: list[Piece]) -> Foot:
    filled = [p for p in zone if p.text]
    for index in range(len(filled) - 1, -1, -1):
        piece = filled[index]
        ruled = piece.table is not None and piece.table.bordered
        if CAPACITY.match(piece.shown) and mostly_caps(piece.shown) and not ruled and len(piece.text) < 80:
            while index and CAPACITY.match(filled[index - 1].shown) and mostly_caps(filled[index - 1].shown):
                index -= 1
            start = filled[index]
            signed = [p for p in zone if p.order >= start.order and (p.side == start.side or p.side == FULL)]
            titles, others, name = _signature(signed[:30])
            return Foot(
                titles=titles,
                other_titles=others,
                ho_ten=name,
                start_block=start.block,
                end_block=(name or start).block,
            )
    return Foot()


def is_label(text: str) -> bool:
    """Whether a line is the label "Nơi nhận:"."""
    return letters(text) == "noinhan"
