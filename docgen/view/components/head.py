"""Finds what stands above the title: motto, agency, number, place and date, subject of a công văn."""

from __future__ import annotations

import re

from docgen.view.components.model import Head
from docgen.view.components.pieces import FULL, LEFT, RIGHT, Piece
from docgen.view.components.text import letters, mostly_caps

SEARCH = 60  # how many non-empty lines from the top may hold the head
_QUOC_HIEU = "conghoaxahoichunghia"
_TIEU_NGU = "đoclaptudohanhphuc"
NUMBER = re.compile(r"^S[ốỐồóo]\s*[:.;]?\s*(?=[\d\s.…_/()-]*(?:/|-|$))", re.IGNORECASE)
DATE = re.compile(r"\bngày\b.{0,20}\btháng\b.{0,20}\bnăm\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^(v\s*[/.\\]\s*v\b|vv[:\s]|về việc\b|trích yếu\b)", re.IGNORECASE)
TYPED_LINE = re.compile(r"^[-–—_─=*¯¬~.+ oO0]{3,}$|^[-–—_─=¯]+$")
_MARKS = {
    letters(m)
    for m in (
        "HỎA TỐC",
        "THƯỢNG KHẨN",
        "KHẨN",
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "DỰ THẢO",
        "HỎA TỐC HẸN GIỜ",
        "XEM XONG TRẢ LẠI",
        "LƯU HÀNH NỘI BỘ",
        "SAO Y",
        "SAO LỤC",
        "TRÍCH SAO",
        "BẢN SAO",
        "BẢN THẢO",
        "HOẢ TỐC",
        "HÓA TỐC",
    )
}
# Words that begin the name of a body; a line that begins otherwise goes on with the name above it.
_BODY = re.compile(
    r"^(ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|SỞ|BỘ|PHÒNG|TRƯỜNG|VĂN PHÒNG|CHI CỤC|CỤC|TỔNG CỤC|TRUNG "
    r"TÂM|BAN|VỤ|ĐẢNG|"
    r"BỆNH VIỆN|VIỆN|ĐẠI HỌC|HỌC VIỆN|CÔNG AN|TÒA ÁN|TOÀ ÁN|KHO BẠC|NGÂN HÀNG|BẢO HIỂM|THANH TRA|"
    r"ĐOÀN|LIÊN|QUỸ|"
    r"TỔNG CÔNG TY|CÔNG TY|TẬP ĐOÀN|TRẠM|HẠT|THƯ VIỆN|BẢO TÀNG|ĐÀI|BÁO|TẠP CHÍ|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|"
    r"CHỦ TỊCH|MẶT TRẬN|HỘI|THÀNH ỦY|TỈNH ỦY|HUYỆN ỦY|QUẬN ỦY|TỔ|KIỂM TOÁN|KHU|NHÀ|THUẾ|CẢNG|HẢI QUAN)\b"
)
_PLACE = re.compile(r"^(TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)\b")
_MAX_AGENCY_LINES = 8


def find_head(lines: tuple[Piece, ...]) -> Head:
    """The head of a document given its lines. Parts that are not found are None or empty."""
    filled = [p for p in lines if p.text][:SEARCH]
    motto = next((p for p in filled if letters(p.text).startswith(_QUOC_HIEU)), None)
    creed = next((p for p in filled if letters(p.text) == _TIEU_NGU), None)
    number = next((p for p in filled if _is_number(p)), None)
    top = max((p.order for p in (motto, creed, number) if p is not None), default=-1)
    date = next((p for p in filled if _is_date(p) and (top < 0 or p.order <= top + 12)), None)
    anchors = [p for p in (motto, creed, number, date) if p is not None]
    if not anchors:
        return Head()
    end = max(p.order for p in anchors)
    side = _agency_side(motto or creed or date, number)
    rest = _rest(motto, filled)
    taken = {id(p) for p in (*anchors, *([rest] if rest else []))}
    zone = [p for p in filled if p.order <= end + 12 and id(p) not in taken]
    typed = tuple(p for p in zone if TYPED_LINE.match(p.text))
    marks = tuple(p for p in zone if letters(p.text) in _MARKS)
    taken |= {id(p) for p in (*typed, *marks)}
    zone = [p for p in zone if id(p) not in taken]
    agency = _agency(zone, number, motto, creed, date, side)
    subject = _subject(zone, number, date, agency)
    if subject:
        end = max(end, subject[-1].order)
    again = [p for p in lines if p is not motto and p.text[:1] in "Cc" and 20 < len(p.text) < 60]
    others = tuple(p for p in again if letters(p.text).startswith(_QUOC_HIEU))
    return Head(motto, rest, creed, _names(agency), number, date, subject, typed, marks, others, end)


