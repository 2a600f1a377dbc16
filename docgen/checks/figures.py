"""Figures typed by hand that contradict a fact of the report.

What: a number in the prose with the same words around it as one that is printed from a fact elsewhere, or
with the row and column headings of a table of the data. Why: a figure that is corrected under `so_lieu` goes
on standing where it was typed. Precision comes first: the words must be the same, not alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from docgen import vn
from docgen.checks.counted import Count, Counted, counted, words
from docgen.checks.named_periods import named_periods
from docgen.checks.sums import slipped
from docgen.diagnostics import Diagnostic, Location, Related, warning
from docgen.prose import Passage, PassageKind
from docgen.schema import Column, ColumnGroup, Facts, Form, FormRow, FormTable

CODE = "so-go-tay"

_LEAST_WORDS = 3
"""Fewer words of substance around a figure do not tell what it counts."""

_MOST_ROWS = 500
"""A longer table is a register; its rows are not told in prose."""

_FUNCTION_WORDS = frozenset(
    (
        *(
            "của",
            "và",
            "là",
            "đã",
            "được",
            "có",
            "các",
            "những",
            "cho",
            "với",
            "về",
            "tại",
            "trên",
            "trong",
            "đó",
        ),
        *(
            "hiện",
            "nay",
            "này",
            "thì",
            "do",
            "ở",
            "để",
            "theo",
            "như",
            "sau",
            "đến",
            "gồm",
            "cụ",
            "thể",
            "khi",
        ),
    )
)
_FILLING = frozenset(
    (
        *(
            "tổng",
            "số",
            "cộng",
            "toàn",
            "huyện",
            "xã",
            "tỉnh",
            "lĩnh",
            "vực",
            "hồ",
            "sơ",
            "kỳ",
            "quý",
            "năm",
            "cả",
        ),
        *("là", "trường", "hợp", "đơn", "vị", "ubnd", "biểu", "kết", "quả"),
    )
)
_QUALIFIED = re.compile(
    r"so với|cùng kỳ|năm trước|kỳ trước(?! chuyển)|tăng|giảm|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự kiến"
    r"|bình quân|mỗi|trên dưới|khoảng"
)
_OPENER = re.compile(r"[Tt]rong đó|gồm|cụ thể")
_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class _Context:
    """What a figure counts: the words of its own clause, those of the figure it is a part of, and whether it
    is a percentage."""

    own: frozenset[str]
    parent: frozenset[str]
    percent: bool


@dataclass(frozen=True, slots=True)
class _Figure:
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


@dataclass(frozen=True, slots=True)
class _Printed:
    """A figure printed from `name` (an expression, a cell) at `place`."""

    name: str
    value: Decimal
    text: str
    place: Location


def check_figures(passages: Iterable[Passage], facts: Facts) -> list[Diagnostic]:
    """The typed figures that contradict a fact, in the order of the text."""
    figures = [figure for passage in passages if _DIGIT.search(passage.text) for figure in _figures(passage)]
    typed = [figure for figure in figures if not figure.expression]
    if not typed:
        return []
    printed = _index([figure for figure in figures if figure.expression])
    tables = _Tables(facts)
    found = (_against_fact(figure, printed) or _against_table(figure, tables) for figure in typed)
    return list(dict.fromkeys(finding for finding in found if finding is not None))


def _figures(passage: Passage) -> Iterator[_Figure]:
    """The figures of a passage that are no fraction, each typed or printed as a whole."""
    text = counted(passage.text)
    for number, count in enumerate(text.counts):
        if count.whole is not None:
            continue
        segment = passage.segment(count.start)
        if segment.expression and segment.start == count.start:
            yield _Figure(passage, text, number, segment.expression.strip())
        elif passage.is_typed(count.start, count.end):
            yield _Figure(passage, text, number, "")


def _context(figure: _Figure) -> _Context:
    parent = _parent(figure.text, figure.number)
    return _Context(_content(figure.count), _content(parent) if parent else frozenset(), figure.count.percent)


def _qualified(figure: _Figure) -> frozenset[str]:
    """The years and comparisons of the sentence: figures of different years do not contradict."""
    text = figure.text
    sentence = text.sentence(figure.count.start)
    end = text.starts[sentence + 1] if sentence + 1 < len(text.starts) else len(text.text)
    whole = vn.fold(text.text[text.starts[sentence] : end])
    named = (vn.fold(name.text) for name in named_periods(whole))
    return frozenset((*(match[0] for match in _QUALIFIED.finditer(whole)), *named))


def _content(count: Count) -> frozenset[str]:
    return frozenset((*count.label, *count.unit)) - _FUNCTION_WORDS


def _parent(text: Counted, number: int) -> Count | None:
    """The figure that `number` is a part of: the one before its parenthesis, or before "trong đó"."""
    count = text.counts[number]
    before = [c for c in text.counts[:number] if not c.percent]
    if count.group:
        outer = text.groups[count.group]
        return next((c for c in reversed(before) if c.group == outer.parent and c.end <= outer.start), None)
    first = text.sentence(count.start) - 1
    for match in reversed(list(_OPENER.finditer(text.text, 0, count.start))):
        if text.sentence(match.start()) > first:
            return next((c for c in reversed(before) if c.group == 0 and c.end <= match.start()), None)
    return None


def _index(figures: list[_Figure]) -> dict[_Context, list[tuple[_Figure, _Printed]]]:
    """The figures printed from facts by what they count."""
    found: dict[_Context, list[tuple[_Figure, _Printed]]] = {}
    for figure in figures:
        context = _context(figure)
        if len(context.own) >= _LEAST_WORDS:
            printed = _Printed(figure.expression, figure.count.value, figure.count.text, figure.place())
            found.setdefault(context, []).append((figure, printed))
    return found


def _against_fact(
    figure: _Figure, index: dict[_Context, list[tuple[_Figure, _Printed]]]
) -> Diagnostic | None:
    alike = index.get(_context(figure), [])
    if not alike or any(printed.value == figure.count.value for _, printed in alike):
        return None
    qualified = _qualified(figure)
    alike = [(other, printed) for other, printed in alike if _qualified(other) == qualified]
    if len({printed.value for _, printed in alike}) != 1:
        return None  # the same words stand with different figures, so they do not tell them apart
    printed = alike[0][1]
    message = (
        f"số {figure.count.text} gõ tay khác với {printed.text}, in từ {{{{ {printed.name} }}}} với cùng lời"
    )
    return _finding(figure, message, printed)


def _finding(figure: _Figure, message: str, printed: _Printed) -> Diagnostic:
    hint = f"Nếu là cùng một số thì viết {{{{ {printed.name} }}}} thay cho số gõ tay"
    related = (Related(printed.place, f"số {printed.text}"),)
    return warning(CODE, message, figure.place(), hint=hint, related=related)


# --- tables of the data ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    """A table by words: those of its rows, of its columns and of its title."""

    path: str
    key: str
    rows: tuple[tuple[frozenset[str], FormRow], ...]
    columns: tuple[tuple[frozenset[str], Column], ...]
    allowed: frozenset[str]


class _Tables:
    """The tables of the data, made ready when the first typed figure asks for them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    @cached_property
    def known(self) -> list[_Table]:
        return [
            _table(path, table) for path, table in self._facts.tables.items() if len(table.body) <= _MOST_ROWS
        ]

    def fitting(self, around: frozenset[str]) -> list[_Printed]:
        """The cells and totals whose row and column headings are all of `around` that matters."""
        found = []
        for table in self.known:
            columns = [(needed, column) for needed, column in table.columns if needed <= around]
            for words_of_row, row in table.rows if columns else ():
                if words_of_row <= around:
                    found.extend(_fitting_cells(table, words_of_row, row, columns, around))
        return found


