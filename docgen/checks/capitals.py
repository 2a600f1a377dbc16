"""Capitals that NĐ 30/2020, Phụ lục II, decides beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen.checks.slips import LETTER, Slip
from docgen.patterns import pattern
from docgen.vn import upper_first

_TYPES = (
    r"[nqtckh](?=[guhếôờư])(?<![\w“].)(?:(?<=n)ghị (?:định|quyết)|(?<=q)uyết định"
    r"|(?<=t)(?:hông (?:tư|báo)|ờ trình)|(?<=c)(?:hỉ thị|ông văn|hương trình)"
    r"|(?<=k)(?:ế hoạch|ết luận)|(?<=h)ướng dẫn)"
)
"""Types of documents in small letters; the class of their first letters makes the search fast."""

# (a part of it, pattern of the wrong form, the right form of the match, clause). Where the pattern takes
# capitals for small letters, the part is in small letters.
RULES: tuple[tuple[str, str, str | Callable[[str], str], str], ...] = (
    ("an nhân dân", r"(?i:(?:ủy|uỷ) ban nhân dân)", lambda s: _agency(s), "mục V.1"),
    ("đồng nhân dân", r"(?i:hội đồng nhân dân)", lambda s: _agency(s), "mục V.1"),
    ("Văn Phòng", r"V(?<![\w.] .)ăn Phòng(?= (?:HĐND|UBND|Hội|Ủy|Chính|Sở|Bộ|Tỉnh|Huyện))",
     "Văn phòng", "mục V.1"),
    ("ăn phòng chính", r"[Vv]ăn phòng chính phủ", lambda s: s[0] + "ăn phòng Chính phủ", "mục V.1"),
    ("hủ tướng ", r"(?:Thủ tướng chính phủ|thủ tướng [Cc]hính phủ)", "Thủ tướng Chính phủ", "mục V.1"),
    (" Tỉnh", r"(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân) Tỉnh(?! ?[A-ZĐ])",
     lambda s: _last(s, str.lower), "mục III.1"),
    (" Huyện", r"(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân) Huyện(?! ?[A-ZĐ])",
     lambda s: _last(s, str.lower), "mục III.1"),
    (" Tỉnh ", r"(?<=\w )Tỉnh(?= [A-ZĐ]\w)", "tỉnh", "mục III.1"),
    (" thành phố Hồ Chí", r"(?<=\w )thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", "mục III.1"),
    (" thủ đô Hà", r"(?<=\w )thủ đô Hà Nội", "Thủ đô Hà Nội", "mục III.1"),
    ("/", rf"{_TYPES}(?= (?:số:? ?)?\d{{1,5}}(?:/\d{{4}})?(?:/[A-ZĐ]|-[A-ZĐ]+/))",
     lambda s: s[0].upper() + s[1:], "mục V.6"),
    (" điều ", r"đ(?<=\w .)iều(?= \d+ (?:của )?(?:Luật|Bộ luật|Nghị định|Thông tư|Hiến pháp|Pháp lệnh))",
     "Điều", "mục V.7"),
    (" thứ ", r"(?:sáng|chiều|tối|trưa) thứ (?:hai|ba|tư|năm|sáu|bảy)(?!\w)",
     lambda s: _last(s, str.capitalize), "mục V.8"),
    ("nguyên đán", r"(?i:tết nguyên đán)", 
     lambda s: s if s[4:] == "Nguyên đán" else f"{s[:4]}Nguyên đán", "mục V.8"),
    ("uốc ", r"(?<=ngày )(?:quốc khánh|Quốc Khánh)", "Quốc khánh", "mục V.9"),
)  # fmt: skip

_RULES = tuple((part, wrong.startswith("(?i"), pattern(wrong), right) for part, wrong, right, _ in RULES)
_SENTENCE = pattern(rf"[.?!] +(?P<word>{LETTER}{{2,}})(?![\w.])")
_ABBREVIATED = pattern(r"(?:^|\W)(?:v\.v|vd|tr|st|đ/c|khoảng|tel|fax|kts|ths)$", re.IGNORECASE)
_FIRST = pattern(rf"(?P<word>{LETTER}{{2,}})(?![\w.])")


def fixed_forms(text: str) -> Iterator[Slip]:
    """Names and words with one right form: "Uỷ Ban Nhân Dân", "nghị định số 30/2020/NĐ-CP"."""
    small = text.lower()
    for part, any_case, wrong, right in _RULES:
        for match in _in_lines_with(part, small if any_case else text, wrong, text):
            wanted = right if isinstance(right, str) else right(match[0])
            if wanted != match[0]:
                yield Slip("viet-hoa", match.start(), match.end(), match[0], wanted)


def _in_lines_with(part: str, looked: str, wrong: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches in the lines of `text` that have `part`, which is looked for in `looked`."""
    if len(looked) != len(text):  # of İ the small letter is two characters
        yield from wrong.finditer(text) if part in looked else ()
        return
    at = looked.find(part)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        if end < 0:
            end = len(text)
        yield from wrong.finditer(text, start, end)
        at = looked.find(part, end)


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
