"""JSON Schema of a report type, so that the YAML extension of an editor completes keys, shows help and
marks errors while a clerk types.

Draft 7, which yaml-language-server reads. An editor reads YAML by the rules of YAML 1.2 before it looks at
the schema: `5.305` is a number there and `08` too, so a figure may be a number or a text of the right form;
docgen itself reads both as typed.
"""

from __future__ import annotations

from typing import Any

from docgen.schema.fields import GROUP, LIST, TABLE, Field
from docgen.schema.form import Column, Form
from docgen.schema.kinds import KINDS
from docgen.schema.report_type import ReportType
from docgen.schema.unit import UNIT_FIELDS

Schema = dict[str, Any]

DRAFT7 = "http://json-schema.org/draft-07/schema#"
_NUMBER = r"[+\-−–]?(?:[0-9]+|[0-9]{1,3}(?:[. ][0-9]{3})+)(?:,[0-9]+)?"
_BLANK = r"|[\-–—−]?"
_PLACEHOLDER = r"|\s*\{\{.*\}\}\s*"

# What an editor takes for a value of each kind: its JSON types, and the form of the text.
_KINDS: dict[str, tuple[tuple[str, ...], str]] = {
    "dem": (("integer", "number", "string"), rf"^\s*{_NUMBER}\s*$"),
    "so": (("number", "string"), rf"^\s*{_NUMBER}\s*$"),
    "ty_le": (("number", "string"), rf"^\s*{_NUMBER}\s*(?:%|phần trăm)?\s*$"),
    "tien": (("number", "string"), r"^[0-9+\-−].*$"),
    "ngay": (("string",), r"^.*[0-9]{4}.*$"),
    "ky": (("integer", "string"), r"^.*[0-9]{4}\s*$"),
    "so_van_ban": (("integer", "string"), r"^\s*[0-9]{1,6}[a-zđ]?\s*$"),
    "co_khong": (("boolean", "string"), r"^(?:[Cc]ó|[Kk]hông|yes|no|true|false)$"),
    "chu": (("string", "number", "boolean"), ""),
}


def json_schema(report_type: ReportType) -> Schema:
    """The JSON Schema of data files of `report_type`, with Vietnamese titles and descriptions."""
    fields = dict(report_type.fields)
    properties = {name: _field(one) for name, one in fields.items()}
    properties["loai"] = {**properties.get("loai", {}), "const": report_type.name}
    facts = {name: _field(one) for name, one in report_type.facts.items()}
    for code, derived in report_type.derived.items():
        _note(facts, derived.path, f"Tự tính: {code} = {derived.formula.text}. Gõ vào thì được kiểm tra.")
    own = {"title": "Số liệu riêng", "description": "Số liệu không có trong mẫu; gọi bằng {{ rieng.tên }}."}
    facts["rieng"] = {**own, "type": ["object", "null"]}
    described = properties.get("so_lieu", {})
    properties["so_lieu"] = {**described, **_object(facts)}
    final = _required(fields) | ({"ky_bao_cao"} if report_type.period_kinds else set())
    return {
        "$schema": DRAFT7,
        "title": report_type.title,
        "description": report_type.help or f"Tệp dữ liệu của loại “{report_type.name}”",
        **_object(properties),
        "required": sorted(final),
        "if": _is_draft(),
        "else": {"properties": {"so_lieu": _required_inside(report_type.facts)}},
    }


def unit_schema() -> Schema:
    """The JSON Schema of unit files."""
    properties = {name: _rule(rule) for name, rule in UNIT_FIELDS.items()}
    required = sorted(name for name, rule in UNIT_FIELDS.items() if rule.get("required"))
    return {
        "$schema": DRAFT7,
        "title": "Đơn vị",
        "description": "Những gì không đổi giữa các báo cáo của một đơn vị",
        **_object(properties),
        "required": required,
    }


def _object(properties: Schema) -> Schema:
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _is_draft() -> Schema:
    return {"properties": {"trang_thai": {"const": "du-thao"}}, "required": ["trang_thai"]}


def _required(fields: dict[str, Field]) -> set[str]:
    return {name for name, one in fields.items() if one.required}


def _required_inside(fields: dict[str, Field]) -> Schema:
    """What must be there once a report is no draft, at every depth."""
    inner = {name: found for name, one in fields.items() if (found := _required_inside(one.children))}
    needed = sorted(_required(fields))
    out: Schema = {}
    if needed:
        out["required"] = needed
    if inner:
        out["properties"] = inner
    return out


