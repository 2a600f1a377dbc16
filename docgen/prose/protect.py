"""{{ … }} out of Markdown's way: each is replaced by as many fillers, so that offsets stay true.

The fillers are characters that Unicode promises never to use and that the reader of YAML refuses,
so nothing a clerk types can be taken for one.
"""

from __future__ import annotations

import re

OPEN = "\ufdd0"
REST = "\ufdd1"

# A string may hold braces; a blank line ends everything, so one forgotten }} cannot eat the report.
_BRACES = re.compile(
    r"""(?P<escaped> \\ (?: \{\{ [^{}\n]* \}\} | . ))
      | \{\{ (?P<quoted> (?: [^{}"'\n]++ | "[^"\n]*" | '[^'\n]*' | \n(?![ \t]*(?:\n|\Z)) )*+ ) \}\}
      | \{\{ (?P<plain> [^{}\n]* ) \}\}
      | (?P<stray> (?<!\{)\{\{(?!\{) | (?<!\})\}\}(?!\}) )""",
    re.VERBOSE,
)

_START = re.compile(r"[\\{}]")  # found quickly; most of a text is none of these


def protect(text: str) -> tuple[str, dict[int, str], list[tuple[int, str]]]:
    """`text` with fillers for each {{ … }}, what stands between the braces by offset, and the
    braces without partner with their offsets. A backslash before {{ makes it text."""
    if "{{" not in text and "}}" not in text:
        return text, {}, []
    expressions: dict[int, str] = {}
    stray: list[tuple[int, str]] = []
    out: list[str] = []
    done = position = 0
    while start := _START.search(text, position):
        match = _BRACES.match(text, start.start())
        if match is None:
            position = start.end()
            continue
        kind, (begin, position) = match.lastgroup, match.span()
        if kind == "stray":
            stray.append((begin, match[0]))
        elif kind != "escaped":
            expressions[begin] = match[match.lastindex or 0]
            out += (text[done:begin], OPEN, REST * (position - begin - 1))
            done = position
    return "".join((*out, text[done:])), expressions, stray
