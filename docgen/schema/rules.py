"""Rules: a plain expression with a code, a severity and a Vietnamese message."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Diagnostic, Location, Severity, did_you_mean, error
from docgen.expression import Expression, ExpressionError, parse
from docgen.expression.functions import FUNCTIONS
from docgen.schema.validate import Checker
from docgen.schema.values import text_of
from docgen.source import Mapping, Node, Scalar, Sequence
from docgen.values import Struct

_RULE = Checker(
    {
        "ma": {"type": "chu", "required": True, "regex": r"[\w.-]+"},
        "dieu_kien": {"type": "chu", "required": True},
        "thong_bao": {"type": "chu"},
        "muc_do": {"type": "chu", "allowed": [level.value for level in Severity]},
    }
)


class Rule(Struct, frozen=True, eq=False):
    """What must hold: `condition` is true or there is a finding `code` with `message`."""

    code: str
    condition: Expression
    message: str
    severity: Severity
    location: Location


def read_rules(node: Node | None, faults: list[Diagnostic]) -> tuple[Rule, ...]:
    """The rules listed at `node` of a schema file; what is wrong with them is added to `faults`."""
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        faults.append(error("luoc-do-kieu", "rang_buoc phải là danh sách các quy tắc", node.location))
        return ()
    rules: dict[str, Rule] = {}
    for item in node:
        for rule in _rule(item, faults):
            if rule.code in rules:
                faults.append(
                    error("luoc-do-trung", f"mã quy tắc “{rule.code}” đã dùng ở trên", item.location)
                )
            rules.setdefault(rule.code, rule)
    return tuple(rules.values())


def _rule(item: Node, faults: list[Diagnostic]) -> Iterator[Rule]:
    wrong = _RULE.check(item, "quy tắc")
    faults.extend(wrong)
    if wrong or not isinstance(item, Mapping):
        return
    condition = read_expression(item.items["dieu_kien"], faults)
    if condition is None:
        return
    severity = item.get("muc_do")
    yield Rule(
        code=text_of(item, "ma"),
        condition=condition,
        message=text_of(item, "thong_bao") or "Số liệu không thỏa mãn quy tắc của mẫu báo cáo",
        severity=Severity(severity.text) if isinstance(severity, Scalar) else Severity.ERROR,
        location=item.items["dieu_kien"].location,
    )


def read_expression(node: Node, faults: list[Diagnostic]) -> Expression | None:
    """The expression typed at `node`; None, and a fault, when it cannot be read."""
    if not isinstance(node, Scalar):
        faults.append(error("luoc-do-kieu", "công thức phải là một dòng chữ", node.location))
        return None
    try:
        expression = parse(" ".join(node.text.split()))
    except ExpressionError as fault:
        faults.append(error("luoc-do-cong-thuc", fault.message, node.location, hint=fault.hint))
        return None
    for name in expression.unknown_calls:
        near = did_you_mean(name, FUNCTIONS)
        hint = "" if near else f"Các hàm: {', '.join(FUNCTIONS)}"
        faults.append(error("luoc-do-cong-thuc", f"không có hàm “{name}”{near}", node.location, hint=hint))
    return expression
