"""Head and foot of a document from the unit, the report type and the data file."""

from __future__ import annotations

import re

from docgen import vn
from docgen.model import Signature
from docgen.schema import DataFile, ReportType, Signer, Unit

BLANK_NUMBER = " " * 8
"""Room for the number of a draft: "Số:         /BC-UBND"."""


def number(data: DataFile) -> str:
    """The number as it prints; below ten with a leading zero (Phụ lục I, mục II.3.a)."""
    if data.number is None:
        return BLANK_NUMBER
    return f"{data.number:02d}" if isinstance(data.number, int) else data.number


DRAFTER = "don_vi_soan_thao"
"""The field of a công văn that its symbol ends with; it prints nowhere else."""

COMPETENCE = "tham_quyen"
"""The line of competence of a quyết định; written by `competence` when it is not typed."""


def symbol(report_type: ReportType, unit: Unit, data: DataFile) -> str:
    """The symbol: type and issuing body, "BC-UBND"; of a công văn, which has no type, the issuing body
    and who drafted it or its field, "UBND-VX" (mục II.3.b)."""
    if report_type.type_symbol:
        return f"{report_type.type_symbol}-{unit.symbol}"
    drafter = "".join(node.text.strip() for node in data.fields.get(DRAFTER, ()))
    return f"{unit.symbol}-{drafter}" if drafter else unit.symbol


_ON_BEHALF = re.compile(r"^(?:KT|TL|TUQ)\.\s*(.+)$", re.IGNORECASE)
_ACTING = re.compile(r"^Q\.\s*", re.IGNORECASE)


def competence(signer: Signer, unit: Unit) -> str:
    """Who decides: the body when it is signed TM. (on its behalf), else the post of its head, "CHỦ TỊCH
    ỦY BAN NHÂN DÂN XÃ AN HÒA" (Phụ lục III, mẫu 1.2)."""
    if any(line.upper().startswith("TM.") for line in signer.authority):
        return vn.upper(unit.name)
    post = next((m[1] for line in signer.authority if (m := _ON_BEHALF.match(line))), signer.position)
    return vn.upper(f"{_ACTING.sub('', post)} {unit.name}")


def date_line(data: DataFile, unit: Unit) -> str:
    """Place and date: "An Lão, ngày 05 tháng 01 năm 2020" (mục II.4)."""
    return f"{unit.place}, {vn.ngay_dai(data.date)}" if data.date else f"{unit.place},"


def attached_to(data: DataFile, report_type: ReportType, unit: Unit) -> str:
    """What an appendix says it belongs to, without the brackets (mục III.1.c)."""
    day = f" {vn.ngay_dai(data.date)}" if data.date else ""
    # an office inside a body names itself without it in the head: "Văn phòng"; a sentence needs both
    issuer = unit.short_name if unit.level == "phong" else unit.name
    name = report_type.type_name or report_type.title  # a công văn prints no type, but is called one
    return f"Kèm theo {name} số {number(data)}/{symbol(report_type, unit, data)}{day} của {issuer}"


def signature(signer: Signer) -> Signature:
    """The lines of authority and position in capitals, and the name (mục II.7)."""
    lines = (*signer.authority, signer.position)
    return Signature(tuple(vn.upper(line) for line in lines if line), signer.name)
