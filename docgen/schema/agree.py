"""Whether a typed value is the computed one, and how both are shown in a message."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingType
from decimal import Decimal
from typing import Any

from docgen import vn
from docgen.diagnostics import Location, Related
from docgen.expression import (
    Expression,
    ExpressionError,
    MissingValue,
    Operand,
    UnknownName,
    brief,
    comparable,
)
from docgen.schema.rules import Rule
from docgen.source import Scalar

Parts = tuple[Expression, ...]
"""The parts of a condition, joined by `and`, that are false."""


def agrees(typed: Any, computed: Any) -> bool:
    """Whether a typed value is the computed one: a percentage is compared at its typed decimals, another
    computed figure also as it would print, with two decimals; a date with blanks agrees with any."""
    if isinstance(typed, Decimal) and isinstance(computed, Decimal) and typed == computed:
        return True
    try:
        left, right = comparable(typed, computed)
    except MissingValue:
        return True
    if left == right or not (isinstance(typed, Decimal) and isinstance(computed, Decimal)):
        return bool(left == right)
    if getattr(typed, "kind", "") == "ty_le":
        return False
    return typed == vn.nhieu_nhat(computed, 2) != vn.nhieu_nhat(computed, 0)


def typed_text(node: Scalar) -> str:
    """What was typed, for a message."""
    return node.text.strip() or "để trống"


def computed_text(computed: Any, formula: Expression, scope: MappingType[str, Any]) -> str:
    """The computed value with the formula filled in: "9.744 = 9.636 + 7 + 101"."""
    value = brief(computed)
    filled = formula.filled(scope)
    return value if filled == value else f"{value} = {filled}"


def operands(formula: Expression, scope: MappingType[str, Any], parts: Parts = ()) -> tuple[Operand, ...]:
    """The operands of `formula`; of parts joined by `and` only those of the parts that are false, which are
    looked for when `parts` does not name them."""
    false = parts or formula.broken(scope) or (formula,)
    return tuple({one.text: one for part in false for one in part.operands(scope)}.values())


def related(
    formula: Expression,
    scope: MappingType[str, Any],
    place: Callable[[tuple[str, ...]], Location],
    parts: Parts = (),
) -> tuple[Related, ...]:
    """Where each of the `operands` is, with its value; `place` finds the Location of a path."""
    return tuple(as_related(one, place) for one in operands(formula, scope, parts))


def as_related(operand: Operand, place: Callable[[tuple[str, ...]], Location]) -> Related:
    """The place and the value of one operand."""
    return Related(place(operand.path), f"{operand.text} = {_value(operand.value)}")


def _value(value: Any) -> str:
    if not isinstance(value, tuple):
        return brief(value)
    numbers = [one for one in value if isinstance(one, Decimal)]
    return f"{vn.so(sum(numbers, Decimal(0)))} (cộng {len(value)} dòng)" if numbers else f"{len(value)} dòng"


Why = Callable[[], tuple[str, Parts]]
"""Says why a rule does not hold: what is so instead, with the figures filled in, and the parts that are
false; or why it cannot be computed, and no parts."""


def broken(rule: Rule, scope: MappingType[str, Any], draft: bool = False) -> Why | None:
    """What tells why `rule` does not hold; None when it holds or an operand is missing (in a `draft`, a whole
    row of a table too)."""
    try:
        value = rule.condition.evaluate(scope)
    except MissingValue:
        return None
    except UnknownName as fault:  # names were checked with the schema, so this is a row by its key
        row = fault.name.partition(".")[2]
        return None if draft else lambda: (f"chưa kiểm tra được vì biểu không có dòng “{row}”", ())
    except ExpressionError as fault:
        message = fault.message
        return lambda: (message, ())
    if value is True:
        return None
    if value is not False:
        return lambda: ("điều kiện không phải là mệnh đề đúng/sai", ())

    def why() -> tuple[str, Parts]:
        parts = rule.condition.broken(scope)
        return "; ".join(part.contrast(scope) for part in parts), parts

    return why
