"""Whether a text is certainly faultless by its rule, and of what rules docgen.schema.accept can tell."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingType
from typing import Any

from docgen.schema.kinds import KINDS, is_less
from docgen.source import Scalar
from docgen.vn import VnError

Rules = MappingType[str, Any]

OURS = frozenset(("mo_ta", "ten", "vi_du", "bieu"))
"""Explanations and forms, not rules of Cerberus."""

ANY = OURS | {"required", "nullable"}
SIZED = ANY | {"type", "empty", "minlength", "maxlength"}
_TEXT = SIZED | {"allowed", "forbidden", "regex"}
_KIND = _TEXT | {"min", "max"}
_LENGTHS = frozenset(("empty", "minlength", "maxlength"))
_SHAPES: dict[str, Any] = {
    **dict.fromkeys(("required", "nullable", "empty", "allow_unknown"), bool),
    **dict.fromkeys(("minlength", "maxlength"), int),
    **dict.fromkeys(("schema", "valuesrules"), dict),
    **dict.fromkeys(("allowed", "forbidden"), (list, tuple)),
    "regex": str,
}


def is_sound(rule: Any) -> bool:
    """Whether `rule` is a rule whose parts are of the shapes that are known here."""
    return isinstance(rule, dict) and all(
        isinstance(rule[name], _SHAPES[name]) for name in rule.keys() & _SHAPES.keys()
    )


def regex_of(pattern: str) -> str:
    """`pattern` for the whole of a text; Cerberus only appends $, which allows a line break."""
    return rf"(?:{pattern})\Z"


def seen(node: Scalar) -> str:
    """The text of `node` as Cerberus is given it: white space is nothing."""
    return node.text if node.text.strip() else ""


def text_check(rule: Any) -> Callable[[str], bool] | None:
    """The check of a text; None for a rule that is not known here."""
    kind = rule.get("type") if is_sound(rule) else None
    known = _TEXT if kind == "chu" else _KIND
    if not isinstance(kind, str) or kind not in KINDS or not rule.keys() <= known:
        return None
    steps: list[Callable[[str], bool]] = []
    if size := size_check(rule):
        steps.append(lambda text: size(len(text)))
    if kind != "chu":
        steps.append(_reads(kind, rule))
    elif "allowed" in rule:
        steps.append(lambda text: text in rule["allowed"])
    if "forbidden" in rule:
        steps.append(lambda text: text not in rule["forbidden"])
    if "regex" in rule:
        steps.append(_matches(regex_of(rule["regex"])))
    first, *more = steps or [_any_text]
    empty = rule.get("empty", False if rule.get("required") else None)

    def accepts(text: str) -> bool:
        if not text and empty is not None:
            return bool(empty)  # Cerberus looks at no other rule then
        return first(text) and all(step(text) for step in more)

    return accepts


def _any_text(text: str) -> bool:
    return True


def _matches(pattern: str) -> Callable[[str], bool]:
    def accepts(text: str) -> bool:
        try:
            return re.match(pattern, text) is not None
        except re.error:
            return False

    return accepts


def _reads(kind: str, rule: Rules) -> Callable[[str], bool]:
    """Whether a text is of `kind`, between `min` and `max`, one of `allowed`."""
    read = KINDS[kind].read
    try:
        low, high = (read(str(rule[key])) if rule.get(key) is not None else None for key in ("min", "max"))
        allowed = [read(str(one)) for one in rule.get("allowed", ())]
    except VnError:
        return lambda text: False
    if (low is not None or high is not None) and not (KINDS[kind].numeric or kind == "ngay"):
        return lambda text: False

    def accepts(text: str) -> bool:
        if not text:
            return True
        try:
            value = read(text)
        except VnError:
            return False
        return not (
            (low is not None and is_less(value, low))
            or (high is not None and is_less(high, value))
            or (allowed and value not in allowed)
        )

    return accepts


def size_check(rule: Rules) -> Callable[[int], bool] | None:
    """The check of a length; None when any will do."""
    if _LENGTHS.isdisjoint(rule):
        return None
    empty, least, most = rule.get("empty"), rule.get("minlength", 0), rule.get("maxlength")

    def accepts(length: int) -> bool:
        if not length and empty is not None:
            return bool(empty)  # Cerberus looks at no other length then
        return least <= length and (most is None or length <= most)

    return accepts
