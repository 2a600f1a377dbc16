"""The effective look of paragraphs, runs, cells and pages in words, defaults left out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from docgen.compare.node import Look
from docgen.view.model import Cell, DocView, DrawnLine, Format, Paragraph, Picture, Section, Table

YES, NO = "có", "không"
_ALIGNMENTS = {"left": "trái", "right": "phải", "center": "giữa", "both": "đều hai bên"}
_SIDES = (("top", "trên"), ("right", "phải"), ("bottom", "dưới"), ("left", "trái"))

DEFAULTS = {
    "căn": "trái", "giãn dòng": "1 lần", "viền": NO, "màu": "đen", "hướng": "dọc", "số cột": "1",
    "gộp ngang": "1 cột", "chống dòng lẻ": "bật",
}  # fmt: skip
"""What a property is when a look does not name it; others are "không", lengths "0"."""


def shown(name: str, value: str | None) -> str:
    """A value as a reader sees it; that of a property not named in a look included."""
    return DEFAULTS.get(name, NO) if value is None else value


def number(value: float) -> str:
    """A measure with at most one decimal, in Vietnamese notation."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return ("0" if text in ("-0", "") else text).replace(".", ",")


def _mm(value: float) -> str:
    text = number(value)
    return "" if text == "0" else f"{text} mm"


def _pt(value: float) -> str:
    text = number(value)
    return "" if text == "0" else f"{text} pt"


def _flag(value: bool) -> str:
    return YES if value else ""


def style_name(name: str) -> str:
    """The name of a style as Word shows it: its own styles are "heading 1" in one file, "Heading 1" in
    another."""
    return name.title() if name.isascii() else name


def _look(*pairs: tuple[str, str]) -> Look:
    return sort_look((name, value) for name, value in pairs if value)


def sort_look(pairs: Iterable[tuple[str, str]]) -> Look:
    """The properties in the one order all looks have."""
    return tuple(sorted(pairs))


def _spacing(paragraph: Paragraph) -> str:
    layout = paragraph.format
    if layout.line_rule == "auto":
        text = f"{layout.line:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return "" if text == "1" else f"{text} lần"
    return f"{'đúng' if layout.line_rule == 'exact' else 'ít nhất'} {number(layout.line)} pt"


def of_paragraph(paragraph: Paragraph) -> Look:
    """The layout of a paragraph."""
    layout = paragraph.format
    outline = layout.outline_level
    return _look(
        ("số tự động", paragraph.label),
        ("căn", "" if layout.alignment == "left" else _ALIGNMENTS.get(layout.alignment, layout.alignment)),
        ("thụt trái", _mm(layout.left_mm)),
        ("thụt phải", _mm(layout.right_mm)),
        ("thụt dòng đầu", _mm(layout.first_line_mm)),
        ("cách trước", _pt(layout.before_pt)),
        ("cách sau", _pt(layout.after_pt)),
        ("giãn dòng", _spacing(paragraph)),
        ("bỏ cách khi cùng kiểu", _flag(layout.contextual)),
        ("giữ với đoạn sau", _flag(layout.keep_next)),
        ("sang trang trước đoạn", _flag(layout.page_break_before)),
        ("ngắt trang trong đoạn", _flag(paragraph.page_break)),
        ("cấp mục", str(outline + 1) if outline is not None and outline < 9 else ""),
        ("khung", _flag(layout.framed)),
        ("cỡ đoạn trống", "" if paragraph.runs else _pt(paragraph.mark_size_pt)),
    )


@lru_cache(maxsize=4096)
def of_run(style: str, form: Format, link: bool) -> Look:
    """The look of a run."""
    fonts = (
        form.ascii_font if form.ascii_font == form.hansi_font else f"{form.ascii_font} / {form.hansi_font}"
    )
    return _look(
        ("phông", fonts),
        ("cỡ", _pt(form.size_pt)),
        ("đậm", _flag(form.bold)),
        ("nghiêng", _flag(form.italic)),
        ("chữ hoa", _flag(form.caps)),
        ("chữ hoa nhỏ", _flag(form.small_caps)),
        ("gạch ngang chữ", _flag(form.strike)),
        ("gạch chân", form.underline),
        ("màu", "" if form.color in ("auto", "000000") else form.color),
        ("tô sáng", form.highlight),
        ("nền", form.shading),
        ("chỉ số", {"superscript": "trên", "subscript": "dưới"}.get(form.vertical, "")),
        ("ép chữ", _flag(form.squeezed)),
        ("liên kết", _flag(link)),
        ("kiểu ký tự", style_name(style)),
    )


