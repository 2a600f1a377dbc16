"""From the marks inside a line to spans, with the faults met on the way."""

from __future__ import annotations

from docgen import limits
from docgen.diagnostics import Diagnostic, nearest
from docgen.prose.blocks import RawBlock, RawFootnote
from docgen.prose.emphasis import BOLD, ITALIC, Run
from docgen.prose.faults import fault
from docgen.prose.inline import Mark, Scanner, marks_are_possible
from docgen.prose.nodes import (
    ExpressionSpan,
    FootnoteSpan,
    ProseSource,
    Span,
    Spans,
    TextSpan,
    join_lines,
)
from docgen.prose.protect import OPEN

_Look = tuple[bool, bool, str]  # bold, italic, address
_PLAIN: _Look = (False, False, "")

_TOLD = {"unclosed": "chu-thich-khong-dong", "image": "hinh-anh"}
_FOOTNOTES = 1_000  # of one value; among more no like one is looked for
_TARGETS = 32  # that end at one bracket; quoting all of very many would take quadratic time


class SpanReader:
    """Reads stretches of one source into spans; collects faults and which footnotes are used."""

    def __init__(
        self,
        source: ProseSource,
        text: str,
        expressions: dict[int, str],
        footnotes: list[RawFootnote],
    ) -> None:
        self.source = source
        self.text = text
        self.expressions = expressions
        self.faults: list[Diagnostic] = []
        self.used: set[str] = set()
        self.footnotes: dict[str, RawFootnote] = {}
        for note in footnotes:
            if note.label in self.footnotes:
                line = source.place(self.footnotes[note.label].start).line
                self.fault("chu-thich-trung", note.start, label=note.label, line=line)
            else:
                self.footnotes[note.label] = note
        self._read: dict[str, tuple[Spans, ...]] = {}

    def fault(self, code: str, offset: int, **words: object) -> None:
        self.faults.append(fault(code, self.source.place(offset), **words))

    def paragraph(self, raw: RawBlock, in_footnote: bool = False) -> Spans:
        """The spans of a paragraph; one space stands between its mark and its text."""
        mark = self.text[raw.start : raw.text]
        if mark and (len(mark) - len(mark.rstrip()) != 1 or not mark.endswith(" ")):
            signs = mark.rstrip()
            first = TextSpan(signs + " ", raw.start, raw.start + len(signs) + 1)
            return (first, *self.spans(raw.text, raw.end, in_footnote))
        return self.spans(raw.start, raw.end, in_footnote)

    def spans(self, start: int, end: int, in_footnote: bool = False) -> Spans:
        """The spans of the source from `start` to `end`."""
        if marks_are_possible(self.text, start, end):
            return _Collector(self, in_footnote).collect(start, end)
        return (self.piece(start, end, _PLAIN),) if end > start else ()

    def piece(self, start: int, end: int, look: _Look) -> TextSpan:
        text = self.text[start:end]
        if "\n" in text:
            text = join_lines(text)
        return TextSpan(text, start, end, *look)

    def inline_footnote(self, start: int, end: int) -> FootnoteSpan:
        """The footnote whose ^[…] stands from `start` to `end`."""
        inner_start, inner_end = start + 2, end - 1
        while inner_start < inner_end and self.text[inner_start].isspace():
            inner_start += 1
        while inner_end > inner_start and self.text[inner_end - 1].isspace():
            inner_end -= 1
        if inner_start == inner_end:
            self.fault("chu-thich-trong", start)
        return FootnoteSpan((self.spans(inner_start, inner_end, in_footnote=True),), start)  # type: ignore[arg-type]

    def referred_footnote(self, label: str, at: int) -> FootnoteSpan | None:
        """The footnote with `label`; None, and a fault at offset `at`, when it has no words."""
        note = self.footnotes.get(label)
        if note is None:
            self.fault("chu-thich-thieu", at, label=label, near=self._near(label))
            return None
        if label not in self._read:  # it may be in use in a footnote, where it is not read
            self.used.add(label)
            if not note.paragraphs:
                self.fault("chu-thich-trong", note.start)
            self._read[label] = tuple(self.paragraph(raw, in_footnote=True) for raw in note.paragraphs)
        return FootnoteSpan(self._read[label], at)  # type: ignore[arg-type]

    def _near(self, label: str) -> str:
        """A question for the known label that is most like `label`; "" when none is like it."""
        if len(self.footnotes) > _FOOTNOTES or len(self.faults) > limits.DIAGNOSTICS_PER_STAGE:
            return ""  # each is compared with each, which for very many takes quadratic time
        near = nearest(label, self.footnotes)
        return f"; có phải [^{near}]?" if near else ""

    def report_unused(self) -> None:
        """A fault for every footnote that nothing refers to."""
        for label, note in self.footnotes.items():
            if label not in self.used:
                self.fault("chu-thich-thua", note.start, label=label)


