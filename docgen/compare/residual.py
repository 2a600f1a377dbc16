"""Formatting the view does not name, taken from the file as it stands, so that no change of look passes
unseen.

`docgen.view` resolves what the decree speaks of. Everything else (tab stops, shading, row heights, borders of
cells, vertical alignment …) is collected here by the name of its element, along the chain of styles. Proofing
marks, revision ids, complex-script twins and the like are noise and left out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from lxml import etree

from docgen.compare.look import number, sort_look
from docgen.compare.node import Look
from docgen.compare.residual_names import CONTAINERS, ON_BY_DEFAULT, SKIPPED, VALUES, WORDS
from docgen.view.context import numbered
from docgen.view.names import MM_PER_TWIP, W, is_on, twips
from docgen.view.package import Package
from docgen.view.properties import Theme
from docgen.view.styles import Styles


class Residuals:
    """What the view does not name, of one opened package, by the numbers the view gives."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.related("styles"), Theme(package.related("theme")))
        styles = package.related("styles")
        default = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr") if styles is not None else None
        self._defaults = _collect(default, "pPr")
        self._chains: dict[str, dict[str, str]] = {}
        self._tables: dict[str, str] = {}
        self._parts: dict[str, tuple[dict[int, etree._Element], dict[int, etree._Element]]] = {}

    def _part(self, name: str) -> tuple[dict[int, etree._Element], dict[int, etree._Element]]:
        if name not in self._parts:
            root = self._package.root(name)
            found, tables = numbered(root) if root is not None else ({}, {})
            self._parts[name] = ({n: e for e, n in found.items()}, {n: e for e, n in tables.items()})
        return self._parts[name]

    def paragraph(self, part: str, index: int) -> Look:
        """Unnamed layout of a paragraph and of its runs."""
        element = self._part(part)[0].get(index)
        if element is None:
            return ()
        own = element.find(W + "pPr")
        style = own.find(W + "pStyle") if own is not None else None
        name = (style.get(W + "val") or "") if style is not None else self._styles.default("paragraph")
        if name not in self._chains:
            merged = dict(self._defaults)
            for link in self._styles.chain(name):
                merged.update(_collect(link.find(W + "pPr"), "pPr"))
            self._chains[name] = merged
        look = _named({**self._chains[name], **_collect(own, "pPr")})
        runs = _runs(element)
        return sort_look((*look, ("định dạng chữ khác", runs))) if runs else look

    def table(self, part: str, index: int) -> Look:
        """Unnamed layout of a table; its style enters as a digest, since cells get their look from it."""
        element = self._part(part)[1].get(index)
        properties = element.find(W + "tblPr") if element is not None else None
        style = properties.find(W + "tblStyle") if properties is not None else None
        look = _named(_collect(properties, "tblPr"))
        digest = self._table_style(style.get(W + "val") or "") if style is not None else ""
        return sort_look((*look, ("định nghĩa kiểu bảng", digest))) if digest else look

    def _table_style(self, identity: str) -> str:
        if identity not in self._tables:
            kinds = ("tblPr", "trPr", "tcPr", "tblStylePr", "pPr", "rPr")
            parts = [
                _canonical(child)
                for style in self._styles.chain(identity)
                for child in style
                if etree.QName(child).localname in kinds
            ]
            digest = hashlib.sha256("".join(parts).encode()).hexdigest()[:8]
            self._tables[identity] = digest if parts else ""
        return self._tables[identity]

    def rows(self, part: str, index: int) -> list[tuple[Look, list[Look]]]:
        """Unnamed layout of each row of a table and of its cells, nested tables left out."""
        table = self._part(part)[1].get(index)
        if table is None:
            return []
        rows = [row for row in table.iter(W + "tr") if _nearest(row, "tbl") is table]
        return [
            (
                _named(_collect(row.find(W + "trPr"), "trPr")),
                [
                    _named(_collect(cell.find(W + "tcPr"), "tcPr"))
                    for cell in row.iter(W + "tc")
                    if _nearest(cell, "tr") is row
                ],
            )
            for row in rows
        ]

    def sections(self) -> list[Look]:
        """Unnamed page setup of each section."""
        root = self._package.root(self._package.main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            return []
        ends = [e for e in body.iter(W + "sectPr") if e.getparent().tag in (W + "pPr", W + "body")]
        return [_named(_collect(end, "sectPr")) for end in ends]


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(W + name), None)


