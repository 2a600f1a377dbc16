"""docgen.cli.vietnamese: what a clerk reads when a command is typed wrongly."""

import subprocess
import sys

import pytest


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["bild", "a.yaml"], "Lỗi: không có lệnh “bild”, có phải “build”?\nXem cách dùng: docgen --help\n"),
        (["build"], "Lỗi: thiếu DỮ_LIỆU...\nXem cách dùng: docgen build --help\n"),
        (["check", "a.yaml", "--formt", "json"], "Lỗi: không có tùy chọn “--formt”, có phải “--format”?\nXem cách dùng: docgen check --help\n"),
        (["check", "a.yaml", "--format", "xml"], "Lỗi: giá trị của “--format” không hợp lệ; chọn một trong: text, json, sarif\nXem cách dùng: docgen check --help\n"),
        (["build", "a.yaml", "-o"], "Lỗi: tùy chọn “-o” cần một giá trị\n"),
    ],
)  # fmt: skip
def test_wrong_usage_is_explained_in_vietnamese_with_exit_code_2(typed, said):
    done = run(*typed)

    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_help_pages_have_vietnamese_headings():
    page = run("build", "--help").stdout

    assert page.startswith("Cách dùng: docgen build [TÙY CHỌN] DỮ_LIỆU...")
    assert "Tùy chọn:" in page and "In phần hướng dẫn này." in page
    assert not any(word in page for word in ("Usage", "Options", "Show this message"))


def test_a_failing_command_keeps_its_exit_code():
    assert run("check", "khong-co.yaml").returncode == 3
    assert run("--version").returncode == 0
