"""Writes tracked changes into the elements of a Word file.

A paragraph is first cut into runs that hold one piece of content each, then at every border of a change, so
that a change is always whole runs. Author and time are fixed: the same comparison gives the same bytes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import deepcopy

from lxml import etree

from docgen.compare.run_pieces import SPACE, borders, cut_at, cut_to_pieces, runs_of, starts, text_of
from docgen.compare.words import matcher, tokens
from docgen.view.names import W

AUTHOR = "docgen"
DATE = "2020-03-05T00:00:00Z"
"""The day of Nghị định 30/2020/NĐ-CP: any fixed time does."""

_AFTER_RUN_PROPERTIES = (W + "sectPr", W + "pPrChange")


class Tracker:
    """Marks changes; each mark has a number of its own. `styles` are the ids the marked file knows: what was
    in a style it lacks is shown without one."""

    def __init__(self, styles: Collection[str]) -> None:
        self._count = 0
        self._styles = styles

    def _sign(self, name: str) -> etree._Element:
        self._count += 1
        mark = etree.Element(W + name)
        mark.set(W + "id", str(100_000 + self._count))
        mark.set(W + "author", AUTHOR)
        mark.set(W + "date", DATE)
        return mark

    def inserted(self, element: etree._Element) -> None:
        """Marks a w:p, w:tbl or w:tr as new, with everything in it."""
        self._whole(element, "ins")

    def deleted(self, element: etree._Element) -> None:
        """Marks a w:p, w:tbl or w:tr as gone, with everything in it."""
        self._whole(element, "del")

    def _whole(self, element: etree._Element, name: str) -> None:
        for row in [element] if element.tag == W + "tr" else element.iter(W + "tr"):
            properties = _child(row, "trPr", (W + "tblPrEx",))
            properties.append(self._sign(name))
        for paragraph in [element] if element.tag == W + "p" else list(element.iter(W + "p")):
            cut_to_pieces(paragraph)
            for run in runs_of(paragraph):
                self._wrap(run, name)
            mark = _run_properties_of_mark(paragraph)
            mark.insert(0, self._sign(name))

    def _wrap(self, run: etree._Element, name: str) -> None:
        wrapper = self._sign(name)
        run.addprevious(wrapper)
        wrapper.append(run)
        if name == "del":
            _as_deleted(run)

    def compare(self, old: etree._Element, new: etree._Element) -> None:
        """Marks in the paragraph `new` what differs from `old`: words, look of words, layout."""
        was = deepcopy(old)
        self._layout(was, new)
        cut_to_pieces(was)
        cut_to_pieces(new)
        before, after = text_of(was), text_of(new)
        a, b = tokens(before), tokens(after)
        a_at, b_at = starts(a), starts(b)
        blocks = [
            (kind, a_at[i], a_at[j], b_at[k], b_at[m]) for kind, i, j, k, m in matcher(a, b).get_opcodes()
        ]
        a_cuts = {n for _, i, j, _, _ in blocks for n in (i, j)}
        b_cuts = {n for _, _, _, k, m in blocks for n in (k, m)}
        for kind, i, j, k, m in blocks:  # within unchanged words both sides are cut at the borders of both
            if kind == "equal":
                a_cuts |= {i + n - k for n in borders(new) if k <= n <= m}
                b_cuts |= {k + n - i for n in borders(was) if i <= n <= j}
        old_runs, new_runs = cut_at(was, a_cuts), cut_at(new, b_cuts)
        for kind, i, j, k, m in blocks:
            if kind == "equal":
                self._looks(old_runs, new_runs, range(i, j), k - i)
            else:
                self._replaced(new, [run for at, run in old_runs if i <= at < j], new_runs, k, m)

    def _replaced(
        self,
        new: etree._Element,
        gone: list[etree._Element],
        runs: list[tuple[int, etree._Element]],
        k: int,
        m: int,
    ) -> None:
        """Shows the runs that went before the place `k`, and marks the new ones from there to `m`."""
        following = next((run for at, run in runs if at >= k), None)
        for run in gone:
            twin = deepcopy(run)
            twin.tail = None
            wrapper = self._sign("del")
            wrapper.append(twin)
            _as_deleted(twin)
            if following is not None:
                _outermost(following, new).addprevious(wrapper)
            else:
                new.append(wrapper)
        for at, run in runs:
            if k <= at < m:
                self._wrap(run, "ins")

    def _looks(
        self,
        old_runs: list[tuple[int, etree._Element]],
        new_runs: list[tuple[int, etree._Element]],
        reach: range,
        shift: int,
    ) -> None:
        """Marks unchanged words whose run properties differ."""
        by_place = {at + shift: run for at, run in old_runs if at in reach}
        for at, run in new_runs:
            was = by_place.get(at)
            if was is None or _canonical(was.find(W + "rPr")) == _canonical(run.find(W + "rPr")):
                continue
            properties = _child(run, "rPr")
            for earlier in properties.findall(W + "rPrChange"):
                properties.remove(earlier)
            mark = self._sign("rPrChange")
            mark.append(self._known(_properties(was.find(W + "rPr"), "rPr", ("rPrChange", "ins", "del"))))
            properties.append(mark)

    def _layout(self, old: etree._Element, new: etree._Element) -> None:
        """Marks that the direct layout of a paragraph differs."""
        skipped = ("rPr", "sectPr", "pPrChange")
        was = _properties(old.find(W + "pPr"), "pPr", skipped)
        now = _properties(new.find(W + "pPr"), "pPr", skipped)
        if _canonical(was) != _canonical(now):
            properties = _child(new, "pPr")
            for earlier in properties.findall(W + "pPrChange"):
                properties.remove(earlier)
            mark = self._sign("pPrChange")
            mark.append(self._known(was))
            properties.append(mark)

    def _known(self, properties: etree._Element) -> etree._Element:
        """The properties without a style the file does not define."""
        for style in properties.findall(W + "pStyle") + properties.findall(W + "rStyle"):
            if style.get(W + "val") not in self._styles:
                properties.remove(style)
        return properties


def _child(parent: etree._Element, name: str, behind: Sequence[str] = ()) -> etree._Element:
    """The child of that name, made at the beginning (or behind some) when it is not there."""
    found = parent.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        at = 1 if len(parent) and parent[0].tag in behind else 0
        parent.insert(at, found)
    return found


def _run_properties_of_mark(paragraph: etree._Element) -> etree._Element:
    """The w:rPr of a paragraph's mark, in its place within w:pPr."""
    properties = _child(paragraph, "pPr")
    found = properties.find(W + "rPr")
    if found is None:
        found = etree.Element(W + "rPr")
        later = next((child for child in properties if child.tag in _AFTER_RUN_PROPERTIES), None)
        if later is not None:
            later.addprevious(found)
        else:
            properties.append(found)
    return found


