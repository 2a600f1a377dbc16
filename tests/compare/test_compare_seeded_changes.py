"""More than a hundred single changes, seeded, in every sample: each is found once, placed rightly, alone."""

from __future__ import annotations

import random
from typing import Any

import pytest
from compare_edits import EDITS, Edit, Expected, footnote_text
from compare_package import NAMES, Word, built

from docgen.compare import Change, Difference, compare

CASES = [(edit, name) for edit in EDITS for name in NAMES]


def said(difference: Difference, about: Expected) -> dict[str, Any]:
    """What a difference says on the points an expectation names."""
    place = difference.place
    pieces = {sign: "".join(p.text for p in difference.pieces if p.sign == sign) for sign in "-+"}
    shown = difference.old_text if difference.change is Change.REMOVED else difference.new_text
    points = {
        "change": difference.change.value,
        "subject": difference.subject,
        "area": place.area,
        "paragraph": place.paragraph,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "was": difference.old.paragraph if difference.old else None,
        "text": shown,
        "gone": pieces["-"],
        "come": pieces["+"],
        "old_text": difference.old_text,
        "new_text": difference.new_text,
        "looks": [(look.name, look.old, look.new) for look in difference.looks],
        "on": difference.on,
    }
    return {key: points[key] for key in about}


@pytest.mark.parametrize(("edit", "name"), CASES, ids=[f"{e.__name__}-{n}" for e, n in CASES])
def test_a_single_change_is_the_only_difference_found_and_stands_at_its_place(edit: Edit, name: str) -> None:
    word = Word(built(name))

    expected = edit(word, random.Random(f"{edit.__name__} {name}"))
    if not expected:
        assert edit is footnote_text and b"footnoteReference" not in word.parts["word/document.xml"]
        pytest.skip("this sample has no footnote")
    found = compare(built(name), word.save())

    assert [said(difference, expected) for difference in found] == [expected]
