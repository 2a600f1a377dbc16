"""`docgen diff`: what changed between two Word files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.cli import report
from docgen.diagnostics import DocgenError
from docgen.output import write_whole


@click.command(name="diff", help="So sánh hai tệp Word: chữ, số liệu, bảng, chú thích, định dạng, trang.")
@click.argument("old", type=click.Path(path_type=Path), metavar="CŨ.docx")
@click.argument("new", type=click.Path(path_type=Path), metavar="MỚI.docx")
@click.option("--format", "style", type=click.Choice(("text", "json")), default="text", help="Cách in khác biệt.")
@click.option("--html", type=click.Path(path_type=Path), help="Ghi khác biệt ra một trang HTML.")
@click.option("--redline", type=click.Path(path_type=Path), help="Ghi tệp Word có đánh dấu thay đổi (Track Changes).")
def command(old: Path, new: Path, style: str, html: Path | None, redline: Path | None) -> None:
    from docgen.compare import as_text, differences, dump

    try:
        before, after = dump(old), dump(new)
        found = differences(before, after)
        if html is not None:
            from docgen.compare import as_html

            page = as_html.page(as_html.Part(f"{old.name} → {new.name}", found))
            write_whole(html, page.encode("utf-8"))
        if redline is not None:
            from docgen.compare.redline import redline as mark_changes

            write_whole(redline, mark_changes(old.read_bytes(), new.read_bytes()))
    except DocgenError as fault:
        report.echo(fault.diagnostics, style)
        sys.exit(fault.exit_code)
    click.echo(as_text.as_json(found) if style == "json" else as_text.text(found))
    sys.exit(int(bool(found)))
