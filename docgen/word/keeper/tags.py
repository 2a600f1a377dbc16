"""The tags in a paragraph as a keeper types them, found in its text whatever runs it is split into."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.values import Struct
from docgen.word.keeper.places import Spot

_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STRAY = re.compile(r"[}%#]\}")
_PREFIX = re.compile(r"(tr|tc|p|r)(?=\s)")

ODD = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ",
    "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "", "\u00ad": "",
}  # fmt: skip
"""What Word's autocorrection puts into a tag, and what was meant."""

HARMLESS = "“”‘’\u00a0"
"""Those a template is built with all the same."""


class Tag(Struct, frozen=True):
    """A tag: `kind` is "{{", "{%" or "{#"; `scope` is "p", "tr", "tc", "r" or "" ; `body` what stands
    inside without white space around it, with autocorrected characters put right; `raw` all of it."""

    spot: Spot
    kind: str
    scope: str
    body: str
    raw: str
    start: int
    closed: bool

    @property
    def end(self) -> int:
        """Where the text goes on behind it."""
        return self.start + len(self.raw)

    @property
    def word(self) -> str:
        """The first word of a control tag: for, if, endif, include."""
        return re.match(r"\w*", self.body).group() if self.kind == "{%" else ""  # type: ignore[union-attr]

    @property
    def odd(self) -> list[str]:
        """Characters of ODD in it."""
        return [character for character in dict.fromkeys(self.raw) if character in ODD]


def tags_of(spot: Spot) -> Iterator[Tag]:
    """The tags of a paragraph from left to right; one that is not closed there reaches to its end."""
    text = spot.text
    position = 0
    while (opening := _OPENING.search(text, position)) is not None:
        kind = opening.group()
        end = text.find(_CLOSING[kind], opening.end())
        following = _OPENING.search(text, opening.end())
        closed = end >= 0 and not (following and following.start() < end)
        stop = end + 2 if closed else (following.start() if following else len(text))
        raw = text[opening.start() : stop]
        inside = raw[2:-2] if closed else raw[2:]
        scope = _PREFIX.match(inside)
        body = inside[scope.end() if scope else 0 :].strip().strip("-").strip()
        yield Tag(spot, kind, scope.group() if scope else "", straight(body), raw, opening.start(), closed)
        position = stop


def stray(spot: Spot, tags: list[Tag]) -> Iterator[str]:
    """Closing marks of a paragraph that close nothing."""
    text = spot.text
    covered = [(tag.start, tag.end) for tag in tags]
    for match in _STRAY.finditer(text):
        if not any(start <= match.start() < end for start, end in covered):
            yield match.group()


def straight(text: str) -> str:
    """`text` without what autocorrection has put into it."""
    for odd, meant in ODD.items():
        text = text.replace(odd, meant)
    return text


def alone(tag: Tag) -> bool:
    """Whether nothing but the tag stands in its paragraph."""
    return tag.spot.text.strip() == tag.raw.strip()


def runs_of(tag: Tag) -> int:
    """How many pieces of text (`w:t`) the tag is split into."""
    position, pieces = 0, 0
    for element in tag.spot.texts:
        length = len(element.text or "")
        if position < tag.end and position + length > tag.start and length:
            pieces += 1
        position += length
    return pieces
