"""The reviewable text is the whole tree: what is written is read back the same."""

from __future__ import annotations

import pytest
from compare_package import NAMES, built
from hypothesis import given
from hypothesis import strategies as st

from docgen.compare import Node, Span, dump, text_form
from docgen.compare.look import sort_look
from docgen.compare.node import BODY, CELL, DOCUMENT, PARAGRAPH, ROW, TABLE

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["⟨/⟩", "⟦a⟧", '"; }', "\\n", " ", "| x", "–"]
)
WORDS = TEXTS.filter(bool)
LOOKS = st.dictionaries(
    st.sampled_from(["cỡ", "căn", "viền"]), WORDS.filter(lambda w: w != "–"), max_size=3
).map(lambda values: sort_look(values.items()))
SPANS = st.lists(st.builds(Span, WORDS, LOOKS), max_size=3, unique_by=lambda span: span.look).map(tuple)
PARAGRAPHS = st.builds(lambda name, look, spans: Node(PARAGRAPH, name, look, spans), TEXTS, LOOKS, SPANS)


def table(name: str, cells: list[Node]) -> Node:
    return Node(
        TABLE, name, children=(Node(ROW, children=tuple(Node(CELL, children=(cell,)) for cell in cells)),)
    )


TABLES = st.builds(table, TEXTS, st.lists(PARAGRAPHS, max_size=3))
DOCUMENTS = st.lists(PARAGRAPHS | TABLES, max_size=4).map(
    lambda blocks: Node(DOCUMENT, children=(Node(BODY, children=tuple(blocks)),))
)


@given(DOCUMENTS)
def test_any_tree_written_and_read_back_is_the_same(node: Node) -> None:
    assert text_form.read(text_form.write(node)) == node


@pytest.mark.parametrize("name", NAMES)
def test_a_report_read_back_has_the_same_content_and_the_same_paragraph_numbers(name: str) -> None:
    tree = dump(built(name))

    again = text_form.read(text_form.write(tree))

    def body(node: Node) -> list[tuple[str, int, str]]:
        return [(n.kind, n.number, n.role) for holder in node.of(BODY) for n in holder.walk()]

    assert again == tree
    assert body(again) == body(tree)


def test_a_changed_style_changes_one_line() -> None:
    def tree(size: str) -> Node:
        spans = (Span("Nội dung", (("cỡ", size),)),)
        return Node(DOCUMENT, children=(Node(BODY, children=(Node(PARAGRAPH, "Thân", (), spans),) * 3),))

    before, after = (text_form.write(tree(size)).splitlines() for size in ("14 pt", "13 pt"))

    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        ('mẫu chữ "Thân" {cỡ=14 pt}', 'mẫu chữ "Thân" {cỡ=13 pt}')
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [("văn bản\nxin chào\n", 2), ("văn bản\n      thân\n", 2), ("", 1), ("văn bản\nvăn bản\n", 1)],
)
def test_a_text_of_another_form_is_refused_with_the_line(text: str, line: int) -> None:
    with pytest.raises(text_form.UnreadableText) as fault:
        text_form.read(text)

    assert fault.value.line == line
