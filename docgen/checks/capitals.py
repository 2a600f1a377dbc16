"""Capitals that NĐ 30/2020, Phụ lục II, decides beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen.checks.slips import LETTER, Slip
from docgen.vn import upper_first

_TYPES = (
    "nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kế hoạch|công văn|tờ trình|thông báo|hướng dẫn"
    "|chương trình|kết luận"
)

# (a part of it in small letters, pattern of the wrong form, the right form of the match, clause).
RULES: tuple[tuple[str, str, str | Callable[[str], str], str], ...] = (
    ("an nhân dân", r"(?i:(?:ủy|uỷ) ban nhân dân)", lambda s: _agency(s), "mục V.1"),
    ("đồng nhân dân", r"(?i:hội đồng nhân dân)", lambda s: _agency(s), "mục V.1"),
    ("văn phòng", r"(?<![\w.] )Văn Phòng(?= (?:HĐND|UBND|Hội|Ủy|Chính|Sở|Bộ|Tỉnh|Huyện))",
     "Văn phòng", "mục V.1"),
    ("văn phòng chính", r"[Vv]ăn phòng chính phủ", lambda s: s[0] + "ăn phòng Chính phủ", "mục V.1"),
    ("thủ tướng", r"(?:Thủ tướng chính phủ|thủ tướng [Cc]hính phủ)", "Thủ tướng Chính phủ", "mục V.1"),
    (" tỉnh", r"(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân) Tỉnh(?! ?[A-ZĐ])",
     lambda s: _last(s, str.lower), "mục III.1"),
    (" huyện", r"(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân) Huyện(?! ?[A-ZĐ])",
     lambda s: _last(s, str.lower), "mục III.1"),
    (" tỉnh ", r"(?<=\w )Tỉnh(?= [A-ZĐ]\w)", "tỉnh", "mục III.1"),
    ("hồ chí minh", r"(?<=\w )thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", "mục III.1"),
    ("thủ đô", r"(?<=\w )thủ đô Hà Nội", "Thủ đô Hà Nội", "mục III.1"),
    ("/", rf"(?<![\w“])(?:{_TYPES})(?= (?:số:? ?)?\d{{1,5}}(?:/\d{{4}})?(?:/[A-ZĐ]|-[A-ZĐ]+/))",
     lambda s: s[0].upper() + s[1:], "mục V.6"),
    ("điều ", r"(?<=\w )điều(?= \d+ (?:của )?(?:Luật|Bộ luật|Nghị định|Thông tư|Hiến pháp|Pháp lệnh))",
     "Điều", "mục V.7"),
    (" thứ ", r"(?:sáng|chiều|tối|trưa) thứ (?:hai|ba|tư|năm|sáu|bảy)(?!\w)",
     lambda s: _last(s, str.capitalize), "mục V.8"),
    ("nguyên đán", r"(?i:tết nguyên đán)", 
     lambda s: s if s[4:] == "Nguyên đán" else f"{s[:4]}Nguyên đán", "mục V.8"),
    ("quốc khánh", r"(?<=ngày )(?:quốc khánh|Quốc Khánh)", "Quốc khánh", "mục V.9"),
)  # fmt: skip

_RULES = tuple((part, re.compile(pattern), right, clause) for part, pattern, right, clause in RULES)
_SENTENCE = re.compile(rf"[.?!] +(?P<word>{LETTER}{{2,}})(?![\w.])")
_ABBREVIATED = re.compile(r"(?:^|\W)(?:v\.v|vd|tr|st|đ/c|khoảng|tel|fax|kts|ths)$", re.IGNORECASE)
_FIRST = re.compile(rf"(?P<word>{LETTER}{{2,}})(?![\w.])")


def fixed_forms(text: str) -> Iterator[Slip]:
    """Names and words with one right form: "Uỷ Ban Nhân Dân", "nghị định số 30/2020/NĐ-CP"."""
    small = text.lower()
    for part, pattern, right, _ in _RULES:
        if part not in small:
            continue
        for match in pattern.finditer(text):
            wanted = right if isinstance(right, str) else right(match[0])
            if wanted != match[0]:
                yield Slip("viet-hoa", match.start(), match.end(), match[0], wanted)


def _last(phrase: str, change: Callable[[str], str]) -> str:
    """`phrase` with its last word changed."""
    head, _, word = phrase.rpartition(" ")
    return f"{head} {change(word)}"


def _agency(name: str) -> str:
    """The name of a people's body as it is written: first letter in capitals, or all in capitals."""
    return name if name.isupper() else name[0].upper() + name[1:].lower()


def sentence_starts(text: str) -> Iterator[Slip]:
    """A small letter after a full stop (Phụ lục II, mục I)."""
    for match in _SENTENCE.finditer(text):
        word, end = match["word"], text[max(match.start() - 2, 0) : match.start()]
        ends_sentence = len(end) == 2 and end.isalpha() and end.islower()
        if word.islower() and ends_sentence and not _ABBREVIATED.search(text[: match.start()]):
            yield Slip("viet-hoa-dau-cau", match.start("word"), match.end("word"), word, upper_first(word))


def paragraph_start(text: str) -> Iterator[Slip]:
    """A small letter at the beginning of a paragraph (Phụ lục II, mục I)."""
    match = _FIRST.match(text)
    if match and match["word"].islower():
        yield Slip("viet-hoa-dau-dong", 0, match.end(), match[0], upper_first(match[0]))
