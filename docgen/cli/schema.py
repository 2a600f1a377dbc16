"""`docgen schema`: the report types, what each asks for, and their JSON Schema for editors."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from docgen.cli import report
from docgen.diagnostics import Diagnostic, DocgenError
from docgen.output import write_whole
from docgen.schema import ROOT, ReportType, load_report_type
from docgen.workspace import Workspace

UNIT = "don-vi"
"""The name under which the schema of unit files is exported."""

_FOLDER = click.option(
    "--tai",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="Thư mục của tệp dữ liệu; schemas/ ở đó và ở các thư mục cha được dùng trước.",
)


@click.group(name="schema", help="Xem và xuất các loại văn bản.")
def command() -> None:
    pass


@command.command(name="list", help="Liệt kê các loại văn bản.")
@_FOLDER
def list_types(folder: Path) -> None:
    found: list[Diagnostic] = []
    for name in _names(folder):
        try:
            click.echo(f"{name}  {load_report_type(name, Workspace.around(folder)).title}")
        except DocgenError as fault:
            found += fault.diagnostics
    report.echo(list(dict.fromkeys(found)), "text")
    sys.exit(1 if found else 0)


@command.command(
    name="show", help="In những gì một loại văn bản yêu cầu: trường, số liệu, biểu, đề cương, quy tắc."
)
@click.argument("loai", metavar="LOẠI")
@_FOLDER
def show(loai: str, folder: Path) -> None:
    from docgen.schema.describe import describe

    click.echo(describe(_load(loai, folder)))


@command.command(name="export", help="Xuất JSON Schema cho trình soạn thảo; không nêu loại thì xuất tất cả.")
@click.argument("loai", nargs=-1, metavar="[LOẠI]...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Tệp .json cho một loại, hoặc thư mục.")
@_FOLDER
def export(loai: tuple[str, ...], output: Path | None, folder: Path) -> None:
    names = loai or (*_names(folder), UNIT)
    texts = {name: _text(_schema(name, folder)) for name in names}
    if output is None and len(names) == 1:
        click.echo(texts[names[0]], nl=False)
        return
    target = output or Path("schemas/json")
    try:
        for name, text in texts.items():
            single = len(names) == 1 and target.suffix == ".json"
            path = target if single else target / f"{name}.json"
            write_whole(path, text.encode())
            click.echo(f"Đã viết {path}", err=True)
    except DocgenError as fault:
        report.echo(fault.diagnostics, "text")
        sys.exit(fault.exit_code)


def _names(folder: Path) -> tuple[str, ...]:
    return tuple(name for name in Workspace.around(folder).schema_names() if name != ROOT)


def _schema(name: str, folder: Path) -> dict[str, Any]:
    from docgen.schema.json_schema import json_schema, unit_schema

    return unit_schema() if name == UNIT else json_schema(_load(name, folder))


def _load(name: str, folder: Path) -> ReportType:
    try:
        return load_report_type(name, Workspace.around(folder))
    except DocgenError as fault:
        report.echo(fault.diagnostics, "text")
        sys.exit(fault.exit_code)


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
