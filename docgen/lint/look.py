"""Comparing the look of a line with what the decree asks: one sentence naming every difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.lint.core import Finding
from docgen.lint.limits import SIZE_TOLERANCE_PT, Range
from docgen.view.components import Piece
from docgen.view.components.text import mostly_caps

_MOST = 0.5  # a line has a look when most of its letters have it


def number(value: float) -> str:
    """A measure as Vietnamese offices write it: comma, no needless zeros, at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def span(limits: Range) -> str:
    """A range in words: "13-14", or the one value allowed."""
    low, high = limits
    return number(low) if low == high else f"{number(low)}-{number(high)}"


def inside(value: float, limits: Range, tolerance: float = 0.0) -> bool:
    """Whether a value lies in a range, both ends and a tolerance included."""
    return limits[0] - tolerance <= value <= limits[1] + tolerance


def size_fault(piece: Piece, limits: Range) -> str:
    """What is wrong with the size of a line, or ""."""
    size = piece.size_pt
    return (
        "" if inside(size, limits, SIZE_TOLERANCE_PT) else f"cỡ chữ {number(size)} (quy định {span(limits)})"
    )


def faults(
    piece: Piece,
    size: Range | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    caps: bool | None = None,
    center: bool = False,
    underline: bool = True,
) -> list[str]:
    """The differences between a line and the look asked for; None leaves a side unasked. `center` asks
    for a centred paragraph, judged only where the line has a paragraph of its own. `underline` reports
    underlined text."""
    found = [size_fault(piece, size)] if size is not None else []
    for flag, wanted, missing, extra in (
        ("bold", bold, "chưa in đậm", "in đậm (quy định không đậm)"),
        ("italic", italic, "chưa in nghiêng", "in nghiêng (quy định kiểu chữ đứng)"),
    ):
        if wanted is not None and (piece.share(flag) > _MOST) != wanted:
            found.append(missing if wanted else extra)
    if caps is not None and piece.letters and any(c.isalpha() for c, _ in piece.letters):
        if caps and not mostly_caps(piece.shown):
            found.append("chưa viết in hoa")
        elif not caps and mostly_caps(piece.shown) and sum(c.isalpha() for c in piece.shown) > 6:
            found.append("viết in hoa (quy định chữ in thường)")
    if underline and piece.share("underline") > _MOST:
        found.append("gạch chân")
    if center and piece.whole and not centred(piece):
        found.append("chưa canh giữa")
    return [fault for fault in found if fault]


def centred(piece: Piece) -> bool:
    """Whether a line is centred, or made to look so with indents, blanks or tabs (then it passes)."""
    layout = piece.paragraph.format
    text = piece.paragraph.text
    return (
        layout.alignment == "center"
        or layout.framed
        or layout.left_mm > 5
        or layout.first_line_mm > 15
        or text.startswith(("\t", "   "))
        or layout.alignment == "right"
        or (layout.alignment == "both" and layout.first_line_mm > 5)
    )


def look(name: str, pieces: Iterable[Piece], hint: str = "", **wanted) -> Iterator[Finding]:
    """A finding for the lines of a component that differ from the look asked for, one for each kind of
    difference."""
    grouped: dict[str, list[Piece]] = {}
    for piece in pieces:
        found = faults(piece, **wanted)
        if found:
            grouped.setdefault(", ".join(found), []).append(piece)
    for words, places in grouped.items():
        yield Finding(f"{name}: {words}", tuple(places), hint)


def paragraph_share(paragraph, flag: str) -> float:
    """How much of a paragraph's visible text has a flag of Format, 0 to 1."""
    filled = [run for run in paragraph.runs if run.text.strip()]
    flags = {bool(getattr(run.format, flag)) for run in filled}
    if len(flags) < 2:
        return float(True in flags)
    lengths = [(len("".join(run.text.split())), getattr(run.format, flag)) for run in filled]
    return sum(length for length, chosen in lengths if chosen) / sum(length for length, _ in lengths)
