"""What `import docgen` offers other programs."""

import subprocess
import sys
from pathlib import Path

import pytest

import docgen

SAMPLE = next(iter(sorted((Path(__file__).resolve().parent.parent / "samples").glob("xa-*.yaml"))))


def test_every_public_name_is_there_and_no_other():
    for name in docgen.__all__:
        assert callable(getattr(docgen, name))
    with pytest.raises(AttributeError):
        docgen.khong_co  # noqa: B018


def test_a_report_is_built_checked_linted_and_compared(tmp_path):
    built = docgen.build(SAMPLE)
    path = tmp_path / "a.docx"
    path.write_bytes(built.docx)

    assert docgen.check(SAMPLE) == []
    assert [d for d in docgen.lint(path) if d.severity.value == "error"] == []
    assert list(docgen.compare(path, path)) == []


def test_importing_docgen_loads_no_other_library():
    program = "import sys, docgen; print(sorted(m for m in sys.modules if m in ('click','yaml','jinja2','lxml','docx')))"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        ("docgen.cli", ("yaml", "jinja2", "lxml", "docxtpl", "cerberus", "rich")),
        ("docgen.cli.build", ("docxtpl", "docx", "babel", "num2words", "rich", "pypdfium2", "PIL", "python_calamine", "markdown_it")),
        ("docgen.cli.lint", ("yaml", "jinja2", "cerberus", "docxtpl", "markdown_it")),
    ],
)
def test_a_command_imports_only_what_it_needs(command, unwanted):
    program = f"import sys, {command}; print([m for m in {unwanted!r} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
