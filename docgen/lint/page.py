"""Rules on paper, margins, typeface and colour (Mục I.1-I.5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.lint.limits import MARGIN_TOLERANCE_MM, PAPER_TOLERANCE_MM, Range
from docgen.lint.look import inside, number, span
from docgen.view.model import Paragraph, Run, Section, Table, paragraphs

_BLACK = 0x1F  # a colour whose parts are all this dark cannot be told from black
_OLD_FONT = re.compile(r"^(\.Vn|VNI|VN-|\.VN|UTM|SVN-)", re.IGNORECASE)
_COMBINING = re.compile("[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b]")
_PLACEHOLDER = re.compile(r"\[(?:\s*(?:…|\.{3,})\s*)\]|\{\{.*?\}\}|<<[^<>]{1,60}>>")


def _where(subject: Subject, section: Section) -> str:
    return f" (phần {section.index + 1})" if len(subject.view.sections) > 1 else ""


def paper(subject: Subject) -> Iterator[Finding]:
    short, long = subject.limits.kho_giay
    seen = set()
    for section in subject.view.sections:
        sides = tuple(sorted((section.width_mm, section.height_mm)))
        fits = abs(sides[0] - short) <= PAPER_TOLERANCE_MM and abs(sides[1] - long) <= PAPER_TOLERANCE_MM
        if not fits and sides not in seen:
            seen.add(sides)
            size = f"{number(section.width_mm)} × {number(section.height_mm)} mm"
            yield Finding(
                f"khổ giấy {size}{_where(subject, section)}, quy định A4 210 × 297 mm",
                _first(subject, section),
            )


def _first(subject: Subject, section: Section) -> Paragraph | None:
    return next((p for p in subject.view.paragraphs if p.section == section.index), None)


def orientation(subject: Subject) -> Iterator[Finding]:
    for section in subject.view.sections:
        if section.width_mm <= section.height_mm:
            continue
        blocks = [b for b in subject.view.blocks if b.section == section.index]
        shapes = any(p.pictures or p.boxes for p in paragraphs(tuple(blocks)))
        if not shapes and not any(isinstance(b, Table) for b in blocks):
            yield Finding(
                f"trang nằm ngang không có bảng{_where(subject, section)}",
                _first(subject, section),
                "Trình bày dọc theo chiều dài khổ A4",
            )


def _margin(side: str, words: str, landscape: bool = False):
    def check(subject: Subject) -> Iterator[Finding]:
        limits: Range = getattr(subject.limits, f"le_{side}")
        seen = set()
        for section in subject.view.sections:
            value = _margin_mm(section, side)
            if (section.width_mm > section.height_mm) != landscape or round(value, 1) in seen:
                continue
            if not inside(value, limits, MARGIN_TOLERANCE_MM):
                seen.add(round(value, 1))
                yield Finding(
                    f"{words} {number(value)} mm{_where(subject, section)}, quy định {span(limits)} mm",
                    _first(subject, section),
                )

    return check


def _margin_mm(section: Section, side: str) -> float:
    # A negative top or bottom margin is an exact one (ECMA-376 Part 1, 17.6.11).
    return {
        "tren": abs(section.top_mm),
        "duoi": abs(section.bottom_mm),
        "trai": section.left_mm + section.gutter_mm,
        "phai": section.right_mm,
    }[side]


_SIDES = (("tren", "lề trên"), ("duoi", "lề dưới"), ("trai", "lề trái"), ("phai", "lề phải"))


def landscape_margins(subject: Subject) -> Iterator[Finding]:
    for side, words in _SIDES:
        yield from _margin(side, words, landscape=True)(subject)


def _texts(subject: Subject) -> Iterator[tuple[Paragraph, Run]]:
    """Every run with visible text: body, notes, headers and footers."""
    groups = [subject.view.blocks, *(note.blocks for note in subject.view.notes)]
    bands = {b.part: b for s in subject.view.sections for b in (*s.headers.values(), *s.footers.values())}
    for blocks in (*groups, *(b.blocks for b in bands.values())):
        for paragraph in paragraphs(blocks):
            for run in paragraph.runs:
                if run.text.strip():
                    yield paragraph, run


def typeface(subject: Subject) -> Iterator[Finding]:
    wrong: dict[str, list[Paragraph]] = {}
    decomposed: list[Paragraph] = []
    for paragraph, run in _texts(subject):
        if not unicodedata.is_normalized("NFC", run.text) and _COMBINING.search(run.text):
            _add(decomposed, paragraph)
        if run.format.ascii_font == run.format.hansi_font == subject.limits.phong_chu:
            continue
        for font in run.fonts:
            if font.casefold() != subject.limits.phong_chu.casefold() and _has_words(run, font):
                _add(wrong.setdefault(font, []), paragraph)
    for font, places in wrong.items():
        note = " (bảng mã TCVN3 hoặc VNI, không phải Unicode)" if _OLD_FONT.match(font) else ""
        yield Finding(f"phông chữ “{font}”{note}, quy định {subject.limits.phong_chu}", tuple(places))
    if decomposed:
        yield Finding(
            "chữ có dấu tách rời (Unicode tổ hợp), không đúng TCVN 6909:2001",
            tuple(decomposed),
            "Chuyển sang Unicode dựng sẵn (NFC)",
        )


def _add(places: list[Paragraph], paragraph: Paragraph) -> None:
    if not places or places[-1] is not paragraph:
        places.append(paragraph)


def _has_words(run: Run, font: str) -> bool:
    """Whether letters or digits are drawn with the typeface; signs of symbol fonts are not words."""
    plain = run.format.ascii_font == font
    accented = run.format.hansi_font == font
    return any(
        c.isalnum() and (plain if c < "\x80" else accented) and not "\ue000" <= c <= "\uf8ff"
        for c in run.text
    )


def colour(subject: Subject) -> Iterator[Finding]:
    found: dict[tuple, list[Paragraph]] = {}
    marks = {id(p.paragraph) for p in subject.parts.head.marks}
    for paragraph, run in _texts(subject):
        look = run.format
        if (look.color in ("auto", "000000") and not look.highlight and not look.shading) or id(
            paragraph
        ) in marks:
            continue
        if _coloured(look.color) and any(c.isalnum() for c in run.text):
            linked = run.link or run.style.lower() in ("hyperlink", "internet link")
            _add(
                found.setdefault(("màu chữ " + look.color + (" ở liên kết" if linked else ""), linked), []),
                paragraph,
            )
        if look.highlight or look.shading:
            _add(found.setdefault(("nền chữ được tô màu", False), []), paragraph)
    for (message, linked), places in found.items():
        yield Finding(f"{message}, quy định màu đen", tuple(places), severity=W if linked else None)
    yield from _leftovers(subject)


def _coloured(value: str) -> bool:
    if value == "auto" or not re.fullmatch(r"[0-9A-F]{6}", value):
        return False
    return any(int(value[i : i + 2], 16) > _BLACK for i in (0, 2, 4))


def _leftovers(subject: Subject) -> Iterator[Finding]:
    """What must not be left in a final text: tracked changes, comments, placeholders."""
    view = subject.view
    if view.revisions:
        yield Finding(
            f"còn {view.revisions} thay đổi đang theo dõi (Track Changes)",
            None,
            "Chấp nhận hoặc bỏ các thay đổi trước khi ban hành",
            W,
        )
    if view.comments:
        yield Finding(f"còn {view.comments} ghi chú (Comment)", None, "Xóa ghi chú trước khi ban hành", W)
    marked = (p for p in view.paragraphs if "[" in p.text or "{{" in p.text or "<<" in p.text)
    found = [(p, match.group()) for p in marked if (match := _PLACEHOLDER.search(p.text))]
    if found:
        yield Finding(f"còn chỗ giữ chỗ chưa điền “{found[0][1]}”", tuple(p for p, _ in found), severity=W)


_I = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản "

RULES = (
    Rule("PG-01", E, "Khổ giấy", "A4 210 × 297 mm", _I + "1", paper, "đặt khổ A4"),
    Rule("PG-02", E, "Chiều trang", "dọc; ngang chỉ khi có bảng", _I + "2", orientation),
    Rule("PG-03", E, "Lề trên", "20-25 mm", _I + "3", _margin(*_SIDES[0]), "đặt lề"),
    Rule("PG-04", E, "Lề dưới", "20-25 mm", _I + "3", _margin(*_SIDES[1]), "đặt lề"),
    Rule("PG-05", E, "Lề trái", "30-35 mm", _I + "3", _margin(*_SIDES[2]), "đặt lề"),
    Rule("PG-06", E, "Lề phải", "15-20 mm", _I + "3", _margin(*_SIDES[3]), "đặt lề"),
    Rule("PG-07", W, "Lề trang nằm ngang", "như trang dọc", _I + "3", landscape_margins, "đặt lề"),
    Rule(
        "PG-08",
        E,
        "Phông chữ",
        "Times New Roman, Unicode TCVN 6909:2001 dựng sẵn",
        _I + "4",
        typeface,
        "đổi phông, dựng sẵn dấu",
    ),
    Rule(
        "PG-09",
        E,
        "Màu chữ",
        "màu đen, không tô nền, không còn dấu vết soạn thảo",
        _I + "4",
        colour,
        "đặt màu đen",
    ),
)
