"""What `import docgen` offers other programs."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

import docgen

HEAVY = (
    "jinja2", "markupsafe", "cerberus", "markdown_it", "docxtpl", "docx", "lxml", "babel", "num2words", "rich",
    "pypdfium2", "PIL", "python_calamine", "multiprocessing", "concurrent.futures", "distributed",
)  # fmt: skip
"""What takes longer to import than a report takes to build."""

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
        ("docgen.cli.build", HEAVY),
        ("docgen.cli.lint", ("yaml", "jinja2", "cerberus", "docxtpl", "markdown_it")),
    ],
)
def test_a_command_imports_only_what_it_needs(command, unwanted):
    program = f"import sys, {command}; print([m for m in {unwanted!r} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_building_a_faultless_report_with_a_known_template_loads_no_heavy_library(tmp_path):
    program = (
        "import sys\nfrom docgen.cli import main\nsys.argv = ['docgen', 'build', *sys.argv[1:]]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"print('loaded:', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    environment = os.environ | {"DOCGEN_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-c", program, str(SAMPLE), "-o", str(tmp_path / "a.docx")]

    first, second = (
        subprocess.run(command, capture_output=True, text=True, check=True, env=environment) for _ in range(2)
    )

    assert "docxtpl" in first.stdout  # which compiles the template, once
    assert second.stdout.splitlines()[-1] == "loaded: []"


def test_a_document_that_is_let_go_leaves_nothing_for_the_cycle_collector():
    docgen.build(SAMPLE)
    gc.collect()
    gc.disable()
    try:
        docgen.build(SAMPLE)

        assert gc.collect() == 0
    finally:
        gc.enable()
