"""Patterns that are compiled when they are first used.

Compiling a hundred patterns takes longer than proofreading a report with them, and most reports need half.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def pattern(text: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """`text` as `re.compile` gives it, but compiled at the first search; a mistake in it shows then."""
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))


class _Pattern:
    """Stands for a pattern. Each method is kept once asked for, so that no later search comes by here."""

    def __init__(self, text: Any, flags: re.RegexFlag) -> None:
        self._source = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        method = getattr(re.compile(*self._source), name)
        setattr(self, name, method)
        return method
