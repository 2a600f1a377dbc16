"""What a template reaches: the members of a value, and what stands for those that are not there.

The rules are those of Jinja's sandbox with strict undefined values: `a.b` looks for an attribute and
then for an item, `a["b"]` the other way round, and nothing is reached that begins with an underscore or
leads into Python. No method is reached either.
"""

from __future__ import annotations

from types import (
    AsyncGeneratorType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    MethodType,
    TracebackType,
)
from typing import Any, NoReturn

from docgen.word.faults import Forbidden, NotThere

_OF_PYTHON = (
    type, FunctionType, MethodType, CodeType, FrameType, TracebackType, GeneratorType, CoroutineType,
    AsyncGeneratorType,
)  # fmt: skip
_OF_DICTS = frozenset(dir(dict))


class Undefined:
    """What an inline `if` without `else` gives when its condition does not hold: it prints nothing, is
    false and has no items; every other use of it raises NotThere."""

    __slots__ = ("_fault", "_name")

    def __init__(self, name: str = "", fault: type[NotThere | Forbidden] = NotThere) -> None:
        self._name = name
        self._fault = fault

    def _fail(self, *args: object) -> NoReturn:
        raise self._fault(self._name)

    def __getattr__(self, name: str) -> NoReturn:
        if name[:2] == "__" == name[-2:]:
            raise AttributeError(name)  # Python asks what it can do
        self._fail()

    __add__ = __radd__ = __sub__ = __rsub__ = __mod__ = __rmod__ = __neg__ = _fail
    __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = __call__ = __getitem__ = _fail

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return id(type(self))

    def __str__(self) -> str:
        return ""

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Any:
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "Undefined"


class Missing(Undefined):
    """What a name or a member that is not there stands for: a template may ask whether it is defined;
    every other use raises NotThere with its name, or Forbidden when it is there but out of reach."""

    __slots__ = ()
    __eq__ = __ne__ = __hash__ = __str__ = __len__ = Undefined._fail  # type: ignore[assignment]
    __iter__ = __bool__ = __contains__ = Undefined._fail  # type: ignore[assignment]


def attribute(value: Any, name: str) -> Any:
    """What `value.name` stands for in a template."""
    if type(value) is dict and name not in _OF_DICTS:  # most of all; asking for an attribute costs more
        return value[name] if name in value else Missing(name)
    try:
        found = getattr(value, name)
    except AttributeError:
        try:
            return value[name]
        except (TypeError, LookupError):
            return Missing(name)
    return found if _within_reach(value, name, found) else Missing(name, Forbidden)


def item(value: Any, key: Any) -> Any:
    """What `value[key]` stands for in a template."""
    try:
        return value[key]
    except (TypeError, LookupError):
        if not isinstance(key, str):
            return Missing()
    name = str(key)
    try:
        found = getattr(value, name)
    except AttributeError:
        return Missing(name)
    return found if _within_reach(value, name, found) else Missing(name, Forbidden)


def _within_reach(value: Any, name: str, found: Any) -> bool:
    """Whether a template may have `found`, the attribute `name` of `value`: data, and no method, which no
    template can call and which prints another address each time."""
    if name.startswith("_") or isinstance(value, _OF_PYTHON):
        return False
    return isinstance(found, Undefined) or not callable(found)
