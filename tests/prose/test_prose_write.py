"""Prose written as blocks of the document model."""

from __future__ import annotations

from prose_dump import typed

from docgen.diagnostics import Location
from docgen.model import (
    Align,
    Cell,
    Footnote,
    Heading,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Table,
)
from docgen.prose import read_cell, read_prose, write_blocks, write_paragraphs


def figures(expression: str, location: Location) -> str:
    return {"tong": "6.015", "trong": ""}.get(expression.strip(), "?")


def none(expression: str, location: Location) -> Table | None:
    return None


def test_runs_of_one_look_are_joined_and_figures_take_the_look_around_them() -> None:
    prose, _ = read_prose(typed("Tổng {{ tong }} hồ sơ, **đạt {{ tong }}**{{ trong }}^[Theo *sổ*.]."))

    assert write_blocks(prose, figures, (), none) == (
        Paragraph(
            (
                Run("Tổng 6.015 hồ sơ, "),
                Run("đạt 6.015", bold=True),
                Footnote((Paragraph((Run("Theo "), Run("sổ", italic=True), Run("."))),)),
                Run("."),
            )
        ),
    )


def test_a_figure_is_never_read_as_markup() -> None:
    prose, _ = read_prose(typed("{{ x }}"))

    def hostile(expression: str, location: Location) -> str:
        return "**đậm** [a](http://x.vn) <b> {{ y }}"

    assert write_blocks(prose, hostile, (), none) == (
        Paragraph((Run("**đậm** [a](http://x.vn) <b> {{ y }}"),)),
    )


def test_a_run_in_heading_carries_the_paragraph_behind_it() -> None:
    prose, _ = read_prose(typed("### Một {.lien}\n**Hai**\n### Ba"))

    assert write_blocks(prose, figures, ("I.", "1.", "a)"), none) == (
        Heading(3, "a)", (Run("Một"),), (Run("Hai", bold=True),)),
        Heading(3, "b)", (Run("Ba"),)),
    )


def test_an_appendix_has_neither_opening_nor_closing() -> None:
    prose, _ = read_prose(typed("Chữ\n# A\n---\nHết"))

    blocks = write_blocks(prose, figures, ("I.",), none, framed=False)
    assert [block.kind for block in blocks if isinstance(block, Paragraph)] == [ParagraphKind.TEXT] * 2


def test_a_placeholder_becomes_the_table_it_names_or_nothing() -> None:
    prose, _ = read_prose(typed("{{ bang.a }}\n\n{{ bang.b }}"))
    one = Table((1.0,), ())

    def find(expression: str, location: Location) -> Table | None:
        return one if expression.strip() == "bang.a" else None

    assert write_blocks(prose, figures, (), find) == (one,)


def test_a_pipe_table_has_a_header_and_columns_as_wide_as_their_text() -> None:
    prose, _ = read_prose(typed("| Đơn vị | Số |\n|---|--:|\n| Ủy ban nhân dân xã | {{ tong }} |"))

    assert write_blocks(prose, figures, (), none) == (
        Table(
            (18.0, 5.0),
            (
                Row(
                    RowKind.HEADER,
                    (
                        Cell(((Run("Đơn vị"),),), align=Align.CENTER),
                        Cell(((Run("Số"),),), align=Align.CENTER),
                    ),
                ),
                Row(
                    RowKind.BODY,
                    (Cell(((Run("Ủy ban nhân dân xã"),),)), Cell(((Run("6.015"),),), align=Align.RIGHT)),
                ),
            ),
        ),
    )


def test_a_cell_is_written_as_paragraphs() -> None:
    prose, _ = read_cell(typed("- Kế hoạch **2020**;\n\nCông văn {{ tong }}"))

    assert write_paragraphs(prose, figures) == (
        (Run("- Kế hoạch "), Run("2020", bold=True), Run(";")),
        (Run("Công văn 6.015"),),
    )
