"""The figures of a printed sentence: what is counted, what stands before and after it, how deep in
parentheses it is. Dates, document numbers, names with numbers (mức độ 3, ISO 9001) are no figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property, lru_cache

from docgen import vn
from docgen.checks.no_counts import hide
from docgen.checks.slips import PASSAGES_KEPT
from docgen.patterns import pattern
from docgen.values import Struct

MOST_CHARACTERS = 20_000
MOST_FIGURES = 150
"""Beyond these a paragraph is no sentence but a table or a list in disguise: its figures are not read. The
longest paragraphs of five published reports have 1,635 characters and 11 figures."""

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
_FIGURE = pattern(
    r"(?P<a>[0-9](?<![\w.,/:-].)(?:[0-9]{0,2}(?:\.[0-9]{3})+|[0-9]*)(?:,[0-9]+)?)"
    rf"(?:\s*(?P<percent>%)|\s?/\s?(?P<b>{_NUMBER})(?![\w/]|[.,][0-9])|(?![\w/:]|[.,][0-9]))"
)

_DIGIT = pattern(r"[0-9]")
_WORD = pattern(r"[\w&/-][\w&/-]*(?<=\w)")
_STOP = pattern(r"[.;:(),](?:(?<!,)|(?=\s))")
_GAP = pattern(r"[.!?…]\s+(?=[^\W\d_a-z]|[-+“\"(])")


@lru_cache(maxsize=PASSAGES_KEPT)
def has_digits(text: str) -> bool:
    """Whether there can be a figure in `text`."""
    return _DIGIT.search(text) is not None


# A figure followed by one of these stands for itself: "…: 318, của huyện 22".
_NO_UNIT = frozenset(
    _WORD.findall(
        "và của trên là được đã so với theo tại trong cho do bằng qua ở từ đến có còn hoặc chiếm đạt về để"
        " vào như"
    )
)


def gaps(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Begin and end of the blanks between two sentences of `text`, from `start` on."""
    for match in _GAP.finditer(text, max(start - 1, 0)):
        if not "à" <= text[match.end()] <= "ỹ":  # small letters; in a pattern so wide a range compiles slowly
            yield match.start() + 1, match.end()


def sentence_of(text: str, offset: int) -> str:
    """The sentence of `text` that holds character `offset`."""
    starts = [end for _, end in gaps(text)]
    first = max((start for start in starts if start <= offset), default=0)
    return text[first : min((start for start in starts if start > offset), default=len(text))]


class Count(Struct, frozen=True, eq=False, dict=True):
    """A figure at `start` to `end` of the text: `value`; `whole` is the denominator of a fraction (None
    otherwise). `group` is the parenthesis it stands in, 0 for none; `before` and `after` are the text up
    to the figures beside it."""

    start: int
    end: int
    text: str
    value: Decimal
    whole: Decimal | None
    percent: bool
    group: int
    before: str
    after: str

    @cached_property
    def label(self) -> tuple[str, ...]:
        """The words right before the figure, back to the last figure or stop but a colon, folded."""
        trimmed = self.before.rstrip().removesuffix(":")
        return words(_STOP.split(trimmed.rstrip())[-1])

    @cached_property
    def unit(self) -> tuple[str, ...]:
        """The words right behind the figure up to the next or a stop, folded; none when it stands alone."""
        head = _STOP.split(self.after, maxsplit=1)[0]
        found = words(head)
        return () if found and (found[0] in _NO_UNIT or not head[:2].strip()[:1].isalpha()) else found

    @property
    def decimals(self) -> int:
        """How many decimals are printed."""
        return max(-int(self.value.as_tuple().exponent), 0)


class Group(Struct, frozen=True):
    """A parenthesis: where it opens and closes (the end of the text when it does not), and what it is in."""

    start: int
    end: int
    parent: int


class Counted(Struct, frozen=True, eq=False):
    """A text with its figures, parentheses (`groups[0]` is the text itself) and sentence starts."""

    text: str
    counts: tuple[Count, ...]
    groups: tuple[Group, ...]
    starts: tuple[int, ...]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds character `offset`."""
        return bisect_right(self.starts, offset) - 1

    def sentence_text(self, offset: int) -> str:
        """The sentence that holds character `offset`."""
        number = bisect_right(self.starts, offset)
        return self.text[self.starts[number - 1] : self.starts[number] if number < len(self.starts) else None]

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
    found = list(_FIGURE.finditer(hide(text))) if len(text) <= MOST_CHARACTERS else []
    if len(found) > MOST_FIGURES:
        found = []
    starts = (0, *(end for _, end in gaps(text))) if found else (0,)
    groups = _groups(text, starts) if "(" in text else (Group(0, len(text), -1),)
    counts = []
    for number, match in enumerate(found):
        before = text[found[number - 1].end() if number else 0 : match.start()]
        after = text[match.end() : found[number + 1].start() if number + 1 < len(found) else len(text)]
        counts.append(_count(match, _innermost(groups, match.start()), before, after))
    return Counted(text, tuple(counts), groups, starts)


def _count(match: re.Match[str], group: int, before: str, after: str) -> Count:
    whole = _value(match["b"]) if match["b"] else None
    percent = bool(match["percent"])
    return Count(
        match.start(), match.end(), match[0], _value(match["a"]), whole, percent, group, before, after
    )


def _value(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of `text`, folded; numbers in names stay (mức độ 3 is three words)."""
    return tuple(_WORD.findall(vn.fold(text)))


def _groups(text: str, starts: tuple[int, ...]) -> tuple[Group, ...]:
    """The parentheses of `text`, behind the text itself. One that never closes ends with its sentence; a
    closing sign alone ("a)") is none."""
    spans: list[tuple[int, int, int]] = [(0, len(text), -1)]
    stack = [0]
    for match in re.finditer(r"[()]", text):
        offset = match.start()
        while len(stack) > 1 and offset >= spans[stack[-1]][1]:
            stack.pop()
        if match[0] == "(":
            end = next((start for start in starts if start > offset), len(text))
            spans.append((offset, end, stack[-1]))
            stack.append(len(spans) - 1)
        elif len(stack) > 1:
            number = stack.pop()
            spans[number] = (spans[number][0], offset, spans[number][2])
    return tuple(Group(*span) for span in spans)


def _innermost(groups: tuple[Group, ...], offset: int) -> int:
    """The number of the innermost parenthesis that holds `offset`; 0 for none."""
    for number in range(len(groups) - 1, 0, -1):
        if groups[number].start <= offset < groups[number].end:
            return number
    return 0