def _as_deleted(run: etree._Element) -> None:
    for element in run.iter(W + "t"):
        element.tag = W + "delText"
        element.set(SPACE, "preserve")
    for element in run.iter(W + "instrText"):
        element.tag = W + "delInstrText"


def _outermost(run: etree._Element, paragraph: etree._Element) -> etree._Element:
    """The child of the paragraph that holds a run: deleted words stand outside links and fields."""
    element = run
    while element.getparent() is not paragraph and element.getparent() is not None:
        element = element.getparent()
    return element


def _properties(element: etree._Element | None, name: str, without: Sequence[str]) -> etree._Element:
    """A copy of properties, empty where there are none, without some of them."""
    found = deepcopy(element) if element is not None else etree.Element(W + name)
    found.tail = None
    for child in list(found):
        if child.tag in {W + skipped for skipped in without}:
            found.remove(child)
    return found


_NOISE = frozenset(W + name for name in ("rPrChange", "lang", "noProof", "ins", "del"))


def _canonical(element: etree._Element | None) -> str:
    """Properties as a text that is equal for equal ones; the order within w:rPr does not count."""
    if element is None:
        return ""
    children = [child for child in element if child.tag not in _NOISE]
    return "".join(sorted(etree.tostring(child, method="c14n").decode().strip() for child in children))