def _is_number(piece: Piece) -> bool:
    text = piece.text
    return bool(NUMBER.match(text)) and len(text) < 70 and not DATE.search(text)


def _is_date(piece: Piece) -> bool:
    text = piece.text
    return (
        bool(DATE.search(text))
        and len(text) < 90
        and not text.startswith(("(", "Căn cứ", "Thực hiện", "Số"))
        and not re.search(r"\bsố\b|\bcủa\b|\bvề\b", text)
        and piece.paragraph.format.alignment != "both"
    )


def _agency_side(motto: Piece | None, number: Piece | None) -> str:
    """The column the agency block stands in: opposite the motto, or where the number is."""
    if motto is not None and motto.side in (LEFT, RIGHT):
        return LEFT if motto.side == RIGHT else RIGHT
    return number.side if number is not None else FULL


def _rest(motto: Piece | None, filled: list[Piece]) -> Piece | None:
    """The line "VIỆT NAM" of a Quốc hiệu that its author broke over two lines."""
    if motto is None or letters(motto.text).endswith("vietnam"):
        return None
    following = next((p for p in filled if p.order > motto.order and p.box == motto.box), None)
    return following if following is not None and letters(following.text) in ("vietnam", "nam") else None


def _agency(zone: list[Piece], number, motto, creed, date, side: str) -> list[Piece]:
    limit = number.order if number is not None else (date or creed or motto).order
    found = []
    for piece in zone:
        if piece.side != side and not (piece.side == FULL and side == FULL):
            continue
        same_box = number is not None and number.box and piece.box == number.box
        if (
            number is not None
            and number.box
            and piece.table is number.table
            and piece.order > limit
            and not same_box
        ):
            continue
        if (
            piece.order < limit
            and (same_box or mostly_caps(piece.shown) or piece.box)
            and len(piece.text) < 120
        ):
            found.append(piece)
    return found[-_MAX_AGENCY_LINES:]


def _subject(
    zone: list[Piece], number: Piece | None, date: Piece | None, agency: list[Piece]
) -> tuple[Piece, ...]:
    if number is None:
        return ()
    taken = {id(p) for p in agency}
    after = [p for p in zone if p.order > number.order and id(p) not in taken]
    start = next((p for p in after if _SUBJECT.match(p.text) and p.order - number.order <= 6), None)
    if start is None or (
        start.box == "" and start.side == FULL and start.paragraph.format.alignment == "both"
    ):
        return ()
    if start.share("bold") > 0.5 and start.box != number.box and start.side == FULL:
        return ()  # "Về việc …" under a tên loại
    found = [start]
    for piece in after:
        if piece.order <= start.order or piece is date:
            continue
        same = piece.box == start.box and piece.side == start.side
        if (
            not same
            or piece.text.startswith("Kính gửi")
            or (not start.box and piece.order > found[-1].order + 2)
        ):
            if start.box or piece.side == start.side:
                break
            continue
        if not start.box and start.side == FULL and piece.paragraph is not start.paragraph:
            break
        found.append(piece)
    return tuple(found)


def _names(agency: list[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Agency lines grouped by name: "ỦY BAN NHÂN DÂN" and "XÃ AN THỚI ĐÔNG" are one. Where part of
    the lines is bold and part is not, the change separates the superior from the issuing body."""
    if not agency:
        return ()
    bold = [piece.share("bold") > 0.5 for piece in agency]
    changes = [i for i in range(1, len(bold)) if bold[i] != bold[i - 1]]
    if len(changes) == 1 and not _PLACE.match(agency[changes[0]].shown.upper()):
        return tuple(agency[: changes[0]]), tuple(agency[changes[0] :])
    names: list[list[Piece]] = [[agency[0]]]
    for piece in agency[1:]:
        above, text = names[-1][-1].shown.upper(), piece.shown.upper()
        if _BODY.match(text) and not _goes_on(above, text):
            names.append([piece])
        else:
            names[-1].append(piece)
    return tuple(tuple(name) for name in names)


_GENERIC = re.compile(
    r"^(VĂN PHÒNG|TRUNG TÂM|BAN QUẢN LÝ|BAN CHỈ ĐẠO|TRƯỜNG|CHI CỤC|CỤC|HỘI ĐỒNG|PHÒNG|VIỆN|BAN)$"
)


def _goes_on(above: str, text: str) -> bool:
    """Whether `text` continues the name above although it begins like a body: "VĂN PHÒNG" / "HỘI ĐỒNG
    NHÂN DÂN", "… VÀ" / "ỦY BAN NHÂN DÂN", "BAN QUẢN LÝ" / "KHU KINH TẾ"."""
    return bool(_GENERIC.match(above)) or above.endswith((" VÀ", ",", "-", "–", " CỦA", " QUẢN LÝ", " CÁC"))
