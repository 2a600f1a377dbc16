"""What is accepted without Cerberus is what Cerberus finds no fault in."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import office
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.diagnostics import DocgenError
from docgen.schema import document
from docgen.schema.accept import acceptor
from docgen.schema.explain import faults_in, schema_of
from docgen.schema.report_type import load_report_type
from docgen.source import Mapping, Node, Scalar, Sequence, parse_yaml, read_yaml
from docgen.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))

VALUES = {
    "dem": ("08", "1.250", "-3", "+2"),
    "so": ("20,56", "6.015", "0"),
    "ty_le": ("20,56%", "97,1", "5 phần trăm"),
    "tien": ("1.250.000", "5 triệu đồng"),
    "ngay": ("14/9/2020", "…/9/2020", "01/01/2021"),
    "chu": ("a", "bc", "a\n", "chữ"),
    "ky": ("quý III/2020", "năm 2020"),
    "so_van_ban": ("385", "12a"),
    "co_khong": ("true", "không"),
}
TEXTS = ["", " ", "~", "null", "NaN", "1.2.3", "x" * 9, *(one for many in VALUES.values() for one in many)]
NAMES = st.sampled_from(["a", "b", "c"])
SIZES = st.integers(0, 3)
FLAGS = st.booleans()


def maybe(**rules: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of these rules."""
    return st.fixed_dictionaries({}, optional=rules)


@st.composite
def texts_rules(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(VALUES)))
    values = st.sampled_from(VALUES[kind])
    more = {"allowed": st.lists(values, max_size=2), "required": FLAGS, "empty": FLAGS, "nullable": FLAGS}
    if draw(st.integers(0, 3)) == 0:
        more |= {
            "minlength": SIZES,
            "maxlength": st.integers(2, 8),
            "forbidden": st.lists(values, max_size=1),
        }
        more |= {"regex": st.sampled_from(["a|bc", "[0-9a-z]+", r".*", r"(?s:.)*"])}
    if kind in ("dem", "so", "ty_le", "tien", "ngay"):
        more |= {"min": values, "max": values}
    return {"type": kind, **draw(maybe(**more))}


