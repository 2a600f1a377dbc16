"""The figures of a printed sentence: what is counted, what stands before and after it, how deep in
parentheses it is. Dates, document numbers, names with numbers (mức độ 3, ISO 9001) are no figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from docgen import vn

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
_FIGURE = re.compile(
    rf"(?<![\w.,/:-])(?P<a>{_NUMBER})(?:\s*(?P<percent>%)|\s?/\s?(?P<b>{_NUMBER})(?![\w/]|[.,][0-9])|(?![\w/:]|[.,][0-9]))"
)

# What looks like a count and is none; each part is a reason.
_NO_COUNT = re.compile(
    "|".join(
        (
            r"\S*(?:://|www\.|@)\S*|\b[\w.-]+\.vn\b\S*",  # addresses
            r"(?:[Nn]gày\s+)?[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}",  # 14/9/2020
            r"[Nn]gày\s+[0-9]{1,2}(?:\s?/\s?[0-9]{1,2})?(?:\s+tháng\s+[0-9]{1,2})?(?:\s+năm\s+[0-9]{4})?",
            r"[Tt]háng\s+[0-9]{1,2}(?:\s?/\s?[0-9]{4}|\s+năm\s+[0-9]{4})?",
            r"[Qq]uý\s+(?:[0-9]|[IVX]+)\b(?:\s?/\s?[0-9]{4}|\s+năm\s+[0-9]{4})?",
            r"[0-9]{1,2}\s+tháng\b(?:\s+(?:đầu|cuối))?(?:\s+năm\s+[0-9]{4})?",  # 6 tháng đầu năm 2021
            r"[0-9]{1,3}\s+năm\b(?!\s+[0-9])",  # 10 năm
            r"[Nn]ăm\s+(?:học\s+)?[0-9]{4}(?:\s?[-–]\s?[0-9]{4})?",
            r"\b[0-9]{4}\s?[-–]\s?[0-9]{4}\b",  # 2021 - 2030
            r"\b(?:19|20)[0-9]{2}\b(?=\s*(?:[.,;:()“”\"]|$|(?:của|và|trên|so|theo|tại|là|đã|được|cho|về|do|với)\b))",
            r"[0-9]+\s?/\s?(?:[0-9]{4}\s?/\s?)?[A-ZĐ][\w&]*(?:\s?[-/]\s?[A-ZĐ][\w&]*)*",  # 16/2015/NĐ-CP
            r"\b[0-9]+\s?-\s?[A-ZĐ][\w&]*(?:/[A-ZĐ]\w*)?",  # 05-NQ/TU
            r"(?<![Tt]ổng )(?<![Tt]rong )(?<!trên )(?<!con )\b[Ss]ố\s*:?\s*[0-9]+"
            r"(?=\s*(?:[.,;:)](?![0-9])|$|(?:ngày|của|năm|và|về|thì|đã|tại|do)\b))",  # Nghị định số 68
            # mức độ 3, 4
            r"[Mm]ức(?:\s+độ)?\s+[0-9](?:\s*(?:,|và|-)\s*(?:mức\s+(?:độ\s+)?)?[0-9](?![.,]?[0-9]))*",
            r"\b(?:Điều|[Kk]hoản|Mục|Chương|[Pp]hụ lục|[Bb]iểu|[Mm]ẫu|thứ|lần|[Kk]hóa|[Ll]oại|[Hh]ạng|[Nn]hóm"
            r"|[Tt]ổ|[Tt]hôn|[Ấấ]p|[Kk]hu|[Qq]uận|[Pp]hường|[Đđ]ề án|[Tt]ổng đài|[Pp]hiên bản|[Vv]òng|[Bb]ước"
            r"|[Gg]iai đoạn|[Đđ]ợt|[Đđ]iện thoại|ISO|TCVN(?:\s+ISO)?|QCVN|Covid|COVID)"
            r"\s*[0-9][0-9.:/-]*",
            r"\b[0-9]\.[0-9]\b|^\s*[0-9]{1,2}[.)](?=\s)",  # 5.0 of software, the number of an item
            r"\b[0-9]+:[0-9]{4}\b",  # 9001:2015
            r"\b[0-9]{1,2}\s?(?:giờ|h)\b(?:\s?[0-9]{2})?",
            r"\b0[0-9]{2,3}[ .]?[0-9]{3}[ .]?[0-9]{3,4}\b",  # telephone
        )
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:[-/&][^\W\d_]+)*")
_STOP = re.compile(r"[.;:()]|,(?=\s)")
SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zà-ỹ]|[-+“\"(])")

# A figure followed by one of these stands for itself: "…: 318, của huyện 22".
_NO_UNIT = frozenset(
    (
        *("và", "của", "trên", "là", "được", "đã", "so", "với", "theo", "tại", "trong", "cho", "do", "bằng"),
        *("qua", "ở", "từ", "đến", "có", "còn", "hoặc", "chiếm", "đạt", "về", "để", "vào", "như"),
    )
)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure at `start` to `end` of the text: `value`; `whole` is the denominator of a fraction (None
    otherwise). `label` are the words before it back to the last figure or stop, `unit` those behind it up
    to the next one, both folded. `group` is the parenthesis it stands in, 0 for none."""

    start: int
    end: int
    text: str
    value: Decimal
    whole: Decimal | None
    percent: bool
    label: tuple[str, ...]
    unit: tuple[str, ...]
    group: int

    @property
    def decimals(self) -> int:
        """How many decimals are printed."""
        return max(-int(self.value.as_tuple().exponent), 0)


