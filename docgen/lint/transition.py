"""Rules on the two-level local government since 01/7/2025 and the ministries of 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.lint.units import NEW_MINISTRIES, TWO_LEVELS, key, units
from docgen.view.components import Piece
from docgen.view.model import Cell, Table

_DISTRICT = re.compile(
    r"\b(UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|Phòng [^,;.()]{3,40}?|Văn phòng [^,;"
    r".()]{3,40}?|Công an|Chi cục [^,;.()]{3,30}?)"
    r"\s+(các\s+)?(huyện|quận|thị xã|thị trấn)\b",
    re.IGNORECASE,
)
_DISTRICT_HEAD = re.compile(r"\b(HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\s+\S")
_TASK = re.compile(rf"\b(giao|đề nghị|yêu cầu|chỉ đạo)\s+(?:các\s+)?(?:{_DISTRICT.pattern})", re.IGNORECASE)
_CHAIN = re.compile(
    r"\b(xã|phường|thị trấn)\s+[^,;.()]{2,30},\s*(huyện|quận|thị xã|thành phố)\s+[^,;"
    r".()]{2,30},\s*(tỉnh|thành phố)\s+\S"
)
_OLD_LAW = re.compile(
    r"Luật Tổ chức chính quyền địa phương(?=[^;.]{0,80}(19 tháng 6 năm 2015|19/6/2015|77/2015|22 "
    r"tháng 11 năm 2019|năm 2015|năm 2019))"
)
_OLD_MINISTRIES = re.compile(
    r"Bộ (Lao động\s*[-–,]\s*Thương binh và Xã hội|LĐ-?TB&?XH|Kế hoạch và Đầu tư|KH&ĐT|Thông tin và "
    r"Truyền thông|TT&TT|"
    r"Tài nguyên và Môi trường|TN&MT|Giao thông vận tải|GTVT|Nông nghiệp và Phát triển nông thôn|NN&PTNT)",
    re.IGNORECASE,
)


def _two_levels(subject: Subject) -> bool:
    return subject.as_of >= TWO_LEVELS


def _addressed(subject: Subject) -> tuple[Piece, ...]:
    """The lines that name who the document goes to."""
    title = subject.parts.title
    label = (title.kinh_gui,) if title.kinh_gui is not None else ()
    return (*label, *title.kinh_gui_items, *subject.parts.foot.items)


def districts(subject: Subject) -> Iterator[Finding]:
    if not _two_levels(subject):
        return
    for name in subject.parts.head.co_quan:
        for piece in name:
            if _DISTRICT_HEAD.search(piece.shown.upper()):
                yield Finding(f"cơ quan cấp huyện “{piece.shown}” không còn từ 01/7/2025", piece)
    for piece in _addressed(subject):
        found = _DISTRICT.search(piece.text)
        if found:
            yield Finding(f"gửi “{found.group()}”: cấp huyện không còn từ 01/7/2025", piece)
    tasks = subject.prose.find(_TASK)
    if tasks:
        message = f"giao nhiệm vụ cho cấp huyện: “{tasks[0][1].group()}”"
        yield Finding(message, tuple(line.paragraph for line, _ in tasks), severity=W)


def addresses(subject: Subject) -> Iterator[Finding]:
    if not _two_levels(subject):
        return
    found = subject.prose.find(_CHAIN)
    if found:
        places = tuple(line.paragraph for line, _ in found)
        yield Finding(f"địa chỉ còn cấp huyện: “{found[0][1].group()}…”", places)


def provinces(subject: Subject) -> Iterator[Finding]:
    if not _two_levels(subject):
        return
    head, known = subject.parts.head, units()
    for name in head.co_quan:
        text = " ".join(p.shown for p in name)
        found = re.search(r"\b(?:TỈNH|THÀNH PHỐ)\s+(.+)$", text, re.IGNORECASE)
        if found and key(found.group(1)) in known.former_provinces:
            yield Finding(f"“{found.group()}” không còn là đơn vị hành chính cấp tỉnh từ 01/7/2025", name[-1])
        commune = re.search(r"\b(XÃ|PHƯỜNG|ĐẶC KHU)\s+(.+)$", text, re.IGNORECASE)
        if (
            commune
            and key(commune.group()) not in known.communes
            and text.upper().startswith(("ỦY BAN", "UỶ BAN", "UBND"))
        ):
            yield Finding(
                f"“{commune.group()}” không có trong danh mục xã, phường, đặc khu từ 01/7/2025",
                name[-1],
                severity=W,
            )
    place = head.dia_danh_ngay
    name_of_place = place.text.split(",")[0].strip() if place is not None else ""
    # A commune may bear the name of a former province (phường Hòa Bình).
    if key(name_of_place) in known.former_provinces - known.commune_names:
        yield Finding(f"địa danh “{name_of_place}” là tên tỉnh không còn từ 01/7/2025", place)


def district_columns(subject: Subject) -> Iterator[Finding]:
    if not _two_levels(subject):
        return
    for table in subject.view.tables:
        cell = _district_cell(table)
        if cell is not None and cell.paragraphs:
            yield Finding("bảng còn cột “cấp huyện” có số liệu", cell.paragraphs[0], "Bỏ cột cấp huyện")


def _district_cell(table: Table) -> Cell | None:
    for number, row in enumerate(table.rows[:4]):
        for cell in row.cells:
            if not re.fullmatch(r"\s*(số lượng |số )?cấp huyện\s*", _text(cell), re.IGNORECASE):
                continue
            below = (c for r in table.rows[number + 1 :] for c in r.cells if c.column == cell.column)
            if any(re.fullmatch(r"[\d.,%]*[1-9][\d.,%]*", _text(c).strip()) for c in below):
                return cell
    return None


def _text(cell: Cell) -> str:
    return " ".join(p.text for p in cell.paragraphs)


def old_law(subject: Subject) -> Iterator[Finding]:
    if not _two_levels(subject):
        return
    places = tuple(
        p for p in subject.body_text if p.text.strip().startswith("Căn cứ") and _OLD_LAW.search(p.text)
    )
    if places:
        yield Finding(
            "căn cứ Luật Tổ chức chính quyền địa phương đã hết hiệu lực",
            places,
            "Dẫn Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        )


def ministries(subject: Subject) -> Iterator[Finding]:
    if subject.as_of < NEW_MINISTRIES:
        return
    for piece in _addressed(subject):
        found = _OLD_MINISTRIES.search(piece.text)
        if found:
            yield Finding(f"gửi “{found.group()}”: bộ này không còn từ 01/3/2025", piece)


_LAW = "Luật 72/2025/QH15; NQ 202/2025/QH15"

RULES = (
    Rule("HC-01", E, "Cấp huyện", "không còn từ 01/7/2025", _LAW, districts),
    Rule("HC-02", W, "Địa chỉ ba cấp", "xã, tỉnh", _LAW, addresses),
    Rule("HC-03", E, "Tên tỉnh, xã", "34 tỉnh, thành phố và danh mục xã từ 01/7/2025", _LAW, provinces),
    Rule("HC-04", W, "Cột cấp huyện", "không còn trong biểu số liệu", _LAW, district_columns),
    Rule("HC-05", E, "Luật Tổ chức chính quyền địa phương", "Luật năm 2025", _LAW, old_law),
    Rule("HC-06", E, "Tên bộ", "các bộ sau hợp nhất 01/3/2025", "NQ 176/2025/QH15", ministries),
)
