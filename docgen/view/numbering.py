"""Automatic numbers: which level a paragraph takes, and the label Word prints before it."""

from __future__ import annotations

import re

from docgen.view.names import W, is_on, twips
from docgen.view.properties import Properties, paragraph_properties

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


class Level:
    """One w:lvl: its number format, pattern (`%1.`) and paragraph properties."""

    def __init__(self, element) -> None:
        def value(name: str, default: str) -> str:
            child = element.find(W + name)
            return default if child is None else child.get(W + "val") or ""

        self.format = value("numFmt", "decimal")
        self.text = value("lvlText", "")
        self.start = int(twips(value("start", "1"), 1))
        restart = element.find(W + "lvlRestart")
        self.restart = int(twips(restart.get(W + "val"), -1)) if restart is not None else -1
        legal = element.find(W + "isLgl")
        self.legal = legal is not None and is_on(legal)
        self.paragraph: Properties = paragraph_properties(element.find(W + "pPr"))


class Numbering:
    """The numbering part, with the counters of one pass over the document."""

    def __init__(self, root) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._instances: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is None:
            return
        styled: dict[str, str] = {}
        for element in root.iterchildren(W + "abstractNum"):
            identity = element.get(W + "abstractNumId") or ""
            self._abstract[identity] = {
                int(twips(lvl.get(W + "ilvl"))): Level(lvl) for lvl in element.iter(W + "lvl")
            }
            for name, store in (("styleLink", styled), ("numStyleLink", self._links)):
                link = element.find(W + name)
                if link is not None:
                    value = link.get(W + "val") or ""
                    store.update({value: identity} if name == "styleLink" else {identity: value})
        self._links = {identity: styled[name] for identity, name in self._links.items() if name in styled}
        for element in root.iterchildren(W + "num"):
            self._instance(element)

    def _instance(self, element) -> None:
        target = element.find(W + "abstractNumId")
        if target is None:
            return
        overrides, starts = {}, {}
        for override in element.iterchildren(W + "lvlOverride"):
            index = int(twips(override.get(W + "ilvl")))
            level, start = override.find(W + "lvl"), override.find(W + "startOverride")
            if level is not None:
                overrides[index] = Level(level)
            if start is not None:
                starts[index] = int(twips(start.get(W + "val"), 1))
        identity = target.get(W + "val") or ""
        identity = self._links.get(identity, identity)
        self._instances[element.get(W + "numId") or ""] = identity, overrides, starts

    def level(self, number: str, index: int) -> Level | None:
        """The level a paragraph with that w:numId and w:ilvl is printed with, None for no number."""
        if number not in self._instances:
            return None
        identity, overrides, _ = self._instances[number]
        return overrides.get(index) or self._abstract.get(identity, {}).get(index)

    def label(self, number: str, index: int) -> str:
        """Counts the paragraph and returns its label."""
        level = self.level(number, index)
        if level is None:
            return ""
        if level.format == "bullet":
            return _bullet(level.text)
        identity, _, starts = self._instances[number]
        counters = self._counters.setdefault(identity, {})
        if (number, index) not in self._started:
            self._started.add((number, index))
            if index in starts:
                counters[index] = starts[index] - 1
        counters[index] = counters.get(index, level.start - 1) + 1
        for deeper in [i for i in counters if i > index]:
            below = self.level(number, deeper)
            if below is None or below.restart != 0:
                del counters[deeper]
        return self._text(number, level, counters)

    def _text(self, number: str, level: Level, counters: dict[int, int]) -> str:
        def part(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            other = self.level(number, index)
            if other is None:
                return ""
            form = "decimal" if level.legal else other.format
            return spell(counters.get(index, other.start), form)

        return re.sub(r"%(\d)", part, level.text).strip()


def spell(value: int, form: str) -> str:
    """A number in one of Word's number formats; unknown formats count as decimal. Word's letters are
    the English alphabet (…, d, e, f, …), doubled after z."""
    if form in ("none", ""):
        return ""
    if form in ("lowerLetter", "upperLetter") and value > 0:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and value > 0:
        roman = ""
        for worth, sign in _ROMAN:
            count, value = divmod(value, worth)
            roman += sign * count
        return roman if form == "upperRoman" else roman.lower()
    if form == "decimalZero":
        return f"{value:02d}"
    return str(value)


def _bullet(text: str) -> str:
    """The mark of a bullet; signs of symbol fonts (private use) count as "•"."""
    return "•" if not text or any("\ue000" <= c <= "\uf8ff" for c in text) else text
