"""docgen.values"""

from __future__ import annotations

import pickle
from functools import cached_property

import pytest

from docgen.diagnostics import Location, error
from docgen.values import Struct, replace


class Kept(Struct, frozen=True, dict=True):
    text: str

    @cached_property
    def length(self) -> int:
        return len(self.text)


def test_a_value_is_compared_by_its_fields_and_never_changed():
    assert Location("a", 1) == Location("a", 1) != Location("a", 2)
    assert len({Location("a", 1), Location("a", 1)}) == 1
    with pytest.raises(AttributeError):
        Location("a").line = 2


def test_a_changed_copy_leaves_the_value_as_it_was():
    first = Location("a", 1)

    assert (replace(first, line=2), first) == (Location("a", 2), Location("a", 1))


def test_what_is_asked_once_is_kept():
    value = Kept("chữ")

    assert (value.length, value.length) == (3, 3)


def test_a_finding_goes_to_another_process_and_comes_back():
    found = error("ma", "câu", Location("a.yaml", 3, 4), hint="sửa")

    assert pickle.loads(pickle.dumps(found)) == found
