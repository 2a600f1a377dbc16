"""Types of documents and the letters their symbols carry.

NĐ 30/2020, Phụ lục III (29 types); Luật Ban hành văn bản quy phạm pháp luật for Nghị định and Thông tư;
party documents (28-KH/HU, 05-NQ/TU) by Hướng dẫn 36-HD/VPTW. Công văn carry no letters of a type.
"""

from __future__ import annotations

import re

CODES: dict[str, tuple[str, ...]] = {
    "Nghị định": ("NĐ",),
    "Nghị quyết": ("NQ",),
    "Nghị quyết liên tịch": ("NQLT",),
    "Quyết định": ("QĐ",),
    "Chỉ thị": ("CT",),
    "Thông tư": ("TT",),
    "Thông tư liên tịch": ("TTLT",),
    "Quy chế": ("QC",),
    "Quy định": ("QyĐ", "QĐ", "QĐi"),
    "Thông cáo": ("TC",),
    "Thông báo": ("TB",),
    "Hướng dẫn": ("HD",),
    "Chương trình": ("CTr", "CTR"),
    "Kế hoạch": ("KH",),
    "Phương án": ("PA",),
    "Đề án": ("ĐA",),
    "Dự án": ("DA",),
    "Báo cáo": ("BC",),
    "Biên bản": ("BB",),
    "Tờ trình": ("TTr", "TTR"),
    "Hợp đồng": ("HĐ",),
    "Công điện": ("CĐ",),
    "Kết luận": ("KL",),
    "Công văn": (),
}
"""The letters of each type; a symbol with the letters of another type contradicts it."""

ANY_TYPE = "Văn bản"
"""What any document may be called: contradicts nothing."""

ABBREVIATIONS = {
    "CV": "Công văn",
    "QĐ": "Quyết định",
    "KH": "Kế hoạch",
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
}
"""Short names of types that are typed before a number: "CV 477/UBND"."""

YEARLY = frozenset({"Nghị định", "Thông tư", "Thông tư liên tịch"})
"""Types that are always legal normative documents, whose number holds the year (30/2020/NĐ-CP)."""

TYPE_OF_CODE = {
    code: name for name, codes in CODES.items() for code in codes if name not in ("Quy định", "Kết luận")
} | {"QyĐ": "Quy định", "KL": "Kết luận"}

ISSUERS: dict[str, str] = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "BNV": "Bộ Nội vụ",
    "BTC": "Bộ Tài chính",
    "BTP": "Bộ Tư pháp",
    "BYT": "Bộ Y tế",
    "BXD": "Bộ Xây dựng",
    "BCT": "Bộ Công Thương",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BKHCN": "Bộ Khoa học và Công nghệ",
}
"""Issuing bodies that their letters name beyond doubt. UBND and HĐND are of many units."""


def contradicting_type(type_name: str, symbol: str) -> str:
    """The type that the letters of `symbol` name, when `type_name` is another one; "" otherwise."""
    code = re.split(r"[-/]", symbol)[0]
    if type_name in ("", ANY_TYPE):
        return ""
    if code in ISSUERS or code in ("UBND", "HĐND"):  # the body comes first in the symbol of a Công văn
        return "Công văn" if CODES.get(type_name) else ""
    named = TYPE_OF_CODE.get(code, "")
    if not named or code == symbol:
        return ""
    if type_name == "Công văn":  # the first letters are the body's: 12/CT-TTHT is of a Cục Thuế
        return named if re.search("-(?:UBND|HĐND|CP|TTg)$", symbol) else ""
    return "" if code in CODES.get(type_name, (code,)) else named
