"""The templates of docgen filled by docgen and by Jinja: the same bytes, the same faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja_oracle import alike, by_docgen, by_jinja

from docgen.model import Appendix, Footnote, Paragraph, Run
from docgen.word.compiled import CompiledTemplate
from docgen.word.printer import render_document
from docgen.word.store import TemplateStore
from docgen.workspace import Workspace, builtin

WORKSPACE = Workspace.around(Path(__file__).parent)
TEMPLATES = sorted(path for path in builtin("templates").glob("*/*.docx") if path.parent.name != "phan")
ODD = "<An & 'Hòa'> {{ so }} \"x\""
NOTED = Paragraph((Run(ODD), Footnote((Paragraph((Run("Chú thích & thêm"),)),))))
DOCUMENTS = (
    {},
    {"addressees": (ODD,), "parent": ("Ủy ban nhân dân tỉnh Gia Lai",), "recipients": (), "archive": ""},
    {
        "addressees": ("Sở Nội vụ", ODD),
        "recipients": (ODD, "Lưu"),
        "draft": True,
        "number": "",
        "body": (NOTED,),
    },
    {"type_name": "", "title": ((Run("trả lời " * 20),), (Run(ODD, bold=True),))},
    {
        "appendices": (
            Appendix("Phụ lục I", ((Run(ODD),),), ((Run("Đơn vị: tỷ đồng"),),), ODD, (NOTED,), True),
            Appendix("Phụ lục II", ((Run("Danh mục"),),), (), "", (NOTED,)),
        )
    },
)


def contexts(template, documents, monkeypatch):
    """What each of `documents` gives the template to print."""
    seen = []
    render = CompiledTemplate.render

    def watched(self, context):
        seen.append(context)
        return render(self, context)

    monkeypatch.setattr(CompiledTemplate, "render", watched)
    for one in documents:
        render_document(one, template)
    return seen


def shows(template, name):
    """Whether the template prints that of a document; what it would lose is refused."""
    return {"addressees": "kinh_gui", "appendices": "phu_luc"}.get(name, "noi_dung") in template.words


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_template_prints_what_jinja_prints(path, document, monkeypatch):
    template = TemplateStore().get(path, WORKSPACE.find_part)
    lists = {name for piece in template.pieces for name in re.findall(r"for \w+ in (\w+)", piece.source)}
    fields = tuple((name, (ODD, "hai") if name in lists else ODD) for name in sorted(template.words))
    documents = [
        document(fields=fields, **{name: value for name, value in changes.items() if shows(template, name)})
        for changes in DOCUMENTS
    ]
    filled = contexts(template, documents, monkeypatch)

    assert len(filled) == len(documents)
    for piece in template.pieces:
        for context in filled:
            assert by_docgen(piece.source, context) == by_jinja(piece.source, context)
        for name in filled[0]:
            without = {key: value for key, value in filled[0].items() if key != name}
            assert alike(by_jinja(piece.source, without), by_docgen(piece.source, without))
