"""Cerberus on a tree of nodes: every fault at its place, in Vietnamese, all at once.

This module and docgen.schema.words are all that touches Cerberus, which takes 30 ms to import; so they are
imported only when there may be something to find (docgen.schema.validate).

Rules are Cerberus' (`type`, `required`, `schema`, `allowed` …) with docgen's types. Text is checked by
the reader of its kind, so what passes here can be read later without a fault. Nothing is coerced,
renamed or purged: Cerberus drops errors of its own there (traps: coerce swallows every exception).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cerberus import Validator, errors
from cerberus.errors import ValidationError
from cerberus.schema import UnvalidatedSchema

from docgen.diagnostics import Diagnostic, did_you_mean, error, nearest
from docgen.schema.accept_text import OURS, Rules, regex_of
from docgen.schema.kinds import KINDS, is_less
from docgen.schema.places import key_place, place, unique
from docgen.schema.words import WORDS, listed
from docgen.source import Mapping, Node, Scalar, Sequence, find
from docgen.vn import VnError


def schema_of(fields: Rules) -> UnvalidatedSchema:
    """The rules of `fields` as Cerberus takes them, to be kept for many documents.

    Cerberus checks its own schemas at each construction, at ten times the cost of a document; the rules here
    come from tables or from docgen.schema.fields, which has checked them with places, so that is left out.
    """
    return UnvalidatedSchema(cerberus_rules(fields))


def faults_in(node: Mapping, fields: Rules, schema: UnvalidatedSchema) -> list[Diagnostic]:
    """What is wrong with `node` by the rules `fields`, of which `schema` was made. Raises nothing."""
    validator = Validator(schema)
    validator.validate(plain_of(node, {"type": "dict", "schema": fields}), normalize=False)
    faults = list(_flat(validator._errors))
    meant = {_meant(fault, fields) for fault in faults}
    return unique(
        _diagnostic(fault, node, fields)
        for fault in faults
        if fault.code != errors.REQUIRED_FIELD.code or tuple(fault.document_path) not in meant
    )


def plain_of(node: Node, rule: Rules) -> Any:
    """`node` as text, lists and dicts; what was left empty is left out. What `rule` does not describe (the
    rows of a form, a list where a group should be) is not looked into."""
    kind = rule.get("type", ())
    if isinstance(node, Scalar):
        text = node.text if node.text.strip() else ""  # white space is empty too
        return [text] if isinstance(kind, list) and text else text  # one value for a list of one
    inner, every = rule.get("schema", {}), rule.get("valuesrules", {})
    if isinstance(node, Sequence):
        return [None if one.is_null else plain_of(one, inner) for one in node] if "list" in kind else []
    if "dict" not in kind:
        return {}
    return {
        key: plain_of(value, inner.get(key, every)) for key, value in node.items.items() if not value.is_null
    }


def cerberus_rules(fields: Rules) -> dict[str, Any]:
    """The rules of `fields` in Cerberus' own terms."""
    return {name: cerberus_rule(rule) for name, rule in fields.items()}


def cerberus_rule(rule: Rules) -> dict[str, Any]:
    """One rule in Cerberus' own terms: our kinds become text with a check."""
    out = {key: value for key, value in rule.items() if key not in OURS}
    kind = out.get("type")
    if isinstance(kind, str) and kind in KINDS:
        out["type"] = "string"
        if kind != "chu":
            bounds: dict[str, Any] = {key: out.pop(key) for key in ("min", "max", "allowed") if key in out}
            out["check_with"] = _check(kind, bounds)
    elif isinstance(kind, (list, tuple)):
        out["type"] = [one if one in ("dict", "list") else "string" for one in kind]
    if "regex" in out:
        out["regex"] = regex_of(out["regex"])
    for key in ("keysrules", "valuesrules"):
        if key in out:
            out[key] = cerberus_rule(out[key])
    if "schema" in out:
        inner = out["schema"]
        out["schema"] = (
            cerberus_rule(inner) if kind == "list" or _is_rule(inner, kind) else cerberus_rules(inner)
        )
    if out.get("required") and out["type" if "type" in out else "required"] == "string":
        out.setdefault("empty", False)
    return out


def _is_rule(inner: Rules, kind: Any) -> bool:
    return (
        isinstance(kind, (list, tuple))
        and "list" in kind
        and isinstance(inner.get("type"), (str, list, tuple))
    )


