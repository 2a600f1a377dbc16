"""The styles of a template: ids by the names a keeper sees, and the format that decides widths."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.values import Struct


class Style(Struct, frozen=True, cache_hash=True):
    """A style: its id in the file, and its size, weight and line pitch once inheritance is resolved."""

    name: str
    id: str
    size_pt: float = 10.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    line: float = 1.0


class Styles:
    """The styles of one template by name; case does not count, as in Word."""

    def __init__(self, styles: Iterable[Style]) -> None:
        self._styles = {style.name.casefold(): style for style in styles}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._styles

    def __getitem__(self, name: str) -> Style:
        """The style called `name`; KeyError when the template has none."""
        return self._styles[name.casefold()]

    def __iter__(self) -> Iterable[Style]:  # type: ignore[override]
        return iter(self._styles.values())
