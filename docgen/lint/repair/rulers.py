"""Repairs of drawn lines: one of the right length in place of a wrong, typed or missing one."""

from __future__ import annotations

from lxml import etree

from docgen.lint.core import Finding, Subject
from docgen.lint.repair.editor import Editor, child, drop, properties, runs, texts
from docgen.lint.repair.looks import element, nearest
from docgen.lint.rulers import near_paragraphs
from docgen.view.components import Piece
from docgen.view.drawing import drawn_lines
from docgen.view.names import WP, W
from docgen.vn import text_width_mm
from docgen.word.lines import FULL, GAP_PT, PARTIAL, drawn_line

_SINGLE = 1.15


def _draw(under: Piece | None, share: float, name: str, editor: Editor, subject: Subject, size=None) -> bool:
    """Draws the line under the paragraph of `under` after removing what stood for it."""
    if under is None or not under.whole:
        return False
    target = element(editor, under)
    # The type may just have been repaired as well; the line is measured in the size it got.
    pt = nearest(under.size_pt, size) if size is not None else under.size_pt
    width = text_width_mm(under.shown, pt, bold=True)
    for paragraph in near_paragraphs(subject, under):
        _clear(editor.paragraph(paragraph.part, paragraph.index), keep_text=paragraph is under.paragraph)
    room = under.paragraph.width_mm or 160.0
    lines = max(1, -(-int(width * 10) // int(room * 10)))
    last = width if lines == 1 else width % room or room
    below = pt * _SINGLE * lines * max(under.paragraph.format.line, 1.0) + GAP_PT
    if under.paragraph.format.line_rule != "auto":
        below = under.paragraph.format.line * lines + GAP_PT
    xml = drawn_line(last * share, below, _free_id(editor, under.paragraph.part), name)
    target.append(etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{xml}</x>')[0])
    return True


def _clear(paragraph, keep_text: bool) -> None:
    """Removes drawn lines, borders, underlines and (in paragraphs of dashes) typed lines."""
    for run in [r for r in paragraph.iter(W + "r") if next(r.iterancestors(W + "p")) is paragraph]:
        shapes = list(run.iter(W + "drawing", W + "pict"))
        if shapes and all(any(True for _ in drawn_lines(s)) for s in shapes) and run.find(W + "t") is None:
            run.getparent().remove(run)
    layout = paragraph.find(W + "pPr")
    if layout is not None and layout.find(W + "pBdr") is not None:
        drop(layout, "pBdr")
        style = child(layout, "pBdr")
        for side in ("top", "bottom"):
            etree.SubElement(style, W + side).set(W + "val", "nil")
    for run in runs(paragraph):
        look = properties(run, "rPr")
        drop(look, "u")
    if not keep_text:
        for node in texts(paragraph):
            node.text = ""


def _free_id(editor: Editor, part: str) -> int:
    used = [
        int(e.get("id") or 0) for e in editor.root(part).iter(WP + "docPr") if (e.get("id") or "0").isdigit()
    ]
    return max(used, default=0) + 1


def under_motto(editor: Editor, subject: Subject, finding: Finding) -> bool:
    return _draw(
        subject.parts.head.tieu_ngu, FULL, "Đường kẻ dưới Tiêu ngữ", editor, subject, subject.limits.tieu_ngu
    )


def under_issuer(editor: Editor, subject: Subject, finding: Finding) -> bool:
    names = subject.parts.head.ban_hanh
    name = "Đường kẻ dưới tên cơ quan"
    return _draw(names[-1] if names else None, PARTIAL, name, editor, subject, subject.limits.co_quan)


def under_subject(editor: Editor, subject: Subject, finding: Finding) -> bool:
    lines = subject.parts.title.trich_yeu
    name = "Đường kẻ dưới trích yếu"
    return _draw(lines[-1] if lines else None, PARTIAL, name, editor, subject, subject.limits.trich_yeu)
