"""Layout faults that show only on finished pages: `layout_faults(view, pdf)`.

Each check is a function from (the file, its pages) to findings. Codes are the IDs of the rules of Nghị định
30/2020/NĐ-CP where a rule has one; a signature alone on a page and an empty page break no clause and have
names."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.compare.pdf_reader import Box, Letter, Page, Pdf
from docgen.diagnostics import Diagnostic, Location, error, warning
from docgen.pdf.page_map import PageMap
from docgen.values import Struct
from docgen.view.components import Components, recognise
from docgen.view.model import DocView, Paragraph, Section, Table

_EDGE_MM = 3.0  # a border or an accent may reach over the margin
_QUOC_HIEU = ("cộnghòaxãhộichủnghĩaviệtnam", "cộnghoàxãhộichủnghĩaviệtnam")
_TIEU_NGU = ("độclập-tựdo-hạnhphúc",)


class _Seen(Struct, frozen=True):
    """A Word file with its pages."""

    view: DocView
    components: Components
    pages: tuple[Page, ...]
    map: PageMap

    def at(self, paragraph: Paragraph | None, excerpt: str = "") -> Location:
        if paragraph is None:
            return Location(self.view.path)
        text = excerpt or paragraph.full_text
        return Location(self.view.path, part=paragraph.part, paragraph=paragraph.index, excerpt=text[:80])


def layout_faults(view: DocView, pdf: bytes) -> list[Diagnostic]:
    """What is wrong with the pages of a Word file, given its PDF, in the order of the checks. Raises
    UnreadableError when `pdf` is none."""
    pages = tuple(Pdf(pdf, view.path).pages())
    seen = _Seen(view, recognise(view), pages, PageMap(view.paragraphs, pages))
    return [finding for check in CHECKS for finding in check(seen)]


def _wrapped_motto(seen: _Seen) -> Iterator[Diagnostic]:
    head = seen.components.head
    for code, name, texts, piece in (
        ("QH-01", "Quốc hiệu", _QUOC_HIEU, head.quoc_hieu),
        ("TN-01", "Tiêu ngữ", _TIEU_NGU, head.tieu_ngu),
    ):
        letters = _find(seen.pages[0], texts) if seen.pages else ()
        if letters and letters[-1].box.top > letters[0].box.bottom:
            yield error(
                code,
                f"{name} bị xuống dòng trên trang in",
                seen.at(piece.paragraph if piece is not None else None),
                hint="Mở rộng cột bên phải của phần đầu, hoặc giảm cỡ chữ trong khung cho phép",
                clause="Mục II.1 phần I Phụ lục I Nghị định 30/2020/NĐ-CP",
            )


def _find(page: Page, texts: tuple[str, ...]) -> tuple[Letter, ...]:
    whole = "".join(letter.text.lower()[:1] for letter in page.letters)
    for text in texts:
        at = whole.find(text)
        if at >= 0:
            return page.letters[at : at + len(text)]
    return ()


def _numbered_first_page(seen: _Seen) -> Iterator[Diagnostic]:
    if len(seen.pages) < 2 or not seen.view.sections:
        return
    top = seen.view.sections[0].top_mm
    above = "".join(letter.text for letter in seen.pages[0].letters if letter.box.bottom <= top - 1)
    if above.strip("-–. ").isdigit():
        yield error(
            "PG-12",
            f"trang đầu in số trang “{above}”",
            seen.at(None),
            hint="Word: Header & Footer → Different First Page",
            clause="Mục I.7 phần I Phụ lục I Nghị định 30/2020/NĐ-CP",
        )


def _lone_signature(seen: _Seen) -> Iterator[Diagnostic]:
    foot = seen.components.foot
    signature = foot.titles[0] if foot.titles else foot.ho_ten
    body = [p for p in seen.components.body if p.text.strip()]
    if signature is None or not body:
        return
    start, end = seen.map.first(signature.paragraph), seen.map.last(body[-1])
    if start is not None and end is not None and start > end:
        yield warning(
            "chu-ky-rieng-trang",
            f"khối chữ ký đứng riêng ở trang {start}, nội dung đã hết ở trang {end}",
            seen.at(signature.paragraph),
            hint="Đặt “Keep with next” cho đoạn cuối để có ít nhất hai dòng nội dung sang cùng trang",
        )


def _empty_pages(seen: _Seen) -> Iterator[Diagnostic]:
    for page in seen.pages:
        top = min((s.top_mm for s in seen.view.sections), default=20.0)
        text = [letter for letter in page.letters if letter.box.top >= top - 1 and letter.box.bottom > top]
        if not text and not any(shape.bottom > top for shape in page.shapes):
            place = "cuối" if page.number == len(seen.pages) else str(page.number)
            yield warning(
                "trang-trong",
                f"trang {place} không có nội dung",
                seen.at(None),
                hint="Xóa đoạn trống hoặc ngắt trang, ngắt phần thừa ở cuối trang trước",
            )


def _headless_tables(seen: _Seen) -> Iterator[Diagnostic]:
    for table in seen.view.tables:
        pages = seen.map.span(table.paragraphs)
        long = table.bordered and len(table.rows) > 2 and pages is not None and pages[0] < pages[1]
        if pages is not None and long and not table.rows[0].header:
            across = f"từ trang {pages[0]} sang trang {pages[1]}"
            yield warning(
                "BG-01",
                f"bảng {table.index} kéo {across} mà không lặp lại hàng tiêu đề",
                seen.at(_first_with_text(table)),
                hint="Word: chọn hàng tiêu đề → Layout → Repeat Header Rows",
            )


def _first_with_text(table: Table) -> Paragraph | None:
    return next((p for p in table.paragraphs if p.text.strip()), None)


def _beyond_margins(seen: _Seen) -> Iterator[Diagnostic]:
    for table in seen.view.tables:
        pages = seen.map.span(table.paragraphs)
        if pages is None or table.section >= len(seen.view.sections):
            continue
        section = seen.view.sections[table.section]
        for number in range(pages[0], pages[1] + 1):
            page = seen.pages[number - 1]
            if abs(page.width_mm - section.width_mm) > 1:
                continue  # a page of another section between
            over = _overhang(page, section, seen.map.height(table.paragraphs, page))
            if over > _EDGE_MM:
                off = over - section.right_mm > 0
                make = error if off else warning
                yield make(
                    "BG-01",
                    f"bảng {table.index} ở trang {number} vượt lề phải {over:.0f} mm"
                    + (", một phần ra ngoài giấy" if off else ""),
                    seen.at(_first_with_text(table)),
                    hint="Thu hẹp cột, hoặc đặt bảng trên trang ngang",
                )
                break


def _overhang(page: Page, section: Section, height: tuple[float, float] | None) -> float:
    """How far what stands at the height of a table reaches over the right margin, in mm."""
    if height is None:
        return 0.0
    boxes: list[Box] = [*page.shapes, *(letter.box for letter in page.letters)]
    beside = [box.right for box in boxes if box.top < height[1] and box.bottom > height[0]]
    return max(beside, default=0.0) - (page.width_mm - section.right_mm)


CHECKS = (
    _wrapped_motto,
    _numbered_first_page,
    _lone_signature,
    _empty_pages,
    _headless_tables,
    _beyond_margins,
)
"""The checks in the order of their findings."""
