"""Rules on số and ký hiệu (Mục II.3; abbreviations of types in Phụ lục III)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.lint.look import faults
from docgen.view.components.text import squeeze
from docgen.view.components.types import TYPES

_CODES = {code for code in TYPES.values() if code}
# Codes that are also common abbreviations of bodies (sở tài chính, cục thuế …), so no proof of a type.
_AMBIGUOUS = {"TC", "CT", "PC", "PG", "PB", "DA", "PA", "HĐ", "TB", "CĐ", "HD"}
_BLANK = r"[\s.…_]*"
_NUMBER = re.compile(
    rf"^(?P<label>\S+?)(?P<colon>\s*[:.;]?)\s*(?P<number>\d*{_BLANK}\d*{_BLANK})(?P<rest>(?:/|-).*)?$"
)


def _split(text: str) -> re.Match[str] | None:
    return _NUMBER.match(text)


def number_line(subject: Subject) -> Iterator[Finding]:
    head = subject.parts.head
    piece = head.so_ky_hieu
    if piece is None:
        if head.quoc_hieu is not None and subject.parts.title.loai not in (
            "THƯ CÔNG",
            "HỢP ĐỒNG",
            "GIẤY NGHỈ PHÉP",
        ):
            yield Finding(
                "thiếu số, ký hiệu của văn bản",
                head.dia_danh_ngay or head.quoc_hieu,
                "Ghi dạng “Số: 05/BC-UBND” dưới tên cơ quan ban hành",
            )
        return
    found = []
    match = _split(piece.text)
    if match is not None:
        if match.group("label") not in ("Số", "Số:"):
            found.append(f"ghi “{match.group('label')}”, quy định “Số”")
        if match.group("colon") != ":" and not match.group("label").endswith(":"):
            shown = match.group("colon").strip()
            found.append(
                "thừa dấu cách trước dấu hai chấm" if shown == ":" else "thiếu dấu hai chấm sau “Số”"
            )
        digits = match.group("number").strip()
        if re.fullmatch(r"[1-9]", digits):
            found.append(f"số {digits} phải ghi “0{digits}”")
        elif re.fullmatch(r"0+[1-9]\d+|00+\d", digits):
            found.append(f"số “{digits}” thừa số 0 phía trước")
    found += faults(piece, subject.limits.so_ky_hieu, bold=False, italic=False)
    if found:
        yield Finding(
            f"số của văn bản: {', '.join(found)}", piece, "Ghi dạng “Số: 05/BC-UBND”, cỡ 13, đứng, không đậm"
        )


def _symbol(text: str) -> tuple[str, str] | None:
    """(number as typed, ký hiệu as typed) of a line "Số: 15/BC-SNV"."""
    match = _split(squeeze(text))
    if match is None or not match.group("rest") or not match.group("rest").startswith("/"):
        return None
    return match.group("number"), match.group("rest")[1:]


def _spaces(raw: str) -> bool:
    """Whether the written ký hiệu has blanks around "/" or "-" (a blank draft number may)."""
    return bool(re.search(r"\d\s+/|/\s+\S|\S\s+-|-\s+\S", raw.split(":", 1)[-1].strip()))


def typed_symbol(subject: Subject) -> Iterator[Finding]:
    piece, loai = subject.parts.head.so_ky_hieu, subject.parts.title.loai
    if piece is None or subject.parts.is_cong_van or not loai:
        return
    parts = _symbol(piece.text)
    if parts is None:
        if re.match(r"^S\S+\s*:?\s*\d+\s*-", piece.text):
            yield Finding(f"số và ký hiệu “{piece.text}” phải cách nhau bằng dấu gạch chéo", piece)
        return
    yield from _common(piece, parts[1])
    code = re.split(r"[-–/\s]", parts[1].strip(), maxsplit=1)[0]
    wanted = TYPES[loai]
    if wanted and code and code != wanted and not re.fullmatch(r"(19|20)\d\d", code) and _wrong(code, wanted):
        yield Finding(f"ký hiệu “{code}” không khớp tên loại {loai}, quy định “{wanted}”", piece)
    elif code == wanted and "-" not in parts[1] and "–" not in parts[1]:
        yield Finding(f"ký hiệu “{parts[1]}” thiếu chữ viết tắt tên cơ quan sau “{wanted}-”", piece)


def _wrong(code: str, wanted: str) -> bool:
    """Whether a first group that is not the code asked for is surely meant as a type. Copies keep the
    series of copies (SY, SL, TrS); other groups may follow an agency's own list and count as wrong."""
    return code not in ("SY", "SL", "TrS") and any(c.isalpha() for c in code)


def _common(piece, symbol: str) -> Iterator[Finding]:
    found = []
    if _spaces(piece.text):
        found.append("có dấu cách quanh “/” hoặc “-”")
    if "–" in symbol or "—" in symbol:
        found.append("dùng gạch ngang dài thay cho gạch nối “-”")
    if re.match(r"\s*(19|20)\d\d\s*/", symbol):
        found.append("ghi năm trong số, ký hiệu")
    elif "/" in symbol:
        found.append("có hai dấu gạch chéo")
    if found:
        yield Finding(f"ký hiệu “{piece.text}”: {', '.join(found)}", piece)


def letter_symbol(subject: Subject) -> Iterator[Finding]:
    piece = subject.parts.head.so_ky_hieu
    if piece is None or not subject.parts.is_cong_van:
        return
    parts = _symbol(piece.text)
    if parts is None:
        return
    yield from _common(piece, parts[1])
    code = re.split(r"[-–/\s]", parts[1].strip(), maxsplit=1)[0]
    if code.upper() == "CV":
        yield Finding(
            "ký hiệu công văn không có “CV”", piece, "Ghi <cơ quan>-<đơn vị soạn thảo>, ví dụ “05/BNV-VP”"
        )
    elif code in _CODES - _AMBIGUOUS:
        yield Finding(
            f"ký hiệu công văn không bắt đầu bằng chữ viết tắt tên loại “{code}”",
            piece,
            "Ghi <cơ quan>-<đơn vị soạn thảo>, ví dụ “05/BNV-VP”",
        )
    elif re.fullmatch(r"[A-ZĐ]+", parts[1].strip()):
        yield Finding(
            f"ký hiệu công văn “{parts[1].strip()}” thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực",
            piece,
            severity=W,
        )


_II = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3"

RULES = (
    Rule(
        "SK-01",
        E,
        "Số của văn bản",
        "“Số:” và chữ số Ả Rập, dưới 10 thêm số 0; cỡ 13, đứng, không đậm",
        _II,
        number_line,
        "số 0, cỡ chữ, kiểu chữ",
    ),
    Rule(
        "SK-02",
        E,
        "Ký hiệu văn bản có tên loại",
        "<tên loại>-<cơ quan>, chữ viết tắt theo Phụ lục III, không dấu cách",
        _II + "; Phụ lục III",
        typed_symbol,
    ),
    Rule(
        "SK-03",
        E,
        "Ký hiệu công văn",
        "<cơ quan>-<đơn vị soạn thảo hoặc lĩnh vực>, không có “CV”",
        _II,
        letter_symbol,
    ),
)
