"""What the code of a template calls (docgen.word.language.translate makes it), and how it is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import CodeType
from typing import Any, NoReturn

from docgen.word.budget import Budget
from docgen.word.escape import Markup, escape_quotes, escaped
from docgen.word.language.access import Missing, Undefined, attribute, item
from docgen.word.language.filters import FILTERS
from docgen.word.language.predicates import TESTS

Part = Callable[[Callable[[str], Any], Callable[[Any, int], Any], Callable[[Any], Any]], Iterator[str]]
"""Takes what looks up a name, what pays for a loop (Budget.paid) and for what is worked upon in one
(Budget.weighed); gives the text piece by piece."""

_NONE_LEFT: Any = object()


class Loop:
    """A loop that knows where it stands: what a template calls `loop`. Gives each item with itself."""

    def __init__(self, items: Any) -> None:
        self._items = items
        self._rest = iter(items)
        self._length: int | None = None
        self._ahead: Any = _NONE_LEFT
        self._now: Any = _NONE_LEFT
        self._before: Any = _NONE_LEFT
        self.index0 = -1
        self.depth0 = 0
        self.depth = 1

    def __iter__(self) -> Loop:
        return self

    def __next__(self) -> tuple[Any, Loop]:
        if self._ahead is _NONE_LEFT:
            value = next(self._rest)
        else:
            value, self._ahead = self._ahead, _NONE_LEFT
        self.index0 += 1
        self._before, self._now = self._now, value
        return value, self

    def __len__(self) -> int:
        return self.length

    def __repr__(self) -> str:
        raise TypeError("a loop cannot be printed")

    def _next(self) -> Any:
        if self._ahead is _NONE_LEFT:
            self._ahead = next(self._rest, _NONE_LEFT)
        return self._ahead

    @property
    def length(self) -> int:
        if self._length is None:
            try:
                self._length = len(self._items)
            except TypeError:  # those of `for … if`
                rest = list(self._rest)
                self._rest = iter(rest)
                self._length = self.index + (self._ahead is not _NONE_LEFT) + len(rest)
        return self._length

    @property
    def index(self) -> int:
        return self.index0 + 1

    @property
    def revindex(self) -> int:
        return self.length - self.index0

    @property
    def revindex0(self) -> int:
        return self.length - self.index

    @property
    def first(self) -> bool:
        return self.index0 == 0

    @property
    def last(self) -> bool:
        return self._next() is _NONE_LEFT

    @property
    def previtem(self) -> Any:
        return Missing() if self.first else self._before

    @property
    def nextitem(self) -> Any:
        following = self._next()
        return Missing() if following is _NONE_LEFT else following


def printed(value: Any) -> str:
    """`value` as it stands in the document.

    Nothing prints for None. Raises TypeError for a container, a function or a bare boolean: a fault in the
    template.
    """
    if type(value) is str:
        return escape_quotes(value)
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return str(value)  # raises, and names it, but for what may be left out
    if isinstance(value, (bool, dict, list, tuple, set)) or callable(value):
        raise TypeError(f"value of type {type(value).__name__} cannot be printed")
    return escaped(value)  # raises TypeError for a loop


def concat(*values: Any) -> str:
    """What `~` makes of `values`; escaped when one of them is ready to print."""
    texts = [value if isinstance(value, str) else str(value) for value in values]
    between = Markup() if any(isinstance(text, Markup) for text in texts) else ""
    return between.join(texts)


def cut(value: Any, start: Any, stop: Any, step: Any) -> Any:
    """What `value[start:stop:step]` stands for; None for a bound that is left out."""
    return value[start:stop:step]


def unknown(*args: Any, **more: Any) -> NoReturn:
    """Stands for a filter or a test that is not there, behind a condition that had better not hold."""
    raise LookupError


_NAMES: dict[str, Any] = {
    "__builtins__": {},
    "Loop": Loop,
    "Undefined": Undefined,
    "attribute": attribute,
    "concat": concat,
    "cut": cut,
    "filters": FILTERS,
    "item": item,
    "printed": printed,
    "tests": TESTS,
    "unknown": unknown,
}
"""All that the code of a template can name, besides its own variables."""


def part_of(code: CodeType) -> Part:
    """The function that `code`, from docgen.word.language.translate, defines."""
    names = dict(_NAMES)
    exec(code, names)
    part: Part = names["part"]
    return part


def pieces(part: Part, context: Mapping[str, Any], budget: Budget) -> Iterator[str]:
    """The text that `part` prints with the variables of `context`.

    Raises NotThere for a name that is not there, and what docgen.word.faults.OF_EXPRESSIONS lists for what
    cannot be computed or printed.
    """

    def look(name: str) -> Any:
        return context[name] if name in context else Missing(name)

    return part(look, budget.paid, budget.weighed)
