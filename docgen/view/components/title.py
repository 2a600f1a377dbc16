"""Finds tên loại, trích yếu, Kính gửi and the line of thẩm quyền ban hành."""

from __future__ import annotations

import re

from docgen.view.components.head import TYPED_LINE
from docgen.view.components.model import Head, Title
from docgen.view.components.pieces import FULL, Piece
from docgen.view.components.text import all_caps, letters, mostly_caps
from docgen.view.components.types import type_of

_TITLE_LINES = 14  # tên loại stands within so many non-empty lines under the head
_SUBJECT_LINES = 8
KINH_GUI = re.compile(r"^kính\s+g[ửủ]i\b", re.IGNORECASE)
BASIS = re.compile(r"^(Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Thực hiện|Trên cơ sở|Thi hành|Theo )\b")
_BODY_START = re.compile(r"^(?![Vv]\s*/\s*[Vv])([IVX]+|\d+|[a-zđ])\s*[.)/-]|^(Điều|Chương|Phần|Mục)\s")
DASH = re.compile(r"^\s*[-–—+•*]\s*")
_AUTHORITY = re.compile(
    r"^(CHỦ TỊCH|GIÁM ĐỐC|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BỘ TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG|CHÁNH|CỤC TRƯỞNG|"
    r"TỔNG|THỦ TƯỚNG|CHÁNH ÁN|VIỆN TRƯỞNG|CHI CỤC TRƯỞNG|BAN|THƯỜNG TRỰC)\b"
)


def find_title(lines: tuple[Piece, ...], head: Head) -> Title:
    """The title part under a head."""
    taken = {
        id(p)
        for p in (
            *head.trich_yeu_cong_van,
            *head.marks,
            head.quoc_hieu,
            head.tieu_ngu,
            head.so_ky_hieu,
            head.dia_danh_ngay,
        )
        if p is not None
    }
    start = min(
        (p.order for p in (head.so_ky_hieu, head.dia_danh_ngay, head.tieu_ngu) if p is not None), default=-1
    )
    after = [
        p
        for p in lines
        if p.text and p.order > start and id(p) not in taken and (p.order > head.end or p.side == FULL)
    ]
    agency = {id(p) for name in head.co_quan for p in name}
    after = [p for p in after if id(p) not in agency]
    found = _type(after[:_TITLE_LINES])
    title = Title(end=head.end)
    index = 0
    if found is not None:
        index, (name, alone) = found
        subject = _subject(after[index + 1 : index + 1 + _SUBJECT_LINES])
        last = subject[-1] if subject else after[index]
        title = Title(name, after[index], not alone, subject, end=last.order)
        index = after.index(last) + 1
    return _addressees(after[index:], title)


def _type(after: list[Piece]) -> tuple[int, tuple[str, bool]] | None:
    for index, piece in enumerate(after):
        if KINH_GUI.match(piece.text) or BASIS.match(piece.text) or piece.text.startswith("Điều "):
            return None
        kind = type_of(piece.shown) if len(piece.text) < 200 else None
        if kind is not None and (kind[1] or all_caps(piece.shown)) and piece.side == FULL:
            return index, kind
        if piece.paragraph.format.alignment == "both" and len(piece.text) > 150:
            return None
    return None


def _subject(after: list[Piece]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in after:
        text = piece.text
        if (
            KINH_GUI.match(text)
            or (BASIS.match(text) and not found)
            or _BODY_START.match(text)
            or TYPED_LINE.match(text)
            or text.startswith(("(", "[", "- "))
        ):
            break
        if found and ((mostly_caps(piece.shown) and not mostly_caps(found[0].shown)) or BASIS.match(text)):
            break
        bold = piece.share("bold") > 0.5
        centred = piece.paragraph.format.alignment == "center"
        if not centred and not (bold and not found and len(text) < 200):
            break
        if found and not bold and found[0].share("bold") > 0.5 and piece.share("italic") > 0.5:
            break
        found.append(piece)
    return tuple(found)


def _addressees(after: list[Piece], title: Title) -> Title:
    authority: list[Piece] = []
    for index, piece in enumerate(after[:10]):
        text = piece.text
        if KINH_GUI.match(text):
            items = _items(after[index + 1 :], piece)
            last = items[-1] if items else piece
            return Title(
                title.loai,
                title.ten_loai,
                title.merged,
                title.trich_yeu,
                piece,
                items,
                tuple(authority),
                max(last.order, title.end),
            )
        if TYPED_LINE.match(text) or text.startswith("("):
            continue
        centred = piece.paragraph.format.alignment == "center"
        if (
            title.loai in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
            and centred
            and mostly_caps(piece.shown)
            and not authority
            and _AUTHORITY.match(piece.shown.upper())
        ):
            authority.append(piece)
            continue
        if (
            authority
            and centred
            and mostly_caps(piece.shown)
            and letters(piece.text) not in ("quyetđinh", "quyetnghi")
        ):
            authority.append(piece)
            continue
        break
    end = max([title.end, *(p.order for p in authority)])
    return Title(title.loai, title.ten_loai, title.merged, title.trich_yeu, None, (), tuple(authority), end)


def _items(after: list[Piece], label: Piece) -> tuple[Piece, ...]:
    """The addressees listed under "Kính gửi:"."""
    found: list[Piece] = []
    rest = label.text.split(":", 1)[1].strip() if ":" in label.text else ""
    for piece in after:
        if DASH.match(piece.text) and not piece.text.startswith("*"):
            found.append(piece)
        elif found and piece.paragraph is found[-1].paragraph:
            continue
        elif not found and not rest and len(piece.text) < 150 and piece.paragraph.format.alignment != "both":
            return (piece,)
        else:
            break
    return tuple(found)
