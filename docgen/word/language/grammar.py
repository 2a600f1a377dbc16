"""What a template of docgen may say: print, choose, repeat. Nothing in it can grow without bound.

Data from a report is finite, so a template that may only print it, in loops that are counted
(docgen.word.budget), ends and fits. What could make more of it is refused when the template is
compiled: calls and macros, arithmetic on text, variables that build on each other, files.
"""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.Slice, nodes.Filter, nodes.Test, nodes.If, nodes.For, nodes.CondExpr, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Add, nodes.Sub, nodes.List, nodes.Tuple, nodes.Keyword,
    nodes.Concat,
)  # fmt: skip
_IN_LOOPS = (nodes.List, nodes.Concat, nodes.Add)
"""Not in what a loop runs over: `for x in [a ~ a]` within one another doubles without end."""


@lru_cache(maxsize=1)
def _syntax() -> Environment:
    return Environment(keep_trailing_newline=True)  # reads only: nothing is ever rendered in it


def parsed(source: str) -> nodes.Template:
    """The tree of the template `source`.

    Raises TemplateSyntaxError for what no template of docgen may say.
    """
    return check_language(_syntax().parse(source))


def check_language(tree: nodes.Template) -> nodes.Template:
    """`tree` itself. Raises TemplateSyntaxError at the first thing a template may not say."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            raise TemplateSyntaxError(
                f"not in the language: '{type(node).__name__.lower()}'", node.lineno or 1
            )
        if isinstance(node, nodes.For):
            if node.recursive:
                raise TemplateSyntaxError("not in the language: 'recursive'", node.lineno)
            inside = next(iter(node.iter.find_all(_IN_LOOPS)), None)
            if inside is not None or isinstance(node.iter, _IN_LOOPS):
                raise TemplateSyntaxError("not in the language: 'for'", node.lineno)
    return tree
