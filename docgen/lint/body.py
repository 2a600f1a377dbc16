"""Rules on how the text is set: size, alignment, indents, gaps, line spacing, its end (Mục II.6đ)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.lint.core import E, Finding, I, Rule, Subject, W
from docgen.lint.limits import SINGLE, SIZE_TOLERANCE_PT
from docgen.lint.look import inside, number, span
from docgen.view.components.head import TYPED_LINE
from docgen.view.model import Paragraph, Table
from docgen.vn import text_width_mm

_STRAY = 20  # letters of another size that count as more than a slip of a sign
_INDENT_TOLERANCE_MM = 0.27  # 15 twips
_NEAR_127 = 12.5  # 1,25 cm, what many type for 1,27 cm
_LONG = 1.15  # a paragraph this many lines long surely shows how it is justified
_SPACING_TOLERANCE = 0.012
_ROW_LIMIT = 25  # a table of so many rows runs over a page


def _plain(subject: Subject) -> tuple[Paragraph, ...]:
    """Paragraphs of running text: not headings set in the middle, not rows of signs."""
    return tuple(
        p
        for p in subject.body_text
        if p.format.alignment not in ("center", "right")
        and not TYPED_LINE.match(p.text.strip())
        and not p.format.framed
    )


def _sizes(paragraphs: tuple[Paragraph, ...]) -> Counter[float]:
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if not run.format.vertical:
                sizes[run.format.size_pt] += len(run.text) - run.text.count(" ")
    return sizes


def size(subject: Subject) -> Iterator[Finding]:
    own = [(paragraph, _sizes((paragraph,))) for paragraph in subject.body_text]
    sizes: Counter[float] = Counter()
    for _, counted in own:
        sizes.update(counted)
    if not sizes:
        return
    main = max(sizes, key=lambda s: sizes[s])
    for value in sizes:
        places = tuple(p for p, counted in own if counted[value] > (0 if value == main else _STRAY))
        if not places:
            continue
        if not inside(value, subject.limits.loi_van, SIZE_TOLERANCE_PT):
            message = f"lời văn cỡ chữ {number(value)}, quy định {span(subject.limits.loi_van)}"
            yield Finding(message, places, severity=None if value == main else W)
        elif value != main:
            message = f"lời văn cỡ chữ {number(value)}, phần lớn văn bản cỡ {number(main)}"
            yield Finding(message, places, "Dùng một cỡ chữ thống nhất", W)


def _long(paragraph: Paragraph) -> bool:
    """Whether the paragraph surely fills more than one line."""
    if paragraph.width_mm < 50 or len(paragraph.text) < 60:
        return False
    size = max((run.format.size_pt for run in paragraph.runs), default=14.0)
    longest = max(paragraph.full_text.split("\n"), key=len)
    return text_width_mm(longest, size) > paragraph.width_mm * _LONG


def justification(subject: Subject) -> Iterator[Finding]:
    places = tuple(p for p in _plain(subject) if p.format.alignment == "left" and _long(p))
    if places:
        yield Finding("đoạn văn canh trái, quy định canh đều hai lề", places)


def indent(subject: Subject) -> Iterator[Finding]:
    wrong: dict[float, list[Paragraph]] = {}
    near: list[Paragraph] = []
    typed: list[Paragraph] = []
    for paragraph in _plain(subject):
        layout = paragraph.format
        if not _long(paragraph) or paragraph.label or layout.first_line_mm < -0.3:
            continue
        first = layout.first_line_mm
        if paragraph.text.startswith(("\t", "   ", "\u00a0\u00a0")) and abs(first) < 1:
            typed.append(paragraph)
        elif abs(layout.left_mm) > 0.5:
            continue  # a block set in from the margin, or a list; the decree is silent on it
        elif not any(
            abs(first - allowed) <= _INDENT_TOLERANCE_MM for allowed in subject.limits.thut_dau_dong
        ):
            if abs(first - _NEAR_127) <= 0.1:
                near.append(paragraph)
            else:
                wrong.setdefault(round(first / 10, 2), []).append(paragraph)
    for first, places in wrong.items():
        yield Finding(f"dòng đầu lùi vào {number(first)} cm, quy định 1 cm hoặc 1,27 cm", tuple(places))
    if near:
        yield Finding("dòng đầu lùi vào 1,25 cm, quy định 1 cm hoặc 1,27 cm", tuple(near), severity=W)
    if typed:
        yield Finding(
            "dòng đầu lùi vào bằng dấu cách hoặc tab", tuple(typed), "Đặt First line 1 cm hoặc 1,27 cm", W
        )


def gaps(subject: Subject) -> Iterator[Finding]:
    places: list[Paragraph] = []
    spacers: list[Paragraph] = []
    least: float | None = None
    above: Paragraph | None = None
    empty: list[Paragraph] = []
    for block in subject.parts.body_blocks:
        if isinstance(block, Table):
            above, empty = None, []
        elif not block.text.strip():
            if not (block.lines or block.pictures or block.boxes or block.page_break or block.format.framed):
                empty.append(block)
        elif block.format.framed or TYPED_LINE.match(block.text.strip()):
            above, empty = None, []
        else:
            if above is not None and empty:
                spacers += empty[:1]
            elif above is not None and above.section == block.section:
                gap = _gap(above, block)
                if _one_heading(above, block):
                    pass
                elif gap + 0.05 < subject.limits.cach_doan:
                    places.append(block)
                    least = gap if least is None else min(least, gap)
            above, empty = block, []
    if places:
        yield Finding(
            f"khoảng cách giữa các đoạn {number(least or 0)} pt, quy định tối thiểu "
            f"{number(subject.limits.cach_doan)} pt",
            tuple(places),
        )
    if spacers:
        yield Finding(
            "dùng dòng trống để cách đoạn", tuple(spacers), "Xóa dòng trống, đặt khoảng cách đoạn từ 6 pt", W
        )


def _one_heading(above: Paragraph, below: Paragraph) -> bool:
    """Whether two centred lines are one heading ("Chương I" over its title), so no gap is asked for."""
    return above.format.alignment == "center" == below.format.alignment


def _gap(above: Paragraph, below: Paragraph) -> float:
    """The space between two paragraphs in points; Word adds both sides, and w:contextualSpacing drops a
    side that faces a paragraph of the same style."""
    same = above.style == below.style
    after = 0.0 if same and above.format.contextual else above.format.after_pt
    before = 0.0 if same and below.format.contextual else below.format.before_pt
    return after + before


def spacing(subject: Subject) -> Iterator[Finding]:
    low, high = subject.limits.cach_dong
    found: dict[str, list[Paragraph]] = {}
    for paragraph in _plain(subject):
        layout = paragraph.format
        biggest = max((r.format.size_pt for r in paragraph.runs if r.text.strip()), default=14.0)
        single = biggest * SINGLE
        if layout.line_rule == "auto":
            ratio, words = layout.line, f"{number(layout.line)} dòng"
        else:
            ratio, words = layout.line / single, f"{number(layout.line)} pt"
        tight = ratio < low - _SPACING_TOLERANCE and layout.line_rule != "atLeast"
        if tight or ratio > high + _SPACING_TOLERANCE:
            kind = "cố định " if layout.line_rule == "exact" else ""
            found.setdefault(f"cách dòng {kind}{words}", []).append(paragraph)
    for message, places in found.items():
        yield Finding(f"{message}, quy định từ dòng đơn đến 1,5 dòng", tuple(places))


def end_mark(subject: Subject) -> Iterator[Finding]:
    parts = subject.parts
    if parts.foot.start_block is None or parts.title.loai in (
        "BIÊN BẢN",
        "QUY CHẾ",
        "QUY ĐỊNH",
        "GIẤY GIỚI THIỆU",
        "GIẤY NGHỈ PHÉP",
        "THƯ CÔNG",
        "CÔNG ĐIỆN",
    ):
        return
    filled = [b for b in parts.body_blocks if isinstance(b, Table) or b.text.strip()]
    if not filled or isinstance(filled[-1], Table):
        return
    last = filled[-1]
    if not last.text.strip().endswith("./."):
        yield Finding("văn bản chưa kết thúc bằng “./.”", last, "Ghi “./.” sau câu cuối của nội dung")
    early = tuple(p for p in filled[:-1] if isinstance(p, Paragraph) and p.text.strip().endswith("./."))
    if early:
        yield Finding("dấu “./.” đặt trước khi hết nội dung", early)


def tables(subject: Subject) -> Iterator[Finding]:
    for table in subject.view.tables:
        if not table.bordered or not table.rows:
            continue
        section = subject.view.sections[min(table.section, len(subject.view.sections) - 1)]
        place = table.paragraphs[0] if table.paragraphs else None
        if table.width_mm > section.text_mm + 3:
            yield Finding(
                f"bảng rộng {number(table.width_mm)} mm, vượt khổ chữ {number(section.text_mm)} mm", place
            )
        if len(table.rows) > _ROW_LIMIT and not table.rows[0].header:
            yield Finding(
                f"bảng {len(table.rows)} dòng không lặp lại dòng tiêu đề ở trang sau",
                place,
                "Chọn “Repeat Header Rows” cho dòng tiêu đề",
            )


def dashes(subject: Subject) -> Iterator[Finding]:
    items = tuple(i.paragraph for i in subject.items if i.kind == "gach" and i.number in "–—")
    if items:
        yield Finding("đầu dòng dùng gạch ngang dài, thường dùng gạch nối “-”", items)


_II6 = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6"

RULES = (
    Rule("ND-01", E, "Cỡ chữ lời văn", "13-14, thống nhất", _II6, size, "đặt cỡ chữ"),
    Rule("ND-02", E, "Canh đều lời văn", "canh đều hai lề", _II6, justification, "canh đều"),
    Rule("ND-03", E, "Lùi đầu dòng", "1 cm hoặc 1,27 cm", _II6, indent, "đặt lùi đầu dòng"),
    Rule(
        "ND-04",
        E,
        "Khoảng cách giữa các đoạn",
        "tối thiểu 6 pt, không dùng dòng trống",
        _II6,
        gaps,
        "đặt khoảng cách",
    ),
    Rule("ND-05", E, "Khoảng cách giữa các dòng", "từ dòng đơn đến 1,5 dòng", _II6, spacing, "đặt cách dòng"),
    Rule(
        "ND-06",
        W,
        "Dấu kết thúc",
        "“./.” ở cuối nội dung",
        "NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1-1.7",
        end_mark,
    ),
    Rule("BG-01", I, "Bảng", "không rộng hơn khổ chữ, lặp dòng tiêu đề", _II6, tables),
    Rule("SO-06", W, "Gạch đầu dòng", "gạch nối “-”", "Thông lệ trình bày", dashes, "đổi thành gạch nối"),
)
