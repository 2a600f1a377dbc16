"""PDF through LibreOffice: options, many files at once, faults that name the fix."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.diagnostics import UnreadableError
from docgen.pdf import Converter, PdfOptions
from docgen.pdf.office import ENVIRONMENT, find_office

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not on this machine")


@pytest.fixture(scope="module")
def report() -> bytes:
    return pipeline.build(SAMPLES / "huyen-chu-puh-6-thang-2021-du-thao.yaml").docx


@needs_office
def test_a_report_becomes_a_pdf_with_bookmarks_in_vietnamese(report: bytes) -> None:
    with Converter() as converter:
        pdf = converter.one("a.docx", report)

    assert [mark in pdf for mark in (b"/Outlines", b"/Lang(vi-VN)", b"/StructTreeRoot")] == [
        True,
        True,
        False,
    ]


@needs_office
def test_tagged_and_archive_pdf_say_so(report: bytes) -> None:
    with Converter(PdfOptions(tagged=True)) as converter:
        tagged = converter.one("a.docx", report)
    with Converter(PdfOptions(archive=True)) as converter:
        archive = converter.one("a.docx", report)

    assert b"/StructTreeRoot" in tagged
    assert b"<pdfaid:part>2</pdfaid:part>" in archive
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in archive


@needs_office
def test_a_broken_file_among_many_is_named_and_the_others_are_made(report: bytes) -> None:
    broken = report[:200] + b"\0" * 400 + report[600:]
    files = [("a.docx", report), ("thu.docx", b"xin chao"), ("hong.docx", broken), ("a.docx", report)]

    with Converter(jobs=2) as converter:
        done = list(converter.convert(files))

    assert [(d.source, bool(d.pdf), d.fault.code if d.fault else "") for d in done] == [
        ("a.docx", True, ""),
        ("thu.docx", False, "docx"),
        ("hong.docx", False, "pdf-khong-duoc"),
        ("a.docx", True, ""),
    ]


def office(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_a_program_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: bytes
) -> None:
    monkeypatch.setenv(ENVIRONMENT, office(tmp_path, f"sleep 600 & echo $! > {tmp_path}/child; wait"))
    monkeypatch.setattr("docgen.pdf.convert._START_SECONDS", 0.5)

    with Converter(seconds=0.5) as converter:
        (done,) = converter.convert([("a.docx", report)])

    child = int((tmp_path / "child").read_text())
    assert done.fault is not None
    assert (done.fault.code, done.fault.location.path) == ("pdf-qua-lau", "a.docx")
    assert gone(child)


def gone(process: int) -> bool:
    """Whether a process has ended; a killed one may take a moment to disappear, or stay as a zombie."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_an_exit_status_of_success_without_a_file_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: bytes
) -> None:
    monkeypatch.setenv(ENVIRONMENT, office(tmp_path, "echo 'Error: source file could not be loaded'"))

    with Converter() as converter, pytest.raises(UnreadableError) as fault:
        converter.one("a.docx", report)

    (finding,) = fault.value.diagnostics
    assert finding.message == "LibreOffice không tạo được PDF (Error: source file could not be loaded)"


def test_a_machine_without_libreoffice_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, "/nowhere/soffice")

    with pytest.raises(UnreadableError) as fault:
        Converter()

    (finding,) = fault.value.diagnostics
    assert finding.code == "khong-co-libreoffice"
    assert "apt-get install libreoffice-writer" in finding.hint
