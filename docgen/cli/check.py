"""`docgen check`: the findings of data files, without writing anything."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen import pipeline
from docgen.cli import report
from docgen.diagnostics import Diagnostic, DocgenError, has_errors


@click.command(name="check", help="Kiểm tra số liệu, quy tắc và câu chữ của tệp dữ liệu; không ghi gì.")
@click.argument("data", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DỮ_LIỆU...")
@click.option("--no-waivers", is_flag=True, help="Bỏ qua mục bo_qua: in cả những chỗ đã được chấp nhận.")
@click.option("--format", "style", type=click.Choice(report.FORMATS), default="text", help="Cách in các phát hiện.")
def command(data: tuple[Path, ...], no_waivers: bool, style: str) -> None:
    found: list[Diagnostic] = []
    exit_code = 0
    for path in data:
        try:
            own = pipeline.findings(pipeline.read(path), waivers=not no_waivers)
        except DocgenError as fault:
            found += fault.diagnostics
            exit_code = max(exit_code, fault.exit_code)
        else:
            found += own
            exit_code = max(exit_code, int(has_errors(own)))
    report.echo(found, style)
    sys.exit(exit_code)
