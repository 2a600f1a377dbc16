"""The rules of a mapping: what is certainly faultless is let through here; Cerberus explains the rest."""

from __future__ import annotations

from typing import Any

from docgen.diagnostics import Diagnostic, error
from docgen.schema.accept import acceptor
from docgen.schema.accept_text import Rules
from docgen.source import Mapping, Node


class Checker:
    """The rules of the fields of a mapping, ready to be applied many times."""

    def __init__(self, fields: Rules) -> None:
        self.fields = fields
        self._is_faultless = acceptor(fields)
        self._schema: Any = None

    def check(self, node: Node, what: str) -> list[Diagnostic]:
        """What is wrong with the mapping `node`; `what` names it in a sentence. Raises nothing."""
        if not isinstance(node, Mapping):
            return [
                error("gia-tri-sai-kieu", f"{what} phải là một nhóm (mỗi dòng “tên: giá trị”)", node.location)
            ]
        if self._is_faultless(node):
            return []
        from docgen.schema.explain import faults_in, schema_of  # imports Cerberus

        if self._schema is None:
            self._schema = schema_of(self.fields)
        return faults_in(node, self.fields, self._schema)
