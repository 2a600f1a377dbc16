"""The samples and the built-in report types: clean, complete, and together the whole data language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen import pipeline
from docgen.cli import cli
from docgen.cli.report import text as as_text
from docgen.expression.functions import FILTERS
from docgen.lint import lint
from docgen.schema import ReportType, load_report_type, read_unit
from docgen.source import Mapping, Node, Scalar, Sequence, read_yaml
from docgen.workspace import Workspace

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLES = sorted((REPOSITORY / "samples").glob("*.yaml"))
UNITS = sorted((REPOSITORY / "samples" / "don-vi").glob("*.yaml"))
SCHEMAS = sorted((REPOSITORY / "schemas").glob("*.yaml"))
FORMS = sorted((REPOSITORY / "schemas" / "bieu").glob("*.yaml"))

_ALWAYS_EMPTY = {"so", "co_quan_chu_quan"}
"""Keys that a sample leaves empty on purpose: a draft's number, a governing body that is not printed."""

_SHOWN = {
    "draft mark": r"^trang_thai: du-thao$",
    "blank number": r"^so:$",
    "blank day and month": r"^ngay: \.\./\.\./\d{4}$",
    "title of several lines": r"^trich_yeu: \|$",
    "one addressee": r"^kinh_gui: \S",
    "several addressees": r"^kinh_gui:\n  - .*\n  - ",
    "own numbering": r"^danh_so: ",
    "declared citations": r"dan\(\"",
    "own figures": r"^  rieng:",
    "heading of the fourth level": r"^  #### ",
    "run-in heading": r"^  #+ .* \{\.lien\}$",
    "dash item": r"^  - ",
    "plus item": r"^  \+ ",
    "numbered item": r"^  1\. ",
    "bold": r"\*\*[^*]+\*\*",
    "bold italic": r"\*\*\*[^*]+\*\*\*",
    "italic": r"(?<!\*)\*[^*]+\*(?!\*)",
    "bare link": r"<https://",
    "named link": r"\]\(https?://",
    "footnote in place": r"\^\[",
    "footnote of two paragraphs": r"^  \[\^\w+\]: .*(\n {6,}\S.*)*\n\n      \S",
    "pipe table": r"^  \|:?--",
    "table in the body": r"^  \{\{ bang\.\w+ \}\}$",
    "table in an appendix": r"^      \{\{ bang\.\w+ \}\}$",
    "row of a table by its key": r"\w\[\"",
    "total of a table": r"\w\.tong\.\w",
    "group row": r"nhom: ",
    "bold row": r"dam: true",
    "typed totals": r"^    tong: ",
    "nil mark": r": \"-\"",
    "cell of several paragraphs": r"^      san_pham: \|$",
    "closing": r"^  ---$",
    "notes of an appendix": r"^    ghi_chu:",
    "landscape appendix": r"^    huong_giay: ngang$",
    "portrait appendix": r"^    huong_giay: doc$",
}
"""What the samples must show together, and what it looks like when typed."""


def _name(path: Path) -> str:
    return path.stem


def _text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in SAMPLES)


def _empty(node: Node, key: str = "") -> Iterator[str]:
    """The places of keys below `node` under which nothing stands."""
    if isinstance(node, Mapping):
        for name, value in node.items.items():
            yield from _empty(value, name)
    elif isinstance(node, Sequence):
        for item in node:
            yield from _empty(item)
    elif isinstance(node, Scalar) and node.is_null and key not in _ALWAYS_EMPTY:
        yield f"{node.location} {key}"


def _type(name: str) -> ReportType:
    return load_report_type(name, Workspace.around(REPOSITORY / "samples"))


@pytest.mark.parametrize("path", SAMPLES, ids=_name)
def test_a_sample_has_no_findings(path: Path) -> None:
    assert as_text(pipeline.check(path)) == ""


@pytest.mark.parametrize("path", SAMPLES, ids=_name)
def test_a_sample_built_twice_is_the_same_file(path: Path) -> None:
    first = pipeline.build(path)

    again = pipeline.build(path)

    assert first.docx == again.docx
    assert first.diagnostics == ()


def test_every_level_has_a_sample_report_and_one_of_them_is_a_draft() -> None:
    read = [pipeline.read(path) for path in SAMPLES]
    reports = [one for one in read if "bao-cao" in one.report_type.parents]

    assert {one.unit.level for one in reports} == {"tinh", "so", "huyen", "phong", "xa"}
    assert {one.data.draft for one in reports} == {True, False}


@pytest.mark.parametrize("path", [*SAMPLES, *UNITS, *SCHEMAS, *FORMS], ids=_name)
def test_no_key_is_empty_because_a_comma_cut_its_value_in_two(path: Path) -> None:
    root, faults = read_yaml(path)

    assert faults == ()
    assert list(_empty(root)) == []


@pytest.mark.parametrize(("what", "typed"), _SHOWN.items(), ids=list(_SHOWN))
def test_the_samples_together_show(what: str, typed: str) -> None:
    assert re.search(typed, _text(), re.M), what


def test_the_samples_together_use_every_filter_of_the_language() -> None:
    used = set(re.findall(r"\| *([a-z_]+)(?:\([^)]*\))? *}}", _text()))

    assert {name for name in FILTERS if name != "hoa"} <= used


def test_the_units_together_show_every_form_of_signature() -> None:
    signers = [signer for path in UNITS for signer in read_unit(path)[0].signers.values()]

    lines = [line for signer in signers for line in (*signer.authority, signer.position)]

    assert {line.split(".")[0] for line in lines if re.match(r"[A-Z]+\.", line)} == {
        "TM",
        "KT",
        "TL",
        "TUQ",
        "Q",
    }


@pytest.mark.parametrize("path", UNITS, ids=_name)
def test_a_unit_file_has_no_findings(path: Path) -> None:
    assert read_unit(path)[1] == []


@pytest.mark.parametrize("path", SCHEMAS, ids=_name)
def test_a_built_in_report_type_loads_and_explains_every_fact(path: Path) -> None:
    report_type = _type(path.stem)

    silent = [name for name, fact in report_type.facts.items() if not fact.help and not fact.title]

    assert silent == []


def test_every_built_in_form_belongs_to_a_report_type() -> None:
    carried = {form.name for path in SCHEMAS for form in _type(path.stem).tables.values()}

    assert carried == {path.stem for path in FORMS}


def test_every_rule_of_the_built_in_types_tells_in_vietnamese_what_must_agree() -> None:
    rules = [rule for path in SCHEMAS for rule in _type(path.stem).rules]

    silent = [rule.code for rule in rules if not re.search("[à-ỹ]", rule.message)]

    assert rules and silent == []


def test_from_july_2025_no_sample_speaks_of_a_district_as_acting() -> None:
    late = [one for one in map(pipeline.read, SAMPLES) if one.data.date and one.data.date.year >= 2026]

    named = [
        passage.text
        for one in late
        for passage in one.assembled.passages()
        if re.search(r"\b(UBND|Ủy ban nhân dân|Phòng \S+) (huyện|quận|thị xã)\b", passage.text)
    ]

    assert late and named == []


def test_every_sample_matches_its_approved_copy() -> None:
    result = CliRunner().invoke(cli, ["regress", str(REPOSITORY / "samples"), "--no-pages"])

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("path", SAMPLES, ids=_name)
def test_a_built_sample_has_no_fault_of_format(path: Path) -> None:
    found = lint(pipeline.build(path).docx)

    assert [finding.code for finding in found if finding.severity.value == "error"] == []