def _collect(element: etree._Element | None, holder: str) -> dict[str, str]:
    if element is None:
        return {}
    skip = SKIPPED[holder]
    return {
        child.tag.removeprefix(W): _value(child)
        for child in element
        if isinstance(child.tag, str) and child.tag.startswith(W) and child.tag not in skip
    }


def _value(element: etree._Element) -> str:
    """What an element states; "" for what is the case anyway."""
    name = element.tag.removeprefix(W)
    if name in CONTAINERS:
        return _canonical(element, inner=True) if len(element) else ""
    plain = not len(element) and set(element.attrib) <= {W + "val"}
    if plain and element.get(W + "val") in (None, "1", "0", "true", "false", "on", "off"):
        if name in ON_BY_DEFAULT:
            return "" if is_on(element) else "tắt"
        return "có" if is_on(element) else ""
    return "" if _usual(name, element) else _canonical(element, inner=True)


def _usual(name: str, element: etree._Element) -> bool:
    """Whether an element only says what holds without it."""
    value = element.get(W + "val")
    match name:
        case "docGrid":
            return element.get(W + "type") in (None, "default")
        case "cols":
            return element.get(W + "num") in (None, "1")
        case "shd":
            fill = (element.get(W + "fill") or "auto").lower()
            return value in (None, "clear", "nil") and fill in ("auto", "ffffff")
        case "vAlign" | "jc" | "textDirection" | "textAlignment":
            return value in ("top", "left", "start", "lrTb", "auto")
        case "tblInd":
            return element.get(W + "w") in (None, "0")
        case "footnotePr" | "endnotePr":
            return all(child.tag == W + "numFmt" and child.get(W + "val") == "decimal" for child in element)
    return False


def _canonical(element: etree._Element, inner: bool = False) -> str:
    """An element in words, without its own name when `inner`: attributes sorted, revision ids dropped."""
    children = ", ".join(_canonical(child) for child in element if isinstance(child.tag, str))
    body = f"{_attributes(element)} {children}".strip()
    if inner:
        return body
    name = etree.QName(element).localname
    return f"{VALUES.get(name, name)} ({body})" if body else VALUES.get(name, name)


def _attributes(element: etree._Element) -> str:
    own = {etree.QName(n).localname: str(v) for n, v in element.attrib.items() if "rsid" not in n}
    if own.get("type") == "dxa" and "w" in own:
        own = {"w": _mm(own["w"])}
    if "pos" in own:
        own["pos"] = _mm(own["pos"])
    if "sz" in own:
        own["sz"] = f"{number(twips(own['sz']) / 8)} pt"
    bare = ("val", "w", "pos", "sz")
    words = [VALUES.get(own[name], own[name]) for name in bare if name in own]
    words += [f"{name}={value}" for name, value in sorted(own.items()) if name not in bare]
    return " ".join(words)


def _mm(value: str) -> str:
    return f"{number(twips(value) * MM_PER_TWIP)} mm"


def _named(values: dict[str, str]) -> Look:
    return sort_look((WORDS.get(name, name), value) for name, value in values.items() if value)


def _runs(paragraph: etree._Element) -> str:
    """Unnamed run formatting with the text it stands on; runs that follow each other alike are one."""
    found: list[tuple[str, str]] = []
    for run in _own_runs(paragraph):
        text = "".join(t.text or "" for t in run.iterchildren(W + "t"))
        values = _collect(run.find(W + "rPr"), "rPr")
        look = "; ".join(f"{name} {value}" for name, value in sorted(values.items()) if value)
        if not text:
            continue
        if found and found[-1][0] == look:
            found[-1] = (look, found[-1][1] + text)
        else:
            found.append((look, text))
    return "; ".join(f"{look} ở “{text.strip()}”" for look, text in found if look)


def _own_runs(paragraph: etree._Element) -> Iterable[etree._Element]:
    return (run for run in paragraph.iter(W + "r") if _nearest(run, "p") is paragraph)
