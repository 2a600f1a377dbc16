"""The configuration of `docgen lint`: an agency's own figures, rules it does not apply, waivers.

chon: [PG, QH]                     # only these codes or families
bo_qua:                            # findings accepted on purpose
  - {quy_tac: PH-10, ly_do: Đề cương của cấp trên đánh số 1.1}
gioi_han:                          # figures of docgen.lint.limits.Limits
  le_trai: 30-36
  thut_dau_dong: [10, 12.5, 12.7]
  dia_danh: [Bình Gia]
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docgen.diagnostics import DocgenError, Location, UsageError, error, nearest
from docgen.lint.limits import Limits
from docgen.lint.options import Options, Waiver
from docgen.lint.rules import RULES
from docgen.source import Mapping, Node, Scalar, Sequence, read_yaml
from docgen.values import replace

_KEYS = ("chon", "bo_qua", "gioi_han")
_CODES = tuple(rule.code for rule in RULES)


def codes(values: tuple[str, ...], location: Location = Location()) -> tuple[str, ...]:
    """Codes or beginnings of codes in capitals. Raises UsageError for one that names no rule."""
    found = tuple(part.strip().upper() for value in values for part in value.split(",") if part.strip())
    for code in found:
        if not any(known.startswith(code) for known in _CODES):
            near = nearest(code, _CODES)
            hint = f"Có phải “{near}”?" if near else "Xem danh sách bằng docgen lint --rules"
            raise UsageError(error("lint-quy-tac", f"Không có quy tắc “{code}”", location, hint=hint))
    return found


def read_config(path: Path) -> Options:
    """The options a configuration file states. Raises DocgenError with the place of each fault."""
    root, faults = read_yaml(path)
    problems = [f for f in faults if f.severity.value == "error"]
    problems += [_unknown(root, key, _KEYS) for key in root if key not in _KEYS]
    select = codes(_texts(root.get("chon"), problems), root.key_location("chon"))
    waivers = _waivers(root.get("bo_qua"), problems)
    limits = _limits(root.get("gioi_han"), problems)
    if problems:
        raise DocgenError(*problems)
    return Options(select=select, waivers=waivers, limits=limits)


def _unknown(node: Mapping, key: str, known: tuple[str, ...]) -> Any:
    near = nearest(key, known)
    hint = f"Có phải “{near}”?" if near else "Các mục: " + ", ".join(known)
    return error("lint-cau-hinh", f"Không có mục “{key}”", node.key_location(key), hint=hint)


def _texts(node: Node | None, problems: list) -> tuple[str, ...]:
    if node is None:
        return ()
    items = node.items if isinstance(node, Sequence) else (node,)
    if not all(isinstance(item, Scalar) for item in items):
        problems.append(error("lint-cau-hinh", "Phải là một danh sách chữ", node.location))
        return ()
    return tuple(item.text for item in items if isinstance(item, Scalar))


def _waivers(node: Node | None, problems: list) -> tuple[Waiver, ...]:
    found = []
    for item in node.items if isinstance(node, Sequence) else ():
        rule = item.get("quy_tac") if isinstance(item, Mapping) else None
        reason = item.get("ly_do") if isinstance(item, Mapping) else None
        if not isinstance(rule, Scalar) or not isinstance(reason, Scalar):
            problems.append(error("lint-cau-hinh", "Mục bo_qua cần quy_tac và ly_do", item.location))
        elif rule.text not in _CODES:
            problems.append(error("lint-quy-tac", f"Không có quy tắc “{rule.text}”", rule.location))
        else:
            found.append(Waiver(rule.text, reason.text))
    return tuple(found)


def _limits(node: Node | None, problems: list) -> Limits:
    limits = Limits()
    if not isinstance(node, Mapping):
        return limits
    known = tuple(Limits.__struct_fields__)
    changes: dict[str, Any] = {}
    for key, value in node.items.items():
        if key not in known:
            problems.append(_unknown(node, key, known))
            continue
        changed = _value(getattr(limits, key), value)
        if changed is None:
            problems.append(
                error(
                    "lint-cau-hinh",
                    f"Giá trị của “{key}” không đúng",
                    value.location,
                    hint="Ghi một số, hoặc khoảng như 30-35",
                )
            )
        else:
            changes[key] = changed
    return replace(limits, **changes)


def _value(default: Any, node: Node) -> Any:
    """A value of the kind of `default`: text, a number, a range "30-35", or a list."""
    if isinstance(node, Sequence):
        texts = [item.text for item in node.items if isinstance(item, Scalar)]
        numbers = [_number(text) for text in texts]
        textual = not default or isinstance(default[0], str) if isinstance(default, tuple) else False
        return tuple(texts) if textual else tuple(numbers) if None not in numbers else None
    if not isinstance(node, Scalar):
        return None
    if isinstance(default, str):
        return node.text
    if isinstance(default, float):
        return _number(node.text)
    found = re.fullmatch(r"\s*([\d.,]+)\s*(?:-\s*([\d.,]+)\s*)?", node.text)
    low = _number(found.group(1)) if found else None
    high = _number(found.group(2)) if found and found.group(2) else low
    return None if low is None or high is None or low > high else (low, high)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
