"""Differences as lines of text for a clerk, and as data for programs. Pure functions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from docgen.compare.difference import Change, Difference, Place
from docgen.compare.node import MARK_CLOSE, MARK_OPEN, PARAGRAPH
from docgen.compare.places import in_words, short
from docgen.values import asdict

WORDS = {
    Change.ADDED: "thêm",
    Change.REMOVED: "mất",
    Change.MOVED: "chuyển chỗ",
    Change.TEXT: "sửa chữ",
    Change.LOOK: "đổi định dạng",
}
_CONTEXT = 40
_PLACES = 5
_LONG = 300


def text(found: Sequence[Difference]) -> str:
    """A line for each difference with its place, what changed below it, a count at the end."""
    lines: list[str] = []
    for difference in found:
        lines.append(f"{in_words(difference.place)}: {headline(difference)}")
        lines += [f"    {line}" for line in _details(difference)]
    lines.append(count(found))
    return "\n".join(lines)


def count(found: Sequence[Difference]) -> str:
    """How many differences there are of each sort, as a sentence part."""
    if not found:
        return "không có khác biệt"
    parts = [f"{n} {WORDS[c]}" for c in Change if (n := sum(d.change is c for d in found))]
    return f"{len(found)} khác biệt: {', '.join(parts)}"


def headline(difference: Difference) -> str:
    """What happened, without the place."""
    subject = "ô" if difference.subject == PARAGRAPH and _in_cell(difference.place) else difference.subject
    return f"{WORDS[difference.change]} ({subject})"


def _in_cell(place: Place) -> bool:
    return place.column is not None and not place.role


def _details(difference: Difference) -> list[str]:
    change = difference.change
    if change is Change.TEXT:
        return [marked(difference)]
    if change is Change.LOOK:
        lines = [f"{c.name}: {c.old} → {c.new}" for c in difference.looks]
        if difference.on:
            lines.insert(0, f"ở chữ “{short(plain(difference.on), 80)}”")
        if difference.also:
            some = "; ".join(in_words(place) for place in difference.also[:_PLACES])
            more = len(difference.also) - _PLACES
            lines.append(
                f"cả ở {len(difference.also)} chỗ khác: {some}" + (f" và {more} chỗ nữa" if more > 0 else "")
            )
        return lines
    lines = []
    if change is Change.MOVED and difference.old is not None:
        lines.append(f"trước ở: {in_words(difference.old)}")
    shown = difference.new_text or difference.old_text
    sign = {Change.ADDED: "+ ", Change.REMOVED: "- "}.get(change, "")
    return [*lines, f"{sign}“{short(plain(shown), _LONG)}”"] if shown.strip() else lines


def marked(difference: Difference) -> str:
    """A changed text on one line, [-gone-] and {+come+}, long unchanged stretches cut."""
    parts = []
    last = len(difference.pieces) - 1
    for n, piece in enumerate(difference.pieces):
        words = plain(piece.text)
        if piece.sign == "-":
            parts.append(f"[-{words}-]")
        elif piece.sign == "+":
            parts.append(f"{{+{words}+}}")
        else:
            parts.append(_cut(words, n == 0, n == last))
    return "".join(parts).strip()


def _cut(words: str, first: bool, last: bool) -> str:
    """An unchanged stretch with only what stands next to a change."""
    head = "" if first else words[:_CONTEXT]
    tail = "" if last else words[-_CONTEXT:]
    if len(words) <= len(head) + len(tail) + 3:
        return words
    return f"{head} … {tail}"


def plain(text: str) -> str:
    """A text with its marks readable and its line breaks shown."""
    shown = text.replace(MARK_OPEN, "[").replace(MARK_CLOSE, "]")
    return shown.replace("\n", " ⏎ ").replace("\t", " ⇥ ")


def as_json(found: Sequence[Difference]) -> str:
    """A JSON list with an object for each difference."""
    return json.dumps([record(difference) for difference in found], ensure_ascii=False, indent=2)


def record(difference: Difference) -> dict[str, Any]:
    """A difference as plain values; what is empty is left out."""
    values: dict[str, Any] = {
        "change": difference.change.value,
        "subject": difference.subject,
        "place": in_words(difference.place),
        "old": _place(difference.old),
        "new": _place(difference.new),
        "old_text": plain(difference.old_text),
        "new_text": plain(difference.new_text),
        "words": [{"sign": p.sign, "text": plain(p.text)} for p in difference.pieces],
        "looks": [asdict(change) for change in difference.looks],
        "on": plain(difference.on),
        "also": [_place(place) for place in difference.also],
    }
    return {key: value for key, value in values.items() if value not in ("", [], None)}


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {key: value for key, value in asdict(place).items() if value not in ("", None)}
