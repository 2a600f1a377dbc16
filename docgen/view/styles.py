"""Effective formatting: document defaults, table style, paragraph style, character style, direct.

Toggle properties (bold, italic, caps …) of the style levels cancel each other out as ECMA-376 Part 1,
17.7.3 says; everything else is overridden by the nearest level."""

from __future__ import annotations

from docgen.view.model import Format
from docgen.view.names import W, first
from docgen.view.properties import (
    TOGGLES,
    Properties,
    Theme,
    border_of,
    paragraph_properties,
    run_properties,
)

_MAX_CHAIN = 20  # basedOn may loop in damaged files


class Styles:
    """The styles part of a document, resolved along `basedOn`."""

    def __init__(self, root, theme: Theme) -> None:
        self.theme = theme
        self._elements = {}
        self._defaults: dict[str, str] = {}
        self._paragraph: dict[str, Properties] = {}
        self._run: dict[str, Properties] = {}
        self._tables: dict[tuple[str, frozenset[str]], TableStyle] = {}
        self._names: dict[str, str] = {}
        self._own: dict[str, list[Properties]] = {}
        self._formats: dict[tuple, Format] = {}
        self.default_run: Properties = {}
        self.default_paragraph: Properties = {}
        if root is None:
            return
        for style in root.iterchildren(W + "style"):
            identity = style.get(W + "styleId") or ""
            self._elements[identity] = style
            if (style.get(W + "default") or "0") in ("1", "true", "on"):
                self._defaults.setdefault(style.get(W + "type") or "paragraph", identity)
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            self.default_run = run_properties(defaults.find(f"{W}rPrDefault/{W}rPr"), theme)
            self.default_paragraph = paragraph_properties(defaults.find(f"{W}pPrDefault/{W}pPr"))

    def default(self, kind: str) -> str:
        """The id of the default style of a kind (`paragraph`, `character`, `table`), or ""."""
        return self._defaults.get(kind, "")

    def name(self, identity: str) -> str:
        """The name of a style as Word shows it, or its id where the style is missing."""
        if identity not in self._names:
            style = self._elements.get(identity)
            name = first(style, W + "name") if style is not None else None
            self._names[identity] = (name.get(W + "val") or identity) if name is not None else identity
        return self._names[identity]

    def chain(self, identity: str) -> list:
        """The style elements from the root of `basedOn` to the style itself."""
        found: list = []
        while identity in self._elements and len(found) < _MAX_CHAIN:
            style = self._elements[identity]
            found.append(style)
            base = style.find(W + "basedOn")
            identity = (base.get(W + "val") or "") if base is not None else ""
        return found[::-1]

    def run(self, identity: str) -> Properties:
        """The run properties of a style with what it is based on, defaults left out."""
        if identity not in self._run:
            merged: Properties = {}
            for style in self.chain(identity):
                merged.update(run_properties(style.find(W + "rPr"), self.theme))
            merged.pop("style", None)
            self._run[identity] = merged
        return self._run[identity]

    def own_paragraph(self, identity: str) -> list[Properties]:
        """The paragraph properties of each style in the chain, root first (numbering comes between)."""
        if identity not in self._own:
            self._own[identity] = [
                paragraph_properties(style.find(W + "pPr")) for style in self.chain(identity)
            ]
        return self._own[identity]

    def table(self, identity: str, look) -> TableStyle:
        """The table style of that id under a w:tblLook. Kept, since resolved formats are remembered by
        the identity of what it gives."""
        key = (identity, _look(look))
        if key not in self._tables:
            self._tables[key] = TableStyle(self, *key)
        return self._tables[key]

    def format(self, paragraph_style: str, table: Properties, direct: Properties) -> Format:
        """The effective look of a run with those direct properties in such a paragraph. `table` are
        the run properties of the table style around it."""
        character_style = str(direct.get("style", ""))
        key = (paragraph_style, id(table) if table else 0, tuple(direct.items()))
        if key not in self._formats:
            levels = (table, self.run(paragraph_style), self.run(character_style) if character_style else {})
            self._formats[key] = _effective(self.default_run, levels, direct)
        return self._formats[key]


