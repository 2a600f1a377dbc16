"""What `build` and `check` of many files share: options, the executor, interruption, the summary."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from docgen.batch.jobs import Jobs, collect_rarely
from docgen.batch.targets import Task
from docgen.batch.work import Outcome
from docgen.diagnostics import Diagnostic, Severity, UsageError, error

INTERRUPTED = 130
"""Exit code after Ctrl-C or a request to end, as shells have it."""

jobs_option = click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Số tiến trình chạy cùng lúc."
)
dask_option = click.option(
    "--dask", metavar="ĐỊA_CHỈ", help="Chạy trên cụm Dask ở địa chỉ này, ví dụ tcp://may-chu:8786."
)


@contextmanager
def workers(jobs: int, address: str | None) -> Iterator[Jobs]:
    """Where the work is done: processes of this machine, or the Dask cluster at `address`.

    Raises UsageError when the optional library is not installed or no cluster answers there.
    """
    collect_rarely()
    if address is None:
        yield Jobs(jobs)
        return
    with ExitStack() as stack:
        yield Jobs(executor=stack.enter_context(_dask_executor(address)))


@contextmanager
def _dask_executor(address: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError:
        hint = 'Cài bằng lệnh: pip install "docgen[dask]"'
        raise UsageError(error("thieu-dask", "chưa cài Dask", hint=hint)) from None
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError):
        message = f"không kết nối được cụm Dask ở {address}"
        hint = "Kiểm tra địa chỉ và cụm đang chạy: dask scheduler, dask worker"
        raise UsageError(error("dask", message, hint=hint)) from None
    with client, client.get_executor(pure=False, retries=3) as executor:
        yield executor


@contextmanager
def ending_on_request() -> Iterator[None]:
    """SIGTERM ends a batch as Ctrl-C does: the files under way stay whole and the summary is printed."""

    def stop(number: int, frame: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def in_order(tasks: Sequence[Task], outcomes: Sequence[Outcome]) -> list[Diagnostic]:
    """All findings in the order the files were named, whatever order they ended in."""
    by_file = {outcome.task.data: outcome.diagnostics for outcome in outcomes}
    return list(dict.fromkeys(found for task in tasks for found in by_file.get(task.data, ())))


def failures(tasks: Sequence[Task], outcomes: Sequence[Outcome]) -> list[str]:
    """A line for each file that failed: its first error with its place, and how many more it has."""
    by_file = {outcome.task.data: outcome for outcome in outcomes if outcome.exit_code}
    lines = []
    for outcome in (by_file[task.data] for task in tasks if task.data in by_file):
        errors = [d for d in outcome.diagnostics if d.severity is Severity.ERROR] or list(outcome.diagnostics)
        first = errors[0]
        place = str(first.location) or str(outcome.task.name)
        own = "" if place.startswith(str(outcome.task.name)) else f"{outcome.task.name}: "
        more = f" (và {len(errors) - 1} lỗi khác)" if len(errors) > 1 else ""
        lines.append(f"  {own}{place}: {first.message}{more}")
    return lines


def say(*lines: str) -> None:
    """Prints to stderr, where progress and summaries go."""
    for line in lines:
        click.echo(line, file=sys.stderr)
