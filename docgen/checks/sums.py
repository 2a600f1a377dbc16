"""A total and its parts in one sentence: "6.015 hồ sơ (cấp huyện: 710 hồ sơ, cấp xã: 5.305 hồ sơ)".

Parts are added up only when they seem to be all parts of the total: the words say so (gồm), they are
known to complete each other (cấp huyện and cấp xã, đúng hạn and quá hạn), or their sum comes so near the
total that a slip is likelier than a part left out. In doubt nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from docgen import vn
from docgen.checks.agreement import Disagreement, same_kind, slipped
from docgen.checks.counted import Count, Counted
from docgen.checks.part_words import FAMILIES, NO_PARTS, REST
from docgen.checks.splits import Split, adds_up


def disagreeing_sums(text: Counted, named: Iterable[Split]) -> Iterator[Disagreement]:
    """The totals of `text` whose parts, as they are `named`, do not add up."""
    seen: set[tuple[Count, ...]] = set()
    for split in named:
        key = (split.total, *split.parts)
        if key not in seen and (found := _judged(text, split)) is not None:
            seen.add(key)
            yield found


def disagreeing_levels(named: Iterable[Split]) -> Iterator[Disagreement]:
    """ "đã giải quyết 5.916 (cấp xã 5.299); trong đó đúng hạn 5.783 (cấp xã 5.915)": a part of a total can
    have no more in one place than the total has there."""
    known = {(split.total, *split.parts): split for split in named}.values()
    for outer in known:
        at_level = {part.label: part for part in outer.parts if part.label}
        subtotals = {part for split in known if split.total is outer.total for part in split.parts}
        for inner in known:
            if inner.total not in subtotals or inner.total is outer.total:
                continue
            for part in inner.parts:
                above = at_level.get(part.label)
                if above is not None and above is not part and part.value > above.value:
                    place = " ".join(part.label)
                    message = f"“{place}” ghi {part.text} trong một phần, nhưng cả tổng chỉ có {above.text}"
                    yield Disagreement(part, (above,), message)


def disagreeing_note(text: Counted, note: Counted) -> Disagreement | None:
    """The figure of `text` that `note`, a footnote to it that only lists parts, does not add up to."""
    parts = tuple(count for count in note.counts if not count.percent)
    if len(parts) < 2 or any(part.whole is not None or not part.unit for part in parts):
        return None
    if not all(same_kind(parts[0], part) for part in parts) or NO_PARTS.search(vn.fold(note.text)):
        return None
    figures = [count for count in text.counts if not count.percent and same_kind(count, parts[0])]
    if any(adds_up(figure, parts) for figure in figures):
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
    if any(adds_up(total, head) for head in _heads(text, parts)) or "trong đó có" in vn.fold(span):
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


def _disagreement(total: Count, parts: Sequence[Count]) -> Disagreement:
    result = sum((part.value for part in parts), Decimal(0))
    written = " + ".join(part.text for part in parts)
    shown = total.text if total.whole is None else f"{total.text}"
    return Disagreement(total, tuple(parts), f"câu ghi tổng là {shown}, nhưng {written} = {vn.so(result)}")
