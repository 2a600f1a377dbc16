"""The marks inside a line as markdown-it reads them: what docgen.prose is compared with.

markdown-it does the pairing of asterisks and the links; our rules, added to it, give each token the
offset it was typed at (`meta["at"]`, `meta["end"]`), because the library keeps lines only. It takes
quadratic time and Python's stack for some texts, so it is asked about short ones only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from docgen.prose.addresses import is_allowed_address
from docgen.prose.nodes import ExpressionSpan, Span, Spans, TextSpan
from docgen.prose.protect import OPEN, REST
from docgen.prose.spans import SpanReader

_SPECIAL = re.compile(rf"[\\*\[\]<^!{OPEN}]")
_FOOTNOTE_LABEL = re.compile(r"\[\^([^\]\s\[]+)\]")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_RUN = re.compile(r"\*+")
_FILLERS = re.compile(f"{REST}*")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_SOFT_BREAK = re.compile(r"[ \t\u00a0]*\n[ \t]*")

_Look = tuple[bool, bool, str]  # bold, italic, address
_PLAIN: _Look = (False, False, "")


class OracleReader(SpanReader):
    """A SpanReader whose spans are made of markdown-it's tokens."""

    def spans(self, start: int, end: int, in_footnote: bool = False) -> Spans:
        if not _SPECIAL.search(self.text, start, end):
            return (self.piece(start, end, _PLAIN),) if end > start else ()
        return _Collector(self, in_footnote).collect(tokenize(self.text, start, end, self.expressions))

    def piece(self, start: int, end: int, look: _Look) -> TextSpan:
        return TextSpan(_SOFT_BREAK.sub(" ", self.text[start:end]), start, end, *look)


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
        if _looks_like_address(target):
            if OPEN in target:
                self.reader.fault("lien-ket-so-lieu", end + 1)
            elif not is_allowed_address(target):
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


def tokenize(text: str, start: int, end: int, expressions: dict[int, str]) -> list[Token]:
    """The inline tokens of `text` from `start` to `end`; `expressions` by offset as protected."""
    state = StateInline(text, _parser(), {"expressions": expressions, "start": start, "end": end}, [])
    state.pos, state.posMax = start, end
    _parser().inline.tokenize(state)
    for rule in _parser().inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("zero")
    normalize = md.normalizeLink
    md.normalizeLink = lambda url: "" if OPEN in url else normalize(url)  # type: ignore[method-assign]
    md.validateLink = is_allowed_address  # type: ignore[method-assign]
    for name, rule in _RULES:
        md.inline.ruler.push(name, rule)
    md.inline.ruler.enableOnly([name for name, _ in _RULES])
    md.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    return md


def _push(state: StateInline, kind: str, content: str, at: int, end: int, **meta: Any) -> None:
    token = state.push(kind, "", 0)
    token.content = content
    token.meta = {"at": at, "end": end, **meta}
    state.pos = end


def _text(state: StateInline, silent: bool) -> bool:
    at = state.pos
    match = _SPECIAL.search(state.src, at, state.posMax)
    end = match.start() if match else state.posMax
    if end == at:
        return False
    if silent:
        state.pos = end
    else:
        _push(state, "text", state.src[at:end], at, end)
    return True


def _escape(state: StateInline, silent: bool) -> bool:
    at = state.pos
    if state.src[at] != "\\" or at + 1 >= state.posMax or state.src[at + 1] not in _ESCAPABLE:
        return False
    if silent:
        state.pos = at + 2
    else:
        _push(state, "text", state.src[at + 1], at + 1, at + 2)
    return True


def _expression(state: StateInline, silent: bool) -> bool:
    at = state.pos
    if state.src[at] != OPEN or at not in state.env["expressions"]:
        return False
    match = _FILLERS.match(state.src, at + 1)
    end = match.end() if match else at + 1
    if silent:
        state.pos = end
    else:
        _push(state, "expression", state.env["expressions"][at], at, end)
    return True


def _footnote(state: StateInline, silent: bool) -> bool:
    at = state.pos
    if not state.src.startswith("^[", at, state.posMax):
        return False
    end = _closing_bracket(state, at + 1)
    if end < 0:
        if not silent:
            _push(state, "footnote_unclosed", "^[", at, at + 2)
        else:
            state.pos = at + 2
        return True
    if silent:
        state.pos = end + 1
    else:
        _push(state, "footnote", "", at, end + 1)
    return True


def _closing_bracket(state: StateInline, opening: int) -> int:
    """The offset of the bracket that closes the one at `opening`; -1 when none does."""
    pairs = state.env.get("brackets")
    if pairs is None:  # all pairs at once, so that a text full of brackets takes linear time
        pairs = state.env["brackets"] = {}
        stack: list[int] = []
        for match in _BRACKET.finditer(state.src, state.env["start"], state.env["end"]):
            if match[0] == "[":
                stack.append(match.start())
            elif match[0] == "]" and stack:
                pairs[stack.pop()] = match.start()
    return int(pairs.get(opening, -1))


def _reference(state: StateInline, silent: bool) -> bool:
    at = state.pos
    if state.src[at] != "[":
        return False
    match = _FOOTNOTE_LABEL.match(state.src, at, state.posMax)
    if match is None:
        return False
    if silent:
        state.pos = match.end()
    else:
        _push(state, "reference", match[1], at, match.end())
    return True


def _image(state: StateInline, silent: bool) -> bool:
    at = state.pos
    if not state.src.startswith("![", at, state.posMax):
        return False
    if silent:
        state.pos = at + 2
    else:
        is_image = state.src.find("](", at, state.posMax) > 0
        _push(state, "image" if is_image else "text", "![", at, at + 2)
    return True


def _link(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or state.src.find("](", state.pos, state.posMax) < 0:
        return False
    return link(state, silent)


def _autolink(state: StateInline, silent: bool) -> bool:
    at, count = state.pos, len(state.tokens)
    if state.src[at] != "<" or not autolink(state, silent):
        return False
    if not silent:
        token = next(t for t in state.tokens[count:] if t.type == "text")
        token.content = state.src[at + 1 : state.pos - 1]
        token.meta = {"at": at + 1, "end": state.pos - 1}
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Pushes one token and one delimiter for each asterisk of a run, as the library's rule does."""
    at = state.pos
    if silent or state.src[at] != "*":
        return False
    match = _RUN.match(state.src, at, state.posMax)
    assert match is not None
    length = match.end() - at
    before = state.src[at - 1] if at > state.env["start"] else " "
    after = state.src[match.end()] if match.end() < state.posMax else " "
    opens, closes = not after.isspace(), not before.isspace()
    if length == 1 and ((before.isalnum() and after.isalnum()) or before + after == "()"):
        opens = closes = False
    for offset in range(at, match.end()):
        _push(state, "text", "*", offset, offset + 1)
        if opens or closes:
            state.tokens[-1].meta["run"] = (at, length, opens)
            delimiter = Delimiter(ord("*"), length, len(state.tokens) - 1, -1, opens, closes)
            state.delimiters.append(delimiter)
    return True


def _other(state: StateInline, silent: bool) -> bool:
    if silent:
        return False
    at = state.pos
    _push(state, "text", state.src[at], at, at + 1)
    return True


# In the order they are tried. The names differ from the library's, which a ruler would find first.
_RULES = (
    ("chu", _text),
    ("thoat", _escape),
    ("so_lieu", _expression),
    ("nhan_manh", _emphasis),
    ("chu_thich", _footnote),
    ("nhac_chu_thich", _reference),
    ("hinh", _image),
    ("lien_ket", _link),
    ("dia_chi", _autolink),
    ("le", _other),
)
