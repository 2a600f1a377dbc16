"""The whole way from a data file to findings and to the bytes of a Word file."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from docgen import limits
from docgen.assemble import Assembled, assemble
from docgen.checks import check_passages
from docgen.diagnostics import Diagnostic, DocgenError, Severity, error, has_errors
from docgen.expression import exactly
from docgen.reach import local_file, out_of_reach, within_reach
from docgen.schema import (
    UNUSED_WAIVER,
    DataFile,
    ReportType,
    Unit,
    apply_waivers,
    check_facts,
    check_outline,
    load_report_type,
    read_document,
    read_unit,
    unit_of,
)
from docgen.source import Mapping, Scalar, read_yaml
from docgen.values import Struct
from docgen.workspace import ALL_LEVELS, Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docgen.word.compiled import CompiledTemplate


class Read(Struct, frozen=True):
    """A data file with all it refers to, read and put together; `faults` is what was found so far."""

    path: Path
    root: Mapping
    workspace: Workspace
    report_type: ReportType
    unit: Unit
    data: DataFile
    assembled: Assembled
    faults: tuple[Diagnostic, ...]


class Built(Struct, frozen=True):
    """A built document: the bytes of the Word file and the findings that did not stop it; the document
    and the template it was made from."""

    path: Path
    docx: bytes
    diagnostics: tuple[Diagnostic, ...]
    document: Read
    template: CompiledTemplate

    def __repr__(self) -> str:  # the document itself would fill pages
        return f"Built({str(self.path)!r}, {len(self.docx)} bytes, {len(self.diagnostics)} findings)"


def read(path: Path) -> Read:
    """The data file at `path`, its unit and report type, assembled.

    Raises UnreadableError when a file cannot be read, DocgenError when one has faults that leave
    nothing to go on with; every other fault is in the result.
    """
    root, faults = read_yaml(path)
    workspace = _workspace(path.parent.resolve())
    with exactly():
        return _read(path, root, faults, workspace)


def _read(path: Path, root: Mapping, faults: tuple[Diagnostic, ...], workspace: Workspace) -> Read:
    try:
        report_type, unit, found = _references(path, root, workspace)
    except DocgenError as fault:
        raise type(fault)(*faults, *fault.diagnostics) from None  # all at once
    unit = unit_of(root, unit)
    data, more = read_document(root, report_type, unit)
    assembled = assemble(data, unit, report_type)
    return Read(
        path, root, workspace, report_type, unit, data, assembled, (*faults, *found, *more, *assembled.faults)
    )


@lru_cache(maxsize=64)
def _workspace(folder: Path) -> Workspace:
    return Workspace.around(folder)


def _references(
    path: Path, root: Mapping, workspace: Workspace
) -> tuple[ReportType, Unit, tuple[Diagnostic, ...]]:
    """The report type and the unit a data file names; all that is wrong with both at once."""
    faults: list[Diagnostic] = []
    report_type: ReportType | None = None
    unit: Unit | None = None
    found: tuple[Diagnostic, ...] = ()
    name = root.get("loai")
    if isinstance(name, Scalar):
        try:
            report_type = load_report_type(name.text.strip(), workspace)
        except DocgenError as fault:
            own = [d if d.location.path else d.at(name.location) for d in fault.diagnostics]
            faults.extend(own)
    else:
        known = ", ".join(n for n in workspace.schema_names() if n != "van-ban")
        faults.append(
            error("thieu-khoa", "thiếu “loai” (loại báo cáo)", root.location, hint=f"Các loại: {known}")
        )
    place = root.get("don_vi")
    if isinstance(place, Scalar):
        try:
            unit, found = _unit(place.text.strip(), path.parent)
        except DocgenError as fault:
            faults.extend(d if d.location.line else d.at(place.location) for d in fault.diagnostics)
    else:
        faults.append(
            error(
                "thieu-khoa",
                "thiếu “don_vi” (tệp đơn vị)",
                root.location,
                hint="Ghi đường dẫn, ví dụ: don_vi: don-vi/xa-an-hoa.yaml",
            )
        )
    if report_type is None or unit is None or has_errors(found):
        raise DocgenError(*faults, *found)
    return report_type, unit, found


def _unit(written: str, folder: Path) -> tuple[Unit, tuple[Diagnostic, ...]]:
    """The unit in the file that a data file in `folder` names by `written`, and what is wrong with it.

    A unit may lie anywhere on this computer, for many offices keep theirs in one place; but outside the
    reach of the data file only a faultless unit file is taken, and of any other nothing is told.
    """
    file = within_reach(written, folder)
    if file is not None:
        return _unit_file(file, str(file.resolve()), _stamp(file))
    outside = local_file(written, folder)
    if outside is not None and outside.suffix.lower() in (".yaml", ".yml"):
        try:
            unit, faults = read_unit(outside)
        except DocgenError:
            faults = [out_of_reach(written, folder)]
        if not faults:
            return unit, ()
    raise DocgenError(out_of_reach(written, folder))


@lru_cache(maxsize=256)  # most data files of an office name the same unit
def _unit_file(file: Path, place: str, stamp: tuple[int, int]) -> tuple[Unit, tuple[Diagnostic, ...]]:
    """The unit in `file`; `place` and `stamp` tell another or a changed file."""
    unit, faults = read_unit(file)
    return unit, tuple(faults)


def _stamp(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError:
        return (-1, -1)  # reading it will say what is wrong
    return status.st_mtime_ns, status.st_size


def findings(document: Read, waivers: bool = True, proofread: bool = True) -> list[Diagnostic]:
    """Everything found in a data file, in the order of its places; waived findings are left out.

    When the file could not be read as it is meant, that is all there is to say: figures are compared
    and waivers looked at once every value has one. Without `proofread` the printed words are not read
    for what a careful reader would find in them, which is never an error and takes half of the time.
    """
    with exactly():
        return _found(document, waivers, proofread)


def _found(document: Read, waivers: bool, proofread: bool) -> list[Diagnostic]:
    data, assembled = document.data, document.assembled
    found = list(document.faults)
    if not has_errors(found):
        wordless = frozenset(one.code for one in data.waivers if one.reason and waivers and not proofread)
        figures = check_facts(data, document.report_type, document.unit, wordless)
        questioned = {r.location for d in figures for r in d.related} | {d.location for d in figures}
        found += figures
        found += check_outline(
            document.report_type, assembled.headings, data.place("noi_dung"), data.facts.scope
        )
        if proofread:
            found += check_passages(assembled.passages(), data, questioned)
        if waivers:
            found = apply_waivers(found, data.waivers)
            if not proofread:  # a waiver may be for what was not looked for
                found = [finding for finding in found if finding.code != UNUSED_WAIVER]
    return _limited(sorted(dict.fromkeys(found), key=_by_place))


def _limited(found: list[Diagnostic]) -> list[Diagnostic]:
    """`found` as far as anyone will read it; what is left out is counted, and stays an error if any was."""
    kept, left = found[: limits.FINDINGS_PER_FILE], found[limits.FINDINGS_PER_FILE :]
    if not left:
        return found
    severity = min((d.severity for d in left), key=list(Severity).index)
    message = f"còn {len(left)} phát hiện nữa không liệt kê; sửa những chỗ trên rồi kiểm tra lại"
    return [*kept, Diagnostic("con-nua", severity, message, left[0].location)]


def _by_place(finding: Diagnostic) -> tuple[str, int, int]:
    place = finding.location
    return place.path, place.line or 0, place.column or 0


def check(path: str | Path, waivers: bool = True) -> list[Diagnostic]:
    """The findings of the data file at `path`; those that keep it from being read included."""
    try:
        return findings(read(Path(path)), waivers)
    except DocgenError as fault:
        return list(fault.diagnostics)


def build(path: str | Path, proofread: bool = False) -> Built:
    """The Word file of the data file at `path`.

    Raises DocgenError with every finding when one of them is an error. With `proofread` the result
    also holds the warnings about its words, as `check` gives them and the command `docgen build` prints.
    """
    with _without_collections():
        return _build(Path(path), proofread)


@contextmanager
def _without_collections() -> Iterator[None]:
    """Keeps Python from looking for cycles of dead objects: a build makes a great many small objects and no
    cycles, and looking through them again and again takes a tenth of its time, of a long table two fifths."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _build(path: Path, proofread: bool) -> Built:
    from docgen.word import render_document, store

    document = read(path)
    found = findings(document, proofread=proofread)
    if has_errors(found):
        raise DocgenError(*found)
    template = store().get(find_template(document), document.workspace.find_part)
    docx = render_document(document.assembled.document, template)
    return Built(path, docx, tuple(found), document, template)


def find_template(document: Read) -> Path:
    """The template of a document: of its type, else of the nearest type it inherits from."""
    level = document.unit.level
    for name in document.report_type.parents:
        path = document.workspace.find_template(level, name)
        if path is not None:
            return path
    tried = ", ".join(f"templates/{level}/{name}.docx" for name in document.report_type.parents)
    tried += f" (hoặc trong templates/{ALL_LEVELS})"
    raise DocgenError(
        error(
            "khong-co-mau",
            f"không có mẫu Word cho loại “{document.report_type.name}” ở cấp {level}",
            document.data.place("loai"),
            hint=f"Cần một trong các tệp: {tried}",
        )
    )


def counts(found: list[Diagnostic] | tuple[Diagnostic, ...]) -> Iterator[tuple[Severity, int]]:
    """How many findings there are of each severity that occurs."""
    for severity in Severity:
        number = sum(d.severity is severity for d in found)
        if number:
            yield severity, number
