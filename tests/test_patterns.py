"""Patterns that wait."""

from __future__ import annotations

import re

import pytest

from docgen.patterns import pattern


def test_a_pattern_does_all_that_a_compiled_one_does() -> None:
    waiting, compiled = (
        pattern(r"(?P<n>[0-9]+) hồ sơ", re.IGNORECASE),
        re.compile(r"(?P<n>[0-9]+) hồ sơ", re.I),
    )
    text = "12 hồ sơ, 5 Hồ Sơ"

    assert [match["n"] for match in waiting.finditer(text)] == ["12", "5"]
    assert waiting.findall(text) == compiled.findall(text)
    assert waiting.sub("x", text) == compiled.sub("x", text)
    assert waiting.search(text, 5, 20).span() == compiled.search(text, 5, 20).span()
    assert waiting.pattern == compiled.pattern


def test_bytes_have_patterns_too() -> None:
    assert pattern(rb"[a-c]+").findall(b"abc dab") == [b"abc", b"ab"]


def test_a_pattern_is_compiled_when_it_is_first_used_and_not_before() -> None:
    wrong = pattern("(")

    with pytest.raises(re.error):
        wrong.search("")


def test_what_no_pattern_has_none_of_these_has() -> None:
    assert not hasattr(pattern("a"), "nothing")
    assert not hasattr(pattern("a"), "__len__")