def of_line(line: DrawnLine) -> Look:
    """A drawn line: how long, thick and where. How it is drawn (DrawingML, VML) is noise."""
    place = "" if line.x_mm is None else _mm(line.x_mm) or "0 mm"
    width = f"{line.width_pt:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return _look(
        ("dài", _mm(line.length_mm)),
        ("nét", f"{width} pt"),
        ("nét đứt", _flag(line.dashed)),
        ("cách lề", place),
        ("là viền", _flag(line.kind in ("border", "cell"))),
    )


def of_cell(cell: Cell, columns_mm: tuple[float, ...]) -> Look:
    """A table cell; its width only where it is not that of its columns."""
    expected = sum(columns_mm[cell.column : cell.column + cell.span])
    sides = ", ".join(word for side, word in _SIDES if side in cell.borders)
    return _look(
        ("gộp ngang", f"{cell.span} cột" if cell.span > 1 else ""),
        ("gộp với ô trên", _flag(cell.merged_up)),
        ("viền", "đủ" if len(cell.borders) == len(_SIDES) else sides),
        ("rộng", _mm(cell.width_mm) if abs(cell.width_mm - expected) > 0.15 else ""),
    )


def of_section(section: Section) -> Look:
    """Page setup: paper, margins, numbering."""
    paper = f"{number(section.width_mm)} × {number(section.height_mm)} mm"
    return _look(
        ("khổ giấy", paper),
        ("hướng", "ngang" if section.landscape else ""),
        ("lề trên", _mm(section.top_mm)),
        ("lề dưới", _mm(section.bottom_mm)),
        ("lề trái", _mm(section.left_mm)),
        ("lề phải", _mm(section.right_mm)),
        ("gáy", _mm(section.gutter_mm)),
        ("đầu trang cách mép", _mm(section.header_mm)),
        ("chân trang cách mép", _mm(section.footer_mm)),
        ("bắt đầu ở", "" if section.start == "nextPage" else section.start),
        ("trang đầu khác", _flag(section.first_page)),
        ("số trang bắt đầu", "" if section.number_start is None else str(section.number_start)),
        ("kiểu số trang", "" if section.number_format in ("", "decimal") else section.number_format),
        ("số cột", str(section.columns) if section.columns > 1 else ""),
    )


def of_document(view: DocView) -> Look:
    """What holds for the file as a whole."""
    return _look(
        ("thay đổi đang theo dõi", str(view.revisions or "")),
        ("nhận xét", str(view.comments or "")),
        ("khóa sửa", _flag(view.protected)),
        ("ký số", _flag(view.signed)),
        ("trang chẵn lẻ khác nhau", _flag(view.even_odd)),
    )


def of_box(width_mm: float, height_mm: float, bordered: bool) -> Look:
    """A text box."""
    return _look(("rộng", _mm(width_mm)), ("cao", _mm(height_mm)), ("viền", YES if bordered else ""))


def of_picture(picture: Picture, digest: str) -> Look:
    """An image: its size and a digest of its bytes."""
    return _look(("rộng", _mm(picture.width_mm)), ("cao", _mm(picture.height_mm)), ("ảnh", digest))


def of_row(header: bool, cant_split: bool) -> Look:
    """A table row."""
    return _look(("lặp ở đầu trang", _flag(header)), ("không tách qua trang", _flag(cant_split)))


def of_table(table: Table, columns_mm: tuple[float, ...]) -> Look:
    """A table with the widths of its columns."""
    widths = " + ".join(number(width) for width in columns_mm)
    return _look(
        ("rộng", _mm(table.width_mm)),
        ("các cột", f"{widths} mm" if widths else ""),
        ("nổi", _flag(table.floating)),
    )
