"""Damaged files give findings or a named fault, never a traceback."""

from __future__ import annotations

import copy
import io
import random
import zipfile

import pytest
from lxml import etree
from paper import body, p, paper, section
from test_lint_format_rules import appendix, cong_van, decision, two_pages

from docgen.diagnostics import DocgenError
from docgen.lint import lint
from docgen.lint.mark import mark
from docgen.lint.repair import repair

DOCUMENTS = (
    paper(),
    cong_van(),
    decision(),
    two_pages(),
    paper(**appendix()),
    paper(doan_1=body("Một.", after=0)),
)
_VALUES = ("", "x", "-1", "99999999999", "0", "1,2", "none", "50%", "1.5.2")


def damaged(document: bytes, seed: int) -> bytes:
    """The document with elements removed, doubled or moved and attributes spoilt."""
    choose = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = choose.choice(
        ["word/document.xml"] * 3 + [n for n in parts if n.startswith("word/") and n.endswith(".xml")]
    )
    root = etree.fromstring(parts[name])
    for _ in range(choose.choice((1, 4, 30))):
        element = choose.choice(list(root.iter("*")))
        parent, action = element.getparent(), choose.randrange(4)
        if parent is None:
            continue
        if action == 0:
            parent.remove(element)
        elif action == 1:
            element.addnext(copy.deepcopy(element))
        elif action == 2:
            parent.append(element)
        elif element.attrib:
            element.set(choose.choice(list(element.attrib)), choose.choice(_VALUES))
    parts[name] = etree.tostring(root)
    if choose.random() < 0.1:
        del parts[choose.choice(list(parts))]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return buffer.getvalue()


@pytest.mark.parametrize("seed", range(120))
def test_a_damaged_file_is_read_or_refused_in_words(seed: int):
    data = damaged(DOCUMENTS[seed % len(DOCUMENTS)], seed)
    try:
        found = lint(data)
        repaired = repair(data).data
        marked = mark(data, found)
    except DocgenError as fault:
        assert fault.diagnostics[0].message
    else:
        assert all(f.message and f.code for f in found)
        for written in (repaired, marked):
            if written is not None:
                lint(written)


def test_an_empty_document_is_left_alone():
    from paper import package

    assert [f.code for f in lint(package(p() + section()))] == ["RG-00"]
