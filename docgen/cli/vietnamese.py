"""click in Vietnamese: the words of its help pages and of its usage errors.

click looks its texts up with gettext when it is imported and ships no Vietnamese catalogue, so the few
that a clerk can meet are said here, through the classes click offers for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from docgen.diagnostics import did_you_mean

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Các lệnh", "Arguments": "Tham số"}
_PHRASES = (
    ("Show this message and exit.", "In phần hướng dẫn này."),
    ("Show the version and exit.", "In số phiên bản."),
    ("[required]", "[bắt buộc]"),
    ("[default: ", "[mặc định: "),
)


class Formatter(click.HelpFormatter):
    """A help page with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Writes "Cách dùng: …"."""
        super().write_usage(prog, args.replace("[OPTIONS]", "[TÙY CHỌN]"), prefix or "Cách dùng: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A section under the Vietnamese for `name`."""
        with super().section(_HEADINGS.get(name, name)):
            yield

    def write_dl(self, rows: Sequence[tuple[str, str]], *args: Any, **more: Any) -> None:
        """A list of options with click's own remarks in Vietnamese."""
        super().write_dl([(name, _translated(text)) for name, text in rows], *args, **more)


def _translated(text: str) -> str:
    for english, vietnamese in _PHRASES:
        text = text.replace(english, vietnamese)
    return text


def explain(fault: click.ClickException) -> str:
    """What is wrong with a command line, and how to get help, in Vietnamese."""
    words = _words(fault)
    context = getattr(fault, "ctx", None)
    if context is None:
        return f"Lỗi: {words}"
    return f"Lỗi: {words}\nXem cách dùng: {context.command_path} --help"


def _words(fault: click.ClickException) -> str:
    if isinstance(fault, click.NoSuchOption):
        near = (fault.possibilities or [""])[0]
        return f"không có tùy chọn “{fault.option_name}”" + (f", có phải “{near}”?" if near else "")
    if isinstance(fault, click.MissingParameter):
        name = fault.param.make_metavar(fault.ctx) if fault.param and fault.ctx else ""
        return f"thiếu {name}".rstrip()
    if isinstance(fault, click.BadOptionUsage):
        return f"tùy chọn “{fault.option_name}” cần một giá trị"
    if isinstance(fault, click.BadParameter):
        return f"giá trị của {_parameter(fault)} không hợp lệ{_allowed(fault)}"
    if isinstance(fault, click.FileError):
        return f"không mở được tệp “{fault.ui_filename}”"
    message = fault.format_message()
    if message.startswith("No such command"):
        return _no_such_command(message, getattr(fault, "ctx", None))
    if message.startswith("Missing command"):
        return "thiếu tên lệnh"
    if message.startswith("Got unexpected extra argument"):
        return f"thừa tham số {message[message.find('(') :].strip('().')}"
    return message[:1].lower() + message[1:]


def _parameter(fault: click.BadParameter) -> str:
    if fault.param is None:
        return "tham số"
    if isinstance(fault.param, click.Option):
        return f"“{fault.param.opts[-1]}”"
    return fault.param.make_metavar(fault.ctx) if fault.ctx else "tham số"


def _allowed(fault: click.BadParameter) -> str:
    kind = fault.param.type if fault.param is not None else None
    if isinstance(kind, click.Choice):
        return f"; chọn một trong: {', '.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return f"; cần số từ {kind.min} đến {kind.max}"
    return ""


def _no_such_command(message: str, context: click.Context | None) -> str:
    name = message.split("'")[1] if message.count("'") >= 2 else ""
    group = context.command if context is not None else None
    known = group.list_commands(context) if isinstance(group, click.Group) and context else []
    return f"không có lệnh “{name}”{did_you_mean(name, known)}"
