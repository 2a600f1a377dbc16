"""Where a template pays (docgen.word.budget): its loops and macros in Jinja's tree, and what they weigh.

A template cannot name what counts it: the names have spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import CodeType
from typing import Any

from jinja2 import Environment, nodes, pass_context
from jinja2.runtime import Context

from docgen.word.budget import CHARACTERS_A_STEP, Budget
from docgen.word.jinja_faults import depth_refused

BUDGET = "docgen budget"
"""The name of the Budget in the context of a rendering."""

_LOOP = "docgen loop"
_SPEND = "docgen spend"


def weight(body: list[nodes.Node]) -> int:
    """The steps one round of `body` costs: one, and its own text; loops inside count for themselves."""
    size = sum(len(data.data) for one in body for data in _data(one))
    return 1 + size // CHARACTERS_A_STEP


def _data(node: nodes.Node) -> Iterable[nodes.TemplateData]:
    if isinstance(node, nodes.TemplateData):
        yield node
    elif not isinstance(node, nodes.For):
        for child in node.iter_child_nodes():
            yield from _data(child)


def with_budget(environment: Environment) -> None:
    """Gives `environment` what trees from `counted` call."""
    environment.filters[_LOOP] = _loop
    environment.filters[_SPEND] = _spend


def counted(tree: nodes.Template) -> nodes.Template:
    """`tree` with every loop and macro charged to the budget of the context it is rendered in."""
    for loop in list(tree.find_all(nodes.For)):
        cost = nodes.Const(weight(loop.body))
        loop.iter = nodes.Filter(loop.iter, _LOOP, [cost], [], None, None, lineno=loop.lineno)
    macros: list[nodes.Macro | nodes.CallBlock] = [*tree.find_all(nodes.Macro)]
    for macro in [*macros, *tree.find_all(nodes.CallBlock)]:
        cost = nodes.Const(weight(macro.body))
        charge = nodes.Filter(cost, _SPEND, [], [], None, None, lineno=macro.lineno)
        macro.body = [nodes.ExprStmt(charge, lineno=macro.lineno), *macro.body]
    if tree.environment is not None:
        tree.set_environment(tree.environment)  # of the nodes added
    return tree


def compiled(
    environment: Environment, source: str, name: str, check: Callable[[nodes.Template], object]
) -> CodeType:
    """Jinja's code of `source`, charged; `check` may refuse or change its tree.

    Raises TemplateSyntaxError for whatever cannot be compiled.
    """
    with depth_refused():
        tree = environment.parse(source, None, name)
        check(tree)
        code: CodeType = environment.compile(counted(tree), None, name)
        return code


@pass_context
def _loop(context: Context, items: Any, weight: int) -> Any:
    budget: Budget = context[BUDGET]
    return budget.paid(items, weight)


@pass_context
def _spend(context: Context, weight: int) -> str:
    context[BUDGET].spend(weight)
    return ""
