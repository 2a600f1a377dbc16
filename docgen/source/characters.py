"""Characters that a data file may not hold, and tabs that stand where YAML wants spaces.

Every replacement keeps the length of the text, so that places stay those of the file.
"""

from __future__ import annotations

import re

from docgen import limits
from docgen.diagnostics import Diagnostic, Location, error
from docgen.patterns import pattern

# C0 but tab and line ends, C1, soft hyphen, zero-width and direction marks, line and paragraph
# separators, surrogates, private use (bullets of the Symbol font), byte order mark, non-characters:
# Word refuses them, or prints a box or nothing.
FORBIDDEN = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)

_TABS = pattern(
    r"^ *(?:- +)*(?:-|[\w.]+:)[ \t]*\t[ \t]*"  # between a name or a dash and what follows it
    r"|[ \t]*\t[ \t]*(?=#|\r?$)",  # before a comment, at the end of a line, on an empty line
    re.MULTILINE,
)


def spaces_for_tabs(text: str) -> str:
    """`text` with a space for every tab that only separates, as after `ngay:`; PyYAML's two parsers
    disagree on these. A tab that indents a line stays and is reported by the parser."""
    if "\t" not in text:
        return text
    return _TABS.sub(lambda match: match[0].replace("\t", " "), text)


def screen(text: str, name: str) -> tuple[str, list[Diagnostic]]:
    """`text` with a space for every forbidden character, and a finding for each line that has some."""
    if text.replace("\n", "").isprintable() or not FORBIDDEN.search(text):
        return text, []
    faults: list[Diagnostic] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        found = FORBIDDEN.search(line)
        if found and len(faults) < limits.DIAGNOSTICS_PER_STAGE:
            faults.append(forbidden(FORBIDDEN.findall(line), Location(name, number, found.start() + 1)))
    return FORBIDDEN.sub(" ", text), faults


def forbidden(characters: list[str], location: Location) -> Diagnostic:
    """The finding that `characters` stand where no one can see them."""
    codes = ", ".join(f"U+{code:04X}" for code in sorted({ord(c) for c in characters}))
    return error(
        "ky-tu-cam",
        f"có ký tự ẩn hoặc không in được ({codes})",
        location,
        hint="Xóa và gõ lại đoạn này; ký tự thường do dán từ Word, PDF hoặc trang web",
    )
