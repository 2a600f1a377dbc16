"""A figure of a passage, typed or printed from a fact, and what to say when a typed one contradicts."""

from __future__ import annotations

import re
from decimal import Decimal

from docgen import vn
from docgen.checks.counted import Count, Counted, words
from docgen.checks.named_periods import named_periods
from docgen.diagnostics import Diagnostic, Location, Related, warning
from docgen.patterns import pattern
from docgen.prose import Passage
from docgen.values import Struct

CODE = "so-go-tay"

FUNCTION_WORDS = frozenset(
    words(
        "của và là đã được có các những cho với về tại trên trong đó hiện nay này thì do ở để theo như sau"
        " đến gồm cụ thể khi"
    )
)
"""Words that say nothing of what a figure counts."""

_QUALIFIED = pattern(
    r"so với|cùng kỳ|năm trước|kỳ trước(?! chuyển)|tăng|giảm|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự kiến"
    r"|bình quân|mỗi|trên dưới|khoảng"
)


_COMPARED = pattern(
    r"so với|cùng kỳ|(?:năm|kỳ|quý|tháng) trước(?! chuyển)|tăng|giảm|chỉ tiêu|mục tiêu|phấn đấu|dự kiến"
    r"|bình quân|mỗi|khoảng|lũy kế|tối thiểu|ít nhất|trên [0-9]",
    re.IGNORECASE,
)


def compared(sentence: str) -> bool:
    """Whether a sentence compares, plans or estimates, so that its figures may be those of other times."""
    return _COMPARED.search(sentence) is not None


class Figure(Struct, frozen=True):
    """A figure of a passage; `expression` is what printed it, "" when it was typed."""

    passage: Passage
    text: Counted
    number: int
    expression: str

    @property
    def count(self) -> Count:
        return self.text.counts[self.number]

    def place(self) -> Location:
        return self.passage.place(self.count.start)


class Printed(Struct, frozen=True):
    """A figure printed from `name` (an expression, a cell) at `place`."""

    name: str
    value: Decimal
    text: str
    place: Location


def qualified(figure: Figure) -> frozenset[str]:
    """The years and comparisons of the sentence: figures of different years do not contradict."""
    text = figure.text
    sentence = text.sentence(figure.count.start)
    end = text.starts[sentence + 1] if sentence + 1 < len(text.starts) else len(text.text)
    whole = vn.fold(text.text[text.starts[sentence] : end])
    named = (vn.fold(name.text) for name in named_periods(whole))
    return frozenset((*(match[0] for match in _QUALIFIED.finditer(whole)), *named))


def finding(figure: Figure, message: str, printed: Printed) -> Diagnostic:
    """The warning that the typed `figure` contradicts the `printed` one."""
    hint = f"Nếu là cùng một số thì viết {{{{ {printed.name} }}}} thay cho số gõ tay"
    related = (Related(printed.place, f"số {printed.text}"),)
    return warning(CODE, message, figure.place(), hint=hint, related=related)
