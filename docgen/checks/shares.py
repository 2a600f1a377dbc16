"""Percentages of a sentence, computed again: "145/710 đạt 20,56%".

The numerator must be plain from the words; the denominator may be any figure of the same things nearby. Only
when none of them gives the percentage, and one of them nearly does, something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from docgen import vn
from docgen.checks.agreement import Disagreement, same_kind, slipped
from docgen.checks.counted import Count, Counted, words
from docgen.patterns import pattern

_LINK = pattern(
    r"(?:[^.;()%]{0,90}?[\s,(:–-])?(?:đạt|chiếm|bằng|là|tương ứng|ứng với|tương đương|(?:tỷ|tỉ) lệ|:|=)"
    r"(?:\s+(?:tỷ|tỉ) lệ)?(?:\s+(?:đạt|là))?\s*:?\s*"
    r"|[^.;:()%]{0,90}[:=]\s*"
)
_ATTACHED = pattern(
    r"[\s,(–-]*(?:đạt|chiếm|bằng|tương ứng|tương đương|ứng với)?\s*(?:với)?\s*(?:(?:tỷ|tỉ) lệ)?\s*:?\s*"
)
_OTHER_BASE = pattern(
    r"\b(?:kế hoạch|chỉ tiêu|dự toán|so với|cùng kỳ|vượt|tăng|giảm|mục tiêu|còn|trên tổng)\b"
)
_RATE = pattern(r"(?:tỷ|tỉ) lệ\s+(?P<what>[^.;:()%0-9]{3,80}?)(?:\s+(?:đạt|là|chiếm|bằng))?\s*:?\s*$")
_NEAREST = 8
"""How many denominators are tried with a slip in either figure; nobody divides by a figure farther off."""

_SMALL_WORDS = frozenset(words("các của số được đã về tại trong theo đạt là và hồ sơ"))


def disagreeing_shares(text: Counted) -> Iterator[Disagreement]:
    """The percentages of `text` that do not follow from the figures beside them."""
    for number, share in enumerate(text.counts):
        if not share.percent:
            continue
        fraction = _fraction_beside(text, number)
        if fraction is not None:
            yield from _against_fraction(text, share, fraction)
        else:
            yield from _against_text(text, number)


def _fraction_beside(text: Counted, number: int) -> Count | None:
    """The fraction a percentage is printed for: right before it, or in a parenthesis right behind it."""
    share = text.counts[number]
    if number and (before := text.counts[number - 1]).whole is not None:
        gap = text.text[before.end : share.start]
        if len(gap) <= 110 and text.sentence(before.start) == text.sentence(share.start):
            bare = gap.strip(" (,") == ""
            if (bare or _LINK.fullmatch(gap)) and not _OTHER_BASE.search(gap):
                return before
    after = text.counts[number + 1] if number + 1 < len(text.counts) else share
    opened = re.fullmatch(r"\s*\(\s*", text.text[share.end : after.start])
    return after if after.whole is not None and opened else None


def _against_fraction(text: Counted, share: Count, fraction: Count) -> Iterator[Disagreement]:
    assert fraction.whole is not None
    if not fraction.whole or _agrees(share, fraction.value, fraction.whole):
        return
    if _of_plan(text, share) and not _slip(share, fraction.value, fraction.whole):
        return  # 5/10 xã, đạt 100% kế hoạch: a share of something else
    yield _disagreement(share, (fraction,), fraction.value, fraction.whole)


def _of_plan(text: Counted, share: Count) -> bool:
    """Whether the percentage is said to be one of a plan or an earlier figure."""
    return _OTHER_BASE.match(text.text[share.end : share.end + 20].lstrip()) is not None


def _against_text(text: Counted, number: int) -> Iterator[Disagreement]:
    """A percentage whose numerator is the figure before it, or the part its words name."""
    share = text.counts[number]
    parts = _numerators(text, number)
    pairs = [(part, whole) for part in parts for whole in _wholes(text, part, share)]
    if not share.decimals and (
        _of_plan(text, share) or len(parts) != 1 or _figures_beside(text, parts[0]) != 1
    ):
        return  # so round a figure may be a share of something else that is near
    if any(_agrees(share, part.value, value) for part, (value, _) in pairs):
        return
    by_closeness = sorted(pairs, key=lambda pair: not _one_digit_wrong(share, pair[0].value, pair[1][0]))
    for part, (value, counts) in by_closeness[:_NEAREST]:
        summed = value != counts[0].value
        if _slip(share, part.value, value) and (share.decimals > 1 or not summed):
            yield _disagreement(share, (part, *counts), part.value, value)
            return


def _numerators(text: Counted, number: int) -> list[Count]:
    share = text.counts[number]
    start = text.starts[text.sentence(share.start)]
    before = [
        c for c in text.counts[:number] if not c.percent and c.whole is None and c.start >= start and c.unit
    ]
    if not before:
        return []
    gap = text.text[before[-1].end : share.start]
    folded = " ".join(vn.fold(gap).split())
    attached = _ATTACHED.fullmatch(folded.removeprefix(" ".join(before[-1].unit)))
    if attached and before[-1] is text.counts[number - 1]:
        return [before[-1]]
    rate = _RATE.search(text.text[start : share.start])
    if rate is None:
        return []
    wanted = set(vn.fold(rate["what"]).split()) - _SMALL_WORDS
    denied = {"chưa", "không"} - wanted
    return [c for c in before if wanted and wanted <= (named := {*c.label, *c.unit}) and not denied & named]


def _figures_beside(text: Counted, part: Count) -> int:
    """How many different figures of the same things stand before `part` in its sentence."""
    start = text.starts[text.sentence(part.start)]
    return len({c.value for c in text.counts if start <= c.start < part.start and same_kind(c, part)})


def _wholes(text: Counted, part: Count, share: Count) -> list[tuple[Decimal, tuple[Count, ...]]]:
    """What `part` may be a share of: figures of the same things up to the end of its sentence, and the sums
    that `part` makes with those of its own."""
    sentence = text.sentence(share.start)
    near = [
        c
        for c in text.counts
        if not c.percent and c.whole is None and text.sentence(c.start) <= sentence and c is not part
    ]
    alike = [c for c in near if same_kind(c, part)]
    singles = [(c.value, (c,)) for c in alike]
    siblings = [c for c in alike if c.group == part.group and text.sentence(c.start) >= sentence - 1]
    sums: list[tuple[Decimal, tuple[Count, ...]]] = [(part.value + c.value, (c,)) for c in siblings]
    if len(siblings) > 1:
        sums.append((part.value + sum((c.value for c in siblings), Decimal(0)), tuple(siblings)))
    nearest = sorted(singles, key=lambda whole: abs(whole[1][0].start - part.start))
    return [whole for whole in (*nearest, *sums) if whole[0]]


def _agrees(share: Count, part: Decimal, whole: Decimal) -> bool:
    """Whether `part` of `whole` prints as `share`, rounded or cut off."""
    if not whole:
        return False
    exact = part * 100 / whole
    unit = Decimal(1).scaleb(-share.decimals)
    return share.value in (exact.quantize(unit, ROUND_HALF_UP), exact.quantize(unit, ROUND_DOWN))


def _slip(share: Count, part: Decimal, whole: Decimal) -> bool:
    """Whether one digit makes the difference, in the percentage or in one of the two figures."""
    exact = part * 100 / whole
    if abs(exact - share.value) <= Decimal("0.5") or _one_digit_wrong(share, part, whole):
        return True
    if share.decimals == 1:
        return False  # one of a hundred slips would explain it by chance
    return any(_agrees(share, guess, whole) for guess in _one_digit_off(part)) or any(
        _agrees(share, part, guess) for guess in _one_digit_off(whole)
    )


def _one_digit_wrong(share: Count, part: Decimal, whole: Decimal) -> bool:
    """Whether the percentage differs in one digit, or by two swapped, from what it should be."""
    exact = (part * 100 / whole).quantize(Decimal(1).scaleb(-share.decimals), ROUND_HALF_UP)
    return slipped(f"{share.value:f}", f"{exact:f}")


def _one_digit_off(value: Decimal) -> Iterator[Decimal]:
    """What `value` may be a slip for: a digit changed, left out or added, or two neighbours swapped."""
    digits = f"{value:f}"
    for at in range(len(digits)):
        for digit in "0123456789":
            yield Decimal(digits[:at] + digit + digits[at + 1 :])
            yield Decimal(digits[:at] + digit + digits[at:])
        if len(digits) > 1:
            yield Decimal(digits[:at] + digits[at + 1 :])
        yield Decimal(digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :])


def _disagreement(share: Count, others: tuple[Count, ...], part: Decimal, whole: Decimal) -> Disagreement:
    decimals = max(share.decimals, 1)
    exact = (part * 100 / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    shown = vn.ty_le(
        exact if decimals > 1 or exact != exact.to_integral_value() else exact.to_integral_value()
    )
    message = f"câu ghi {share.text}, nhưng {vn.so(part)}/{vn.so(whole)} là {shown}"
    return Disagreement(share, others, message)
