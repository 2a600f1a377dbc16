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
      | \{\{ (?P<quoted> (?: [^{}"'\n] | "[^"\n]*" | '[^'\n]*' | \n(?![ \t]*(?:\n|\Z)) )* ) \}\}
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
        position = match.end()
        if match["stray"]:
            stray.append((match.start(), match["stray"]))
        elif match["escaped"] is None:
            quoted = match["quoted"]
            expressions[match.start()] = match["plain"] if quoted is None else quoted
            out += (text[done : match.start()], OPEN, REST * (len(match[0]) - 1))
            done = position
    return "".join((*out, text[done:])), expressions, stray