def _fitting_cells(
    table: _Table,
    of_row: frozenset[str],
    row: FormRow,
    columns: list[tuple[frozenset[str], Column]],
    around: frozenset[str],
) -> Iterator[_Printed]:
    for of_column, column in columns:
        needed = of_row | of_column
        cell = row.cells.get(column.code)
        if cell is None or not isinstance(cell.effective, Decimal) or not around <= needed | table.allowed:
            continue
        if len(needed) >= (_LEAST_WORDS if of_row else 2):
            key = row.key(table.key) if of_row else ""
            name = f'{table.path}["{key}"].{column.code}' if key else f"{table.path}.tong.{column.code}"
            place = cell.node.location if cell.node is not None else row.location
            yield _Printed(name, cell.number, vn.so(cell.number), place)


def _table(path: str, table: FormTable) -> _Table:
    key = table.form.key
    rows = [(_substance(words(row.key(key))), row) for row in table.body if row.key(key)]
    rows.append((frozenset(), table.member("tong")))
    headings = _headings(table.form)
    columns = [(_substance(headings[column.code]), column) for column in table.form.leaves if column.numeric]
    allowed = _FILLING | _FUNCTION_WORDS | frozenset(words(table.form.title))
    return _Table(path, key, tuple(rows), tuple((w, c) for w, c in columns if w), allowed)


def _substance(found: Iterable[str]) -> frozenset[str]:
    return frozenset(found) - _FILLING - _FUNCTION_WORDS


@lru_cache(maxsize=256)
def _headings(form: Form) -> dict[str, frozenset[str]]:
    """The words of a column's heading; a column called "Tổng số" or "Trong đó" takes those of its group."""
    found: dict[str, frozenset[str]] = {}

    def walk(columns: Iterable[Column | ColumnGroup], above: frozenset[str]) -> None:
        for column in columns:
            own = frozenset(words(column.heading)) - _FUNCTION_WORDS
            if isinstance(column, ColumnGroup):
                walk(column.children, own if own - _FILLING else above)
            else:
                found[column.code] = own if own - _FILLING else above | own

    walk(form.columns, frozenset())
    return found


def _against_table(figure: _Figure, tables: _Tables) -> Diagnostic | None:
    """A typed figure whose clause is made of a row's and a column's heading and nothing else."""
    count = figure.count
    if figure.passage.kind is PassageKind.CELL or count.percent:
        return None
    clause = _clause(figure.text, count)
    fitting = tables.fitting(frozenset(clause))
    if len(fitting) != 1 or fitting[0].value == count.value or _qualified(figure):
        return None
    printed = fitting[0]
    near = printed.value and abs(count.value - printed.value) * 10 <= printed.value
    if not (near or slipped(f"{count.value:f}", f"{printed.value:f}")):
        return None
    return _finding(figure, f"số {count.text} gõ tay khác với {printed.text} của {printed.name}", printed)


def _clause(text: Counted, count: Count) -> tuple[str, ...]:
    """The words from the figure before (or the start of the sentence) up to `count`, and its unit."""
    start = text.starts[text.sentence(count.start)]
    before = [c.end for c in text.counts if start <= c.end <= count.start]
    lead = text.text[before[-1] if before else start : count.start]
    return (*words(lead), *count.unit)
