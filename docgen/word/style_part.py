"""The styles part of a Word file: inheritance resolved, styles of shared parts taken over."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from docgen.word.styles import Style, Styles
from docgen.word.xml import NS, w


class StylePart:
    """The tree of word/styles.xml. Names are compared without case, as Word does."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._elements = {
            name.get(w("val"), "").casefold(): element
            for element in root.iterfind("w:style", NS)
            if (name := element.find("w:name", NS)) is not None
        }
        self._by_id = {element.get(w("styleId")): element for element in root.iterfind("w:style", NS)}

    def styles(self) -> Styles:
        """Every style with its effective format."""
        return Styles(self._resolve(element) for element in self._elements.values())

    def _chain(self, element: etree._Element) -> list[etree._Element]:
        """`element` and the styles it is based on, nearest first (ECMA-376 part 1, 17.7.4.3)."""
        chain = [element]
        while (based := chain[-1].find("w:basedOn", NS)) is not None:
            parent = self._by_id.get(based.get(w("val")))
            if parent is None or parent in chain:
                break
            chain.append(parent)
        return chain

    def _resolve(self, element: etree._Element) -> Style:
        defaults = self.root.find("w:docDefaults", NS)
        layers = [*self._chain(element), *([] if defaults is None else [defaults])]

        def first(tag: str) -> etree._Element | None:
            return next(
                (found for layer in layers if (found := layer.find(f".//w:{tag}", NS)) is not None), None
            )

        size, spacing = first("sz"), first("spacing")
        line = 1.0
        if spacing is not None and spacing.get(w("lineRule"), "auto") == "auto":
            line = int(spacing.get(w("line"), "240")) / 240
        return Style(
            element.find("w:name", NS).get(w("val")),  # type: ignore[union-attr, arg-type]
            element.get(w("styleId"), ""),
            int(size.get(w("val"), "20")) / 2 if size is not None else 10.0,
            _is_on(first("b")),
            _is_on(first("i")),
            _is_on(first("caps")),
            line,
        )

    def adopt(self, other: StylePart) -> dict[str, str]:
        """Takes over the styles of `other` that are missing here; ids of `other` to ids here."""
        ids: dict[str, str] = {}
        taken = []
        for key, element in other._elements.items():
            own = self._elements.get(key)
            old = element.get(w("styleId"), "")
            if own is None:
                own = deepcopy(element)
                new = old
                while new in self._by_id:
                    new += "1"
                own.set(w("styleId"), new)
                self.root.append(own)
                self._elements[key] = self._by_id[new] = own
                taken.append(own)
            ids[old] = own.get(w("styleId"), "")
        for element in taken:
            for tag in ("basedOn", "next", "link"):
                reference = element.find(f"w:{tag}", NS)
                if reference is not None and reference.get(w("val")) in ids:
                    reference.set(w("val"), ids[reference.get(w("val"))])
        return ids


def _is_on(toggle: etree._Element | None) -> bool:
    return toggle is not None and toggle.get(w("val"), "1") not in ("0", "false", "off")
