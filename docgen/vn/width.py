"""How wide a text is in Times New Roman: for drawn lines, header columns and breaking names."""

from __future__ import annotations

import unicodedata
from functools import cache

from docgen.vn import times_advances as times
from docgen.vn.text import nfc

MM_PER_PT = 25.4 / 72

_FACES = {
    (False, False): times.REGULAR,
    (True, False): times.BOLD,
    (False, True): times.ITALIC,
    (True, True): times.BOLD_ITALIC,
}


class _Advances(dict[str, int]):
    """Advance widths by character. One that is not in the table is taken as half an em wide, an East
    Asian one as a whole em, a combining or invisible one as nothing."""

    def __missing__(self, char: str) -> int:
        if not char.isprintable() or unicodedata.combining(char):
            return 0
        return times.UNITS_PER_EM // (1 if unicodedata.east_asian_width(char) in "WF" else 2)


@cache
def _advances(bold: bool, italic: bool) -> _Advances:
    table = _FACES[bold, italic]
    return _Advances({char: width for width, chars in table.items() for char in chars})


def text_units(text: str, bold: bool = False, italic: bool = False) -> int:
    """The width of `text` on one line in font units, which any size scales (see `units_mm`)."""
    return sum(map(_advances(bool(bold), bool(italic)).__getitem__, nfc(text)))


def units_mm(units: int, size_pt: float) -> float:
    """A width in font units of Times New Roman in mm, at `size_pt` points."""
    return units * size_pt * MM_PER_PT / times.UNITS_PER_EM


def text_width_mm(text: str, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """The width of `text` on one line, in mm, in Times New Roman of `size_pt` points, unkerned as Word
    sets it by default."""
    return units_mm(text_units(text, bold, italic), size_pt)
