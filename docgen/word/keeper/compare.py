"""What changed between two versions of a template, in words a keeper uses."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from lxml import etree

from docgen.word.keeper.places import Spot, spots
from docgen.word.style_part import StylePart
from docgen.word.styles import Style
from docgen.word.xml import NS, parse_xml, w

_TWIPS_PER_MM = 1440 / 25.4
_MARGINS = {
    "top": "lề trên",
    "bottom": "lề dưới",
    "left": "lề trái",
    "right": "lề phải",
    "header": "đầu trang",
    "footer": "chân trang",
}
_ALIGN = {
    "both": "đều hai bên",
    "center": "giữa",
    "left": "trái",
    "right": "phải",
    "start": "trái",
    "end": "phải",
}


def compare_templates(old: dict[str, bytes], new: dict[str, bytes]) -> list[str]:
    """A line for each difference in text, styles, page and other parts; nothing for the same template."""
    lines = [*_paragraphs(old, new), *_styles(old, new), *_page(old, new)]
    known = {"word/styles.xml", "[Content_Types].xml"}
    for name in sorted({*old, *new} - known):
        if name.startswith("word/media/") and old.get(name) != new.get(name):
            what = "thêm" if name not in old else "bỏ" if name not in new else "đổi"
            lines.append(f"{what} hình {name.removeprefix('word/media/')}")
    return lines


def text_of(parts: dict[str, bytes]) -> Iterator[str]:
    """A line for each paragraph with its place, style and text, then the page and the styles: a Word file
    as text, for tools that compare lines."""
    names = _style_names(parts)
    for spot in spots(parts):
        yield f"{spot.words} [{_style_of(spot, names)}] {spot.text}".rstrip()
    for key, value in _margins(parts).items():
        yield f"trang: {key} {value}"
    for name, look in sorted(_looks(parts).items()):
        yield f"kiểu {name}: {'; '.join(f'{key} {value}' for key, value in look.items())}"


def _paragraphs(old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[str]:
    before, after = list(spots(old)), list(spots(new))
    names = _style_names(old), _style_names(new)
    keys = [[(_kind(spot), spot.text) for spot in side] for side in (before, after)]
    matcher = difflib.SequenceMatcher(None, *keys, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            for one, two in zip(before[a:b], after[c:d], strict=True):
                yield from _restyled(one, two, names)
            continue
        pairs = min(b - a, d - c)
        for one, two in zip(before[a : a + pairs], after[c : c + pairs], strict=True):
            yield f"{two.words}: “{one.text}” → “{two.text}”"
        yield from (f"bỏ {one.words}: “{one.text}”" for one in before[a + pairs : b])
        yield from (f"thêm {two.words}: “{two.text}”" for two in after[c + pairs : d])


def _kind(spot: Spot) -> str:
    """The part a paragraph is compared in; whether it is in a table."""
    return f"{spot.words.partition(',')[0] if 'trang' in spot.words else ''}{spot.cell is not None}"


def _restyled(one: Spot, two: Spot, names: tuple[dict[str, str], dict[str, str]]) -> Iterator[str]:
    before, after = (_style_of(spot, table) for spot, table in zip((one, two), names, strict=True))
    if before != after:
        yield f"{two.words}: kiểu “{before}” → “{after}”"


def _style_of(spot: Spot, names: dict[str, str]) -> str:
    style = spot.element.find("w:pPr/w:pStyle", NS)
    return names.get(style.get(w("val"), ""), "Normal") if style is not None else "Normal"


def _style_names(parts: dict[str, bytes]) -> dict[str, str]:
    if "word/styles.xml" not in parts:
        return {}
    return {style.id: style.name for style in StylePart(parse_xml(parts["word/styles.xml"])).styles()}  # type: ignore[attr-defined]


def _styles(old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[str]:
    before, after = _looks(old), _looks(new)
    for name in sorted({*before, *after}):
        if name not in after:
            yield f"bỏ kiểu “{name}”"
        elif name not in before:
            yield f"thêm kiểu “{name}”"
        else:
            one, two = before[name], after[name]
            changes = [
                f"{key} {one.get(key, 'không đặt')} → {two.get(key, 'không đặt')}"
                for key in {**one, **two}
                if one.get(key) != two.get(key)
            ]
            if changes:
                yield f"kiểu “{name}”: {'; '.join(changes)}"


def _looks(parts: dict[str, bytes]) -> dict[str, dict[str, str]]:
    """Every style by name, with what a keeper sees of it."""
    if "word/styles.xml" not in parts:
        return {}
    root = parse_xml(parts["word/styles.xml"])
    effective = {style.name: style for style in StylePart(root).styles()}  # type: ignore[attr-defined]
    out = {}
    for element in root.iterfind("w:style", NS):
        name = element.find("w:name", NS).get(w("val"), "")  # type: ignore[union-attr]
        style = effective.get(name)
        out[name] = dict(_letters(style) if style is not None else ()) | dict(_layout(element))
    return out


def _letters(style: Style) -> Iterator[tuple[str, str]]:
    yield "cỡ chữ", f"{style.size_pt:g}"
    for words, on in (("đậm", style.bold), ("nghiêng", style.italic), ("in hoa", style.caps)):
        yield words, _yes(on)


def _yes(on: bool) -> str:
    return "có" if on else "không"


def _layout(style: etree._Element) -> Iterator[tuple[str, str]]:
    jc, spacing, indent = (style.find(f"w:pPr/w:{tag}", NS) for tag in ("jc", "spacing", "ind"))
    fonts = style.find("w:rPr/w:rFonts", NS)
    if fonts is not None and fonts.get(w("ascii")):
        yield "phông", fonts.get(w("ascii"), "")
    if jc is not None:
        yield "canh", _ALIGN.get(jc.get(w("val"), ""), jc.get(w("val"), ""))
    for key, words in (("before", "cách trên"), ("after", "cách dưới")):
        if spacing is not None and spacing.get(w(key)):
            yield words, f"{int(spacing.get(w(key), '0')) / 20:g} pt"
    if spacing is not None and spacing.get(w("line")):
        line = int(spacing.get(w("line"), "240"))
        auto = spacing.get(w("lineRule"), "auto") == "auto"
        yield "cách dòng", f"{line / 240:g} dòng" if auto else f"{line / 20:g} pt"
    for key, words in (("firstLine", "thụt dòng đầu"), ("left", "thụt trái"), ("hanging", "thụt treo")):
        if indent is not None and indent.get(w(key)):
            yield words, f"{int(indent.get(w(key), '0')) / _TWIPS_PER_MM:.1f} mm"


def _page(old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[str]:
    before, after = _margins(old), _margins(new)
    for key in {**before, **after}:
        if before.get(key) != after.get(key):
            yield f"trang: {key} {before.get(key, 'không đặt')} → {after.get(key, 'không đặt')}"


def _margins(parts: dict[str, bytes]) -> dict[str, str]:
    section = parse_xml(parts["word/document.xml"]).find("w:body/w:sectPr", NS)
    page = section.find("w:pgSz", NS) if section is not None else None
    margins = section.find("w:pgMar", NS) if section is not None else None
    out = {}
    if page is not None:
        out["khổ giấy"] = (
            " × ".join(f"{int(page.get(w(side), '0')) / _TWIPS_PER_MM:.0f}" for side in ("w", "h")) + " mm"
        )
    if margins is not None:
        for key, words in _MARGINS.items():
            out[words] = f"{int(margins.get(w(key), '0')) / _TWIPS_PER_MM:.1f} mm"
    return out
