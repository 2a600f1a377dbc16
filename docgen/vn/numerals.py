"""Numbering marks: Roman numerals and the letters of the Vietnamese alphabet.

Points of a document are lettered a b c d đ e g h … (Nghị định 30/2020 Phụ lục I, Mục II.6: "các chữ cái
tiếng Việt theo thứ tự bảng chữ cái"); ă, â, ê, ô, ơ, ư are left out and f, j, w, z are not in the alphabet.
"""

from __future__ import annotations

from docgen.vn.errors import VnError
from docgen.vn.text import nfc

LIST_LETTERS = tuple("abcdđeghiklmnopqrstuvxy")

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def la_ma(n: int) -> str:
    """`n` in Roman numerals, from 1 (I) to 3999 (MMMCMXCIX). Raises VnError outside."""
    if isinstance(n, bool) or n != int(n):
        raise TypeError("số La Mã cần một số nguyên")
    rest = int(n)
    if not 1 <= rest <= 3999:
        raise VnError("số La Mã chỉ viết được từ 1 đến 3999")
    parts = []
    for value, letters in _ROMAN:
        count, rest = divmod(rest, value)
        parts.append(letters * count)
    return "".join(parts)


def doc_la_ma(text: str) -> int:
    """The number of a Roman numeral, in capital or small letters. Raises VnError for what is not the
    one right way of writing a number ("IIII", "IC")."""
    letters = text.strip().upper()
    total, rest = 0, letters
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            total, rest = total + value, rest[len(sign) :]
    if rest or not 1 <= total <= 3999 or la_ma(total) != letters:
        raise VnError(f"“{text.strip()}” không phải là số La Mã")
    return total


def list_letter(i: int) -> str:
    """The `i`-th list letter, from 1: a, b, c, d, đ, e, g …; after y comes aa, ab, as in Word.
    Raises VnError below 1."""
    if i < 1:
        raise VnError("thứ tự của chữ cái bắt đầu từ 1")
    letters = ""
    while i:
        i, last = divmod(i - 1, len(LIST_LETTERS))
        letters = LIST_LETTERS[last] + letters
    return letters


def list_letter_index(letter: str) -> int:
    """The position of a list letter, from 1: "đ" is 5, "aa" is 24. Raises VnError for other text."""
    letters = nfc(letter).strip().lower()
    if not letters or any(one not in LIST_LETTERS for one in letters):
        raise VnError(
            f"“{letter}” không phải là chữ cái đánh thứ tự", "Thứ tự là a, b, c, d, đ, e, g, h, i …"
        )
    index = 0
    for one in letters:
        index = index * len(LIST_LETTERS) + LIST_LETTERS.index(one) + 1
    return index
