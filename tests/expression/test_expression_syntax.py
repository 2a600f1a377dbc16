"""The grammar of expressions is Jinja's: Jinja's own parser must read every text as ours does."""

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import nodes as jinja
from jinja2.exceptions import TemplateSyntaxError
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen import limits
from docgen.expression import ExpressionError, nodes, parse
from docgen.expression.syntax import tree_of
from docgen.expression.words import Unreadable

ENVIRONMENT = ImmutableSandboxedEnvironment()
SIGNS = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}
REFUSED = ("Refused",)
UNREADABLE = "unreadable"
PAIRS = {
    jinja.Add: "Add",
    jinja.Sub: "Subtract",
    jinja.Mul: "Multiply",
    jinja.Div: "Divide",
    jinja.And: "And",
    jinja.Or: "Or",
}


def dump(node: Any) -> Any:
    """Our tree as tuples. `not` before what is refused is refused, because Jinja makes no difference between
    `a is not b` and `not a is b`."""
    if isinstance(node, nodes.Not) and dump(node.inner) == REFUSED:
        return REFUSED
    if isinstance(node, nodes.Node):
        kinds = [kind for kind in type(node).__mro__ if kind not in (nodes.Node, object)]
        slots = [name for kind in kinds for name in sorted(kind.__slots__)]
        return (type(node).__name__, *(dump(getattr(node, name)) for name in slots))
    if isinstance(node, tuple):
        return tuple(dump(one) for one in node)
    return (type(node).__name__, node)


def dump_of_jinja(node: Any) -> Any:
    """Jinja's tree as the tuples `dump` gives for the same one of ours."""
    inner = dump_of_jinja
    if type(node) in PAIRS:
        return (PAIRS[type(node)], inner(node.left), inner(node.right))
    match node:
        case jinja.Const():
            return ("Constant", dump(node.value))
        case jinja.Name():
            return ("Name", dump(node.name))
        case jinja.Getattr():
            return ("Attribute", dump(node.attr), inner(node.node))
        case jinja.Getitem():
            return ("Item", inner(node.arg), inner(node.node))
        case jinja.Filter(kwargs=[], dyn_args=None, dyn_kwargs=None):
            return ("Filter", tuple(map(inner, node.args)), dump(node.name), inner(node.node))
        case jinja.Call(node=jinja.Name(), kwargs=[], dyn_args=None, dyn_kwargs=None):
            return ("Call", tuple(map(inner, node.args)), dump(node.node.name))
        case jinja.Compare():
            steps = tuple((dump(SIGNS[one.op]), inner(one.expr)) for one in node.ops)
            return ("Compare", inner(node.expr), steps)
        case jinja.Not():
            return REFUSED if inner(node.node) == REFUSED else ("Not", inner(node.node))
        case jinja.Neg():
            return ("Negative", inner(node.node))
        case jinja.CondExpr():
            second = dump(None) if node.expr2 is None else inner(node.expr2)
            return ("Choice", inner(node.expr1), second, inner(node.test))
    return REFUSED


def outcome(text: str) -> Any:
    """The tree of `text`, or what is wrong with it: the word too many, or that it cannot be read."""
    try:
        return dump(tree_of(text))
    except Unreadable as fault:
        return UNREADABLE if fault.surplus is None else f"surplus {fault.surplus}"


def outcome_of_jinja(text: str) -> Any:
    try:
        parser = Parser(ENVIRONMENT, text, state="variable")
        tree = parser.parse_expression()
    except TemplateSyntaxError:
        return UNREADABLE
    except SyntaxError:  # Jinja does not expect other digits than 0 to 9 in a decimal
        return UNREADABLE
    return dump_of_jinja(tree) if parser.stream.eos else f"surplus {parser.stream.current.value}"


spaced = str.split
NAMES = [*spaced("a ho_so số true None if else and not in is or"), "so\u0302\u0301"]
LITERALS = [
    *spaced("0 7 08 1_000 1__0 0x1F 0b1_0 0o17 1٢ 1.5 01.5 1_0.2_5 1e3 2.5E-1 9e999"),
    *("''", "'x'", '"“y”"', r"'\n\'\u1ec7'", r"'\x'", r"'\ă'", "'\r\n'"),
]
BINARY = ["not in", *spaced("+ - * / // % ** ~ == != < <= > >= in and or")]
PIECES = [
    *(*NAMES, *LITERALS, *BINARY, "is not", " ", "\n", "\r\n", "\xa0"),
    *spaced("( ) [ ] { } }} -}} . , : ; | = ' \" \\ # ! $ & × ≤ “ 1a x² ² ٢ १.५ Ω कि and× u\u0302 \u0302"),
]


def compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Every way of making an expression of smaller ones."""
    name = st.sampled_from(NAMES)
    items = st.lists(inner, max_size=3).map(", ".join)
    argument = st.one_of(inner, st.builds("{}{}".format, st.sampled_from(("*", "**", "k=", "if=")), inner))
    arguments = st.builds(
        "({}{})".format, st.lists(argument, max_size=3).map(",".join), st.sampled_from(("", "", ","))
    )
    maybe = st.one_of(st.just(""), inner)
    return st.one_of(
        st.builds("{} {} {}".format, inner, st.sampled_from(BINARY), inner),
        st.builds("{}{}".format, st.sampled_from(("-", "+", "not ", "- -", "not not ")), inner),
        st.builds("({})".format, inner),
        st.builds("{}.{}".format, inner, st.one_of(name, st.sampled_from(("1", "1.5", "0x2", "5e3")))),
        st.builds("{}[{}]".format, inner, inner),
        st.builds("{}[{}:{}]".format, inner, maybe, maybe),
        st.builds("{}[{}:{}:{}, {}]".format, inner, maybe, maybe, maybe, inner),
        st.builds("{}{}".format, inner, arguments),
        st.builds("{} | {}{}".format, inner, name, st.one_of(st.just(""), arguments, st.just(".b"))),
        st.builds(
            "{} {} {}{}".format, inner, st.sampled_from(("is", "is not")), name, st.one_of(maybe, arguments)
        ),
        st.builds("{} is {} {}".format, inner, name, inner),
        st.builds("{} if {}".format, inner, inner),
        st.builds("{} if {} else {}".format, inner, inner, inner),
        st.builds("[{}]".format, items),
        st.builds("({},)".format, items),
        st.builds("{{{}: {}, {}}}".format, inner, inner, st.sampled_from(("", "'k': 1"))),
        st.builds("{} {}".format, inner, inner),
    )


EXPRESSIONS = st.recursive(st.sampled_from(NAMES + LITERALS), compound, max_leaves=12)


@st.composite
def near_expressions(draw: st.DrawFn) -> str:
    """An expression with a few pieces taken out, put in or put in the place of others."""
    text = draw(EXPRESSIONS)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 3, len(text))))
        text = text[:start] + draw(st.one_of(st.just(""), st.sampled_from(PIECES))) + text[end:]
    return text


SOUP = st.lists(st.sampled_from(PIECES), max_size=12).flatmap(
    lambda pieces: st.sampled_from(("", " ")).map(lambda space: space.join(pieces))
)
OLDER_LETTERS = st.characters(max_codepoint=0x7FF)
"""Behind these stand a few letters that Python knows and Jinja's own list has not yet."""

TEXTS = st.one_of(EXPRESSIONS, near_expressions(), SOUP, st.text(OLDER_LETTERS, max_size=20))


@pytest.mark.filterwarnings("ignore:invalid escape sequence")  # Python's word on a text with a stray \\
@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_any_text_is_read_as_jinja_reads_it(text: str) -> None:
    assert outcome(text) == outcome_of_jinja(text)


