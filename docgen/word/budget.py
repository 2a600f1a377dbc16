"""How much work one rendering may be: a template from a stranger cannot keep the machine busy or full.

Every loop is charged for its rounds before it begins, weighted by the text it prints each time; what is
printed is counted as it comes. Both are far above any report (docgen.limits). A template cannot name
what counts it: the names have spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import CodeType
from typing import Any

from jinja2 import Environment, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Context

from docgen import limits

BUDGET = "docgen budget"
_LOOP = "docgen loop"
_SPEND = "docgen spend"

CHARACTERS_A_STEP = 50
"""So many characters printed count as one step of work."""

STEPS_A_CALL = 20
"""What a call costs, of a method or a macro; it takes as long as so many rounds of an empty loop."""


class Budget:
    """The steps one rendering has left."""

    def __init__(self) -> None:
        self._left = limits.TEMPLATE_STEPS

    def spend(self, steps: int) -> None:
        """Takes `steps` away. Raises SecurityError when there are not so many left."""
        self._left -= steps
        if self._left < 0:
            raise SecurityError("the template takes too many steps")


def with_budget(environment: Environment) -> None:
    """Gives `environment` what trees from `counted` call."""
    environment.filters[_LOOP] = _loop
    environment.filters[_SPEND] = _spend


def counted(tree: nodes.Template) -> nodes.Template:
    """`tree` with every loop and macro charged to the budget of the context it is rendered in."""
    for loop in list(tree.find_all(nodes.For)):
        weight = nodes.Const(_weight(loop.body))
        loop.iter = nodes.Filter(loop.iter, _LOOP, [weight], [], None, None, lineno=loop.lineno)
    macros: list[nodes.Macro | nodes.CallBlock] = [*tree.find_all(nodes.Macro), *tree.find_all(nodes.CallBlock)]
    for macro in macros:
        weight = nodes.Const(_weight(macro.body))
        charge = nodes.Filter(weight, _SPEND, [], [], None, None, lineno=macro.lineno)
        macro.body = [nodes.ExprStmt(charge, lineno=macro.lineno), *macro.body]
    if tree.environment is not None:
        tree.set_environment(tree.environment)  # of the nodes added
    return tree


def compiled(
    environment: Environment, source: str, name: str, check: Callable[[nodes.Template], object] | None = None
) -> CodeType:
    """The code of `source`, charged; `check` may refuse its tree.

    Raises TemplateSyntaxError for whatever cannot be compiled.
    """
    try:
        tree = environment.parse(source, None, name)
        if check is not None:
            check(tree)
        code: CodeType = environment.compile(counted(tree), None, name)
        return code
    except TemplateSyntaxError:
        raise
    except (RecursionError, SyntaxError, ValueError, OverflowError, MemoryError):
        raise TemplateSyntaxError("nested too deeply or too large", 1) from None


def limited(pieces: Iterable[str]) -> Iterator[str]:
    """The `pieces` of a rendering. Raises SecurityError as soon as they are longer than a part may be."""
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limits.TEMPLATE_CHARACTERS:
            raise SecurityError("the template prints too much")
        yield piece


def joined(pieces: Iterable[str]) -> str:
    """All `pieces` of a rendering as one text, limited."""
    return "".join(limited(pieces))


def _weight(body: list[nodes.Node]) -> int:
    """The steps one round of `body` costs: one, and its own text; loops inside count for themselves."""
    size = sum(len(data.data) for one in body for data in _data(one))
    return 1 + size // CHARACTERS_A_STEP


def _data(node: nodes.Node) -> Iterable[nodes.TemplateData]:
    if isinstance(node, nodes.TemplateData):
        yield node
    elif not isinstance(node, nodes.For):
        for child in node.iter_child_nodes():
            yield from _data(child)


@pass_context
def _loop(context: Context, items: Any, weight: int) -> Any:
    """`items`, paid for; what has no length is made a list as far as the budget goes."""
    budget: Budget = context[BUDGET]
    try:
        budget.spend(len(items) * weight)
        return items
    except TypeError:
        out = []
        for item in items:
            budget.spend(weight)
            out.append(item)
        return out


@pass_context
def _spend(context: Context, weight: int) -> str:
    context[BUDGET].spend(weight)
    return ""
