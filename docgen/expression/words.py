"""An expression as a row of words: names, numbers, texts and signs, as Jinja's templates have them."""

from __future__ import annotations

import re
import sys
from itertools import takewhile
from typing import Any

from docgen import limits
from docgen.expression.errors import ExpressionError

KEYWORDS = frozenset(("and", "else", "if", "in", "is", "not", "or"))
NAMES = KEYWORDS | {"name"}
"""The kinds of a word that may stand where a name is wanted: keywords are names there."""

END = ""
"""The kind of the word after the last one."""

CLOSING = "}}"
"""The kind of a }} or -}} outside of brackets: nothing goes on after it."""

BROKEN = "broken"
"""The kind of a place where no word can be read. It is the last word: whether it matters is the reader's
business, who may have stopped before it."""

_WORD = re.compile(
    r"""\s*(?:
    (?P<name>[^\W\d][^\s\x00-/:-@\[-^`{-\x7f]*)
    |(?P<float>(?<!\.)(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?[eE][+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+))
    |(?P<integer>0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[\da-fA-F])+|[1-9](?:_?\d)*|0(?:_?0)*)
    |(?P<text>'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*")
    |(?P<sign>//|\*\*|[=!<>]=|[-+*/%~()\[\]{}<>=.:|,;])
    |(?P<broken>\S)
    )""",
    re.VERBOSE | re.DOTALL,
)
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


class Unreadable(Exception):
    """The text is no expression. `surplus` is the value of the first word behind a whole expression;
    None when it breaks off or goes wrong before it is whole."""

    def __init__(self, surplus: Any = None) -> None:
        super().__init__(surplus)
        self.surplus = surplus


class Words:
    """The words of a text, read from left to right. `kind` is that of the next one: "name", "float",
    "integer" or "text", the keyword or sign itself, and END, CLOSING or BROKEN for the last one. Raises
    ExpressionError when brackets stand too deep in each other or a number is too large."""

    __slots__ = ("_at", "_kinds", "_values", "kind")

    def __init__(self, text: str) -> None:
        self._kinds, self._values = _split(text)
        self._at = 0
        self.kind = self._kinds[0]

    def take(self) -> Any:
        """The value of the next word, which is then behind us. Not for the last one."""
        at = self._at
        self._at = at + 1
        self.kind = self._kinds[at + 1]
        return self._values[at]

    def expect(self, kind: str) -> Any:
        """`take` for a word that must be of `kind`; Unreadable when it is not."""
        if self.kind != kind:
            raise Unreadable
        return self.take()

    def take_name(self) -> str:
        """`take` for a word that must be a name."""
        if self.kind not in NAMES:
            raise Unreadable
        return str(self.take())

    def following(self) -> str:
        """The kind of the word after the next one. Not for the last one."""
        return self._kinds[self._at + 1]

    def finish(self) -> None:
        """Raises Unreadable when there is a word left."""
        if self.kind == END:
            return
        broken = self.kind == BROKEN or (self.kind == "not" and self.following() == BROKEN)
        raise Unreadable(None if broken else self._values[self._at])


def _split(text: str) -> tuple[list[str], list[Any]]:
    """The kinds of the words in `text` and their values, two lists of one length."""
    source = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    kinds: list[str] = []
    values: list[Any] = []
    wanted: list[str] = []  # the brackets that have to close
    at = 0
    while found := _WORD.match(source, at):
        kind = str(found.lastgroup)
        value: Any = found[kind]
        at = found.end()
        if kind == "name":
            if value in KEYWORDS:
                kind = value
            elif not value.isidentifier():
                kind = BROKEN
                known = "".join(takewhile(_in_names, value))
                if known != value and known.isidentifier():  # what follows it is broken, not the name
                    kinds.append(known if known in KEYWORDS else "name")
                    values.append(known)
        elif kind == "sign":
            kind = value
            if value in "-}" and not wanted and source.startswith("}}", at - (value == "}")):
                kind, value = CLOSING, _closing(source, found.start("sign"))
            elif value in _BRACKETS:
                wanted.append(_BRACKETS[value])
                if len(wanted) > limits.EXPRESSION_NESTING:
                    raise ExpressionError("biểu thức lồng quá sâu")
            elif value in ")]}" and not (wanted and wanted.pop() == value):
                kind = BROKEN
        elif kind != BROKEN:
            value = _value(kind, value)
            if value is None:
                kind = BROKEN
        kinds.append(kind)
        values.append(value)
        if kind in (BROKEN, CLOSING):
            return kinds, values
    kinds.append(END)
    values.append("")
    return kinds, values


def _in_names(character: str) -> bool:
    return character.isalnum() or f"a{character}".isidentifier()


def _closing(source: str, start: int) -> str:
    """The }} at `start`; the -}} there with the white space it takes away."""
    if source[start] == "}":
        return source[start : start + 2]
    return source[start : len(source) - len(source[start + 3 :].lstrip())]


def _value(kind: str, word: str) -> str | int | float | None:
    """What a text or number stands for; None when it cannot be read. ExpressionError for an integer that is
    so large that Python would neither compute with it nor print it."""
    if kind == "integer":
        number = int(word.replace("_", ""), 0)
        if number > sys.float_info.max:
            raise ExpressionError("số trong biểu thức quá lớn")
        return number
    if kind == "float":
        return float(word.replace("_", "")) if word.isascii() else None
    if "\\" not in word:
        return word[1:-1]
    try:
        return word[1:-1].encode("ascii", "backslashreplace").decode("unicode-escape")
    except UnicodeDecodeError:
        return None
