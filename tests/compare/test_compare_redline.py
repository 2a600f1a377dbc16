"""Tracked changes: accepting all of them gives the new text, rejecting all the old one."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from compare_edits import EDITS, Edit, cells_merged
from compare_package import NAMES, Word, built

from docgen.compare.redline import redline
from docgen.view.names import W

CASES = [(edit, NAMES[n % len(NAMES)]) for n, edit in enumerate(EDITS) if edit is not cells_merged]
"""Merged cells cannot be tracked in a Word file."""


def texts(docx: bytes, kept: str = "ins", dropped: str = "del") -> list[str]:
    """The text of each paragraph of the body after every change of the kind `dropped` is undone; paragraphs
    and rows that are wholly such a change are gone."""
    body = Word(docx).body
    for mark in list(body.iter(f"{W}{dropped}")):
        holder = mark.getparent()
        if holder.tag == W + "trPr":
            row = next(mark.iterancestors(W + "tr"), None)
            if row is not None and row.getparent() is not None:
                row.getparent().remove(row)
        elif holder.tag == W + "rPr":
            paragraph = next(mark.iterancestors(W + "p"), None)
            if paragraph is not None and paragraph.getparent() is not None:
                paragraph.getparent().remove(paragraph)
        elif holder is not None:
            holder.remove(mark)
    return ["".join(t.text or "" for t in p.iter(W + "t", W + "delText")) for p in body.iter(W + "p")]


@pytest.mark.parametrize(("edit", "name"), CASES, ids=[e.__name__ for e, _ in CASES])
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(edit: Edit, name: str) -> None:
    word = Word(built(name))
    edit(word, random.Random(edit.__name__))
    new = word.save()

    marked = redline(built(name), new)

    assert texts(marked) == texts(new)
    assert texts(marked, "del", "ins") == texts(built(name))


@pytest.mark.parametrize(("old", "new"), [(0, 1), (3, 4), (2, 0)])
def test_whole_other_documents_can_be_accepted_and_rejected_too(old: int, new: int) -> None:
    before, after = built(NAMES[old]), built(NAMES[new])

    marked = redline(before, after)

    assert [t for t in texts(marked) if t] == [t for t in texts(after) if t]


def test_a_changed_size_and_a_changed_indent_are_tracked_as_changes_of_format() -> None:
    word = Word(built(NAMES[0]))
    for name in ("type_size", "space_after"):
        next(edit for edit in EDITS if edit.__name__ == name)(word, random.Random(1))

    body = Word(redline(built(NAMES[0]), word.save())).body

    assert [len(list(body.iter(W + tag))) for tag in ("rPrChange", "pPrChange", "ins", "del")] == [1, 1, 0, 0]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert redline(built(NAMES[0]), built(NAMES[1])) == redline(built(NAMES[0]), built(NAMES[1]))


def test_redlines_are_valid_word_files(shared: Path, tmp_path: Path) -> None:
    """Some edits break the schema themselves (elements out of order), so only sound ones are taken."""
    files = []
    sound = (
        "word_replaced",
        "figure_changed",
        "paragraph_added",
        "paragraph_removed",
        "row_added",
        "row_removed",
    )
    for edit in [
        e for e in EDITS if e.__name__ in (*sound, "paragraph_moved", "some_words_bold", "cell_figure")
    ]:
        for name in NAMES:
            word = Word(built(name))
            edit(word, random.Random(3))
            path = tmp_path / f"{edit.__name__}-{name}.docx"
            path.write_bytes(redline(built(name), word.save()))
            files.append(str(path))
    for n in range(len(NAMES)):
        path = tmp_path / f"other-{n}.docx"
        path.write_bytes(redline(built(NAMES[n]), built(NAMES[n - 1])))
        files.append(str(path))

    done = subprocess.run(
        [
            sys.executable,
            str(shared / "tools" / "validate_docx.py"),
            "--skip",
            "libreoffice,sdk",
            "--quiet",
            *files,
        ],
        env={**os.environ, "OOXML_XSD_DIR": str(shared / "ooxml-xsd")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