def _check(kind: str, bounds: Rules) -> Any:
    """A Cerberus check: text of `kind`, between `min` and `max`, one of `allowed`."""
    reader = KINDS[kind]

    def check(field: str, text: str | None, report: Any) -> None:
        if text is None or not text.strip():
            return  # what is empty is not of a wrong kind; whether it may be empty other rules say
        try:
            value = reader.read(text)
        except VnError as fault:
            report(field, _Sentence(fault.message, fault.hint or f"Viết như: {reader.example}"))
            return
        low, high = bounds.get("min"), bounds.get("max")
        if low is not None and is_less(value, reader.read(str(low))):
            report(field, _Sentence(f"“{text.strip()}” nhỏ hơn {low}", f"Giá trị phải từ {low} trở lên"))
        elif high is not None and is_less(reader.read(str(high)), value):
            report(field, _Sentence(f"“{text.strip()}” lớn hơn {high}", f"Giá trị không được quá {high}"))
        elif (allowed := bounds.get("allowed")) and value not in [reader.read(str(one)) for one in allowed]:
            report(field, _Sentence(f"không nhận “{text.strip()}”", f"Ghi một trong: {listed(allowed)}"))

    return check


class _Sentence(str):
    """A message of our own that carries its hint through Cerberus."""

    hint: str

    def __new__(cls, message: str, hint: str) -> _Sentence:
        self = super().__new__(cls, message)
        self.hint = hint
        return self


def _flat(faults: Iterable[ValidationError]) -> Iterable[ValidationError]:
    """All single faults in the trees Cerberus makes of them, in the order of the document's rules."""
    for fault in faults:
        if fault.is_group_error and not fault.is_logic_error:
            yield from _flat(fault.child_errors)
        else:
            yield fault


def _meant(fault: ValidationError, fields: Rules) -> tuple[str | int, ...]:
    """The path an unknown field was probably meant to have; () for other faults. What was meant is not
    missing besides."""
    if fault.code != errors.UNKNOWN_FIELD.code:
        return ()
    *above, name = fault.document_path
    near = nearest(str(name), known_fields(fields, tuple(above)))
    return (*above, near) if near else tuple(above)


def _diagnostic(fault: ValidationError, root: Mapping, fields: Rules) -> Diagnostic:
    code, sentence = WORDS[fault.code]
    path = tuple(fault.document_path)
    name = dotted(path)
    message = sentence(name, fault.constraint, fault.value, fault.info)
    location = place(root, path)
    hint = getattr(fault.info[0], "hint", "") if fault.info else ""
    if fault.code == errors.UNKNOWN_FIELD.code:
        known = known_fields(fields, path[:-1])
        location = key_place(root, path)
        near = did_you_mean(str(path[-1]), known)
        message += near
        if near:
            hint = ""
        elif path[0] == "so_lieu" and len(path) == 2:
            hint = "Số liệu không có trong mẫu thì ghi dưới so_lieu.rieng"
        else:
            hint = f"Các trường dùng được: {', '.join(known)}" if known else ""
    elif fault.code == errors.REQUIRED_FIELD.code:
        location = key_place(root, path)
        empty = find(root, path) is not None
        label = _label(fields, path)
        message = (f"“{name}” để trống" if empty else message) + (f" ({label})" if label else "")
        hint = "Ghi giá trị sau dấu hai chấm" if empty else f"Thêm dòng “{path[-1]}: …” vào đây"
    elif fault.code in (errors.UNALLOWED_VALUE.code, errors.UNALLOWED_VALUES.code):
        message += did_you_mean(str(fault.value), fault.constraint)
        hint = f"Ghi một trong: {listed(fault.constraint)}"
    return error(code, message, location, hint=hint)


def dotted(path: Iterable[str | int]) -> str:
    """`path` as it is written in messages: names with dots, items of lists counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def known_fields(fields: Rules, path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The names allowed in the mapping at `path`."""
    rule = _rule_at(fields, path)
    return tuple(rule.get("schema", ())) if rule.get("type", "dict") == "dict" else ()


def _label(fields: Rules, path: tuple[str | int, ...]) -> str:
    return str(_rule_at(fields, path).get("ten", ""))


def _rule_at(fields: Rules, path: tuple[str | int, ...]) -> Rules:
    """The rule for what stands at `path`; {} when there is none."""
    rule: Rules = {"schema": fields}
    for step in path:
        if isinstance(step, int):
            rule = rule.get("schema", {})
        else:
            rule = rule["valuesrules"] if "valuesrules" in rule else rule.get("schema", {}).get(step, {})
    return rule
