"""docgen.word.columns"""

import pytest

from docgen import vn
from docgen.model import Cell, Row, RowKind, Run, Table
from docgen.word.columns import PADDING_MM, layout


def row(*texts, kind=RowKind.BODY):
    return Row(kind, tuple(Cell(((Run(text),),)) for text in texts))


def test_relative_widths_are_kept_where_every_word_fits():
    table = Table((1, 3), (row("a", "b"),))

    assert layout(table, 100).widths_mm == pytest.approx((25, 75))


def test_a_column_is_never_narrower_than_its_longest_word():
    table = Table((1, 99), (row("1.234.567", "b"),))

    plan = layout(table, 165)

    assert plan.widths_mm[0] == pytest.approx(vn.text_width_mm("1.234.567", 12) + PADDING_MM)
    assert sum(plan.widths_mm) == pytest.approx(165)


def test_widths_without_any_given_follow_the_content():
    table = Table((0, 0), (row("1", "Thành lập và hoạt động của hộ kinh doanh"),))

    narrow, wide = layout(table, 100).widths_mm

    assert narrow < wide / 3
    assert narrow + wide == pytest.approx(100)


def test_the_text_shrinks_only_until_no_word_breaks():
    wide = Table((0,) * 12, (row(*["26.336.114"] * 12),))

    plan = layout(wide, 165)

    assert plan.size_pt == 8.0 or 12 * (vn.text_width_mm("26.336.114", plan.size_pt) + PADDING_MM) <= 165
    assert 12 * (vn.text_width_mm("26.336.114", plan.size_pt + 1) + PADDING_MM) > 165


def test_merged_cells_ask_for_nothing_and_shift_those_beside_them():
    header = Row(
        RowKind.HEADER,
        (Cell(((Run("Nguyênmộttừrấtdàikhôngngắtđược"),),), columns=2), Cell(((Run("x"),),), rows=2)),
    )
    below = row("aaaa", "b", kind=RowKind.HEADER)
    table = Table((0, 0, 0), (header, below, row("1", "2", "Ghichúdài")))

    first, second, third = layout(table, 60).widths_mm

    assert third >= vn.text_width_mm("Ghichúdài", 12) + PADDING_MM - 1e-9
    assert first + second + third == pytest.approx(60)
