"""The data file `docgen new` writes: every field and table of a report type, explained, ready to fill in.

It is a draft that builds at once: what is not known yet stays empty.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator

from docgen.schema.fields import GROUP, LIST, TABLE, Field, walk
from docgen.schema.form import Form
from docgen.schema.kinds import KINDS
from docgen.schema.report_type import ReportType
from docgen.schema.unit import Unit

WIDTH = 110
_PERIODS = {
    "thang": "tháng 1/{}",
    "quy": "quý I/{}",
    "6-thang": "6 tháng đầu năm {}",
    "9-thang": "9 tháng năm {}",
}
_SAFE = re.compile(r"[^\W_][^:#\"'{}\[\]&*!|>%@`]*")


def starter(report_type: ReportType, unit: Unit, unit_path: str, year: int, schema_path: str = "") -> str:
    """The text of a data file for `report_type` and `unit`.

    `unit_path` is how the new file names the unit file, `schema_path` (or "") how it names its JSON Schema;
    `year` stands in the date and the period.
    """
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
        block = _BLOCKS.get(name)
        lines += ["", *_comment(_explained(one, unit if name == "nguoi_ky" else None))]
        if block is not None:
            lines += block(report_type, unit)
        elif one.required or name in _SHOWN:
            lines.append(f"{name}: {values.get(name, '')}".rstrip())
        else:
            lines += _optional(name, one)
    return "\n".join(lines) + "\n"


_SHOWN = ("trang_thai", "so", "ky_bao_cao")


def _explained(one: Field, unit: Unit | None) -> str:
    words = f"{one.title}. {one.help}" if one.title else one.help
    if unit is not None and len(unit.signers) > 1:
        words += f" Tệp đơn vị có: {', '.join(unit.signers)}."
    return words


def _period(report_type: ReportType, year: int) -> str:
    kind = next(iter(report_type.period_kinds), "")
    return _PERIODS.get(kind, "năm {}").format(year) if kind else ""


def _title(report_type: ReportType) -> str:
    """A trích yếu to start from: what the type is about, and the period where it has one."""
    about = report_type.title.removeprefix(report_type.type_name).strip() or "Nội dung báo cáo"
    about = about[:1].upper() + about[1:]
    return f"{about} {{{{ ky }}}}" if report_type.period_kinds else about


def _comment(words: str, indent: str = "") -> list[str]:
    """`words` as comment lines."""
    return [f"{indent}# {line}" for line in textwrap.wrap(words, WIDTH - len(indent) - 2)]


def _optional(name: str, one: Field) -> list[str]:
    """A field that may be left out, as a comment that only needs its mark removed."""
    example = {LIST: ["  - …"], GROUP: ["  …: …"]}.get(one.kind, [])
    if one.kind == LIST and one.item is not None and one.item.children:
        keys = [f"{key}: …" for key in one.item.children]
        example = [f"  - {keys[0]}", *(f"    {key}" for key in keys[1:])]
    elif one.kind == GROUP and one.item is not None and one.item.children:
        example = ["  ten-tu-dat:", *(f"    {key}: …" for key in one.item.children)]
    head = f"# {name}:" if example else f"# {name}: …"
    return [head, *(f"# {line}" for line in example)]


# --- facts -----------------------------------------------------------------------------------------


def _facts(report_type: ReportType, unit: Unit) -> list[str]:
    computed = {derived.path: derived.formula.text for derived in report_type.derived.values()}
    lines = ["so_lieu:", *_group(report_type.facts, (), computed)]
    hint = "Số liệu riêng, không có trong mẫu; trong nội dung gọi bằng {{ rieng.tên }}"
    lines += ["", *_comment(hint, "  "), "  # rieng:", "  #   so_hoi_nghi: 08"]
    return lines


def _group(
    fields: dict[str, Field], path: tuple[str, ...], computed: dict[tuple[str, ...], str]
) -> Iterator[str]:
    indent = "  " * (len(path) + 1)
    for name, one in fields.items():
        here = (*path, name)
        words = one.help or one.title
        if one.kind == TABLE and one.form is not None:
            yield ""
            yield from _comment(f"Biểu: {words or one.form.title}", indent)
            yield f"{indent}{name}:"
            yield from _row(one.form, indent + "  ")
        elif one.kind == GROUP and one.children:
            yield f"{indent}{name}:" + (f"  # {words}" if words else "")
            yield from _group(one.children, here, computed)
        elif here in computed:
            yield f"{indent}# {name}:  # {words + '; ' if words else ''}tự tính: {computed[here]}"
        else:
            yield f"{indent}{name}:  # {_fact_words(one, words)}"


def _fact_words(one: Field, words: str) -> str:
    kind = KINDS.get(one.kind)
    notes = [f"{kind.words}: {kind.example}" if kind and one.kind != "chu" else ""]
    notes.append("bắt buộc" if one.required else "")
    note = ", ".join(note for note in notes if note)
    return f"{words} ({note})" if words and note else words or note or "chữ"


def _row(form: Form, indent: str) -> Iterator[str]:
    """One empty row with every column; computed columns and running numbers only as comments."""
    mark = "- "
    for column in form.leaves:
        heading = " › ".join(form.path(column.code))
        if column.kind == "stt" or column.formula is not None:
            how = f"tự tính: {column.formula.text}" if column.formula else "tự đánh số"
            yield f"{indent}  # {column.code}:  # {heading}; {how}"
            continue
        note = "; bắt buộc" if column.required else ""
        yield f"{indent}{mark}{column.code}:  # {heading}{note}"
        mark = "  "


# --- prose -----------------------------------------------------------------------------------------


def _body(report_type: ReportType, unit: Unit) -> list[str]:
    headings = [text for text, _ in report_type.outline] or ["Kết quả thực hiện", "Phương hướng, nhiệm vụ"]
    lines = ["noi_dung: |"]
    for heading in headings:
        lines += [f"  # {heading}", "", "  …", ""]
    return lines[:-1]


def _appendices(report_type: ReportType, unit: Unit) -> list[str]:
    tables = [(path, one.form) for path, one in walk(report_type.facts) if one.form is not None]
    if not tables:
        return _optional("phu_luc", report_type.fields["phu_luc"])
    lines = ["phu_luc:", "  - tieu_de: Biểu số liệu", "    huong_giay: ngang", "    noi_dung: |"]
    for path, form in tables:
        lines += [f"      ## {form.title}", "", f"      {{{{ bang.{path[-1]} }}}}", ""]
    return lines[:-1]


def quoted(text: str) -> str:
    """`text` as a YAML value: as it is when that is safe, else in double quotes."""
    plain = _SAFE.fullmatch(text.replace("{{ ky }}", "ky")) and text == text.strip()
    return text if plain else json.dumps(text, ensure_ascii=False)


_BLOCKS = {"so_lieu": _facts, "noi_dung": _body, "phu_luc": _appendices}
