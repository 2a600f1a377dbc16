"""docgen.word.language: a template means here what it means in Jinja, whatever it says."""

from __future__ import annotations

import ast
import datetime
from decimal import Decimal
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja_oracle import alike, by_docgen, by_jinja
from language_strategies import contexts, templates

from docgen import limits
from docgen.expression import Figure
from docgen.word.escape import Markup, escaped
from docgen.word.language import translate

CONTEXT = {
    "chu": "An <Hòa> & 'Phú'",
    "xml": Markup("<b/>"),
    "so": 7,
    "khong": None,
    "co": True,
    "hinh": Figure("1234", "dem"),
    "ngay": datetime.date(2026, 9, 5),
    "nhom": {"ten": "A", "items": 1, "_kin": 2},
    "dong": [{"ten": "x", "so": 1}, {"ten": Markup("<i/>"), "so": 2}, {"so": Decimal("2.50")}],
    "cap": ((1, ("a", "<")), (2, ("b", ">"))),
}


@pytest.mark.filterwarnings("ignore::SyntaxWarning")  # of the code that Jinja makes
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    templates,
    contexts,
    st.sampled_from((*[limits.TEMPLATE_STEPS] * 3, 3, 8)),
    st.sampled_from((*[limits.TEMPLATE_CHARACTERS] * 3, 20, 100)),
)
def test_any_template_prints_what_jinja_prints_or_has_the_same_fault(source, context, steps, characters):
    with mock.patch.multiple(limits, TEMPLATE_STEPS=steps, TEMPLATE_CHARACTERS=characters):
        assert alike(by_jinja(source, context), by_docgen(source, context))


@pytest.mark.parametrize(
    "source",
    [
        "{{ chu }}{{ xml }}{{ so }}{{ khong }}{{ hinh }}{{ hinh | dem }}",
        "{{ ngay.year }}{{ nhom.ten }}{{ nhom['ten'] }}{{ cap[0][1][1] }}",
        "{{ chu ~ xml }}{{ chu + xml }}{{ xml + chu }}{{ chu ~ so }}{{ chu | upper }}{{ xml | upper }}",
        "{{ xml | first }}{{ xml | last }}{{ chu[0] }}{{ xml[1:] }}{{ chu[::2] }}",
        "{{ [chu, xml] | join('<') }}{{ [chu] | join('<') }}{{ dong | join('-', attribute='so') }}",
        "{{ 'a' if so > 3 else 'b' }}{{ 'a' if khong }}{{ khong or chu }}{{ not co or 'x' }}",
        "{{ -so }}{{ so - 1 }}{{ 'a' if 1 < so <= 7 != 8 }}",
        "{{ thieu | default('<x>') }}{{ '' | default('y', true) }}",
        "{{ khong | default(default_value='z', boolean=true) }}{{ '' | default(*['', 1]) }}",
        "{{ [xml, thieu, khong] ~ '' }}",
        "{% for d in dong %}{{ d.ten }}{% else %}không{% endfor %}",
        "{% for d in dong if d.ten is defined %}{{ loop.index }}/{{ loop.length }}{{ loop.last }}"
        "{% endfor %}",
        "{% for d in dong if d.ten is undefined %}{{ loop.index }}/{{ loop.length }}{% else %}x{% endfor %}",
        "{% for d in dong if khong %}{% else %}trống{% endfor %}",
        "{% for n, (a, b) in cap %}{{ n }}{{ a }}{{ b }}{{ loop.revindex }}{{ loop.depth }}"
        "{% endfor %}{{ n }}",
        "{% for so in cap %}{% for so in so %}{{ loop.index0 }}{% endfor %}{{ so[0] }}{% endfor %}{{ so }}",
        "{% for a in dong %}{% for b in dong if b.so == a.so and loop.first %}{{ b.so }}"
        "{% endfor %}{{ loop.index }}{% endfor %}",
        "{% for a in dong %}{{ loop.previtem.so if not loop.first }}-"
        "{{ loop.nextitem.so if not loop.last }};{% endfor %}",
        "{% for a in dong %}{% for b in loop %}{{ loop.index }}{% endfor %}{% endfor %}",
        "{% for a in dong[9] %}{% endfor %}",
        "{% for a, b in dong %}{% endfor %}\n\n{{ thieu }}",
        "\n<w:p>{{ so }}\n<w:p>{{ chu }}{% if so\n %}{{ nhom.tenn }}{% endif %}",
        "{% if khong %}{% elif so == 7 %}a{% elif thieu %}b{% else %}c{% endif %}",
        "{% if thieu is defined and thieu.x %}a{% endif %}{{ thieu is defined }}",
        "{{ nhom.items }}",
        "{{ nhom['items'] }}{{ nhom._kin }}",
        "{{ nhom.__class__ }}",
        "{{ dong.append }}",
        "{{ dong }}",
        "{{ co }}",
        "{{ chu - 1 }}",
        "{{ chu | so }}",
        "{{ khong.x.y }}",
        "{{ chu[1:2, 3] }}",
        "{{ chu | khong_co }}",
        "{% if khong %}{{ chu | khong_co }}{% endif %}{{ chu | khong_co if khong else 'x' }}",
        "{% if co %}{{ thieu.x | khong_co }}{% endif %}",
        "{% if chu is khong_co(thieu.x) %}{% endif %}",
        "{% for loop in dong %}{% endfor %}",
        "{{ chu | default(x=1, x=2) }}",
        "{{ '\\ud800' }}",
        "{% raw %}{{ chu }}{% endraw %}{# chú thích #}\n",
        "{% for a in dong %}" * 21 + "{% endfor %}" * 21,
    ],
)
def test_what_a_keeper_may_write_is_what_it_is_in_jinja(source):
    assert by_docgen(source, CONTEXT) == by_jinja(source, CONTEXT)


