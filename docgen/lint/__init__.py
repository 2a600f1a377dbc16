"""Does a Word file follow Nghị định 30/2020/NĐ-CP? `lint(path) -> list[Diagnostic]`.

`docgen.lint` is both this package and the function of the library (`docgen.lint(path)`): once the package
is imported Python binds its name over the function, so the package can be called like it."""

from __future__ import annotations

import sys
import types
from pathlib import Path

from docgen.diagnostics import Diagnostic
from docgen.lint.linter import lint, lint_view
from docgen.lint.options import Options, Waiver

__all__ = ["Options", "Waiver", "lint", "lint_view"]


class _Callable(types.ModuleType):
    def __call__(self, source: str | Path | bytes, options: Options | None = None) -> list[Diagnostic]:
        return lint(source, options)


sys.modules[__name__].__class__ = _Callable
