"""Findings as Word comments in a copy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from paper import body, p, paper

from docgen.lint import lint
from docgen.lint.mark import mark
from docgen.lint.repair.editor import Editor
from docgen.view import read
from docgen.view.names import W

VALIDATOR = Path(__file__).parents[3] / "shared" / "tools" / "validate_docx.py"
WRONG = paper(so=p("Số: 5/BC-SNV", 13, jc="center"), doan_1=body("Một.", after=0), diem=body("Hai.", after=0))


def comments(data: bytes) -> list[tuple[str, str]]:
    """(first line of the comment, text of the paragraph it is attached to)."""
    editor = Editor(data)
    main = editor.root("word/document.xml")
    found = []
    for comment in editor.root("word/comments.xml"):
        start = next(
            e for e in main.iter(W + "commentRangeStart") if e.get(W + "id") == comment.get(W + "id")
        )
        first = "".join(t.text for t in next(comment.iter(W + "p")).iter(W + "t"))
        found.append((first.split(":")[0], "".join(t.text or "" for t in start.getparent().iter(W + "t"))))
    return found


def test_each_finding_and_each_of_its_places_becomes_a_comment_there():
    found = lint(WRONG)

    assert comments(mark(WRONG, found)) == [
        ("Lỗi SK-01", "Số: 5/BC-SNV"),
        ("Lỗi ND-04", "Hai."),
        ("ND-04", "II. PHƯƠNG HƯỚNG, NHIỆM VỤ"),
    ]


def test_a_marked_copy_has_the_same_text_and_the_same_other_findings():
    marked = mark(WRONG, lint(WRONG))

    assert [x.text for x in read(marked).paragraphs] == [x.text for x in read(WRONG).paragraphs]
    assert [f.code for f in lint(marked)] == ["PG-09", *[f.code for f in lint(WRONG)]]


def test_marking_twice_keeps_the_first_comments():
    once = mark(WRONG, lint(WRONG))
    twice = mark(once, lint(WRONG))

    numbers = [c.get(W + "id") for c in etree.fromstring(Editor(twice).parts["word/comments.xml"])]

    assert numbers == [str(n) for n in range(6)]


@pytest.mark.skipif(not VALIDATOR.exists(), reason="cần công cụ kiểm tra ở ../shared/tools")
def test_a_marked_copy_is_a_valid_word_file(tmp_path: Path):
    target = tmp_path / "marked.docx"
    target.write_bytes(mark(mark(WRONG, lint(WRONG)), lint(WRONG)))
    schemas = {**os.environ, "OOXML_XSD_DIR": str(VALIDATOR.parents[1] / "ooxml-xsd")}
    command = [
        sys.executable,
        str(VALIDATOR),
        "--quiet",
        "--require",
        "xsd,rules",
        "--skip",
        "libreoffice,sdk",
        str(target),
    ]

    done = subprocess.run(command, capture_output=True, text=True, check=False, env=schemas)

    assert (done.returncode, done.stdout) == (0, "")
