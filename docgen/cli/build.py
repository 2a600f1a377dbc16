"""`docgen build`: Word files from data files."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from docgen.batch.manifest import MANIFEST, Manifest
from docgen.batch.run import Batch, Done, pdf_path, with_fault
from docgen.batch.targets import Task, plan
from docgen.cli import many, report
from docgen.cli.progress import progress
from docgen.diagnostics import DocgenError, UnreadableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docgen.pdf import PdfOptions

LISTED = 20
"""Up to so many documents are named one by one; a larger batch is summed up."""


@click.command(
    name="build", help="Dựng báo cáo Word từ tệp dữ liệu YAML; thư mục thì dựng mọi tệp dữ liệu trong đó."
)
@click.argument("data", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DỮ_LIỆU...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Tệp .docx, hoặc thư mục khi có nhiều tệp dữ liệu.",
)
@click.option("--pdf", is_flag=True, help="Làm thêm tệp PDF bên cạnh mỗi tệp Word (cần LibreOffice).")
@click.option("--pdf-a", is_flag=True, help="Như --pdf, theo chuẩn lưu trữ PDF/A-2.")
@many.jobs_option
@click.option("--resume", is_flag=True, help="Chỉ dựng tệp còn thiếu hoặc đã cũ so với lần dựng trước.")
@click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    help=f"Sổ ghi mã băm; mặc định là {MANIFEST} trong thư mục -o.",
)
@many.dask_option
@click.option(
    "--format", "style", type=click.Choice(report.FORMATS), default="text", help="Cách in các phát hiện."
)
def command(
    data: tuple[Path, ...], output: Path | None, pdf: bool, pdf_a: bool, jobs: int, resume: bool,
    manifest: Path | None, dask: str | None, style: str,
) -> None:  # fmt: skip
    if output is not None and len(data) == 1 and not data[0].is_dir() and _is_other_file(output):
        raise click.UsageError("Tên tệp sau -o phải có đuôi .docx")
    try:
        tasks = plan(data, output)
        book = manifest or _manifest_path(data, output, tasks, resume)
        done, interrupted = _build(tasks, book, resume, _pdf_options(pdf, pdf_a), jobs, dask)
    except DocgenError as fault:
        report.echo(fault.diagnostics, style)
        sys.exit(fault.exit_code)
    outcomes = [one.outcome for one in done if one.outcome is not None]
    report.echo(many.in_order(tasks, outcomes), style)
    many.say(*_summary(tasks, done, pdf or pdf_a, interrupted))
    sys.exit(many.INTERRUPTED if interrupted else max((o.exit_code for o in outcomes), default=0))


def _is_other_file(output: Path) -> bool:
    return bool(output.suffix) and output.suffix.lower() != ".docx" and not output.is_dir()


def _manifest_path(
    data: Sequence[Path], output: Path | None, tasks: Sequence[Task], resume: bool
) -> Path | None:
    """Where the manifest is kept: in the folder of a batch; a single document has none unless asked for."""
    if output is not None and output.suffix.lower() != ".docx":
        return output / MANIFEST
    if resume or any(path.is_dir() for path in data):
        return Path(os.path.commonpath([task.target.parent for task in tasks])) / MANIFEST
    return None


def _pdf_options(pdf: bool, pdf_a: bool) -> PdfOptions | None:
    if not (pdf or pdf_a):
        return None
    from docgen.pdf import PdfOptions

    return PdfOptions(archive=pdf_a)


def _build(
    tasks: Sequence[Task],
    book: Path | None,
    resume: bool,
    pdf: PdfOptions | None,
    jobs: int,
    dask: str | None,
) -> tuple[list[Done], bool]:
    """What became of each task, and whether the batch was interrupted."""
    done: list[Done] = []
    with many.workers(jobs, dask) as workers, progress(len(tasks), "Dựng") as advance:
        try:
            with many.ending_on_request(), _opened(book) as manifest:
                batch = Batch(workers, manifest, resume, pdf, pdf_jobs=min(jobs, 4))
                for one in batch.run(tasks):
                    done.append(one)
                    advance()
        except KeyboardInterrupt:
            return done, True
        except UnreadableError as fault:
            if not done:
                raise
            # the disk failed at the end: everything else is told all the same
            done[-1] = with_fault(done[-1], fault)
    return done, False


def _opened(book: Path | None) -> AbstractContextManager[Manifest | None]:
    return nullcontext() if book is None else Manifest(book)


def _summary(tasks: Sequence[Task], done: Sequence[Done], with_pdf: bool, interrupted: bool) -> list[str]:
    """What was built, each document by name when they are few; what failed and why; what is left."""
    built = [one.task for one in done if one.outcome is not None and one.outcome.exit_code == 0]
    current = sum(one.outcome is None for one in done)
    failed = many.failures(tasks, [one.outcome for one in done if one.outcome is not None])
    built.sort(key=tasks.index) if len(tasks) <= LISTED else None
    lines = []
    if len(tasks) <= LISTED:
        for task in built:
            lines.append(f"Đã dựng {task.target}" + (f" và {pdf_path(task).name}" if with_pdf else ""))
    if len(tasks) > 1:
        parts = [f"Dựng được {len(built)} trong {len(tasks)} báo cáo"]
        parts += [f"{current} báo cáo đã có và còn mới"] if current else []
        parts += [f"{len(failed)} tệp có lỗi:"] if failed else []
        lines += ["; ".join(parts), *failed]
    if interrupted:
        lines.append("Đã dừng giữa chừng; chạy lại lệnh này với --resume để dựng nốt")
    return lines
