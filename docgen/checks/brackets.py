"""Brackets and quotes that are opened and not closed, or closed and not opened.

A bracket may be closed in a later paragraph ("(gồm:" … "- xã B)."), so what is left open in one passage
is matched with what is left closed in one of the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen.checks.slips import PASSAGES_KEPT, Slip
from docgen.prose import Passage

REACH = 12
"""Passages within which a bracket may still be closed."""

_CLOSERS = {")": "(", "]": "[", "”": "“"}
_MARK = re.compile(r"[()\[\]“”]")
_ENUMERATION = re.compile(r"(?<![^\s;,.:(+-])(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)$")
_STRAIGHT = re.compile(r'(?<!\d)"|"(?=\w)')

Left = tuple[int, int, str]  # passage, offset, mark


def unbalanced(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """Each bracket or quote without partner, with its passage."""
    texts = list(passages)
    opened: list[Left] = []
    lonely: list[Left] = []
    for index, passage in enumerate(texts):
        for offset, mark in _left_over(passage.text):
            partner = _CLOSERS.get(mark)
            if partner is None:
                opened.append((index, offset, mark))
                continue
            for left in reversed(opened):
                if left[2] == partner and index - left[0] <= REACH:
                    opened.remove(left)
                    break
            else:
                lonely.append((index, offset, mark))
    for index, offset, mark in sorted([*opened, *lonely]):
        text = texts[index].text
        yield texts[index], Slip("ngoac-khong-can", offset, offset + 1, _context(text, offset), mark)


@lru_cache(maxsize=PASSAGES_KEPT)
def _left_over(text: str) -> tuple[tuple[int, str], ...]:
    """Marks of `text` without partner in it; "a)" and "1)" before an enumerated part are none."""
    stack: list[tuple[int, str]] = []
    left: list[tuple[int, str]] = []
    for match in _MARK.finditer(text):
        mark, offset = match[0], match.start()
        partner = _CLOSERS.get(mark)
        if partner is None:
            stack.append((offset, mark))
        elif any(opening == partner for _, opening in stack):
            while stack[-1][1] != partner:
                left.append(stack.pop())
            stack.pop()
        elif mark != ")" or not _ENUMERATION.search(text, 0, offset + 1):
            left.append((offset, mark))
    if '"' in text:
        left += _odd_quote(text)
    return tuple(sorted(left + stack))


def _odd_quote(text: str) -> list[tuple[int, str]]:
    """The last straight quote when their number is odd; behind a digit it is a sign for inches."""
    quotes = [match.start() for match in _STRAIGHT.finditer(text)]
    return [(quotes[-1], '"')] if len(quotes) % 2 else []


def _context(text: str, offset: int) -> str:
    """The words around `offset`, whole."""
    start = text.rfind(" ", 0, max(0, offset - 20)) + 1
    end = text.find(" ", offset + 20)
    return text[start : end if end > 0 else len(text)]
