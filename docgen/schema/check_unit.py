"""A document against its unit: did the unit exist on that day, and might its signer sign it then?"""

from __future__ import annotations

from collections.abc import Iterator

from docgen import vn
from docgen.diagnostics import Diagnostic, error
from docgen.schema.days import earliest, latest
from docgen.schema.document import DataFile
from docgen.schema.report_type import ReportType
from docgen.schema.unit import Signer, Span, Unit

_DELEGATION = "Nghị định 30/2020/NĐ-CP, Điều 13"


def check_unit(data: DataFile, report_type: ReportType, unit: Unit) -> Iterator[Diagnostic]:
    """The faults of a document whose unit did not exist on its date, or whose signer had no authority."""
    if data.date is not None:
        yield from _existence(data, unit, data.date)
        if data.signer is not None:
            yield from _term(data, data.signer, data.date)
    if data.signer is not None:
        yield from _delegation(data, report_type, data.signer)


def _existence(data: DataFile, unit: Unit, date: vn.PartialDate) -> Iterator[Diagnostic]:
    clause = (
        "Luật Tổ chức chính quyền địa phương 2025 (72/2025/QH15)" if unit.level in ("huyen", "phong") else ""
    )
    if unit.valid_to is not None and earliest(date) > unit.valid_to:
        message = f"{unit.name} kết thúc hoạt động ngày {vn.ngay(unit.valid_to)}, văn bản ghi ngày {date}"
        after = f" ({unit.replaced_by})" if unit.replaced_by else ""
        hint = f"Kiểm tra ngày của văn bản, hoặc dùng tệp của đơn vị mới{after}"
        yield error("don-vi-het-hieu-luc", message, data.place("ngay"), hint=hint, clause=clause)
    if unit.valid_from is not None and latest(date) < unit.valid_from:
        message = f"{unit.name} hoạt động từ ngày {vn.ngay(unit.valid_from)}, văn bản ghi ngày {date}"
        before = (
            f"; trước đó dùng tệp của đơn vị cũ: {', '.join(unit.merged_from)}" if unit.merged_from else ""
        )
        yield error(
            "don-vi-chua-hieu-luc", message, data.place("ngay"), hint=f"Kiểm tra ngày của văn bản{before}"
        )


def _term(data: DataFile, signer: Signer, date: vn.PartialDate) -> Iterator[Diagnostic]:
    if _outside(signer.term, date):
        who, span = signer.name or signer.position, _words(signer.term)
        message = f"{who} giữ chức vụ {signer.position} {span}, văn bản ghi ngày {date}"
        yield error(
            "nguoi-ky-het-han", message, data.place("nguoi_ky"), hint="Chọn người giữ chức vụ vào ngày ấy"
        )


def _delegation(data: DataFile, report_type: ReportType, signer: Signer) -> Iterator[Diagnostic]:
    limits = signer.delegation
    if limits is None:
        return
    source = f" theo {limits.document}" if limits.document else ""
    place = data.place("nguoi_ky")
    if data.date is not None and _outside(limits.span, data.date):
        message = (
            f"{signer.position} được ủy quyền{source} {_words(limits.span)}, văn bản ghi ngày {data.date}"
        )
        yield error(
            "uy-quyen-het-han",
            message,
            place,
            hint="Chọn người ký khác, hoặc bổ sung văn bản ủy quyền",
            clause=_DELEGATION,
        )
    if limits.types and not set(limits.types) & set(report_type.parents):
        message = f"{signer.position} được ủy quyền{source} không ký loại “{report_type.name}”"
        hint = f"Các loại được ký: {', '.join(limits.types)}"
        yield error("uy-quyen-ngoai-pham-vi", message, place, hint=hint, clause=_DELEGATION)


def _outside(span: Span, date: vn.PartialDate) -> bool:
    first, last = span
    return (first is not None and latest(date) < first) or (last is not None and earliest(date) > last)


def _words(span: Span) -> str:
    first, last = span
    parts = [f"từ ngày {vn.ngay(first)}"] if first else []
    return " ".join([*parts, f"đến ngày {vn.ngay(last)}"] if last else parts)
