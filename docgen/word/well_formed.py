"""Whether a text is well-formed XML (XML 1.0, 2.1); names and namespaces are not looked at."""

from __future__ import annotations


def is_well_formed(xml: bytes | str) -> bool:
    """Whether `xml` is one whole element, with what may stand around it."""
    from xml.parsers import expat  # documents of most templates need no parsing

    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError:
        return False
    return True