def wider(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Rules of groups and lists whose parts have rules from `inner`."""
    sizes = {"required": FLAGS, "nullable": FLAGS, "empty": FLAGS, "minlength": SIZES, "maxlength": SIZES}
    fields = {**sizes, "schema": st.dictionaries(NAMES, inner, max_size=3), "allow_unknown": FLAGS}
    words = st.lists(st.sampled_from(("", *VALUES["chu"])), max_size=3)
    either = {"required": FLAGS, "allowed": words, "minlength": SIZES}
    return st.one_of(
        maybe(**fields).map(lambda rule: {"type": "dict", **rule}),
        maybe(**sizes, allow_unknown=FLAGS).flatmap(
            lambda rule: inner.map(lambda each: {"type": "dict", "valuesrules": each, **rule})
        ),
        maybe(**sizes).flatmap(lambda rule: inner.map(lambda each: {"type": "list", "schema": each, **rule})),
        maybe(**sizes, allowed=words).map(lambda rule: {"type": "list", **rule}),
        maybe(**either).map(lambda rule: {"type": ["list", "chu"], **rule}),
        st.just({"type": ["list", "chu"], "schema": {"type": "chu"}, "ten": "Tên"}),
        maybe(required=FLAGS),
    )


USUAL = st.recursive(texts_rules(), wider, max_leaves=6)
ODD: dict[str, st.SearchStrategy[Any]] = {
    "keysrules": texts_rules(),
    "valuesrules": texts_rules(),
    "check_with": st.just(lambda field, value, report: report(field, "sai")),
    "dependencies": st.sampled_from(["a", ["a", "b"], {"a": ["bc"]}]),
    "excludes": st.sampled_from(["a", ["a", "b"]]),
    "contains": st.lists(NAMES, min_size=1, max_size=2),
    "forbidden": st.lists(st.sampled_from(TEXTS)),
    "allowed": st.sampled_from(["abc", ["a"], [1]]),
    **dict.fromkeys(("anyof", "allof", "noneof", "oneof", "items"), st.lists(texts_rules(), max_size=2)),
    **dict.fromkeys(("readonly", "require_all", "allow_unknown"), FLAGS),
    **dict.fromkeys(("min", "max"), st.sampled_from(["5", 5, "b"])),
    **dict.fromkeys(("minlength", "maxlength"), st.sampled_from([0, 2, True])),
    "required": st.sampled_from([True, "có", 1]),
    "regex": st.sampled_from(["a", "(a"]),
    "default": st.just("a"),
    "meta": st.just("a"),
}
"""Rules, and forms of rules, that no schema of ours has, or that are not looked at without Cerberus."""

ODD_TYPES = st.sampled_from(["string", "integer", "boolean", "container", ["dict", "chu"], ("list", "chu")])


@st.composite
def odd(draw: st.DrawFn, rules: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    """A rule from `rules`, mostly with something odd in it."""
    rule = draw(rules)
    name = draw(st.sampled_from(["", "type", *ODD]))
    if name == "type" and "schema" not in rule:
        return {**rule, "type": draw(ODD_TYPES)}
    return {**rule, name: draw(ODD[name])} if name in ODD else rule


ANY = st.recursive(odd(texts_rules()), lambda inner: odd(wider(inner)), max_leaves=6)


def scalar(text: str, style: str = "") -> Scalar:
    return Scalar(text, "t.yaml", 1, 1, style)


def mapping(items: dict[str, Node]) -> Mapping:
    return Mapping(items, "t.yaml", 1, 1)


SCALARS = st.builds(scalar, st.sampled_from(TEXTS), st.sampled_from(["", "'"]))
NODES: st.SearchStrategy[Node] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: Sequence(tuple(items), "t.yaml", 1, 1)),
        st.dictionaries(st.sampled_from(["a", "b", "d"]), inner, max_size=3).map(mapping),
    ),
    max_leaves=4,
)


@st.composite
def nodes_for(draw: st.DrawFn, rule: Any) -> Node:
    """A node that mostly has the shape that `rule` asks for."""
    kind = rule.get("type") if isinstance(rule, dict) else None
    inner = rule.get("schema", {}) if isinstance(rule, dict) else {}
    luck = draw(st.integers(0, 15))
    if luck < 2:
        return draw(NODES) if luck else scalar("")
    if kind == "dict" and "valuesrules" in rule:
        return mapping({name: draw(nodes_for(rule["valuesrules"])) for name in draw(st.sets(NAMES))})
    if kind == "dict":
        return draw(groups_for(inner))
    if kind == "list" or (kind == ["list", "chu"] and draw(FLAGS)):
        items = draw(st.lists(nodes_for(inner or {"type": "chu"}), max_size=3))
        return Sequence(tuple(items), "t.yaml", 1, 1)
    texts = VALUES.get(kind, TEXTS) if isinstance(kind, str) else VALUES["chu"]
    return scalar(draw(st.sampled_from((*texts, ""))), "'")


@st.composite
def groups_for(draw: st.DrawFn, fields: Any) -> Mapping:
    there = {name: draw(nodes_for(rule)) for name, rule in fields.items() if draw(st.integers(0, 5))}
    more = {} if draw(st.integers(0, 3)) else {"d": draw(NODES)}
    return mapping({**there, **more})


def documents(
    rules: st.SearchStrategy[dict[str, Any]],
) -> st.SearchStrategy[tuple[dict[str, Any], Mapping]]:
    fields = st.dictionaries(NAMES, rules, min_size=1, max_size=3)
    return fields.flatmap(lambda made: st.tuples(st.just(made), groups_for(made)))


def explained(node: Mapping, fields: dict[str, Any]) -> list[str]:
    return [str(one) for one in faults_in(node, fields, schema_of(fields))]


@settings(max_examples=400, deadline=None)
@given(documents(ANY))
def test_what_is_accepted_by_whatever_rules_has_no_fault(made: tuple[dict[str, Any], Mapping]) -> None:
    fields, node = made

    assert not acceptor(fields)(node) or explained(node, fields) == []


@settings(max_examples=400, deadline=None)
@given(st.one_of(documents(texts_rules()), documents(USUAL)))
def test_by_the_usual_rules_exactly_what_has_no_fault_is_accepted(
    made: tuple[dict[str, Any], Mapping],
) -> None:
    fields, node = made

    assert acceptor(fields)(node) == (explained(node, fields) == [])


IN_GROUP: dict[str, Any] = {"type": "dict", "schema": {"a": {"type": "dem"}}}
IN_LIST: dict[str, Any] = {"type": "list", "schema": IN_GROUP}


@pytest.mark.parametrize(
    ("rule", "text", "accepted"),
    [
        ({**IN_GROUP, "allow_unknown": True}, "{a: 1, d: 2}", True),
        ({"type": "dict", "schema": {"a": IN_GROUP}, "allow_unknown": True}, "{a: {d: 2}}", True),
        ({"type": "dict", "schema": {"a": IN_LIST}, "allow_unknown": True}, "{a: [{d: 2}]}", True),
        ({"type": "dict", "valuesrules": IN_GROUP, "allow_unknown": True}, "{a: {d: 2}}", False),
        ({"type": "dict", "valuesrules": {**IN_GROUP, "allow_unknown": True}}, "{a: {d: 2}}", True),
        (IN_GROUP, "{a: 1, d: ~}", True),
        (IN_GROUP, "{a: 1, d: ''}", False),
        ({**IN_GROUP, "minlength": 2}, "{a: 1, d: ~}", False),
        ({"type": "list", "schema": {"type": "chu", "nullable": True}}, "[a, ~]", True),
        ({"type": "list", "allowed": ["", "a"]}, "[a, ~]", False),
        ({"type": "list", "allowed": ["", "a"]}, "\n- a\n-", False),
        ({"type": "list", "allowed": ["", "a"]}, "[a, '']", True),
        ({"type": ["list", "chu"], "allowed": ["a"], "empty": True}, "''", True),
        ({"type": ["list", "chu"], "allowed": ["a"]}, "''", False),
        ({"type": ["list", "chu"], "minlength": 2}, "chữ", False),
        ({"type": "dem", "max": "9"}, "10", False),
        ({"type": "dem", "min": "5"}, "4", False),
        ({"type": "chu", "forbidden": ["a"]}, "a", False),
        ({**IN_GROUP, "excludes": "x"}, "{a: 1}", False),
        ({"type": "ngay", "min": "14/9/2020"}, "…/9/2020", True),
        ({"type": "chu", "required": True}, "''", False),
        ({"type": "chu", "required": True, "empty": True}, "''", True),
        ({"type": "chu", "regex": "a|bc"}, '"bc\\n"', False),
    ],
)
def test_what_hangs_on_other_rules_is_as_cerberus_has_it(
    rule: dict[str, Any], text: str, accepted: bool
) -> None:
    root, faults = parse_yaml(f"x: {text}", "t.yaml")
    assert not faults

    assert (acceptor({"x": rule})(root), explained(root, {"x": rule}) == []) == (accepted, accepted)


# --- the schemas and samples we ship, and data files with faults -------------------------------------


def fresh(program: str) -> list[str]:
    """What `program` prints in an interpreter of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT
    ).stdout.splitlines()


