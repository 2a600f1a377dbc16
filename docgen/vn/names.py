"""Names of bodies: UBND for Ủy ban nhân dân and back, and the unit a body belongs to."""

from __future__ import annotations

import re

from docgen.vn.text import fold, fold_tones, nfc

UNIT_NOUNS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu")
"""What an administrative unit is called; huyện, quận, thị xã, thị trấn until 30/6/2025 (Luật 72/2025/QH15)."""

SHORT_FORMS = (
    ("Ủy ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Mặt trận Tổ quốc Việt Nam", "MTTQ Việt Nam"),
    ("Mặt trận Tổ quốc", "MTTQ"),
    ("Giáo dục và Đào tạo", "GD&ĐT"),
    ("Nông nghiệp và Phát triển nông thôn", "NN&PTNT"),
    ("Lao động - Thương binh và Xã hội", "LĐTB&XH"),
    ("Tài nguyên và Môi trường", "TN&MT"),
    ("Kế hoạch và Đầu tư", "KH&ĐT"),
    ("Thông tin và Truyền thông", "TT&TT"),
    ("Khoa học và Công nghệ", "KH&CN"),
)
"""Full phrases and the short forms used for them in text; the issuing line of a header takes the full one
(Nghị định 30/2020 Phụ lục I, Mục II.2)."""

_UNIT = re.compile(rf"(?P<body>.*?\b(?:ủy ban|hội đồng) nhân dân) (?P<unit>(?:{'|'.join(UNIT_NOUNS)})\b.+)", re.I)


def short_name(name: str) -> str:
    """`name` with its well-known phrases abbreviated: "Ủy ban nhân dân huyện Chư Pưh" is "UBND huyện Chư Pưh".
    Capitals do not matter for finding a phrase."""
    result = " ".join(fold_tones(name).split())
    for full, short in SHORT_FORMS:
        result = re.sub(rf"\b{re.escape(full)}\b", short, result, flags=re.IGNORECASE)
    return result


def full_name(name: str) -> str:
    """`name` with UBND, HĐND and the other short forms written out."""
    result = " ".join(nfc(name).split())
    for full, short in SHORT_FORMS:
        result = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", full, result)
    return result


def split_unit(name: str) -> tuple[str, str]:
    """A people's body and its unit: ("Ủy ban nhân dân", "huyện Chư Pưh"); ("Sở Nội vụ", "") when there is none."""
    text = " ".join(fold_tones(name).split())
    match = _UNIT.fullmatch(text)
    return (match["body"], match["unit"]) if match else (text, "")


def same_name(one: str, other: str) -> bool:
    """Whether two spellings name one body: capitals, tone-mark style, spaces and short forms aside."""
    return fold(full_name(one)) == fold(full_name(other))
