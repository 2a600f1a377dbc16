"""What is written: whole files or none, on full and read-only disks, under names every system takes."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from confined import confined
from safety_office import write_report

from docgen.batch.targets import safe_stem
from docgen.cli import cli

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")
OLD = b"ban cu"


def build(*arguments):
    return CliRunner().invoke(cli, ["build", *map(str, arguments)])


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, code, function):
    report = write_report(tmp_path)
    target = tmp_path / "o" / "ra.docx"
    target.parent.mkdir()
    target.write_bytes(OLD)

    def fail(*arguments):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, function, fail)
    result = build(report, "-o", target)

    assert (result.exit_code, "không ghi được" in result.stdout) == (3, True)
    assert {path.name: path.read_bytes() for path in target.parent.iterdir()} == {"ra.docx": OLD}


def test_a_disk_that_fails_behind_a_batch_is_told_with_all_that_was_found(tmp_path, monkeypatch):
    for name in ("một", "hai"):
        write_report(tmp_path / name, f"Báo cáo {name} là là tốt.")

    def fail(number):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    result = build(tmp_path, "-o", tmp_path / "o")

    assert result.exit_code == 3
    assert result.stdout.count("[lap-tu]") == 2
    assert result.stdout.count("[khong-ghi-duoc]") == 1


@POSIX
def test_a_full_disk_in_the_middle_of_a_file_leaves_the_old_file(tmp_path):
    report = write_report(tmp_path)
    target = tmp_path / "o" / "ra.docx"
    target.parent.mkdir()
    target.write_bytes(OLD)
    done = confined(
        "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"
        "import sys\nfrom docgen.cli import main\nsys.argv = ['docgen', 'build', sys.argv[1], '-o', sys.argv[2]]\nmain()",
        report,
        target,
    )

    assert (done.returncode, "Traceback" in done.stderr) == (3, False)
    assert {path.name: path.read_bytes() for path in target.parent.iterdir()} == {"ra.docx": OLD}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    report = write_report(tmp_path / "du-lieu")
    (tmp_path / "o").mkdir(mode=0o500)

    result = build(report, "-o", tmp_path / "o" / "ra.docx")

    assert (result.exit_code, "không ghi được" in result.stdout) == (3, True)


def test_a_target_that_is_a_folder_is_told(tmp_path):
    (tmp_path / "bao-cao.docx").mkdir()

    result = build(write_report(tmp_path))

    assert (result.exit_code, "Traceback" in result.output) == (3, False)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Báo cáo quý III", "Báo cáo quý III"),
        ("Ba\u0301o ca\u0301o", "Báo cáo"),
        ('a<b>c:d"e|f?g*h', "a_b_c_d_e_f_g_h"),
        ("con", "_con"),
        ("NUL.2020", "_NUL.2020"),
        ("com1", "_com1"),
        ("lpt9.a.b", "_lpt9.a.b"),
        ("COM¹", "_COM¹"),
        ("console", "console"),
        ("báo cáo. ", "báo cáo"),
        ("...", "_"),
        ("", "_"),
        ("a\x01b", "a_b"),
        ("..", "_"),
    ],
)
def test_names_of_documents_are_names_windows_takes(stem, name):
    assert safe_stem(stem) == name


@pytest.mark.parametrize("letter", ["ế", "a", "😀"])
def test_a_long_name_is_cut_between_letters_to_what_a_file_system_takes(letter):
    name = safe_stem(letter * 300) + ".docx"

    assert len(name.encode("utf-8")) <= 255
    assert set(name.removesuffix(".docx")) == {letter}


@pytest.mark.parametrize(
    "name", ["Báo cáo quý III năm 2020", "tệp có  hai dấu cách", "-o", "a'b", "báo.cáo.v2", "💾"]
)
def test_files_with_accents_spaces_and_signs_in_their_names_are_built(tmp_path, name):
    report = write_report(tmp_path)
    own = report.rename(tmp_path / f"{name}.yaml")

    result = build("--", own)

    assert (result.exit_code, (tmp_path / f"{name}.docx").is_file()) == (0, True), result.output


def test_two_files_for_one_document_are_refused_before_anything_is_built(tmp_path):
    for folder in ("a", "b"):
        write_report(tmp_path / folder)
    (tmp_path / "b" / "bao-cao.yaml").rename(tmp_path / "b" / "BAO-CAO.yaml")

    result = build(tmp_path / "a" / "bao-cao.yaml", tmp_path / "b" / "BAO-CAO.yaml", "-o", tmp_path / "o")

    assert (result.exit_code, "cùng dựng ra" in result.stdout) == (2, True)
    assert not (tmp_path / "o").exists()


def test_a_batch_writes_into_its_folder_only(tmp_path):
    write_report(tmp_path / "du-lieu")
    before = {path: path.stat().st_mtime_ns for path in Path(tmp_path).rglob("*") if path.is_file()}

    build(tmp_path / "du-lieu", "-o", tmp_path / "o")

    after = {path for path in Path(tmp_path).rglob("*") if path.is_file()}
    assert after - before.keys() == {
        tmp_path / "o" / "bao-cao.docx",
        tmp_path / "o" / "docgen-manifest.jsonl",
    }
    assert all(path.stat().st_mtime_ns == time for path, time in before.items())
