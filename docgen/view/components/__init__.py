"""The components of an official document found in a DocView: `recognise(view) -> Components`."""

from __future__ import annotations

from docgen.view.components.appendix import find_appendices
from docgen.view.components.foot import find_foot
from docgen.view.components.head import find_head
from docgen.view.components.model import Appendix, Components, Foot, Head, Title
from docgen.view.components.pieces import Piece, pieces
from docgen.view.components.regime import find_regime
from docgen.view.components.title import find_title
from docgen.view.model import DocView, Paragraph

__all__ = ["Appendix", "Components", "Foot", "Head", "Piece", "Title", "recognise"]


def recognise(view: DocView) -> Components:
    """The components of the document, whatever way it was laid out; parts not found are empty."""
    lines = pieces(view.blocks)
    head = find_head(lines)
    title = find_title(lines, head)
    top = max(head.end, title.end)
    appendices = find_appendices(lines, top, len(view.blocks))
    foot = find_foot(lines, top, appendices[0].block if appendices else None)
    if foot.start_block is not None:
        appendices = tuple(a for a in appendices if a.block > foot.start_block)
    first = lines[top + 1].block if top + 1 < len(lines) else len(view.blocks)
    if 0 <= top < len(lines) and first == lines[top].block:
        first += 1
    last = (
        foot.start_block
        if foot.start_block is not None
        else (appendices[0].block if appendices else len(view.blocks))
    )
    after = (foot.end_block + 1) if foot.end_block is not None else last
    body = view.blocks[first:last] if top >= 0 else view.blocks[:last]
    regime = find_regime(lines, head, title, foot)
    return Components(
        regime,
        head,
        title,
        foot,
        tuple(b for b in body if isinstance(b, Paragraph)),
        tuple(body),
        appendices,
        view.blocks[after:],
        lines,
    )
