"""A Document printed with a compiled template: the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen import vn
from docgen.diagnostics import DocgenError, Location, error
from docgen.model import Appendix, Document, Footnote, Inline, Run
from docgen.word import roles
from docgen.word.body import BodyWriter
from docgen.word.compiled import DOCUMENT, CompiledTemplate
from docgen.word.escape import Markup
from docgen.word.inlines import InlineWriter
from docgen.word.lines import FULL, GAP_PT, PARTIAL, drawn_line
from docgen.word.notes import add_notes, first_free_note
from docgen.word.package import write_package
from docgen.word.properties import core_properties
from docgen.word.relationships import add_relationships

LINE_PITCH = 1.15
"""Height of a single line of Times New Roman over its size (nd30 PG-16)."""


def render_document(document: Document, template: CompiledTemplate) -> bytes:
    """`document` as a Word file; the same bytes for the same document and template.

    Raises DocgenError when the template lacks a style the engine needs, asks for an unknown name, or prints
    nowhere what the document has.
    """
    missing = [name for name in roles.REQUIRED if name not in template.styles]
    if missing:
        raise DocgenError(
            error(
                "mau-thieu-kieu",
                "mẫu thiếu kiểu (style) " + ", ".join(f"“{name}”" for name in missing),
                Location(template.path),
                hint="Chép kiểu từ mẫu có sẵn, hoặc đổi tên kiểu về như cũ",
            )
        )
    lost = [name for name in _typed(document) if name not in template.words]
    if lost:
        names = ", ".join(f"“{name}”" for name in lost)
        hint = "Bỏ trường ấy trong tệp dữ liệu, hoặc thêm vào mẫu phần in nó"
        raise DocgenError(
            error(
                "mau-khong-in", f"mẫu không in {names} mà tài liệu này có", Location(template.path), hint=hint
            )
        )
    return _Printer(document, template).package()


def _typed(document: Document) -> Iterator[str]:
    """The variables that hold something a clerk typed: a template that leaves one out would lose it."""
    held = {
        "trich_yeu": document.title,
        "kinh_gui": document.addressees,
        "noi_dung": document.body,
        "phu_luc": document.appendices,
        **dict(document.fields),
    }
    yield from (name for name, value in held.items() if value)


class _Printer:
    """One document on its way into one template."""

    def __init__(self, document: Document, template: CompiledTemplate) -> None:
        self.document = document
        self.template = template
        self.inlines = InlineWriter(template.styles, first_free_note(template.static))
        self.body = BodyWriter(template.styles, self.inlines)
        self.lines_drawn = 0

    def package(self) -> bytes:
        context = self._context()
        rendered = self.template.render(context)
        parts = {**self.template.static, **rendered}
        add_notes(parts, self.inlines.notes, self.inlines.note_links.relationships())
        add_relationships(parts, DOCUMENT, self.inlines.links.relationships())
        parts["docProps/core.xml"] = core_properties(self.document)
        steady = {name for name, data in self.template.static.items() if parts[name] is data}
        return write_package(parts, steady)

    def _context(self) -> dict[str, Any]:
        document = self.document
        # order matters: footnotes are numbered as they are written, so title, body, appendices
        title = self._title()
        main_width = self.template.sections.main.text_width_mm
        body = Markup(self.body.write(document.body, main_width, keep_last=True))
        appendices, final = self._appendices()
        return {
            **dict(document.fields),
            "co_quan_chu_quan": self._parent(),
            "co_quan": self._issuer(),
            "ten_co_quan": document.issuer,
            "so": document.number,
            "ky_hieu": document.symbol,
            "dia_danh_ngay": document.date_line,
            "ten_loai": vn.upper(document.type_name),
            "trich_yeu": title,
            "kinh_gui": document.addressees,
            "noi_dung": body,
            "phu_luc": appendices,
            "noi_nhan": (("Như trên",) if document.addressees else ()) + document.recipients,
            "luu": document.archive,
            "nguoi_ky": {"quyen_han": document.signature.lines, "ho_ten": document.signature.name},
            "du_thao": document.draft,
            "ke": {
                "tieu_ngu": self._line(
                    "Độc lập - Tự do - Hạnh phúc", roles.TIEU_NGU, FULL, "Đường kẻ dưới Tiêu ngữ"
                )
            },
            "phan_cuoi": Markup(final),
        }

    def _line(self, text: str, role: str, share: float, name: str, rows: int = 1) -> Markup:
        """A line under `text`, which stands in `rows` lines of the style `role`."""
        if role not in self.template.styles or not text:
            return Markup("")
        style = self.template.styles[role]
        self.lines_drawn += 1
        length = vn.text_width_mm(text, style.size_pt, style.bold, style.italic) * share
        below = rows * style.size_pt * LINE_PITCH * style.line + GAP_PT
        return Markup(drawn_line(length, below, self.lines_drawn, name))

    def _name_lines(self, name: str, role: str) -> list[str]:
        """A body's name in capitals, broken by sense to fit the left column of the head."""
        if role not in self.template.styles:
            return [vn.upper(name)]
        style = self.template.styles[role]
        return vn.header_lines(name, self.template.issuer_width_mm, style.size_pt, style.bold)

    def _parent(self) -> list[str]:
        return [
            line for name in self.document.parent for line in self._name_lines(name, roles.CO_QUAN_CHU_QUAN)
        ]

    def _issuer(self) -> list[dict[str, Any]]:
        lines = [
            {"chu": line, "ke": Markup("")} for line in self._name_lines(self.document.issuer, roles.CO_QUAN)
        ]
        if lines:
            lines[-1]["ke"] = self._line(
                lines[-1]["chu"], roles.CO_QUAN, PARTIAL, "Đường kẻ dưới tên cơ quan"
            )
        return lines

    def _balanced(
        self, inlines: tuple[Inline, ...], role: str, width_mm: float
    ) -> tuple[tuple[Inline, ...], list[str]]:
        """A centred title, broken by sense where it is too long for one line, and its lines."""
        text = plain_text(inlines)
        if role not in self.template.styles:
            return inlines, [text]
        style = self.template.styles[role]
        seen = vn.upper(text) if style.caps else text
        rows = vn.break_lines(seen, width_mm, style.size_pt, style.bold)
        return (_broken(inlines, rows) if len(rows) > 1 else inlines), rows or [""]

    def _title(self) -> list[dict[str, Any]]:
        """Trích yếu under the type; of a document without a type (công văn) V/v … under its number."""
        if not self.document.type_name:
            return self._subject()
        width = self.template.sections.main.text_width_mm
        lines = []
        for number, inlines in enumerate(self.document.title, 1):
            inlines, rows = self._balanced(inlines, roles.TRICH_YEU, width)
            line = Markup("")
            if number == len(self.document.title):
                line = self._line(rows[-1], roles.TRICH_YEU, PARTIAL, "Đường kẻ dưới trích yếu", len(rows))
            lines.append({"chu": Markup(self.inlines.runs(inlines)), "ke": line})
        return lines

    def _subject(self) -> list[dict[str, Any]]:
        """V/v and trích yếu, broken by sense to the column of the number; without a line (mục II.5.b)."""
        inlines = tuple(
            i for n, line in enumerate(self.document.title) for i in ((Run(" "),) if n else ()) + line
        )
        if not plain_text(inlines).startswith("V/v"):
            inlines = (Run("V/v "), *inlines)
        inlines, _ = self._balanced(inlines, roles.TRICH_YEU_CONG_VAN, self.template.issuer_width_mm)
        return [{"chu": Markup(self.inlines.runs(inlines)), "ke": Markup("")}]

    def _appendices(self) -> tuple[list[dict[str, Any]], str]:
        """The appendices for the template, and the properties of the last section."""
        section = self.template.sections.main
        out = []
        break_style = self.template.styles[roles.SECTION_BREAK].id
        for appendix in self.document.appendices:
            turn = f'<w:p><w:pPr><w:pStyle w:val="{break_style}"/>{section.properties}</w:pPr></w:p>'
            section = self.template.sections.appendix(appendix.landscape)
            out.append(self._appendix(appendix, turn, section.text_width_mm))
        return out, section.properties

    def _rows(self, text: str, width_mm: float) -> int:
        """Over how many lines the (Kèm theo …) of an appendix runs."""
        if roles.KEM_THEO not in self.template.styles:
            return 1
        style = self.template.styles[roles.KEM_THEO]
        return len(vn.break_lines(text, width_mm, style.size_pt, style.bold))

    def _appendix(self, appendix: Appendix, turn: str, width: float) -> dict[str, Any]:
        attached = f"({appendix.attached_to})" if appendix.attached_to else ""
        return {
            "sang_trang": Markup(turn),
            "nhan": appendix.label,
            "tieu_de": [
                Markup(self.inlines.runs(self._balanced(line, roles.TEN_PHU_LUC, width)[0]))
                for line in appendix.title
            ],
            "ghi_chu": [Markup(self.inlines.runs(line)) for line in appendix.notes],
            "kem_theo": appendix.attached_to,
            "ke": self._line(
                attached, roles.KEM_THEO, PARTIAL / 2, "Đường kẻ dưới phụ lục", self._rows(attached, width)
            ),
            "noi_dung": Markup(self.body.write(appendix.blocks, width)),
        }


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """The text of `inlines` without footnotes."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Run))


def _broken(inlines: tuple[Inline, ...], rows: list[str]) -> tuple[Inline, ...]:
    """`inlines` with a line break where each of `rows` ends."""
    ends = []
    position = 0
    for row in rows[:-1]:
        position += len(row)
        ends.append(position)  # of the space that becomes a break
        position += 1
    out: list[Inline] = []
    start = 0
    for inline in inlines:
        if isinstance(inline, Footnote):
            out.append(inline)
            continue
        text = "".join("\n" if start + i in ends else c for i, c in enumerate(inline.text))
        out.append(Run(text, inline.bold, inline.italic, inline.link))
        start += len(inline.text)
    return tuple(out)
