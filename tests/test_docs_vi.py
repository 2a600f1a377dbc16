"""The guides: every example in docs/vi/huong-dan.md, and every schema in CONTRIBUTING.md, works when typed.

A block of the guide says in its first words what it is:

    ```yaml + "# tệp: NAME"   a whole file
    ```yaml                   top-level keys that replace those of bao-cao.yaml (of cchc.yaml: "yaml cchc")
    ```markdown               the noi_dung of bao-cao.yaml
    ```yaml sai + ```kết-quả  a mistake, and what docgen says about it
    ```in-ra                  {{ … }} → what it prints in bao-cao.yaml
    ```sh                     commands, each run in a folder with the whole files
    ```csv NAME               a file of figures
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen import pipeline
from docgen.cli import COMMANDS, cli
from docgen.cli.report import text as as_text
from docgen.schema import load_report_type
from docgen.workspace import Workspace

GUIDE = Path(__file__).parents[1] / "docs" / "vi" / "huong-dan.md"
CONTRIBUTING = Path(__file__).parents[1] / "CONTRIBUTING.md"
_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.M | re.S)
_FILE = re.compile(r"# tệp: (\S+)\n")
_KEY = re.compile(r"^(?=[a-z_]+:)", re.M)


@dataclass(frozen=True)
class Example:
    info: str
    body: str
    line: int

    @property
    def base(self) -> str:
        return "cchc.yaml" if self.info.endswith("cchc") else "bao-cao.yaml"

    def __str__(self) -> str:
        return f"{self.info or 'khối'}-dòng-{self.line}"


def _examples() -> tuple[Example, ...]:
    guide = GUIDE.read_text(encoding="utf-8")
    return tuple(
        Example(match["info"].strip(), match["body"], guide[: match.start()].count("\n") + 1)
        for match in _FENCE.finditer(guide)
    )


EXAMPLES = _examples()
FILES = {_FILE.match(e.body)[1]: e for e in EXAMPLES if _FILE.match(e.body)}  # type: ignore[index]
SNIPPETS = [e for e in EXAMPLES if e.info in ("yaml", "yaml cchc", "markdown") and not _FILE.match(e.body)]
MISTAKES = [
    (e, after.body if after.info == "kết-quả" else "")
    for e, after in zip(EXAMPLES, (*EXAMPLES[1:], Example("", "", 0)), strict=True)
    if e.info.startswith("yaml sai")
]
PRINTED = [line.split(" → ") for e in EXAMPLES if e.info == "in-ra" for line in e.body.splitlines()]
COMMAND_LINES = [line for e in EXAMPLES if e.info == "sh" for line in e.body.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with every whole file of the guide."""
    for name, example in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example.body, encoding="utf-8")
    for example in EXAMPLES:
        if example.info.startswith("csv "):
            (tmp_path / example.info.split()[1]).write_text(example.body, encoding="utf-8")
    return tmp_path


def _keys(text: str) -> dict[str, str]:
    """The top-level keys of a YAML text, each with its lines."""
    return {part.split(":")[0]: part for part in _KEY.split(text) if re.match(r"[a-z_]+:", part)}


def _write(folder: Path, base: str, changes: str) -> Path:
    """The file `base` with the top-level keys of `changes` in place of its own."""
    path = folder / "thu.yaml"
    keys = _keys(FILES[base].body) | _keys(changes)
    path.write_text("".join(part.rstrip("\n") + "\n" for part in keys.values()), encoding="utf-8")
    return path


def _body(text: str) -> str:
    return "noi_dung: |\n" + "".join(f"  {line}".rstrip() + "\n" for line in text.splitlines())


def _printed(path: Path) -> list[str]:
    return [passage.text for passage in pipeline.read(path).assembled.passages()]


def test_the_guide_holds_examples_of_every_kind() -> None:
    kinds = {e.info.split()[0] for e in EXAMPLES}

    assert kinds == {"yaml", "markdown", "csv", "in-ra", "kết-quả", "sh"}
    assert {"bao-cao.yaml", "cchc.yaml"} <= FILES.keys()


@pytest.mark.parametrize("name", ["bao-cao.yaml", "cchc.yaml"])
def test_a_whole_report_of_the_guide_has_no_findings_and_builds(folder: Path, name: str) -> None:
    assert as_text(pipeline.check(folder / name)) == ""
    assert pipeline.build(folder / name).docx.startswith(b"PK")


@pytest.mark.parametrize("example", SNIPPETS, ids=str)
def test_an_example_has_no_findings_and_builds(folder: Path, example: Example) -> None:
    changes = _body(example.body) if example.info == "markdown" else example.body

    path = _write(folder, example.base, changes)

    assert as_text(pipeline.check(path)) == ""
    assert pipeline.build(path).docx.startswith(b"PK")


@pytest.mark.parametrize(("example", "told"), MISTAKES, ids=lambda value: str(value)[:20])
def test_a_mistake_is_found_and_told_as_the_guide_says(folder: Path, example: Example, told: str) -> None:
    found = as_text(pipeline.check(_write(folder, example.base, example.body)))

    assert ": lỗi: " in found
    assert [line for line in told.splitlines() if f": lỗi: {line}\n" not in found + "\n"] == []


def test_every_expression_prints_what_the_guide_says(folder: Path) -> None:
    text = "# Kết quả\n\n" + "\n\n".join(expression for expression, _ in PRINTED)

    printed = _printed(_write(folder, "bao-cao.yaml", _body(text)))

    start = next(i for i, line in enumerate(printed) if "Kết quả" in line) + 1
    assert printed[start : start + len(PRINTED)] == [expected for _, expected in PRINTED]


@pytest.mark.parametrize("line", COMMAND_LINES)
def test_a_command_of_the_guide_runs_and_finds_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(folder)

    result = CliRunner().invoke(cli, shlex.split(line)[1:])

    assert (result.exit_code, result.exception) == (0, None), result.output


def test_every_command_is_explained() -> None:
    named = set(re.findall(r"`docgen ([a-z]+)", GUIDE.read_text(encoding="utf-8")))

    assert named >= COMMANDS.keys()


def test_the_report_type_and_the_form_of_contributing_load(tmp_path: Path) -> None:
    blocks = [
        m["body"] for m in _FENCE.finditer(CONTRIBUTING.read_text(encoding="utf-8")) if m["info"] == "yaml"
    ]
    (tmp_path / "schemas" / "bieu").mkdir(parents=True)
    for name, block in zip(("van-thu.yaml", "bieu/van-ban-theo-thang.yaml"), blocks, strict=True):
        (tmp_path / "schemas" / name).write_text(block, encoding="utf-8")

    report_type = load_report_type("van-thu", Workspace.around(tmp_path))

    assert [rule.code for rule in report_type.rules] == ["van-ban-theo-thang"]
    assert list(report_type.tables) == ["theo_thang"]
