"""`docgen doctor`: what this machine lacks."""

from __future__ import annotations

import json
import sys

import click

from docgen.values import asdict


@click.command(name="doctor", help="Xem máy này có đủ LibreOffice, phông chữ, bảng mã … cho docgen không.")
@click.option(
    "--format", "style", type=click.Choice(("text", "json")), default="text", help="Cách in kết quả."
)
def command(style: str) -> None:
    from docgen.pdf.machine import examine

    checks = examine()
    if style == "json":
        click.echo(json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=2))
    else:
        for check in checks:
            word = "được " if check.ok else "THIẾU" if check.exit_code else "nên có"
            click.echo(f"{word:<6} {check.name}: {check.found}")
            if not check.ok:
                click.echo(f"       → {check.fix}")
    sys.exit(max((check.exit_code for check in checks if not check.ok), default=0))
