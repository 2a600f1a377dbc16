"""A chain of schema files as one report type: the child wins; and what is wrong between the files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Any

from docgen.diagnostics import Diagnostic, Location, did_you_mean, error
from docgen.expression import Expression
from docgen.schema.fields import GROUP, LIST, TABLE, Field, merged, walk
from docgen.schema.form import Form
from docgen.schema.names import RESERVED, check_name
from docgen.schema.rules import Rule
from docgen.schema.type_file import Derived, TypeFile
from docgen.schema.unit import UNIT_MEMBERS
from docgen.values import replace
from docgen.vn import Period

Path = tuple[str, ...]

_ANY_PERIOD = Period("nam", 1, 2020)
"""It has the members of every period."""


def combine(chain: tuple[TypeFile, ...], forms: dict[str, Form]) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The values of a ReportType from `chain` (the type itself first), and the faults between its files."""
    fields: dict[str, Field] = {}
    facts: dict[str, Field] = {}
    derived: dict[str, Derived] = {}
    rules: dict[str, Rule] = {}
    for one in reversed(chain):
        fields = merged(fields, one.fields)
        facts = merged(facts, one.facts)
        derived |= {d.code: d for d in one.derived}
        rules |= {rule.code: rule for rule in one.rules}
    facts = {name: _with_forms(one, forms) for name, one in facts.items()}
    faults = list(_faults(facts, derived, tuple(rules.values())))
    if not faults:
        derived = {code: derived[code] for code in derived_order(derived)}
        for formula in derived.values():
            facts = _with_derived(facts, formula)
    values = {
        "name": chain[0].name,
        "title": chain[0].title,
        "help": chain[0].help,
        "parents": tuple(one.name for one in chain),
        "levels": _nearest(chain, "levels") or (),
        "period_kinds": _nearest(chain, "period_kinds") or (),
        "numbering": _nearest(chain, "numbering") or ("I.", "1.", "a)"),
        "type_name": _nearest(chain, "type_name") or "",
        "type_symbol": _nearest(chain, "type_symbol") or "",
        "fields": fields,
        "facts": facts,
        "derived": derived,
        "outline": _nearest(chain, "outline") or (),
        "rules": tuple(rules.values()),
        "location": chain[0].location,
    }
    return values, faults


def _nearest(chain: tuple[TypeFile, ...], name: str) -> Any:
    """The first value of `name` that a file of the chain gives."""
    return next((value for one in chain if (value := getattr(one, name)) is not None), None)


def _with_forms(one: Field, forms: dict[str, Form]) -> Field:
    if one.kind == TABLE:
        return replace(one, form=forms[one.form_name])
    if one.children:
        return replace(
            one, children={name: _with_forms(child, forms) for name, child in one.children.items()}
        )
    return one


def _with_derived(facts: dict[str, Field], one: Derived, level: int = 0) -> dict[str, Field]:
    """`facts` with a field for the computed fact `one`, so that a clerk may type its value too."""
    name = one.path[level]
    own = facts.get(name)
    if level == len(one.path) - 1:
        return facts if own is not None else {**facts, name: Field(name, _kind_of(one), one.location)}
    group = own or Field(name, GROUP, one.location)
    return {**facts, name: replace(group, children=_with_derived(group.children, one, level + 1))}


def _kind_of(one: Derived) -> str:
    """The kind of a computed fact that so_lieu does not declare: a share, or a plain number."""
    return "ty_le" if re.match(r"\s*(?:lam_tron\s*\(\s*)?ty_le\s*\(", one.formula.text) else "so"


# --- what is wrong between the parts ---------------------------------------------------------------


def _faults(facts: dict[str, Field], derived: dict[str, Derived], rules: Any) -> Iterator[Diagnostic]:
    known = dict(walk(facts))
    misplaced = {
        code: found for code, one in derived.items() if (found := list(_path_faults(one, known, derived)))
    }
    for found in misplaced.values():
        yield from found
    derived = {code: one for code, one in derived.items() if code not in misplaced}
    computed = {d.path for d in derived.values()}
    for one in derived.values():
        yield from _unknown_names(one.formula, one.location, known, computed)
    for rule in rules:
        yield from _unknown_names(rule.condition, rule.location, known, computed)
    try:
        derived_order(derived)
    except CycleError as cycle:
        ring = " → ".join(reversed(cycle.args[1]))
        yield error(
            "luoc-do-vong", f"các số liệu tính vòng quanh: {ring}", derived[cycle.args[1][0]].location
        )


