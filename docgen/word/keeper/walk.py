"""A template read from its first paragraph to its last, with the parts it includes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.diagnostics import DocgenError
from docgen.values import replace
from docgen.word.includes import FindPart
from docgen.word.keeper.blocks import ENDS, MIDDLE, Blocks
from docgen.word.keeper.found import Fault, Found
from docgen.word.keeper.places import spots
from docgen.word.keeper.tags import Tag, straight, stray, tags_of
from docgen.word.keeper.typed import BLOCKS, faults_of
from docgen.word.keeper.values import check_value, for_variables, guessed
from docgen.word.keeper.variables import Variable
from docgen.word.package import read_package

_TAGS = "Dùng được: for, if, elif, else, endif, endfor, include, colspan, cellbg, vm, hm"


class Walker:
    """Collects what is wrong in `found`, and in `printed` the variables that are used."""

    def __init__(self, known: dict[str, Variable], find_part: FindPart) -> None:
        self.found: list[Found] = []
        self.printed: set[str] = set()
        self._known = known
        self._find_part = find_part
        self._around: list[Blocks] = []  # of the file and of those that include it

    def file(self, parts: dict[str, bytes], path: str, chain: tuple[str, ...]) -> None:
        """Reads one file; `chain` are the names of the parts that are open."""
        part = ""
        blocks = Blocks()
        self._around.append(blocks)
        for spot in spots(parts):
            if spot.part != part:
                self.found += blocks.end()
                part = spot.part
            tags = list(tags_of(spot))
            for mark in stray(spot, tags):
                words = f"“{mark}” đóng một thẻ không mở"
                self.found.append(Fault("mau-the-ho", words, "Thêm dấu mở, hoặc xóa dấu này").at(path, spot))
            for tag in tags:
                self.found += [fault.at(path, spot) for fault in faults_of(tag)]
                if tag.closed and tag.kind != "{#":
                    self.found += self._tag(tag, path, blocks, chain)
                elif tag.word in BLOCKS:
                    blocks.open(tag, path, tag.word, guessed(tag.body), broken=True)
        self.found += blocks.end()
        self._around.pop()

    def _tag(self, tag: Tag, path: str, blocks: Blocks, chain: tuple[str, ...]) -> Iterator[Found]:
        if tag.word == "include":
            yield from (fault.at(path, tag.spot) for fault in self._include(tag, chain))
        elif tag.word in ENDS:
            yield from blocks.close(tag, path)
        else:
            yield from (fault.at(path, tag.spot) for fault in self._inside(tag, path, blocks))

    def _inside(self, tag: Tag, path: str, blocks: Blocks) -> list[Fault]:
        faults: list[Fault] = []

        def report(code: str, message: str, hint: str) -> None:
            faults.append(Fault(code, message, hint))

        names = {**self._known, **self._given()}
        if tag.kind == "{{":
            self._note(check_value(tag, names, report))
        elif tag.word in BLOCKS:
            own = for_variables(tag, names, report)
            self._note(own.used)
            blocks.open(tag, path, tag.word, own.names)
        elif tag.word in MIDDLE:
            faults += blocks.middle(tag)
            if tag.word == "elif" and not faults:
                self._note(for_variables(tag, names, report).used)
        elif tag.word in ("colspan", "cellbg"):
            value = replace(tag, kind="{{", body=tag.body.removeprefix(tag.word).strip(), scope="")
            self._note(check_value(value, names, report))
        elif tag.word in ("vm", "hm"):
            if not blocks.inside("for"):
                words = f"thẻ “{tag.raw.strip()}” phải nằm trong một vòng lặp"
                report("mau-the-lech", words, "Đặt giữa {%tr for … %} và {%tr endfor %}")
        else:
            faults.append(self._unknown(tag, path, blocks))
        return faults

    def _unknown(self, tag: Tag, path: str, blocks: Blocks) -> Fault:
        first = tag.word or tag.body[:10]
        if first not in ("p", "tr", "tc", "r"):
            return Fault("mau-the-la", f"không có thẻ “{first}”", _TAGS)
        rest = tag.body.removeprefix(first).strip()
        word = rest.partition(" ")[0]
        if word in BLOCKS:
            blocks.open(tag, path, word, guessed(rest), broken=True)
        words = f"thẻ “{tag.raw.strip()}” thừa dấu cách trước “{first}”"
        return Fault("mau-the-la", words, f"Viết {{%{first} {rest} %}}")

    def _include(self, tag: Tag, chain: tuple[str, ...]) -> Iterator[Fault]:
        name = straight(tag.body.removeprefix("include")).strip().strip("\"'").strip()
        file = self._find_part(name)
        if tag.scope != "p":
            words = f"thẻ “{tag.raw.strip()}” thiếu chữ p"
            yield Fault("mau-the-lech", words, f'Viết {{%p include "{name}" %}}')
        elif name in chain:
            ring = " → ".join((*chain[chain.index(name) :], name))
            words = f"phần dùng chung gọi vòng: {ring}"
            yield Fault("mau-phan-vong", words, "Bỏ một thẻ include trong vòng ấy")
        elif file is None:
            words = f"không có phần dùng chung “{name}”"
            yield Fault("mau-thieu-phan", words, f"Cần tệp templates/phan/{name}.docx")
        else:
            try:
                self.file(read_package(Path(file)), str(file), (*chain, name))
            except DocgenError as fault:
                self.found += [Found(one) for one in fault.diagnostics]

    def _given(self) -> dict[str, Variable]:
        return {name: one for blocks in self._around for name, one in blocks.names().items()}

    def _note(self, used: set[str]) -> None:
        self.printed |= used - set(self._given())
