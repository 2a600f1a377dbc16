"""`docgen new`: a commented data file, ready to fill in."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

import click

from docgen.cli import report
from docgen.diagnostics import DocgenError, UsageError, error, has_errors
from docgen.output import write_whole
from docgen.schema import load_report_type, read_unit
from docgen.schema.starter import starter
from docgen.workspace import Workspace


@click.command(
    name="new", help="Viết một tệp dữ liệu mới của loại LOẠI, có đủ trường và biểu kèm lời giải thích."
)
@click.argument("loai", metavar="LOẠI")
@click.option("--don-vi", "unit_path", required=True, type=click.Path(path_type=Path), help="Tệp của đơn vị.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Tệp dữ liệu sẽ viết.")
@click.option("--force", is_flag=True, help="Ghi đè nếu tệp đã có.")
def command(loai: str, unit_path: Path, output: Path, force: bool) -> None:
    try:
        write_whole(output, new_file(loai, unit_path, output, force).encode())
    except DocgenError as fault:
        report.echo(fault.diagnostics, "text")
        sys.exit(fault.exit_code)
    click.echo(f"Đã viết {output}; điền số liệu rồi chạy: docgen build {output}", err=True)


def new_file(loai: str, unit_path: Path, output: Path, force: bool = False) -> str:
    """The text of a new data file of type `loai` to be written to `output`.

    Raises UsageError when `output` exists (unless `force`), DocgenError for faults of the unit file or
    the report type, or when the type is not for units of this level.
    """
    if output.exists() and not force:
        hint = "Chọn tên khác sau -o, hoặc thêm --force để ghi đè"
        raise UsageError(error("tep-da-co", f"tệp “{output}” đã có", hint=hint))
    report_type = load_report_type(loai, Workspace.around(output.absolute().parent))
    unit, found = read_unit(unit_path)
    if has_errors(found):
        raise DocgenError(*found)
    if report_type.levels and unit.level not in report_type.levels:
        message = f"loại “{loai}” không dùng cho đơn vị cấp {unit.level}"
        raise UsageError(
            error("cap-khong-hop", message, hint=f"Dùng cho cấp: {', '.join(report_type.levels)}")
        )
    folder = output.absolute().parent
    above = (up / "schemas" / "json" / f"{loai}.json" for up in (folder, *folder.parents))
    schema = next((path for path in above if path.is_file()), None)
    return starter(
        report_type,
        unit,
        _from(unit_path, folder),
        datetime.date.today().year,
        _from(schema, folder) if schema else "",
    )


def _from(path: Path, folder: Path) -> str:
    """How a file in `folder` names `path`."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return path.absolute().as_posix()
