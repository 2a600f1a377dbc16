"""XML into trees, without surprises."""

from __future__ import annotations

from lxml import etree

from docgen.word.names import R, W

NS = {"w": W, "r": R}

_PARSER_OPTIONS = dict(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False
)


def w(tag: str) -> str:
    """`tag` in the WordprocessingML namespace, as lxml writes it."""
    return f"{{{W}}}{tag}"


def parse_xml(data: bytes) -> etree._Element:
    """The root of `data`. Raises etree.XMLSyntaxError, also for a document type definition."""
    root = etree.fromstring(data, etree.XMLParser(**_PARSER_OPTIONS))  # type: ignore[arg-type]
    if root.getroottree().docinfo.doctype:
        raise etree.XMLSyntaxError("document type definitions are refused", 0, 0, 0)
    return root
