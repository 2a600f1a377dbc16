"""Vietnamese official documents from data: YAML in, Word that complies with NĐ 30/2020/NĐ-CP out."""

from __future__ import annotations

from typing import Any

__version__ = "0.2.0"

_PUBLIC = {
    "build": "docgen.pipeline",
    "check": "docgen.pipeline",
    "Built": "docgen.pipeline",
    "lint": "docgen.lint",
    "compare": "docgen.compare",
}
__all__ = ["Built", "build", "check", "compare", "lint"]


def __getattr__(name: str) -> Any:
    """The public functions, imported when first asked for, so that `import docgen` costs nothing."""
    if name in _PUBLIC:
        from importlib import import_module

        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'docgen' has no attribute {name!r}")