READ = {
    "a": ("Name", "a"),
    "1_000": ("Constant", 1000),
    "0x1F": ("Constant", 31),
    "1.50": ("Constant", 1.5),
    "True": ("Constant", True),
    "'a' \"b\"": ("Constant", "ab"),
    r"'\u1ec7\n'": ("Constant", "ệ\n"),
    "a.b.1": ("Item", ("Constant", 1), ("Attribute", "b", ("Name", "a"))),
    "a['x']": ("Item", ("Constant", "x"), ("Name", "a")),
    "a.if": ("Attribute", "if", ("Name", "a")),
    "-a | so": ("Filter", (), "so", ("Negative", ("Name", "a"))),
    "-a.b": ("Negative", ("Attribute", "b", ("Name", "a"))),
    "a | so | ty_le(b)": ("Filter", (("Name", "b"),), "ty_le", ("Filter", (), "so", ("Name", "a"))),
    "1 - 2 - 3": ("Subtract", ("Subtract", ("Constant", 1), ("Constant", 2)), ("Constant", 3)),
    "1 + 2 * 3": ("Add", ("Constant", 1), ("Multiply", ("Constant", 2), ("Constant", 3))),
    "(1 + 2) / 3": ("Divide", ("Add", ("Constant", 1), ("Constant", 2)), ("Constant", 3)),
    "not a < b": ("Not", ("Compare", ("Name", "a"), (("<", ("Name", "b")),))),
    "1 < a <= 2": ("Compare", ("Constant", 1), (("<", ("Name", "a")), ("<=", ("Constant", 2)))),
    "a or b and c": ("Or", ("Name", "a"), ("And", ("Name", "b"), ("Name", "c"))),
    "a not in b": ("Compare", ("Name", "a"), (("not in", ("Name", "b")),)),
    "a + not": ("Add", ("Name", "a"), ("Name", "not")),
    "a if b": ("Choice", ("Name", "a"), None, ("Name", "b")),
    "a if b else c": ("Choice", ("Name", "a"), ("Name", "c"), ("Name", "b")),
    "f(a,)": ("Call", (("Name", "a"),), "f"),
    "f(a).b": ("Attribute", "b", ("Call", (("Name", "a"),), "f")),
    "a b": "surplus b",
    "a, b": "surplus ,",
    "a = b": "surplus =",
    "a 1_000 b": "surplus 1000",
    "a 'b' c": "surplus b",
    "a b × c": "surplus b",
    "a b× c": "surplus b",
    "08": "surplus 8",
    "a.1.5e": "surplus e",
    "a + not b": "surplus b",
    "a is b in c": "surplus c",
    "a | so[0]": "surplus [",
    "a }} b": "surplus }}",
    "a -}}  b": "surplus -}}  ",
}
READ |= dict.fromkeys(("a[]", "a[b, c]", "a[:]", "a[b:c:d]", "a[::b, c]"), ("Item", REFUSED, ("Name", "a")))
READ |= dict.fromkeys(("f(*a)", "f(k=a)", "a.b(c)", "f(a)(b)", "a | so(k=b)", "a | so(b)(c)", "+a"), REFUSED)
READ |= dict.fromkeys(("a ** b", "a // b", "a % b", "a ~ b", "a is b", "a is not b c", "a is b(c)"), REFUSED)
READ |= dict.fromkeys(("[]", "[a,]", "{}", "{a: b,}", "()", "(a,)", "(a, b)"), REFUSED)
READ |= dict.fromkeys(("", "a +", "a if", "a.", "a. 1.5", "(a", "a)", "(a]", "{a}", "}}", "[,]"), UNREADABLE)
READ |= dict.fromkeys(("a × b", "a not ×", "a and× b", "'a", r"'\x'", "²", "١.٥"), UNREADABLE)
READ |= dict.fromkeys(("a[b,]", "a[b c]", "a | 1", "a | so.", "a is b is c", "f(,)"), UNREADABLE)
READ |= dict.fromkeys(("f(k=a, b)", "f(*a, b)", "f(*a, *b)", "f(**a, k=b)"), UNREADABLE)
"""Texts and their trees, or what is wrong with them."""


@pytest.mark.parametrize("text", READ)
def test_a_text_is_read_as(text: str) -> None:
    assert plain(outcome(text)) == READ[text]


def plain(found: Any) -> Any:
    """An outcome without the types of the values in it."""
    if (
        isinstance(found, tuple)
        and len(found) == 2
        and found[0] in ("str", "int", "float", "bool", "NoneType")
    ):
        return found[1]
    return tuple(map(plain, found)) if isinstance(found, tuple) else found


@pytest.mark.parametrize("text", READ)
def test_the_table_agrees_with_jinja(text: str) -> None:
    assert outcome(text) == outcome_of_jinja(text)


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("tong(", ")"), ("[", "]"), ("a[", "]")])
def test_brackets_nest_up_to_the_limit(opening: str, closing: str) -> None:
    deepest = limits.EXPRESSION_NESTING

    assert tree_of(opening * deepest + "1" + closing * deepest)
    with pytest.raises(ExpressionError, match="biểu thức lồng quá sâu"):
        tree_of(opening * (deepest + 1) + "1" + closing * (deepest + 1))


@pytest.mark.parametrize(
    "text", ["-" * 3000 + "1", "not " * 900 + "true", "a" + ".a" * 1900, "a|so" + "|so" * 1000]
)
def test_a_long_chain_is_a_fault_like_any_other(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)

    assert caught.value.message == "biểu thức lồng quá sâu"


def test_an_expression_is_computed_without_jinja() -> None:
    program = (
        "import sys\n"
        "from docgen.expression import parse\n"
        "print(parse('(tong(1, 2) * 3) | so').evaluate({}), {'jinja2', 'markupsafe'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "9 set()"
