"""Whether a mapping is certainly faultless by its rules, found out without Cerberus.

Most documents are faultless, and Cerberus takes a tenth of a build to say so. The rules are made into plain
functions once; each answers True only when Cerberus would find nothing. A rule that is not known here, and a
value that is not certainly right, gives False: then docgen.schema.explain asks Cerberus. Nothing is said here
about what is wrong, so every finding is Cerberus' own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.schema.accept_text import ANY, SIZED, Rules, is_sound, seen, size_check, text_check
from docgen.schema.kinds import KINDS
from docgen.source import Mapping, Node, Scalar, Sequence

Accepts = Callable[[Node], bool]
"""Whether a node that is not null is certainly faultless."""

_LIST = SIZED | {"schema", "allowed"}
_GROUP = SIZED | {"schema", "allow_unknown"}
_NAMED = SIZED | {"valuesrules", "allow_unknown"}


def acceptor(fields: Rules) -> Callable[[Mapping], bool]:
    """The function that says whether a mapping is certainly faultless by the rules `fields`."""
    return _fields(fields, unknown=False)


# --- from rules to functions: whatever is not known becomes _never ----------------------------------


def _never(node: Node) -> bool:
    return False


def _anything(node: Node) -> bool:
    return True


def _fields(fields: Rules, unknown: bool) -> Callable[[Mapping], bool]:
    """The check of a group with these fields; `unknown`: it may hold others. What was left empty is not
    there."""
    checks = {name: _value(rule, unknown) for name, rule in fields.items()}
    needed = [name for name, rule in fields.items() if isinstance(rule, dict) and rule.get("required")]

    def accepts(node: Mapping) -> bool:
        items = node.items
        for name, value in items.items():
            if not value.is_null:
                check = checks.get(name)
                if check is None:
                    if not unknown:
                        return False
                elif not check(value):
                    return False
        return not needed or all(name in items and not items[name].is_null for name in needed)

    return accepts


def _value(rule: Any, unknown: bool) -> Accepts:
    """The check of one value; `unknown` is what Cerberus hands down from the groups above."""
    kind = rule.get("type") if isinstance(rule, dict) else None
    if isinstance(kind, str) and kind in KINDS:
        return _single(rule)
    if not is_sound(rule):
        return _never
    names = rule.keys()
    if kind == "dict":
        return _group(rule, unknown) if names <= _GROUP or names <= _NAMED else _never
    if kind == "list":
        return _list(rule, unknown) if names <= _LIST else _never
    if kind == ["list", "chu"]:
        return _list_or_text(rule, unknown) if names <= _LIST else _never
    return _anything if names <= ANY else _never  # the rows of a form, which are read elsewhere


def _group(rule: Rules, unknown: bool) -> Accepts:
    within = rule.get("allow_unknown", unknown)
    known = _fields(rule["schema"], within) if "schema" in rule else None
    each = _value(rule["valuesrules"], unknown) if "valuesrules" in rule else None
    size = size_check(rule)

    def accepts(node: Node) -> bool:
        if not isinstance(node, Mapping) or not (known is None or known(node)):
            return False
        there = [value for value in node.items.values() if not value.is_null] if size or each else []
        return (size is None or size(len(there))) and (each is None or all(map(each, there)))

    return accepts


def _list(rule: Rules, unknown: bool) -> Accepts:
    if "schema" in rule and "allowed" in rule:
        return _never
    item, allowed, size = rule.get("schema"), rule.get("allowed"), size_check(rule)
    each = _anything if item is None else _value(item, unknown)
    empty_item = item is None or item.get("nullable", False)

    def accepts(node: Node) -> bool:
        if not isinstance(node, Sequence) or not (size is None or size(len(node.items))):
            return False
        if allowed is not None:
            return all(isinstance(one, Scalar) and not one.is_null and seen(one) in allowed for one in node)
        return all(empty_item if one.is_null else each(one) for one in node.items)

    return accepts


def _list_or_text(rule: Rules, unknown: bool) -> Accepts:
    """The check of a list for which one value may stand; Cerberus is given a list of it, or "" for none."""
    several, size, allowed = _list(rule, unknown), size_check(rule), rule.get("allowed")
    one = text_check(rule.get("schema", {"type": "chu"}))
    if one is None:
        return _never

    def accepts(node: Node) -> bool:
        if not isinstance(node, Scalar):
            return several(node)
        text = seen(node)
        if not (size is None or size(1 if text else 0)):
            return False
        if not text:
            return "empty" in rule or allowed is None or "" in allowed
        return one(text) and (allowed is None or text in allowed)

    return accepts


def _single(rule: Rules) -> Accepts:
    check = text_check(rule)
    if check is None:
        return _never

    def accepts(node: Node) -> bool:
        return isinstance(node, Scalar) and check(seen(node))

    return accepts
