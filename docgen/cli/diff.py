"""`docgen diff`: what changed between two Word files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import report
from docgen.diagnostics import DocgenError
from docgen.output import write_whole

if TYPE_CHECKING:
    from docgen.compare import Difference


@click.command(name="diff", help="So sánh hai tệp Word: chữ, số liệu, bảng, chú thích, định dạng, trang.")
@click.argument("old", type=click.Path(path_type=Path), metavar="CŨ.docx")
@click.argument("new", type=click.Path(path_type=Path), metavar="MỚI.docx")
@click.option(
    "--format", "style", type=click.Choice(("text", "json")), default="text", help="Cách in khác biệt."
)
@click.option("--html", type=click.Path(path_type=Path), help="Ghi khác biệt ra một trang HTML.")
@click.option(
    "--pages/--no-pages", default=True, help="Trang HTML có hình các trang khác nhau (cần LibreOffice)."
)
@click.option(
    "--redline", type=click.Path(path_type=Path), help="Ghi tệp Word có đánh dấu thay đổi (Track Changes)."
)
def command(old: Path, new: Path, style: str, html: Path | None, pages: bool, redline: Path | None) -> None:
    from docgen.compare import as_text, differences, dump

    try:
        found = differences(dump(old), dump(new))
        if html is not None:
            write_whole(html, _page(old, new, found, pages).encode("utf-8"))
        if redline is not None:
            from docgen.compare.redline import redline as mark_changes

            write_whole(redline, mark_changes(old.read_bytes(), new.read_bytes()))
    except DocgenError as fault:
        report.echo(fault.diagnostics, style)
        sys.exit(fault.exit_code)
    click.echo(as_text.as_json(found) if style == "json" else as_text.text(found))
    sys.exit(int(bool(found)))


def _page(old: Path, new: Path, found: tuple[Difference, ...], pages: bool) -> str:
    from docgen.compare import as_html
    from docgen.pdf.page_views import page_views_or_none

    files = [(new.name, old.read_bytes(), new.read_bytes())]
    views, note = page_views_or_none(files) if pages else ([], "")
    view = views[0] if views else None
    part = as_html.Part(
        f"{old.name} → {new.name}",
        found,
        page_notes=view.notes if view else (),
        pages=view.pages if view else (),
    )
    return as_html.page(part, note=note)
