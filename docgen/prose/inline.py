"""The marks inside a line, found in one pass.

Of Markdown these exist: *italic*, **bold**, [text](address), <address>, \\ before a mark. Ours are
^[footnote], [^label] and the protected {{ … }}. Everything else is text: underscores, backticks,
HTML, entities, quotes, pictures.

The rules are CommonMark's as markdown-it applies them, which the tests ask for its opinion: the inner
one of two brackets is closed first, and a link holds neither a link nor a [^label]. Any text takes
linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import Any

from docgen.prose.emphasis import Run, pair
from docgen.prose.protect import OPEN, REST

# Each alternative begins with a letter of its own, so that re skips what is none of them at once.
_MARK = re.compile(rf"\\[!-/:-@\[-`{{-~]|\*\**|\[(?:\^([^\]\s\[]+)\])?|\]|\^\[|!\[|<|{OPEN}{REST}*")
_TARGET = re.compile(r"\]\(")
_BRACKET = re.compile(r"\\.|\[|\]", re.DOTALL)
_DEEPEST = 21  # open brackets of which one may become a link; markdown-it gives up here as well

marks_are_possible = re.compile(rf"[\\*\[\]<^!{OPEN}]").search
"""Whether a stretch of text may hold a mark: `marks_are_possible(text, start, end)`."""

Mark = tuple[str, int, int, Any]
"""What a mark is, where it begins and ends, and a value; text is what lies between marks.

    escape       the backslash
    run          asterisks; the Run, whose partners are in `Scanner.roles`
    expression   what stands between the braces
    footnote     ^[ … ]
    reference    [^ … ]; the label
    link         the bracket, or <, that begins a link; the address
    link_end     what ends one
    unclosed     a ^[ that nothing closes, empty: it prints
    image        the ![ of a picture, empty: it prints
    target       the place of a ( behind a ] that ends no link, empty: it prints
"""


class Scanner:
    """Finds the marks in `text` from `start` to `end`, also inside its footnotes.

    `roles` says what each asterisk does that has a partner (see emphasis).
    """

    def __init__(self, text: str, start: int, end: int, expressions: dict[int, str]) -> None:
        self.text, self.start, self.end, self.expressions = text, start, end, expressions
        self.roles: dict[int, int] = {}

    def marks(self, start: int, end: int) -> list[Mark]:
        """The marks of the whole text or of what one of its footnotes holds, ascending."""
        return _Stretch(self, start, end).scan()

    # Looked for all at once, so that footnotes in footnotes take linear time.

    @cached_property
    def closing_brackets(self) -> dict[int, int]:
        """The offsets of the brackets that have partners, with those of the partners."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for match in _BRACKET.finditer(self.text, self.start, self.end):
            if match[0] == "[":
                opened.append(match.start())
            elif match[0] == "]" and opened:
                pairs[opened.pop()] = match.start()
        return pairs

    @cached_property
    def targets(self) -> list[int]:
        """The offsets of every "](", ascending, and one before them all."""
        return [-1, *(match.start() for match in _TARGET.finditer(self.text, self.start, self.end))]

    def last_target(self, end: int) -> int:
        """The offset of the last "](" that ends at `end` or before; -1 when there is none."""
        return self.targets[bisect_left(self.targets, end - 1) - 1]


class _Stretch:
    __slots__ = ("end", "marks", "opened", "runs", "scanner", "start", "text")

    def __init__(self, scanner: Scanner, start: int, end: int) -> None:
        self.scanner, self.text, self.start, self.end = scanner, scanner.text, start, end
        self.marks: list[Mark] = []
        self.runs: list[Run] = []
        self.opened: list[tuple[int, int, int]] = []  # [: its place, how many marks and runs are before it

    def scan(self) -> list[Mark]:
        text, end, position = self.text, self.end, self.start
        while match := _MARK.search(text, position, end):
            at, position = match.span()
            sign = text[at]
            if sign == "*":
                self.asterisks(at, position)
            elif sign == "\\":
                self.marks.append(("escape", at, at + 1, None))
                if text[at + 1] == "]":
                    self.target(position)
            elif sign == "[":
                self.opening(at, position, match[1])
            elif sign == "]":
                position = self.closing(at)
            elif sign == OPEN:
                if at in self.scanner.expressions:
                    self.marks.append(("expression", at, position, self.scanner.expressions[at]))
            elif sign == "^":
                position = self.footnote(at)
            elif sign == "<":
                position = self.autolink(at)
            elif self.scanner.last_target(end) > at:
                self.marks.append(("image", at, at, None))
        pair(self.runs, self.scanner.roles)
        return self.marks

    def asterisks(self, at: int, end: int) -> None:
        run = Run(self.text, at, end, self.start, self.end)
        if run.opens or run.closes:
            self.runs.append(run)
            self.marks.append(("run", at, end, run))

    def opening(self, at: int, end: int, label: str | None) -> None:
        if label is not None:
            self.marks.append(("reference", at, end, label))
            self.opened.clear()
        elif at < self.scanner.last_target(self.end):  # else it becomes no link
            self.opened.append((at, len(self.marks), len(self.runs)))
            if len(self.opened) == _DEEPEST and self.text[end] != "]":
                self.opened.clear()

    def closing(self, at: int) -> int:
        """Reads the ] at `at`; gives the offset behind it or behind the link it ends."""
        if self.opened:
            opening, marks, runs = self.opened.pop()
            if self.text.startswith("](", at, self.end) and (found := _target(self.text, at + 2, self.end)):
                self.label(at, marks, runs)
                self.marks.insert(marks, ("link", opening, opening + 1, found[0]))
                self.marks.append(("link_end", at, found[1], None))
                self.opened.clear()
                return found[1]
        self.target(at + 1)
        return at + 1

    def label(self, end: int, marks: int, runs: int) -> None:
        """Makes the marks and runs from these on the text of a link, which sees nothing behind `end`."""
        last = self.scanner.last_target(end)
        inside = [mark for mark in self.marks[marks:] if mark[0] != "image" or mark[1] < last]
        own = self.runs[runs:]
        if own and own[-1].end == end:
            own[-1].opens = False
            if not own[-1].closes:
                inside = [mark for mark in inside if mark[3] is not own[-1]]
        self.marks[marks:] = inside
        del self.runs[runs:]
        pair(own, self.scanner.roles)

    def target(self, at: int) -> None:
        if self.text.startswith("(", at):
            self.marks.append(("target", at, at, None))

    def footnote(self, at: int) -> int:
        closing = self.scanner.closing_brackets.get(at + 1)
        if closing is None:
            self.marks.append(("unclosed", at, at, None))
            return at + 2
        self.marks.append(("footnote", at, closing + 1, None))
        return closing + 1

    def autolink(self, at: int) -> int:
        from docgen.prose.addresses import read_autolink

        found = read_autolink(self.text, at, self.end)
        if found is None:
            return at + 1
        self.marks.append(("link", at, at + 1, found[0]))
        self.marks.append(("link_end", found[1] - 1, found[1], None))
        return found[1]


def _target(text: str, start: int, end: int) -> tuple[str, int] | None:
    from docgen.prose.addresses import read_target  # few reports hold a link; its patterns take time

    return read_target(text, start, end)
