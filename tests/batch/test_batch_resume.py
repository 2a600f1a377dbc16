"""--resume builds what is missing or stale, and nothing else."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner
from reports import office, records, write

import docgen
from docgen import pipeline
from docgen.batch import manifest as manifest_module
from docgen.batch import work
from docgen.cli import cli
from docgen.word.package import read_package, write_package
from docgen.workspace import builtin


def build(data, out):
    """Builds with --resume as a new process would; which documents were built."""
    pipeline._workspace.cache_clear()
    before = len(records(out)) if (out / "docgen-manifest.jsonl").exists() else 0
    result = CliRunner().invoke(cli, ["build", str(data), "-o", str(out), "--resume"])
    assert result.exit_code == 0, result.output
    return [record["output"] for record in records(out)[before:]]


@pytest.fixture
def built(tmp_path):
    """An office with a report type, a form, a template and a table of its own, built once."""
    data = office(tmp_path, 2)
    (tmp_path / "schemas" / "bieu").mkdir(parents=True)
    (tmp_path / "schemas" / "thu.yaml").write_text(
        "ten: Thử\nke_thua: bao-cao\nso_lieu: {b: {bieu: bang}}\n", encoding="utf-8"
    )
    (tmp_path / "schemas" / "bieu" / "bang.yaml").write_text(
        "ten: Bảng\ncot: [{ma: ten, ten: Tên, kieu: chu}, {ma: so, ten: Số}]\n", encoding="utf-8"
    )
    (data / "bang.csv").write_text("Một;1\n", encoding="utf-8")
    write(data, 1, "thu", "so_lieu: {b: !bang bang.csv}\n")
    part = builtin("templates") / "phan" / "noi-nhan-ky-ten.docx"
    (tmp_path / "templates" / "phan").mkdir(parents=True)
    (tmp_path / "templates" / "phan" / part.name).write_bytes(part.read_bytes())
    (tmp_path / "templates" / "xa").mkdir()
    template = builtin("templates") / "xa" / "bao-cao.docx"
    (tmp_path / "templates" / "xa" / template.name).write_bytes(template.read_bytes())
    out = tmp_path / "o"
    time.sleep(0.02)  # the files are older than the build, in the ticks of the file system
    assert build(data, out) == ["bc-001.docx", "bc-002.docx"]
    return tmp_path, data, out


def changed(path):
    """Changes the content of a file so that it still means the same."""
    if path.suffix == ".docx":
        parts = read_package(path)
        parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"</cp:core", b" </cp:core")
        path.write_bytes(write_package(parts))
    else:
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    time.sleep(0.02)


def test_nothing_is_built_when_nothing_has_changed(built):
    _, data, out = built

    assert build(data, out) == []


def test_touching_a_file_without_changing_it_builds_nothing(built):
    root, data, out = built
    for path in root.rglob("*.yaml"):
        os.utime(path)

    assert build(data, out) == []


@pytest.mark.parametrize(
    ("file", "stale"),
    [
        ("bao-cao/bc-001.yaml", 1),
        ("bao-cao/bc-002.yaml", 1),
        ("bao-cao/bang.csv", 1),
        ("don-vi/xa.yaml", 2),
        ("schemas/thu.yaml", 1),
        ("schemas/bieu/bang.yaml", 1),
        ("templates/xa/bao-cao.docx", 2),
        ("templates/phan/noi-nhan-ky-ten.docx", 2),
    ],
)
def test_a_changed_input_makes_what_was_made_from_it_stale(built, file, stale):
    root, data, out = built
    changed(root / file)

    assert len(build(data, out)) == stale
    assert build(data, out) == []


def test_a_nearer_file_that_appears_makes_documents_stale(built):
    _, data, out = built
    (data / "schemas").mkdir()
    text = (builtin("schemas") / "bao-cao.yaml").read_text(encoding="utf-8")
    (data / "schemas" / "bao-cao.yaml").write_text(text, encoding="utf-8")
    time.sleep(0.02)

    assert build(data, out) == ["bc-001.docx", "bc-002.docx"]
    (data / "templates" / "xa").mkdir(parents=True)
    template = (builtin("templates") / "xa" / "bao-cao.docx").read_bytes()
    (data / "templates" / "xa" / "thu.docx").write_bytes(template)
    time.sleep(0.02)
    assert build(data, out) == ["bc-001.docx"]


def test_a_document_that_is_gone_or_was_edited_is_built_again(built):
    _, data, out = built
    (out / "bc-001.docx").unlink()
    (out / "bc-002.docx").write_bytes(b"sua tay")

    assert build(data, out) == ["bc-001.docx", "bc-002.docx"]


def test_another_version_of_docgen_builds_everything_again(built, monkeypatch):
    _, data, out = built
    monkeypatch.setattr(manifest_module, "__version__", docgen.__version__ + ".1")

    assert build(data, out) == ["bc-001.docx", "bc-002.docx"]


def test_a_torn_last_line_is_passed_over_and_the_next_line_stands_by_itself(built):
    _, data, out = built
    path = out / "docgen-manifest.jsonl"
    path.write_bytes(path.read_bytes()[:-40])

    CliRunner().invoke(cli, ["build", str(data), "-o", str(out), "--resume"])

    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.endswith("}}") for line in lines] == [True, False, True]
    assert json.loads(lines[2])["output"] == "bc-002.docx"
    assert (
        CliRunner()
        .invoke(cli, ["build", str(data), "-o", str(out), "--resume"])
        .stderr.startswith("Dựng được 0")
    )


def test_a_folder_may_be_moved_as_a_whole(built):
    root, data, out = built
    moved = root.parent / f"{root.name}-moi"
    root.rename(moved)
    time.sleep(0.02)
    again = build(moved / data.name, moved / out.name)
    moved.rename(root)

    inside = {
        name for record in records(out)[:1] for name in record["inputs"] if name.startswith("schema:van")
    }
    assert inside == {"schema:van-ban"}
    assert set(again) <= {"bc-001.docx", "bc-002.docx"}  # built-in files lie elsewhere now


def test_a_file_changed_while_it_is_read_counts_as_stale(built, monkeypatch):
    _, data, out = built
    real = work.pipeline.build

    def build_and_edit(path, **options):
        made = real(path, **options)
        path.write_text(path.read_text(encoding="utf-8") + "# sửa\n", encoding="utf-8")
        return made

    changed(data / "bc-002.yaml")
    monkeypatch.setattr(work.pipeline, "build", build_and_edit)
    assert build(data, out) == ["bc-002.docx"]
    monkeypatch.undo()

    assert build(data, out) == ["bc-002.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_kills_at_random_moments_break_nothing_and_resume_completes(tmp_path):
    data = office(tmp_path, 60)
    whole, out = tmp_path / "whole", tmp_path / "o"
    build(data, whole)
    wanted = {path.name: path.read_bytes() for path in whole.glob("*.docx")}
    rng = random.Random(5)
    command = [sys.executable, "-m", "docgen", "build", str(data), "-o", str(out), "--resume", "--jobs", "2"]

    for _ in range(6):
        process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
        try:
            process.wait(rng.uniform(0.2, 0.8))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        for path in out.glob("*.docx"):
            assert path.read_bytes() == wanted[path.name]
    build(data, out)

    assert {path.name: path.read_bytes() for path in out.glob("*.docx")} == wanted
