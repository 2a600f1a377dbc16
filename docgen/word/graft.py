"""Parts that subdocuments and links of a context bring along from the template they were made for.

docxtpl puts the pictures, styles, lists and notes of a subdocument into the document of its own
DocxTemplate; a template that is rendered afresh takes over those that the values refer to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docxtpl import DocxTemplate, RichText, RichTextParagraph

_ID = re.compile(r'\br:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]+)"')
_SHARED = (KIND.STYLES, KIND.NUMBERING, KIND.FOOTNOTES)


def graft(part: Any, template: Any, context: dict[str, Any]) -> None:
    """Gives the document part `part` what the values in `context` refer to in the documents of their
    own templates; `template` is what is being rendered, where a DocxTemplate is a source too."""
    hosts = [template.docx.part] if isinstance(template, DocxTemplate) and template.docx is not None else []
    wanted: list[tuple[str, Any]] = []
    for value in _values(context):
        if isinstance(value, (RichText, RichTextParagraph)):
            wanted += [(number, None) for number in _ID.findall(value.xml)]
        elif _is_subdocument(value):
            host = value.tpl.docx.part if value.tpl.docx is not None else value.docx.part
            if host not in hosts:
                hosts.append(host)
                _share(part, host)
            wanted += [(number, host) for number in _ID.findall(str(value))]
    for number, own_host in wanted:
        for host in [own_host] if own_host is not None else hosts:
            if number in host.rels and number not in part.rels:
                relation = host.rels[number]
                target = relation.target_ref if relation.is_external else relation.target_part
                part.load_rel(relation.reltype, target, number, relation.is_external)
                break


def _values(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _values(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _values(one)
    else:
        yield value


def _is_subdocument(value: Any) -> bool:
    kind = type(value)
    return kind.__module__ == "docxtpl.subdoc" and kind.__name__ == "Subdoc"


def _share(part: Any, host: Any) -> None:
    """Styles, lists and footnotes as they are in the document of the subdocument's template."""
    for kind in _SHARED:
        theirs = _related(host, kind)
        own = _related(part, kind)
        if theirs is None:
            continue
        if own is None:
            number = next(i for i, relation in host.rels.items() if relation.reltype == kind)
            part.load_rel(kind, theirs, number if number not in part.rels else f"{number}g", False)
        elif hasattr(theirs, "_element"):
            own._element = deepcopy(theirs._element)
        else:
            own._blob = theirs.blob


def _related(part: Any, kind: str) -> Any:
    return next(
        (one.target_part for one in part.rels.values() if one.reltype == kind and not one.is_external), None
    )
