"""The tree as text that a person can review and a program can read back: `write(node)`, `read(text)`.

One line for each node, indented by depth:

    kind "name" {property=value; …} [component] | text

Properties are those that differ from the usual look of that kind and style in the document, which stands once
at the top (`mẫu`), so that a changed style changes one line. Inside the text ⟨property=value⟩…⟨/⟩ surrounds
what looks unlike the rest, ⟦…⟧ is a note, field or link. `property=–` takes a property of the `mẫu` away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from docgen.compare.counting import numbered
from docgen.compare.look import sort_look
from docgen.compare.node import (
    CELL,
    KINDS,
    MARK_CLOSE,
    MARK_OPEN,
    PARAGRAPH,
    ROW,
    TABLE,
    Look,
    Node,
    Span,
)

_TEXT = "chữ"
_INDENT = "  "
_SHARED = (PARAGRAPH, TABLE, ROW, CELL, _TEXT)
_NONE = "–"

Class = tuple[str, str]
Samples = dict[Class, Look]


class UnreadableText(ValueError):
    """A text that `write` has not written; the line number is in `line`."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"dòng {line}: {reason}")
        self.line = line


def write(node: Node) -> str:
    """The tree as text; ends with a line break."""
    samples = _samples(node)
    lines = [f"mẫu {kind} {_quoted(name)}{_braces(look, ())}" for (kind, name), look in samples.items()]
    lines.extend(_lines(node, 0, "", samples))
    return "\n".join(lines) + "\n"


def _samples(root: Node) -> Samples:
    """The most frequent look of each kind and style, counted in characters for text."""
    counts: dict[Class, Counter[Look]] = {}

    def count(node: Node, table: str) -> None:
        name = node.name if node.kind in (PARAGRAPH, TABLE) else table
        if node.kind in _SHARED:
            counts.setdefault((node.kind, name), Counter())[node.look] += 1
        for span in node.spans:
            counts.setdefault((_TEXT, name), Counter())[span.look] += len(span.text)
        for child in node.children:
            count(child, node.name if node.kind == TABLE else table)

    count(root, "")
    return {key: counter.most_common(1)[0][0] for key, counter in sorted(counts.items())}


def _lines(node: Node, depth: int, table: str, samples: Samples) -> Iterator[str]:
    named = node.kind in (PARAGRAPH, TABLE)
    usual = samples.get((node.kind, node.name if named else table), ()) if node.kind in _SHARED else ()
    head = f"{_INDENT * depth}{node.kind}"
    if node.name:
        head += f" {_quoted(node.name)}"
    head += _braces(node.look, usual)
    if node.role:
        head += f" [{node.role}]"
    yield head + (f" | {_marked(node, samples)}" if node.spans else "")
    for child in node.children:
        yield from _lines(child, depth + 1, node.name if node.kind == TABLE else table, samples)


def _marked(node: Node, samples: Samples) -> str:
    usual = samples.get((_TEXT, node.name), ())
    parts = []
    for span in node.spans:
        text = _escaped(span.text)
        parts.append(text if span.look == usual else f"⟨{_pairs(span.look, usual)}⟩{text}⟨/⟩")
    return "".join(parts)


def _braces(look: Look, usual: Look) -> str:
    pairs = _pairs(look, usual)
    return f" {{{pairs}}}" if pairs else ""


def _pairs(look: Look, usual: Look) -> str:
    had, has = dict(usual), dict(look)
    pairs = [f"{_value(k)}={_value(v)}" for k, v in look if had.get(k) != v]
    pairs += [f"{_value(k)}={_NONE}" for k in had if k not in has]
    return "; ".join(pairs)


def _quoted(text: str) -> str:
    return f'"{_value(text)}"'


_SPECIAL = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", MARK_OPEN: "⟦", MARK_CLOSE: "⟧"}
_UNSEEN = "\x00-\x1f\x7f-\xa0\xad\u2000-\u200f\u2028-\u202f\ufeff"
_ESCAPE = re.compile(f"[\\\\⟨⟩⟦⟧{MARK_OPEN}{MARK_CLOSE}{_UNSEEN}]| $")
_UNESCAPE = re.compile(r"\\(n|t|u[0-9a-f]{4}|.)|⟦|⟧")
_IN_VALUE = re.compile(r'[;}"]')


