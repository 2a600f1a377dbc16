"""Spelling, spaces, brackets and capitals in the printed words.

Only what is certain is said: a clean text gives no finding. The same slip in several places is one
finding with all its places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen import vn
from docgen.checks import capitals, punctuation, spelling
from docgen.checks.brackets import unbalanced
from docgen.checks.slips import LETTER, PASSAGES_KEPT, Slip, letters_around
from docgen.checks.terms import wrong_letters
from docgen.diagnostics import Diagnostic, Related, Severity
from docgen.prose import Passage, PassageKind

ANNEX_2 = "Nghị định 30/2020/NĐ-CP, Phụ lục II"

CODES: dict[str, tuple[Severity, str, str, str]] = {
    # code: severity, sentence, hint, clause
    "chu-nhin-giong": (Severity.WARNING, "“{wrong}” có chữ cái của bảng chữ khác", "Gõ lại: {right}", ""),
    "dau-roi": (Severity.WARNING, "“{wrong}” có dấu rời không ghép được với chữ", "Gõ lại từ này", ""),
    "bang-ma-cu": (
        Severity.WARNING,
        "“{wrong}” có vẻ là chữ của bảng mã cũ (TCVN3 hoặc VNI)",
        "Chuyển đoạn này sang Unicode rồi dán lại",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.2",
    ),
    "chu-nhan-sai": (Severity.WARNING, "“{wrong}” không phải một từ", "Có phải “{right}”?", ""),
    "go-nham": (Severity.WARNING, "“{wrong}” có vẻ gõ nhầm", "Có phải “{right}”?", ""),
    "dau-thanh-sai-cho": (Severity.WARNING, "“{wrong}” đặt dấu thanh sai chỗ", "Viết {right}", ""),
    "hai-kieu-dau": (
        Severity.INFO,
        "văn bản dùng hai kiểu đặt dấu thanh; ở đây “{wrong}”",
        "Dùng một kiểu: {right}",
        "",
    ),
    "lap-tu": (Severity.WARNING, "lặp từ: “{wrong}”", "Bỏ một: {right}", ""),
    "dau-cach-truoc": (Severity.INFO, "thừa dấu cách trước dấu câu: “{wrong}”", "Viết {right}", ""),
    "dau-cach-trong-ngoac": (Severity.INFO, "thừa dấu cách sau dấu mở ngoặc: “{wrong}”", "Viết {right}", ""),
    "thieu-dau-cach": (Severity.INFO, "thiếu dấu cách: “{wrong}”", "Viết {right}", ""),
    "dau-cau-thua": (Severity.WARNING, "hai dấu câu liền nhau: “{wrong}”", "Giữ một dấu", ""),
    "gach-tieu-ngu": (
        Severity.ERROR,
        "Tiêu ngữ “{wrong}” phải dùng dấu gạch nối",
        "Viết {right}",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1.b",
    ),
    "gach-dau-dong": (
        Severity.INFO,
        "đoạn bắt đầu bằng “{wrong}”, không phải gạch đầu dòng",
        "Bắt đầu bằng dấu gạch nối và một dấu cách: “- ”",
        "",
    ),
    "ngoac-khong-can": (
        Severity.WARNING,
        "dấu {right} không có dấu kia: “… {wrong} …”",
        "Thêm dấu còn thiếu hoặc xóa dấu này",
        "",
    ),
    "viet-hoa": (Severity.WARNING, "“{wrong}” viết hoa chưa đúng", "Viết {right}", ANNEX_2),
    "viet-hoa-dau-cau": (
        Severity.WARNING,
        "“{wrong}” đứng đầu câu nhưng không viết hoa",
        "Viết {right}",
        f"{ANNEX_2}, mục I",
    ),
    "viet-hoa-dau-dong": (
        Severity.INFO,
        "“{wrong}” đứng đầu đoạn nhưng không viết hoa",
        "Viết {right}",
        f"{ANNEX_2}, mục I",
    ),
}

ONE_CAUSE = frozenset({"bang-ma-cu"})
"""Slips that are one finding for the whole document, because one cause made them all."""

Found = tuple[Passage, Slip]

# The end of a syllable that may be in either style; vn.tone_styles knows which.
_STYLED = re.compile(
    rf"(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]|[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])(?!{LETTER})"
)


def check_text(passages: Iterable[Passage]) -> list[Diagnostic]:
    """The slips in the passages of one document."""
    texts = list(passages)
    found: list[Found] = [(passage, slip) for passage in texts for slip in _slips(passage.text, passage.kind)]
    found += unbalanced(texts)
    found += _two_styles(texts)
    foreign = [(passage, slip) for passage in texts for slip in spelling.foreign_letters(passage.text)]
    if len({slip.wrong for _, slip in foreign}) >= spelling.FOREIGN_WORDS:
        found += foreign
    return _findings(found)


@lru_cache(maxsize=PASSAGES_KEPT)  # the reports of a batch share most of their sentences
def _slips(text: str, kind: PassageKind) -> tuple[Slip, ...]:
    prose = kind in (PassageKind.PARAGRAPH, PassageKind.ITEM)
    misplaced = tuple(spelling.misplaced_tones(text))
    return (
        *spelling.lookalikes(text),
        *spelling.old_encodings(text),
        *spelling.scanner_swaps(text),
        *misplaced,
        *(slip for slip in wrong_letters(text) if not any(slip.holds(other) for other in misplaced)),
        *spelling.doubled_words(text),
        *punctuation.spaces(text),
        *punctuation.doubled_marks(text),
        *punctuation.dashes(text, prose),
        *capitals.fixed_forms(text),
        *capitals.sentence_starts(text),
        *(capitals.paragraph_start(text) if kind is PassageKind.PARAGRAPH else ()),
    )


def _findings(found: list[Found]) -> list[Diagnostic]:
    """One Diagnostic for each slip, its further places related to the first."""
    places: dict[tuple[str, str, str], list[Found]] = {}
    for passage, slip in found:
        key = (slip.code, "", "") if slip.code in ONE_CAUSE else (slip.code, slip.wrong, slip.right)
        places.setdefault(key, []).append((passage, slip))
    return [_finding(code, where) for (code, _, _), where in places.items()]


def _finding(code: str, where: list[Found]) -> Diagnostic:
    severity, message, hint, clause = CODES[code]
    first, *more = [passage.place(slip.start) for passage, slip in where]
    wrong, right = where[0][1].wrong, where[0][1].right
    sentence = message.format(wrong=wrong, right=right)
    if more:
        sentence += f" ({len(where)} chỗ)"
    return Diagnostic(
        code,
        severity,
        sentence,
        first,
        hint.format(wrong=wrong, right=right),
        clause,
        tuple(Related(place, "cũng ở đây") for place in more),
    )


# --- two styles of tone marks ----------------------------------------------------------------------


def _two_styles(passages: list[Passage]) -> Iterator[Found]:
    """The words in the rarer style (hoà beside hòa). Names keep the style of their owner."""
    styled: dict[str, list[Found]] = {"hòa": [], "hoà": []}
    for passage in passages:
        for style, slip in _styled_words(passage.text):
            styled[style].append((passage, slip))
    if styled["hòa"] and styled["hoà"]:
        yield from min(styled.values(), key=len)


@lru_cache(maxsize=PASSAGES_KEPT)
def _styled_words(text: str) -> tuple[tuple[str, Slip], ...]:
    """The words that follow either style, each with the style and the same word in the other one."""
    found = []
    for match in _STYLED.finditer(text):
        start, _ = letters_around(text, match.start(), match.end())
        word = text[start : match.end()]
        style = next((style for style, count in vn.tone_styles(word).items() if count), None)
        if style and not _is_name(text, start, word):
            right = vn.fold_tones(word, "hoà" if style == "hòa" else "hòa")
            found.append((style, Slip("hai-kieu-dau", start, match.end(), word, right)))
    return tuple(found)


def _is_name(text: str, start: int, word: str) -> bool:
    """Whether `word` is a capitalised one inside a sentence, but for Ủy of Ủy ban and Ủy viên."""
    if not word[0].isupper() or (len(word) > 1 and word.isupper()):
        return False
    return vn.fold(text[start : start + 6]) not in ("ủy ban", "ủy viê")
