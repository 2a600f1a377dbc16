"""A total and its parts in one sentence: "6.015 hồ sơ (cấp huyện: 710 hồ sơ, cấp xã: 5.305 hồ sơ)".

Parts are added up only when they seem to be all parts of the total: the words say so (gồm), they are
known to complete each other (cấp huyện and cấp xã, đúng hạn and quá hạn), or their sum comes so near the
total that a slip is likelier than a part left out. In doubt nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen import vn
from docgen.checks.counted import Count, Counted
from docgen.checks.part_words import DONE, FAMILIES, KINDS, NO_PARTS, REST, SHORT_NOUNS, UNDONE

_OPENER = re.compile(
    r"(?P<words>\b(?:[Tt]rong đó|[Bb]ao gồm|[Gg]ồm có|[Gg]ồm|[Cc]hia ra|[Cc]ụ thể(?: như sau)?|như sau)\b)"
    r"|(?P<colon>:)(?!\d)"
)
_COMPLETE = frozenset({"gồm", "gồm có", "bao gồm", "chia ra"})
"""Openers after which every part is named."""


@dataclass(frozen=True, slots=True)
class Split:
    """A total and what the sentence names as its parts; `complete` when the words say these are all."""

    total: Count
    parts: tuple[Count, ...]
    complete: bool = False
    statuses: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures of one sentence that do not agree: the one that is wrong if the `others` are right."""

    figure: Count
    others: tuple[Count, ...]
    message: str


def disagreeing_sums(text: Counted) -> Iterator[Disagreement]:
    """The totals of `text` whose parts do not add up."""
    seen: set[tuple[Count, ...]] = set()
    for split in _splits(text):
        key = (split.total, *split.parts)
        if key not in seen and (found := _judged(text, split)) is not None:
            seen.add(key)
            yield found


def disagreeing_note(text: Counted, note: Counted) -> Disagreement | None:
    """The figure of `text` that `note`, a footnote to it that only lists parts, does not add up to."""
    parts = tuple(count for count in note.counts if not count.percent)
    if len(parts) < 2 or any(part.whole is not None or not part.unit for part in parts):
        return None
    if not all(same_kind(parts[0], part) for part in parts) or NO_PARTS.search(vn.fold(note.text)):
        return None
    figures = [count for count in text.counts if not count.percent and same_kind(count, parts[0])]
    if any(_adds_up(figure, parts) for figure in figures):
        return None
    near = [figure for figure in figures if _slip(figure, parts) or _one_part_off(figure, parts)]
    return _disagreement(near[0], parts) if len(near) == 1 else None


def _one_part_off(total: Count, parts: Sequence[Count]) -> bool:
    """Whether one digit of one part makes the difference, also in a figure below ten."""
    difference = sum((part.value for part in parts), Decimal(0)) - total.value
    if difference < 0 and -2 * difference > total.value:
        return False  # a note of some examples
    mended = [(part.value, part.value - difference) for part in parts]
    return any(new > 0 and slipped(f"{old:02f}".zfill(2), f"{new:02f}".zfill(2)) for old, new in mended)


def disagreeing_remainders(text: Counted) -> Iterator[Disagreement]:
    """ "1.317/2.271 hồ sơ …; số còn lại 954 hồ sơ": what is left of a fraction."""
    for number, rest in enumerate(text.counts):
        if rest.percent or rest.whole is not None or not {"còn"} & set(rest.label[-3:]):
            continue
        start = text.starts[text.sentence(rest.start)]
        of = [
            c for c in text.counts[:number] if c.whole is not None and c.start >= start and same_kind(c, rest)
        ]
        if len(of) != 1 or of[0].whole is None or (right := of[0].whole - of[0].value) == rest.value:
            continue
        if slipped(f"{rest.value:f}", f"{right:f}") or (
            right >= 10 and abs(right - rest.value) * 10 <= right
        ):
            written = f"{vn.so(of[0].whole)} - {vn.so(of[0].value)} = {vn.so(right)}"
            yield Disagreement(rest, (of[0],), f"câu ghi còn {rest.text}, nhưng {written}")


def same_kind(a: Count, b: Count) -> bool:
    """Whether two figures count the same things: the same noun, or nouns of one kind."""
    if not a.unit or not b.unit:
        return False
    if a.unit[0] == b.unit[0] and (_noun(a) == _noun(b) or len(a.unit) == 1 or len(b.unit) == 1):
        return True
    return any(_is_kind(a, kind) and _is_kind(b, kind) for kind in KINDS)


def _noun(count: Count) -> str:
    """The noun behind a figure: most have two syllables."""
    first = " ".join(count.unit[:2])
    return count.unit[0] if count.unit[0] in SHORT_NOUNS and first != "đơn vị" else first


def _is_kind(count: Count, kind: frozenset[str]) -> bool:
    return count.unit[0] in kind or " ".join(count.unit[:2]) in kind


def _splits(text: Counted) -> Iterator[Split]:
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
        if not match["colon"] and any(_adds_up(count, parts) for count in before):
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
    following = re.search(r"\b[Tt]rong đó\b|\bgồm\b", text.text[start:end])
    return start + following.start() if following else end


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
    label = " ".join(count.label[-8:]) + " "
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


