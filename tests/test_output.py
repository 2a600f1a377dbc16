"""docgen.output"""

import os
import stat

import pytest

from docgen import output
from docgen.diagnostics import UnreadableError
from docgen.output import sync, write_whole


def test_a_file_is_written_with_its_folders(tmp_path):
    write_whole(tmp_path / "a" / "b.docx", b"moi")

    assert (tmp_path / "a" / "b.docx").read_bytes() == b"moi"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "bao-cao.docx"
    target.write_bytes(b"cu")
    monkeypatch.setattr(output.os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "no space")))

    with pytest.raises(UnreadableError) as caught:
        write_whole(target, b"moi")

    assert target.read_bytes() == b"cu"
    assert os.listdir(tmp_path) == ["bao-cao.docx"]
    assert caught.value.diagnostics[0].message == f"không ghi được “{target}” (ổ đĩa đầy)"
    assert caught.value.exit_code == 3


def test_a_rewritten_file_keeps_its_permissions(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")
    target.chmod(0o640)

    write_whole(target, b"moi")

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_folder_in_the_place_of_the_file_is_a_finding(tmp_path):
    (tmp_path / "a.docx").mkdir()

    with pytest.raises(UnreadableError):
        write_whole(tmp_path / "a.docx", b"x")

    assert os.listdir(tmp_path) == ["a.docx"]


def test_files_are_forced_to_the_disk_with_their_folders_and_lost_ones_are_passed_over(tmp_path, monkeypatch):
    forced = []
    real = os.fsync
    monkeypatch.setattr(
        output.os, "fsync", lambda number: (forced.append(os.fstat(number).st_ino), real(number))
    )
    paths = [tmp_path / name for name in ("a.docx", "b.docx", "mất.docx")]
    for path in paths:
        write_whole(path, b"x", lasting=False)
    written = [path.stat().st_ino for path in (*paths[:2], tmp_path)]
    paths[2].unlink()

    sync(paths)

    assert sorted(forced) == sorted(written)
