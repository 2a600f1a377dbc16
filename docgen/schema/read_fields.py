"""Reading `truong` and `so_lieu` of a schema file: the rules of each field, every fault at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.diagnostics import Diagnostic, Location, did_you_mean, error
from docgen.schema.fields import GROUP, LIST, TABLE, Field
from docgen.schema.kinds import KINDS, SYNONYMS
from docgen.schema.names import check_name
from docgen.source import Mapping, Node, Scalar, Sequence
from docgen.vn import VnError

# How the value of each rule is read from text. Cerberus' own rules; `bieu`, `mo_ta`, `ten`, `vi_du` are ours.
RULES: dict[str, str] = {
    "type": "kind",
    "schema": "schema",
    "required": "flag",
    "nullable": "flag",
    "empty": "flag",
    "min": "bound",
    "max": "bound",
    "minlength": "count",
    "maxlength": "count",
    "allowed": "texts",
    "forbidden": "texts",
    "regex": "text",
    "dependencies": "texts",
    "excludes": "texts",
    "contains": "texts",
    "allow_unknown": "flag",
    "valuesrules": "schema",
    "default": "text",
    "meta": "any",
    "bieu": "text",
    "mo_ta": "text",
    "ten": "text",
    "vi_du": "any",
}
_NOT_CERBERUS = frozenset(
    {
        "vi_du",
        "type",
        "required",
        "schema",
        "valuesrules",
        "default",
        "meta",
        "nullable",
        "bieu",
        "mo_ta",
        "ten",
    }
)


def read_fields(
    node: Node | None, faults: list[Diagnostic], reserved: frozenset[str] = frozenset()
) -> dict[str, Field]:
    """The fields described in the mapping `node` of a schema file; faults are added to `faults`."""
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        faults.append(error("luoc-do-kieu", "phải là một nhóm “tên: {type: …}”", node.location))
        return {}
    out = {}
    for name, rule in node.items.items():
        place = node.key_location(name)
        faults.extend(check_name(name, "số liệu", place, reserved))
        one = read_field(name, rule, place, faults)
        if one is not None:
            out[name] = one
    return out


def read_field(name: str, node: Node, place: Location, faults: list[Diagnostic]) -> Field | None:
    """The field called `name` with the rules in `node`; None when it is no field at all."""
    if not isinstance(node, Mapping):
        message = f"“{name}” phải có dạng {{type: …}} hoặc {{bieu: …}}"
        faults.append(error("luoc-do-kieu", message, place))
        return None
    known = dict(_values(node, faults))
    kind = _kind(name, node, known, place, faults)
    schema, values = node.get("schema"), node.get("valuesrules")
    children: dict[str, Field] = {}
    item = None
    if kind == GROUP and values is not None:
        item = read_field("mục", values, values.location, faults)
    elif kind == LIST and schema is not None:
        item = read_field("mục", schema, schema.location, faults)
    elif kind == GROUP:
        children = read_fields(schema, faults)
    elif schema is not None:
        faults.append(error("luoc-do-kieu", f"“{name}” kiểu {kind} không có schema", schema.location))
    made = Field(
        name=name,
        kind=kind,
        location=place,
        required=known.get("required", False),
        children=children,
        item=item,
        form_name=known.get("bieu", ""),
        default=known.get("default"),
        title=known.get("ten", ""),
        example=known.get("vi_du"),
        help=" ".join(known.get("mo_ta", "").split()),
        constraints={key: value for key, value in known.items() if key not in _NOT_CERBERUS},
        scalar_too=_also_scalar(node.get("type")),
    )
    faults.extend(_bad_bounds(made))
    return made


def _kind(name: str, node: Mapping, known: dict[str, Any], place: Location, faults: list[Diagnostic]) -> str:
    if "bieu" in known:
        if "type" in known or "schema" in known:
            faults.append(error("luoc-do-kieu", f"“{name}” đã có bieu thì không ghi type hay schema", place))
        return TABLE
    if "type" not in known:
        if "schema" in known:
            return GROUP
        if "type" not in node:  # else its fault has been reported
            hint = f"Thêm type: {', '.join((*KINDS, GROUP, LIST))}; hoặc bieu: tên biểu"
            faults.append(error("luoc-do-kieu", f"“{name}” thiếu type", place, hint=hint))
        return "chu"
    return str(known["type"])


def _also_scalar(node: Node | None) -> bool:
    """Whether `type: [list, chu]` allows one value in place of a list."""
    return isinstance(node, Sequence) and len(node) > 1


def _values(node: Mapping, faults: list[Diagnostic]) -> Iterator[tuple[str, Any]]:
    """Each rule of a field with its value, read by the table RULES."""
    for key in node:
        value = node.get(key)
        if key not in RULES:
            near = did_you_mean(key, RULES)
            hint = "" if near else f"Các quy tắc dùng được: {', '.join(RULES)}"
            faults.append(
                error("luoc-do-la", f"không có quy tắc “{key}”{near}", node.key_location(key), hint=hint)
            )
        elif value is not None:
            try:
                yield key, _READERS[RULES[key]](value)
            except VnError as fault:
                faults.append(
                    error("luoc-do-kieu", f"“{key}”: {fault.message}", value.location, hint=fault.hint)
                )


def _text(node: Node) -> str:
    if not isinstance(node, Scalar):
        raise VnError("phải là một giá trị")
    return node.text.strip()


def _texts(node: Node) -> list[str]:
    return [_text(item) for item in node] if isinstance(node, Sequence) else [_text(node)]


def _bound(node: Node) -> str:
    """A bound as a clerk would type it; keepers of schemas also write 0.5."""
    text = _text(node)
    return text.replace(".", ",") if re.fullmatch(r"-?[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})", text) else text


def _count(node: Node) -> int:
    return int(KINDS["dem"].read(_text(node)))


def _kind_name(node: Node) -> str:
    """The type named at `node`; of a list such as [list, chu] the first."""
    names = _texts(node)
    for name in names:
        if name not in KINDS and name not in (GROUP, LIST) and name not in SYNONYMS:
            near = did_you_mean(name, (*KINDS, GROUP, LIST, *SYNONYMS))
            raise VnError(f"không có kiểu “{name}”{near}", f"Các kiểu: {', '.join((*KINDS, GROUP, LIST))}")
    if not names:
        raise VnError("kiểu để trống")
    return SYNONYMS.get(names[0], names[0])


_READERS: dict[str, Any] = {
    "kind": _kind_name,
    "schema": lambda node: node,
    "flag": lambda node: KINDS["co_khong"].read(_text(node)),
    "text": _text,
    "bound": _bound,
    "texts": _texts,
    "count": _count,
    "any": lambda node: node,
}


def _bad_bounds(made: Field) -> Iterator[Diagnostic]:
    """Faults of min, max, allowed, default and regex that do not fit the field's kind."""
    bounds = [key for key in ("min", "max") if key in made.constraints]
    if bounds and (made.kind not in KINDS or made.kind in ("chu", "co_khong", "so_van_ban", "ky")):
        message = f"“{made.name}”: {', '.join(bounds)} chỉ dùng cho số và ngày"
        yield error("luoc-do-kieu", message, made.location, hint="Với chữ và danh sách: minlength, maxlength")
        return
    try:
        re.compile(made.constraints.get("regex", ""))
    except re.error:
        yield error("luoc-do-kieu", f"“{made.name}”: regex không đúng cú pháp", made.location)
    values = [
        *(made.constraints[key] for key in bounds),
        *([made.default] if made.default is not None else []),
    ]
    for value in [*values, *made.constraints.get("allowed", ())] if made.kind in KINDS else ():
        try:
            KINDS[made.kind].read(value)
        except VnError as fault:
            yield error("luoc-do-kieu", f"“{made.name}”: {fault.message}", made.location, hint=fault.hint)