def _judged(text: Counted, split: Split) -> Disagreement | None:
    total, parts = split.total, split.parts
    if len(parts) == 1:
        return _part_beyond_total(split)
    if not all(not part.unit or not total.unit or same_kind(total, part) for part in parts):
        return None
    if any(part.whole is not None for part in parts) or not _one_unit(total, parts):
        return None
    span = text.text[total.end : parts[-1].end]
    words = [vn.fold(" ".join((*part.label, *part.unit))) for part in parts]
    gap = "" if split.statuses else vn.fold(text.text[total.end : parts[0].start])
    if any(NO_PARTS.search(label) for label in (gap, *words)) or _only_women(words):
        return None
    if any(_adds_up(total, head) for head in _heads(text, parts)) or "trong đó có" in vn.fold(span):
        return None
    said = split.complete or _completes(words)
    if not said and not (any(count.unit for count in (total, *parts)) and _likely(total, parts)):
        return None
    return _disagreement(total, parts)


def _heads(text: Counted, parts: Sequence[Count]) -> Iterator[Sequence[Count]]:
    """All parts, and those before each semicolon: what stands behind one may belong to something else."""
    yield parts
    for length in range(2, len(parts)):
        if ";" in text.text[parts[length - 1].end : parts[length].start]:
            yield parts[:length]


def _one_unit(total: Count, parts: Sequence[Count]) -> bool:
    named = [count for count in (total, *parts) if count.unit]
    return all(same_kind(named[0], count) for count in named[1:])


def _part_beyond_total(split: Split) -> Disagreement | None:
    (part,) = split.parts
    if (
        part.whole is None
        and same_kind(split.total, part)
        and part.value > split.total.value
        and not split.complete
    ):
        message = f"phần “{part.text}” lớn hơn tổng “{split.total.text}”"
        return None if split.total.whole is not None else Disagreement(part, (split.total,), message)
    return None


def _adds_up(total: Count, parts: Sequence[Count]) -> bool:
    result = sum((part.value for part in parts), Decimal(0))
    return len(parts) > 1 and result in (total.value, total.whole)


def _completes(words: Sequence[str]) -> bool:
    """Whether parts with these labels are known to complete each other."""
    if REST.search(words[-1]):
        return True
    for needed, family in FAMILIES:
        signs = [{n for n, sign in enumerate(family) if re.search(sign, label + " ")} for label in words]
        several = len(set().union(*signs)) > 1 and len({frozenset(sign) for sign in signs}) > 1
        if all(signs) and several and any(re.search(needed, label) for label in words):
            return True
    return False


def _only_women(words: Sequence[str]) -> bool:
    """Whether women are counted and men not: then the parts overlap."""
    return any("nữ" in label.split() for label in words) and not any(
        "nam" in label.split() for label in words
    )


def _likely(total: Count, parts: Sequence[Count]) -> bool:
    return _by_type(total, parts) or _slip(total, parts)


def _by_type(total: Count, parts: Sequence[Count]) -> bool:
    """Whether a general noun is split into particular ones: 07 văn bản (02 nghị quyết, 05 quyết định)."""
    heads = [count.unit[:2] for count in (total, *parts)]
    return all(heads) and len(set(heads)) == len(heads)


def _slip(total: Count, parts: Sequence[Count]) -> bool:
    """Whether one wrong digit, or two changed places, explain the difference; or it is a small one."""
    difference = sum((part.value for part in parts), Decimal(0)) - total.value
    if total.value >= 10 and (-10 if difference < 0 else 4) * difference <= total.value:
        return True  # a small part may have been left out, but parts do not exceed their total
    repeated = total.unit and all(part.unit[:2] == total.unit[:2] for part in parts)
    if repeated and (difference > 0 or (len(parts) > 2 and -4 * difference <= total.value)):
        return True  # every part says "hồ sơ" again, and they exceed the total or nearly fill it
    mended = [
        (total.value, total.value + difference),
        *((part.value, part.value - difference) for part in parts),
    ]
    return any(old >= 10 and new > 0 and slipped(str(old), str(new)) for old, new in mended)


def slipped(wrong: str, right: str) -> bool:
    """Whether `wrong` is `right` with one digit changed, or two swapped; of three digits or more, one may
    also be left out or added."""
    if len(wrong) == len(right):
        places = [n for n, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b]
        if len(places) == 1:
            return True
        return (
            len(places) == 2 and wrong[places[0]] == right[places[1]] and wrong[places[1]] == right[places[0]]
        )
    short, long = sorted((wrong, right), key=len)
    return len(long) - len(short) == 1 < len(short) and any(
        long[:n] + long[n + 1 :] == short for n in range(len(long))
    )


def _disagreement(total: Count, parts: Sequence[Count]) -> Disagreement:
    result = sum((part.value for part in parts), Decimal(0))
    written = " + ".join(part.text for part in parts)
    shown = total.text if total.whole is None else f"{total.text}"
    return Disagreement(total, tuple(parts), f"câu ghi tổng là {shown}, nhưng {written} = {vn.so(result)}")
