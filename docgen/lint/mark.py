"""A copy of a Word file with every finding as a Word comment at its place."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from lxml import etree

from docgen.diagnostics import Diagnostic, Location, Severity
from docgen.lint.repair.editor import Editor
from docgen.view.names import REL, W
from docgen.view.package import Package

AUTHOR = "docgen"
_WORDS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Lưu ý"}
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def mark(data: bytes, found: Iterable[Diagnostic]) -> bytes:
    """The file with a comment for each finding and each related place. Word allows comments only in the
    body, so findings about headers, notes or the whole document stand at the first paragraph. Raises
    UnreadableError when `data` is no .docx."""
    main = Package(data).main
    editor = Editor(data)
    comments = _comments(editor, main)
    number = max((int(c.get(W + "id") or 0) for c in comments), default=-1) + 1
    for place, text in _notes(found):
        target = _paragraph(editor, main, place)
        if target is None:
            continue
        _comment(comments, number, text)
        _attach(target, number)
        number += 1
    return editor.bytes()


def _notes(found: Iterable[Diagnostic]) -> list[tuple[Location, tuple[str, ...]]]:
    notes = []
    for finding in found:
        lines = [f"{_WORDS[finding.severity]} {finding.code}: {finding.message}"]
        lines += [finding.hint] * bool(finding.hint) + [finding.clause] * bool(finding.clause)
        notes.append((finding.location, tuple(lines)))
        notes += [(related.location, (f"{finding.code}: {related.message}",)) for related in finding.related]
    return notes


def _comments(editor: Editor, main: str):
    """The root of the comments part, made and related to the document where there is none."""
    folder = posixpath.dirname(main)
    rels = editor.relationships(main)
    for rel in rels:
        if (rel.get("Type") or "").endswith("/comments"):
            return editor.root(
                posixpath.normpath(posixpath.join(folder, rel.get("Target") or "")).lstrip("/")
            )
    name = posixpath.join(folder, "comments.xml")
    editor.parts[name] = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
    types = editor.root("[Content_Types].xml")
    etree.SubElement(types, _TYPES + "Override", PartName=f"/{name}", ContentType=_CONTENT)
    used = {rel.get("Id") for rel in rels}
    identity = next(i for n in range(1, 9999) if (i := f"rId{n}") not in used)
    etree.SubElement(rels, REL + "Relationship", Id=identity, Type=_KIND, Target="comments.xml")
    return editor.root(name)


def _paragraph(editor: Editor, main: str, place: Location):
    """The paragraph a comment goes to; the outer one for text in a box."""
    if place.part != main or place.paragraph is None:
        return next(editor.root(main).iter(W + "p"), None)
    target = editor.paragraph(main, place.paragraph)
    outer = [p for p in target.iterancestors(W + "p")]
    return outer[-1] if outer else target


def _comment(comments, number: int, lines: tuple[str, ...]) -> None:
    made = etree.SubElement(comments, W + "comment")
    made.set(W + "id", str(number))
    made.set(W + "author", AUTHOR)
    made.set(W + "initials", "dg")
    for line in lines:
        run = etree.SubElement(etree.SubElement(made, W + "p"), W + "r")
        text = etree.SubElement(run, W + "t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _attach(paragraph, number: int) -> None:
    start, end = etree.Element(W + "commentRangeStart"), etree.Element(W + "commentRangeEnd")
    for mark_element in (start, end):
        mark_element.set(W + "id", str(number))
    layout = paragraph.find(W + "pPr")
    paragraph.insert(0 if layout is None else 1, start)
    paragraph.append(end)
    run = etree.SubElement(paragraph, W + "r")
    etree.SubElement(run, W + "commentReference").set(W + "id", str(number))
