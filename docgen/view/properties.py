"""Raw properties of one w:rPr or w:pPr as plain dictionaries, before inheritance.

Keys of run properties are the OOXML names (`b`, `sz`, `color` …); `ascii` and `hansi` hold typefaces
with theme references already replaced."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.view.names import A, W, half_points, is_on, twips

TOGGLES = ("b", "i", "caps", "smallCaps", "strike", "vanish")
_TOGGLE_TAGS = {W + name: name for name in TOGGLES}

Properties = dict[str, object]


class Theme:
    """Typefaces and colours of a theme part (ECMA-376 Part 1, 20.1.6)."""

    def __init__(self, root, language: str = "") -> None:
        self.fonts: dict[str, str] = {}
        self.colors: dict[str, str] = {}
        if root is None:
            return
        for kind in ("major", "minor"):
            scheme = root.find(f".//{A}{kind}Font")
            if scheme is None:
                continue
            latin = scheme.find(A + "latin")
            name = latin.get("typeface") if latin is not None else ""
            if not name:
                name = next(
                    (f.get("typeface") or "" for f in scheme.iter(A + "font") if f.get("script") == "Viet"),
                    "",
                )
            for suffix in ("Ascii", "HAnsi"):
                self.fonts[kind + suffix] = name or ""
        for color in root.find(f".//{A}clrScheme") if root.find(f".//{A}clrScheme") is not None else ():
            if len(color):
                value = color[0].get("lastClr") or color[0].get("val") or ""
                self.colors[color.tag.removeprefix(A)] = value.upper()

    def color(self, name: str) -> str:
        """The hexadecimal colour of a theme slot as Word documents name it, or ""."""
        slot = {
            "text1": "dk1",
            "dark1": "dk1",
            "background1": "lt1",
            "light1": "lt1",
            "text2": "dk2",
            "dark2": "dk2",
            "background2": "lt2",
            "light2": "lt2",
            "hyperlink": "hlink",
            "followedHyperlink": "folHlink",
        }
        return self.colors.get(slot.get(name, name), "")


def run_properties(element, theme: Theme) -> Properties:
    """The properties a w:rPr states itself."""
    found: Properties = {}
    if element is None:
        return found
    for child in element:
        tag = child.tag
        if tag in _TOGGLE_TAGS:
            found[_TOGGLE_TAGS[tag]] = is_on(child)
            continue
        value = child.get(W + "val") or ""
        if tag == W + "rFonts":
            _fonts(child, theme, found)
        elif tag == W + "sz":
            found["sz"] = half_points(value, 10.0)
        elif tag == W + "color":
            found["color"] = _color(child, value, theme)
        elif tag == W + "u":
            found["u"] = "" if value in ("", "none") else value
        elif tag == W + "highlight":
            found["highlight"] = "" if value in ("none", "white") else value
        elif tag == W + "shd":
            found["shd"] = _shade(child)
        elif tag == W + "vertAlign":
            found["vert"] = "" if value == "baseline" else value
        elif tag == W + "spacing":
            found["spacing"] = twips(value)
        elif tag == W + "w":
            found["scale"] = twips(value.rstrip("%"), 100)
        elif tag == W + "fitText":
            found["scale"] = 0.0
        elif tag == W + "rStyle":
            found["style"] = value
    return found


def _fonts(element, theme: Theme, found: Properties) -> None:
    for key, plain, themed in (("ascii", "ascii", "asciiTheme"), ("hansi", "hAnsi", "hAnsiTheme")):
        name = theme.fonts.get(element.get(W + themed) or "") or element.get(W + plain)
        if name:
            found[key] = name


def _color(element, value: str, theme: Theme) -> str:
    if value in ("", "auto"):
        return theme.color(element.get(W + "themeColor") or "") or "auto"
    return value.upper()


def _shade(element) -> str:
    """The visible fill of a w:shd, "" where it is white, automatic or absent."""
    fill, pattern = (element.get(W + "fill") or "auto").upper(), element.get(W + "val") or "clear"
    if fill in ("AUTO", "FFFFFF"):
        fill = ""
    return fill or ("" if pattern in ("clear", "nil") else pattern)


def paragraph_properties(element) -> Properties:
    """The properties a w:pPr states itself; lengths in twips."""
    found: Properties = {}
    if element is None:
        return found
    for child in element:
        tag = child.tag
        if tag == W + "jc":
            found["jc"] = child.get(W + "val") or "left"
        elif tag == W + "ind":
            _indents(child.attrib, found)
        elif tag == W + "spacing":
            _spacing(child.attrib, found)
        elif tag == W + "pStyle":
            found["style"] = child.get(W + "val") or ""
        elif tag == W + "numPr":
            number, level = child.find(W + "numId"), child.find(W + "ilvl")
            if number is not None:
                found["numId"] = number.get(W + "val") or "0"
            if level is not None:
                found["ilvl"] = level.get(W + "val") or "0"
        elif tag == W + "pBdr":
            for side in ("top", "bottom"):
                border = child.find(W + side)
                if border is not None:
                    found["border_" + side] = border_of(border)
        elif tag == W + "outlineLvl":
            found["outline"] = int(twips(child.get(W + "val"), 9))
        elif tag == W + "framePr":
            found["frame"] = True
        elif tag in _FLAGS:
            found[_FLAGS[tag]] = is_on(child)
    return found


_FLAGS = {
    W + "contextualSpacing": "contextual",
    W + "keepNext": "keep_next",
    W + "pageBreakBefore": "page_break",
    W + "bidi": "bidi",
}


def _indents(attributes: Mapping[str, str], found: Properties) -> None:
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if W + name in attributes:
                found["ind_" + key] = twips(attributes[W + name])
    if W + "hanging" in attributes:
        found["ind_first"] = -twips(attributes[W + "hanging"])
    elif W + "firstLine" in attributes:
        found["ind_first"] = twips(attributes[W + "firstLine"])


def _spacing(attributes: Mapping[str, str], found: Properties) -> None:
    for name in ("before", "after", "line"):
        if W + name in attributes:
            found[name] = twips(attributes[W + name])
    if W + "lineRule" in attributes:
        found["lineRule"] = attributes[W + "lineRule"]
    for name in ("beforeAutospacing", "afterAutospacing"):
        if W + name in attributes:
            found[name] = attributes[W + name] not in ("0", "false", "off")


def border_of(element) -> tuple[float, bool] | None:
    """(width in points, whether dashed) of a visible border, None where it is not drawn."""
    value = element.get(W + "val") or "none"
    if value in ("none", "nil"):
        return None
    return twips(element.get(W + "sz"), 4) / 8, value.startswith(("dash", "dot"))
