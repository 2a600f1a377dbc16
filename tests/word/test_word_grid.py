"""docgen.word.grid and docgen.word.well_formed"""

from __future__ import annotations

import pytest

from docgen.model import Cell, Footnote, Paragraph, Row, RowKind, Run, Table
from docgen.word.grid import grid, plain_text, split_head
from docgen.word.well_formed import is_well_formed


def cell(text: str = "", columns: int = 1, rows: int = 1) -> Cell:
    return Cell(((Run(text),),) if text else ((),), columns, rows)


def table(*rows: tuple[RowKind, tuple[Cell, ...]], head: int) -> Table:
    return Table((1.0, 1.0, 1.0), tuple(Row(kind, cells) for kind, cells in rows), head)


def test_a_cell_that_spans_down_leaves_its_columns_in_the_rows_below():
    tall, wide, low, last = cell("a", 2, 2), cell("b"), cell("c"), cell("d", 3)
    rows = (Row(RowKind.HEADER, (tall, wide)), Row(RowKind.HEADER, (low,)), Row(RowKind.BODY, (last,)))

    assert [cells for _, cells in grid(rows, 3)] == [[(0, tall), (2, wide)], [(0, 2), (2, low)], [(0, last)]]


def test_a_row_that_is_short_is_filled_with_empty_cells():
    assert [cells for _, cells in grid((Row(RowKind.BODY, (cell("a", 2),)),), 3)] == [
        [(0, cell("a", 2)), (2, cell())]
    ]


def test_the_heading_of_a_form_is_told_from_its_rows():
    head = (RowKind.HEADER, (cell("a"), cell("b", 2)))
    body = (RowKind.BODY, (cell("1"), cell("2"), cell("3")))

    made = table(head, body, head=1)

    assert split_head(made) == (made.rows[:1], made.rows[1:])


NOTE = Cell(((Footnote((Paragraph((Run("chú thích"),)),)),),))


@pytest.mark.parametrize(
    ("first", "head"),
    [
        ((cell("a"), cell("b"), cell("c")), 0),
        ((cell("a", rows=2), cell("b"), cell("c")), 1),
        ((cell("a"), NOTE, cell("c")), 1),
    ],
    ids=["typed by a clerk", "spans down into the rows", "holds a footnote"],
)
def test_another_heading_is_one_of_the_rows(first, head):
    made = table((RowKind.HEADER, first), (RowKind.BODY, (cell("1"), cell("2"), cell("3"))), head=head)

    assert split_head(made) == ((), made.rows)


def test_a_table_of_nothing_but_its_heading_has_rows():
    made = table((RowKind.HEADER, (cell("a"), cell("b"), cell("c"))), head=1)

    assert split_head(made) == ((), made.rows)


@pytest.mark.parametrize(
    ("inlines", "text"),
    [
        ((), ""),
        ((Run("a"),), "a"),
        ((Run("a", bold=True),), None),
        ((Run("a", link="https://a.vn"),), None),
        ((Run("a"), Run("b")), None),
    ],
)
def test_what_is_nothing_but_text_is_told(inlines, text):
    assert plain_text(inlines) == text


@pytest.mark.parametrize(
    ("xml", "whole"),
    [
        ("<a><b/>chữ</a>", True),
        ("<a><b></a>", False),
        ("<a/><b/>", False),
        ("", False),
        (b"<a>\x07</a>", False),
    ],
)
def test_what_is_well_formed_is_told(xml, whole):
    assert is_well_formed(xml) is whole
