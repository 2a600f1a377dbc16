"""Letters that cannot be right: leftovers of old encodings, letters a scanner swapped, misplaced tone
marks, words typed twice.

Each finder yields what is certain; a word that may be a name or a rare word is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from operator import eq

from docgen.checks.one_byte import coded, encoded, words_of
from docgen.checks.slips import LETTER, Slip, letters_around, word_at
from docgen.patterns import pattern

LOOKALIKES = {
    "ƣ": "ư", "Ƣ": "Ư", "Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ǎ": "ă", "Ǎ": "Ă",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "і": "i",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "Х": "X",
}  # fmt: skip
"""Letters of other alphabets, or that a scanner reads, for the Vietnamese letter they look like."""

SWAPPED = {
    "hõa": "hòa", "phõng": "phòng", "tõa": "tòa", "cõn": "còn", "đõi": "đòi", "trõ": "trò", "phõ": "phò",
    "khõi": "khòi", "hõn": "hòn", "mõn": "mòn", "giõ": "giò", "đõ": "đò", "lõng": "lòng", "dõng": "dòng",
    "bõ": "bò", "thõng": "thòng", "xõng": "xòng",
}  # fmt: skip
"""Syllables with õ that are no words, and what a scanner made them of. Of lõng, dõng, bõ and thõng, which
are words, only those in the phrases below are meant."""

_PHRASES = {
    "lõng": r"(?:hài|tấm|một|vững|trong|nóng) lõng|lõng (?:dân|tin|yêu)",
    "dõng": r"dõng (?:họ|sông|chảy|tiền|điện|nước)",
    "bõ": r"(?:trâu|con|đàn|chăn nuôi|thịt|sữa) bõ|bõ (?:sữa|thịt)",
    "thõng": r"thõng lọng",
}

# ð inside a word is Icelandic; đ never stands there.
_LOOKALIKE = pattern(f"(?<![a-zA-Z])[ðÐ]|[{''.join(letter for letter in LOOKALIKES if letter not in 'ðÐ')}]")
_ALWAYS = "|".join(word for word in SWAPPED if word not in _PHRASES)
_SWAPPED = pattern(rf"(?<!{LETTER})(?:{_ALWAYS}|{'|'.join(_PHRASES.values())})(?!{LETTER})", re.IGNORECASE)

# TCVN3 text shows as signs inside words ("ñy ban nh©n d©n", "vµ", "®Òu"); VNI text as foreign letters.
_SIGN = pattern("[µ¸¹¶·¨»¾¼½©ª«¬¦×÷§®]")
_TCVN3 = pattern(
    rf"(?<={LETTER})[µ¸¹¶·¨»¾¼½©ª«¬¦×÷§®](?={LETTER})|(?<=[a-z])[µ¸¹¶·](?!\w)|(?<!\w)[®§](?={LETTER})"
)
_FOREIGN = pattern("[äåæçëîïñöøûüþÿßÄÅÆÇËÎÏÑÖØÛÜÞ]")
_LOOSE = pattern("[\u0300-\u036f]")
_ODD = pattern(f"[{''.join(LOOKALIKES)}\u0300-\u036f]")
FOREIGN_WORDS = 3
"""So many words with foreign letters in one document are an encoding, not names."""


_PARTS = [word.partition("õ") for word in SWAPPED]
SWAPPED_WORD = pattern(encoded(f"õ(?:{'|'.join(f'(?<={head}õ){tail} ' for head, _, tail in _PARTS)})"))
"""What is in a word of all that `scanner_swaps` finds, in words of letters."""


def lookalikes(text: str) -> Iterator[Slip]:
    """Letters of other alphabets among Vietnamese ones, and combining marks that make no letter."""
    if not _ODD.search(text):
        return
    for match in _LOOKALIKE.finditer(text):
        start, end = word_at(text, match.start(), match.end())
        word = text[start:end]
        right = "".join(LOOKALIKES.get(letter, letter) for letter in word)
        if not _is_foreign_word(word):
            yield Slip("chu-nhin-giong", start, end, word, right)
    for match in _LOOSE.finditer(text):
        start, end = word_at(text, match.start(), match.end())
        yield Slip("dau-roi", start, end, text[start:end])


def _is_foreign_word(word: str) -> bool:
    """Whether every letter of the word is of another alphabet: a real Russian or Greek word."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and not any("LATIN" in unicodedata.name(c, "") for c in letters)


def old_encodings(text: str) -> Iterator[Slip]:
    """Words in TCVN3."""
    if not _SIGN.search(text):
        return
    for match in _TCVN3.finditer(text):
        start, end = word_at(text, match.start(), match.end())
        yield Slip("bang-ma-cu", start, end, text[start:end])


def foreign_letters(text: str) -> Iterator[Slip]:
    """Words with letters that Vietnamese does not have: names, or a whole text in VNI."""
    end = 0
    for match in _FOREIGN.finditer(text):
        if match.start() >= end:
            start, end = word_at(text, match.start(), match.end())
            yield Slip("bang-ma-cu", start, end, text[start:end])


def scanner_swaps(text: str) -> Iterator[Slip]:
    """õ for ò where no word has õ: "VĂN PHÕNG"."""
    for match in _SWAPPED.finditer(text):
        yield Slip("chu-nhan-sai", match.start(), match.end(), match[0], _o(match[0]))


def _o(word: str) -> str:
    return word.replace("õ", "ò").replace("Õ", "Ò")


# --- tone marks on the wrong vowel -----------------------------------------------------------------

