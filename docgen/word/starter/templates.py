"""Which parts each template is made of, by the name of its document type (NĐ 30/2020, Phụ lục III).

A type that is not here is made like its nearest ancestor that is; all come from `van-ban`.
"""

from __future__ import annotations

from docgen.values import Struct, replace
from docgen.word import roles
from docgen.word.starter.blocks import include, p
from docgen.word.starter.parts import TEXT
from docgen.word.starter.styles import PARAGRAPHS, CharacterStyle, ParagraphStyle


class Plan(Struct, frozen=True):
    """A template: blocks in reading order (a part's name, or a paragraph as style and text), and the
    styles that differ from those of other templates, as changes by name."""

    blocks: tuple[str | tuple[str, str], ...]
    styles: dict[str, dict[str, object]] = {}
    characters: tuple[CharacterStyle, ...] = ()

    def body(self) -> str:
        """The blocks as WordprocessingML."""
        return "".join(include(one) if isinstance(one, str) else p(*one) for one in self.blocks)

    def paragraph_styles(self) -> tuple[ParagraphStyle, ...]:
        """All paragraph styles with the changes of this template."""
        return tuple(replace(one, **self.styles.get(one.name, {})) for one in PARAGRAPHS)


BODY = (TEXT, "{{p noi_dung }}")
_END = ("noi-nhan-ky-ten", "phu-luc")
_PLAIN = {"bold": False, "caps": False, "keep_next": False}

PLANS: dict[str, Plan] = {
    # mẫu 1.4: every document with a type
    "van-ban": Plan(("dau-van-ban", "ten-loai-trich-yeu", "kinh-gui", BODY, *_END)),
    "bao-cao": Plan(("dau-van-ban", "ten-loai-trich-yeu", "kinh-gui", BODY, *_END)),
    # mẫu 1.5: V/v stands under the number, so Kính gửi follows the head and needs room above it
    "cong-van": Plan(
        ("dau-van-ban", "kinh-gui", BODY, *_END),
        {roles.KINH_GUI: {"before": 18}, roles.KINH_GUI_NHIEU: {"before": 18}},
    ),
    # mẫu 1.2, 1.3: “Điều 1.” is bold, its text is not; khoản and điểm have no title
    "quyet-dinh": Plan(
        (
            "dau-van-ban",
            "ten-loai-trich-yeu",
            "tham-quyen",
            "can-cu",
            (roles.LOI_QUYET_DINH, "QUYẾT ĐỊNH:"),
            BODY,
            *_END,
        ),
        {"heading 1": _PLAIN, "heading 2": _PLAIN, "heading 3": _PLAIN, "heading 4": _PLAIN},
        (CharacterStyle(roles.HEADING_NUMBERS[0], bold=True),),
    ),
    # mẫu 1.7
    "giay-moi": Plan(("dau-van-ban", "ten-loai-trich-yeu", "moi-hop", BODY, *_END)),
    # mẫu 1.9
    "bien-ban": Plan(
        (
            "dau-bien-ban",
            "ten-loai-trich-yeu",
            "mo-dau-bien-ban",
            BODY,
            "ket-thuc-bien-ban",
            "ky-bien-ban",
            "phu-luc",
        )
    ),
}