def test_every_sample_and_schema_is_checked_without_cerberus() -> None:
    program = """
import sys
from pathlib import Path
from docgen import pipeline
from docgen.schema import load_report_type
from docgen.schema.read_form import read_form
from docgen.workspace import Workspace
workspace = Workspace.around(Path("samples").resolve())
for name in workspace.schema_names():
    load_report_type(name, workspace)
for name in workspace.form_names():
    path = workspace.find_form(name)
    assert read_form(name, str(path), path.read_bytes())[0]
for path in sorted(Path("samples").glob("*.yaml")):
    print(path.name, [str(one) for one in pipeline.check(path)], "cerberus" in sys.modules)
"""

    assert fresh(program) == [f"{path.name} [] False" for path in SAMPLES]


def test_a_fault_brings_cerberus_which_explains_it(tmp_path: Path) -> None:
    path = office.write(tmp_path, "=== data.yaml\nloai: bao-cao\nHEAD\nzzz: 1\n")
    program = f"""
import sys
from docgen import pipeline
found = pipeline.check({str(path)!r})
print([one.message for one in found if one.code == "truong-la"], "cerberus" in sys.modules)
"""

    assert fresh(program) == ["['không có trường “zzz”'] True"]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_no_data_file_is_accepted_in_which_cerberus_finds_a_fault(fixture: Path, tmp_path: Path) -> None:
    path = office.write(tmp_path, fixture.read_text(encoding="utf-8"))
    root, _ = read_yaml(path)
    name = root.items["loai"]
    assert isinstance(name, Scalar)
    try:
        report_type = load_report_type(name.text, Workspace.around(tmp_path))
    except DocgenError:
        return  # the fault is one of the schema
    for draft in (False, True):
        fields = document.rules_for(report_type, draft)

        assert not acceptor(fields)(root) or explained(root, fields) == []
