"""Tags put right in the file itself: joined where Word split them, without what autocorrection put in."""

from __future__ import annotations

from lxml import etree

from docgen.word.keeper.places import Spot, spots_in
from docgen.word.keeper.tags import Tag, straight, tags_of
from docgen.word.xml import parse_xml

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fix_template(parts: dict[str, bytes]) -> tuple[dict[str, bytes], int]:
    """`parts` with broken tags repaired, and how many were; untouched parts keep their bytes.

    A tag that was split takes the look of its first letter.
    """
    fixed, count = dict(parts), 0
    for name, data in parts.items():
        if not name.startswith("word/") or not name.endswith(".xml") or b"{" not in data:
            continue
        root = parse_xml(data)
        here = sum(_fix_spot(spot) for spot in list(spots_in(name, root)))
        if here:
            fixed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            count += here
    return fixed, count


def _fix_spot(spot: Spot) -> int:
    done = 0
    for index in range(len(list(tags_of(spot)))):
        tag = list(tags_of(spot))[index]  # positions move as tags are repaired
        done += tag.closed and _rewrite(tag)
    return done


def _rewrite(tag: Tag) -> bool:
    """Whether the tag was changed: all of it now stands in the text where it begins."""
    wanted = straight(tag.raw)
    position, first, changed = 0, None, wanted != tag.raw
    for element in tag.spot.texts:
        text = element.text or ""
        start, end = max(tag.start - position, 0), min(tag.end - position, len(text))
        position += len(text)
        if start >= end:
            continue
        if first is None:
            first = element
            rest = text[end:]
            element.text = text[:start] + wanted + rest
        else:
            changed = True
            element.text = text[:start] + text[end:]
        element.set(_SPACE, "preserve")
    return changed
