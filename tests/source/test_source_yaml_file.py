"""Places, limits and what the two parsers of PyYAML disagree on."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import DocgenError, Location
from docgen.source import Mapping, Scalar, Sequence, find, locate, parse_yaml

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest) -> type:
    return request.param


def test_places_in_a_block_are_exact_to_line_and_column(loader: type) -> None:
    root, _ = parse_yaml("a: 1\nnoi_dung: |\n\n    Một đoạn\n    hai từ\nb: 2\n", "tệp", loader)

    block = root.items["noi_dung"]
    assert isinstance(block, Scalar)
    assert block.text == "\nMột đoạn\nhai từ\n"
    row, column = 2, "hai từ".index("từ")
    assert block.place(row, column) == Location("tệp", 5, 9)
    assert block.place(1, 0) == Location("tệp", 4, 5)


@pytest.mark.parametrize(
    ("text", "column"),
    [("a: bcd", 6), ('a: "bcd"', 7), ("a: 'bcd'", 7), ("a: >-\n  bcd", 4)],
    ids=["trơn", "ngoặc kép", "nháy đơn", "khối gập"],
)
def test_a_place_in_a_one_line_value_counts_its_quote(loader: type, text: str, column: int) -> None:
    root, _ = parse_yaml(text, "tệp", loader)

    value = root.items["a"]
    assert isinstance(value, Scalar)
    assert value.place(0, 2) == Location("tệp", 1, column)


def test_an_explicit_indent_of_a_block_is_followed(loader: type) -> None:
    root, _ = parse_yaml("a: |2\n    thụt\n  vào\n", "tệp", loader)

    block = root.items["a"]
    assert isinstance(block, Scalar)
    assert block.text == "  thụt\nvào\n"
    assert block.place(0, 2) == Location("tệp", 2, 5)


def test_find_and_locate_follow_keys_and_indexes(loader: type) -> None:
    root, _ = parse_yaml("a:\n  - b: x\n  - c\n", "tệp", loader)

    assert isinstance(root.get("a"), Sequence)
    assert find(root, ("a", 0, "b")) == Scalar("x", "tệp", 2, 8)
    assert find(root, ("a", 5)) is None
    assert locate(root, ("a", 1)) == Location("tệp", 3, 5)
    assert locate(root, ("a", 0, "không")) == Location("tệp", 2, 5)
    assert root.key_location("a") == Location("tệp", 1, 1)


def test_nothing_typed_is_not_an_empty_text(loader: type) -> None:
    root, _ = parse_yaml('a:\nb: ""\nc: ~\n', "tệp", loader)

    assert [root.items[key].is_null for key in "abc"] == [True, False, True]
    assert [root.get(key) is None for key in "abcd"] == [True, False, True, True]


def test_half_a_character_is_refused_by_either_parser(loader: type) -> None:
    try:
        _, faults = parse_yaml('a: "\\ud800"\nb: 1\n', "tệp", loader)
    except DocgenError as fault:
        faults = fault.diagnostics

    assert [(d.severity.value, d.location.line) for d in faults] == [("error", 1)]


def test_an_alias_bomb_stays_small(loader: type) -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]

    root, faults = parse_yaml("\n".join(lines), "tệp", loader)

    assert isinstance(root, Mapping)
    assert sum(len(node) for node in root.items.values() if isinstance(node, Sequence)) == 91
    assert {d.code for d in faults} == {"yaml-bi-danh"}
    assert len(faults) == 10 + 90


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_ends_with_a_finding(loader: type, opening: str) -> None:
    with pytest.raises(DocgenError) as caught:
        parse_yaml("a:\n  " + opening * 5000, "tệp", loader)

    assert caught.value.diagnostics[-1].code == "yaml-qua-lon"


def test_too_many_values_end_with_a_finding(loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.limits.YAML_NODES", 50)

    with pytest.raises(DocgenError) as caught:
        parse_yaml("a:\n" + "  - [x, y, z]\n" * 100, "tệp", loader)

    assert [d.code for d in caught.value.diagnostics] == ["yaml-qua-lon"]


def test_a_value_beyond_the_limit_is_named(loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.limits.SCALAR_CHARACTERS", 20)

    root, faults = parse_yaml("a: " + "x" * 30 + "\nb: 1\n", "tệp", loader)

    assert [(d.code, d.location.line) for d in faults] == [("yaml-qua-dai", 1)]
    assert list(root) == ["a", "b"]


def test_the_number_of_findings_is_bounded(loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.limits.DIAGNOSTICS_PER_STAGE", 5)

    _, faults = parse_yaml("".join("a: 1\n" for _ in range(30)), "tệp", loader)

    assert len(faults) == 5


def test_syntax_faults_are_listed_with_the_faults_of_the_tree(loader: type) -> None:
    with pytest.raises(DocgenError) as caught:
        parse_yaml("a: 1\na: 2\nb: x: y\nc: %\nd: \u200b\n", "tệp", loader)

    assert [(d.location.line, d.code) for d in caught.value.diagnostics] == [
        (2, "yaml-trung-khoa"),
        (3, "yaml-cu-phap"),
        (4, "yaml-cu-phap"),
        (5, "ky-tu-cam"),
    ]


PIECES = [
    "a",
    ": ",
    ":",
    "\n",
    "\n  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "{{ x }}",
    '"',
    "'",
    "|\n",
    ">",
    "#",
    " #5",
    "*a",
    "&a ",
]
PIECES += [
    "!",
    "!bang ",
    "%",
    "@",
    "`",
    "\t",
    "\u00a0",
    "\\",
    ",",
    "?",
    "---\n",
    "...",
    "\ufeff",
    "\u200b",
    "đ",
    "\r",
    "12:30",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_is_typed_gives_a_tree_or_findings_with_places(text: str) -> None:
    for loader in LOADERS:
        try:
            root, faults = parse_yaml(text, "tệp", loader)
        except DocgenError as fault:
            faults = fault.diagnostics
            assert faults
        else:
            assert isinstance(root, Mapping)
        assert all(d.message and d.location.line for d in faults)
