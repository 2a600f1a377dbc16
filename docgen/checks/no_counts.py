"""Numbers that count nothing: dates, periods, document numbers, names (mức độ 3, ISO 9001), addresses."""

from __future__ import annotations

import re

from docgen.patterns import pattern

# What looks like a count and is none; each part is a reason. The first character stands before the parts, so
# that re passes over all others at once: this runs over whole reports.
_FROM_DIGIT = (
    r"[0-9]?\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}",  # 14/9/2020
    r"[0-9]?\s+tháng\b(?:\s+(?:đầu|cuối))?(?:\s+năm\s+[0-9]{4})?",  # 6 tháng đầu năm 2021
    r"[0-9]{0,2}\s+năm\b(?!\s+[0-9])",  # 10 năm
    r"[0-9]{3}\s?[-–]\s?[0-9]{4}\b",  # 2021 - 2030
    r"(?:(?<=1)9|(?<=2)0)[0-9]{2}\b(?=\s*(?:[.,;:()“”\"]|$|(?:của|và|trên|so|theo|tại|là|đã|được|cho|về|do"
    r"|với|tăng|giảm|đạt|chiếm|bằng|có|còn|thì|như|đến|tới|trở)\b))",
    r"[0-9]*\s?/\s?(?:[0-9]{4}\s?/\s?)?[A-ZĐ][\w&]*(?:\s?[-/]\s?[A-ZĐ][\w&]*)*",  # 16/2015/NĐ-CP
    r"[0-9]*\s?-\s?[A-ZĐ][\w&]*(?:/[A-ZĐ]\w*)?",  # 05-NQ/TU
    r"\.[0-9]\b",  # 5.0 of software
    r"[0-9]*:[0-9]{4}\b",  # 9001:2015
    r"[0-9]?\s?(?:giờ|h)\b(?:\s?[0-9]{2})?",
    r"(?<=0)[0-9]{2,3}[ .]?[0-9]{3}[ .]?[0-9]{3,4}\b",  # telephone
)
_NAME = r"\s*[0-9][0-9.:/-]*"  # Điều 5, Phụ lục 1, tổ 3, ISO 9001
_FROM_WORD = (
    r"(?<=[Nn])(?:gày\s+[0-9]{1,2}(?:\s?[/.-]\s?[0-9]{1,2})?(?:\s?[/.-]\s?[0-9]{4}\b)?"
    r"(?:\s+tháng\s+[0-9]{1,2})?(?:\s+năm\s+[0-9]{4})?"
    rf"|ăm\s+(?:học\s+)?[0-9]{{4}}(?:\s?[-–]\s?[0-9]{{4}})?|hóm{_NAME})",
    r"(?<=[Tt])(?:háng\s+[0-9]{1,2}(?:\s?/\s?[0-9]{4}|\s+năm\s+[0-9]{4})?"
    rf"|(?:ổ|hôn|ổng đài|(?<=t)hứ|(?<=T)CVN(?:\s+ISO)?){_NAME})",
    r"(?<=[Qq])u(?:ý\s+(?:[0-9]|[IVX]+)\b(?:\s?/\s?[0-9]{4}|\s+năm\s+[0-9]{4})?"
    rf"|ận{_NAME})",
    r"(?<=[Ss])ố(?<![Tt]ổng ..)(?<![Tt]rong ..)(?<!trên ..)(?<!con ..)\s*:?\s*[0-9]+"
    r"(?=\s*(?:[.,;:)](?![0-9])|$|(?:ngày|của|năm|và|về|thì|đã|tại|do)\b))",  # Nghị định số 68
    r"(?<=[Mm])(?:ức(?:\s+độ)?\s+[0-9](?:\s*(?:,|và|-)\s*(?:mức\s+(?:độ\s+)?)?[0-9](?![.,]?[0-9]))*"
    rf"|(?:ẫu|(?<=M)ục){_NAME})",  # mức độ 3, 4
    r"(?:(?<=[Đđ])(?:ề án|ợt|iện thoại|(?<=Đ)iều)|(?<=[Kk])h(?:oản|óa|u)|(?<=C)(?:hương|ovid|OVID)"
    r"|(?<=[Pp])h(?:ụ lục|ường|iên bản)|(?<=[Bb])(?:iểu|ước)|(?<=[Ll])oại|(?<=l)ần|(?<=[Hh])ạng"
    rf"|(?<=[Ấấ])p|(?<=[Vv])òng|(?<=[Gg])iai đoạn|(?<=I)SO|(?<=Q)CVN){_NAME}",
)
_NO_COUNT = pattern(
    r"[0-9BbCĐđGgHhIKkLlMmNnPpQqSsTtVvẤấ]"
    rf"(?:(?<=[0-9])(?<![0-9].)(?:{'|'.join(_FROM_DIGIT)})|(?<!\w.)(?=[CSOăghiopuòưạầẫềốổợụứ])(?:{'|'.join(_FROM_WORD)}))"
)
_ITEM_NUMBER = pattern(r"\s*[0-9]{1,2}[.)](?=\s)")
_ADDRESS_SIGN = pattern(r"://|www\.|@|\.vn\b")

_REACH = 24
"""How far before its digits the words may begin that make a number a name; the longest are Phụ lục and
Điện thoại, with room for what stands between."""

_NEAR = pattern(rf"[0-9](?:[^0-9]{{0,{3 * _REACH}}}+[0-9])*+")
"""Digits whose neighbourhoods meet."""


def hide(text: str) -> str:
    """`text` with a control character for each one of a number that counts nothing; its length stays."""
    spots: list[tuple[int, int]] = []
    if _ADDRESS_SIGN.search(text):
        spots = [match.span() for match in re.finditer(r"\S+", text) if _ADDRESS_SIGN.search(match[0])]
    if item := _ITEM_NUMBER.match(text):
        spots.append(item.span())
    for start, end in _neighbourhoods(text):
        spots.extend(match.span() for match in _NO_COUNT.finditer(text, start, end))
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spots):
        if end > at:
            pieces += text[at:start], "\u0001" * (end - max(at, start))
            at = end
    return "".join((*pieces, text[at:]))


def _neighbourhoods(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` around its digits: the pattern is long, and most text has no digit near."""
    return [(max(match.start() - _REACH, 0), match.end() + 2 * _REACH) for match in _NEAR.finditer(text)]
