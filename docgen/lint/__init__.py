"""Does a Word file follow Nghị định 30/2020/NĐ-CP? `lint(path) -> list[Diagnostic]`."""

from docgen.lint.linter import lint, lint_view
from docgen.lint.options import Options, Waiver

__all__ = ["Options", "Waiver", "lint", "lint_view"]