def _field(one: Field) -> Schema:
    """The schema of one field with its title and help."""
    out: Schema = {}
    if one.title:
        out["title"] = one.title
    words = [one.help or one.title]
    if one.kind == TABLE and one.form is not None:
        out["title"] = one.title or one.form.title
        words = [one.help or one.form.help or f"Biểu: {one.form.title}."]
        out |= _table(one.form)
    elif one.kind == GROUP:
        out |= _object({name: _field(child) for name, child in one.children.items()})
        if not one.children:
            out["additionalProperties"] = _field(one.item) if one.item is not None else True
    elif one.kind == LIST:
        out |= _list(_field(one.item) if one.item is not None else {}, one.scalar_too)
    else:
        out |= _value(one.kind, one.constraints.get("allowed"))
        words.append(_example(one.kind))
    description = " ".join(word for word in words if word)
    return {**out, "description": description} if description else out


def _example(kind: str) -> str:
    return "" if kind == "chu" else f"({KINDS[kind].words}: {KINDS[kind].example})"


def _value(kind: str, allowed: Any = None, blank: bool = False) -> Schema:
    """A single value of `kind`; a `blank` one may be a dash, and hold `{{ … }}`."""
    if allowed:
        return {"enum": [*allowed, None]}
    types, pattern = _KINDS[kind]
    out: Schema = {"type": [*types, "null"]}
    if pattern:
        inner = pattern.removeprefix("^").removesuffix("$")
        out["pattern"] = f"^(?:{inner}{_BLANK}{_PLACEHOLDER})$" if blank else f"^(?:{inner}|)$"
    return out


def _list(items: Schema, scalar_too: bool) -> Schema:
    types = ["array", "null", *(("string", "number") if scalar_too else ())]
    return {"type": types, "items": items}


def _table(form: Form) -> Schema:
    """Rows, or {dong, tong}, or the text of a reference to a workbook (`!bang`)."""
    columns = {column.code: _column(form, column) for column in form.leaves}
    row = {
        "type": ["object", "array"],
        "properties": {
            **columns,
            "nhom": {
                "type": "string",
                "description": "Dòng chữ đậm chạy ngang cả biểu; không có ô nào khác.",
            },
            "dam": {"type": "boolean", "description": "Ghi true để in đậm cả dòng."},
        },
        "additionalProperties": False,
    }
    rows = {"type": ["array", "string", "null"], "items": row}
    totals = {**_object(columns), "description": "Dòng tổng gõ tay; ô nào bỏ trống thì tự cộng."}
    return {
        "type": ["array", "object", "string", "null"],
        "items": row,
        "properties": {"dong": {**rows, "description": "Các dòng của biểu."}, "tong": totals},
        "additionalProperties": False,
    }


def _column(form: Form, column: Column) -> Schema:
    heading = " › ".join(form.path(column.code))
    words = [column.help]
    if column.formula is not None:
        words.append(f"Tự tính: {column.formula.text}; gõ vào thì được kiểm tra.")
    if column.required:
        words.append("Bắt buộc.")
    kind = "chu" if column.kind == "stt" else column.kind
    words.append("Tự đánh số nếu bỏ trống." if column.kind == "stt" else _example(kind))
    out = {"title": heading, **_value(kind, blank=kind != "chu")}
    description = " ".join(word for word in words if word)
    return {**out, "description": f"{heading}. {description}".strip()}


def _note(facts: Schema, path: tuple[str, ...], note: str) -> None:
    """Adds a note to the description of the fact at `path`."""
    level: Schema = {"properties": facts}
    for step in path:
        level = level["properties"][step]
    level["description"] = f"{level.get('description', '')} {note}".strip()


def _rule(rule: dict[str, Any]) -> Schema:
    """The schema of a rule written as a table of this package (unit files)."""
    kind = rule["type"]
    out: Schema = {"title": rule["ten"], "description": rule["mo_ta"]} if "ten" in rule else {}
    if isinstance(kind, list):
        return {**out, **_list(_rule(rule["schema"]), scalar_too=True)}
    if kind == LIST:
        return {**out, **_list(_rule(rule["schema"]), scalar_too=False)}
    if kind == GROUP and "valuesrules" in rule:
        return {**out, "type": ["object", "null"], "additionalProperties": _rule(rule["valuesrules"])}
    if kind == GROUP:
        return {**out, **_object({name: _rule(inner) for name, inner in rule["schema"].items()})}
    return {**out, **_value(kind, rule.get("allowed"))}
