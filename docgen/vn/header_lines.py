"""Breaking the name of a body over the lines of a document's head, and a title over its lines, by sense.

Nghị định 30/2020 Phụ lục I, Mục II.2 lets a long name run over several lines, and no size below 12 makes
room for it. A line ends where a reader pauses: before the unit, after a comma, before "và", else between
words, never inside one such as "nhân dân" or "hành chính".
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from docgen.vn.compounds import COMPOUNDS, TERMS
from docgen.vn.names import UNIT_NOUNS, split_unit
from docgen.vn.text import fold_tones, nfc, upper
from docgen.vn.width import text_width_mm

# What it costs to end a line at a gap between two words; lines of unequal width cost about as much.
_BEFORE_JOINT, _AFTER_COMMA, _BETWEEN_WORDS, _AFTER_HYPHEN = 0.0, 0.5, 1.0, 1.0
_BESIDE_UNKNOWN, _BETWEEN_UNKNOWN, _INSIDE_TERM = 1.5, 4.0, 4.0
_UNEVENNESS = 12.0

_JOINTS = {"và", "thuộc", "trực", "của", "trên", "theo", "tại", "trong", "từ", "về", "cho", "qua"}
_JOINTS |= {"đối", "giai"}  # đối với, giai đoạn
_UNITS = {noun.split()[0] for noun in UNIT_NOUNS}
_JOINTS |= _UNITS
_LEANS_ON_NEXT = {"và", "thuộc", "của", "trên", "theo", "tại", "trong", "từ", "về", "cho", "qua", "với"}
_LEANS_ON_NEXT |= {"do", "các", "cấp", "những", "việc", "sự", "&"}
_HYPHENS = {"-", "–"}
_HEADS = {"sở", "phòng", "ban", "bộ", "cục", "vụ", "trường", "hội", "đội", "tổ", "khoa", "viện", "trạm"}
_TAKES_NUMBER = {"năm", "quý", "tháng", "ngày", "số", "vực", "khóa", "kỳ", "lần", "đợt", "điều", "mục", "cấp"}
_TAKES_NUMBER |= {"quận", "phường", "thôn", "tổ"}
_NUMBER = r"[0-9].*|[ivxlc]+"

_Cost = tuple[int, float, int, float]
"""Words broken, mm too wide, lines, and how badly they read: the first that differs decides."""


def header_lines(name: str, max_width_mm: float, size_pt: float, bold: bool = True) -> list[str]:
    """`name` in capitals as the fewest lines of at most `max_width_mm` in Times New Roman of `size_pt`.

    A people's body always stands over its unit: ["ỦY BAN NHÂN DÂN", "HUYỆN CHƯ PƯH"]. A single word
    wider than a line stays whole and too wide. Returns [] for an empty name.
    """
    return [line for part in split_unit(name) for line in _fill(upper(part), max_width_mm, size_pt, bold)]


def break_lines(text: str, max_width_mm: float, size_pt: float, bold: bool = False) -> list[str]:
    """`text` as the fewest balanced lines of at most `max_width_mm`, broken by sense; its case is kept.

    Joined with single spaces the lines are `text` again, white space folded. Returns [] for an empty text.
    """
    return list(_fill(nfc(text), max_width_mm, size_pt, bold))


@lru_cache(maxsize=1024)
def _fill(text: str, max_width_mm: float, size_pt: float, bold: bool) -> tuple[str, ...]:
    """The lines of the least cost, found from left to right: best[n] is how to set the first n words."""
    words = text.split()
    if not words:
        return ()
    gaps = _gaps([fold_tones(word).lower() for word in words])
    ends = list(accumulate((text_width_mm(f" {word}", size_pt, bold) for word in words), initial=0.0))
    space = text_width_mm(" ", size_pt, bold)
    best: list[tuple[_Cost, int]] = [((0, 0.0, 0, 0.0), 0)]
    for end in range(1, len(words) + 1):
        choices = []
        for start in range(end):
            (broken, too_wide, lines, reading), width = best[start][0], ends[end] - ends[start] - space
            breaks_word, pause = gaps[start - 1] if start else (0, 0.0)
            unevenness = _UNEVENNESS * (width / max_width_mm) ** 2
            overflow = max(0.0, width - max_width_mm)
            cost = (broken + breaks_word, too_wide + overflow, lines + 1, reading + pause + unevenness)
            choices.append((cost, start))
        best.append(min(choices))
    end, lines_found = len(words), []
    while end:
        start = best[end][1]
        lines_found.append(" ".join(words[start:end]))
        end = start
    return tuple(reversed(lines_found))


def _gaps(words: list[str]) -> list[tuple[int, float]]:
    """For each gap behind a word: whether a line must not end there (1), and what it costs to."""
    bare = [word.rstrip(",;") for word in words]
    word_of, term_of = _matches(words, bare, COMPOUNDS), _matches(words, bare, TERMS)
    known = [word_of.count(start) > 1 for start in word_of]
    gaps = []
    for index in range(len(words) - 1):
        here, after = bare[index], bare[index + 1]
        glued = (
            word_of[index] == word_of[index + 1]
            or (here in _LEANS_ON_NEXT and not known[index])
            or after in _HYPHENS
            or (here in _TAKES_NUMBER and re.fullmatch(_NUMBER, after) is not None)
            or (here.isdigit() and after == "tháng")
        )
        if glued and words[index] == here:
            gaps.append((1, 0.0))
        elif term_of[index] == term_of[index + 1]:
            gaps.append((0, _INSIDE_TERM))
        else:
            gaps.append((0, _sense(index, words, bare, known)))
    return gaps


def _sense(index: int, words: list[str], bare: list[str], known: list[bool]) -> float:
    here, after = bare[index], bare[index + 1]
    if words[index] != here:
        return _BETWEEN_UNKNOWN if here in _HEADS else _AFTER_COMMA  # "các phòng, ban" is one phrase
    if here in _HYPHENS:
        return _AFTER_HYPHEN
    beyond = bare[index + 2] if index + 2 < len(bare) else ""
    if after in _UNITS and (not beyond or beyond in _JOINTS):
        return _BETWEEN_UNKNOWN  # "Bưu điện huyện" names no unit, "huyện Chư Pưh" does
    if after == "số" and beyond[:1].isdigit():
        return _BETWEEN_UNKNOWN  # "Nghị quyết số 76/NQ-CP"
    if after in _JOINTS and not known[index + 1]:
        return _BEFORE_JOINT
    if here in _HEADS and not known[index]:
        return _BETWEEN_UNKNOWN
    if known[index] and known[index + 1]:
        return _BETWEEN_WORDS
    return _BESIDE_UNKNOWN if known[index] or known[index + 1] else _BETWEEN_UNKNOWN


def _matches(words: list[str], bare: list[str], listed: frozenset[tuple[str, ...]]) -> list[int]:
    """For each syllable, where the listed word it belongs to begins; the longest match comes first."""
    longest = max(map(len, listed))
    begins: list[int] = []
    while len(begins) < len(words):
        start = len(begins)
        for length in range(min(longest, len(words) - start), 0, -1):
            piece = (*words[start : start + length - 1], bare[start + length - 1])
            if length == 1 or piece in listed:
                begins += [start] * length
                break
    return begins
