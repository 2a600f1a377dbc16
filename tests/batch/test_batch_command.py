"""docgen.batch as a clerk calls it: folders, jobs, failures, the manifest."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner
from reports import office, records, write

from docgen.cli import cli


def run(*arguments):
    return CliRunner().invoke(cli, [str(a) for a in arguments])


def documents(out):
    return sorted(str(path.relative_to(out)) for path in out.rglob("*.docx"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failing_file_does_not_stop_the_others_and_stands_in_the_summary(tmp_path, jobs):
    data = office(tmp_path, 6)
    bad = write(data, 3, more="trich_yeuu: x\nkinh_gui: ['**a']\n")

    result = run("build", data, "-o", tmp_path / "o", "--jobs", jobs)

    assert result.exit_code == 1
    assert documents(tmp_path / "o") == [f"bc-{n:03}.docx" for n in (1, 2, 4, 5, 6)]
    summary = result.stderr.splitlines()[-2:]
    assert summary[0] == "Dựng được 5 trong 6 báo cáo; 1 tệp có lỗi:"
    assert summary[1].startswith(f"  {bad}:7:1: không có trường “trich_yeuu”, có phải “trich_yeu”?")
    assert f"{bad}:7:1: lỗi:" in result.stdout


def test_one_process_and_several_build_the_same_bytes_and_say_the_same(tmp_path):
    data = office(tmp_path, 5)
    write(data, 2, more="trich_yeuu: x\n")
    results = [
        run("build", data, "-o", tmp_path / f"o{jobs}", "--jobs", jobs, "--format", "json") for jobs in (1, 2)
    ]

    assert results[0].stdout == results[1].stdout
    assert documents(tmp_path / "o1") == documents(tmp_path / "o2")
    for name in documents(tmp_path / "o1"):
        assert (tmp_path / "o1" / name).read_bytes() == (tmp_path / "o2" / name).read_bytes()


def test_folders_below_keep_their_place_and_unit_files_and_schemas_are_no_data_files(tmp_path):
    data = office(tmp_path, 1)
    (data / "quý 2").mkdir()
    (data / "quý 2" / "bc.yaml").write_text(
        (data / "bc-001.yaml").read_text(encoding="utf-8").replace("../don-vi", "../../don-vi"),
        encoding="utf-8",
    )
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "x.yaml").write_text("ten: X\nke_thua: bao-cao\nso_lieu: {}\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.yaml").write_text("loai: x\n", encoding="utf-8")

    result = run("build", tmp_path, "-o", tmp_path / "o")

    assert (result.exit_code, documents(tmp_path / "o")) == (
        0,
        ["bao-cao/bc-001.docx", "bao-cao/quý 2/bc.docx"],
    )


def test_a_data_file_that_forgets_its_type_is_told_and_not_passed_over(tmp_path):
    data = office(tmp_path, 1)
    path = write(data, 1)
    path.write_text(path.read_text(encoding="utf-8").replace("loai: bao-cao\n", ""), encoding="utf-8")

    result = run("check", tmp_path)

    assert (result.exit_code, "thiếu “loai”" in result.stdout) == (1, True)


def test_a_folder_without_data_files_is_wrong_usage(tmp_path):
    assert run("build", tmp_path).exit_code == 2
    assert run("check", tmp_path).exit_code == 2


def test_the_manifest_names_each_document_with_its_hash_and_what_it_was_made_from(tmp_path):
    data = office(tmp_path, 2)
    run("build", data, "-o", tmp_path / "o")

    found = records(tmp_path / "o")
    assert [record["output"] for record in found] == ["bc-001.docx", "bc-002.docx"]
    for record in found:
        content = (tmp_path / "o" / record["output"]).read_bytes()
        assert (record["sha256"], record["size"]) == (hashlib.sha256(content).hexdigest(), len(content))
        assert {"data", "unit", "schema:bao-cao", "schema:van-ban", "template:xa/bao-cao"} <= record[
            "inputs"
        ].keys()
        for item in record["inputs"].values():
            content = (tmp_path / "o" / item["path"]).read_bytes()
            assert hashlib.sha256(content).hexdigest() == item["sha256"]


def test_check_of_a_folder_writes_nothing_and_sums_up(tmp_path):
    data = office(tmp_path, 4)
    bad = write(data, 2, more="trich_yeuu: x\n")
    before = sorted(tmp_path.rglob("*"))

    results = [run("check", data, "--jobs", jobs) for jobs in (1, 2)]

    assert [(r.exit_code, r.stdout) for r in results[:1]] == [(r.exit_code, r.stdout) for r in results[1:]]
    assert results[0].stderr.splitlines()[0] == "Đã kiểm tra 4 trong 4 tệp; 1 tệp có lỗi:"
    assert str(bad) in results[0].stderr
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_a_request_to_end_leaves_whole_documents_and_a_summary_and_resume_completes(tmp_path):
    data = office(tmp_path, 80)
    command = [sys.executable, "-m", "docgen", "build", str(data), "-o", str(tmp_path / "o")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and len(list((tmp_path / "o").glob("*.docx"))) < 3:
        time.sleep(0.005)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate()

    assert (process.returncode, said.splitlines()[-1]) == (
        130,
        "Đã dừng giữa chừng; chạy lại lệnh này với --resume để dựng nốt",
    )
    names = {record["output"] for record in records(tmp_path / "o")}
    assert run("build", data, "-o", tmp_path / "o", "--resume").exit_code == 0
    assert len(documents(tmp_path / "o")) == 80
    assert len(records(tmp_path / "o")) - len(names) <= 80 - len(names)


def test_the_progress_library_is_loaded_on_a_terminal_only(tmp_path):
    data = office(tmp_path, 2)
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom docgen.cli import cli\n"
        "CliRunner().invoke(cli, ['build', sys.argv[1], '-o', sys.argv[2]])\n"
        "print([name for name in ('rich', 'multiprocessing', 'distributed', 'docgen.pdf') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(data), str(tmp_path / "o")],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "[]\n"


def test_a_cluster_that_does_not_answer_is_wrong_usage(tmp_path, monkeypatch):
    data = office(tmp_path, 1)
    monkeypatch.setitem(sys.modules, "distributed", None)

    result = run("build", data, "-o", tmp_path / "o", "--dask", "tcp://127.0.0.1:1")

    assert (result.exit_code, "chưa cài Dask" in result.stdout) == (2, True)
    assert not os.path.exists(tmp_path / "o" / "bc-001.docx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_pdf_files_stand_beside_the_documents_and_in_the_manifest(tmp_path):
    data = office(tmp_path, 2)

    result = run("build", data, "-o", tmp_path / "o", "--pdf", "--jobs", "2")

    assert (result.exit_code, result.stdout) == (0, "")
    for record in records(tmp_path / "o"):
        content = (tmp_path / "o" / record["pdf"]).read_bytes()
        assert (content[:5], record["pdf_sha256"]) == (b"%PDF-", hashlib.sha256(content).hexdigest())
    (tmp_path / "o" / "bc-002.pdf").unlink()
    before = len(records(tmp_path / "o"))
    assert run("build", data, "-o", tmp_path / "o", "--resume").exit_code == 0
    assert len(records(tmp_path / "o")) == before
    run("build", data, "-o", tmp_path / "o", "--pdf", "--resume")
    assert [record["output"] for record in records(tmp_path / "o")[before:]] == ["bc-002.docx"]
    assert (tmp_path / "o" / "bc-002.pdf").is_file()


def test_without_libreoffice_pdf_is_refused_before_anything_is_built(tmp_path, monkeypatch):
    data = office(tmp_path, 1)
    monkeypatch.setenv("PATH", str(tmp_path))

    result = run("build", data, "-o", tmp_path / "o", "--pdf")

    assert (result.exit_code, "LibreOffice" in result.stdout) == (3, True)
    assert not (tmp_path / "o" / "bc-001.docx").exists()


def test_the_command_builds_on_a_dask_cluster(tmp_path):
    distributed = pytest.importorskip("distributed", reason="the optional dependency dask is not installed")
    data = office(tmp_path, 4)
    bad = write(data, 3, more="trich_yeuu: x\n")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        result = run("build", data, "-o", tmp_path / "o", "--dask", cluster.scheduler_address)

    assert result.exit_code == 1
    assert documents(tmp_path / "o") == ["bc-001.docx", "bc-002.docx", "bc-004.docx"]
    assert f"{bad}:7:1: lỗi: không có trường “trich_yeuu”" in result.stdout
