"""Passages: what the reader sees, with the place of every character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from prose_dump import typed
from test_prose_read import TEXTS

from docgen.diagnostics import Location
from docgen.prose import Passage, PassageKind, passages, read_cell, read_lines, read_prose, remembered

FIGURES = {"tong": "6.015", "ky": "quý III/2020"}

TEXT = """Mở đầu {{ ky }}.

# Kết **quả**
- Tổng {{ tong }}
  hồ sơ^[Trong đó *cấp xã*.] (kèm biểu).

| Đơn vị | Số |
|---|---|
| Xã A | {{ tong }} |
"""


def figures(expression: str, location: Location) -> str:
    return FIGURES.get(expression.strip(), "")


def read(text: str = TEXT) -> list[Passage]:
    return list(passages(read_prose(typed(text))[0], figures))


def test_passages_are_what_is_printed_in_reading_order() -> None:
    assert [(passage.kind, passage.text) for passage in read()] == [
        (PassageKind.PARAGRAPH, "Mở đầu quý III/2020."),
        (PassageKind.HEADING, "Kết quả"),
        (PassageKind.ITEM, "- Tổng 6.015 hồ sơ (kèm biểu)."),
        (PassageKind.FOOTNOTE, "Trong đó cấp xã."),
        (PassageKind.CELL, "Đơn vị"),
        (PassageKind.CELL, "Số"),
        (PassageKind.CELL, "Xã A"),
        (PassageKind.CELL, "6.015"),
    ]


@pytest.mark.parametrize(
    ("passage", "words", "place"),
    [
        (0, "Mở", (1, 1)),
        (0, "III", (1, 8)),  # a figure stands where its {{ stands
        (0, ".", (1, 16)),
        (1, "quả", (3, 9)),
        (2, "Tổng", (4, 3)),
        (2, "6.015", (4, 8)),
        (2, "hồ sơ", (5, 3)),
        (2, "(kèm", (5, 30)),
        (3, "cấp", (5, 20)),
        (6, "A", (9, 6)),
        (7, "6", (9, 10)),
    ],
)
def test_every_character_has_its_line_and_column(passage: int, words: str, place: tuple[int, int]) -> None:
    found = read()[passage]
    location = found.place(found.text.index(words))

    assert (location.line, location.column) == place


def test_a_passage_knows_which_of_its_text_was_typed() -> None:
    passage = read()[2]

    assert [
        passage.is_typed(passage.text.index(words), passage.text.index(words) + len(words))
        for words in ("Tổng", "6.015", "Tổng 6.015", "hồ sơ (kèm")
    ] == [True, False, False, True]
    assert passage.segment(passage.text.index("6.015")).expression == " tong "


def test_titles_and_cells_are_called_what_they_are() -> None:
    title, cell = typed("Sơ kết {{ ky }},\nphương hướng"), typed("- Sản phẩm **1**", "")

    assert [(p.kind.value, p.text) for p in passages(read_lines(title)[0], figures, PassageKind.HEADING)] == [
        ("tieu_de", "Sơ kết quý III/2020,"),
        ("tieu_de", "phương hướng"),
    ]
    assert [(p.kind.value, p.text) for p in passages(read_cell(cell)[0], figures, PassageKind.CELL)] == [
        ("o", "- Sản phẩm 1")
    ]


def test_a_remembered_figure_is_asked_once_for_each_place() -> None:
    asked: list[str] = []

    def ask(expression: str, location: Location) -> str:
        asked.append(expression.strip())
        return "đầy đủ" if len(asked) == 1 else "gọn"

    prose, _ = read_prose(typed("{{ a }} {{ a }}"))
    resolve = remembered(ask)

    for _ in range(2):
        assert [passage.text for passage in passages(prose, resolve)] == ["đầy đủ gọn"]
    assert asked == ["a", "a"]


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_the_character_at_a_place_is_the_character_of_the_passage(text: str) -> None:
    lines = text.split("\n")
    for passage in read(text):
        for offset, character in enumerate(passage.text):
            if character.isalnum() and passage.is_typed(offset, offset + 1):
                place = passage.place(offset)
                assert place.line and place.column
                assert lines[place.line - 1][place.column - 1] == character