def test_escapes_are_those_of_jinja():
    assert by_docgen("{{ chu }}", {"chu": "& < > \" '"}) == b"&amp; &lt; &gt; &#34; &#39;"


def test_what_is_made_of_ready_xml_is_ready_and_what_is_added_to_it_is_escaped():
    ready = Markup("<b/>")

    assert (
        ready + "<" == "<b/>&lt;" and "<" + ready == "&lt;<b/>" and ready.join(("<", ready)) == "&lt;<b/><b/>"
    )
    made = (
        ready + "<",
        "<" + ready,
        ready.join("ab"),
    )
    assert {type(one) for one in made} == {Markup}
    assert {type(one) for one in (ready[0], ready[1:], ready.upper(), ready.strip("<"))} == {str}
    assert escaped(ready) is ready and escaped(5) == Markup("5")


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ none }}", b""),
        ("{{ true }}", None),
        ("{{ [1] }}", None),
        ("{{ 'a' == 'a' }}", None),
        ("{{ 1.5 }}", b"1.5"),
        ("{{ 1e999 }}", b"inf"),
    ],
)
def test_a_constant_prints_as_a_variable_of_its_value_does(source, printed):
    got = by_docgen(source, {})

    assert got == printed if printed is not None else got.code == "mau-bieu-thuc"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{{ chu.upper ~ '' }}", "mau-bieu-thuc"),  # it would print an address
        ("{{ [chu['upper']] | join }}", "mau-bieu-thuc"),
        ("{{ chu.format }}", "mau-bieu-thuc"),
        ("{% for a in dong %}{{ loop ~ '' }}{% endfor %}", "mau-bieu-thuc"),
        ("{{ loop }}", "mau-bien-la"),
        ("{{ self }}", "mau-bien-la"),
        ("{% if '%999999999d' is odd %}{% endif %}", "mau-bieu-thuc"),
        ("{% if '%s' is divisibleby(2) %}{% endif %}", "mau-bieu-thuc"),
    ],
)
def test_what_leads_into_python_is_a_fault(source, code):
    assert by_docgen(source, CONTEXT).code == code


def test_a_long_text_between_the_letters_of_a_long_text_is_too_much():
    got = by_docgen("{{ chu | join(chu) | length }}", {"chu": "a" * 10_000})

    assert got.message == "mẫu lặp quá nhiều hoặc tạo ra quá nhiều chữ"


def test_the_code_of_a_template_names_nothing_but_our_own():
    said = (
        "{% for os, (open, _x) in eval.exec if os['sys'] is defined %}"
        "{{ open.x | upper ~ __import__ }}{{ loop.index }}{{ _x[1:] }}{% endfor %}"
    )
    made = []
    with mock.patch.object(
        translate, "compile", lambda tree, *more, **options: made.append(tree), create=True
    ):
        translate.code_of(said)

    nodes = list(ast.walk(made[0]))
    assert {node.id for node in nodes if isinstance(node, ast.Name)} == {
        *(
            "look",
            "paid",
            "weighed",
            "attribute",
            "item",
            "filters",
            "tests",
            "printed",
            "concat",
            "cut",
            "Loop",
        ),
        *(f"v{number}" for number in range(1, 8)),
    }
    assert [
        node for node in nodes if isinstance(node, (ast.Attribute, ast.Import, ast.ImportFrom, ast.Global))
    ] == []
