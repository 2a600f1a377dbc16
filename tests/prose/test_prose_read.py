"""Markdown in the Vietnamese manner: the fixture files, and what holds for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prose_dump import Case, cases, dump, show, typed

from docgen.diagnostics import Severity
from docgen.prose import (
    ExpressionSpan,
    FootnoteSpan,
    Prose,
    TextSpan,
    passages,
    read_cell,
    read_lines,
    read_prose,
)
from docgen.prose.nodes import HeadingNode, ParagraphNode, PipeTableNode

ALL = [case for name in ("khoi.txt", "trong_dong.txt", "chu_thich.txt") for case in cases(name)]


@pytest.mark.parametrize("case", ALL, ids=[case.title for case in ALL])
def test_prose_reads_as_the_fixture_says(case: Case) -> None:
    prose, faults = read_prose(typed(case.typed))

    assert dump(prose, faults) == case.expected


def test_a_fault_says_what_to_do() -> None:
    _, faults = read_prose(typed("Năm[^muc2] **đậm\n\n[^muc1]: Lời."))

    assert [(f.severity, f.message, f.hint) for f in faults] == [
        (
            Severity.ERROR,
            "không có lời chú thích “[^muc2]:”",
            "Thêm một đoạn bắt đầu bằng “[^muc2]: ”; có phải [^muc1]?",
        ),
        (
            Severity.ERROR,
            "dấu ** mở mà không đóng trong đoạn này",
            "Thêm ** ngay sau chữ cuối cần in đậm, không cách; nếu muốn in dấu sao thì gõ \\*",
        ),
        (
            Severity.ERROR,
            "lời chú thích [^muc1] không được nhắc đến trong bài nên sẽ không in",
            "Ghi [^muc1] ở chỗ cần chú thích, hoặc xóa lời chú thích này",
        ),
    ]


def test_places_count_the_indentation_of_the_block() -> None:
    node = typed("Một **hai")
    _, faults = read_prose(type(node)(node.text, "x.yaml", 41, 11, "|", "", 4))

    assert str(faults[0].location) == "x.yaml:42:9"


# --- lines and cells -------------------------------------------------------------------------------


def texts(prose: Prose) -> list[str]:
    return [passage.text for passage in passages(prose, show)]


def test_lines_keep_their_breaks_and_read_marks() -> None:
    prose, faults = read_lines(typed("# Sơ kết **CCHC** {{ ky }},\n\n- phương hướng *kỳ sau\n"))

    assert texts(prose) == ["# Sơ kết CCHC ‹ky›,", "- phương hướng *kỳ sau"]
    assert [str(fault.location) for fault in faults] == ["bao-cao.yaml:3:16"]


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("", "Ghi chú", ["Ghi chú"]),
        ("", "  Ghi chú ", ["Ghi chú"]),
        ("", "", []),
        ("", "- Sản phẩm **1**", ["- Sản phẩm 1"]),
        ("", "dòng một\ndòng hai", ["dòng một", "dòng hai"]),
        ("|", "- Ý một\n  còn tiếp;\n\n# không tiêu đề\n+ ý\n| a | b |\n---\n", [
            "- Ý một còn tiếp;", "# không tiêu đề", "+ ý", "| a | b |", "---",
        ]),
        ("|", "Chú[^1]\n\n[^1]: Lời", ["Chú", "Lời"]),
    ],
)  # fmt: skip
def test_a_cell_holds_paragraphs(style: str, text: str, expected: list[str]) -> None:
    prose, faults = read_cell(typed(text, style))

    assert (texts(prose), faults) == (expected, [])


# --- what holds for any text -----------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "hồ sơ", "UBND", "5.305", "20,56%", "\n", "\n\n", "  ", "- ", "+ ", "1. ", "2. ", "# ", "#### ",
        "---\n", "*", "**", "***", "[", "]", "(", ")", "^[", "[^1]", "[^1]: ", "<", ">", "https://x.vn",
        "](http://x.vn)", "{{ a | so }}", "{{", "}}", "{{ bang.x }}", "|", "|---|", "\\", "!", "{.lien}",
        "_", "`", "\t", "\u00a0", "\ufdd0", "\ufdd1", "&amp;",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80))


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_no_text_breaks_the_reader_and_spans_are_where_they_were_typed(text: str) -> None:
    prose, faults = read_prose(typed(text))

    for span in spans_of(prose):
        if isinstance(span, TextSpan):
            joined = re.sub(r"[ \t\u00a0]*\n[ \t]*", " ", text[span.start : span.end])
            assert span.text in (joined, text[span.start : span.start + 1] + " ") or span.text.endswith(". ")
        elif isinstance(span, ExpressionSpan):
            assert text.startswith("{{" + span.expression + "}}", span.start)
    lines = text.count("\n") + 1
    assert all(1 <= (fault.location.line or 0) <= lines for fault in faults)
    assert dump(prose, faults) is not None


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_text_breaks_the_readers_of_lines_and_cells(text: str) -> None:
    for prose, _ in (read_lines(typed(text)), read_cell(typed(text)), read_cell(typed(text, ""))):
        assert texts(prose) is not None


WORDS = st.lists(
    st.sampled_from(["# ", "## ", "- ", "+ ", "* ", "1. ", "a) ", "> ", "| ", "", "\n", "---\n"]),
    min_size=1,
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(WORDS, st.booleans())
def test_every_typed_word_is_printed_exactly_once_and_in_order(marks: list[str], blank: bool) -> None:
    words = [f"từ{index} **đậm{index}** ghi^[chú{index}] {{{{ số{index} }}}}" for index in range(len(marks))]
    text = ("\n\n" if blank else "\n").join(mark + word for mark, word in zip(marks, words, strict=True))
    prose, _ = read_prose(typed(text))

    printed = " ".join(passage.text for passage in passages(prose, lambda expression, _: expression))
    for kind in ("từ", "đậm", "chú", "số"):
        assert re.findall(rf"{kind}\d+", printed) == [f"{kind}{index}" for index in range(len(marks))]


def spans_of(prose: Prose) -> list[object]:
    spans: list[object] = []
    for block in prose.blocks:
        if isinstance(block, HeadingNode | ParagraphNode):
            spans.extend(block.spans)
        elif isinstance(block, PipeTableNode):
            spans.extend(span for row in block.rows for cell in row for span in cell)
    notes = [span for span in spans if isinstance(span, FootnoteSpan)]
    return spans + [span for note in notes for paragraph in note.paragraphs for span in paragraph]
