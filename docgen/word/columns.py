"""How wide the columns of a table are, and the size its text needs so that no word is broken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from docgen import vn
from docgen.memo import of_short_texts
from docgen.model import Cell, Inline, Row, RowKind, Run, Table
from docgen.values import Struct
from docgen.word.grid import HEADS_KEPT, grid, split_head

PADDING_MM = 2.4
"""Cell margins left and right (57 twips each in the table style) and half a line of border."""

SIZES_PT = (12.0, 11.0, 10.0, 9.0, 8.0)
"""From the size of the table styles down; the decree sets none for tables (BG-01)."""

_SAMPLE = 400
_MAX_NATURAL_MM = 75.0


class Layout(Struct, frozen=True):
    """Widths in mm, one for each column, and the size of the text in points."""

    widths_mm: tuple[float, ...]
    size_pt: float


class _Column(Struct):
    """What decides the width of a column: how long its longest word is, which must not break, in font units;
    its longest paragraph and heading, which are only measured where the form gives no width."""

    word: int
    text: str
    heading: str


def layout(table: Table, total_mm: float, largest_pt: float = SIZES_PT[0]) -> Layout:
    """The layout of `table` in a text area `total_mm` wide, at `largest_pt` or the next size that fits.

    Relative widths given by the form are kept as far as the longest word of each column allows; a
    column without one gets its share by what stands in it.
    """
    columns = _measure(table)
    for size in [s for s in SIZES_PT if s <= largest_pt] or [SIZES_PT[-1]]:
        least = [_least(column, size) for column in columns]
        if sum(least) <= total_mm or size == SIZES_PT[-1]:
            wanted = _wanted(table, columns, total_mm, size)
            return Layout(tuple(_fit(wanted, least, total_mm)), size)
    raise AssertionError("SIZES_PT is empty")


_Texts = tuple[Sequence[Sequence[str]], Sequence[Sequence[str]], Sequence[Sequence[str]]]
"""By column: texts of headings, of bold rows and of other rows."""


def _measure(table: Table) -> list[_Column]:
    head, rows = split_head(table)
    width = len(table.widths)
    headings, bold, plain = _texts(_sample(rows), width)
    out = []
    for column, known in enumerate(_measured_head(head, width)):
        texts, strong, more = plain[column], bold[column], headings[column]
        word, bold_word, heading = known.number_word, known.heading_word, known.heading
        if texts:
            word = _longest_word([word, *texts])
        if strong or more:
            bold_word = _longest_word([bold_word, *more, *strong])
        if more:
            heading = max(heading, *more, key=len)
        text = max(known.number, *texts, *strong, "", key=len)
        out.append(_Column(max(_units(word), _units(bold_word, True)), text, heading))
    return out


class _Head(Struct, frozen=True):
    """The longest text and word of a column's headings, and those of its number."""

    heading: str
    heading_word: str
    number: str
    number_word: str


@lru_cache(maxsize=HEADS_KEPT)
def _measured_head(rows: tuple[Row, ...], width: int) -> tuple[_Head, ...]:
    headings, _, numbers = _texts(rows, width)
    return tuple(
        _Head(
            max(headings[n], key=len, default=""),
            _longest_word(headings[n]),
            max(numbers[n], key=len, default=""),
            _longest_word(numbers[n]),
        )
        for n in range(width)
    )


def _texts(rows: Sequence[Row], width: int) -> _Texts:
    """The texts of the cells of one column each."""
    headings: list[list[str]] = [[] for _ in range(width)]
    bold: list[list[str]] = [[] for _ in range(width)]
    plain: list[list[str]] = [[] for _ in range(width)]
    for row, cells in grid(rows, width):
        into = headings if row.kind is RowKind.HEADER else bold if row.kind in _BOLD else plain
        for column, cell in cells:
            if isinstance(cell, Cell) and cell.columns == 1:
                for paragraph in cell.paragraphs:
                    into[column].append(_text(paragraph))
    return headings, bold, plain


_BOLD = (RowKind.TOTAL, RowKind.BOLD)


def _sample(rows: tuple[Row, ...]) -> Sequence[Row]:
    return rows if len(rows) <= _SAMPLE else (*rows[: _SAMPLE - 1], rows[-1])


def _text(paragraph: tuple[Inline, ...]) -> str:
    if len(paragraph) == 1:
        only = paragraph[0]
        return only.text if isinstance(only, Run) else ""
    return "".join(inline.text for inline in paragraph if isinstance(inline, Run))


def _longest_word(texts: Sequence[str]) -> str:
    """The longest word of `texts`, which are figures for the most part; "" when there is none."""
    longest = max(texts, key=len, default="")
    if longest.isalnum() or longest.split() == [longest]:
        return longest
    word = ""
    for text in texts:
        if len(text) > len(word):
            word = max(word, *text.split(), key=len)
    return word


_units = of_short_texts(longest=60, kept=4096)(vn.text_units)
"""The width of a text, of which tables hold the same again and again."""


def _least(column: _Column, size: float) -> float:
    longest = vn.units_mm(column.word, size)
    return min(longest, _MAX_NATURAL_MM) + PADDING_MM  # an address without spaces may break


def _wanted(table: Table, columns: list[_Column], total_mm: float, size: float) -> list[float]:
    """The width each column asks for, before the longest words are looked at."""
    given = sum(table.widths)
    if given and all(table.widths):
        return [total_mm * width / given for width in table.widths]
    natural = []
    for column in columns:
        lines = vn.units_mm(_units(column.heading, True), size) / 3  # a heading may take three lines
        text = min(vn.units_mm(_units(column.text), size), _MAX_NATURAL_MM)
        natural.append(max(lines, text, 6.0) + PADDING_MM)
    if given:  # some columns say how wide they are: the unit is the mean of what those would get
        unit = sum(n for n, w in zip(natural, table.widths, strict=True) if w) / given
        natural = [w * unit if w else n for n, w in zip(natural, table.widths, strict=True)]
    scale = total_mm / sum(natural)
    return [n * scale for n in natural]


def _fit(wanted: list[float], least: list[float], total_mm: float) -> list[float]:
    """`wanted` with every column at least as wide as `least`, summing to `total_mm`."""
    if sum(least) >= total_mm:
        return [width * total_mm / sum(least) for width in least]
    widths = [max(w, m) for w, m in zip(wanted, least, strict=True)]
    excess = sum(widths) - total_mm
    slack = [w - m for w, m in zip(widths, least, strict=True)]
    if excess > 0 and sum(slack) > 0:
        widths = [w - excess * s / sum(slack) for w, s in zip(widths, slack, strict=True)]
    return widths
