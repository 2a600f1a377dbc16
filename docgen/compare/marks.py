"""Puts marks into the text of an opened package where something stands that is not text.

The view gives a paragraph its notes and fields, but not the place in the text; a mark keeps it. Only the
parsed tree in memory is changed. A field that Word computes anew (a page number, today's date) is shown by
its name: its stored result is noise."""

from __future__ import annotations

from lxml import etree

from docgen.compare.node import MARK_CLOSE, MARK_OPEN
from docgen.view.names import R, W
from docgen.view.package import Package

_VOLATILE = frozenset(
    ("PAGE", "NUMPAGES", "SECTIONPAGES", "DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE")
)


def mark(package: Package) -> list[str]:
    """Marks notes, volatile fields and link targets; the ids of the notes referred to, in reading order, as
    `footnotes:2`."""
    main = package.root(package.main)
    order: list[str] = []
    if main is None:
        return order
    _mark_notes(main, order)
    for part in _parts_with_text(package):
        root = package.root(part)
        if root is not None:
            _mark_fields(root)
            _mark_links(root, {i: r.target for i, r in package.relationships(part).items()})
    return order


def _parts_with_text(package: Package) -> list[str]:
    kinds = {"header", "footer", "footnotes", "endnotes"}
    found = [
        r.target for r in package.relationships(package.main).values() if r.kind in kinds and not r.external
    ]
    return [package.main, *found]


def _text(content: str) -> etree._Element:
    element = etree.Element(W + "t")
    element.text = f"{MARK_OPEN}{content}{MARK_CLOSE}"
    return element


def _mark_notes(root: etree._Element, order: list[str]) -> None:
    for reference in list(root.iter(W + "footnoteReference", W + "endnoteReference")):
        kind = "footnotes" if reference.tag == W + "footnoteReference" else "endnotes"
        identity = f"{kind}:{reference.get(W + 'id')}"
        if identity not in order:
            order.append(identity)
        reference.getparent().replace(reference, _text(f"chú thích {order.index(identity) + 1}"))


def _mark_fields(root: etree._Element) -> None:
    for simple in list(root.iter(W + "fldSimple")):
        kind = _kind(simple.get(W + "instr") or "")
        if kind in _VOLATILE:
            _keep_one_run(simple, kind)
    for paragraph in root.iter(W + "p"):
        _mark_complex_fields(paragraph)


def _kind(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def _keep_one_run(simple: etree._Element, kind: str) -> None:
    runs = list(simple.iter(W + "r"))
    run = runs[0] if runs else etree.SubElement(simple, W + "r")
    for child in [c for c in run if c.tag != W + "rPr"]:
        run.remove(child)
    run.append(_text(f"trường {kind}"))
    for other in runs[1:]:
        other.getparent().remove(other)


def _mark_complex_fields(paragraph: etree._Element) -> None:
    """Replaces the stored result of each volatile w:fldChar field by its mark. Nested fields are left."""
    code, after_code = "", False
    result: list[etree._Element] = []
    for element in list(paragraph.iter(W + "fldChar", W + "instrText", W + "t")):
        mark_type = element.get(W + "fldCharType")
        if element.tag == W + "instrText":
            code += element.text or ""
        elif element.tag == W + "t":
            if after_code:
                result.append(element)
        elif mark_type == "begin":
            code, after_code, result = "", False, []
        elif mark_type == "separate":
            after_code = True
        elif mark_type == "end":
            if _kind(code) in _VOLATILE:
                _replace_result(element, result, _kind(code))
            code, after_code, result = "", False, []


def _replace_result(end: etree._Element, result: list[etree._Element], kind: str) -> None:
    if result:
        result[0].text = f"{MARK_OPEN}trường {kind}{MARK_CLOSE}"
        for other in result[1:]:
            other.text = ""
    else:  # never computed: the mark stands behind the field
        end.addnext(_text(f"trường {kind}"))


def _mark_links(root: etree._Element, targets: dict[str, str]) -> None:
    for link in root.iter(W + "hyperlink"):
        target = targets.get(link.get(R + "id") or "") or ("#" + (link.get(W + "anchor") or ""))
        first = next(
            (run for run in link.iter(W + "r") if any(t.text for t in run.iterchildren(W + "t"))), None
        )
        shown = "".join(t.text or "" for t in link.iter(W + "t"))
        target = target.rstrip("/")  # programs add it to an address without a path
        if first is not None and target != "#" and target != shown.rstrip("/"):
            place = 1 if len(first) and first[0].tag == W + "rPr" else 0
            first.insert(place, _text(f"liên kết {target}"))
