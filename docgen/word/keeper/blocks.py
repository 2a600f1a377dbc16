"""The blocks that are open while a template is read: {% for %} and {% if %}, and the names they give."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Related
from docgen.values import Struct
from docgen.word.keeper.found import Fault, Found
from docgen.word.keeper.tags import Tag
from docgen.word.keeper.typed import BLOCKS
from docgen.word.keeper.variables import LOOP, Variable
from docgen.word.xml import w

ENDS = {end: start for start, end in BLOCKS.items()}
MIDDLE = {"else": ("if", "for"), "elif": ("if",)}
"""Tags inside a block, and the blocks they may stand in."""

_SAME_KIND = "Thẻ mở và thẻ đóng phải cùng loại: p, tr, tc, r hoặc không có gì"
_SAME_PLACE = "Mở và đóng trong cùng một ô, một bảng hoặc cùng ngoài bảng"


class _Open(Struct, frozen=True):
    """An open block; `broken` when its tag was reported, so that its end is not reported too."""

    tag: Tag
    path: str
    word: str
    names: dict[str, Variable]
    broken: bool


class Blocks:
    """The open blocks of one part of a file, from the outside in."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def names(self) -> dict[str, Variable]:
        """The names that loops have given."""
        return {name: one for block in self._open for name, one in block.names.items()}

    def inside(self, word: str) -> bool:
        """Whether a block that begins with `word` is open."""
        return any(block.word == word for block in self._open)

    def open(self, tag: Tag, path: str, word: str, names: dict[str, Variable], broken: bool = False) -> None:
        """A block begins at `tag`."""
        given = {**names, "loop": LOOP} if word == "for" else {}
        self._open.append(_Open(tag, path, word, given, broken))

    def middle(self, tag: Tag) -> Iterator[Fault]:
        """What is wrong with an else or elif at `tag`."""
        if not self._open or self._open[-1].word not in MIDDLE[tag.word]:
            words = f"thẻ “{tag.raw.strip()}” không nằm trong khối nào"
            yield Fault("mau-the-lech", words, "Cần {% if %} ở trước")

    def close(self, tag: Tag, path: str) -> Iterator[Found]:
        """The block that `tag` ends; what is wrong with it, and those that were not closed before."""
        wanted, raw = ENDS[tag.word], tag.raw.strip()
        if not self.inside(wanted):
            hint = f"Cần {{% {wanted} … %}} ở trước, cùng bảng hoặc cùng ô"
            yield Fault("mau-the-lech", f"thẻ “{raw}” không có thẻ mở", hint).at(path, tag.spot)
            return
        while self._open[-1].word != wanted:
            yield from self._unclosed(self._open.pop())
        opened = self._open.pop()
        if opened.broken:
            return
        there = (Related(opened.tag.spot.location(opened.path), "thẻ mở ở đây"),)
        if opened.tag.scope != tag.scope:
            words = f"thẻ mở là “{{%{opened.tag.scope} {opened.tag.word}” mà thẻ đóng là “{raw}”"
            yield Fault("mau-the-lech", words, _SAME_KIND, related=there).at(path, tag.spot)
        elif _home(opened.tag) is not _home(tag):
            words = f"thẻ “{raw}” đóng ở chỗ khác với thẻ mở"
            yield Fault("mau-the-lech", words, _SAME_PLACE, related=there).at(path, tag.spot)

    def end(self) -> Iterator[Found]:
        """The blocks that are still open where the part ends."""
        while self._open:
            yield from self._unclosed(self._open.pop())

    def _unclosed(self, opened: _Open) -> Iterator[Found]:
        if not opened.broken:
            tag = opened.tag
            hint = f"Thêm {{%{tag.scope} {BLOCKS[tag.word]} %}}"
            fault = Fault("mau-the-ho", f"khối “{tag.raw.strip()}” không có thẻ đóng", hint)
            yield fault.at(opened.path, tag.spot)


def _home(tag: Tag) -> object:
    """What both ends of a block must share: the table for tr, the row for tc, else the cell or the text."""
    if tag.scope == "tr" and tag.spot.row is not None:
        return next(tag.spot.row.iterancestors(w("tbl")), None)
    if tag.scope == "tc":
        return tag.spot.row
    return tag.spot.container
