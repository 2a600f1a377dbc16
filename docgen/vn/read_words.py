"""Numbers in words, read back: the inverse of docgen.vn.words in all its variants.

A number is blocks joined by tỷ, a block is groups joined by triệu and nghìn, a group is hundreds, tens and
a unit. What speech leaves out is accepted where one number alone can be meant ("hai lăm", "hai triệu
rưỡi") and refused with both readings named where two can ("một trăm hai" is 102 or 120).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NoReturn

from docgen.vn.errors import VnError
from docgen.vn.numbers import EXACT, MAX_DIGITS, so
from docgen.vn.text import fold
from docgen.vn.words import DIGITS, bang_chu

_VARIANTS = {"ngàn": "nghìn", "tỉ": "tỷ", "lẻ": "linh", "bẩy": "bảy", "chục": "mươi", "nhăm": "lăm"}
_UNIT = {word: value for value, word in enumerate(DIGITS)}
_AFTER_MUOI = {**_UNIT, "lăm": 5, "tư": 4}
_AFTER_TENS = {**_AFTER_MUOI, "mốt": 1}
for _table in (_AFTER_MUOI, _AFTER_TENS):
    del _table["không"], _table["năm"]  # "hai mươi năm" is a span of years; 25 is "hai mươi lăm"
_ONLY_AFTER_TENS = {"mốt": 1, "tư": 4, "lăm": 5}
_SCALES = {"triệu": 10**6, "nghìn": 10**3}
_HINT = "Ghi như hai nghìn không trăm hai mươi lăm"


def doc_chu(words: str) -> Decimal:
    """The number `words` stand for: "hai nghìn không trăm hai mươi lăm" is 2025, "âm một phẩy năm" is
    -1.5. Raises VnError for other text, and for words that can mean two numbers."""
    tokens = [_VARIANTS.get(token, token) for token in re.findall(r"[^\s,.;]+", fold(words))]
    shown = " ".join(words.split())
    if not tokens:
        raise VnError("số bằng chữ để trống", _HINT)
    if len(tokens) > 4 * MAX_DIGITS:
        raise VnError("số bằng chữ quá dài")
    try:
        return _number(tokens)
    except _Ambiguous as fault:
        one, other = (so(reading) for reading in fault.readings)
        raise VnError(
            f"“{fault.words or re.sub('(?i)^âm ', '', shown)}” có thể hiểu là {one} hoặc {other}",
            f"Ghi {' hoặc '.join(bang_chu(reading) for reading in fault.readings)}",
        ) from None
    except _Unreadable:
        spelling = re.sub(r"\b(mười|mươi) năm\b", r"\1 lăm", shown)
        hint = _HINT if spelling == shown else f"Nếu là số thì ghi {spelling}"
        raise VnError(f"“{shown}” không đọc được thành số", hint) from None


def doc_thu_tu(words: str) -> int:
    """The number of an ordinal: "thứ nhất" is 1, "thứ tư" is 4, "thứ hai mươi mốt" is 21. Raises VnError."""
    first, _, rest = fold(words).partition(" ")
    special = {"nhất": 1, "nhì": 2, "tư": 4}
    if first == "thứ" and rest in special:
        return special[rest]
    number = doc_chu(rest) if first == "thứ" and rest else None
    if number is None or number < 1 or number % 1:
        raise VnError(f"“{words.strip()}” không phải là thứ tự", "Ghi như thứ nhất, thứ hai, thứ tư")
    return int(number)


class _Unreadable(Exception):
    """The words are no number."""


class _Ambiguous(Exception):
    """Some of the words are two numbers; `words` are those, or "" for all of them."""

    def __init__(self, words: str, *readings: int) -> None:
        self.words = words
        self.readings = readings


def _number(tokens: list[str]) -> Decimal:
    if tokens[0] == "âm":
        value = _number(tokens[1:]) if tokens[1:] and tokens[1] != "âm" else None
        if not value:
            raise _Unreadable
        return value.copy_negate()
    if tokens[-1] == "rưỡi":
        return EXACT.add(_integer(tokens[:-1]), _half(tokens[:-1]))
    if "phẩy" in tokens:
        at = tokens.index("phẩy")
        return Decimal(f"{_integer(tokens[:at])}.{_decimals(tokens[at + 1 :])}")
    return Decimal(_integer(tokens))


def _half(tokens: list[str]) -> Decimal:
    """Half of the unit the words end in: of a triệu after "hai triệu", of one after "hai"."""
    last = tokens[-1]
    scales = [token for token in tokens if token in _SCALES or token == "tỷ"]
    if last in _SCALES or last == "tỷ":
        value = 1
        while tokens and (tokens[-1] in _SCALES or tokens[-1] == "tỷ"):
            value *= _SCALES.get(tokens[-1], 10**9)
            tokens = tokens[:-1]
        return Decimal(value // 2)
    if scales:
        raise _Unreadable  # "một triệu hai trăm rưỡi" leaves open what is halved
    return Decimal(50) if last == "trăm" else Decimal("0.5")


def _integer(tokens: list[str]) -> int:
    total, power_before = 0, None
    for block, power in _blocks(tokens):
        if power_before is not None and power >= power_before:
            raise _Unreadable
        scale_before = None if power_before is None or power else 10 ** (9 * power_before)
        total = _block(block, power, total, scale_before)
        power_before = power
    return total


def _blocks(tokens: list[str]) -> list[tuple[list[str], int]]:
    """The words before each run of tỷ, and how many tỷ follow them."""
    blocks: list[tuple[list[str], int]] = []
    words: list[str] = []
    for index, token in enumerate(tokens):
        if token != "tỷ":
            words.append(token)
        elif words:
            blocks.append((words, 1))
            words = []
        elif blocks and tokens[index - 1] == "tỷ" and 9 * (blocks[-1][1] + 1) < MAX_DIGITS:
            blocks[-1] = (blocks[-1][0], blocks[-1][1] + 1)
        else:
            raise _Unreadable
    if words or not blocks:
        blocks.append((words, 0))
    return blocks


def _block(tokens: list[str], power: int, total: int, scale_before: int | None) -> int:
    """`total` and the value of one block. A bare unit behind a scale word ("hai nghìn ba") may be short
    for hundreds of it; `scale_before` is the scale of the block before, where that matters."""
    one: int = 10 ** (9 * power)
    scales = iter(_SCALES.items())
    words: list[str] = []
    for token in tokens:
        if token not in _SCALES:
            words.append(token)
            continue
        if all(name != token for name, _ in scales):
            raise _Unreadable  # a scale may come once, the larger first
        scale_before = _SCALES[token] * one
        total += _group(words) * scale_before
        words = []
    if not words and tokens:
        return total
    if scale_before is not None and len(words) == 1 and words[0] in _UNIT:
        unit = _UNIT[words[0]] or _fail()
        raise _Ambiguous("", total + unit * one, total + unit * scale_before // 10)
    return total + _group(words) * one


def _group(tokens: list[str]) -> int:
    if tokens[1:2] == ["trăm"] and tokens[0] in _UNIT:
        hundreds, rest = 100 * _UNIT[tokens[0]], tokens[2:]
        if len(rest) == 1 and rest[0] in _UNIT and hundreds:
            raise _Ambiguous(" ".join(tokens), hundreds + _UNIT[rest[0]], hundreds + 10 * _UNIT[rest[0]])
        return hundreds + (_below_hundred(rest) if rest else 0)
    return _below_hundred(tokens)


def _below_hundred(tokens: list[str]) -> int:
    if tokens[:1] == ["linh"] and len(tokens) > 1:
        return _below_hundred(tokens[1:]) if tokens[1] not in ("linh", "không") else _fail()
    if tokens[:1] == ["mười"]:
        return 10 + _after(tokens[1:], _AFTER_MUOI)
    if len(tokens) == 1:
        return _UNIT[tokens[0]] if tokens[0] in _UNIT else _fail()
    tens = _UNIT.get(tokens[0], 0) if tokens else 0
    if tens and tokens[1] == "mươi" and (tens > 1 or len(tokens) == 2):
        return 10 * tens + _after(tokens[2:], _AFTER_TENS)
    return 10 * tens + _after(tokens[1:], _ONLY_AFTER_TENS) if tens > 1 else _fail()


def _after(tokens: list[str], units: dict[str, int]) -> int:
    if not tokens:
        return 0
    return units[tokens[0]] if len(tokens) == 1 and tokens[0] in units else _fail()


def _fail() -> NoReturn:
    raise _Unreadable


def _decimals(tokens: list[str]) -> str:
    """The digits behind the comma: read one by one, or as a number behind leading zeros."""
    if tokens and all(token in _UNIT for token in tokens):
        return "".join(str(_UNIT[token]) for token in tokens)
    zeros = 0
    while tokens[zeros : zeros + 1] == ["không"] and tokens[zeros + 1 : zeros + 2] != ["trăm"]:
        zeros += 1
    rest = tokens[zeros:]
    return "0" * zeros + f"{_group(rest):0{3 if 'trăm' in rest else 1}d}"
