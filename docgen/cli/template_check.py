"""Checks of `docgen template check`: tags, variables, parts, styles; then a trial build for each period."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path

from docgen.cli.template_files import Target, target, trial_documents
from docgen.diagnostics import Diagnostic, DocgenError, Location, Severity, UsageError, error, has_errors
from docgen.output import write_whole
from docgen.values import replace
from docgen.word import render_document
from docgen.word.compile import compile_template
from docgen.word.keeper.check import check_template
from docgen.word.keeper.example import OFFICES
from docgen.word.keeper.fix import fix_template
from docgen.word.keeper.found import Found
from docgen.word.package import read_package, write_package
from docgen.workspace import Workspace


def check_all(
    names: Iterable[str], folder: Path, fix: bool, mark: Path | None
) -> tuple[list[Diagnostic], int]:
    """The findings of all templates named, each once, and the exit code; repairs and marks on request."""
    found: list[Diagnostic] = []
    exit_code = 0
    for name in names:
        try:
            one = target(name, folder)
            own = check_one(one, fix)
            if mark is not None:
                _write_marked(one.path, own, mark)
        except DocgenError as fault:
            found += fault.diagnostics
            exit_code = max(exit_code, fault.exit_code)
        else:
            found += [each.diagnostic for each in own]
    found = list(dict.fromkeys(found))
    return found, max(exit_code, int(has_errors(found)))


def check_one(one: Target, fix: bool = False) -> list[Found]:
    """All that is wrong with one template, after repair when `fix`; tags come before a trial build."""
    workspace = Workspace.around(one.path.absolute().parent)
    parts = read_package(one.path)
    if fix:
        parts, count = fix_template(parts)
        if count:
            write_whole(one.path, write_package(parts))
    found = check_template(
        parts,
        str(one.path),
        one.variables(workspace),
        workspace.find_part,
        one.own_fields,
        one.report_type is None,
    )
    if not has_errors([each.diagnostic for each in found]):
        found += [Found(each) for each in dict.fromkeys(_trial(one, parts, workspace))]
    return found


def _trial(one: Target, parts: dict[str, bytes], workspace: Workspace) -> Iterator[Diagnostic]:
    """What goes wrong when the template is built with example data, and what the result breaks of NĐ 30."""
    from docgen.lint import Options, lint

    day = datetime.date(OFFICES[one.level].year, 12, 18) if one.level else None
    for period, document in trial_documents(one):
        try:
            docx = render_document(document, compile_template(str(one.path), parts, workspace.find_part))  # type: ignore[arg-type]
        except DocgenError as fault:
            for each in fault.diagnostics:
                yield replace(each, message=f"dựng thử ({period}): {each.message}")
            continue
        for each in lint(docx, Options(as_of=day)):
            if each.severity is not Severity.INFO:
                place = Location(str(one.path), excerpt=each.location.excerpt)
                yield replace(each, message=f"bản dựng thử: {each.message}", location=place, related=())


def preview(one: Target, workspace: Workspace) -> bytes:
    """The template filled with example data. Raises DocgenError when it cannot be built."""
    document = next((made for _, made in trial_documents(one)), None)
    if document is None:
        raise UsageError(
            error(
                "mau-la-phan",
                "phần dùng chung không dựng riêng được",
                Location(str(one.path)),
                hint="Xem một mẫu có dùng phần này",
            )
        )
    template = compile_template(str(one.path), read_package(one.path), workspace.find_part)
    return render_document(document, template)  # type: ignore[arg-type]


def _write_marked(path: Path, found: list[Found], folder: Path) -> None:
    """A copy of the template with a comment at each of its own findings."""
    from docgen.lint.mark import mark

    own = [each.for_word() for each in found if each.diagnostic.location.path == str(path)]
    if own:
        write_whole(folder / path.parent.name / path.name, mark(path.read_bytes(), own))
