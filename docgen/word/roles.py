"""Which named style each part of a document takes, by the name a keeper sees in Word.

A template is bound to code by these names alone: a keeper changes how a style looks and nothing in
code, and a writer such as LibreOffice may rename the hidden style ids as it likes.
"""

from __future__ import annotations

from docgen.model import ParagraphKind, RowKind

# Paragraph styles of the body, by what assemble calls the paragraph.
BODY: dict[ParagraphKind, str] = {
    ParagraphKind.TEXT: "Nội dung",
    ParagraphKind.DASH: "Nội dung - gạch đầu dòng",
    ParagraphKind.PLUS: "Nội dung - dấu cộng",
    ParagraphKind.NUMBERED: "Nội dung - mục số",
    ParagraphKind.OPENING: "Nội dung - mở đầu",
    ParagraphKind.CLOSING: "Nội dung - kết thúc",
}

HEADINGS = ("heading 1", "heading 2", "heading 3", "heading 4")
"""Word's own heading styles: they make the navigation pane and the bookmarks of a PDF."""

HEADING_NUMBERS = tuple(f"{name} - số" for name in HEADINGS)
"""Character styles of the numbers of headings, where a template sets them apart: “Điều 1.” is bold, the
text behind it is not."""

TABLE = "Bảng số liệu"
CELLS: dict[RowKind, str] = {
    RowKind.HEADER: "Bảng - tiêu đề cột",
    RowKind.NUMBERS: "Bảng - số thứ tự cột",
    RowKind.BODY: "Bảng - nội dung",
    RowKind.GROUP: "Bảng - dòng nhóm",
    RowKind.BOLD: "Bảng - dòng nhóm",
    RowKind.TOTAL: "Bảng - dòng tổng",
}

FOOTNOTE_TEXT = "footnote text"
FOOTNOTE_REFERENCE = "footnote reference"
HYPERLINK = "Hyperlink"
SECTION_BREAK = "Ngắt phần"

QUOC_HIEU = "Quốc hiệu"
TIEU_NGU = "Tiêu ngữ"
CO_QUAN_CHU_QUAN = "Cơ quan chủ quản"
CO_QUAN = "Cơ quan ban hành"
SO_KY_HIEU = "Số ký hiệu"
DIA_DANH = "Địa danh và ngày tháng"
DU_THAO = "Dự thảo"
TEN_LOAI = "Tên loại văn bản"
TRICH_YEU = "Trích yếu"
TRICH_YEU_CONG_VAN = "Trích yếu công văn"
THAM_QUYEN = "Thẩm quyền ban hành"
CAN_CU = "Căn cứ ban hành"
LOI_QUYET_DINH = "Lời quyết định"
KINH_GUI = "Kính gửi"
KINH_GUI_NHIEU = "Kính gửi - nhiều nơi"
KINH_GUI_DANH_SACH = "Kính gửi - danh sách"
NOI_NHAN = "Nơi nhận"
NOI_NHAN_DANH_SACH = "Nơi nhận - danh sách"
QUYEN_HAN = "Quyền hạn chức vụ"
HO_TEN = "Họ tên người ký"
PHU_LUC = "Phụ lục"
TEN_PHU_LUC = "Tên phụ lục"
GHI_CHU_PHU_LUC = "Phụ lục - ghi chú"
KEM_THEO = "Phụ lục - kèm theo"
SO_TRANG = "Số trang"

REQUIRED: tuple[str, ...] = (
    *dict.fromkeys(BODY.values()),
    *HEADINGS,
    *dict.fromkeys(CELLS.values()),
    TABLE,
    FOOTNOTE_TEXT,
    FOOTNOTE_REFERENCE,
    HYPERLINK,
    SECTION_BREAK,
)
"""Styles the engine itself applies, which every template with a body must therefore have."""
