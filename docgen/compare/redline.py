"""The new Word file with its changes as tracked changes that Word itself shows, accepts and rejects.

`redline(old, new)` marks words, paragraphs, rows and tables that came or went (w:ins, w:del, ECMA-376 Part 1,
17.13.5) and direct changes of look (w:rPrChange, w:pPrChange). A moved part is marked as gone and come. Page
setup, columns, merged cells, drawn lines and definitions of styles cannot be tracked in Word files and are
left as they are in the new one; the text and HTML forms of the comparison name them."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy

from lxml import etree

from docgen.compare.differ import Comparison, in_detail
from docgen.compare.dump import dump
from docgen.compare.node import PARAGRAPH, ROW, TABLE, Node
from docgen.compare.tracked import Tracker
from docgen.view.context import numbered
from docgen.view.names import W
from docgen.view.package import Package


def redline(old: bytes, new: bytes) -> bytes:
    """The bytes of a .docx that shows what changed from `old` to `new`; `new` itself when nothing did. Raises
    UnreadableError when one of them is no .docx."""
    before, after = dump(old), dump(new)
    if before.key == after.key:
        return new
    run = in_detail(before, after)
    sides = _Side(Package(old), before), _Side(Package(new), after)
    changed = _mark(run, *sides)
    return _rewritten(new, {name: sides[1].package.root(name) for name in changed})


class _Side:
    """One of the two files: the elements behind the nodes of its tree."""

    def __init__(self, package: Package, tree: Node) -> None:
        self.package = package
        self.parents = {id(child): node for node in tree.walk() for child in node.children}
        self._parts: dict[str, tuple[dict[int, etree._Element], dict[int, etree._Element]]] = {}
        styles = package.related("styles")
        self.styles = (
            frozenset(s.get(W + "styleId") for s in styles.iter(W + "style")) if styles is not None else ()
        )

    def part_of(self, node: Node) -> str:
        """The part a node stands in, "" where no paragraph tells."""
        return next((n.source for n in node.walk() if n.source), "")

    def element(self, node: Node) -> etree._Element | None:
        """The w:p, w:tbl or w:tr of a node."""
        if node.kind == ROW:
            table = self.element(self.parents[id(node)])
            rows = (
                [] if table is None else [r for r in table.iter(W + "tr") if _nearest(r, W + "tbl") is table]
            )
            return rows[node.number - 1] if node.number <= len(rows) else None
        name = self.part_of(node)
        if not name:
            return None
        if name not in self._parts:
            paragraphs, tables = numbered(self.package.root(name))
            self._parts[name] = ({n: e for e, n in paragraphs.items()}, {n: e for e, n in tables.items()})
        return self._parts[name][0 if node.kind == PARAGRAPH else 1].get(node.number)


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _mark(run: Comparison, old: _Side, new: _Side) -> set[str]:
    """Marks every change in the trees of the new package; the names of the parts that changed."""
    tracker = Tracker(new.styles)
    changed: set[str] = set()
    pairs = [(old.element(a), new.element(b), b) for a, b in run.pairs]
    came = [(new.element(node), node) for node in run.added.values() if node.kind in (PARAGRAPH, TABLE, ROW)]
    went = [
        (_copy(old, node, new), node) for node in run.removed.values() if node.kind in (PARAGRAPH, TABLE, ROW)
    ]
    places = {id(node): _place(run, node, new) for _, node in went}
    for was, now, node in pairs:
        if was is not None and now is not None:
            tracker.compare(was, now)
            changed.add(node.source)
    for element, node in came:
        if element is not None:
            tracker.inserted(element)
            changed.add(new.part_of(node))
    last: dict[int, etree._Element] = {}  # what was put behind an anchor already, to keep the old order
    for element, node in went:
        anchor, behind = places[id(node)]
        if element is None or anchor is None:
            continue
        tracker.deleted(element)
        if behind:
            last.get(id(anchor), anchor).addnext(element)
        elif id(anchor) in last:
            last[id(anchor)].addnext(element)
        else:
            anchor.addprevious(element)
        last[id(anchor)] = element
        changed.add(new.part_of(_first_known(run, node)))
    return changed - {""}


def _first_known(run: Comparison, node: Node) -> Node:
    before, beside = run.anchors[id(node)]
    return before or beside or node


def _place(run: Comparison, node: Node, new: _Side) -> tuple[etree._Element | None, bool]:
    """(the element of the new file beside which a part that went is shown, whether it goes behind it)."""
    before, beside = run.anchors[id(node)]
    anchor = before if before is not None else beside
    if anchor is None or (anchor.kind == ROW) != (node.kind == ROW):
        return None, False
    if anchor.kind not in (PARAGRAPH, TABLE, ROW):  # a section break: the paragraph that holds it
        return None, False
    return new.element(anchor), before is not None


def _copy(old: _Side, node: Node, new: _Side) -> etree._Element | None:
    """A copy of a part that went, without what its file gave it: links, drawings, notes, numbering,
    sections."""
    element = old.element(node)
    if element is None:
        return None
    twin = deepcopy(element)
    twin.tail = None
    for wrapper in list(twin.iter(W + "hyperlink", W + "smartTag", W + "sdt", W + "ins", W + "moveTo")):
        _unwrap(wrapper)
    for run in list(twin.iter(W + "r")):
        for child in list(run):
            if child.tag not in _KEPT:
                run.remove(child)
    for name in _DROPPED:
        for part in list(twin.iter(W + name)):
            part.getparent().remove(part)
    for style in list(twin.iter(W + "pStyle", W + "rStyle", W + "tblStyle")):
        if style.get(W + "val") not in new.styles:
            style.getparent().remove(style)
    return twin


_KEPT = frozenset(W + name for name in ("rPr", "t", "tab", "br", "noBreakHyphen", "cr", "sym"))
_DROPPED = (
    "sectPr", "numPr", "bookmarkStart", "bookmarkEnd", "proofErr", "del", "moveFrom", "pPrChange",
    "rPrChange",
    "commentRangeStart", "commentRangeEnd", "tblPrChange", "trPrChange", "tcPrChange", "fldSimple",
)  # fmt: skip


def _unwrap(wrapper: etree._Element) -> None:
    content = wrapper.find(W + "sdtContent")
    parent = wrapper.getparent()
    if parent is None or parent.tag == W + "rPr":
        return
    for child in list(content if content is not None else wrapper):
        wrapper.addprevious(child)
    parent.remove(wrapper)


def _rewritten(docx: bytes, roots: dict[str, etree._Element | None]) -> bytes:
    """The file with some parts replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for item in source.infolist():
            root = roots.get(item.filename)
            data = source.read(item) if root is None else _xml(root)
            target.writestr(zipfile.ZipInfo(item.filename, item.date_time), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _xml(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
