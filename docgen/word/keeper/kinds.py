"""What an expression in a tag stands for, by the tree of variables; unknown names with the nearest known one."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from docgen.diagnostics import did_you_mean
from docgen.word.keeper.variables import FLAG, GROUP, LIST, TEXT, Variable
from docgen.word.language.filters import FILTERS

Report = Callable[[str, str, str], None]
"""Takes the code, message and hint of a fault."""

SOME_TEXT, SOME_FLAG = Variable(TEXT), Variable(FLAG)


def kind_of(node: nodes.Expr, known: dict[str, Variable], report: Report) -> Variable | None:
    """What `node` stands for; None when it was reported or cannot be known."""
    if isinstance(node, nodes.Name):
        if node.name not in known:
            report(
                "mau-bien-la",
                f"không có biến “{node.name}”{did_you_mean(node.name, known)}",
                "docgen template vars liệt kê các biến",
            )
        return known.get(node.name)
    if isinstance(node, (nodes.Getattr, nodes.Getitem)):
        return _member(node, known, report)
    if isinstance(node, nodes.Filter):
        return _filtered(node, known, report)
    if isinstance(node, nodes.CondExpr):
        kind_of(node.test, known, report)
        if node.expr2 is not None:
            kind_of(node.expr2, known, report)
        return kind_of(node.expr1, known, report)
    if isinstance(node, (nodes.And, nodes.Or)):
        kind_of(node.right, known, report)
        return kind_of(node.left, known, report)
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Operand):
            kind_of(child.expr, known, report)
        elif isinstance(child, nodes.Expr):
            kind_of(child, known, report)
    return SOME_FLAG if isinstance(node, (nodes.Not, nodes.Compare, nodes.Test)) else SOME_TEXT


def _member(
    node: nodes.Getattr | nodes.Getitem, known: dict[str, Variable], report: Report
) -> Variable | None:
    owner = kind_of(node.node, known, report)
    if owner is None:
        return None
    name = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
    if owner.kind == LIST and (isinstance(name, int) or not isinstance(name, str)):
        return owner.item
    if owner.kind == GROUP and isinstance(name, str):
        if name not in owner.members:
            hint = f"Các tên: {', '.join(owner.members)}"
            report(
                "mau-bien-la",
                f"“{written(node.node)}” không có “{name}”{did_you_mean(name, owner.members)}",
                hint,
            )
        return owner.members.get(name)
    what = "danh sách: phải lặp qua từng mục" if owner.kind == LIST else "chữ: không có tên con"
    report("mau-sai-kieu", f"“{written(node.node)}” là {what}, không dùng “.{name}” được", "")
    return None


def _filtered(node: nodes.Filter, known: dict[str, Variable], report: Report) -> Variable | None:
    name = node.name
    if name not in FILTERS:
        hint = f"Các bộ lọc: {', '.join(sorted(FILTERS))}"
        report("mau-bo-loc-la", f"không có bộ lọc “{name}”{did_you_mean(name, sorted(FILTERS))}", hint)
    for argument in node.args:
        kind_of(argument, known, report)
    value = kind_of(node.node, known, report) if node.node is not None else None
    if value is None:
        return None
    if name in ("first", "last"):
        return value.item if value.kind == LIST else value
    if name in ("length", "join") or value.kind == TEXT:
        return SOME_TEXT
    if name == "default":
        return value
    report(
        "mau-sai-kieu", f"bộ lọc “{name}” chỉ dùng cho chữ, “{written(node.node)}” là {WORDS[value.kind]}", ""
    )
    return None


WORDS = {
    LIST: "danh sách",
    GROUP: "nhóm",
    FLAG: "giá trị có hoặc không",
    "cum": "cụm chữ có định dạng",
    "khoi": "nhiều đoạn",
}


def written(node: nodes.Expr | None) -> str:
    """A name as a keeper types it: phu_luc, pl.tieu_de."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{written(node.node)}[{getattr(node.arg, 'value', '…')}]"
    return "biểu thức"


def syntax_words(fault: TemplateSyntaxError) -> str:
    """What is wrong with the content of one tag."""
    text = fault.message or ""
    if "not in the language" in text:
        return "phép viết này không dùng trong mẫu được"
    if "expected token" in text or "unexpected" in text or "Expected" in text:
        return "viết sai"
    return "viết sai"
