"""A template held against what it may say: every fault at once, each where the keeper sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.diagnostics import Diagnostic, DocgenError, Location, Related, error, warning
from docgen.word.compile import compile_template
from docgen.word.includes import FindPart
from docgen.word.keeper.places import Spot, spots
from docgen.word.keeper.tags import HARMLESS, Tag, alone, runs_of, straight, stray, tags_of
from docgen.word.keeper.values import check_value, for_variables, guessed
from docgen.word.keeper.variables import COMMON, LOOP, Variable
from docgen.word.package import read_package
from docgen.word.roles import REQUIRED
from docgen.word.xml import w

_BLOCKS = {"for": "endfor", "if": "endif"}
_MIDDLE = {"else": ("if", "for"), "elif": ("if",)}
_ENDS = {end: start for start, end in _BLOCKS.items()}
_WORTH = ("trich_yeu", "noi_dung", "phu_luc", "noi_nhan", "so", "co_quan")
"""What every document has: a template that prints one of them nowhere loses it."""


@dataclass(frozen=True)
class Found:
    """A finding, and the paragraph of the file itself (`part`, `number`) that a comment goes to."""

    diagnostic: Diagnostic
    part: str = ""
    number: int | None = None

    def for_word(self) -> Diagnostic:
        """The finding with the place that docgen.lint.mark understands."""
        place = self.diagnostic.location
        return replace(self.diagnostic, location=Location(place.path, part=self.part, paragraph=self.number), related=())


def check_template(
    parts: dict[str, bytes],
    path: str,
    known: dict[str, Variable],
    find_part: FindPart,
    own_fields: Iterable[str] = (),
    is_part: bool = False,
) -> list[Found]:
    """Everything wrong with the template (or shared part) made of `parts`; `path` names it.

    `known` are the variables it may use, `own_fields` those of its document type, each of which some
    template must print. Raises DocgenError when a part of the file is no XML.
    """
    checker = _Checker(known, find_part)
    checker.file(parts, path, ())
    if not is_part:
        checker.found += _unprinted(checker.printed, path, tuple(own_fields))
    if not is_part and not any(f.diagnostic.severity == "error" for f in checker.found):
        try:
            template = compile_template(path, parts, find_part)
        except DocgenError as fault:
            checker.found += [Found(one) for one in fault.diagnostics]
        else:
            checker.found += [
                Found(error("mau-thieu-kieu", f"mẫu thiếu kiểu (style) “{name}”", Location(path), hint="Chép kiểu từ một mẫu có sẵn"))
                for name in REQUIRED
                if name not in template.styles
            ]
    return list(dict.fromkeys(checker.found))


def _unprinted(printed: set[str], path: str, own: tuple[str, ...]) -> list[Found]:
    out = []
    for name in dict.fromkeys((*_WORTH, *own)):
        if name not in printed:
            what = COMMON[name].help if name in COMMON else "trường của loại văn bản"
            hint = f"Thêm {{{{ {name} }}}} hoặc phần dùng chung có in nó" if name not in COMMON else "Thêm phần dùng chung có in nó"
            make = error if name in own else warning  # a document that has it cannot be built
            out.append(Found(make("mau-khong-in", f"mẫu không in “{name}” ({what})", Location(path), hint=hint)))
    return out


@dataclass
class _Open:
    tag: Tag
    path: str
    word: str
    broken: bool = False


class _Checker:
    """Walks the paragraphs of a template and of the parts it includes, with the blocks that are open."""

    def __init__(self, known: dict[str, Variable], find_part: FindPart) -> None:
        self.known = known
        self.find_part = find_part
        self.found: list[Found] = []
        self.printed: set[str] = set()
        self.scope: list[dict[str, Variable]] = []

    def file(self, parts: dict[str, bytes], path: str, chain: tuple[str, ...]) -> None:
        """Checks one file; `chain` are the parts that are open."""
        part = ""
        blocks: list[_Open] = []
        for spot in spots(parts):
            if spot.part != part:
                self._close_all(blocks)
                part = spot.part
            tags = list(tags_of(spot))
            for mark in stray(spot, tags):
                self.fault(path, spot, "mau-the-ho", f"“{mark}” đóng một thẻ không mở", "Thêm dấu mở, hoặc xóa dấu này")
            for tag in tags:
                self._look(tag, path)
                if tag.closed and tag.kind != "{#":
                    self._tag(tag, path, blocks, chain)
                elif tag.word in _BLOCKS:  # so that its end is not reported too
                    self._open_broken(tag, tag.word, path, blocks)
        self._close_all(blocks)

    def fault(self, path: str, spot: Spot, code: str, message: str, hint: str = "", mild: bool = False, related: tuple[Related, ...] = ()) -> None:
        """Records a finding at `spot`."""
        make = warning if mild else error
        self.found.append(Found(make(code, message, spot.location(path), hint=hint, related=related), spot.part, spot.number))

    def _look(self, tag: Tag, path: str) -> None:
        """How a tag is typed: closed, without autocorrection, in one run, in its place."""
        spot, raw = tag.spot, tag.raw.strip()
        if not tag.closed:
            end = {"{{": "}}", "{%": "%}", "{#": "#}"}[tag.kind]
            self.fault(path, spot, "mau-the-ho", f"thẻ “{raw[:40]}” mở mà không đóng", f"Thẻ phải đóng bằng {end} trong cùng đoạn")
            return
        if tag.odd:
            marks = " ".join(one if one.isprintable() and not one.isspace() else f"U+{ord(one):04X}" for one in tag.odd)
            self.fault(path, spot, "mau-ky-tu-tu-sua", f"Word đã tự sửa ký tự trong thẻ “{raw}”: {marks}", "docgen template check --fix sửa lại", mild=all(one in HARMLESS for one in tag.odd))
        if runs_of(tag) > 1:
            self.fault(path, spot, "mau-the-tach", f"thẻ “{raw}” bị tách thành {runs_of(tag)} đoạn định dạng", "docgen template check --fix nối lại", mild=True)
        self._position(tag, path)

    def _position(self, tag: Tag, path: str) -> None:
        spot, raw = tag.spot, tag.raw.strip()
        if tag.scope == "p" and not alone(tag):
            self.fault(path, spot, "mau-the-khong-rieng", f"thẻ “{raw}” phải đứng một mình trong đoạn", "Chữ khác trong đoạn sẽ mất; tách ra đoạn riêng, hoặc bỏ chữ p")
        elif tag.scope in ("tr", "tc") and spot.cell is None:
            self.fault(path, spot, "mau-the-ngoai-bang", f"thẻ “{raw}” chỉ dùng trong bảng", "Ngoài bảng thì dùng {%p … %}")
        elif tag.scope in ("tr", "tc"):
            around = spot.row if tag.scope == "tr" else spot.cell
            text = "".join(t.text or "" for t in around.iter(w("t"))).strip()  # type: ignore[union-attr]
            if text != raw:
                what = "hàng" if tag.scope == "tr" else "ô"
                self.fault(path, spot, "mau-the-khong-rieng", f"thẻ “{raw}” phải đứng một mình trong {what}", f"Chữ khác trong {what} sẽ mất; để thẻ ở một {what} riêng")
        elif tag.kind == "{%" and not tag.scope and tag.word in (*_BLOCKS, *_ENDS, *_MIDDLE) and alone(tag) and tag.closed:
            where = "tr" if spot.cell is not None and _whole_row(spot, raw) else "p"
            self.fault(path, spot, "mau-doan-trong", f"thẻ “{raw}” để lại một đoạn trống", f"Viết {{%{where} {tag.body} %}}", mild=True)

    def _tag(self, tag: Tag, path: str, blocks: list[_Open], chain: tuple[str, ...]) -> None:
        names = self._names()
        if tag.kind == "{{":
            self._note(check_value(tag, names, lambda *fault: self.fault(path, tag.spot, *fault)))
        elif tag.word == "include":
            self._include(tag, path, chain)
        elif tag.word in _BLOCKS:
            own = for_variables(tag, names, lambda *fault: self.fault(path, tag.spot, *fault))
            self._note(own.used)
            blocks.append(_Open(tag, path, tag.word))
            self.scope.append({**own.names, "loop": LOOP} if tag.word == "for" else {})
        elif tag.word in _ENDS:
            self._end(tag, path, blocks)
        elif tag.word in _MIDDLE:
            if not blocks or blocks[-1].word not in _MIDDLE[tag.word]:
                self.fault(path, tag.spot, "mau-the-lech", f"thẻ “{tag.raw.strip()}” không nằm trong khối nào", "Cần {% if %} ở trước")
            elif tag.word == "elif":
                self._note(for_variables(tag, names, lambda *fault: self.fault(path, tag.spot, *fault)).used)
        elif tag.word in ("colspan", "cellbg"):
            expression = replace(tag, kind="{{", body=tag.body.removeprefix(tag.word).strip(), scope="")
            self._note(check_value(expression, names, lambda *fault: self.fault(path, tag.spot, *fault)))
        elif tag.word in ("vm", "hm"):
            if not any(one.word == "for" for one in blocks):
                self.fault(path, tag.spot, "mau-the-lech", f"thẻ “{tag.raw.strip()}” phải nằm trong một vòng lặp", "Đặt giữa {%tr for … %} và {%tr endfor %}")
        else:
            self._unknown(tag, path, blocks)

    def _open_broken(self, tag: Tag, word: str, path: str, blocks: list[_Open]) -> None:
        names = guessed(tag.body) if word == "for" else {}
        blocks.append(_Open(tag, path, word, broken=True))
        self.scope.append({**names, "loop": LOOP} if word == "for" else {})

    def _unknown(self, tag: Tag, path: str, blocks: list[_Open]) -> None:
        first = tag.word or tag.body[:10]
        if first in ("p", "tr", "tc", "r"):
            rest = tag.body.removeprefix(first).strip()
            word = rest.partition(" ")[0]
            if word in _BLOCKS:
                self._open_broken(replace(tag, body=rest), word, path, blocks)
            message, hint = f"thẻ “{tag.raw.strip()}” thừa dấu cách trước “{first}”", f"Viết {{%{first} {rest} %}}"
        else:
            message, hint = f"không có thẻ “{first}”", "Dùng được: for, if, elif, else, endif, endfor, include, colspan, cellbg, vm, hm"
        self.fault(path, tag.spot, "mau-the-la", message, hint)

    def _end(self, tag: Tag, path: str, blocks: list[_Open]) -> None:
        wanted, raw = _ENDS[tag.word], tag.raw.strip()
        if not blocks or blocks[-1].word != wanted:
            if any(one.word == wanted for one in blocks):  # those in between were not closed
                while blocks[-1].word != wanted:
                    self._unclosed(blocks.pop())
            else:
                self.fault(path, tag.spot, "mau-the-lech", f"thẻ “{raw}” không có thẻ mở", f"Cần {{% {wanted} … %}} ở trước, cùng bảng hoặc cùng ô")
                return
        opened = blocks.pop()
        self.scope.pop()
        if opened.broken:
            return
        there = (Related(opened.tag.spot.location(opened.path), "thẻ mở ở đây"),)
        if opened.tag.scope != tag.scope:
            words = f"thẻ mở là “{{%{opened.tag.scope} {opened.tag.word}” mà thẻ đóng là “{raw}”"
            self.fault(path, tag.spot, "mau-the-lech", words, "Thẻ mở và thẻ đóng phải cùng loại: p, tr, tc, r hoặc không có gì", related=there)
        elif _home(opened.tag) is not _home(tag):
            self.fault(path, tag.spot, "mau-the-lech", f"thẻ “{raw}” đóng ở chỗ khác với thẻ mở", "Mở và đóng trong cùng một ô, một bảng hoặc cùng ngoài bảng", related=there)

    def _close_all(self, blocks: list[_Open]) -> None:
        while blocks:
            self._unclosed(blocks.pop())

    def _unclosed(self, opened: _Open) -> None:
        self.scope.pop()
        if opened.broken:
            return
        tag = opened.tag
        hint = f"Thêm {{%{tag.scope} {_BLOCKS[tag.word]} %}}"
        self.fault(opened.path, tag.spot, "mau-the-ho", f"khối “{tag.raw.strip()}” không có thẻ đóng", hint)

    def _include(self, tag: Tag, path: str, chain: tuple[str, ...]) -> None:
        name = straight(tag.body.removeprefix("include")).strip().strip("\"'").strip()
        if tag.scope != "p":
            self.fault(path, tag.spot, "mau-the-lech", f"thẻ “{tag.raw.strip()}” thiếu chữ p", f'Viết {{%p include "{name}" %}}')
            return
        if name in chain:
            ring = " → ".join((*chain[chain.index(name) :], name))
            self.fault(path, tag.spot, "mau-phan-vong", f"phần dùng chung gọi vòng: {ring}", "Bỏ một thẻ include trong vòng ấy")
            return
        file = self.find_part(name)
        if file is None:
            self.fault(path, tag.spot, "mau-thieu-phan", f"không có phần dùng chung “{name}”", f"Cần tệp templates/phan/{name}.docx")
            return
        try:
            self.file(read_package(Path(file)), str(file), (*chain, name))
        except DocgenError as fault:
            self.found += [Found(one) for one in fault.diagnostics]

    def _names(self) -> dict[str, Variable]:
        names = dict(self.known)
        for level in self.scope:
            names.update(level)
        return names

    def _note(self, used: set[str]) -> None:
        inner = {name for level in self.scope for name in level}
        self.printed |= used - inner


def _whole_row(spot: Spot, raw: str) -> bool:
    return "".join(t.text or "" for t in spot.row.iter(w("t"))).strip() == raw if spot.row is not None else False


def _home(tag: Tag) -> object:
    """What both ends of a block must share: the table for tr, the row for tc, else the cell or the text."""
    if tag.scope == "tr" and tag.spot.row is not None:
        return next(tag.spot.row.iterancestors(w("tbl")), None)
    if tag.scope == "tc":
        return tag.spot.row
    return tag.spot.container


