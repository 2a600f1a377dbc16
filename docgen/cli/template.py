"""`docgen template`: what a keeper of Word templates needs, from a new template to what is wrong with it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.cli import report
from docgen.diagnostics import Diagnostic, DocgenError, UsageError, error
from docgen.output import write_whole
from docgen.workspace import Workspace

_FOLDER = click.option(
    "--tai",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="Thư mục làm việc; templates/ và schemas/ ở đó và ở các thư mục cha được dùng trước.",
)
_FORMAT = click.option(
    "--format", "style", type=click.Choice(report.FORMATS), default="text", help="Cách in các phát hiện."
)


@click.group(name="template", help="Xem, tạo, kiểm tra và so sánh mẫu Word.")
def command() -> None:
    pass


@command.command(name="list", help="Liệt kê mẫu của từng cấp, từng loại; mẫu nào thay cho mẫu nào.")
@_FOLDER
def list_templates(folder: Path) -> None:
    from docgen.cli.template_list import table

    for line in table(folder):
        click.echo(line)


@command.command(
    name="new", help="Tạo mẫu Word mới đúng thể thức cho CẤP/LOẠI (hoặc phan/TÊN), sẵn sàng sửa bằng Word."
)
@click.argument("name", metavar="CẤP/LOẠI")
@_FOLDER
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Tệp .docx; mặc định templates/<cấp>/<loại>.docx."
)
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
def new(name: str, folder: Path, output: Path | None, force: bool) -> None:
    def run() -> None:
        target = output or folder / "templates" / f"{name}.docx"
        if target.exists() and not force:
            raise UsageError(
                error(
                    "tep-da-co",
                    f"tệp “{target}” đã có",
                    hint="Thêm --force để ghi đè, hoặc -o để ghi chỗ khác",
                )
            )
        write_whole(target, _new_file(name, folder))
        click.echo(f"Đã tạo {target}", err=True)

    _guarded(run)


def _new_file(name: str, folder: Path) -> bytes:
    from docgen.cli.template_files import LEVELS
    from docgen.schema import load_report_type
    from docgen.word.starter import PARTS, new_part, new_template
    from docgen.workspace import ALL_LEVELS
    from docgen.workspace import PARTS as PARTS_FOLDER

    level, _, own = name.rpartition("/")
    if level == PARTS_FOLDER:
        if own not in PARTS:
            raise UsageError(
                error(
                    "khong-co-mau", f"không có phần dùng chung “{own}”", hint=f"Các phần: {', '.join(PARTS)}"
                )
            )
        return new_part(own)
    if level not in (*LEVELS, ALL_LEVELS):
        hint = f"Viết như xa/bao-cao; các cấp: {', '.join((*LEVELS, ALL_LEVELS))}"
        raise UsageError(error("cap-la", f"“{name}” không có dạng cấp/loại", hint=hint))
    return new_template(*load_report_type(own, Workspace.around(folder)).parents)


@command.command(name="vars", help="In cây các biến mà mẫu của một loại dùng được, với kiểu và ý nghĩa.")
@click.argument("name", metavar="[CẤP/]LOẠI")
@_FOLDER
def show_variables(name: str, folder: Path) -> None:
    def run() -> None:
        from docgen.cli.template_files import own_fields
        from docgen.schema import load_report_type
        from docgen.word.keeper.variables import LOOP, tree, variables
        from docgen.word.language.filters import FILTERS

        report_type = load_report_type(name.rpartition("/")[2], Workspace.around(folder))
        for line in tree(variables(own_fields(report_type))):
            click.echo(line)
        click.echo("\nTrong vòng lặp:")
        for line in tree({"loop": LOOP}):
            click.echo(line)
        click.echo(f"\nBộ lọc: {', '.join(sorted(FILTERS))}")

    _guarded(run)


@command.command(name="show", help="Dựng bản xem trước của một mẫu với số liệu ví dụ.")
@click.argument("name", metavar="MẪU")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Tệp .docx của bản xem trước."
)
@_FOLDER
def show(name: str, output: Path, folder: Path) -> None:
    def run() -> None:
        from docgen.cli.template_check import preview
        from docgen.cli.template_files import target

        write_whole(output, preview(target(name, folder), Workspace.around(folder)))
        click.echo(f"Đã dựng {output}", err=True)

    _guarded(run)


@command.command(
    name="check", help="Kiểm tra mẫu: thẻ hỏng, biến lạ, phần thiếu, kiểu thiếu, thể thức, dựng thử từng kỳ."
)
@click.argument("names", nargs=-1, metavar="[MẪU]...")
@click.option("--fix", is_flag=True, help="Sửa các thẻ bị Word tách hoặc tự sửa ký tự.")
@click.option(
    "--mark",
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục ghi bản có ghi chú Word ở từng chỗ.",
)
@_FOLDER
@_FORMAT
def check(names: tuple[str, ...], fix: bool, mark: Path | None, folder: Path, style: str) -> None:
    from docgen.cli.template_check import check_all
    from docgen.cli.template_files import own_files

    found, exit_code = check_all(names or [str(path) for path in own_files(folder)], folder, fix, mark)
    report.echo(found, style)
    sys.exit(exit_code)


@command.command(name="diff", help="Hai bản của một mẫu khác nhau chỗ nào: chữ, thẻ, kiểu, lề.")
@click.argument("old", type=click.Path(path_type=Path), metavar="CŨ")
@click.argument("new_", type=click.Path(path_type=Path), metavar="MỚI")
def diff(old: Path, new_: Path) -> None:
    def run() -> bool:
        from docgen.word.keeper.compare import compare_templates
        from docgen.word.package import read_package

        lines = compare_templates(read_package(old), read_package(new_))
        for line in lines:
            click.echo(line)
        return bool(lines)

    sys.exit(1 if _guarded(run) else 0)


@command.command(
    name="text", help="In chữ, thẻ và kiểu của tệp Word, mỗi đoạn một dòng; git dùng để so sánh."
)
@click.argument("path", type=click.Path(path_type=Path), metavar="TỆP")
def as_text(path: Path) -> None:
    def run() -> None:
        from docgen.word.keeper.compare import text_of
        from docgen.word.package import read_package

        for line in text_of(read_package(path)):
            click.echo(line)

    _guarded(run)


def _guarded(run: object) -> object:
    """What `run()` returns; its faults are printed and end the program with their exit code."""
    try:
        return run()  # type: ignore[operator]
    except DocgenError as fault:
        found: list[Diagnostic] = list(fault.diagnostics)
        report.echo(found, "text")
        sys.exit(fault.exit_code)
