"""`docgen lint`: does a Word file follow Nghị định 30/2020/NĐ-CP? Repairs and marks it on request."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

import click

from docgen.cli import report
from docgen.diagnostics import (
    Diagnostic,
    DocgenError,
    Location,
    UnreadableError,
    UsageError,
    error,
    has_errors,
)
from docgen.lint.options import Options
from docgen.output import write_whole
from docgen.values import replace

FIXED = "-da-sua"
"""What the name of a repaired file ends with."""


@click.command(name="lint", help="Kiểm tra thể thức tệp Word (.docx) theo Nghị định 30/2020/NĐ-CP.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="TỆP_HOẶC_THƯ_MỤC...")
@click.option("--fix", is_flag=True, help=f"Sửa những lỗi sửa được an toàn, ghi vào tệp mới TÊN{FIXED}.docx.")
@click.option("--dry-run", is_flag=True, help="Cùng với --fix: chỉ in những gì sẽ sửa.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Tệp hoặc thư mục ghi bản đã sửa.")
@click.option(
    "--mark", type=click.Path(path_type=Path), metavar="TỆP_HOẶC_THƯ_MỤC", help="Ghi bản có ghi chú Word."
)
@click.option("--select", multiple=True, metavar="MÃ", help="Chỉ áp dụng các mã này (PG-03, hoặc cả họ PG).")
@click.option("--ignore", multiple=True, metavar="MÃ", help="Không áp dụng các mã này.")
@click.option("--as-of", metavar="NGÀY", help="Áp dụng quy định của ngày này (mặc định: ngày của văn bản).")
@click.option("--config", type=click.Path(path_type=Path), help="Tệp cấu hình YAML của cơ quan.")
@click.option("--rules", is_flag=True, help="In danh sách quy tắc cùng căn cứ.")
@click.option(
    "--format", "style", type=click.Choice(report.FORMATS), default="text", help="Cách in các phát hiện."
)
def command(paths, fix, dry_run, output, mark, select, ignore, as_of, config, rules, style) -> None:
    if rules:
        _print_rules(style)
        return
    try:
        options = _options(select, ignore, as_of, config)
        files = _files(paths)
        fixed = _targets(files, output, FIXED) if fix and not dry_run else {}
        marked = _targets(files, mark, "") if mark else {}
    except DocgenError as fault:
        report.echo(fault.diagnostics, style)
        sys.exit(fault.exit_code)
    found: list[Diagnostic] = []
    exit_code = 0
    for path in files:
        try:
            own = _repair(path, options, fixed.get(path)) if fix else _lint(path, options)
            if path in marked:
                from docgen.lint.mark import mark as marked_copy

                write_whole(marked[path], marked_copy(_bytes(path), own))
                click.echo(f"Đã ghi {marked[path]}", err=True)
        except DocgenError as fault:
            found += fault.diagnostics
            exit_code = max(exit_code, fault.exit_code)
        else:
            found += own
            exit_code = max(exit_code, int(has_errors(own)))
    report.echo(found, style)
    if not found and style == "text":
        click.echo(f"{len(files)} tệp, không có lỗi thể thức", err=True)
    for waiver in options.waivers:
        click.echo(f"Bỏ qua {waiver.rule}: {waiver.reason}", err=True)
    sys.exit(exit_code)


def _print_rules(style: str) -> None:
    from docgen.lint import rules_page

    click.echo(
        rules_page.text()
        if style == "text"
        else json.dumps(rules_page.records(), ensure_ascii=False, indent=2)
    )


def _options(select, ignore, as_of: str | None, config: Path | None) -> Options:
    from docgen.cli.lint_config import codes, read_config

    options = read_config(config) if config is not None else Options()
    return replace(options, select=codes(select) or options.select, ignore=codes(ignore), as_of=_day(as_of))


def _day(text: str | None) -> datetime.date | None:
    """A day written 2025-07-01 or 1/7/2025."""
    if text is None:
        return None
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    raise UsageError(error("lint-ngay", f"“{text}” không phải là ngày", hint="Ghi 01/7/2025 hoặc 2025-07-01"))


def _files(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files named, and the .docx files under the folders named, each once."""
    if not paths:
        raise UsageError(error("lint-thieu-tep", "Chưa nêu tệp cần kiểm tra", hint="docgen lint TỆP.docx"))
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p for p in path.rglob("*.docx") if not p.name.startswith(("~$", ".")) and p.is_file()
            )
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    if not found:
        raise UsageError(
            error("lint-thieu-tep", "Không có tệp .docx nào trong thư mục", Location(str(paths[0])))
        )
    return tuple(found)


def _targets(files: tuple[Path, ...], output: Path | None, suffix: str) -> dict[Path, Path]:
    """Where the new file of each file goes; never the file itself."""
    if output is not None and len(files) == 1 and output.suffix.lower() == ".docx" and not output.is_dir():
        targets = {files[0]: output}
    else:
        targets = {f: (output or f.parent) / f"{f.stem}{suffix}.docx" for f in files}
    names = {str(t.resolve()).casefold() for t in targets.values()}
    if len(names) < len(targets) or names & {str(f.resolve()).casefold() for f in files}:
        raise UsageError(
            error("lint-trung-ten", "Tệp ghi ra trùng với tệp khác", hint="Chọn tệp hoặc thư mục khác")
        )
    return targets


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UnreadableError(
            error("docx", "Không tìm thấy hoặc không đọc được tệp", Location(str(path)))
        ) from None


def _lint(path: Path, options: Options) -> list[Diagnostic]:
    from docgen.lint.linter import lint

    return lint(path, options)


def _repair(path: Path, options: Options, target: Path | None) -> list[Diagnostic]:
    """Repairs a file into `target` (None: only tells what would be done); the findings that are left."""
    from docgen.lint.repair import repair

    result = repair(_bytes(path), options, str(path))
    words = "Đã sửa" if target is not None else "Sẽ sửa"
    for finding in result.done:
        click.echo(f"{words} {finding.location}: {finding.message} [{finding.code}]", err=True)
    if result.data is not None and target is not None:
        write_whole(target, result.data)
        click.echo(f"Đã ghi {target}", err=True)
    return [*([result.refused] if result.refused else []), *result.left]
