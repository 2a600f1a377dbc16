"""Rules on components not every document has (Mục III.2-III.4; copies in Phần II)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.lint.look import faults, inside, number, span
from docgen.view.components.text import letters
from docgen.view.model import paragraphs

_URGENCY = {"hoatoc": "HỎA TỐC", "thuongkhan": "THƯỢNG KHẨN", "khan": "KHẨN"}
_SECRECY = {"tuyetmat": "TUYỆT MẬT", "toimat": "TỐI MẬT", "mat": "MẬT"}
_CIRCULATION = {"xemxongtralai": "XEM XONG TRẢ LẠI", "luuhanhnoibo": "LƯU HÀNH NỘI BỘ"}
_COPIES = {"saoy": "SAO Y", "saoluc": "SAO LỤC", "trichsao": "TRÍCH SAO"}
_SIZE = (13.0, 14.0)


def urgency(subject: Subject) -> Iterator[Finding]:
    for piece in subject.parts.head.marks:
        plain = letters(piece.text)
        if plain in ("hoatochengio", "hoatochen"):
            yield Finding(f"mức độ khẩn “{piece.text}” không còn, chỉ có HỎA TỐC, THƯỢNG KHẨN, KHẨN", piece)
        elif plain in _URGENCY:
            found = faults(piece, _SIZE, bold=True, italic=False, caps=True)
            if found:
                yield Finding(f"dấu chỉ mức độ khẩn: {', '.join(found)}", piece)


def secrecy(subject: Subject) -> Iterator[Finding]:
    levels = [p for p in subject.parts.head.marks if letters(p.text) in _SECRECY]
    if len({letters(p.text) for p in levels}) > 1:
        yield Finding("văn bản có nhiều dấu chỉ độ mật", levels[0])


def _stamp(names: dict[str, str], words: str):
    def check(subject: Subject) -> Iterator[Finding]:
        for piece in subject.parts.head.marks:
            if letters(piece.text) in names:
                found = faults(piece, _SIZE, bold=True, italic=False, caps=True)
                if found:
                    yield Finding(f"{words}: {', '.join(found)}", piece)

    return check


def drafter(subject: Subject) -> Iterator[Finding]:
    for piece in subject.parts.foot.after_items:
        if re.fullmatch(r"[A-ZĐ]{1,6}\.?\s?\(?\d+\)?\.?", piece.text) and not inside(
            piece.size_pt, (11.0, 11.0), 0.05
        ):
            yield Finding(
                f"ký hiệu người soạn thảo “{piece.text}” cỡ chữ {number(piece.size_pt)}, quy định 11", piece
            )


def contact(subject: Subject) -> Iterator[Finding]:
    section = subject.view.sections[0]
    kind = "first" if section.first_page else "default"
    for name, band in section.footers.items():
        lines = [
            p
            for p in paragraphs(band.blocks)
            if re.search(r"(?i)e-?mail|website|điện thoại|đ\.?t:|fax", p.text)
        ]
        if not lines:
            continue
        if name != kind or (name == "default" and len(subject.view.paragraphs) > 60):
            yield Finding("địa chỉ, điện thoại của cơ quan chỉ ghi ở chân trang đầu", lines[0])
        sizes = {r.format.size_pt for p in lines for r in p.runs if r.text.strip()}
        for size in sorted(s for s in sizes if not inside(s, (11.0, 12.0), 0.05)):
            yield Finding(f"địa chỉ cơ quan cỡ chữ {number(size)}, quy định {span((11.0, 12.0))}", lines[0])
        return


_III = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản "

RULES = (
    Rule("MA-01", W, "Dấu chỉ độ mật", "một mức: TUYỆT MẬT, TỐI MẬT, MẬT", _III + "2", secrecy),
    Rule("KN-01", E, "Mức độ khẩn", "HỎA TỐC, THƯỢNG KHẨN, KHẨN; cỡ 13-14, đứng, đậm", _III + "2", urgency),
    Rule(
        "LH-01",
        E,
        "Phạm vi lưu hành",
        "in hoa, cỡ 13-14, đứng, đậm",
        _III + "2",
        _stamp(_CIRCULATION, "chỉ dẫn phạm vi lưu hành"),
    ),
    Rule("ST-01", E, "Ký hiệu người soạn thảo", "cỡ 11, đứng", _III + "3", drafter),
    Rule("DC-01", E, "Địa chỉ cơ quan", "chân trang đầu, cỡ 11-12", _III + "4", contact),
    Rule(
        "SA-01",
        E,
        "Hình thức sao",
        "in hoa, cỡ 13-14, đứng, đậm",
        "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II",
        _stamp(_COPIES, "hình thức sao"),
    ),
)
