"""A schema file as nodes: report types and forms are YAML, read once for the same content."""

from __future__ import annotations

from functools import lru_cache

from docgen.diagnostics import Diagnostic, DocgenError, Severity
from docgen.source import Mapping, parse_yaml
from docgen.source.yaml_file import decode
from docgen.values import replace


@lru_cache(maxsize=256)
def parse_schema(path: str, text: bytes) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """The mapping in a schema file's content and what is wrong with its YAML; None when it is unreadable.

    Everything is an error: what is doubtful in one data file would be wrong in every report of the type.
    """
    try:
        root, faults = parse_yaml(decode(text, path), path)
        return root, tuple(replace(fault, severity=Severity.ERROR) for fault in faults)
    except DocgenError as fault:
        return None, fault.diagnostics
