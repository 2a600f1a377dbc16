"""One clean sample as the seeded errors see it: where its figures stand in the file, and what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from seeded_relations import DATE, NUMBER, Figures, Site, declared

from docgen import pipeline
from docgen.prose import Passage
from docgen.source import Mapping, Node, Scalar, Sequence, parse_yaml
from docgen.vn import VnError, read_period


@dataclass(frozen=True)
class Spot:
    """A stretch of the file that may be changed: from `start` to `end` of its text, on `line`."""

    start: int
    end: int
    line: int


@dataclass(frozen=True)
class Printed:
    """What a {{ … }} prints: its spot in the file, the passage and where in it; how many passages since the
    last that was no footnote."""

    spot: Spot
    expression: str
    text: str
    passage: Passage
    start: int


@dataclass(frozen=True)
class Sample:
    """A sample: its path and text."""

    path: Path
    text: str

    @cached_property
    def root(self) -> Mapping:
        return parse_yaml(self.text, str(self.path))[0]

    @cached_property
    def lines(self) -> tuple[int, ...]:
        """Where each line starts in the text."""
        return (0, *(match.end() for match in re.finditer("\n", self.text)))

    def spot(self, scalar: Scalar) -> Spot:
        """Where the text of a one-line value stands, without its quotes."""
        start = self.lines[scalar.line - 1] + scalar.column - 1 + (1 if scalar.style else 0)
        assert self.text[start : start + len(scalar.text)] == scalar.text
        return Spot(start, start + len(scalar.text), scalar.line)

    @cached_property
    def read(self) -> pipeline.Read:
        return pipeline.read(self.path)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(self.read.assembled.passages())

    @cached_property
    def sites(self) -> dict[Site, Scalar]:
        """Every value under so_lieu, by its site; the rows of a table by number, its totals as "tong"."""
        return dict(_sites(self.root.get("so_lieu"), ()))

    @cached_property
    def figures(self) -> Figures:
        typed = {site: scalar.text.strip() for site, scalar in self.sites.items()}
        return Figures(declared(self.field("loai")), typed, self._period())

    def _period(self):
        try:
            return read_period(self.field("ky_bao_cao"))
        except VnError:
            return None

    def field(self, key: str) -> str:
        value = self.root.get(key)
        return value.text if isinstance(value, Scalar) else ""

    @cached_property
    def entries(self) -> dict[str, dict[str, Scalar]]:
        """The documents declared under van_ban, by their id."""
        register = self.root.get("van_ban")
        return {name: dict(entry.items) for name, entry in register.items.items()}

    @cached_property
    def printed(self) -> tuple[Printed, ...]:
        """What every {{ … }} on one line prints, in reading order."""
        return tuple(self._printed())

    def _printed(self) -> Iterator[Printed]:
        for passage in self.passages:
            for n, segment in enumerate(passage.segments):
                if not segment.expression:
                    continue
                after = passage.segments[n + 1].start if n + 1 < len(passage.segments) else len(passage.text)
                place = segment.location
                start = self.lines[place.line - 1] + place.column - 1
                end = self.text.index("}}", start) + 2
                if self.text[start : start + 2] == "{{" and "\n" not in self.text[start:end]:
                    text = passage.text[segment.start : after]
                    yield Printed(
                        Spot(start, end, place.line), segment.expression.strip(), text, passage, segment.start
                    )


def _sites(node: Node | None, path: Site) -> Iterator[tuple[Site, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for n, item in enumerate(node):
            yield from _sites(item, (*path, str(n)))
    elif isinstance(node, Mapping):
        for key, value in node.items.items():
            yield from _sites(value, path if key == "dong" and len(path) == 1 else (*path, key))


def is_figure(text: str) -> bool:
    return bool(NUMBER.fullmatch(text.strip()))


def is_date(text: str) -> bool:
    return bool(DATE.fullmatch(text.strip()))
