"""Templates out of everything the language allows, and what to fill them with, at random."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from docgen.expression import Figure
from docgen.word.escape import Markup

NAMES = (
    *("chu", "xml", "so", "khong", "co", "hinh", "ngay", "nhom", "dong", "long", "cap") * 4, "thieu",
    "loop", "a", "b",
)  # fmt: skip
MEMBERS = (
    "ten", "chu", "so", "khong_co", "items", "upper", "append", "year", "real", "_x", "__class__", "index",
    "index0", "first", "last", "length", "revindex", "revindex0", "previtem", "nextitem", "depth", "depth0",
)  # fmt: skip
FILTERS = (
    "length", "first", "last", "lower", "upper", "trim", "join", "default", "so", "dem", "ty_le", "tien",
    "ngay", "ngay_dai", "chu", "bang_chu", "la_ma", "hoa", "trim('a<')", "join(', ')", "join('<')",
    "join(xml)", "join(chu)", "join(d=' ')", "join('-', attribute='ten')", "join('-', 'cap.0')",
    "default('<x>')", "default(xml)", "default('y', true)", "default(default_value=chu, boolean=co)",
    "default(*cap)", "default(**nhom)", "ty_le(so)", "tien('đ')", "la_la",
)  # fmt: skip
TESTS = (
    "defined", "undefined", "none", "true", "false", "boolean", "integer", "float", "number", "string",
    "mapping", "sequence", "iterable", "escaped", "odd", "even", "divisibleby(2)", "divisibleby(so)",
    "lower", "upper", "sameas none", "sameas true", "in cap", "in(chu)", "filter", "test", "eq(chu)",
    "equalto 1", "ne(so)", "lt(so)", "lessthan 2", "le(so)", "gt(so)", "greaterthan 1", "ge(so)", "la_la",
)  # fmt: skip
CONSTANTS = (
    "0", "1", "2", "2.5", "'a<b'", '"x\'y & z"', "''", "'ten'", "'so'", "true", "false", "none", "[]", "()",
)  # fmt: skip
SUBSCRIPTS = (
    "0", "-1", "1:", ":1", "::2", ":-1", "'ten'", "'so'", "'upper'", "'_x'", "chu", "so", "1, 2", "cap",
)  # fmt: skip
SIGNS = ("==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or", "+", "-", "~")


def _mostly(usual: st.SearchStrategy[str], odd: st.SearchStrategy[str], times: int) -> st.SearchStrategy[str]:
    """The usual so many times more often than the odd."""
    return st.integers(0, times).flatmap(lambda number: usual if number else odd)


_atoms = _mostly(st.sampled_from(NAMES), st.sampled_from(CONSTANTS), 3)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("{}.{}".format, inner, st.sampled_from(MEMBERS)),
        st.builds("{}[{}]".format, inner, st.one_of(st.sampled_from(SUBSCRIPTS), inner)),
        st.builds("({} | {})".format, inner, st.sampled_from(FILTERS)),
        st.builds("({} {} {})".format, inner, st.sampled_from(("is", "is not")), st.sampled_from(TESTS)),
        st.builds("({} {} {})".format, inner, st.sampled_from(SIGNS), inner),
        st.builds("({} < {} <= {})".format, inner, inner, inner),
        st.builds("({} {})".format, st.sampled_from(("not", "-")), inner),
        st.builds("({} if {} else {})".format, inner, inner, inner),
        st.builds("({} if {})".format, inner, inner),
        st.builds("[{}, {}]".format, inner, inner),
        st.builds("({}, {})".format, inner, inner),
    )


_wild = st.recursive(_atoms, _larger, max_leaves=5)
"""Any expression; most of them are faults."""

_OUTSIDE = (
    "chu", "xml", "so", "hinh", "khong", "ngay", "nhom.ten", "nhom['so']", "dong[0].so", "cap[1]",
    "chu[1:]", "xml[0]", "xml[:3]", "(dong | length)", "(cap | join(', '))", "(cap | join(xml))",
    "(dong | join('<', attribute='ten'))", "(chu | first)", "(xml | last)", "(long | first | join)",
    "'<b>'", "2.5", "(xml | trim('<'))", "(thieu | default('-'))",
)  # fmt: skip
_INSIDE = (
    *_OUTSIDE, "a", "a", "a.ten", "a['so']", "b", "b.chu", "loop.index", "loop.index0", "loop.revindex",
    "loop.revindex0", "loop.length", "loop.depth", "(loop.previtem | default('đầu'))",
    "(loop.nextitem | default('cuối'))",
)  # fmt: skip


def _said(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    whether = st.one_of(
        st.sampled_from(
            ("co", "chu", "dong", "not co", "chu in cap", "thieu is defined", "hinh > 1", "so <= 2 < 7")
        ),
        st.builds("{} {} {}".format, inner, st.sampled_from(("==", "!=", "and", "or", "is sameas")), inner),
        st.builds("{} is {}".format, inner, st.sampled_from(TESTS)),
    )
    shorter = ("upper", "lower", "default('<x>', true)", "trim", "chu", "hoa")
    return st.one_of(
        st.builds("({} | {})".format, inner, st.sampled_from(shorter)),
        st.builds("({} ~ {})".format, inner, inner),
        st.builds("({} ~ {} + {})".format, inner, st.sampled_from(("chu", "xml", "'<'")), inner),
        st.builds("({} if {} else {})".format, inner, whether, inner),
        st.builds("({} if {})".format, inner, whether),
        st.builds("({} if {} is defined else '')".format, inner, inner),
    )


def _expressions(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    """What a keeper could write, and now and then anything."""
    sensible = st.recursive(st.sampled_from(words), _said, max_leaves=3)
    return _mostly(sensible, _wild, 20)


_expressions_outside, _expressions_inside = _expressions(_OUTSIDE), _expressions(_INSIDE)
_text = st.sampled_from(("", "<p>", " & ", "\n<w:p>", "x" * 60))
_targets = st.sampled_from((*("a", "b") * 16, "a, b", "a, (b, so)", "chu", "xml", "loop"))
_lists = ("dong", "dong", "long", "cap", "nhom", "chu", "xml", "long[0]")


def _templates(depth: int, inside: bool) -> st.SearchStrategy[str]:
    """Templates nested `depth` deep; `inside` a loop they use what it brings."""
    said = _expressions_inside if inside else _expressions_outside
    prints = st.builds("{}{{{{ {} }}}}{}".format, _text, said, _text)
    if not depth:
        return prints
    inner, body = _templates(depth - 1, inside), _templates(depth - 1, True)
    lists = _mostly(st.sampled_from(_lists + ("a", "b", "loop") * inside), _wild, 15)
    loop = st.builds("{{% for {} in {} %}}{}{{% endfor %}}".format, _targets, lists, body)
    chosen = "{{% for {} in {} if {} %}}{}\n{{% else %}}{}{{% endfor %}}".format
    branches = "{{% if {} %}}{}{{% elif {} %}}{}{{% else %}}{}{{% endif %}}".format
    return st.one_of(
        prints,
        loop,
        st.builds(chosen, _targets, lists, _expressions_inside, body, inner),
        st.builds("{{% if {} %}}{}{{% endif %}}".format, said, inner),
        st.builds(branches, said, inner, said, inner, inner),
        st.builds("{}{}".format, inner, inner),
    )


templates = _templates(3, False)

_texts = st.sampled_from(("", "a", "An Hòa", "<&>'\"", "ten", " a<", "&amp;", "XA"))
_numbers = st.sampled_from((0, 1, -2, 7, 2.5, Decimal("12.50"), Decimal(0)))
_figures = st.builds(
    Figure, st.sampled_from((0, 5, 1234, "2.50")), st.sampled_from(("dem", "so", "ty_le", "tien"))
)
_values = st.one_of(
    _texts,
    _texts.map(Markup),
    _numbers,
    _figures,
    st.none(),
    st.booleans(),
    st.just(datetime.date(2026, 9, 5)),
)
_groups = st.fixed_dictionaries(
    {"ten": _values, "so": _numbers}, optional=dict.fromkeys(("chu", "items", "_x"), _values)
)

contexts: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "chu": _texts,
        "xml": st.sampled_from((Markup("<b/>"), Markup("&amp; \"'"), Markup(""))),
        "so": _numbers,
        "khong": st.none(),
        "co": st.booleans(),
        "hinh": _figures,
        "ngay": st.just(datetime.date(2026, 9, 5)),
        "nhom": _groups,
        "dong": st.lists(_groups, min_size=1, max_size=3),
        "long": st.lists(st.lists(_values, min_size=1, max_size=3), min_size=1, max_size=3),
        "cap": st.lists(_values, min_size=2, max_size=3).map(tuple),
    }
)
