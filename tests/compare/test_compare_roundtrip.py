"""A save by LibreOffice rewrites the whole file; what it really changes is reported, and no word is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from compare_package import NAMES, built

from docgen.compare import Change, compare
from docgen.pdf.office import find_office, make_profile

OFFICE = find_office()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("lo")
    for name in NAMES:
        (folder / f"{name}.docx").write_bytes(built(name))
    make_profile(folder / "profile")
    command = [
        str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", "docx",
        "--outdir", str(folder / "out"), *(str(folder / f"{name}.docx") for name in NAMES),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=300, check=False)
    return {name: Path(folder / "out" / f"{name}.docx").read_bytes() for name in NAMES}


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("name", NAMES)
def test_a_save_by_libreoffice_changes_no_word_cell_or_row_of_the_body(
    saved: dict[str, bytes], name: str
) -> None:
    found = compare(built(name), saved[name])

    assert [d for d in found if d.place.area == "thân văn bản" and d.change is Change.TEXT] == []
    assert {d.subject for d in found if d.change in (Change.ADDED, Change.REMOVED) and d.place.table} == set()
