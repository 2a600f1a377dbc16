"""Numbers that count nothing: dates, periods, document numbers, names (mức độ 3, ISO 9001), addresses."""

from __future__ import annotations

import re

# What looks like a count and is none; each part is a reason.
_FROM_DIGIT = (
    r"[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}",  # 14/9/2020
    r"[0-9]{1,2}\s+tháng\b(?:\s+(?:đầu|cuối))?(?:\s+năm\s+[0-9]{4})?",  # 6 tháng đầu năm 2021
    r"[0-9]{1,3}\s+năm\b(?!\s+[0-9])",  # 10 năm
    r"[0-9]{4}\s?[-–]\s?[0-9]{4}\b",  # 2021 - 2030
    r"(?:19|20)[0-9]{2}\b(?=\s*(?:[.,;:()“”\"]|$|(?:của|và|trên|so|theo|tại|là|đã|được|cho|về|do|với"
    r"|tăng|giảm|đạt|chiếm|bằng|có|còn|thì|như|đến|tới|trở)\b))",
    r"[0-9]+\s?/\s?(?:[0-9]{4}\s?/\s?)?[A-ZĐ][\w&]*(?:\s?[-/]\s?[A-ZĐ][\w&]*)*",  # 16/2015/NĐ-CP
    r"[0-9]+\s?-\s?[A-ZĐ][\w&]*(?:/[A-ZĐ]\w*)?",  # 05-NQ/TU
    r"[0-9]\.[0-9]\b",  # 5.0 of software
    r"[0-9]+:[0-9]{4}\b",  # 9001:2015
    r"[0-9]{1,2}\s?(?:giờ|h)\b(?:\s?[0-9]{2})?",
    r"0[0-9]{2,3}[ .]?[0-9]{3}[ .]?[0-9]{3,4}\b",  # telephone
)
_FROM_WORD = (
    r"[Nn]gày\s+[0-9]{1,2}(?:\s?[/.-]\s?[0-9]{1,2})?(?:\s?[/.-]\s?[0-9]{4}\b)?"
    r"(?:\s+tháng\s+[0-9]{1,2})?(?:\s+năm\s+[0-9]{4})?",
    r"[Tt]háng\s+[0-9]{1,2}(?:\s?/\s?[0-9]{4}|\s+năm\s+[0-9]{4})?",
    r"[Qq]uý\s+(?:[0-9]|[IVX]+)\b(?:\s?/\s?[0-9]{4}|\s+năm\s+[0-9]{4})?",
    r"[Nn]ăm\s+(?:học\s+)?[0-9]{4}(?:\s?[-–]\s?[0-9]{4})?",
    r"(?<![Tt]ổng )(?<![Tt]rong )(?<!trên )(?<!con )[Ss]ố\s*:?\s*[0-9]+"
    r"(?=\s*(?:[.,;:)](?![0-9])|$|(?:ngày|của|năm|và|về|thì|đã|tại|do)\b))",  # Nghị định số 68
    # mức độ 3, 4
    r"[Mm]ức(?:\s+độ)?\s+[0-9](?:\s*(?:,|và|-)\s*(?:mức\s+(?:độ\s+)?)?[0-9](?![.,]?[0-9]))*",
    r"(?:Điều|[Kk]hoản|Mục|Chương|[Pp]hụ lục|[Bb]iểu|[Mm]ẫu|thứ|lần|[Kk]hóa|[Ll]oại|[Hh]ạng|[Nn]hóm"
    r"|[Tt]ổ|[Tt]hôn|[Ấấ]p|[Kk]hu|[Qq]uận|[Pp]hường|[Đđ]ề án|[Tt]ổng đài|[Pp]hiên bản|[Vv]òng|[Bb]ước"
    r"|[Gg]iai đoạn|[Đđ]ợt|[Đđ]iện thoại|ISO|TCVN(?:\s+ISO)?|QCVN|Covid|COVID)\s*[0-9][0-9.:/-]*",
)
# The first characters are tested before the long lists are tried: this runs over whole reports.
_NO_COUNT = re.compile(
    rf"(?=[0-9])(?<![0-9])(?:{'|'.join(_FROM_DIGIT)})|(?=[^\W\d_])(?<!\w)(?:{'|'.join(_FROM_WORD)})"
)
_ITEM_NUMBER = re.compile(r"\s*[0-9]{1,2}[.)](?=\s)")
_ADDRESS_SIGN = re.compile(r"://|www\.|@|\.vn\b")
_DIGIT = re.compile(r"[0-9]")

_REACH = 24
"""How far before its digits the words may begin that make a number a name; the longest are Phụ lục and
Điện thoại, with room for what stands between."""


def hide(text: str) -> str:
    """`text` with a control character for each one of a number that counts nothing; its length stays."""
    spots: list[tuple[int, int]] = []
    if _ADDRESS_SIGN.search(text):
        spots = [match.span() for match in re.finditer(r"\S+", text) if _ADDRESS_SIGN.search(match[0])]
    if item := _ITEM_NUMBER.match(text):
        spots.append(item.span())
    for start, end in _neighbourhoods(text):
        spots.extend(match.span() for match in _NO_COUNT.finditer(text, start, end))
    if not spots:
        return text
    characters = list(text)
    for start, end in spots:
        characters[start:end] = "\u0001" * (end - start)
    return "".join(characters)


def _neighbourhoods(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` around its digits: the pattern is long, and most text has no digit near."""
    found: list[tuple[int, int]] = []
    for match in _DIGIT.finditer(text):
        start, end = max(match.start() - _REACH, 0), match.end() + 2 * _REACH
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
