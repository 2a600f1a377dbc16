"""Functions of a text that remember what they gave.

Documents of an office repeat each other's figures and headings, which are short. A long text is not kept:
it hardly comes again, and thousands of long ones would fill the memory.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

_More = ParamSpec("_More")
_Given = TypeVar("_Given")
_OfText = Callable[Concatenate[str, _More], _Given]


def of_short_texts(longest: int, kept: int) -> Callable[[_OfText[_More, _Given]], _OfText[_More, _Given]]:
    """Makes a function remember what it gave for the last `kept` texts of at most `longest` characters. What
    it gives must not change, and depend on nothing but what it is given."""

    def remembering(read: _OfText[_More, _Given]) -> _OfText[_More, _Given]:
        known = lru_cache(maxsize=kept)(read)

        @wraps(read)
        def ask(text: str, *args: _More.args, **kwargs: _More.kwargs) -> _Given:
            return (known if len(text) <= longest else read)(text, *args, **kwargs)

        return ask

    return remembering
