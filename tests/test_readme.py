"""What the README shows works when typed."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen import pipeline
from docgen.cli import COMMANDS, cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language):
    return re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)[1]


def test_the_data_file_of_the_readme_builds_without_a_finding(tmp_path):
    path = tmp_path / "bao-cao.yaml"
    path.write_text(block("yaml").replace("samples/", f"{ROOT}/samples/"), encoding="utf-8")

    assert [d.message for d in pipeline.build(path).diagnostics] == []


def test_the_program_of_the_readme_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    names = {}

    exec(block("python"), names)

    assert names["built"].docx[:2] == b"PK" and names["findings"] == []


def test_the_commands_of_the_readme_run_one_after_another(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    lines = re.findall(r"^    docgen (.+)$", README, re.MULTILINE)

    codes = {line: CliRunner().invoke(cli, line.split()).exit_code for line in lines}

    assert len(lines) == 4 and set(codes.values()) == {0}, codes


def test_every_command_stands_in_the_table():
    table = set(re.findall(r"`docgen ([a-z]+)", README))

    assert table >= set(COMMANDS)


@pytest.mark.parametrize("target", re.findall(r"\]\(([\w/.-]+)\)", README))
def test_a_link_of_the_readme_leads_somewhere(target):
    assert (ROOT / target).exists()


def test_every_benchmark_the_readme_names_is_there():
    assert all(
        (ROOT / name).exists()
        for name in re.findall(r"python (benchmarks/\w+\.py|docs/\w+\.py|dev\.py)", README)
    )