class _Level:
    """How far the text between `start` and `end` is read, and in which look it goes on."""

    __slots__ = ("bold", "end", "italic", "link", "marks", "position")

    def __init__(self, scanner: Scanner, start: int, end: int) -> None:
        self.marks = iter(scanner.marks(start, end))
        self.position, self.end = start, end
        self.bold = self.italic = 0
        self.link = ""

    def look(self) -> _Look:
        return self.bold > 0, self.italic > 0, self.link


class _Collector:
    """Turns the marks of one stretch into spans."""

    def __init__(self, reader: SpanReader, in_footnote: bool) -> None:
        self.reader = reader
        self.in_footnote = in_footnote
        self.spans: list[Span] = []
        self.closing, self.targets = -1, 0  # the last ) looked for, and how many targets it ends

    def collect(self, start: int, end: int) -> Spans:
        self.scanner = Scanner(self.reader.text, start, end, self.reader.expressions)
        levels = [_Level(self.scanner, start, end)]
        while levels:  # not by recursion: footnotes in footnotes may be deeper than Python's stack
            level = levels[-1]
            for mark in level.marks:
                if self.read(mark, level):
                    levels.append(_Level(self.scanner, mark[1] + 2, mark[2] - 1))
                    break
            else:
                self.text(level, level.end, level.end)
                levels.pop()
        return tuple(self.spans)

    def read(self, mark: Mark, level: _Level) -> bool:
        """Takes in `mark` and the text before it; whether it is a footnote to be read in its place."""
        kind, at, end, value = mark
        if kind == "run":
            self.asterisks(value, level)
        elif kind in _TOLD:
            self.reader.fault(_TOLD[kind], at)
        elif kind == "target":
            self.check_target(at)
        else:
            self.text(level, at, end)
            if kind == "expression":
                self.spans.append(ExpressionSpan(value, at, self.reader.source.place(at), *level.look()))
            elif kind == "reference":
                self.reference(value, at)
            elif kind == "footnote" and self.in_footnote:
                self.reader.fault("chu-thich-long", at)
                return True
            elif kind == "footnote":
                self.spans.append(self.reader.inline_footnote(at, end))
            elif kind == "link":
                level.link = value
            elif kind == "link_end":
                level.link = ""
        return False

    def text(self, level: _Level, end: int, behind: int) -> None:
        """Adds the text before `end`; the next one begins at `behind`."""
        if end > level.position:
            self.spans.append(self.reader.piece(level.position, end, level.look()))
        level.position = behind

    def asterisks(self, run: Run, level: _Level) -> None:
        """An asterisk without partner is a fault, but for a lone one behind a word ("Dân số*")."""
        lone, alone = run.end - run.at == 1, False
        for at in range(run.at, run.end):
            role = self.scanner.roles.get(at)
            if role is None:
                alone = True
                continue
            self.text(level, at, at + 1)
            if role in (BOLD, -BOLD):
                level.bold += role // BOLD
            elif role in (ITALIC, -ITALIC):
                level.italic += role // ITALIC
        if alone and (run.opens or not lone):
            mark, look = ("*", "nghiêng") if lone else ("**", "đậm")
            self.reader.fault("dau-nhan-khong-dong", run.at, mark=mark, look=look)

    def check_target(self, at: int) -> None:
        """A bracket pair that looks like a link but is none: say why."""
        text = self.reader.text
        if at > self.closing:
            closing = text.find(")", at)
            self.closing, self.targets = closing if closing >= 0 else len(text), 0
        self.targets += 1
        if self.closing == len(text) or self.targets > _TARGETS:
            return
        from docgen.prose.addresses import is_allowed_address

        target = text[at + 1 : self.closing]
        if _looks_like_address(target):
            if OPEN in target:
                self.reader.fault("lien-ket-so-lieu", at + 1)
            elif not is_allowed_address(target):
                self.reader.fault("lien-ket-sai", at + 1, target=target)

    def reference(self, label: str, at: int) -> None:
        if self.in_footnote:
            self.reader.used.add(label)
            self.reader.fault("chu-thich-long", at)
            return
        note = self.reader.referred_footnote(label, at)
        if note is not None:
            self.spans.append(note)


def _looks_like_address(target: str) -> bool:
    head = target.strip().lower()
    return "://" in head or head.startswith(("www.", "javascript:", "file:", "data:", "vbscript:", "tel:"))
