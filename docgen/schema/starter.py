"""The data file `docgen new` writes: every field of a report type, explained, ready to fill in.

It is a draft that builds at once: what is not known yet stays empty.
"""

from __future__ import annotations

import textwrap

from docgen import vn
from docgen.schema.fields import GROUP, LIST, Field, walk
from docgen.schema.form import Form
from docgen.schema.report_type import ReportType
from docgen.schema.starter_facts import fact_lines, quoted
from docgen.schema.unit import Unit
from docgen.source import Scalar

WIDTH = 110
_PERIODS = {
    "quy": "quý I/{}",
    "6-thang": "6 tháng đầu năm {}",
    "9-thang": "9 tháng năm {}",
    "nam": "năm {}",
    "thang": "tháng 1/{}",
}
"""A period to start from: the first one the report type has."""

_SHOWN = ("trang_thai", "so", "ky_bao_cao")
"""Fields that are not required and stand there all the same."""


def starter(report_type: ReportType, unit: Unit, unit_path: str, year: int, schema_path: str = "") -> str:
    """The text of a data file for `report_type` and `unit`.

    `unit_path` is how the new file names the unit file, `schema_path` (or "") how it names its JSON Schema;
    `year` stands in the date and the period, or the last year of a unit that has ended.
    """
    if unit.valid_to is not None:
        year = min(year, unit.valid_to.year)
    values = {
        "loai": report_type.name,
        "don_vi": quoted(unit_path),
        "trang_thai": "du-thao",
        "ngay": f"../../{year}",
        "ky_bao_cao": _period(report_type, year),
        "trich_yeu": quoted(_title(report_type)),
        "nguoi_ky": next(iter(unit.signers), ""),
    }
    lines = [f"# yaml-language-server: $schema={schema_path}"] if schema_path else []
    lines += _comment(f"{report_type.title}. {report_type.help}".strip())
    lines += _comment("Tệp do docgen new viết; chữ sau dấu # là lời giải thích, xóa đi cũng được.")
    for name, one in report_type.fields.items():
        lines += ["", *_comment(_explained(one, unit if name == "nguoi_ky" else None))]
        if name in _BLOCKS:
            lines += _BLOCKS[name](report_type)
        elif one.required or name in _SHOWN:
            lines.append(f"{name}: {values.get(name) or _example(one)}".rstrip())
        else:
            lines += _optional(name, one)
    return "\n".join(lines) + "\n"


def _example(one: Field) -> str:
    return quoted(one.example.text) if isinstance(one.example, Scalar) else ""


def _explained(one: Field, unit: Unit | None) -> str:
    words = f"{one.title}. {one.help}" if one.title else one.help
    if unit is not None and len(unit.signers) > 1:
        words += f" Tệp đơn vị có: {', '.join(unit.signers)}."
    return words


def _period(report_type: ReportType, year: int) -> str:
    kinds = report_type.period_kinds
    return next((text.format(year) for kind, text in _PERIODS.items() if kind in kinds), "")


def _title(report_type: ReportType) -> str:
    """A trích yếu to start from: what the type is about, and the period where it has one."""
    about = report_type.title.removeprefix(report_type.type_name).strip() or "Nội dung báo cáo"
    about = about[:1].upper() + about[1:]
    return f"{about} {{{{ ky }}}}" if report_type.period_kinds else about


def _comment(words: str) -> list[str]:
    """`words` as comment lines."""
    return [f"# {line}" for line in textwrap.wrap(words, WIDTH - 2)]


def _optional(name: str, one: Field) -> list[str]:
    """A field that may be left out, as a comment that only needs its mark removed."""
    inner = one.item.children if one.item is not None else {}
    keys = [f"{key}: …" for key in inner]
    if one.kind == LIST:
        example = [f"  - {keys[0]}", *(f"    {key}" for key in keys[1:])] if keys else ["  - …"]
    elif one.kind == GROUP:
        example = ["  ten-tu-dat:", *(f"    {key}" for key in keys)]
    else:
        return [f"# {name}: …"]
    return [f"# {name}:", *(f"# {line}" for line in example)]


def _body(report_type: ReportType) -> list[str]:
    headings = [text for text, _ in report_type.outline] or ["Kết quả thực hiện", "Phương hướng, nhiệm vụ"]
    lines = ["noi_dung: |"]
    for heading in headings:
        lines += [f"  # {heading}", "", "  …", ""]
    if not report_type.type_name:
        return lines[:-1]
    # the decree wants a closing that points to the appendix (Phụ lục I, mục III.1) and ends in "./."
    appendix = "; số liệu chi tiết tại Phụ lục kèm theo" if _tables(report_type) else ""
    closing = f"Trên đây là {vn.lower_first(report_type.type_name)} của {{{{ don_vi.ten }}}}{appendix}./."
    return [*lines, "  ---", "", f"  {closing}"]


def _tables(report_type: ReportType) -> list[tuple[tuple[str, ...], Form]]:
    """The forms a report type carries, with the paths of their facts."""
    return [(path, one.form) for path, one in walk(report_type.facts) if one.form is not None]


def _appendices(report_type: ReportType) -> list[str]:
    tables = _tables(report_type)
    if not tables:
        return _optional("phu_luc", report_type.fields["phu_luc"])
    lines = ["phu_luc:", "  - tieu_de: Biểu số liệu", "    huong_giay: ngang", "    noi_dung: |"]
    for path, form in tables:
        lines += [f"      ## {form.title}", "", f"      {{{{ bang.{path[-1]} }}}}", ""]
    return lines[:-1]


_BLOCKS = {"so_lieu": fact_lines, "noi_dung": _body, "phu_luc": _appendices}
