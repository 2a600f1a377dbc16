"""A small office in a folder: files from one text, and what docgen.schema says about its data file.

A fixture holds files, each under a line `=== path`, and under `=== expect` every line that reading and
checking `data.yaml` prints. After a change on purpose: python tests/schema/office.py FIXTURE... writes the
expectation anew, for a person to read in the diff.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from docgen.diagnostics import Diagnostic, DocgenError, has_errors
from docgen.expression import display
from docgen.schema import (
    DataFile,
    FormTable,
    apply_waivers,
    check_facts,
    load_report_type,
    read_document,
    read_unit,
)
from docgen.source import Scalar, read_yaml
from docgen.workspace import Workspace

UNIT = """\
cap: xa
ten: Ủy ban nhân dân xã An Hòa
ten_tat: UBND xã An Hòa
ky_hieu: UBND
dia_danh: An Hòa
nguoi_ky:
  chu-tich: {quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}
noi_nhan: [Thường trực Đảng ủy]
luu: VT
"""

HEAD = """\
don_vi: don-vi.yaml
ngay: 14/9/2026
trich_yeu: Kết quả công tác
noi_dung: Văn bản.
nguoi_ky: chu-tich
"""
"""What every data file needs and few tests are about; a fixture asks for it by a line `HEAD`."""


def files(text: str) -> dict[str, str]:
    """The files of a fixture by path, `expect` among them."""
    parts = re.split(r"^=== (.+)\n", text, flags=re.MULTILINE)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    return {"don-vi.yaml": UNIT, **{p: re.sub("^HEAD\n", HEAD, t, flags=re.M) for p, t in found.items()}}


def write(folder: Path, text: str) -> Path:
    """Writes the files of a fixture into `folder`; the data file."""
    for path, content in files(text).items():
        if path != "expect":
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")
    return folder / "data.yaml"


def read(path: Path) -> tuple[DataFile, list[Diagnostic]]:
    """The data file at `path` and every finding before waivers. Raises DocgenError as docgen.schema does."""
    root, faults = read_yaml(path)
    name, unit_name = root.items["loai"], root.items["don_vi"]
    assert isinstance(name, Scalar) and isinstance(unit_name, Scalar)
    report_type = load_report_type(name.text, Workspace.around(path.parent), name.location)
    unit, unit_faults = read_unit(path.parent / unit_name.text)
    data, found = read_document(root, report_type, unit)
    found = [*faults, *unit_faults, *found]
    return data, found if has_errors(found) else [*found, *check_facts(data, report_type, unit)]


def printed(path: Path) -> list[str]:
    """What is found in the data file, waivers applied; without errors also its facts and tables."""
    try:
        data, found = read(path)
    except DocgenError as fault:
        return [line for one in fault.diagnostics for line in _finding(one, path.parent)]
    left = apply_waivers(found, data.waivers)
    lines = [line for one in left for line in _finding(one, path.parent)]
    return lines if has_errors(left) else [*lines, *_facts(data)]


def _finding(one: Diagnostic, folder: Path) -> Iterator[str]:
    yield f"{_place(str(one.location), folder)} {one.severity.value} [{one.code}] {one.message}"
    if one.hint:
        yield f"    gợi ý: {one.hint}"
    for part in one.related:
        yield f"    {_place(str(part.location), folder)} {part.message}"


def _place(text: str, folder: Path) -> str:
    return text.replace(f"{folder}/", "")


def _facts(data: DataFile) -> Iterator[str]:
    for fact in data.facts.single.values():
        yield f"{fact.code} ({fact.kind}) = {'—' if fact.value is None else display(fact.value)}"
    for path, table in data.facts.tables.items():
        yield f"{path}: {', '.join(table.form.by_code)}"
        yield from (f"  {row}" for row in _rows(table))


def _rows(table: FormTable) -> Iterator[str]:
    for row in table.rows:
        if row.label is not None:
            yield f"{row.kind}: {row.label.text}"
        else:
            cells = (display(row.cells[code].effective) or "·" for code in table.form.by_code)
            yield f"{row.kind}: {' | '.join(cells)}"
    if table.has_total_row:
        totals = (display(table.totals[code].effective) or "·" for code in table.form.by_code)
        yield f"tong: {' | '.join(totals)}"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        fixture = Path(name)
        source = fixture.read_text(encoding="utf-8").partition("=== expect\n")[0]
        with tempfile.TemporaryDirectory() as place:
            result = printed(write(Path(place), source))
        fixture.write_text(
            source + "=== expect\n" + "".join(f"{line}\n" for line in result), encoding="utf-8"
        )
