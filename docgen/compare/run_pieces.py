"""Runs of a paragraph cut so that a change is always whole runs: a piece of content each, then at places."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from docgen.view.names import W

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n"}
_GONE = (W + "del", W + "moveFrom")


def runs_of(paragraph: etree._Element) -> list[etree._Element]:
    """The runs of a paragraph that are text now: not those in text boxes, not deleted ones."""
    found = []
    for run in paragraph.iter(W + "r"):
        around = [a.tag for a in run.iterancestors()]
        inner = around[: around.index(W + "p")] if W + "p" in around else around
        if next(run.iterancestors(W + "p"), None) is paragraph and not any(tag in _GONE for tag in inner):
            found.append(run)
    return found


def cut_to_pieces(paragraph: etree._Element) -> None:
    """Leaves one piece of content in each run."""
    for run in runs_of(paragraph):
        content = [child for child in run if child.tag != W + "rPr"]
        for child in reversed(content[1:]):
            twin = etree.Element(W + "r")
            properties = run.find(W + "rPr")
            if properties is not None:
                twin.append(deepcopy(properties))
            twin.append(child)
            run.addnext(twin)


def _said(run: etree._Element) -> str:
    """The text of a run of one piece."""
    for child in run:
        if child.tag == W + "t":
            return child.text or ""
        if child.tag in _TEXTS and child.get(W + "type") in (None, "textWrapping"):
            return _TEXTS[child.tag]
    return ""


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph as its runs say it."""
    return "".join(_said(run) for run in runs_of(paragraph))


def borders(paragraph: etree._Element) -> list[int]:
    """Where runs begin and end in the text."""
    return starts([_said(run) for run in runs_of(paragraph)])


def starts(parts: Sequence[str]) -> list[int]:
    """Where each part begins when they are joined, and where the last ends."""
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    return places


def cut_at(paragraph: etree._Element, places: set[int]) -> list[tuple[int, etree._Element]]:
    """Runs with text and where they begin, after cutting them at `places`."""
    found, at = [], 0
    for run in runs_of(paragraph):
        text = _said(run)
        cuts = sorted(n - at for n in places if at < n < at + len(text))
        for start in reversed(cuts):
            twin = deepcopy(run)
            twin.tail = None
            _set_text(twin, _said(run)[start:])
            _set_text(run, _said(run)[:start])
            run.addnext(twin)
        edges = [0, *cuts]
        piece: etree._Element | None = run
        for edge in edges if text else ():
            found.append((at + edge, piece))
            piece = piece.getnext() if piece is not None else None
        at += len(text)
    return found  # type: ignore[return-value]


def _set_text(run: etree._Element, text: str) -> None:
    element = run.find(W + "t")
    if element is not None:
        element.text = text
        element.set(SPACE, "preserve")
