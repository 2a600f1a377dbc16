"""Repairs of type and layout: size, bold, italic, capitals, colour, alignment, indents, spacing."""

from __future__ import annotations

import re
import unicodedata

from docgen.lint.core import Finding, Subject
from docgen.lint.limits import SINGLE, Range
from docgen.lint.repair.editor import Editor, child, drop, properties, replace, runs, texts
from docgen.view.components import Piece
from docgen.view.components.text import mostly_caps
from docgen.view.model import Paragraph
from docgen.view.names import W

_TWIPS_PER_PT = 20
_INDENT_TWIPS = 720  # 1,27 cm


def places(finding: Finding) -> tuple[Piece | Paragraph, ...]:
    """All places of a finding."""
    if finding.at is None:
        return ()
    return finding.at if isinstance(finding.at, tuple) else (finding.at,)


def paragraph_of(place: Piece | Paragraph) -> Paragraph:
    """The paragraph of a place."""
    return place.paragraph if isinstance(place, Piece) else place


def element(editor: Editor, place: Piece | Paragraph):
    """The w:p of a place."""
    paragraph = paragraph_of(place)
    return editor.paragraph(paragraph.part, paragraph.index)


def nearest(size_pt: float, limits: Range) -> float:
    """The allowed size nearest to one."""
    return min(max(size_pt, limits[0]), limits[1])


def switch(run_properties, name: str, on: bool) -> None:
    """States an on/off property directly, for plain and complex script text."""
    for tag in (name, name + "Cs") if name in ("b", "i") else (name,):
        found = child(run_properties, tag)
        found.attrib.pop(W + "val", None)
        if not on:
            found.set(W + "val", "0")


def set_size(run_properties, size_pt: float) -> None:
    """States a size in points."""
    for tag in ("sz", "szCs"):
        child(run_properties, tag).set(W + "val", str(round(size_pt * 2)))


def set_look(
    editor: Editor,
    place: Piece | Paragraph,
    size: Range | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    caps: bool = False,
    center: bool = False,
) -> bool:
    """Gives a line the look asked for. A line that shares its paragraph with others is left alone, and
    False comes back."""
    if isinstance(place, Piece) and not place.whole:
        return False
    target = element(editor, place)
    for run in runs(target):
        look = properties(run, "rPr")
        if size is not None:
            current = place.size_pt if isinstance(place, Piece) else _size(place)
            set_size(look, nearest(current, size))
        for name, wanted in (("b", bold), ("i", italic)):
            if wanted is not None:
                switch(look, name, wanted)
        if caps and isinstance(place, Piece) and not mostly_caps(place.shown):
            switch(look, "caps", True)
        drop(look, "u")
    if center:
        layout = properties(target, "pPr")
        child(layout, "jc").set(W + "val", "center")
        indents = child(layout, "ind")
        indents.attrib.clear()
        indents.set(W + "firstLine", "0")
        indents.set(W + "left", "0")
    return True


def _size(paragraph: Paragraph) -> float:
    return max((run.format.size_pt for run in paragraph.runs if run.text.strip()), default=14.0)


def typeface(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """Times New Roman instead of another Unicode typeface; composed letters instead of decomposed."""
    done = False
    for place in places(finding):
        paragraph = paragraph_of(place)
        target = element(editor, place)
        for node in texts(target):
            composed = unicodedata.normalize("NFC", node.text or "")
            done, node.text = done or composed != node.text, composed
        if re.search(r"“(\.Vn|VNI|\.VN)", finding.message):
            continue  # letters of an old code table would turn into other letters
        wrong = {r.format.hansi_font for r in paragraph.runs} | {r.format.ascii_font for r in paragraph.runs}
        if wrong - {subject.limits.phong_chu}:
            for run in runs(target):
                done |= _font(run, subject.limits.phong_chu)
    return done


def _font(run, name: str) -> bool:
    text = "".join(node.text or "" for node in run.iterchildren(W + "t"))
    if any("\ue000" <= c <= "\uf8ff" for c in text):
        return False
    fonts = child(properties(run, "rPr"), "rFonts")
    fonts.attrib.clear()
    for attribute in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(W + attribute, name)
    return True


def colour(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """Black letters without a coloured ground."""
    for place in places(finding):
        for run in runs(element(editor, place)):
            look = properties(run, "rPr")
            drop(look, "highlight", "shd")
            found = child(look, "color")
            found.attrib.clear()
            found.set(W + "val", "000000")
    return bool(places(finding))


def body_size(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """One size for the text: the one most of it has, brought into the allowed range."""
    sizes: dict[float, int] = {}
    for paragraph in subject.body_text:
        for run in paragraph.runs:
            sizes[run.format.size_pt] = sizes.get(run.format.size_pt, 0) + len(run.text)
    wanted = nearest(max(sizes, key=lambda s: sizes[s]), subject.limits.loi_van)
    for place in places(finding):
        for run in runs(element(editor, place)):
            look = properties(run, "rPr")
            if look.find(W + "vertAlign") is None:
                set_size(look, wanted)
    return True


def justify(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """Justified paragraphs."""
    for place in places(finding):
        child(properties(element(editor, place), "pPr"), "jc").set(W + "val", "both")
    return True


def indent(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """A first line indented by 1.27 cm, blanks and tabs typed for it removed."""
    for place in places(finding):
        target = element(editor, place)
        for run in runs(target):
            for node in list(run):
                if node.tag == W + "tab":
                    run.remove(node)
                elif node.tag == W + "t":
                    node.text = (node.text or "").lstrip(" \u00a0")
                    if node.text:
                        break
            if any((node.text or "") for node in run.iterchildren(W + "t")):
                break
        found = child(properties(target, "pPr"), "ind")
        for name in ("firstLine", "firstLineChars", "hanging", "hangingChars"):
            found.attrib.pop(W + name, None)
        found.set(W + "firstLine", str(_INDENT_TWIPS))
    return True


def gaps(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """The smallest allowed gap above each paragraph that had less. Empty paragraphs stay: only the
    writer knows whether one is meant."""
    if "dòng trống" in finding.message:
        return False
    for place in places(finding):
        layout = properties(element(editor, place), "pPr")
        spacing = child(layout, "spacing")
        for name in ("beforeAutospacing", "beforeLines"):
            spacing.attrib.pop(W + name, None)
        spacing.set(W + "before", str(round(subject.limits.cach_doan * _TWIPS_PER_PT)))
        child(layout, "contextualSpacing").set(W + "val", "0")
    return True


def line_spacing(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """Single or 1.5 line spacing, whichever is nearer."""
    for place in places(finding):
        layout = paragraph_of(place).format
        ratio = (
            layout.line if layout.line_rule == "auto" else layout.line / (SINGLE * _size(paragraph_of(place)))
        )
        spacing = child(properties(element(editor, place), "pPr"), "spacing")
        spacing.set(W + "line", str(round(240 * nearest(ratio, subject.limits.cach_dong))))
        spacing.set(W + "lineRule", "auto")
    return True


def list_dash(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """A hyphen as list mark."""
    return any([replace(element(editor, place), r"^\s*[–—]\s*", "- ") for place in places(finding)])
