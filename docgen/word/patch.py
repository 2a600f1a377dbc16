"""From the XML of a part to the source of a Jinja template: docxtpl's patching, and what it leaves undone.

docxtpl joins tags that Word has split over runs and gives `{%p`, `{%tr`, `{{r`, `{% cellbg %}` and
their kin their meaning. Put right around it here: a cell without `w:tcPr` lost its colspan or colour;
what it adds to `w:tcPr` stood in an order the schema forbids (ECMA-376 part 1, 17.4.69); a literal
such as "A & B" inside a tag kept its XML escapes and printed them.
"""

from __future__ import annotations

import re

from docxtpl import DocxTemplate

_CELL_TAG = re.compile(r"(<w:tc(?:\s[^>]*)?>)(?!\s*<w:tcPr[ >])")
_EMPTY_PROPERTIES = re.compile(r"<w:tcPr\s*/>")
_PROPERTIES = re.compile(r"(<w:tcPr(?:\s[^>]*)?>)(.*?)(</w:tcPr>)", re.DOTALL)
_CHILD = re.compile(r"<(/?)(w\d*:\w+)((?:\{\{.*?\}\}|\{%.*?%\}|[^>{]|\{(?![{%]))*?)(/?)>", re.DOTALL)
_INSIDE_TAG = re.compile(r"(?<=\{[{%])(.*?)(?=[}%]\})", re.DOTALL)
_USES_CELL_TAGS = re.compile(r"\{%\s*(?:cellbg|colspan|vm|hm)\b")

CELL_ORDER = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge",
    "tcPrChange",
)  # fmt: skip
"""Children of `w:tcPr` in the order of the schema."""


def patched(xml: str) -> str:
    """`xml` as the source of a Jinja template."""
    xml = _EMPTY_PROPERTIES.sub("<w:tcPr></w:tcPr>", xml)
    joined = re.sub(r"<[^>]+>", "", xml)
    uses_cells = bool(_USES_CELL_TAGS.search(joined))
    if uses_cells:
        xml = _CELL_TAG.sub(r"\1<w:tcPr></w:tcPr>", xml)
    xml = DocxTemplate.patch_xml(None, xml)
    if uses_cells:
        xml = _PROPERTIES.sub(_ordered, xml)
    return _INSIDE_TAG.sub(_unescaped, xml)


def lines_of_paragraphs(source: str) -> str:
    """`source` with each paragraph on a line of its own, so that Jinja's line numbers name paragraphs."""
    return re.sub(r"(?<!\n)<w:p([ >/])", r"\n<w:p\1", source)


def _unescaped(match: re.Match[str]) -> str:
    text = match.group(0)
    if "&" in text:
        text = text.replace("&quot;", '"').replace("&apos;", "'").replace("&#39;", "'").replace("&amp;", "&")
    return text


def _ordered(match: re.Match[str]) -> str:
    """The properties of a cell, its children in the order of the schema, each once."""
    children = list(_children(match.group(2)))
    if children is None or "".join(text for _, text in children) != match.group(2).strip():
        return match.group(0)  # tags between the elements: left as the keeper wrote it
    known = {name: position for position, name in enumerate(CELL_ORDER)}
    last = {name: text for name, text in children}
    names = sorted(last, key=lambda name: known.get(name, len(known)))
    return match.group(1) + "".join(last[name] for name in names) + match.group(3)


def _children(xml: str) -> list[tuple[str, str]]:
    """The elements of the first level in `xml`, as (local name, text)."""
    out: list[tuple[str, str]] = []
    depth = start = 0
    name = ""
    for tag in _CHILD.finditer(xml):
        closing, tag_name, _, single = tag.groups()
        if closing:
            depth -= 1
        else:
            if depth == 0:
                start, name = tag.start(), tag_name.partition(":")[2]
            depth += 0 if single else 1
        if depth == 0:
            out.append((name, xml[start : tag.end()]))
    return out
