"""How a tag is typed: closed, without autocorrection, in one run, in its place."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.word.keeper.found import Fault
from docgen.word.keeper.tags import HARMLESS, Tag, alone, runs_of

BLOCKS = {"for": "endfor", "if": "endif"}
"""The tags that open a block, with those that close it."""

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_IN_BLOCKS = (*BLOCKS, *BLOCKS.values(), "else", "elif")
_FIX = "docgen template check --fix "


def faults_of(tag: Tag) -> Iterator[Fault]:
    """What is wrong with the way `tag` is typed and with where it stands."""
    raw = tag.raw.strip()
    if not tag.closed:
        hint = f"Thẻ phải đóng bằng {_CLOSING[tag.kind]} trong cùng đoạn"
        yield Fault("mau-the-ho", f"thẻ “{raw[:40]}” mở mà không đóng", hint)
        return
    if tag.odd:
        marks = " ".join(_shown(one) for one in tag.odd)
        harmless = all(one in HARMLESS for one in tag.odd)
        words = f"Word đã tự sửa ký tự trong thẻ “{raw}”: {marks}"
        yield Fault("mau-ky-tu-tu-sua", words, f"{_FIX}sửa lại", harmless)
    if (pieces := runs_of(tag)) > 1:
        yield Fault(
            "mau-the-tach", f"thẻ “{raw}” bị tách thành {pieces} đoạn định dạng", f"{_FIX}nối lại", mild=True
        )
    yield from _misplaced(tag, raw)


def _shown(character: str) -> str:
    """A character, or its code when it cannot be seen."""
    visible = character.isprintable() and not character.isspace()
    return character if visible else f"U+{ord(character):04X}"


def _misplaced(tag: Tag, raw: str) -> Iterator[Fault]:
    spot = tag.spot
    if tag.scope == "p" and not alone(tag):
        hint = "Chữ khác trong đoạn sẽ mất; tách ra đoạn riêng, hoặc bỏ chữ p"
        yield Fault("mau-the-khong-rieng", f"thẻ “{raw}” phải đứng một mình trong đoạn", hint)
    elif tag.scope in ("tr", "tc") and spot.cell is None:
        yield Fault("mau-the-ngoai-bang", f"thẻ “{raw}” chỉ dùng trong bảng", "Ngoài bảng thì dùng {%p … %}")
    elif tag.scope in ("tr", "tc"):
        what, text = ("hàng", spot.row_text) if tag.scope == "tr" else ("ô", spot.cell_text)
        if text != raw:
            hint = f"Chữ khác trong {what} sẽ mất; để thẻ ở một {what} riêng"
            yield Fault("mau-the-khong-rieng", f"thẻ “{raw}” phải đứng một mình trong {what}", hint)
    elif tag.kind == "{%" and not tag.scope and tag.word in _IN_BLOCKS and alone(tag):
        where = "tr" if spot.row_text == raw else "p"
        yield Fault(
            "mau-doan-trong",
            f"thẻ “{raw}” để lại một đoạn trống",
            f"Viết {{%{where} {tag.body} %}}",
            mild=True,
        )
