"""Whether a template prints whole XML whatever it is given, so that no document need be parsed to be sure.

It does when each of its bodies (its own, of a loop, of a branch) is whole by itself and all it prints stands
between elements: what is printed is text, which is escaped, or XML of docgen's own writers, which is whole
(docgen.word.escape.Markup). A value inside an attribute, or an element that begins in one branch and ends in
another, may come out right, but that is left to be looked at in each document.
"""

from __future__ import annotations

import re

from jinja2 import nodes

from docgen.word.language.grammar import parsed
from docgen.word.well_formed import is_well_formed

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STANDS_FOR = "<!---->"
"""Printed in place of what a tag prints: XML allows a comment between elements, and in no other place."""


def prints_whole_xml(source: str) -> bool:
    """Whether whatever the template `source`, which can be compiled, prints is whole XML."""
    text = _body(parsed(source).body)
    return text is not None and is_well_formed(text)


def _body(body: list[nodes.Node]) -> str | None:
    """`body` with a comment for each of its tags; None when one of them may tear what it prints."""
    out: list[str] = []
    for node in body:
        for part in node.nodes if isinstance(node, nodes.Output) else [node]:
            if isinstance(part, nodes.TemplateData):
                out.append(part.data)
            elif any(map(_is_odd, (part, *part.find_all(nodes.Const)))):
                return None
            elif all(_is_fragment(inner) for inner in _bodies(part)):
                out.append(_STANDS_FOR)
            else:
                return None
    return "".join(out)


def _bodies(node: nodes.Node) -> list[list[nodes.Node]]:
    """The bodies of a loop or a choice; a value has none."""
    if isinstance(node, nodes.If):
        return [node.body, node.else_, *(branch.body for branch in node.elif_)]
    return [node.body, node.else_] if isinstance(node, nodes.For) else []


def _is_odd(node: nodes.Node) -> bool:
    """Whether `node` is a text with a character that no XML holds; none comes in with a document, whose
    readers refuse it (docgen.source.characters, docgen.expression.closures)."""
    return isinstance(node, nodes.Const) and isinstance(node.value, str) and bool(_NO_XML.search(node.value))


def _is_fragment(body: list[nodes.Node]) -> bool:
    text = _body(body)
    return text is not None and is_well_formed(f"<x>{text}</x>")
