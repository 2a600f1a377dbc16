"""{{ … }} out of Markdown's way: each is replaced by as many fillers, so that offsets stay true.

The fillers are characters that Unicode promises never to use and that the reader of YAML refuses,
so nothing a clerk types can be taken for one.
"""

from __future__ import annotations

import re

OPEN = "\ufdd0"
REST = "\ufdd1"

# A string may hold braces; a blank line ends everything, so one forgotten }} cannot eat the report.
_EXPRESSION = re.compile(
    r"""\{\{ ( (?: [^{}"'\n] | "[^"\n]*" | '[^'\n]*' | \n(?![ \t]*(?:\n|\Z)) )* ) \}\}
      | \{\{ ( [^{}\n]* ) \}\}""",
    re.VERBOSE,
)
_STRAY = re.compile(r"(?<!\{)\{\{(?!\{)|(?<!\})\}\}(?!\})")


def protect(text: str) -> tuple[str, dict[int, str], list[tuple[int, str]]]:
    """`text` with fillers for each {{ … }}, what stands between the braces by offset, and the
    offsets of braces that have no partner."""
    if "{{" not in text and "}}" not in text:
        return text, {}, []
    expressions: dict[int, str] = {}

    def fill(match: re.Match[str]) -> str:
        expressions[match.start()] = match[1] if match[1] is not None else match[2]
        return OPEN + REST * (len(match[0]) - 1)

    filled = _EXPRESSION.sub(fill, text)
    return filled, expressions, [(match.start(), match[0]) for match in _STRAY.finditer(filled)]
