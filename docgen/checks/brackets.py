"""Brackets and quotes that are opened and not closed, or closed and not opened.

A bracket may be closed in a later paragraph ("(gồm:" … "- xã B)."), so what is left open in one passage
is matched with what is left closed in one of the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from docgen.checks.slips import PASSAGES_KEPT, Slip
from docgen.patterns import pattern
from docgen.prose import Passage

REACH = 12
"""Passages within which a bracket may still be closed."""

_CLOSERS = {")": "(", "]": "[", "”": "“"}
_MARK = pattern(r"[()\[\]“”]")
_ENUMERATION = pattern(r"(?<![^\s;,.:(+-])(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)$")
_LONGEST = len("viii")
_LONGEST_WORD = 200
_STRAIGHT = pattern(r'(?<!\d)"|"(?=\w)')

Left = tuple[int, int, str]  # passage, offset, mark


def unbalanced(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """Each bracket or quote without partner, with its passage."""
    texts = list(passages)
    opened: dict[str, list[Left]] = {mark: [] for mark in _CLOSERS.values()}
    lonely: list[Left] = []
    for index, passage in enumerate(texts):
        for offset, mark in _left_over(passage.text):
            partner = _CLOSERS.get(mark)
            if partner is None:
                opened.setdefault(mark, []).append((index, offset, mark))
            elif opened[partner] and index - opened[partner][-1][0] <= REACH:
                opened[partner].pop()
            else:
                lonely.append((index, offset, mark))
    for index, offset, mark in sorted([*chain.from_iterable(opened.values()), *lonely]):
        text = texts[index].text
        yield texts[index], Slip("ngoac-khong-can", offset, offset + 1, _context(text, offset), mark)


@lru_cache(maxsize=PASSAGES_KEPT)
def _left_over(text: str) -> tuple[tuple[int, str], ...]:
    """Marks of `text` without partner in it; "a)" and "1)" before an enumerated part are none."""
    marks = list(_MARK.finditer(text))
    if not marks and '"' not in text:
        return ()
    stack: list[tuple[int, str]] = []
    depth = dict.fromkeys(_CLOSERS.values(), 0)
    left: list[tuple[int, str]] = []
    for match in marks:
        mark, offset = match[0], match.start()
        partner = _CLOSERS.get(mark)
        if partner is None:
            stack.append((offset, mark))
            depth[mark] += 1
        elif depth[partner]:
            while stack[-1][1] != partner:
                depth[stack[-1][1]] -= 1
                left.append(stack.pop())
            depth[partner] -= 1
            stack.pop()
        elif mark != ")" or not _ENUMERATION.search(text, max(offset - _LONGEST, 0), offset + 1):
            left.append((offset, mark))
    if '"' in text:
        left += _odd_quote(text)
    return tuple(sorted(left + stack))


def _odd_quote(text: str) -> list[tuple[int, str]]:
    """The last straight quote when their number is odd; behind a digit it is a sign for inches."""
    quotes = [match.start() for match in _STRAIGHT.finditer(text)]
    return [(quotes[-1], '"')] if len(quotes) % 2 else []


def _context(text: str, offset: int) -> str:
    """The words around `offset`, whole unless they are far longer than words."""
    first, last = max(0, offset - 20), min(offset + 20, len(text))
    start = text.rfind(" ", max(first - _LONGEST_WORD, 0), first) + 1 or max(first - _LONGEST_WORD, 0)
    end = text.find(" ", last, last + _LONGEST_WORD)
    return text[start : end if end > 0 else last + _LONGEST_WORD]
