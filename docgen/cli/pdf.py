"""`docgen pdf`: Word files to PDF, and what only the pages show."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from docgen.cli import report
from docgen.diagnostics import Diagnostic, DocgenError, Location, UnreadableError, error, has_errors
from docgen.output import write_whole


@click.command(
    name="pdf", help="Đổi tệp Word sang PDF bằng LibreOffice, và xem lỗi trình bày chỉ thấy trên trang."
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TỆP.docx...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Tệp .pdf, hoặc thư mục khi có nhiều tệp."
)
@click.option("--pdf-a", "pdfa", is_flag=True, help="PDF/A-2 để lưu trữ lâu dài.")
@click.option("--tagged", is_flag=True, help="PDF có cấu trúc cho trình đọc màn hình.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=min(4, os.cpu_count() or 1),
    help="Số LibreOffice chạy cùng lúc.",
)
@click.option("--timeout", type=click.FloatRange(1), default=120.0, help="Số giây cho mỗi tệp.")
@click.option("--layout/--no-layout", default=True, help="Xem lỗi trình bày trên trang.")
@click.option(
    "--format", "style", type=click.Choice(report.FORMATS), default="text", help="Cách in các phát hiện."
)
def command(
    files: tuple[Path, ...],
    output: Path | None,
    pdfa: bool,
    tagged: bool,
    jobs: int,
    timeout: float,
    layout: bool,
    style: str,
) -> None:
    from docgen.pdf import Converter, PdfOptions

    found: list[Diagnostic] = []
    exit_code = 0
    try:
        targets = _targets(files, output)
        sources = [(str(path), _bytes(path)) for path in files]
        with Converter(PdfOptions(pdfa, tagged), jobs, timeout) as converter:
            for target, (_, docx), done in zip(targets, sources, converter.convert(sources), strict=True):
                if done.fault is not None:
                    found.append(done.fault)
                    exit_code = 3
                    continue
                write_whole(target, done.pdf)
                click.echo(f"Đã tạo {target}", err=True)
                found += _look(done.source, docx, done.pdf) if layout else []
    except DocgenError as fault:
        found += fault.diagnostics
        exit_code = fault.exit_code
    report.echo(found, style)
    sys.exit(max(exit_code, int(has_errors(found))))


def _look(name: str, docx: bytes, pdf: bytes) -> list[Diagnostic]:
    """Layout faults of one file and fonts this machine lacks."""
    from docgen.pdf import font_faults, layout_faults
    from docgen.view import read

    view = read(docx)
    return [d.at(_named(d.location, name)) for d in (*font_faults(view), *layout_faults(view, pdf))]


def _named(place: Location, path: str) -> Location:
    from docgen.values import replace

    return replace(place, path=path)


def _targets(files: tuple[Path, ...], output: Path | None) -> list[Path]:
    if output is None:
        return [path.with_suffix(".pdf") for path in files]
    if output.suffix.lower() == ".pdf":
        if len(files) > 1:
            raise click.UsageError("Nhiều tệp thì -o phải là thư mục")
        return [output]
    targets = [output / f"{path.stem}.pdf" for path in files]
    twice = {target for target in targets if targets.count(target) > 1}
    if twice:
        raise click.UsageError(f"Hai tệp cùng ra một PDF: {', '.join(sorted(map(str, twice)))}")
    return targets


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        message = f"không đọc được tệp ({fault.strerror})"
        raise UnreadableError(error("khong-doc-duoc", message, Location(str(path)))) from None
