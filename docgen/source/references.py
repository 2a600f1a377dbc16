"""References to a range of another file: `so-lieu.xlsx#Phụ lục 1!A8:L22`."""

from __future__ import annotations

import re

from docgen.patterns import pattern
from docgen.values import Struct

_FILE = pattern(r"(?P<file>.+?\.(?P<suffix>xlsx|xlsm|xlsb|xls|ods|csv|tsv))(?:#(?P<rest>.*))?", re.IGNORECASE)
_RANGE = pattern(
    r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[1-9][0-9]{0,6})?(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>[1-9][0-9]{0,6})?)?",
    re.IGNORECASE,
)


class Reference(Struct, frozen=True):
    """A range of a sheet. Rows and columns count from 1; `bottom` and `right` are None where the range
    is open (`A8:L`, a whole sheet) and reaches as far as there is data. `sheet` is "" when not said."""

    file: str
    suffix: str
    sheet: str = ""
    top: int = 1
    left: int = 1
    bottom: int | None = None
    right: int | None = None

    @property
    def is_csv(self) -> bool:
        """Whether the file is plain text."""
        return self.suffix in ("csv", "tsv")


def parse_reference(text: str) -> Reference | None:
    """The Reference that `text` (`file#sheet!A8:L22`) holds, or None when it is none.

    The sheet may be left out, the range too; `$` and quotes around the sheet are Excel's own habit.
    """
    match = _FILE.fullmatch(text.strip())
    if match is None:
        return None
    file, suffix = match["file"].replace("\\", "/"), match["suffix"].lower()
    rest = (match["rest"] or "").strip()
    if _RANGE.fullmatch(rest) and (":" in rest or suffix in ("csv", "tsv")):
        sheet, cells = "", rest  # a sheet cannot have a colon in its name
    else:
        sheet, mark, cells = rest.rpartition("!")
        if not mark:
            sheet, cells = rest, ""
    sheet = sheet.strip()
    if len(sheet) > 1 and sheet[0] == sheet[-1] == "'":
        sheet = sheet[1:-1].replace("''", "'")
    if not cells.strip():
        return Reference(file, suffix, sheet)
    found = _RANGE.fullmatch(cells.strip())
    if found is None:
        return None
    top = int(found["top"] or 1)
    left = column_number(found["left"])
    if found["right"] is None:  # one cell
        return Reference(file, suffix, sheet, top, left, top, left)
    bottom = int(found["bottom"]) if found["bottom"] else None
    right = column_number(found["right"])
    if right < left or (bottom is not None and bottom < top):
        return None
    return Reference(file, suffix, sheet, top, left, bottom, right)


def column_number(letters: str) -> int:
    """The number of a column: A is 1, L is 12, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """The letters of column `number` (from 1)."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
