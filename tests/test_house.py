"""The house of docs: who may import whom, and which library lives where."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "docgen"

# Rows from the bottom up; a module imports only from its own row's folder and from rows before it.
ROWS = (
    ("values", "patterns", "memo"),
    ("limits", "diagnostics"),
    ("vn",),
    ("output", "workspace", "reach", "model"),
    ("source",),
    ("expression",),
    ("schema",),
    ("prose",),
    ("assemble",),
    ("checks",),
    ("word",),
    ("view",),
    ("lint", "compare"),
    ("pdf",),
    ("pipeline", "batch"),
    ("cli", "__main__"),
)
ROW_OF = {name: number for number, row in enumerate(ROWS) for name in row}

BLIND = {
    "word": ("source", "schema"),
    "view": ("source", "schema"),
    "lint": ("source", "schema"),
    "compare": ("source", "schema"),
}
"""These know documents, not what a clerk typed."""

LIBRARIES = {
    "msgspec": ("values",),
    "yaml": ("source",),
    "cerberus": ("schema",),
    "markdown_it": (),  # the tests ask it how it reads a line
    "docxtpl": ("word",),
    "jinja2": ("word",),
    "markupsafe": (),
    "docx": ("word", "view"),
    "babel": ("vn",),
    "num2words": ("vn",),
    "python_calamine": ("source",),
    "click": ("cli",),
    "rich": ("cli",),
    "distributed": ("cli",),
    "pypdfium2": ("pdf", "compare"),
    "PIL": ("pdf", "compare", "word"),
}


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        relative = path.relative_to(PACKAGE).with_suffix("")
        yield relative.parts[0], path


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            if node.module == "docgen":
                yield from (f"docgen.{alias.name}" for alias in node.names)


def test_every_top_level_module_has_its_row():
    assert sorted({name for name, _ in modules()} - {"__init__"}) == sorted(
        name for name in ROW_OF if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").exists()
    )


@pytest.mark.parametrize("area", [name for name in ROW_OF])
def test_a_module_imports_only_from_rows_above_its_own(area):
    wrong = []
    for name, path in modules():
        if name != area:
            continue
        for imported in imports(path):
            parts = imported.split(".")
            if parts[0] != "docgen" or len(parts) == 1 or parts[1] == name or parts[1] not in ROW_OF:
                continue
            if ROW_OF[parts[1]] > ROW_OF[name] or parts[1] in BLIND.get(name, ()):
                wrong.append(f"{path.relative_to(PACKAGE)} imports {imported}")

    assert wrong == []


def test_each_outside_library_is_imported_in_its_own_folder_only():
    wrong = []
    for name, path in modules():
        for imported in imports(path):
            folders = LIBRARIES.get(imported.split(".")[0])
            if folders is not None and name not in folders:
                wrong.append(f"{path.relative_to(PACKAGE)} imports {imported}")

    assert wrong == []


def test_no_module_is_called_utils_or_helpers():
    assert [
        str(path) for _, path in modules() if path.stem in ("utils", "util", "helpers", "common", "misc")
    ] == []