def _escaped(text: str) -> str:
    """Text on one line: what cannot be seen, and what the form itself uses, is spelled out."""

    def spell(match: re.Match[str]) -> str:
        char = match.group()
        if char in _SPECIAL:
            return _SPECIAL[char]
        return "\\" + char if char in "⟨⟩⟦⟧" else f"\\u{ord(char):04x}"

    return _ESCAPE.sub(spell, text)


def _value(text: str) -> str:
    return _IN_VALUE.sub(lambda match: "\\" + match.group(), _escaped(text))


def _plain(text: str) -> str:
    def read_back(match: re.Match[str]) -> str:
        found, code = match.group(), match.group(1)
        if code is None:
            return MARK_OPEN if found == "⟦" else MARK_CLOSE
        if code in ("n", "t"):
            return {"n": "\n", "t": "\t"}[code]
        return chr(int(code[1:], 16)) if len(code) == 5 else code

    return _UNESCAPE.sub(read_back, text)


_QUOTED = r'"((?:\\.|[^"\\])*)"'
_BRACES = r"\{((?:\\.|[^}\\])*)\}"
_LINE = re.compile(
    rf"(?P<indent> *)(?P<kind>{'|'.join(sorted(KINDS, key=len, reverse=True))})"
    rf"(?: {_QUOTED})?(?: {_BRACES})?(?: \[(?P<role>[^\]]*)\])?(?: \| (?P<text>.*))?$"
)
_SAMPLE = re.compile(rf"mẫu (?P<kind>\S+) {_QUOTED}(?: {_BRACES})?$")
_PAIR = re.compile(r"((?:\\.|[^=\\])+)=((?:\\.|[^;\\])*)(?:; |$)")
_SPAN = re.compile(r"⟨((?:\\.|[^⟩\\])*)⟩((?:\\.|[^⟨\\])*)⟨/⟩|((?:\\.|[^⟨\\])+)", re.S)


def read(text: str) -> Node:
    """The tree that `write` has written. Raises UnreadableText with the line that is not of this form."""
    samples: Samples = {}
    stack: list[tuple[Node, list[Node]]] = []
    finished: list[Node] = []

    def close(depth: int) -> None:
        while len(stack) > depth:
            node, children = stack.pop()
            done = replace(node, children=tuple(children))
            (stack[-1][1] if stack else finished).append(done)

    for count, line in enumerate(text.rstrip("\n").split("\n"), 1):
        sample = _SAMPLE.match(line)
        if sample is not None:
            kind, name, pairs = sample.groups()
            samples[(kind, _plain(name))] = _read_look(pairs or "", ())
            continue
        match = _LINE.match(line)
        if match is None:
            raise UnreadableText(count, "không đọc được")
        depth = len(match["indent"]) // len(_INDENT)
        if depth > len(stack):
            raise UnreadableText(count, "thụt dòng sai")
        close(depth)
        table = next((node.name for node, _ in reversed(stack) if node.kind == TABLE), "")
        stack.append((_read_node(match, table, samples), []))
    close(0)
    if len(finished) != 1:
        raise UnreadableText(1, "không phải một văn bản")
    return numbered(finished[0])


def _read_node(match: re.Match[str], table: str, samples: Samples) -> Node:
    kind, name, pairs = match["kind"], _plain(match.group(3) or ""), match.group(4) or ""
    named = kind in (PARAGRAPH, TABLE)
    usual = samples.get((kind, name if named else table), ()) if kind in _SHARED else ()
    spans = tuple(
        Span(_plain(inner or bare), _read_look(look or "", samples.get((_TEXT, name), ())))
        for look, inner, bare in _SPAN.findall(match["text"] or "")
    )
    return Node(kind, name, _read_look(pairs, usual), spans, role=match["role"] or "")


def _read_look(pairs: str, usual: Look) -> Look:
    found = dict(usual)
    for name, value in _PAIR.findall(pairs):
        if value == _NONE:
            found.pop(_plain(name), None)
        else:
            found[_plain(name)] = _plain(value)
    return sort_look(found.items())
