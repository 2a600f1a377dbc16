"""Which set of format rules a document follows (administrative, Party, legal normative, other)."""

from __future__ import annotations

import re
from itertools import islice

from docgen.view.components.head import SEARCH
from docgen.view.components.model import Foot, Head, Title
from docgen.view.components.pieces import Piece
from docgen.view.components.text import letters
from docgen.view.components.types import TYPES

# A year in the number marks a legal normative document (Luật Ban hành văn bản QPPL).
_LAW_NUMBER = re.compile(
    r"/\s*(19|20)\d\d\s*/\s*(QĐ|NQ|TT|TTLT|NQLT|NĐ|QH|L|PL|CT)\b|/\s*(NĐ-CP|QH\d+|L-CTN)\b|\bUBTVQH\d*\b",
    re.IGNORECASE,
)
_PARTY_NUMBER = re.compile(r"^\s*Số\s*[\d.…\s]*-\s*[A-ZĐ][A-Za-zĐđ]*\s*/\s*[A-ZĐ]")
_UNIONS = ("đoantncshochiminh", "tonglienđoanlaođongvietnam", "hoilienhiepphunuvietnam")
_CODES = {code.upper() for code in TYPES.values() if code}


def find_regime(lines: tuple[Piece, ...], head: Head, title: Title, foot: Foot) -> str:
    """`nd30`, or the reason to leave the document alone."""
    top = [letters(p.text) for p in islice((p for p in lines if p.text), SEARCH)]
    if head.quoc_hieu is None and "đangcongsanvietnam" in top:
        return "dang"
    number = head.so_ky_hieu.text if head.so_ky_hieu is not None else ""
    if _PARTY_NUMBER.match(number) and head.quoc_hieu is None:
        return "dang"
    if head.quoc_hieu is None and any(line.startswith(_UNIONS) for line in top[:8]):
        return "doan-the"
    if _LAW_NUMBER.search(number):
        return "vbqppl"
    if title.loai == "HỢP ĐỒNG":
        return "chuyen-nganh"
    return "nd30" if _signs(head, title, foot, number) else "khac"


def _signs(head: Head, title: Title, foot: Foot, number: str) -> bool:
    """Whether enough components of Điều 8 are there: the motto or the date, and a number, title or
    subject of an administrative document."""
    code = re.search(r"/\s*([A-ZĐ][A-Za-zĐđ]*)", number)
    typed = (
        bool(title.loai) or bool(head.trich_yeu_cong_van) or bool(code and code.group(1).upper() in _CODES)
    )
    found = sum(
        (
            head.quoc_hieu is not None or head.tieu_ngu is not None,
            head.so_ky_hieu is not None,
            head.dia_danh_ngay is not None,
            bool(foot.items),
            title.kinh_gui is not None,
        )
    )
    return found >= 2 and (typed or head.so_ky_hieu is not None)
