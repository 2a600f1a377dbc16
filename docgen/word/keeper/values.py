"""The content of one tag held against the tree of variables: {{ … }}, {% for … %}, {% if … %}."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from docgen.values import Struct
from docgen.word.keeper.kinds import SOME_TEXT, WORDS, Report, kind_of, syntax_words, written
from docgen.word.keeper.tags import Tag
from docgen.word.keeper.variables import BLOCKS, FLAG, GROUP, LIST, RUNS, TEXT, Variable
from docgen.word.language.grammar import parsed

_SYNTAX_HINT = "Ví dụ đúng: {{ so }}, {%p for dong in kinh_gui %}, {%p if du_thao %}"


class Opened(Struct):
    """What a block brings: the names it gives to what is inside, the variables it uses."""

    names: dict[str, Variable] = {}
    used: set[str] = set()


def check_value(tag: Tag, known: dict[str, Variable], report: Report) -> set[str]:
    """Checks {{ … }}; the variables it uses."""
    tree = _parsed(tag, "{{ " + tag.body + " }}", report)
    if tree is None:
        return set()
    outputs = [
        one
        for output in tree.find_all(nodes.Output)
        for one in output.nodes
        if not isinstance(one, nodes.TemplateData)
    ]
    if not outputs:
        report("mau-cu-phap", "thẻ {{ }} không có gì bên trong", _SYNTAX_HINT)
        return set()
    value = kind_of(outputs[0], known, report)
    if value is not None:
        _printable(tag, outputs[0], value, report)
    return _used(tree)


def _printable(tag: Tag, node: nodes.Expr, value: Variable, report: Report) -> None:
    """Whether a value of that kind can stand in a tag of that scope."""
    name, raw = written(node), tag.raw.strip()
    if value.kind == LIST:
        report(
            "mau-danh-sach-nhu-chu",
            f"“{name}” là danh sách, không in như chữ được",
            f"Viết {{%p for dong in {name} %}}, rồi {{{{ dong }}}}, rồi {{%p endfor %}}",
        )
    elif value.kind in (GROUP, FLAG):
        hint = (
            f"Ghi đủ tên: {', '.join(f'{name}.{one}' for one in value.members)}"
            if value.members
            else f"Dùng {{%p if {name} %}}"
        )
        report("mau-sai-kieu", f"“{name}” là {WORDS[value.kind]}, không in được", hint)
    elif value.kind == BLOCKS and tag.scope != "p":
        report(
            "mau-sai-kieu",
            f"“{raw}” in nhiều đoạn nên phải có chữ p",
            f"Viết {{{{p {tag.body} }}}} đứng riêng một đoạn",
        )
    elif value.kind == RUNS and tag.scope != "r":
        report(
            "mau-sai-kieu",
            f"“{raw}” in cụm chữ có định dạng nên phải có chữ r",
            f"Viết {{{{r {tag.body} }}}}",
        )
    elif value.kind == TEXT and tag.scope:
        report(
            "mau-sai-kieu",
            f"“{raw}” in chữ thường nên không có chữ {tag.scope}",
            f"Viết {{{{ {tag.body} }}}}",
        )


def for_variables(tag: Tag, known: dict[str, Variable], report: Report) -> Opened:
    """Checks {% for … in … %}, {% if … %} or {% elif … %}."""
    if tag.word == "for":
        return _loop(tag, known, report)
    condition = tag.body.removeprefix(tag.word).strip()
    tree = _parsed(tag, "{% if " + condition + " %}{% endif %}", report)
    if tree is None:
        return Opened()
    for one in tree.find_all(nodes.If):
        kind_of(one.test, known, report)
    return Opened(used=_used(tree))


def _loop(tag: Tag, known: dict[str, Variable], report: Report) -> Opened:
    tree = _parsed(tag, "{% " + tag.body + " %}{% endfor %}", report)
    loop = next(tree.find_all(nodes.For), None) if tree is not None else None
    if loop is None or tree is None:
        return Opened(guessed(tag.body))
    value = kind_of(loop.iter, known, report)
    item = value.item if value is not None and value.kind == LIST else None
    if value is not None and value.kind != LIST:
        what = WORDS.get(value.kind, "chữ")
        report(
            "mau-sai-kieu",
            f"“{written(loop.iter)}” là {what}, không lặp được",
            "Chỉ lặp qua danh sách; docgen template vars liệt kê các danh sách",
        )
    targets = [loop.target.name] if isinstance(loop.target, nodes.Name) else []
    return Opened({name: item or _ANYTHING for name in targets}, _used(tree) - set(targets))


_ANYTHING = SOME_TEXT


def guessed(body: str) -> dict[str, Variable]:
    """The names a broken `for` meant to give, so that its content is not reported too."""
    words = body.replace(",", " ").split()
    stop = words.index("in") if "in" in words else len(words)
    return {name: _ANYTHING for name in words[1:stop]}


def _parsed(tag: Tag, source: str, report: Report) -> nodes.Template | None:
    try:
        return parsed(source)
    except TemplateSyntaxError as fault:
        if fault.message and "No filter named" in fault.message:
            name = fault.message.split("'")[1]
            report("mau-bo-loc-la", f"không có bộ lọc “{name}”", "")
        else:
            report("mau-cu-phap", f"thẻ “{tag.raw.strip()}” {syntax_words(fault)}", _SYNTAX_HINT)
        return None


def _used(tree: nodes.Template) -> set[str]:
    return {name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"}
