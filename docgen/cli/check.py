"""`docgen check`: the findings of data files, without writing anything."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from docgen.batch.run import check_all
from docgen.batch.targets import Task, data_tasks
from docgen.batch.work import Outcome
from docgen.cli import many, report
from docgen.cli.progress import progress
from docgen.diagnostics import DocgenError


@click.command(
    name="check",
    help="Kiểm tra số liệu, quy tắc và câu chữ của tệp dữ liệu; thư mục thì kiểm tra mọi tệp dữ liệu "
    "trong đó.",
)
@click.argument("data", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DỮ_LIỆU...")
@click.option("--no-waivers", is_flag=True, help="Bỏ qua mục bo_qua: in cả những chỗ đã được chấp nhận.")
@many.jobs_option
@many.dask_option
@click.option(
    "--format", "style", type=click.Choice(report.FORMATS), default="text", help="Cách in các phát hiện."
)
def command(data: tuple[Path, ...], no_waivers: bool, jobs: int, dask: str | None, style: str) -> None:
    try:
        tasks = data_tasks(data)
        outcomes, interrupted = _check(tasks, not no_waivers, jobs, dask)
    except DocgenError as fault:
        report.echo(fault.diagnostics, style)
        sys.exit(fault.exit_code)
    report.echo(many.in_order(tasks, outcomes), style)
    many.say(*_summary(tasks, outcomes, interrupted))
    sys.exit(many.INTERRUPTED if interrupted else max((o.exit_code for o in outcomes), default=0))


def _check(tasks: Sequence[Task], waivers: bool, jobs: int, dask: str | None) -> tuple[list[Outcome], bool]:
    """The outcome of each task, and whether the check was interrupted."""
    outcomes: list[Outcome] = []
    with many.workers(jobs, dask) as workers, progress(len(tasks), "Kiểm tra") as advance:
        try:
            with many.ending_on_request():
                for outcome in check_all(tasks, workers, waivers):
                    outcomes.append(outcome)
                    advance()
        except KeyboardInterrupt:
            return outcomes, True
    return outcomes, False


def _summary(tasks: Sequence[Task], outcomes: Sequence[Outcome], interrupted: bool) -> list[str]:
    failed = many.failures(tasks, outcomes)
    lines = []
    if len(tasks) > 1:
        lines.append(
            f"Đã kiểm tra {len(outcomes)} trong {len(tasks)} tệp"
            + (f"; {len(failed)} tệp có lỗi:" if failed else ", không có lỗi")
        )
        lines += failed
    if interrupted:
        lines.append("Đã dừng giữa chừng")
    return lines