def derived_order(derived: dict[str, Derived]) -> tuple[str, ...]:
    """The codes of `derived`, each after those it needs. Raises graphlib.CycleError."""
    needs = {
        code: [
            other.code
            for other in derived.values()
            if any(touch(path, other.path) for path in one.formula.paths)
        ]
        for code, one in derived.items()
    }
    return tuple(TopologicalSorter(needs).static_order())


def touch(used: Path, made: Path) -> bool:
    """Whether a formula that uses path `used` needs the fact or table `made`."""
    return used[: len(made)] == made


def _path_faults(one: Derived, known: dict[Path, Field], derived: dict[str, Derived]) -> Iterator[Diagnostic]:
    """Why a computed fact cannot have its path."""
    for step in one.path:
        yield from check_name(step, "số liệu", one.location, RESERVED if step == one.path[0] else frozenset())
    for length in range(1, len(one.path)):
        above, name = known.get(one.path[:length]), ".".join(one.path[:length])
        if (above is not None and above.kind != GROUP) or (above is None and name in derived):
            message = f"“{one.code}”: “{name}” không phải là nhóm số liệu"
            yield error("luoc-do-cong-thuc", message, one.location)
            return
    own = known.get(one.path)
    if own is not None and own.kind in (GROUP, LIST, TABLE):
        yield error("luoc-do-cong-thuc", f"“{one.code}” là nhóm hoặc biểu, không tính được", one.location)


def _unknown_names(
    formula: Expression, location: Location, known: dict[Path, Field], computed: set[Path]
) -> Iterator[Diagnostic]:
    for path in formula.paths:
        fault = _unknown(path, known, computed)
        if fault:
            yield error("luoc-do-cong-thuc", fault, location)


def _unknown(path: Path, known: dict[Path, Field], computed: set[Path]) -> str:
    """Why `path` is no fact of the report type; "" when it is one."""
    if path[0] == "rieng":
        return ""
    if path[0] == "ky":
        return _unknown_member(path, _ANY_PERIOD)
    if path[0] == "don_vi":
        wrong = len(path) > 1 and path[1] not in UNIT_MEMBERS
        return _no_fact(path, UNIT_MEMBERS) if wrong else ""
    for length in range(1, len(path) + 1):
        here = path[:length]
        if here in computed:
            return "" if length == len(path) else _no_fact(path, ())
        one = known.get(here)
        if one is None:
            if any(made[:length] == here for made in computed):
                continue
            return _no_fact(path, _siblings(here[:-1], known, computed), here)
        if one.form is not None:
            return _unknown_cell(path, length, one.form)
        if one.kind != GROUP:
            return "" if length == len(path) or one.kind == LIST else _no_fact(path, ())
        if not one.children or one.constraints.get("allow_unknown"):
            return ""  # such a group may hold anything
    return ""


def _unknown_member(path: Path, owner: Any) -> str:
    for index, name in enumerate(path[1:], 1):
        if not isinstance(owner, Period) or name not in owner.member_names():
            names = owner.member_names() if isinstance(owner, Period) else ()
            return _no_fact(path, names, path[: index + 1])
        owner = owner.member(name)
    return ""


def _unknown_cell(path: Path, length: int, form: Form) -> str:
    """A table is followed by a column, or by `tong` or a row and then a column."""
    rest = path[length:]
    if not rest:
        return ""
    columns = tuple(form.by_code)
    if len(rest) == 1:
        return "" if rest[0] in form.by_code or rest[0] == "tong" else _no_fact(path, (*columns, "tong"))
    if rest[0] != "tong" and not form.key:
        return f"biểu “{form.name}” không có khoa nên không gọi được dòng “{rest[0]}”"
    if len(rest) == 2 and rest[1] in form.by_code:
        return ""
    return _no_fact(path, columns)


def _siblings(path: Path, known: dict[Path, Field], computed: set[Path]) -> tuple[str, ...]:
    level = len(path)
    every = [*known, *computed]
    names = [one[level] for one in every if len(one) > level and one[:level] == path]
    return tuple(dict.fromkeys([*names, *(() if path else ("ky", "don_vi"))]))


def _no_fact(path: Path, near: tuple[str, ...], here: Path | None = None) -> str:
    return f"không có số liệu “{'.'.join(path)}”{did_you_mean((here or path)[-1], near)}"
