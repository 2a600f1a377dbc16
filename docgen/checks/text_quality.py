"""Spelling, spaces, brackets and capitals in the printed words.

Only what is certain is said: a clean text gives no finding. The same slip in several places is one
finding with all its places.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from docgen.checks import capitals, punctuation, spelling
from docgen.checks.brackets import unbalanced
from docgen.checks.slips import PASSAGES_KEPT, Slip
from docgen.checks.suspects import FINDERS, Finder, suspects
from docgen.checks.terms import wrong_letters
from docgen.checks.tone_styles import Found, rarer_style, styled_words
from docgen.diagnostics import Diagnostic, Related, Severity
from docgen.prose import Passage, PassageKind
from docgen.values import Struct

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


def check_text(passages: Iterable[Passage]) -> list[Diagnostic]:
    """The slips in the passages of one document."""
    texts = list(passages)
    judged = _judged(texts)
    found: list[Found] = [
        (passage, slip) for passage, own in zip(texts, judged, strict=True) for slip in own.slips
    ]
    found += unbalanced(texts)
    found += rarer_style((p, slip) for p, own in zip(texts, judged, strict=True) for slip in own.styled)
    foreign = [(passage, slip) for passage, own in zip(texts, judged, strict=True) for slip in own.foreign]
    if len({slip.wrong for _, slip in foreign}) >= spelling.FOREIGN_WORDS:
        found += foreign
    return _findings(found)


class _Judged(Struct):
    """What is found in a text; `known` once it was read."""

    known: bool = False
    slips: tuple[Slip, ...] = ()
    styled: tuple[Slip, ...] = ()
    foreign: tuple[Slip, ...] = ()


@lru_cache(maxsize=PASSAGES_KEPT)  # the reports of a batch share most of their sentences
def _kept(text: str, kind: PassageKind) -> _Judged:
    return _Judged()


def _judged(passages: list[Passage]) -> list[_Judged]:
    """What is found in each of the passages; those not read before are read together."""
    judged = [_kept(passage.text, passage.kind) for passage in passages]
    unseen = [(passage, own) for passage, own in zip(passages, judged, strict=True) if not own.known]
    for (passage, own), finders in zip(unseen, suspects([p.text for p, _ in unseen]), strict=True):
        own.slips = _slips(passage.text, passage.kind, finders)
        own.styled = tuple(styled_words(passage.text)) if styled_words in finders else ()
        own.foreign = tuple(spelling.foreign_letters(passage.text)) if len(finders) == len(FINDERS) else ()
        own.known = True
    return judged


def _slips(text: str, kind: PassageKind, finders: set[Finder]) -> tuple[Slip, ...]:
    """What the `finders` find in a text, and what may stand at its beginning."""
    dash = punctuation.item_dash(text) if kind in (PassageKind.PARAGRAPH, PassageKind.ITEM) else ()
    start = capitals.paragraph_start(text) if kind is PassageKind.PARAGRAPH else ()
    if not finders:
        return (*dash, *start)

    def found_by(finder: Finder) -> Iterable[Slip]:
        return finder(text) if finder in finders else ()

    misplaced = tuple(found_by(spelling.misplaced_tones))
    return (
        *found_by(spelling.lookalikes),
        *found_by(spelling.old_encodings),
        *found_by(spelling.scanner_swaps),
        *misplaced,
        *(slip for slip in found_by(wrong_letters) if not any(slip.holds(other) for other in misplaced)),
        *found_by(spelling.doubled_words),
        *found_by(spelling.doubled_phrases),
        *found_by(punctuation.spaces),
        *found_by(punctuation.doubled_marks),
        *found_by(punctuation.motto),
        *dash,
        *found_by(capitals.fixed_forms),
        *found_by(capitals.sentence_starts),
        *start,
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
