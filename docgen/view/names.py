"""Names of OOXML elements as lxml spells them, and the units they are counted in."""

from __future__ import annotations

import re

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 (the prefix Microsoft uses)
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"

MM_PER_TWIP = 25.4 / 1440
MM_PER_POINT = 25.4 / 72
MM_PER_EMU = 1 / 36000

_OFF = frozenset(("0", "false", "off"))
_MEASURE = re.compile(r"^\s*(-?\d*\.?\d+)\s*(pt|in|cm|mm|pc|pi|px)?\s*$")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0, "px": 0.75}


def is_on(element) -> bool:
    """Whether an on/off element (ECMA-376 Part 1, 17.17.4) says yes; without `w:val` it does."""
    return (element.get(W + "val") or "1") not in _OFF


def first(element, tag: str):
    """The first child with that tag, or None. Much faster than `find`, which compiles a path."""
    return next(element.iterchildren(tag), None)


def twips(value: str | None, default: float = 0.0) -> float:
    """A measure of WordprocessingML in twips: a bare number, or with a unit as Strict files write it.
    What cannot be read counts as `default`, as Word does."""
    if value is None:
        return default
    match = _MEASURE.match(value)
    if match is None:
        return default
    number, unit = match.groups()
    return float(number) * _POINTS[unit] * 20 if unit else float(number)


def half_points(value: str, default: float) -> float:
    """A w:sz in points: a bare number counts half points, a Strict file writes a unit."""
    return twips(value) / 20 if value.rstrip().endswith("pt") else twips(value, default * 2) / 2


def points(value: str | None, bare: float = 1.0) -> float | None:
    """A CSS-like length of VML in points; `bare` is the size in points of a unit-less one."""
    match = _MEASURE.match(value or "")
    if match is None:
        return None
    number, unit = match.groups()
    return float(number) * (_POINTS[unit] if unit else bare)
