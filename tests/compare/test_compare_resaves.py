"""More than a hundred harmless ways of saving a file anew: none is reported."""

from __future__ import annotations

import random

import pytest
from compare_package import NAMES, Word, built
from compare_resaves import RESAVES, Resave

from docgen.compare import compare

CASES = [(resave, name) for resave in RESAVES for name in NAMES]


@pytest.mark.parametrize(("resave", "name"), CASES, ids=[f"{r.__name__}-{n}" for r, n in CASES])
def test_a_file_saved_anew_without_a_visible_change_has_no_differences(resave: Resave, name: str) -> None:
    saved = resave(Word(built(name)), random.Random(f"{resave.__name__} {name}"))

    assert saved != built(name)
    assert compare(built(name), saved) == ()
