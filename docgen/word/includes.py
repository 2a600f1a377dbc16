"""Shared parts: a paragraph `{%p include "ten" %}` becomes the content of templates/phan/<ten>.docx."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

from lxml import etree

from docgen.diagnostics import DocgenError, Location, error
from docgen.word.door import refuse_hostile
from docgen.word.package import read_package
from docgen.word.style_part import StylePart
from docgen.word.xml import NS, R, parse_xml, w

FindPart = Callable[[str], Path | None]

_INCLUDE = re.compile(r"""^\{%p\s+include\s+["'“”]([^"'“”]+)["'“”]\s*%\}$""")
_STYLE_TAGS = ("pStyle", "rStyle", "tblStyle")


def resolve_includes(
    body: etree._Element, styles: StylePart, find_part: FindPart, path: str
) -> tuple[tuple[str, Path], ...]:
    """Replaces every include below `body` in place; the parts used come back by name, with their files.

    Styles the template lacks are taken over from the part; those it has win. Raises DocgenError
    for a part that is missing, includes itself, or carries pictures or links of its own.
    """
    used: list[tuple[str, Path]] = []
    _resolve(body, styles, find_part, path, (), used)
    return tuple(dict.fromkeys(used))


def _resolve(
    root: etree._Element,
    styles: StylePart,
    find_part: FindPart,
    path: str,
    open_parts: tuple[str, ...],
    used: list[tuple[str, Path]],
) -> None:
    for number, paragraph in enumerate(list(root.iter(w("p"))), 1):
        text = "".join(t.text or "" for t in paragraph.iter(w("t"))).strip()
        match = _INCLUDE.match(text)
        if match is None:
            continue
        name = match.group(1).strip()
        place = Location(path, part="word/document.xml", paragraph=number, excerpt=text)
        if name in open_parts:
            chain = " → ".join((*open_parts, name))
            raise DocgenError(error("mau-phan-vong", f"phần dùng chung gọi vòng: {chain}", place))
        file = find_part(name)
        if file is None:
            raise DocgenError(
                error(
                    "mau-thieu-phan",
                    f"không tìm thấy phần dùng chung “{name}”",
                    place,
                    hint=f"Cần tệp templates/phan/{name}.docx",
                )
            )
        used.append((name, file))
        content = _content(file, styles)
        holder = etree.Element(w("body"))
        holder.extend(content)
        _resolve(holder, styles, find_part, str(file), (*open_parts, name), used)
        parent = paragraph.getparent()
        position = parent.index(paragraph)
        parent.remove(paragraph)
        for offset, element in enumerate(list(holder)):
            parent.insert(position + offset, element)


def _content(file: Path, styles: StylePart) -> list[etree._Element]:
    """The blocks of the part in `file`, with the style ids of the including template."""
    parts = read_package(file)
    refuse_hostile(parts, str(file))
    body = parse_xml(parts["word/document.xml"]).find("w:body", NS)
    if body is None:
        return []
    own_styles = parts.get("word/styles.xml")
    ids = styles.adopt(StylePart(parse_xml(own_styles))) if own_styles else {}
    blocks = [deepcopy(child) for child in body if child.tag in (w("p"), w("tbl"), w("sdt"))]
    if len(blocks) > 1 and blocks[-1].tag == w("p") and blocks[-2].tag == w("tbl") and _is_empty(blocks[-1]):
        blocks.pop()  # Word insists on a paragraph behind a table; it is not part of the part
    for block in blocks:
        for element in block.iter():
            if not isinstance(element.tag, str):
                continue
            if any(name.startswith(f"{{{R}}}") for name in element.attrib):
                raise DocgenError(
                    error(
                        "mau-phan-lien-ket",
                        f"phần dùng chung “{file.stem}” có hình hoặc liên kết",
                        Location(str(file)),
                        hint="Đặt hình và liên kết trong mẫu chính",
                    )
                )
            if element.tag in map(w, _STYLE_TAGS) and element.get(w("val")) in ids:
                element.set(w("val"), ids[element.get(w("val"))])
    return blocks


def _is_empty(paragraph: etree._Element) -> bool:
    return paragraph.find("w:r", NS) is None
