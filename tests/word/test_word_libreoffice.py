"""Templates that a keeper saved with LibreOffice go on working: the same text comes out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from docxtpl_templates import words

from docgen import pipeline
from docgen.cli.template_check import check_one
from docgen.cli.template_files import of_file
from docgen.diagnostics import Severity
from docgen.workspace import Workspace

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((REPOSITORY / "templates").glob("*/*.docx"))
SAMPLES = sorted((REPOSITORY / "samples").glob("*.yaml"))


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A folder of an office whose every template and part was opened and saved by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    root = tmp_path_factory.mktemp("van-phong")
    profile = (root / "profile").as_uri()
    for folder in {path.parent.name for path in TEMPLATES}:
        out = root / "templates" / folder
        files = [str(path) for path in TEMPLATES if path.parent.name == folder]
        command = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
        ]
        subprocess.run([*command, "--outdir", str(out), *files], check=True, capture_output=True, timeout=300)
    shutil.copytree(REPOSITORY / "samples", root / "samples")
    return root


def test_every_template_was_saved(office):
    saved = sorted(f"{path.parent.name}/{path.name}" for path in (office / "templates").glob("*/*.docx"))

    assert saved == sorted(f"{path.parent.name}/{path.name}" for path in TEMPLATES)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_document_built_from_resaved_templates_reads_the_same(office, sample):
    resaved = pipeline.build(office / "samples" / sample.name).docx

    assert words(resaved) == words(pipeline.build(sample).docx)


@pytest.mark.parametrize(
    "name",
    ["xa/bao-cao", "chung/van-ban", "chung/cong-van", "chung/quyet-dinh", "chung/giay-moi", "chung/bien-ban"],
)
def test_check_finds_no_fault_in_a_resaved_template(office, name):
    path = office / "templates" / f"{name}.docx"
    found = check_one(of_file(path, Workspace.around(path.parent)))

    assert [
        (f.diagnostic.code, f.diagnostic.message) for f in found if f.diagnostic.severity is Severity.ERROR
    ] == []
