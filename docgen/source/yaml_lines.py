"""A YAML file seen as lines: what its parser does not tell, and how a faulty line would be right."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\r\n|\r|\n")
_VALUE = re.compile(r"(\s*(?:- +)*(?:(?:\"[^\"]*\"|'[^']*'|[^\s:#\"'\[{-][^:]*?)\s*:(?:\s+|$))?)(.*?)\s*$")
_GLUED = re.compile(r"#(?<=[ \t]#)[^\s#!].*")
_NO_SPACE = re.compile(r"\s*(?:- +)*([a-z_][a-z0-9_]*):(?!//)[^ \t\r\n]")
_BLOCK = re.compile(r"(?:^|\s)[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_BRACES = re.compile(r"[^,\[\]{}\"']*(?:\{\{.*?\}\}[^,\[\]{}\"']*)+")


def split_lines(text: str) -> list[str]:
    """The lines of `text` as YAML counts them."""
    return _BREAK.split(text)


def value_of(line: str) -> tuple[str, str]:
    """What stands before the value of `line` (indentation, dashes, name and colon), and the value."""
    match = _VALUE.match(line)
    return (match[1], match[2]) if match else ("", line)


def quoted(text: str) -> str:
    """`text` as a YAML value in quotes: double ones, unless it holds some."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def with_quotes(line: str) -> str:
    """`line` with its value in quotes, without the space around it."""
    before, value = value_of(line)
    if value[:1] in ("“", "”") and value[-1:] in ("“", "”"):  # Word's quotes around the whole value
        value = value[1:-1]
    return (before + quoted(value)).strip()


def with_braces_quoted(line: str) -> str:
    """`line` with the value that holds `{{ … }}` in quotes: all of it, or its part of a `{…}` or `[…]`."""
    before, value = value_of(line)
    if value.startswith("{{") or value[:1] not in ("{", "["):
        return (before + quoted(value)).strip()

    def fix(match: re.Match[str]) -> str:
        name = re.match(r"[^{]*: +|\s*", match[0])
        lead = name[0] if name else ""
        inner = match[0][len(lead) :].rstrip()
        return lead + quoted(inner) + match[0][len(lead) + len(inner) :]

    return (before + _BRACES.sub(fix, value)).strip()


def no_space_name(line: str) -> str:
    """The name in a line `tên:giá trị` that lacks the space after the colon; "" for other lines."""
    match = _NO_SPACE.match(line)
    return match[1] if match else ""


def previous(lines: list[str], number: int) -> int | None:
    """The nearest line above `number` that is neither empty nor a comment."""
    for above in range(number - 1, -1, -1):
        stripped = lines[above].strip()
        if stripped and not stripped.startswith("#"):
            return above
    return None


def block_above(lines: list[str], number: int) -> int | None:
    """The line that opens (`noi_dung: |`) the block of text which line `number` breaks off, if any."""
    if number >= len(lines):
        return None
    own = _indent(lines[number])
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if line.strip() and _BLOCK.search(line):
            return above if _indent(line) <= own else None
        if line.strip() and _indent(line) < own:
            return None
        if line.strip() and _indent(line) == own and not no_text_line(line):
            return None
    return None


def no_text_line(line: str) -> bool:
    """Whether `line` cannot be `tên: giá trị`, so that it may be text that lost its indentation."""
    return ":" not in line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def glued_comments(text: str) -> dict[int, tuple[int, str]]:
    """By line (from 0): the column of the first ` #` with no space after it, and the comment."""
    if not _GLUED.search(text):
        return {}
    found = ((number, _GLUED.search(line)) for number, line in enumerate(split_lines(text)))
    return {number: (match.start(), match[0].rstrip()) for number, match in found if match}


def without_line(text: str, number: int) -> str:
    """`text` with line `number` (from 0) emptied: what follows keeps its place."""
    for at, match in enumerate(re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|$)", text)):
        if at == number:
            content = match[0].rstrip("\r\n")
            return text[: match.start()] + text[match.start() + len(content) :]
    return text
