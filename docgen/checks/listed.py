"""Documents listed in a table of the data, one in a row: a cell with number and symbol, one with a date."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.cited import Citation, stated
from docgen.checks.document_types import CODES
from docgen.schema import Facts, FormRow
from docgen.vn import PartialDate

_MOST_ROWS = 500
"""A longer table is a register, not a list that a report goes with."""

_TYPES = {name.lower(): name for name in CODES}


def listed_documents(facts: Facts) -> list[Citation]:
    """The documents that rows of the tables list, in their order. They name no issuing body: the heading of
    the table does."""
    return [
        citation
        for table in facts.tables.values()
        if len(table.body) <= _MOST_ROWS and any(column.kind == "ngay" for column in table.form.leaves)
        for row in table.body
        for citation in _of_row(row)
    ]


def _of_row(row: FormRow) -> Iterator[Citation]:
    nodes = [cell.node for cell in row.cells.values() if cell.node is not None and cell.node.text]
    days = [cell.value for cell in row.cells.values() if isinstance(cell.value, PartialDate)]
    type_name = next(
        (_TYPES[node.text.strip().lower()] for node in nodes if node.text.strip().lower() in _TYPES), ""
    )
    if len(days) != 1:
        return
    subject = max((node.text for node in nodes), key=len)
    for node in nodes:
        citation = stated(node.text, type_name, days[0].to_date(), "", subject, node.location)
        if citation is not None and citation.typed == node.text.strip():
            yield citation
            return