def _effective(defaults: Properties, levels: tuple[Properties, ...], direct: Properties) -> Format:
    merged: Properties = dict(defaults)
    for level in levels:
        merged.update(level)
    for name in TOGGLES:
        merged[name] = bool(defaults.get(name)) or sum(bool(level.get(name)) for level in levels) % 2 == 1
    merged.update(direct)
    return Format(
        ascii_font=str(merged.get("ascii", "Times New Roman")),
        hansi_font=str(merged.get("hansi", merged.get("ascii", "Times New Roman"))),
        size_pt=float(merged.get("sz", 10.0)),  # type: ignore[arg-type]
        bold=bool(merged["b"]),
        italic=bool(merged["i"]),
        caps=bool(merged["caps"]),
        small_caps=bool(merged["smallCaps"]),
        strike=bool(merged["strike"]),
        hidden=bool(merged["vanish"]),
        underline=str(merged.get("u", "")),
        color=str(merged.get("color", "auto")),
        highlight=str(merged.get("highlight", "")),
        shading=str(merged.get("shd", "")),
        vertical=str(merged.get("vert", "")),
        squeezed=float(merged.get("spacing", 0.0)) < 0 or float(merged.get("scale", 100.0)) < 100,  # type: ignore[arg-type]
    )


class TableStyle:
    """What a table style gives to the cells of one table, by position (w:tblStylePr and w:tblLook)."""

    def __init__(self, styles: Styles, identity: str, look: frozenset[str]) -> None:
        self._chain = styles.chain(identity)
        self._theme = styles.theme
        self._cache: dict[tuple[str, ...], tuple[Properties, Properties]] = {}
        self._borders: dict[tuple[str, ...], dict[str, tuple[float, bool] | None]] = {}
        self._look = look

    def regions(self, row: int, rows: int, column: int, columns: int) -> tuple[str, ...]:
        """The conditional regions a cell falls into, weakest first."""
        found = []
        for name, place in (
            ("firstCol", column == 0),
            ("lastCol", column == columns - 1),
            ("firstRow", row == 0),
            ("lastRow", row == rows - 1),
        ):
            if place and name in self._look:
                found.append(name)
        return tuple(found)

    def properties(self, regions: tuple[str, ...]) -> tuple[Properties, Properties]:
        """(run properties, paragraph properties) for cells of those regions."""
        if regions not in self._cache:
            run: Properties = {}
            paragraph: Properties = {}
            for element in self._parts(regions):
                run.update(run_properties(element.find(W + "rPr"), self._theme))
                paragraph.update(paragraph_properties(element.find(W + "pPr")))
            self._cache[regions] = run, paragraph
        return self._cache[regions]

    def borders(self, regions: tuple[str, ...]) -> dict[str, tuple[float, bool] | None]:
        """The borders it gives, by side (`top`, `insideH` …)."""
        if regions in self._borders:
            return self._borders[regions]
        found: dict[str, tuple[float, bool] | None] = {}
        for element in self._parts(regions):
            for holder in (element.find(f"{W}tblPr/{W}tblBorders"), element.find(f"{W}tcPr/{W}tcBorders")):
                for side in holder if holder is not None else ():
                    found[side.tag.removeprefix(W)] = border_of(side)
        self._borders[regions] = found
        return found

    def _parts(self, regions: tuple[str, ...]) -> list:
        parts = list(self._chain)
        for region in regions:
            for style in self._chain:
                parts += [p for p in style.iterchildren(W + "tblStylePr") if p.get(W + "type") == region]
        return parts


def _look(element) -> frozenset[str]:
    """The switched-on regions of a w:tblLook, in its attributes or its older bit mask."""
    if element is None:
        return frozenset()
    masks = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
    try:
        value = int(element.get(W + "val") or "0", 16)
    except ValueError:
        value = 0
    names = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}
    return frozenset(
        names[name]
        for name, mask in masks.items()
        if (
            element.get(W + name) in ("1", "true", "on")
            if element.get(W + name) is not None
            else value & mask
        )
    )
