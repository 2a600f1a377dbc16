"""The marks inside a line: what markdown-it makes of a text, this reader makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prose_dump import show, typed
from prose_inline_oracle import OracleReader

from docgen.diagnostics import Diagnostic
from docgen.prose import Prose, ProseSource, passages, read, read_prose
from docgen.prose.blocks import RawBlock, RawFootnote
from docgen.prose.nodes import Spans
from docgen.prose.protect import protect
from docgen.prose.spans import SpanReader

MARKS = ["*", "**", "***", "[", "]", "(", ")", "](", "^[", "[^", "[^a]", "![", "<", ">", "\\", "!", "^"]
WORDS = [
    "chữ", "5", " ", "\n", "\t", "\u00a0", "{{ a }}", "{{ a\nb }}", "“", "'", '"', ".", "-", "_", "|",
]  # fmt: skip
ADDRESSES = [
    "https://x.vn", "HTTP://X.VN/", "mailto:a@x.vn", "a@x.vn", "http://", "https://báo.vn/điều?a=1&amp;b=2",
    "www.x.vn", "javascript:a", "/a", "#", "?q=(a)", "%41", "%zz", "&#65;", "https://a[b", "://", " 'lời'",
    ' "lời"', " (lời)", "](https://x.vn)", "](<https://x.vn/a b>)", "<https://x.vn>", "\x0b", "\x7f",
]  # fmt: skip


def lists_of(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=30).map("".join)


TEXTS = st.one_of(
    lists_of(*MARKS, *WORDS, *ADDRESSES),
    lists_of("*", "**", "***", "a", " ", ".", "(", ")", "[", "](https://x.vn)", "^["),
    lists_of("[", "]", "](", ")", "(", "![", "^[", "\\", "a", "https://x.vn", "[^a]", "<", ">", "*"),
    st.text(alphabet="*[]()^!<>\\ \na\"'{}", max_size=40),
    st.text(max_size=30),
)


def read_as_one_line(text: str, reader: type[SpanReader]) -> tuple[Spans, list[Diagnostic]]:
    protected, expressions, _ = protect(text)
    note = RawFootnote("a", 0, [RawBlock("paragraph", 0, len(text), 0)])
    line = reader(ProseSource(typed(text)), protected, expressions, [note])
    return line.spans(0, len(protected)), line.faults


def read_with(reader: type[SpanReader], text: str) -> tuple[Prose, list[Diagnostic]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read, "SpanReader", reader)
        return read_prose(typed(text))


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_a_line_has_the_spans_and_faults_of_markdown_it(text: str) -> None:
    assert read_as_one_line(text, SpanReader) == read_as_one_line(text, OracleReader)


@settings(max_examples=500, deadline=None)
@given(st.lists(TEXTS | st.sampled_from(["\n\n", "- ", "# ", "[^a]: ", "| a | b |\n|---|---|\n| "])))
def test_prose_has_the_spans_and_faults_of_markdown_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    ours, theirs = read_with(SpanReader, text), read_with(OracleReader, text)

    assert (ours[0].blocks, ours[1]) == (theirs[0].blocks, theirs[1])


# --- texts that markdown-it, or Python's stack, does not bear ---------------------------------------


def test_footnotes_in_footnotes_are_read_however_deep_they_are() -> None:
    text = "a" + "^[b" * 5000 + "]" * 5000

    prose, faults = read_prose(typed(text))

    assert [passage.text for passage in passages(prose, show)] == ["a", "b" * 5000]
    assert [fault.code for fault in faults] == ["chu-thich-long"] * 4999


def test_a_label_used_inside_a_footnote_may_be_used_outside_as_well() -> None:
    prose, faults = read_prose(typed("Một^[hai[^a]] ba[^a]\n\n[^a]: Lời"))

    assert [passage.text for passage in passages(prose, show)] == ["Một ba", "hai", "Lời"]
    assert [fault.code for fault in faults] == ["chu-thich-long"]


@pytest.mark.parametrize(("count", "expected"), [(3, 3), (100, 32)])
def test_of_very_many_targets_with_one_end_the_first_are_told_of(count: int, expected: int) -> None:
    _, faults = read_prose(typed("[a](file:///b " * count + ")"))

    assert [fault.code for fault in faults] == ["lien-ket-sai"] * expected
