"""Names of bodies: UBND for Ủy ban nhân dân and back, and the unit a body belongs to."""

from __future__ import annotations

import re

from docgen.vn.text import fold, fold_tones, nfc

UNIT_NOUNS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu")
"""What an administrative unit is called; after 30/6/2025 only tỉnh, thành phố, xã, phường and đặc khu
(Luật 72/2025/QH15)."""

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

_UNIT = rf"(?i)(.*?\b(?:ủy ban|hội đồng) nhân dân) ((?:{'|'.join(UNIT_NOUNS)})\b.+)"
_PHRASES = rf"(?i)\b(?:{'|'.join(full for full, _ in SHORT_FORMS)})\b"
_SHORT_OF = {full.lower(): short for full, short in SHORT_FORMS}
_FULL_OF = {short: full for full, short in SHORT_FORMS}
_SHORTS = rf"(?<!\w)(?:{'|'.join(map(re.escape, _FULL_OF))})(?!\w)"


def short_name(name: str) -> str:
    """`name` with its well-known phrases abbreviated: "UBND huyện Chư Pưh", "Sở KH&CN". Capitals and the
    style of tone marks do not matter for finding a phrase; the rest stays as typed."""
    text, pieces, at = _single_spaced(name), [], 0
    for match in re.finditer(_PHRASES, fold_tones(text)):  # folding keeps every letter at its place
        pieces += [text[at : match.start()], _SHORT_OF.get(match[0].lower(), match[0])]
        at = match.end()
    return "".join([*pieces, text[at:]])


def full_name(name: str) -> str:
    """`name` with UBND, HĐND and the other short forms written out; phrases already full stay."""
    return re.sub(_SHORTS, lambda match: _FULL_OF[match[0]], _single_spaced(name))


def split_unit(name: str) -> tuple[str, str]:
    """A people's body and its unit: ("Ủy ban nhân dân", "huyện Chư Pưh"); ("Sở Nội vụ", "") without one."""
    text = _single_spaced(name)
    match = re.fullmatch(_UNIT, fold_tones(text))
    return (text[: match.end(1)], text[match.start(2) :]) if match else (text, "")


def same_name(one: str, other: str) -> bool:
    """Whether two spellings name one body: capitals, tone-mark style, spaces and short forms aside."""
    return fold(full_name(one)) == fold(full_name(other))


def _single_spaced(name: str) -> str:
    return " ".join(nfc(name).split())