@dataclass(frozen=True, slots=True)
class Group:
    """A parenthesis: where it opens and closes (the end of the text when it does not), and what it is in."""

    start: int
    end: int
    parent: int


@dataclass(frozen=True)
class Counted:
    """A text with its figures, parentheses (`groups[0]` is the text itself) and sentence starts."""

    text: str
    counts: tuple[Count, ...]
    groups: tuple[Group, ...]
    starts: tuple[int, ...]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds character `offset`."""
        return bisect_right(self.starts, offset) - 1

    def between(self, first: int, last: int) -> str:
        """The text from `first` to `last` without what deeper parentheses hold."""
        depth, out = 0, []
        for character in self.text[first:last]:
            depth += character == "("
            if depth == 0:
                out.append(character)
            depth -= character == ")" and depth > 0
        return "".join(out)


@lru_cache(maxsize=4096)
def counted(text: str) -> Counted:
    """The figures of `text`."""
    hidden = _NO_COUNT.sub(lambda match: "\u0001" * len(match[0]), text)
    groups, at = _groups(text)
    found = list(_FIGURE.finditer(hidden))
    counts = []
    for number, match in enumerate(found):
        before = text[found[number - 1].end() if number else 0 : match.start()]
        after = text[match.end() : found[number + 1].start() if number + 1 < len(found) else len(text)]
        counts.append(_count(match, _label(before), _unit(after), at[match.start()]))
    starts = (0, *(match.end() for match in SENTENCE.finditer(text)))
    return Counted(text, tuple(counts), groups, starts)


def _count(match: re.Match[str], label: tuple[str, ...], unit: tuple[str, ...], group: int) -> Count:
    whole = _value(match["b"]) if match["b"] else None
    percent = bool(match["percent"])
    return Count(match.start(), match.end(), match[0], _value(match["a"]), whole, percent, label, unit, group)


def _value(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _label(before: str) -> tuple[str, ...]:
    """The words right before a figure; a colon between them and the figure belongs to them."""
    trimmed = before.rstrip().removesuffix(":").rstrip()
    tail = _STOP.split(trimmed)[-1]
    return words(tail)


def _unit(after: str) -> tuple[str, ...]:
    head = _STOP.split(after, maxsplit=1)[0]
    found = words(head)
    return () if found and (found[0] in _NO_UNIT or not head[:2].strip()[:1].isalpha()) else found


def words(text: str) -> tuple[str, ...]:
    """The words of `text`, folded; numbers in names stay (mức độ 3 is three words)."""
    return tuple(re.findall(r"[\w&/-]*\w", vn.fold(text)))


def _groups(text: str) -> tuple[tuple[Group, ...], list[int]]:
    """The parentheses of `text`, and for each character the innermost one. One that never closes ends
    with its sentence; a closing sign alone ("a)") is none."""
    ends = [match.start() for match in SENTENCE.finditer(text)] + [len(text)]
    spans: list[tuple[int, int, int]] = [(0, len(text), -1)]
    stack = [0]
    at: list[int] = []
    for offset, character in enumerate(text):
        if character == "(":
            spans.append((offset, min(end for end in ends if end > offset), stack[-1]))
            stack.append(len(spans) - 1)
        while len(stack) > 1 and offset >= spans[stack[-1]][1]:
            stack.pop()
        at.append(stack[-1])
        if character == ")" and len(stack) > 1:
            number = stack.pop()
            spans[number] = (spans[number][0], offset, spans[number][2])
    return tuple(Group(*span) for span in spans), at
