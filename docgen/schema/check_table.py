"""What does not agree inside one table: columns, totals, required cells, the rules of its form."""

from __future__ import annotations

from docgen.diagnostics import Diagnostic, Location, Related, error
from docgen.expression import brief
from docgen.schema.agree import Why, agrees, broken, computed_text, related, typed_text
from docgen.schema.findings import Findings
from docgen.schema.form import Column, Form
from docgen.schema.rules import Rule
from docgen.schema.table import GROUP, ZERO, FormCell, FormRow, FormTable, is_heading, row_scope

RELATED_ROWS = 20
"""A wrong total names the places of so many rows at most."""


def check_table(table: FormTable, findings: Findings, draft: bool) -> None:
    """Adds to `findings` what does not agree in `table`; in a draft a required cell may be empty."""
    form = table.form
    required = () if draft else tuple(column for column in form.leaves if column.required)
    for number, row in enumerate(table.rows, 1):
        if row.kind == GROUP or is_heading(row, form):
            continue
        for column in required:
            if _is_empty(row.cells[column.code]):
                _empty_cell(form, row, number, column, findings)
        for column in form.computed:
            _check_cell(form, row, number, column, findings)
        if form.rules:
            scope = row_scope(form, row.cells)
            for rule in form.rules:
                problem = broken(rule, scope)
                if problem is not None:
                    _broken_rule(form, row, number, rule, problem, findings)
    for column in form.leaves:
        _check_total(table, column, findings)


def _is_empty(cell: FormCell) -> bool:
    """Nothing typed; a dash says that there is nothing, which is an answer."""
    return cell.effective in (None, "") and (cell.node is None or not cell.node.text.strip())


def _check_cell(form: Form, row: FormRow, number: int, column: Column, findings: Findings) -> None:
    cell = row.cells[column.code]
    if cell.node is None or cell.computed is None or column.formula is None:
        return
    typed = cell.number if column.numeric else cell.value
    if agrees(typed, cell.computed):
        return
    code, formula, node = f"{form.name}.{column.code}", column.formula, cell.node

    def finding() -> Diagnostic:
        scope = row_scope(form, row.cells)
        said = f"ghi {typed_text(node)}, tính được {computed_text(cell.computed, formula, scope)}"
        return error(
            code,
            f"{_row_name(form, row, number)}, cột “{_heading(form, column)}”: {said}",
            node.location,
            hint=f"Công thức: {column.code} = {formula.text}; sửa số liệu, hoặc bỏ ô này để số được tự tính",
            related=related(formula, scope, lambda path: _cell_place(row, path[0])),
        )

    findings.add(code, finding)


def _broken_rule(form: Form, row: FormRow, number: int, rule: Rule, why: Why, findings: Findings) -> None:
    def finding() -> Diagnostic:
        scope, (words, parts) = row_scope(form, row.cells), why()
        return Diagnostic(
            rule.code,
            rule.severity,
            f"{_row_name(form, row, number)}: {rule.message} ({words})",
            row.location,
            hint=f"Quy tắc: {rule.condition.text}",
            related=related(rule.condition, scope, lambda path: _cell_place(row, path[0]), parts),
        )

    findings.add(rule.code, finding)


def _empty_cell(form: Form, row: FormRow, number: int, column: Column, findings: Findings) -> None:
    code = f"{form.name}.{column.code}"
    message = f"{_row_name(form, row, number)}, cột “{_heading(form, column)}” bắt buộc nhưng để trống"
    hint = f"Ghi {column.code}; không có thì ghi 0 hoặc “-”"
    place = _cell_place(row, column.code)
    findings.add(code, lambda: error(code, message, place, hint=hint))


def _check_total(table: FormTable, column: Column, findings: Findings) -> None:
    cell = table.totals[column.code]
    if cell.node is None or cell.computed is None:
        return
    typed = cell.number if column.numeric else cell.value
    if agrees(typed, cell.computed):
        return
    code, node, form = f"{table.form.name}.tong.{column.code}", cell.node, table.form

    def finding() -> Diagnostic:
        if column.kind == "ty_le" and column.formula is not None:
            scope = row_scope(form, table.totals)
            how = f"tính được {computed_text(cell.computed, column.formula, scope)}"
            parts: tuple[Related, ...] = ()
        else:
            how = f"cộng {table.row_count} dòng được {brief(cell.computed)}"
            parts = summands(table, column)
        where = f"dòng tổng của biểu “{form.title}”, cột “{_heading(form, column)}”"
        message = f"{where}: ghi {typed_text(node)}, {how}"
        hint = "Sửa số liệu, hoặc bỏ ô này để tổng được tự tính"
        return error(code, message, node.location, hint=hint, related=parts)

    findings.add(code, finding)


def summands(table: FormTable, column: Column) -> tuple[Related, ...]:
    """The rows that make up the sum of a column, the first of them when there are many; empty cells are
    left out."""
    out = []
    for number, row in enumerate(table.rows, 1):
        cell = row.cells.get(column.code, FormCell())
        if cell.number != ZERO or not cell.blank:
            name = _row_name(table.form, row, number)
            out.append(Related(_cell_place(row, column.code), f"{name}: {brief(cell.number)}"))
            if len(out) == RELATED_ROWS:
                break
    return tuple(out)


def _row_name(form: Form, row: FormRow, number: int) -> str:
    """How a message calls a row: by its key, else by its first text, else by its number."""
    text = row.key(form.key)
    if not text or form.by_code[form.key].kind == "stt":
        first = next((c for c in form.leaves if c.kind == "chu" and row.key(c.code)), None)
        text = row.key(first.code) if first is not None else ""
    short = text if len(text) <= 60 else text[:57].rstrip() + "…"
    return f"dòng {number}" + (f" “{short}”" if short else "")


def _heading(form: Form, column: Column) -> str:
    return " › ".join(form.path(column.code))


def _cell_place(row: FormRow, code: str) -> Location:
    cell = row.cells.get(code)
    return cell.node.location if cell is not None and cell.node is not None else row.location
