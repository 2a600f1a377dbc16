"""The command `docgen`: one file per command, imported only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from docgen import __version__
from docgen.cli import vietnamese

click.Context.formatter_class = vietnamese.Formatter

COMMANDS: dict[str, str] = {
    "build": "Dựng báo cáo Word từ tệp dữ liệu",
    "check": "Kiểm tra tệp dữ liệu, không ghi gì",
    "new": "Tạo tệp dữ liệu mới có sẵn các mục cần điền",
    "lint": "Kiểm tra thể thức tệp Word theo Nghị định 30/2020/NĐ-CP",
    "schema": "Xem và xuất lược đồ",
    "template": "Xem, tạo, kiểm tra mẫu Word",
    "diff": "So sánh hai tệp Word",
    "regress": "Dựng lại các mẫu và so với bản đã duyệt",
    "pdf": "Đổi tệp Word sang PDF",
    "doctor": "Xem máy này thiếu gì",
}
"""Every command with what it does, in the order a clerk meets them."""


class _Lazy(click.Group):
    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"docgen.cli.{name}").command
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Các lệnh"):  # without importing any of them
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Lazy, help="Văn bản hành chính bằng Word từ dữ liệu, đúng thể thức Nghị định 30/2020/NĐ-CP."
)
@click.version_option(__version__, prog_name="docgen", message="%(prog)s %(version)s")
def cli() -> None:
    pass


def main() -> None:
    """Runs the command line; the exit code is 0 clean, 1 findings, 2 wrong usage, 3 unreadable."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a Windows console may not be UTF-8
            reconfigure(encoding="utf-8", errors="replace")
    try:
        code = cli(prog_name="docgen", standalone_mode=False)
    except click.ClickException as fault:
        click.echo(vietnamese.explain(fault), err=True)
        code = fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu", err=True)
        code = 130
    sys.exit(code if isinstance(code, int) else 0)
