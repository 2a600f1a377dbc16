"""The table of `docgen template list`: a line for each level and type, with the file that serves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.cli.template_files import LEVELS, serving
from docgen.diagnostics import DocgenError
from docgen.schema import ROOT, ReportType, load_report_type
from docgen.workspace import PARTS, Workspace, builtin


def table(folder: Path) -> Iterator[str]:
    """Each level and type with its template and what that stands in for; then the parts."""
    workspace = Workspace.around(folder)
    types = list(_types(workspace))
    for level in LEVELS:
        yield f"{level}:"
        for report_type in types:
            if not report_type.levels or level in report_type.levels:
                path = serving(report_type, level, workspace)
                yield f"  {report_type.name:<22} {_words(path, workspace) if path else 'chưa có mẫu'}"
    yield f"{PARTS}:"
    for name in sorted({path.stem for root in workspace.templates for path in root.glob(f"{PARTS}/*.docx")}):
        path = workspace.find_part(name)
        if path is not None:
            yield f"  {name:<22} {_words(path, workspace)}"


def _types(workspace: Workspace) -> Iterator[ReportType]:
    for name in workspace.schema_names():
        if name == ROOT:
            continue
        try:
            yield load_report_type(name, workspace)
        except DocgenError:
            continue  # docgen schema list reports it


def _words(path: Path, workspace: Workspace) -> str:
    """The file as a keeper names it, and the files of the same name that it hides."""
    own = f"{path.parent.name}/{path.name}"
    hidden = [root / own for root in workspace.templates if (root / own).is_file() and root / own != path]
    shown = f"templates/{own}" + (" (có sẵn)" if builtin("templates") in path.parents else f"  [{path}]")
    return shown + (f"  thay cho {len(hidden)} mẫu cùng tên" if hidden else "")
