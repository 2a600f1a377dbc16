"""Paragraphs of a body, header, cell, note or text box, with inherited layout resolved."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.values import replace
from docgen.view.context import Context
from docgen.view.drawing import branch
from docgen.view.model import DrawnLine, Paragraph, ParagraphFormat, TextBox
from docgen.view.names import MC, MM_PER_TWIP, W, first
from docgen.view.properties import Properties, paragraph_properties, run_properties
from docgen.view.runs import Content

_P, _TBL, _PPR, _RPR = W + "p", W + "tbl", W + "pPr", W + "rPr"
_AUTO_SPACING_PT = 14.0  # what Word shows for w:beforeAutospacing outside HTML lists
_ALIGNMENTS = {
    "start": "left",
    "end": "right",
    "distribute": "both",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
    "thaiDistribute": "both",
}
_BOX_MARGIN_MM = 5.08  # the default insets of a text box, both sides together


def block_elements(container) -> Iterator:
    """The w:p and w:tbl elements of a container, through content controls and custom XML."""
    for child in container:
        tag = child.tag
        if tag in (_P, _TBL):
            yield child
        elif tag == W + "sdt":
            content = first(child, W + "sdtContent")
            if content is not None:
                yield from block_elements(content)
        elif tag in (W + "customXml", W + "ins", W + "moveTo"):
            yield from block_elements(child)
        elif tag == MC + "AlternateContent":
            chosen = branch(child)
            if chosen is not None:
                yield from block_elements(chosen)


def read_paragraph(element, context: Context) -> Paragraph:
    """One w:p."""
    part, styles = context.part, context.part.styles
    own = first(element, _PPR)
    direct = paragraph_properties(own)
    style = str(direct.get("style") or styles.default("paragraph"))
    layout, borders, number = _resolved(style, direct, context)
    content = Content(context, style)
    content.read(element)
    label, form = _label(number, part.numbering)
    if content.runs:
        mark_size = content.runs[-1].format.size_pt
    else:  # an empty line is as high as its paragraph mark
        mark = run_properties(first(own, _RPR) if own is not None else None, styles.theme)
        mark_size = styles.format(style, context.run or {}, mark).size_pt
    width = context.width_mm - layout.left_mm - layout.right_mm
    content.lines += [DrawnLine("border", width, None, *border) for border in borders]
    return Paragraph(
        index=part.numbers.get(element, 0),
        part=part.name,
        runs=tuple(content.runs),
        format=layout,
        style=styles.name(style) or "Normal",
        label=label,
        label_format=form,
        fields=tuple(content.fields),
        lines=tuple(content.lines),
        boxes=tuple([_box(holder, context) for holder in content.holders]),
        pictures=tuple(content.pictures),
        notes=tuple(content.notes),
        page_break=content.page_break,
        width_mm=context.width_mm,
        mark_size_pt=mark_size,
        in_table=context.in_table,
        section=context.section,
    )


def _resolved(style: str, direct: Properties, context: Context):
    """(layout, visible top and bottom borders, numbering) of a paragraph; the same for every paragraph
    with that style and those direct properties in such a place."""
    key = (style, tuple(direct.items()), id(context.paragraph) if context.paragraph else 0)
    cache = context.part.layouts
    if key not in cache:
        merged, number = _merge(style, direct, context)
        borders = [merged[side] for side in ("border_top", "border_bottom") if merged.get(side)]
        cache[key] = _layout(merged), borders, number
    return cache[key]


def _merge(style: str, direct: Properties, context: Context) -> tuple[Properties, tuple[str, int] | None]:
    """Layout properties from defaults to direct ones, and the (w:numId, level) that numbers the
    paragraph. Numbering stands between the style that names it and that style's own indents."""
    styles, numbering = context.part.styles, context.part.numbering
    merged: Properties = dict(styles.default_paragraph)
    merged.update(context.paragraph or {})
    number, level = "", 0
    for own in (*styles.own_paragraph(style), direct):
        if "numId" in own or "ilvl" in own:
            number = str(own.get("numId", number))
            level = int(str(own.get("ilvl", level)) or 0)
            found = numbering.level(number, level)
            if found is not None:
                merged.update({k: v for k, v in found.paragraph.items() if k.startswith("ind_")})
            elif own is direct and number == "0":
                # Numbering switched off: Word also drops the indents that came with it.
                merged.update({"ind_left": 0.0, "ind_first": 0.0})
        merged.update(own)
    return merged, (number, level) if number not in ("", "0") else None


def _label(number: tuple[str, int] | None, numbering) -> tuple[str, str]:
    if number is None:
        return "", ""
    level = numbering.level(*number)
    return numbering.label(*number), level.format if level is not None else ""


def _layout(merged: Properties) -> ParagraphFormat:
    def mm(name: str) -> float:
        return float(merged.get(name, 0.0)) * MM_PER_TWIP  # type: ignore[arg-type]

    def spacing(name: str) -> float:
        if merged.get(name + "Autospacing"):
            return _AUTO_SPACING_PT
        return float(merged.get(name, 0.0)) / 20  # type: ignore[arg-type]

    rule = str(merged.get("lineRule", "auto"))
    line = float(merged.get("line", 240.0))  # type: ignore[arg-type]
    alignment = str(merged.get("jc", "left"))
    return ParagraphFormat(
        alignment=_ALIGNMENTS.get(alignment, alignment),
        left_mm=mm("ind_left"),
        right_mm=mm("ind_right"),
        first_line_mm=mm("ind_first"),
        before_pt=spacing("before"),
        after_pt=spacing("after"),
        line_rule=rule if rule in ("exact", "atLeast") else "auto",
        line=line / 20 if rule in ("exact", "atLeast") else line / 240,
        contextual=bool(merged.get("contextual")),
        keep_next=bool(merged.get("keep_next")),
        page_break_before=bool(merged.get("page_break")),
        outline_level=merged.get("outline"),  # type: ignore[arg-type]
        border_top=bool(merged.get("border_top")),
        border_bottom=bool(merged.get("border_bottom")),
        framed=bool(merged.get("frame")),
    )


def _box(holder, context: Context) -> TextBox:
    content, width, height, bordered = holder
    inner = replace(
        context, width_mm=max(width - _BOX_MARGIN_MM, 0.0), in_table=False, run=None, paragraph=None
    )
    return TextBox(context.part.read_blocks(content, inner), width, height, bordered)
