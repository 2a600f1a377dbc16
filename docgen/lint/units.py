"""Names of provinces and communes since 01/7/2025 (`data/units.json` names its source)."""

from __future__ import annotations

import datetime
import json
from functools import cache
from importlib.resources import files

from docgen.values import Struct
from docgen.vn import fold_tones

TWO_LEVELS = datetime.date(2025, 7, 1)
"""The day the district level ended and 63 provinces became 34 (Luật 72/2025/QH15, NQ 202/2025/QH15)."""

NEW_MINISTRIES = datetime.date(2025, 3, 1)
"""The day the merged ministries began (Nghị quyết 176/2025/QH15)."""


class Units(Struct, frozen=True):
    """Folded names: small letters, one placement of tone marks."""

    provinces: frozenset[str]
    former_provinces: frozenset[str]
    communes: frozenset[str]
    commune_names: frozenset[str]


def key(name: str) -> str:
    """A name in the form in which names are compared: both tone placements and apostrophes are one."""
    return " ".join(fold_tones(name).lower().replace("’", "'").split())


@cache
def units() -> Units:
    """The lists, read once."""
    data = json.loads((files("docgen.lint") / "data" / "units.json").read_text(encoding="utf-8"))
    communes = frozenset(key(name) for name in data["communes"])
    plain = frozenset(
        name.split(" ", 2)[2] if name.startswith("đặc khu") else name.split(" ", 1)[1] for name in communes
    )
    return Units(
        frozenset(key(n) for n in data["provinces"]),
        frozenset(key(n) for n in data["former_provinces"]),
        communes,
        plain,
    )