# A marked vowel before another vowel, and where that is no syllable of Vietnamese.
_MARKED_PAIR = pattern(r"[úùủũụíìỉĩịóòỏõọứừửữựÚÙỦŨỤÍÌỈĨỊÓÒỎÕỌỨỪỬỮỰ](?=[aeoiyâêơăôuưAEOIYÂÊƠĂÔUƯ])")
_MISPLACED = pattern(
    rf"""(?<=q)[úùủũụ]
      | (?<=g)[íìỉĩị](?=[aăâeoôơuư])
      | [óòỏõọ](?=[ae](?:ng|nh|ch|n|c|t|i|y|o|m|p)(?!{LETTER}))
      | [úùủũụ](?=y(?:nh|ch|n|t|p|u|a)(?!{LETTER}))
      | [íìỉĩị](?=ê) | [úùủũụ](?=ô) | [ứừửữự](?=ơ)""",
    re.VERBOSE | re.IGNORECASE,
)
MISPLACED = pattern(  # the same in words of letters
    encoded(
        r"[úùủũụíìỉĩịóòỏõọứừửữự](?:(?<=q[úùủũụ])(?=[aeoiyâêơăôuư])|(?<=g[íìỉĩị])(?=[aăâeoôơuư])"
        r"|(?<=[óòỏõọ])(?=[ae](?:ng|nh|ch|n|c|t|i|y|o|m|p) )|(?<=[úùủũụ])(?=y(?:nh|ch|n|t|p|u|a) )"
        r"|(?<=[íìỉĩị])(?=ê)|(?<=[úùủũụ])(?=ô)|(?<=[ứừửữự])(?=ơ))"
    )
)


def misplaced_tones(text: str) -> Iterator[Slip]:
    """A tone mark on a vowel that cannot carry it: "qúy", "hiệu qủa", "hòan"."""
    code = coded(text)
    if code is None:
        pairs = (match.start() for match in _MARKED_PAIR.finditer(text))
        places = [at for at in pairs if _MISPLACED.match(text, at)]
    else:
        places = [match.start() for match in MISPLACED.finditer(words_of(code))]
    for at in places:
        start, end = letters_around(text, at, at + 1)
        word = text[start:end]
        yield Slip("dau-thanh-sai-cho", start, end, word, _move_mark(word, at - start))


def _move_mark(word: str, at: int) -> str:
    """`word` with the tone mark of letter `at` on the next letter."""
    bare, mark = unicodedata.normalize("NFD", word[at])[0], unicodedata.normalize("NFD", word[at])[-1]
    if word[at].lower() in "ứừửữự":
        bare = "Ư" if word[at].isupper() else "ư"
    return unicodedata.normalize("NFC", word[:at] + bare + word[at + 1] + mark + word[at + 2 :])


# --- words typed twice -----------------------------------------------------------------------------

# Only words that never stand twice: Vietnamese doubles words on purpose (luôn luôn, từng bước từng bước),
# and two words may meet in one syllable (thực hiện hiện đại hóa, cơ quan quan tâm).
_ALONE = (
    "là|các|đã|và|của|được|cho|trong|với|những|tại|theo|đến|để|thì|mà|bằng|khi|do|cũng|sẽ|đang|rất|hoặc|như"
    "|vào|trên|dưới|trước|giữa|bởi|nhưng|vì|bị|phải|mức|huyện|tỉnh|đạt|có|về|một"
)
_DOUBLED = pattern(rf"(?<!\w)(?P<word>{_ALONE}) (?P=word)(?!{LETTER})", re.IGNORECASE)
_DOUBLED_CAPITALS = pattern(r"(?<![\w&])(?P<word>(?![IVXLC]+\b)[A-ZĐ]{2,}(?:&[A-ZĐ]+)*) (?P=word)(?![\w&])")
_DOUBLED_PHRASE = pattern(rf"(?<![\w-])(?P<word>{LETTER}+(?: {LETTER}+){{1,3}}) (?P=word)(?![\w-])")
_MEANT = frozenset({"từng bước", "từng ngày", "từng lúc", "một cửa", "ngày một", "lần lượt", "đời này"})


_WORDS = pattern(r"[^\s,.;:!?()“”\"]+")


def repeated(words: Sequence[object], length: int) -> Iterator[int]:
    """Where a phrase of `length` words stands twice."""
    same = bytes(map(eq, words, words[length:]))
    at = same.find(b"\1" * length)
    while at >= 0:
        yield at
        at = same.find(b"\1" * length, at + 1)


def _stands_twice(text: str, *lengths: int) -> bool:
    """Whether a phrase of so many words stands twice, punctuation aside."""
    words = _WORDS.findall(text.lower())
    return any(next(repeated(words, length), None) is not None for length in lengths)


def doubled_words(text: str) -> list[Slip]:
    """A word typed twice: "là là", "các các"."""
    found = [*_doubled(_DOUBLED, text), *_doubled(_DOUBLED_CAPITALS, text)]
    return found if found and _stands_twice(text, 1) else []


def doubled_phrases(text: str) -> list[Slip]:
    """A phrase typed twice: "thành phần thành phần"."""
    return list(_doubled(_DOUBLED_PHRASE, text)) if _stands_twice(text, 2, 3, 4) else []


def _doubled(doubled: re.Pattern[str], text: str) -> Iterator[Slip]:
    for match in doubled.finditer(text):
        word = match["word"]
        second = text[match.end() - len(word) : match.end()]
        capital = word[0] != word[0].lower() and doubled is _DOUBLED_PHRASE
        if word.lower() not in _MEANT and not capital and (second == word or second[0].islower()):
            yield Slip("lap-tu", match.start(), match.end(), match[0], word)
