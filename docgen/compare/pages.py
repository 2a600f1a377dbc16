"""Two PDFs compared as a reader sees them: which pages came, went or shifted, and what looks different on
each.

Number and date of a document are masked: they differ on every printing and the text comparison names them."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docgen.compare.align import align
from docgen.compare.pdf_reader import Box, Page, Pdf
from docgen.compare.words import bag, likeness
from docgen.values import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 72
TOLERANCE = 64
"""How much lighter or darker (of 255) a dot may be and still count as the same."""

_CELL = 8  # dots; changed dots within one cell or in cells that touch are one area
_LEAST_DOTS = 2  # fewer in a cell are the edge of a letter drawn a hair aside
_SAME_PAGE = 0.35

Mask = tuple[re.Pattern[str], float]
MASKS: tuple[Mask, ...] = (
    (re.compile(r"số:\d*[^/]{0,4}/[\w.-]+?(?=[^\w.-]|$)", re.I), 0.35),
    (re.compile(r"ngày\d{0,2}tháng\d{0,2}năm\d{4}", re.I), 0.35),
    (re.compile(r"\(kèmtheo[^)]*\)", re.I), 1.0),
)
"""What is not compared: a pattern over the letters of a page without spaces, and how far down the page it
holds."""


class PagePair(Struct, frozen=True):
    """A page of the old and of the new document, None where there is none, and the areas that look different
    in mm on the new page."""

    old: int | None
    new: int | None
    areas: tuple[Box, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether a reader sees a difference."""
        return bool(self.areas) or self.old is None or self.new is None or self.old != self.new


def compare_pages(old: Pdf, new: Pdf, masks: Sequence[Mask] = MASKS) -> tuple[PagePair, ...]:
    """Every page of both documents, paired by what is on it."""
    before, after = list(old.pages()), list(new.pages())
    keys = (lambda p: p.bare or None, lambda p: p.bare[:60] if len(p.bare) > 60 else None)
    pairs = []
    for i, j in align(before, after, keys, _alike, _SAME_PAGE):
        if i is None or j is None:
            pairs.append(PagePair(i + 1 if i is not None else None, j + 1 if j is not None else None))
        else:
            hidden = _masked(before[i], masks) + _masked(after[j], masks)
            areas = differing(old.image(i + 1, DPI), new.image(j + 1, DPI), hidden)
            pairs.append(PagePair(i + 1, j + 1, areas))
    return tuple(pairs)


def _alike(old: Page, new: Page) -> float:
    if not old.bare and not new.bare:
        return 1.0
    return likeness(bag(old.text), bag(new.text))


def _masked(page: Page, masks: Sequence[Mask]) -> list[Box]:
    whole = "".join(letter.text.lower()[:1] for letter in page.letters)
    found = []
    for pattern, share in masks:
        for match in pattern.finditer(whole):
            boxes = [letter.box for letter in page.letters[match.start() : match.end()]]
            if boxes and boxes[0].top <= page.height_mm * share:
                found += _lines(boxes)
    return found


def _lines(boxes: list[Box]) -> list[Box]:
    """The boxes of letters joined line by line, with a margin: a shorter date shifts what stands beside
    it."""
    lines: list[Box] = []
    for box in boxes:
        if lines and box.top < lines[-1].bottom and box.bottom > lines[-1].top:
            last = lines[-1]
            lines[-1] = Box(
                min(last.left, box.left),
                min(last.top, box.top),
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
        else:
            lines.append(box)
    return [Box(b.left - 12, b.top - 1.5, b.right + 12, b.bottom + 1.5) for b in lines]


def differing(old: Image, new: Image, hidden: Sequence[Box] = (), dpi: int = DPI) -> tuple[Box, ...]:
    """The areas in mm where two pictures of pages differ by more than TOLERANCE, outside `hidden`."""
    from PIL import Image, ImageChops, ImageDraw

    size = (max(old.width, new.width), max(old.height, new.height))
    sheets = []
    for picture in (old, new):
        sheet = Image.new("L", size, 255)
        sheet.paste(picture, (0, 0))
        pen = ImageDraw.Draw(sheet)
        for box in hidden:
            pen.rectangle(
                [edge * dpi / 25.4 for edge in (box.left, box.top, box.right, box.bottom)], fill=255
            )
        sheets.append(sheet)
    marks = ImageChops.difference(*sheets).point(lambda value: 255 if value > TOLERANCE else 0)
    if marks.getbbox() is None:
        return ()
    cells = marks.reduce(_CELL)  # the mean of each cell: 255 · share of changed dots
    least = 255 * _LEAST_DOTS / _CELL**2
    changed = {
        (n % cells.width, n // cells.width) for n, value in enumerate(cells.tobytes()) if value >= least
    }
    return tuple(_area(group, dpi) for group in _touching(changed))


def _touching(cells: set[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Cells in groups whose members touch, a gap of one cell allowed."""
    left, groups = set(cells), []
    while left:
        group, todo = [], [left.pop()]
        while todo:
            x, y = todo.pop()
            group.append((x, y))
            near = {(x + dx, y + dy) for dx in range(-2, 3) for dy in range(-2, 3)} & left
            left -= near
            todo += near
        groups.append(group)
    return sorted(groups, key=lambda g: (min(y for _, y in g), min(x for x, _ in g)))


def _area(cells: list[tuple[int, int]], dpi: int) -> Box:
    unit = _CELL * 25.4 / dpi
    xs, ys = [x for x, _ in cells], [y for _, y in cells]
    return Box(min(xs) * unit, min(ys) * unit, (max(xs) + 1) * unit, (max(ys) + 1) * unit)


def in_words(pairs: Sequence[PagePair]) -> list[str]:
    """What happened to the pages, in lines: those that came, went and shifted first."""
    came = [str(p.new) for p in pairs if p.old is None]
    went = [str(p.old) for p in pairs if p.new is None]
    shifted = [f"{p.old} → {p.new}" for p in pairs if p.old and p.new and p.old != p.new]
    looks = [str(p.new) for p in pairs if p.areas]
    named = (
        ("thêm trang", came),
        ("mất trang", went),
        ("trang dời chỗ", shifted),
        ("trang nhìn khác", looks),
    )
    return [f"{name}: {', '.join(numbers)}" for name, numbers in named if numbers]


def png(picture: Image) -> bytes:
    """A picture as PNG in few shades, small enough to stand in a page of HTML."""
    out = io.BytesIO()
    picture.quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()
