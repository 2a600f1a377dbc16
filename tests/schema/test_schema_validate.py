"""Cerberus behind docgen's rules: its traps do not come through."""

from pathlib import Path
from typing import Any

import pytest
from cerberus import Validator, errors

from docgen.schema.explain import cerberus_rules
from docgen.schema.fields import rules_of
from docgen.schema.report_type import load_report_type
from docgen.schema.validate import Checker
from docgen.schema.words import WORDS
from docgen.source import parse_yaml
from docgen.workspace import Workspace

RULES: dict[str, Any] = {
    "ten": {"type": "chu", "required": True},
    "ma": {"type": "chu", "regex": "a|bc"},
    "so": {"type": "dem", "min": "1", "max": "1.000"},
    "muc": {"type": "chu", "allowed": ["Nguyễn"]},
    "nhom": {"type": "dict", "schema": {"a": {"type": "dem"}, "b": {"type": "dem", "excludes": "a"}}},
    "sach": {"type": ["list", "chu"], "schema": {"type": "chu"}},
    "so_sach": {"type": "list", "schema": {"type": "dem"}},
}


def found(text: str) -> list[str]:
    root, faults = parse_yaml(text, "t.yaml")
    assert not faults
    return [f"{one.location} {one.message}" for one in Checker(RULES).check(root, "tệp")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ten: x", []),
        ("ten: ''", ["t.yaml:1:6 “ten” không được để trống"]),
        ("ten: '  '", ["t.yaml:1:6 “ten” không được để trống"]),
        ("ten:", ["t.yaml:1:1 “ten” để trống"]),
        ("ten: no", []),
        ("ten: x\nma: ax", ["t.yaml:2:5 “ma”: “ax” không đúng dạng quy định"]),
        ("ten: x\nma: bcx", ["t.yaml:2:5 “ma”: “bcx” không đúng dạng quy định"]),
        ('ten: x\nma: "bc\\n"', ["t.yaml:2:5 “ma”: “bc\n” không đúng dạng quy định"]),
        ("ten: x\nso: NaN", ["t.yaml:2:5 “so”: “NaN” không phải là số"]),
        ("ten: x\nso: true", ["t.yaml:2:5 “so”: “true” không phải là số"]),
        ("ten: x\nso: 0", ["t.yaml:2:5 “so”: “0” nhỏ hơn 1"]),
        ("ten: x\nso: 1.001", ["t.yaml:2:5 “so”: “1.001” lớn hơn 1.000"]),
        ("ten: x\nso: [1]", ["t.yaml:2:1 “so” phải là một giá trị, không phải danh sách hay nhóm"]),
        ("ten: x\nmuc: Nguye\u0302\u0303n", []),
        ("ten: x\nnhom: {a: 1, b: 2}", ["t.yaml:2:17 có “nhom.b” thì không ghi “a”"]),
        ("ten: x\nnhom: [1]", ["t.yaml:2:1 “nhom” phải là một nhóm (mỗi dòng “tên: giá trị”)"]),
        ("ten: x\nsach: một", []),
        (
            "ten: x\nsach: {a: 1}",
            ["t.yaml:2:1 “sach” phải là một danh sách (mỗi dòng bắt đầu bằng “- ”) hoặc một giá trị"],
        ),
        ("ten: x\nsach: [một, ~]", ["t.yaml:2:13 “sach.2” không được để trống"]),
        ("ten: x\nso_sach: [1, ~]", ["t.yaml:2:14 “so_sach.2” không được để trống"]),
        (
            "ten: x\nsach: [một, {a: 1}]",
            ["t.yaml:2:13 “sach.2” phải là một giá trị, không phải danh sách hay nhóm"],
        ),
        ("ten: x\nla: 1", ["t.yaml:2:1 không có trường “la”"]),
        ("tenn: x", ["t.yaml:1:1 không có trường “tenn”, có phải “ten”?"]),
        ("khac_han: x", ["t.yaml:1:1 không có trường “khac_han”", "t.yaml:1:1 thiếu “ten”"]),
    ],
)
def test_a_mapping_gives_exactly_these_faults(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_every_error_cerberus_can_report_has_words() -> None:
    defined = {
        one.code: name
        for name, one in vars(errors).items()
        if isinstance(one, errors.ErrorDefinition)
        # trees of errors, which are flattened; and normalization, which is switched off
        if not name.startswith(
            ("ERROR_GROUP", "LOGICAL", "MAPPING", "SEQUENCE", "KEYS", "VALUES", "BAD_ITEMS")
        )
        and one.code & errors.NORMALIZATION.code != errors.NORMALIZATION.code
    }

    assert {name for code, name in defined.items() if code not in WORDS} == set()


def test_the_rules_of_every_report_type_are_rules_of_cerberus() -> None:
    """docgen leaves Cerberus' own check of schemas out at run time; here it is made."""
    workspace = Workspace.around(Path(__file__).parent)

    for name in workspace.schema_names():
        report_type = load_report_type(name, workspace)
        Validator(cerberus_rules(rules_of(report_type.fields)))
        Validator(cerberus_rules(rules_of(report_type.facts)))


def test_checking_changes_neither_rules_nor_document() -> None:
    root, _ = parse_yaml("ten: x\nnhom: {a: 1}", "t.yaml")
    checker, before = Checker(RULES), repr((RULES, root))

    assert checker.check(root, "tệp") == checker.check(root, "tệp") == []
    assert repr((RULES, root)) == before
