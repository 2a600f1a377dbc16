"""docgen.word.language.whole"""

from __future__ import annotations

from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.word.budget import Budget
from docgen.word.compile import compile_file
from docgen.word.escape import Markup
from docgen.word.faults import NotThere
from docgen.word.language.runtime import part_of, pieces
from docgen.word.language.translate import code_of
from docgen.word.language.whole import prints_whole_xml
from docgen.workspace import Workspace, builtin

TEMPLATES = [path for path in sorted(builtin("templates").glob("*/*.docx")) if path.parent.name != "phan"]


@pytest.mark.parametrize(
    "source",
    [
        "<a>{{ x }}</a>",
        "<a><b>{{ x.y['tên'] }}</b> {{ x }} {{ x[0] }} {{ x[:5] | upper ~ y }}</a>",
        "<a>{% for x in y %}<b>{{ x }}</b>{% else %}<c/>{% endfor %}</a>",
        "<a>{{ '.' if loop else ';' }}{{ x if y }}</a>",
        "<a>{% if x %}<b/>{% elif y %}<c>{{ y }}</c>{% else %}chữ{% endif %}</a>",
        "<a>{% if x %}{% for y in x %}<b/>{{ y }}{% endfor %}{% endif %}</a>",
    ],
)
def test_tags_between_elements_print_whole_xml(source):
    assert prints_whole_xml(source)


@pytest.mark.parametrize(
    "source",
    [
        '<a b="{{ x }}"/>',
        "<a>{{ '\\x07' }}</a>",
        "<a>{{ x ~ '\\ud800' }}</a>",
        "<a {{ x }}/>",
        "<{{ x }}/>",
        "<a><!-- {{ x }} --></a>",
        "<a>{% if x %}<b>{% endif %}{% if x %}</b>{% endif %}</a>",
        "<a>{% for x in y %}</a><a>{% endfor %}</a>",
        "{% if x %}<a>{% else %}<b>{% endif %}</a>",
        "<a>",
        "",
    ],
)
def test_what_may_be_torn_is_left_to_be_looked_at(source):
    assert not prints_whole_xml(source)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_template_of_docgen_prints_whole_xml(path):
    template = compile_file(path, Workspace.around(path.parent).find_part)

    assert [piece.name for piece in template.pieces if not piece.whole] == []


VALUES = st.sampled_from(
    ["a", "", "<", "&", "]]>", '"', "'", "<b>", Markup("<b>c</b>"), Markup("<b/>"), Markup("")]
)
TAGS = (
    "{{ x }}",
    "{{ '<' if x else y[0] }}",
    "{{ x[:2] }}",
    "{{ x | upper }}",
    "{{ y | join(x) }}",
    "{{ x ~ y[0] }}",
    "{{ y[0] }}",
    "{% if x %}",
    "{% else %}",
    "{% endif %}",
    "{% for x in y %}",
    "{% endfor %}",
)
TEXTS = ("<b>", "</b>", "<b/>", "chữ", "<!--", "-->", "<![CDATA[", "]]>", '<b c="', '"/>', "&amp;")


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(TAGS + TEXTS), max_size=9), VALUES, st.lists(VALUES, max_size=3))
def test_what_is_said_to_be_whole_is_whole_whatever_is_printed(parts, x, y):
    source = f"<a>{''.join(_closed(parts))}</a>"
    if not prints_whole_xml(source):
        return

    try:
        printed = "".join(pieces(part_of(code_of(source)), {"x": x, "y": y}, Budget()))
    except NotThere:  # y[0] of nothing
        return

    expat.ParserCreate().Parse(printed, True)


def _closed(parts: list[str]) -> list[str]:
    """`parts` with the blocks in them paired, so that most of them can be compiled."""
    out, still = [], []
    for part in parts:
        word = part.strip("{% }").split()[0] if part.startswith("{%") else ""
        if word in ("if", "for"):
            still.append(word)
        elif word == "else":
            if not still or still[-1].endswith("!"):
                continue
            still[-1] += "!"  # one else is all a block has
        elif word.startswith("end"):
            if not still:
                continue
            part = "{% end" + still.pop().strip("!") + " %}"
        out.append(part)
    return [*out, *("{% end" + word.strip("!") + " %}" for word in reversed(still))]
