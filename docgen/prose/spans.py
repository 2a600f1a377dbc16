"""From inline tokens to spans, with the faults met on the way."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from markdown_it.token import Token

from docgen import limits
from docgen.diagnostics import Diagnostic
from docgen.prose.blocks import RawBlock, RawFootnote
from docgen.prose.faults import fault
from docgen.prose.inline import is_allowed_address, tokenize, tokens_are_needed
from docgen.prose.nodes import (
    SOFT_BREAK,
    ExpressionSpan,
    FootnoteSpan,
    ProseSource,
    Span,
    Spans,
    TextSpan,
)

_Look = tuple[bool, bool, str]  # bold, italic, address
_PLAIN: _Look = (False, False, "")


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
        if not tokens_are_needed(self.text, start, end):
            return (self.piece(start, end, _PLAIN),) if end > start else ()
        if self.text.count("[", start, end) > limits.PARAGRAPH_BRACKETS:
            self.fault("ngoac-qua-nhieu", start)
            return (self.piece(start, end, _PLAIN),)
        return _Collector(self, in_footnote).collect(tokenize(self.text, start, end, self.expressions))

    def piece(self, start: int, end: int, look: _Look) -> TextSpan:
        text = self.text[start:end]
        if "\n" in text:
            text = SOFT_BREAK.sub(" ", text)
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
            near = get_close_matches(label, list(self.footnotes), 1, 0.6)
            more = f"; có phải [^{near[0]}]?" if near else ""
            self.fault("chu-thich-thieu", at, label=label, near=more)
            return None
        if label not in self.used:
            self.used.add(label)
            if not note.paragraphs:
                self.fault("chu-thich-trong", note.start)
            self._read[label] = tuple(self.paragraph(raw, in_footnote=True) for raw in note.paragraphs)
        return FootnoteSpan(self._read[label], at)  # type: ignore[arg-type]

    def report_unused(self) -> None:
        """A fault for every footnote that nothing refers to."""
        for label, note in self.footnotes.items():
            if label not in self.used:
                self.fault("chu-thich-thua", note.start, label=label)


class _Collector:
    """Turns the tokens of one stretch into spans."""

    def __init__(self, reader: SpanReader, in_footnote: bool) -> None:
        self.reader = reader
        self.in_footnote = in_footnote
        self.spans: list[Span] = []
        self.bold = 0
        self.italic = 0
        self.link = ""
        self.reported: set[int] = set()

    def collect(self, tokens: list[Token]) -> Spans:
        for token in tokens:
            handler = _HANDLERS.get(token.type)
            if handler is not None:
                handler(self, token)
        return tuple(self.spans)

    def look(self) -> _Look:
        return self.bold > 0, self.italic > 0, self.link

    def text(self, token: Token) -> None:
        if not token.content:  # the half of a ** that the library has emptied
            return
        at, end = token.meta["at"], token.meta["end"]
        if "run" in token.meta:
            self.asterisk(*token.meta["run"])
        look = self.look()
        last = self.spans[-1] if self.spans else None
        if isinstance(last, TextSpan) and last.end == at and (last.bold, last.italic, last.link) == look:
            self.spans[-1] = self.reader.piece(last.start, end, look)
        else:
            self.spans.append(self.reader.piece(at, end, look))
        if token.content == "]":
            self.check_address(end)

    def check_address(self, end: int) -> None:
        """A bracket pair that looks like a link but is none: say why."""
        text = self.reader.text
        if not text.startswith("(", end):
            return
        close = text.find(")", end)
        target = text[end + 1 : close] if close > 0 else ""
        if _looks_like_address(target) and not is_allowed_address(target):
            self.reader.fault("lien-ket-sai", end + 1, target=target)

    def asterisk(self, at: int, length: int, opens: bool) -> None:
        """An asterisk without partner is a fault, but for a lone one behind a word ("Dân số*")."""
        if at in self.reported or (length == 1 and not opens):
            return
        self.reported.add(at)
        mark, look = ("*", "nghiêng") if length == 1 else ("**", "đậm")
        self.reader.fault("dau-nhan-khong-dong", at, mark=mark, look=look)

    def expression(self, token: Token) -> None:
        at = token.meta["at"]
        place = self.reader.source.place(at)
        self.spans.append(ExpressionSpan(token.content, at, place, *self.look()))

    def footnote(self, token: Token) -> None:
        at, end = token.meta["at"], token.meta["end"]
        if self.in_footnote:
            self.reader.fault("chu-thich-long", at)
            self.spans.extend(self.reader.spans(at + 2, end - 1, in_footnote=True))
        else:
            self.spans.append(self.reader.inline_footnote(at, end))

    def unclosed_footnote(self, token: Token) -> None:
        self.reader.fault("chu-thich-khong-dong", token.meta["at"])
        self.text(token)

    def reference(self, token: Token) -> None:
        at = token.meta["at"]
        if self.in_footnote:
            self.reader.used.add(token.content)
            self.reader.fault("chu-thich-long", at)
            return
        note = self.reader.referred_footnote(token.content, at)
        if note is not None:
            self.spans.append(note)

    def image(self, token: Token) -> None:
        self.reader.fault("hinh-anh", token.meta["at"])
        self.text(token)

    def open_link(self, token: Token) -> None:
        self.link = str(token.attrs.get("href", ""))

    def close_link(self, token: Token) -> None:
        self.link = ""

    def open_bold(self, token: Token) -> None:
        self.bold += 1

    def close_bold(self, token: Token) -> None:
        self.bold -= 1

    def open_italic(self, token: Token) -> None:
        self.italic += 1

    def close_italic(self, token: Token) -> None:
        self.italic -= 1


_HANDLERS: dict[str, Callable[[_Collector, Token], None]] = {
    "text": _Collector.text,
    "expression": _Collector.expression,
    "footnote": _Collector.footnote,
    "footnote_unclosed": _Collector.unclosed_footnote,
    "reference": _Collector.reference,
    "image": _Collector.image,
    "link_open": _Collector.open_link,
    "link_close": _Collector.close_link,
    "strong_open": _Collector.open_bold,
    "strong_close": _Collector.close_bold,
    "em_open": _Collector.open_italic,
    "em_close": _Collector.close_italic,
}


def _looks_like_address(target: str) -> bool:
    head = target.strip().lower()
    return "://" in head or head.startswith(("www.", "javascript:", "file:", "data:", "vbscript:", "tel:"))
