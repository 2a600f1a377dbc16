"""Numbers in words, read back: the inverse of docgen.vn.words, for all its variants and common speech.

A number is blocks joined by tỷ, a block is groups joined by triệu and nghìn, a group is trăm, mươi and a
unit. What common speech leaves out is accepted where only one number can be meant ("hai lăm", "hai triệu
rưỡi"), and refused with its readings named where two can ("một trăm hai" is 102 or 120).
"""

from __future__ import annotations

import re
from decimal import Decimal

from docgen.vn.errors import VnError
from docgen.vn.text import fold
from docgen.vn.words import DIGITS

_UNITS = {word: value for value, word in enumerate(DIGITS)}
_AFTER_TENS = {**_UNITS, "mốt": 1, "tư": 4, "lăm": 5}
_VARIANTS = {"ngàn": "nghìn", "tỉ": "tỷ", "lẻ": "linh", "bẩy": "bảy", "chục": "mươi", "nhăm": "lăm", "trừ": "âm"}
_SCALES = (("triệu", 10**6), ("nghìn", 10**3))


def doc_chu(words: str) -> Decimal:
    """The number `words` stand for: "hai nghìn không trăm hai mươi lăm" is 2025, "âm một phẩy năm" is
    -1.5. Reads every variant `bang_chu` can write. Raises VnError for other text and for words that can
    mean two numbers."""
    shown = " ".join(words.split())
    tokens = [_VARIANTS.get(token, token) for token in re.findall(r"[^\s,.]+", fold(words))]
    if not tokens:
        raise VnError("số bằng chữ để trống")
    negative = tokens[0] == "âm"
    tokens = tokens[1:] if negative else tokens
    try:
        whole, comma, decimals = _split(tokens, "phẩy")
        value = _integer(whole)
        if comma:
            value = Decimal(f"{value:f}.{_decimals(decimals)}")
    except _Unreadable as fault:
        raise VnError(f"“{shown}” không đọc được thành số{fault}", "Ghi như hai nghìn không trăm hai mươi lăm") from None
    return -value if negative else value


class _Unreadable(Exception):
    """Words that are no number; the text, if any, goes on after "không đọc được thành số"."""


def _split(tokens: list[str], mark: str) -> tuple[list[str], bool, list[str]]:
    if mark not in tokens:
        return tokens, False, []
    at = tokens.index(mark)
    return tokens[:at], True, tokens[at + 1 :]


def _integer(tokens: list[str]) -> Decimal:
    total, last, start = 0, None, 0
    index = 0
    while index < len(tokens):
        if tokens[index] != "tỷ":
            index += 1
            continue
        run = index
        while run < len(tokens) and tokens[run] == "tỷ":
            run += 1
        power = run - index
        if last is not None and power >= last:
            raise _Unreadable
        total += _block(tokens[start:index]) * 10 ** (9 * power)
        last, start, index = power, run, run
    if start < len(tokens):
        total += _block(tokens[start:])
    elif not tokens:
        raise _Unreadable
    return Decimal(total)


def _block(tokens: list[str]) -> int:
    if not tokens:
        raise _Unreadable
    total = 0
    for name, scale in _SCALES:
        head, found, rest = _split(tokens, name)
        if found:
            total += _group(head) * scale
            tokens = rest
    return total + (_group(tokens) if tokens else 0)


def _group(tokens: list[str]) -> int:
    hundreds, found, rest = _split(tokens, "trăm")
    total = 0
    if found:
        if len(hundreds) != 1 or hundreds[0] not in _UNITS:
            raise _Unreadable
        total = 100 * _UNITS[hundreds[0]]
        if not rest:
            return total
    else:
        rest = tokens
    if rest and rest[0] == "linh":
        rest = rest[1:]
    if len(rest) == 1 and rest[0] in _AFTER_TENS:
        return total + _AFTER_TENS[rest[0]]
    if rest[:1] == ["mười"] and len(rest) <= 2:
        return total + 10 + (_AFTER_TENS[rest[1]] if len(rest) == 2 and rest[1] in _AFTER_TENS else 0)
    if rest[1:2] == ["mươi"] and rest[0] in _UNITS and len(rest) <= 3:
        return total + 10 * _UNITS[rest[0]] + (_AFTER_TENS[rest[2]] if len(rest) == 3 else 0)
    raise _Unreadable


def _decimals(tokens: list[str]) -> str:
    if not tokens:
        raise _Unreadable
    if all(token in _UNITS for token in tokens):
        return "".join(str(_UNITS[token]) for token in tokens)
    zeros = 0
    while tokens[zeros] == "không" and tokens[zeros + 1 : zeros + 2] != ["trăm"]:
        zeros += 1
    return "0" * zeros + str(_group(tokens[zeros:]))
