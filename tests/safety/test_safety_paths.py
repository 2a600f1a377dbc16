"""What a data file may name: files of its own office; nothing of other people comes into a document."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from safety_office import UNIT, write_report

from docgen import pipeline
from docgen.reach import reach, within_reach

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes of POSIX")


def codes(path):
    return sorted({d.code for d in pipeline.check(path) if d.severity.value == "error"})


def test_a_unit_file_beside_above_and_in_a_neighbouring_folder_is_found(tmp_path):
    folder = tmp_path / "bao-cao"
    (tmp_path / "don-vi").mkdir()
    (tmp_path / "don-vi" / "xa.yaml").write_text(UNIT, encoding="utf-8")

    for unit in ("xa.yaml", "./xa.yaml", "../don-vi/xa.yaml", "..\\don-vi\\xa.yaml"):
        assert codes(write_report(folder, unit=f"'{unit}'")) == []


@pytest.mark.parametrize("name", ["bi-mat.yaml", "bi-mat.csv"])
def test_of_a_file_out_of_reach_nothing_is_told(tmp_path, name):
    secret = tmp_path / name
    secret.write_text("mat_khau: RẤT BÍ MẬT\n", encoding="utf-8")
    report = write_report(tmp_path / "a" / "b" / "c", unit=f"'../../../{name}'")

    found = pipeline.check(report)

    assert "tep-ngoai-thu-muc" in {d.code for d in found}
    assert "BÍ MẬT" not in "".join(f"{d.message}{d.hint}" for d in found)
    assert "mat_khau" not in "".join(f"{d.message}{d.hint}" for d in found)


@pytest.mark.parametrize(
    "written", ["/etc/passwd", "../../../../../../../../etc/passwd", "~/x.yaml", "file:///etc/passwd", "a\0b"]
)
def test_system_files_are_no_unit_files(tmp_path, written):
    report = write_report(tmp_path / "a" / "b", unit='"' + written.replace("\0", "\\0") + '"')

    assert codes(report) != []


def test_names_on_other_computers_are_refused_without_asking_them(tmp_path, monkeypatch):
    def touched(*arguments, **more):
        raise AssertionError("the name was looked up")

    monkeypatch.setattr(Path, "resolve", touched)

    for written in ("\\\\may-chu\\chia-se\\x.yaml", "//may-chu/chia-se/x.yaml", "\\\\?\\UNC\\may-chu\\x"):
        assert within_reach(written, tmp_path) is None


def test_a_table_out_of_reach_is_refused(tmp_path):
    (tmp_path / "luong.csv").write_text("BÍ MẬT;1\n", encoding="utf-8")
    folder = tmp_path / "a" / "b" / "c"
    schemas = folder / "schemas"
    (schemas / "bieu").mkdir(parents=True)
    (schemas / "bao-cao-bang.yaml").write_text(
        "ten: Thử\nke_thua: bao-cao\nso_lieu: {b: {bieu: b}}\n", encoding="utf-8"
    )
    (schemas / "bieu" / "b.yaml").write_text(
        "ten: B\ncot: [{ma: a, ten: A, kieu: chu}, {ma: b, ten: B}]\n", encoding="utf-8"
    )
    report = write_report(folder, "{{ bang.b }}", more="so_lieu: {b: !bang ../../../luong.csv}\n")
    report.write_text(
        report.read_text(encoding="utf-8").replace("loai: bao-cao", "loai: bao-cao-bang"), encoding="utf-8"
    )

    assert "tep-ngoai-thu-muc" in codes(report)


@POSIX
def test_links_are_followed_before_the_question_is_asked(tmp_path):
    (tmp_path / "ngoai.csv").write_text("x")
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "link.csv").symlink_to(tmp_path / "ngoai.csv")
    (folder / "vong").symlink_to(folder / "vong")

    assert within_reach("link.csv", folder) is None
    assert within_reach("vong", folder) in (None, folder / "vong")


@POSIX
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_pipes_and_devices_are_not_read(tmp_path, kind):
    report = write_report(tmp_path, unit="dac-biet.yaml")
    if kind == "pipe":
        os.mkfifo(tmp_path / "dac-biet.yaml")
    else:
        report = Path("/dev/zero")

    assert codes(report) == ["tep-dac-biet"]


def test_the_office_may_say_where_it_begins(tmp_path):
    deep = tmp_path / "co-quan" / "nam" / "quy" / "thang"
    deep.mkdir(parents=True)

    assert reach(deep) == deep.parent
    (tmp_path / "co-quan" / "nam" / "schemas").mkdir()
    assert reach(deep.parent) == tmp_path / "co-quan" / "nam"
    (tmp_path / "co-quan" / ".docgen").touch()
    assert reach(tmp_path / "co-quan" / "nam") == tmp_path / "co-quan"


def test_neither_the_home_folder_nor_a_drive_is_ever_taken_for_an_office(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    (tmp_path / "Templates").mkdir()

    assert reach(downloads) == downloads
    assert reach(Path(tmp_path.anchor)) == Path(tmp_path.anchor)


@pytest.mark.parametrize(
    "name", ["../../bi-mat", "/etc/passwd", "..\\..\\bi-mat", "C:bi-mat", "bieu/../../bi-mat"]
)
def test_names_of_types_lead_to_no_other_folder(tmp_path, name):
    (tmp_path / "bi-mat.yaml").write_text("ten: BÍ MẬT\n", encoding="utf-8")
    folder = tmp_path / "a" / "b"
    (folder / "schemas").mkdir(parents=True)
    report = write_report(folder)
    report.write_text(
        report.read_text(encoding="utf-8").replace("loai: bao-cao", f"loai: '{name}'"), encoding="utf-8"
    )

    assert codes(report) == ["loai-khong-co"]
