"""docgen.word.tables"""

import re

import pytest

from docgen.model import Align, Cell, Row, RowKind, Run, Table
from docgen.word.inlines import InlineWriter
from docgen.word.names import W
from docgen.word.starter.styles import styles_xml
from docgen.word.style_part import StylePart
from docgen.word.tables import TableWriter
from docgen.word.xml import NS, parse_xml, w


@pytest.fixture(scope="module")
def styles():
    return StylePart(parse_xml(styles_xml(f'xmlns:w="{W}"').encode())).styles()


@pytest.fixture
def written(styles):
    def write(table, **options):
        xml = TableWriter(styles, InlineWriter(styles, 1)).write(table, 165, **options)
        return parse_xml(f'<w:body xmlns:w="{W}">{xml}</w:body>'.encode())

    return write


def text(t, **k):
    return Cell(((Run(t),),), **k)


THREE_HEADER_ROWS = Table(
    (1, 1, 1, 1),
    (
        Row(RowKind.HEADER, (text("TT", rows=3), text("Số hồ sơ", columns=3))),
        Row(RowKind.HEADER, (text("Tổng số", rows=2), text("Trong đó", columns=2))),
        Row(RowKind.HEADER, (text("Kỳ trước"), text("Mới"))),
        Row(RowKind.BODY, (text("1"), text("3", align=Align.CENTER), text("1"), text("2"))),
    ),
)


def shape(table):
    """Every row as its cells: text, span of columns, and r (merge starts) or c (continues)."""
    rows = []
    for tr in table.iter(w("tr")):
        cells = []
        for tc in tr.iterfind("w:tc", NS):
            span = tc.find("w:tcPr/w:gridSpan", NS)
            merge = tc.find("w:tcPr/w:vMerge", NS)
            sign = "" if merge is None else "r" if merge.get(w("val")) == "restart" else "c"
            words = "".join(t.text for t in tc.iter(w("t")))
            cells.append((words, 1 if span is None else int(span.get(w("val"))), sign))
        rows.append(cells)
    return rows


def test_nested_headings_become_merged_cells(written):
    assert shape(written(THREE_HEADER_ROWS)) == [
        [("TT", 1, "r"), ("Số hồ sơ", 3, "")],
        [("", 1, "c"), ("Tổng số", 1, "r"), ("Trong đó", 2, "")],
        [("", 1, "c"), ("", 1, "c"), ("Kỳ trước", 1, ""), ("Mới", 1, "")],
        [("1", 1, ""), ("3", 1, ""), ("1", 1, ""), ("2", 1, "")],
    ]


def test_every_row_covers_the_whole_grid_in_width(written):
    table = written(THREE_HEADER_ROWS)
    grid = [int(c.get(w("w"))) for c in table.iter(w("gridCol"))]

    for tr in table.iter(w("tr")):
        assert sum(int(width.get(w("w"))) for width in tr.iter(w("tcW"))) == sum(grid)


def test_header_rows_repeat_and_no_row_splits(written):
    rows = list(written(THREE_HEADER_ROWS).iter(w("tr")))

    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True, True, True, False]
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)


def test_every_cell_ends_with_a_paragraph_also_an_empty_one(written):
    empty = Table((1, 1), (Row(RowKind.BODY, (Cell(()), Cell(((),)))),))

    for cell in written(empty).iter(w("tc")):
        assert cell[-1].tag == w("p")


def test_a_cell_holds_several_paragraphs(written):
    table = Table((1,), (Row(RowKind.BODY, (Cell(((Run("một"),), (Run("hai"),))),)),))

    texts = ["".join(t.text for t in p.iter(w("t"))) for p in written(table).iter(w("p"))]

    assert texts == ["một", "hai"]


def test_only_the_last_row_is_tied_to_what_follows(written):
    table = Table((1,), (Row(RowKind.BODY, (text("a"),)), Row(RowKind.BODY, (text("b"),))))

    tied = [bool(row.findall(".//w:keepNext", NS)) for row in written(table, keep_next=True).iter(w("tr"))]

    assert tied == [False, True]


def test_text_is_escaped(written):
    table = Table((1,), (Row(RowKind.BODY, (text('Đất & Nhà <ở> "x"'),)),))

    words = "".join(t.text for t in written(table).iter(w("t")))

    assert words == 'Đất & Nhà <ở> "x"'


def test_a_wide_table_gets_smaller_text_in_every_cell(styles):
    table = Table((0,) * 14, (Row(RowKind.BODY, tuple(text("26.336.114") for _ in range(14))),))

    xml = TableWriter(styles, InlineWriter(styles, 1)).write(table, 165)

    assert len(re.findall(r'<w:sz w:val="\d+"/>', xml)) == 14
