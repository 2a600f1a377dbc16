"""Figures that agree: computed against typed, and the rules of the report type (design section 3)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Diagnostic, Location, Related, error, warning
from docgen.expression import Expression
from docgen.schema.agree import Parts, agrees, as_related, broken, computed_text, operands, typed_text
from docgen.schema.check_table import check_table, summands
from docgen.schema.check_unit import check_unit
from docgen.schema.document import DataFile
from docgen.schema.facts import Fact, Facts
from docgen.schema.findings import Findings
from docgen.schema.report_type import ReportType
from docgen.schema.rules import Rule
from docgen.schema.unit import Unit


def check_facts(
    data: DataFile, report_type: ReportType, unit: Unit, waived: frozenset[str] = frozenset()
) -> list[Diagnostic]:
    """Every figure that does not agree, before waivers: computed facts that were typed otherwise (code: the
    dotted path), columns and totals of tables (`<form>.<column>`, `<form>.tong.<column>`), required cells,
    the rules of forms and of the report type (their codes), and a unit or signer without authority on the
    date.

    A rule one of whose operands is missing stays quiet. In a draft empty cells are no findings. What is found
    under a code of `waived` is only named, not put into words: nobody is going to read it.
    """
    findings = Findings(waived)
    for fact in data.facts.single.values():
        if fact.derived is not None:
            _check_derived(fact, data, findings)
    for table in data.facts.tables.values():
        check_table(table, findings, data.draft)
    for rule in report_type.rules:
        _check_rule(rule, data, findings)
    return [*findings.all(), *check_unit(data, report_type, unit)]


def _check_derived(fact: Fact, data: DataFile, findings: Findings) -> None:
    derived, node, scope = fact.derived, fact.node, data.facts.scope
    assert derived is not None
    formula = derived.formula
    if fact.problem and not data.draft:
        place = next((data.facts.place(path) for path in formula.paths), data.facts.location)
        message = f"không tính được “{fact.code}”: {fact.problem}"
        findings.add(fact.code, lambda: warning(fact.code, message, place, hint=f"Công thức: {formula.text}"))
    elif node is not None and fact.computed is not None and not agrees(fact.value, fact.computed):
        findings.add(
            fact.code,
            lambda: error(
                fact.code,
                f"“{fact.code}” ghi {typed_text(node)}, "
                f"tính được {computed_text(fact.computed, formula, scope)}",
                node.location,
                hint=f"Công thức: {formula.text}; sửa số liệu, hoặc bỏ dòng này để số được tự tính",
                related=_related(formula, data),
            ),
        )


def _check_rule(rule: Rule, data: DataFile, findings: Findings) -> None:
    facts = data.facts
    why = broken(rule, facts.scope, data.draft)
    if why is None:
        return

    def finding() -> Diagnostic:
        words, parts = why()
        found = _related(rule.condition, data, parts)
        place = _first_here(facts, [one.location for one in found], rule.condition.paths)
        hint = f"Quy tắc: {rule.condition.text}"
        return Diagnostic(rule.code, rule.severity, f"{rule.message} ({words})", place, hint, related=found)

    findings.add(rule.code, finding)


def _related(formula: Expression, data: DataFile, parts: Parts = ()) -> tuple[Related, ...]:
    """Where each operand of `formula` is, or of the `parts` of it that are false; of a computed one also
    what it is computed from, of a column or its sum the rows."""
    facts = data.facts
    found: dict[Related, None] = {}

    def place(path: tuple[str, ...]) -> Location:
        return data.place("ky_bao_cao") if path[0] == "ky" else facts.place(path)

    for one in operands(formula, facts.scope, parts):
        found[as_related(one, place)] = None
        found |= dict.fromkeys(_behind(one.path, facts))
    return tuple(found)


def _behind(path: tuple[str, ...], facts: Facts) -> Iterator[Related]:
    """What the computed value at `path` is made of."""
    fact = facts.single.get(".".join(path))
    if fact is not None and fact.derived is not None and fact.node is None:
        for one in fact.derived.formula.operands(facts.scope):
            yield as_related(one, facts.place)
            yield from _behind(one.path, facts)  # formulas do not run in circles: combine has seen to that
    elif fact is None and (column := facts.column(path)) is not None:
        yield from summands(*column)


def _first_here(facts: Facts, operands: list[Location], paths: tuple[tuple[str, ...], ...]) -> Location:
    """Where to point for a broken rule: at the first operand typed in the data file, or its table."""
    places = [*operands, *(facts.place(path) for path in paths)]
    return next((one for one in places if one.path == facts.location.path), facts.location)
