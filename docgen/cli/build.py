"""`docgen build`: Word files from data files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen import pipeline
from docgen.cli import report
from docgen.diagnostics import Diagnostic, DocgenError
from docgen.output import write_whole


@click.command(name="build", help="Dựng báo cáo Word từ một hay nhiều tệp dữ liệu YAML.")
@click.argument("data", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DỮ_LIỆU...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Tệp .docx, hoặc thư mục khi có nhiều tệp dữ liệu.")
@click.option("--format", "style", type=click.Choice(report.FORMATS), default="text", help="Cách in các phát hiện.")
def command(data: tuple[Path, ...], output: Path | None, style: str) -> None:
    targets = _targets(data, output)
    found: list[Diagnostic] = []
    exit_code = 0
    for path, target in zip(data, targets, strict=True):
        try:
            built = pipeline.build(path)
            write_whole(target, built.docx)
        except DocgenError as fault:
            found += fault.diagnostics
            exit_code = max(exit_code, fault.exit_code)
        else:
            found += built.diagnostics
            click.echo(f"Đã dựng {target}", err=True)
    report.echo(found, style)
    sys.exit(exit_code)


def _targets(data: tuple[Path, ...], output: Path | None) -> list[Path]:
    """Where each document goes: beside its data file, at the file or into the folder given."""
    if output is None:
        targets = [path.with_suffix(".docx") for path in data]
    elif len(data) == 1 and output.suffix.lower() == ".docx" and not output.is_dir():
        targets = [output]
    elif len(data) == 1 and output.suffix and not output.is_dir():
        raise click.UsageError("Tên tệp sau -o phải có đuôi .docx")
    else:
        targets = [output / f"{path.stem}.docx" for path in data]
    if len({str(target).casefold() for target in targets}) < len(targets):
        raise click.UsageError("Hai tệp dữ liệu cùng tên sẽ ghi đè nhau; dựng từng tệp một")
    return targets
