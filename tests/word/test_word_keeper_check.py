"""docgen.word.keeper.check: what docgen says of fifty broken templates, whole; and repairs."""

from __future__ import annotations

from pathlib import Path

import pytest
from broken_templates import BROKEN, broken

from docgen.cli.report import text
from docgen.word.keeper.check import check_template
from docgen.word.keeper.fix import fix_template
from docgen.word.keeper.places import spots
from docgen.word.keeper.variables import COMMON
from docgen.word.package import read_package
from docgen.word.starter import PARTS, PLANS, new_part, new_template
from docgen.workspace import Workspace

EXPECTED = Path(__file__).with_name("broken_templates.txt")
WORKSPACE = Workspace.around(Path(__file__).parent)


def said_of(parts: dict[str, bytes]) -> str:
    found = check_template(parts, "mau.docx", dict(COMMON), WORKSPACE.find_part)
    return text([one.diagnostic for one in found])


def expected() -> dict[str, str]:
    """The output for each broken template: its name after "# ", the lines below it."""
    sections = EXPECTED.read_text(encoding="utf-8").split("\n# ")
    pairs = (section.lstrip("# ").partition("\n") for section in sections)
    return {name: output.strip("\n") for name, _, output in pairs}


def test_every_broken_template_has_its_expected_output():
    assert list(expected()) == list(BROKEN)
    assert len(BROKEN) >= 50


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_template_is_explained(name):
    assert said_of(broken(name)) == expected()[name]


@pytest.mark.parametrize(
    "name", [name for name in PLANS if name not in ("quyet-dinh", "giay-moi", "bien-ban")]
)
def test_a_new_template_has_no_findings(name):
    assert said_of(read_package(new_template(name))) == ""


@pytest.mark.parametrize(
    "name", ["curly quotes in a tag", "a long dash and a hard space in a tag", "a tag split over runs"]
)
def test_what_word_did_to_a_tag_is_undone(name):
    fixed, count = fix_template(broken(name))

    assert count > 0
    assert [
        line
        for line in said_of(fixed).split("\n")
        if "[mau-the-tach]" in line or "[mau-ky-tu-tu-sua]" in line
    ] == []
    assert fix_template(fixed) == (fixed, 0)


def test_a_repair_keeps_all_text_outside_the_tag():
    fixed, _ = fix_template(broken("a tag split over runs"))

    assert next(spots(fixed)).text == "Số: {{ so }}/"


def test_parts_that_include_each_other_in_a_circle_are_named(tmp_path):
    for name, other in (("a", "b"), ("b", "a")):
        parts = read_package(new_part("can-cu"))
        xml = (
            parts["word/document.xml"]
            .decode()
            .replace("{%p for dong in can_cu %}", '{%p include "' + other + '" %}')
        )
        xml = xml.replace("{%p endfor %}", "").replace('{{ dong }}{{ "." if loop.last else ";" }}', "")
        parts["word/document.xml"] = xml.encode()
        from docgen.word.package import write_package

        (tmp_path / f"{name}.docx").write_bytes(write_package(parts))

    def find(name):
        return tmp_path / f"{name}.docx" if name in "ab" else WORKSPACE.find_part(name)

    parts = read_package(new_template("van-ban"))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b'include "kinh-gui"', b'include "a"')
    found = check_template(parts, "mau.docx", dict(COMMON), find)

    assert [(f.diagnostic.code, f.diagnostic.message) for f in found] == [
        ("mau-phan-vong", "phần dùng chung gọi vòng: a → b → a"),
    ]


def test_places_are_counted_as_a_keeper_counts_them():
    words = [spot.words for spot in spots(read_package(new_part("ky-bien-ban")))]

    assert words[:5] == [
        "bảng 1, hàng 1, ô 1, đoạn 1", "bảng 1, hàng 1, ô 1, đoạn 2", "bảng 1, hàng 1, ô 2, đoạn 1",
        "bảng 1, hàng 1, ô 2, đoạn 2", "bảng 1, hàng 2, ô 1",
    ]  # fmt: skip
    assert words[6:8] == ["đoạn 1", "đầu trang, đoạn 1"]


def test_the_tree_of_variables_is_what_the_printer_gives(document, monkeypatch):
    from docgen.word.printer import _Printer
    from docgen.word.store import TemplateStore

    template = TemplateStore().get(WORKSPACE.find_template("xa", "bao-cao"), WORKSPACE.find_part)
    given = _Printer(document(), template)._context()

    assert set(given) - {"phan_cuoi"} == set(COMMON)
    assert set(PARTS) >= {"phu-luc", "noi-nhan"}
