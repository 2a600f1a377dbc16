"""`docgen regress`: builds every data file below a folder and compares with what was approved."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import report
from docgen.cli.progress import progress
from docgen.diagnostics import DocgenError
from docgen.output import write_whole

if TYPE_CHECKING:
    from docgen.compare.regress import Outcome

WORDS = {
    "same": "như đã duyệt",
    "changed": "thay đổi",
    "unseen": "nội dung và định dạng như đã duyệt, nhưng tệp khác ở chỗ không hiện ra",
    "new": "mới, chưa có bản đã duyệt",
    "gone": "không còn tệp dữ liệu",
    "failed": "không dựng được",
}
_SHORT = {
    "same": "như cũ",
    "changed": "thay đổi",
    "unseen": "khác ngầm",
    "new": "mới",
    "gone": "mất",
    "failed": "lỗi",
}


@click.command(
    name="regress", help="Dựng lại mọi tệp dữ liệu và so với bản đã duyệt (*.approved.txt) đặt bên cạnh."
)
@click.argument("places", nargs=-1, type=click.Path(path_type=Path), metavar="[THƯ_MỤC|TỆP]...")
@click.option("--approve", is_flag=True, help="Chấp nhận kết quả hiện tại làm bản đã duyệt.")
@click.option("--name", "names", multiple=True, help="Chỉ xét tệp có tên này (được dùng * và ?).")
@click.option(
    "--keep-docx", is_flag=True, help="Cùng --approve: giữ cả tệp Word đã duyệt để so hình từng trang."
)
@click.option(
    "--html", type=click.Path(path_type=Path), help="Ghi một trang HTML: khác biệt và hình các trang."
)
@click.option("--pages/--no-pages", default=True, help="Trang HTML có hình các trang (cần LibreOffice).")
@click.option(
    "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Số tiến trình chạy song song."
)
@click.option(
    "--format", "style", type=click.Choice(("text", "json")), default="text", help="Cách in kết quả."
)
def command(
    places: tuple[Path, ...],
    approve: bool,
    names: tuple[str, ...],
    keep_docx: bool,
    html: Path | None,
    pages: bool,
    jobs: int,
    style: str,
) -> None:
    from docgen.compare import regress

    if keep_docx and not approve:
        raise click.UsageError("--keep-docx chỉ dùng cùng --approve")
    try:
        files = regress.data_files(places or (Path("."),), names)
        if not files:
            raise click.UsageError("Không có tệp dữ liệu nào")
        outcomes = []
        with progress(len(files), "So với bản đã duyệt") as step:
            for outcome in regress.regress(files, _build, jobs):
                outcomes.append(outcome)
                step()
        if html is not None:
            write_whole(html, _page(outcomes, pages, jobs).encode("utf-8"))
        accepted = [o for o in outcomes if approve and regress.approve(o, keep_docx)]
    except DocgenError as fault:
        report.echo(fault.diagnostics, style)
        sys.exit(fault.exit_code)
    click.echo(_json(outcomes) if style == "json" else _text(outcomes))
    for outcome in accepted:
        click.echo(f"Đã duyệt {outcome.data}", err=True)
    left = [o.exit_code for o in outcomes if o not in accepted]
    sys.exit(max(left, default=0))


def _build(path: Path) -> bytes:
    from docgen import pipeline

    return pipeline.build(path).docx


def _text(outcomes: list[Outcome]) -> str:
    from docgen.compare import as_text

    lines = []
    for outcome in outcomes:
        if outcome.status.value == "same":
            continue
        lines.append(f"{outcome.data}: {WORDS[outcome.status.value]}")
        body = report.text(outcome.diagnostics) if outcome.diagnostics else ""
        if outcome.differences:
            body += ("\n" if body else "") + as_text.text(outcome.differences)
        lines += [f"    {line}" for line in body.splitlines()]
    counts = [(word, sum(o.status.value == key for o in outcomes)) for key, word in _SHORT.items()]
    lines.append(f"{len(outcomes)} tệp: " + ", ".join(f"{n} {word}" for word, n in counts if n))
    return "\n".join(lines)


def _json(outcomes: list[Outcome]) -> str:
    from docgen.compare import as_text

    records = [
        {
            "path": str(outcome.data),
            "status": outcome.status.value,
            "differences": [as_text.record(d) for d in outcome.differences],
            "findings": json.loads(report.as_json(outcome.diagnostics)),
        }
        for outcome in outcomes
    ]
    return json.dumps(records, ensure_ascii=False, indent=2)


def _page(outcomes: list[Outcome], pages: bool, jobs: int) -> str:
    from docgen.compare import as_html
    from docgen.compare.approved import word_copy_of
    from docgen.pdf.page_views import page_views_or_none

    shown = [outcome for outcome in outcomes if outcome.status.value != "same"]
    built = [outcome for outcome in shown if outcome.docx]
    views, note = {}, ""
    if pages:
        files = [(str(o.data), _old(word_copy_of(o.data)), o.docx) for o in built]
        made, note = page_views_or_none(files, jobs)
        views = {o.data: view for o, view in zip(built, made, strict=False)}
    parts = []
    for outcome in shown:
        view = views.get(outcome.data)
        parts.append(
            as_html.Part(
                str(outcome.data),
                outcome.differences,
                WORDS[outcome.status.value],
                report.text(outcome.diagnostics),
                view.notes if view else (),
                view.pages if view else (),
            )
        )
    return as_html.page(*parts, title="So với bản đã duyệt", note=note)


def _old(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
