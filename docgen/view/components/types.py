"""The kinds of documents of Điều 7 Nghị định 30/2020/NĐ-CP with their abbreviations (Phụ lục III)."""

from __future__ import annotations

from docgen.view.components.text import letters

TYPES: dict[str, str] = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr",
    "KẾ HOẠCH": "KH",
    "PHƯƠNG ÁN": "PA",
    "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA",
    "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB",
    "TỜ TRÌNH": "TTr",
    "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN",
    "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ",
    "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP",
    "PHIẾU GỬI": "PG",
    "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
    "THƯ CÔNG": "",
}
_BY_LETTERS = {letters(name): name for name in TYPES}


def type_of(text: str) -> tuple[str, bool] | None:
    """(the type a title line names, whether the line holds nothing else); None for other lines.
    Matched without regard to tone placement and case."""
    plain = letters(text)
    if plain in _BY_LETTERS:
        return _BY_LETTERS[plain], True
    for name, spelled in _BY_LETTERS.items():
        if plain.startswith(name) and text[: len(spelled)].upper() == text[: len(spelled)]:
            return spelled, False
    return None
