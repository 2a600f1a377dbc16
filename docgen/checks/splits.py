"""Where a text names a total and its parts, and which figures they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from docgen.checks.agreement import same_kind
from docgen.checks.counted import Count, Counted
from docgen.checks.part_words import DONE, UNDONE
from docgen.patterns import pattern
from docgen.values import Struct

_OPENER = pattern(
    r"(?P<words>[TtBbGgCcn](?<!\w.)(?:(?<=[Tt])rong đó|(?<=[Bb])ao gồm|(?<=[Gg])ồm có|(?<=[Gg])ồm"
    r"|(?<=[Cc])hia ra|(?<=[Cc])ụ thể(?: như sau)?|(?<=n)hư sau)\b)|(?P<colon>:)(?!\d)"
)
_NEXT_OPENER = pattern(r"[Ttg](?<!\w.)(?:(?<=[Tt])rong đó|(?<=g)ồm)\b")
_COMPLETE = frozenset({"gồm", "gồm có", "bao gồm", "chia ra"})
"""Openers after which every part is named."""


class Split(Struct, frozen=True):
    """A total and what the sentence names as its parts; `complete` when the words say these are all."""

    total: Count
    parts: tuple[Count, ...]
    complete: bool = False
    statuses: bool = False


def splits(text: Counted) -> Iterator[Split]:
    """Every total with parts that `text` seems to name; the same may come twice."""
    plain = [count for count in text.counts if not count.percent]
    yield from _in_parentheses(text, plain)
    yield from _after_openers(text, plain)
    yield from _by_status(text, plain)
    yield from _out_of(text, plain)


def _in_parentheses(text: Counted, plain: list[Count]) -> Iterator[Split]:
    for number, group in enumerate(text.groups[1:], 1):
        parts = [count for count in plain if count.group == number]
        before = [count for count in plain if count.group == group.parent and count.end <= group.start]
        if len(parts) < 2 or not before:
            continue
        total = before[-1]
        gap = text.between(total.end, group.start)
        if text.sentence(total.start) != text.sentence(group.start) or ";" in gap or len(gap) > 160:
            continue
        head = text.text[group.start + 1 : parts[0].start].lower()
        if not re.search(r"trong đó,? có", head):
            yield Split(total, tuple(parts), complete="gồm" in head)


def _after_openers(text: Counted, plain: list[Count]) -> Iterator[Split]:
    for match in _OPENER.finditer(text.text):
        group = next((n for n in range(len(text.groups) - 1, -1, -1) if _holds(text, n, match.start())), 0)
        here = [count for count in plain if count.group == group]
        sentence = text.sentence(match.start())
        at_start = text.starts[sentence] == match.start()
        before = [
            count
            for count in here
            if count.end <= match.start() and text.sentence(count.start) == sentence - (1 if at_start else 0)
        ]
        end = _region_end(text, match.end(), group, sentence)
        parts = [count for count in here if match.end() <= count.start < end]
        if not before or not parts:
            continue
        total, words = before[-1], (match["words"] or "").lower()
        gap = text.between(total.end, match.start())
        if match["colon"] and not _colon_opens(text, total, gap, parts):
            continue
        if not match["colon"] and any(adds_up(count, parts) for count in before):
            continue
        if text.text[match.end() : match.end() + 4].lstrip(", ").startswith("có") and len(parts) > 1:
            continue
        yield Split(total, tuple(parts), complete=words in _COMPLETE)


def _holds(text: Counted, number: int, offset: int) -> bool:
    group = text.groups[number]
    return group.start <= offset < group.end or number == 0


def _region_end(text: Counted, start: int, group: int, sentence: int) -> int:
    """Where the parts that begin at `start` end: with the sentence, the parenthesis, or the next opener."""
    end = text.starts[sentence + 1] if sentence + 1 < len(text.starts) else len(text.text)
    end = min(end, text.groups[group].end)
    following = _NEXT_OPENER.search(text.text, start, end)
    return following.start() if following else end


def _colon_opens(text: Counted, total: Count, gap: str, parts: list[Count]) -> bool:
    """Whether a colon behind `total` opens its parts, and is not that of a label in a list of values."""
    own_label = text.text[: total.start].rstrip().endswith(":")
    if ";" in gap or len(gap) > 320 or (own_label and "," in gap) or len(parts) < 2:
        return False
    return all(not part.unit or same_kind(total, part) for part in parts) and any(part.unit for part in parts)


def _by_status(text: Counted, plain: list[Count]) -> Iterator[Split]:
    """ "phát hiện 14 vấn đề, đã xử lý 12 vấn đề, đang xử lý 02 vấn đề": what is done and what is not."""
    for number, total in enumerate(plain):
        if total.whole is not None or _status(total):
            continue
        group = [count for count in plain[number + 1 :] if count.group == total.group]
        parts: list[Count] = []
        for count in group:
            near = text.sentence(count.start) - text.sentence(total.start) <= 1
            if not near or not same_kind(total, count) or count.whole is not None:
                break
            if not _status(count):
                break
            parts.append(count)
        if (
            len(parts) > 1
            and _status(parts[0]) == "done"
            and any(_status(part) == "rest" for part in parts[1:])
        ):
            yield Split(total, tuple(parts), statuses=True)


def _status(count: Count) -> str:
    """Whether the words before a figure say "done" or "rest"; "" when neither."""
    return _status_of(count.label[-8:])


@lru_cache(maxsize=4096)
def _status_of(words: tuple[str, ...]) -> str:
    label = " ".join(words) + " "
    if re.search(UNDONE, label):
        return "rest"
    return "done" if re.search(DONE, label) else ""


def _out_of(text: Counted, plain: list[Count]) -> Iterator[Split]:
    """ "trong 18 đơn vị … có 01 đơn vị …, 03 đơn vị …, 14 đơn vị …" """
    for number, total in enumerate(plain):
        if total.label[-1:] != ("trong",) and total.label[-2:] != ("trong", "số"):
            continue
        sentence = text.sentence(total.start)
        parts = [
            count
            for count in plain[number + 1 :]
            if count.group == total.group
            and text.sentence(count.start) == sentence
            and same_kind(total, count)
        ]
        if len(parts) > 1:
            yield Split(total, tuple(parts))


def adds_up(total: Count, parts: Sequence[Count]) -> bool:
    """Whether several parts make the total, or the whole of a fraction."""
    result = sum((part.value for part in parts), Decimal(0))
    return len(parts) > 1 and result in (total.value, total.whole)
