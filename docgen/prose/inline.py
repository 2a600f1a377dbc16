"""The marks inside a line, read by markdown-it's inline parser.

Of Markdown these exist: *italic*, **bold**, [text](address), <address>, \\ before a mark. Ours are
^[footnote], [^label] and the protected {{ … }}. Everything else is text: underscores, backticks,
HTML, entities, quotes.

The library's rules do the pairing of asterisks and the links; our rules give each token the offset
it was typed at (`meta["at"]`, `meta["end"]`), because the library keeps lines only.

Asterisks are laxer than in CommonMark, whose rule on punctuation refuses "**Yêu cầu:**Đảm bảo", and
stricter in one way: a single asterisk inside a word or between brackets ("5*3", "(*)") is text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from docgen.prose.protect import OPEN, REST

_SPECIAL = re.compile(rf"[\\*\[\]<^!{OPEN}]")
_FOOTNOTE_LABEL = re.compile(r"\[\^([^\]\s\[]+)\]")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_RUN = re.compile(r"\*+")
_FILLERS = re.compile(f"{REST}*")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ADDRESS = re.compile(
    r"https?://(?:[^\s/?#@:\[\]<>\"{}|\\^`]*@)?[^\s/?#@:\[\]<>\"{}|\\^`]+(?::\d{1,5})?(?:[/?#].*)?$|mailto:[^\s@]+@[^\s@]+$",
    re.IGNORECASE,
)

tokens_are_needed = _SPECIAL.search
"""Whether a stretch of text holds any mark at all: `tokens_are_needed(text, start, end)`."""


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
    md.validateLink = is_allowed_address  # type: ignore[method-assign]
    for name, rule in _RULES:
        md.inline.ruler.push(name, rule)
    md.inline.ruler.enableOnly([name for name, _ in _RULES])
    md.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    return md


def is_allowed_address(url: str) -> bool:
    """Whether a link may lead to `url`: a web or mail address that is whole (RFC 3986, 3.2)."""
    return bool(_ADDRESS.match(url))


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
