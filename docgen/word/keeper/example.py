"""An example document for a preview of a template and for trial builds: every block, made up data."""

from __future__ import annotations

from docgen import vn
from docgen.model import (
    Appendix,
    Cell,
    Document,
    Footnote,
    Heading,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Signature,
    Table,
)
from docgen.values import Struct


class _Office(Struct, frozen=True):
    name: str
    parent: tuple[str, ...]
    symbol: str
    place: str
    authority: tuple[str, ...]
    year: int = 2026


OFFICES = {
    "tinh": _Office(
        "Ủy ban nhân dân tỉnh Gia Lai", (), "UBND", "Gia Lai", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    ),
    "so": _Office("Sở Nội vụ", ("UBND tỉnh Gia Lai",), "SNV", "Gia Lai", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    "huyen": _Office(
        "Ủy ban nhân dân huyện An Lão", (), "UBND", "An Lão", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), 2024
    ),
    "phong": _Office("Phòng Văn hóa - Xã hội", ("UBND xã An Hòa",), "VHXH", "An Hòa", ("TRƯỞNG PHÒNG",)),
    "xa": _Office(
        "Ủy ban nhân dân xã An Hòa",
        (),
        "UBND",
        "An Hòa",
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ),
}
"""An office of each level, as it may sign."""


def example(
    level: str, type_: str, type_name: str, symbol: str, fields: dict[str, str | tuple[str, ...]], period: str = "",
    addressed: bool = True, numbers: tuple[str, ...] = ("I.", "1."),
) -> Document:  # fmt: skip
    """A document of `type_` at `level` with the texts `fields`; `period` goes into its title, `addressed`
    gives it Kính gửi, `numbers` are those of its two headings."""
    office = OFFICES[level]
    number = f"{symbol}-{office.symbol}" if symbol else f"{office.symbol}-VP"
    date = f"ngày 18 tháng 12 năm {office.year}"
    title = f"Kết quả thực hiện nhiệm vụ {period}".strip()
    decides = next((line for line in office.authority if line.startswith("TM.")), "")
    if "tham_quyen" in fields:
        fields = {
            **fields,
            "tham_quyen": vn.upper(office.name) if decides else vn.upper(f"{_head(office)} {office.name}"),
        }
    return Document(
        doc_type=type_,
        level=level,
        parent=office.parent,
        issuer=office.name,
        number="05",
        symbol=number,
        date_line=f"{office.place}, {date}",
        type_name=type_name,
        title=((Run(title),),),
        addressees=("Ủy ban nhân dân cấp trên trực tiếp",) if addressed else (),
        body=_body(numbers),
        appendices=(
            Appendix(
                "Phụ lục",
                ((Run("Số liệu kèm theo"),),),
                (),
                f"Kèm theo {type_name or 'Công văn'} số 05/{number} {date} của {office.name}",
                (_table(),),
            ),
        ),
        recipients=(
            *((f"Như {numbers[0].rstrip('.')}",) if numbers[0].startswith("Điều") else ()),
            "Các cơ quan liên quan",
        ),
        archive="VT",
        signature=Signature(office.authority, "Nguyễn Văn A"),
        fields=tuple(fields.items()),
    )


def _head(office: _Office) -> str:
    return office.authority[0].removeprefix("KT. ")


def _body(numbers: tuple[str, ...]) -> tuple[Heading | Paragraph | Table, ...]:
    note = Footnote((Paragraph((Run("Theo sổ theo dõi của đơn vị."),)),))
    return (
        Paragraph(
            (Run("Đơn vị báo cáo kết quả như sau (số liệu tại Phụ lục kèm theo):"),), ParagraphKind.OPENING
        ),
        Heading(1, numbers[0], (Run("Kết quả thực hiện"),)),
        Heading(2, numbers[1], (Run("Công tác chỉ đạo"),)),
        Paragraph((Run("Đã ban hành "), Run("kế hoạch", bold=True), Run(" thực hiện"), note, Run("."))),
        Paragraph((Run("- Nội dung thứ nhất;"),), ParagraphKind.DASH),
        Paragraph((Run("+ Nội dung chi tiết."),), ParagraphKind.PLUS),
        _table(),
        Paragraph((Run("Trên đây là kết quả thực hiện của đơn vị./."),), ParagraphKind.CLOSING),
    )


def _table() -> Table:
    def row(kind: RowKind, *texts: str) -> Row:
        return Row(kind, tuple(Cell(((Run(text),),)) for text in texts))

    return Table(
        (1, 4, 2),
        (
            row(RowKind.HEADER, "TT", "Nội dung", "Số lượng"),
            row(RowKind.BODY, "1", "Hồ sơ tiếp nhận", "120"),
            row(RowKind.TOTAL, "", "Tổng số", "120"),
        ),
    )
