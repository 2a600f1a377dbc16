"""Numbers of headings by a scheme such as ("I.", "1.", "1.1.", "a)").

A pattern shows the first number of its level: I i (Roman), A a (Vietnamese letters: a b c d đ e g),
1 (Arabic), 1.1 (Arabic, with the numbers of the levels above, also where those print as Roman). What
stands around it is kept: "Phần I", "(1)", "Điều 1.". Điều go on through the whole text (NĐ 30/2020,
Phụ lục I, mục II.5: they are numbered continuously); every other number starts again below a new
heading of a higher level.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from docgen import vn
from docgen.values import Struct

_PATTERN = re.compile(r"(?P<before>(?:[^\W\d]{2,} )?\(?)(?P<first>1(?:\.1)*|[IiAa])(?P<after>[.):/-]*)")
_CONTINUOUS = "Điều"


class SchemeError(ValueError):
    """`pattern` of a scheme cannot be read, or not count so far. The message is Vietnamese."""

    def __init__(self, pattern: str, message: str = "") -> None:
        super().__init__(
            message or f"không hiểu kiểu đánh số “{pattern}”; mẫu đúng: I. · A. · 1. · 1.1. · a) · Điều 1."
        )
        self.pattern = pattern


class _Level(Struct, frozen=True):
    before: str
    after: str
    write: Callable[[int], str]
    parts: int
    restarts: bool

    def number(self, counts: list[int]) -> str:
        """The number for the last of `counts`, the running numbers of this level and those above."""
        if self.parts == 1:
            return self.before + self.write(counts[-1]) + self.after
        present = [str(n) for n in counts[-self.parts :] if n]  # a skipped level has no number
        return self.before + ".".join(present) + self.after


def number_headings(levels: Iterable[int], scheme: tuple[str, ...]) -> list[str]:
    """The number of each heading, given their levels (from 1) in reading order.

    A level may be skipped; a level beyond the scheme, or one with an empty pattern, has no number.
    Raises SchemeError for a pattern that cannot be read.
    """
    patterns = _scheme(scheme)
    counts: list[int] = []
    running: dict[int, int] = {}
    numbers = []
    for level in levels:
        counts[level:] = []
        counts.extend([0] * (level - len(counts)))
        pattern = patterns[level - 1] if level <= len(patterns) else None
        if pattern is not None and not pattern.restarts:
            running[level] = counts[level - 1] = running.get(level, 0) + 1
        else:
            counts[level - 1] += 1
        try:
            numbers.append(pattern.number(counts) if pattern else "")
        except vn.VnError as fault:  # beyond the Roman numbers
            raise SchemeError(scheme[level - 1], fault.message) from None
    return numbers


@lru_cache(maxsize=256)
def _scheme(scheme: tuple[str, ...]) -> tuple[_Level | None, ...]:
    return tuple(_level(pattern) for pattern in scheme)


def _level(pattern: str) -> _Level | None:
    if not pattern.strip():
        return None
    match = _PATTERN.fullmatch(pattern)
    if match is None:
        raise SchemeError(pattern)
    first, before = match["first"], match["before"]
    parts = first.count(".") + 1
    return _Level(before, match["after"], _WRITERS[first[0]], parts, not before.startswith(_CONTINUOUS))


_WRITERS: dict[str, Callable[[int], str]] = {
    "1": str,
    "I": vn.la_ma,
    "i": lambda n: vn.la_ma(n).lower(),
    "A": lambda n: vn.list_letter(n).upper(),
    "a": vn.list_letter,
}
