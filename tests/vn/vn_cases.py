"""Reads the fixture files in cases/ (format: cases/README.md)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from docgen.vn import VnError

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One line: what goes in, what comes out; `fault` and, where the file names it, `hint` when it is
    refused."""

    given: tuple[str, ...]
    expected: tuple[str, ...]
    fault: str = ""
    hint: str = ""


def read(name: str) -> list[Any]:
    """All cases of cases/`name`.txt as pytest parameters named by title and input."""
    title, cases = "", []
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            title = line[3:]
        elif line.strip() and not line.startswith("# "):
            given, mark, result = re.split(r" (→|✗) ", line, maxsplit=1)
            fault, _, hint = result.partition(" ☞ ")
            case = (
                Case(_cells(given), _cells(result)) if mark == "→" else Case(_cells(given), (), fault, hint)
            )
            cases.append(pytest.param(case, id=f"{title}: {given}"))
    assert cases, f"{name}.txt holds no case"
    return cases


def check(case: Case, function: Callable[..., Any], *arguments: Any) -> None:
    """Compares what `function` makes of `arguments` with the whole result or the whole sentence."""
    if not case.fault:
        result = function(*arguments)
        assert (result if isinstance(result, tuple) else (result,)) == case.expected
        return
    with pytest.raises(VnError) as caught:
        function(*arguments)
    assert str(caught.value) == case.fault
    assert not case.hint or caught.value.hint == case.hint


def _cells(text: str) -> tuple[str, ...]:
    return tuple(_visible(cell) for cell in text.split("|"))


def _visible(text: str) -> str:
    return text.strip().replace("␣", " ")
