"""Every case of yaml-traps.txt: what a clerk types, and all that docgen makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from docgen.diagnostics import Diagnostic, DocgenError
from docgen.source import Mapping, Node, Scalar, parse_yaml

CASES = Path(__file__).with_name("yaml-traps.txt")
LOADERS = [pytest.param(yaml.SafeLoader, id="python")]
if yaml.__with_libyaml__:
    LOADERS.append(pytest.param(yaml.CSafeLoader, id="libyaml"))


def cases() -> list[tuple[str, str, str]]:
    """Title, input, expected output of every case."""
    blocks = CASES.read_text(encoding="utf-8").split("\n=== ")[1:]
    parts = [re.split(r"\n---(?:\n|$)", block.rstrip("\n"), maxsplit=1) for block in blocks]
    split = [(head.partition("\n"), tail) for head, tail in parts]
    return [(title, seen(typed), expected) for (title, _, typed), expected in split]


def seen(text: str) -> str:
    """The input as typed: ⟨0009⟩ stands for U+0009, `---.` for a line `---` of its own."""
    return re.sub("⟨([0-9A-F]{4,6})⟩", lambda match: chr(int(match[1], 16)), text).replace("\n---.", "\n---")


def hidden(text: str) -> str:
    return "".join(c if c == " " or c.isprintable() else f"⟨{ord(c):04X}⟩" for c in text)


def outcome(text: str, loader: type) -> str:
    """The tree and the findings for `text`, one per line."""
    try:
        root, faults = parse_yaml(text, "tệp", loader)
    except DocgenError as fault:
        return "\n".join(map(finding, fault.diagnostics))
    return "\n".join([*dump(root), *map(finding, faults)])


def dump(node: Node, name: str = "") -> list[str]:
    if isinstance(node, Scalar):
        value = "(trống)" if node.is_null else hidden(node.text)
        return [f"{name} = {value}" + (f" !{node.tag}" if node.tag else "")]
    children = node.items.items() if isinstance(node, Mapping) else enumerate(node)
    return [line for key, child in children for line in dump(child, f"{name}.{key}".lstrip("."))]


def finding(d: Diagnostic) -> str:
    place = f"{d.location.line}:{d.location.column}"
    return f"{place} {d.severity.value} {d.code}: {d.message}" + (f" ({d.hint})" if d.hint else "")


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("title", "typed", "expected"), [pytest.param(*c, id=c[0]) for c in cases()])
def test_a_clerk_gets_the_meant_value_or_an_error_with_its_place(
    title: str, typed: str, expected: str, loader: type
) -> None:
    assert outcome(typed, loader) == expected
