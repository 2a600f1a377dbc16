"""Head and foot of a document from the unit, the report type and the data file."""

from __future__ import annotations

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


def symbol(report_type: ReportType, unit: Unit) -> str:
    """The symbol: type and issuing body, "BC-UBND" (mục II.3.b)."""
    return f"{report_type.type_symbol}-{unit.symbol}" if report_type.type_symbol else unit.symbol


def date_line(data: DataFile, unit: Unit) -> str:
    """Place and date: "An Lão, ngày 05 tháng 01 năm 2020" (mục II.4)."""
    return f"{unit.place}, {vn.ngay_dai(data.date)}" if data.date else f"{unit.place},"


def attached_to(data: DataFile, report_type: ReportType, unit: Unit) -> str:
    """What an appendix says it belongs to, without the brackets (mục III.1.c)."""
    day = f" {vn.ngay_dai(data.date)}" if data.date else ""
    # an office inside a body names itself without it in the head: "Văn phòng"; a sentence needs both
    issuer = unit.short_name if unit.level == "phong" else unit.name
    return (
        f"Kèm theo {report_type.type_name} số {number(data)}/{symbol(report_type, unit)}{day} của {issuer}"
    )


def signature(signer: Signer) -> Signature:
    """The lines of authority and position in capitals, and the name (mục II.7)."""
    lines = (*signer.authority, signer.position)
    return Signature(tuple(vn.upper(line) for line in lines if line), signer.name)
