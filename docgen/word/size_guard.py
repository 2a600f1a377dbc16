"""What keeps a value in an open template from growing without bound, before the memory is asked for.

docxtpl's templates may call methods, use every Jinja filter and build variables on one another. Each such
step is looked at first: what it is given, and how large numbers among its arguments are.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import nodes, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import markup_join, str_join

from docgen import limits
from docgen.word.faults import TooMuch

CONCAT = "docgen concat"
_WIDTH = re.compile(r"%[^a-zA-Z%]*\*|[0-9]{6,}")


def weigh(value: Any) -> int:
    """The length of a text, or of a list with the texts in it; 1 for what has none."""
    if isinstance(value, str):
        return len(value) + 1
    if isinstance(value, (list, tuple)):
        return sum(len(one) + 1 if isinstance(one, str) else 1 for one in value)
    return 1


def check_step(subject: Any, arguments: Sequence[Any]) -> None:
    """Raises TooMuch when what `subject` and `arguments` make may be too large."""
    size = weigh(subject)
    total = size
    for argument in arguments:
        if isinstance(argument, int) and not isinstance(argument, bool):
            if abs(argument) > limits.TEMPLATE_NUMBER or size * abs(argument) > 100 * limits.TEMPLATE_VALUE:
                raise TooMuch("a number is too large")
        elif isinstance(argument, (str, list, tuple)):
            own = weigh(argument)
            total += own
            if own > 1000 and size * own > 100 * limits.TEMPLATE_VALUE:
                raise TooMuch("the result would be too long")
    if total > limits.TEMPLATE_VALUE:
        raise TooMuch("the result would be too long")


def check_format(text: str) -> None:
    """Raises TooMuch when a format text asks for a width that fills the memory."""
    if _WIDTH.search(text):
        raise TooMuch("a width is too large")


def checked(result: Any) -> Any:
    """`result`, unless it is too long already."""
    if isinstance(result, (str, list, tuple)) and len(result) > limits.TEMPLATE_VALUE:
        raise TooMuch("the result is too long")
    return result


def guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter `function` with its arguments and its result looked at."""
    skip = 1 if getattr(function, "jinja_pass_arg", None) is not None else 0

    @functools.wraps(function)
    def guard(*args: Any, **more: Any) -> Any:
        given = args[skip:]
        if name == "format" and given:
            check_format(str(given[0]))
        if name == "join" and given and not isinstance(given[0], str) and hasattr(given[0], "__iter__"):
            given = (list(given[0]), *given[1:])
            args = (*args[:skip], *given)
        check_step(given[0] if given else None, (*given[1:], *more.values()))
        return checked(function(*args, **more))

    return guard


def concat_checked(tree: nodes.Template) -> None:
    """Puts every `a ~ b` in `tree` under the guard."""
    for node in list(tree.find_all(nodes.Node)):
        for field, value in node.iter_fields():
            if isinstance(value, nodes.Concat):
                setattr(node, field, _concat(value))
            elif isinstance(value, list):
                value[:] = [_concat(one) if isinstance(one, nodes.Concat) else one for one in value]


def _concat(node: nodes.Concat) -> nodes.Filter:
    pieces = nodes.List(node.nodes, lineno=node.lineno)
    return nodes.Filter(pieces, CONCAT, [], [], None, None, lineno=node.lineno)


@pass_eval_context
def concat(context: EvalContext, pieces: list[Any]) -> str:
    """What `~` makes of `pieces`."""
    check_step(None, [one for one in pieces if isinstance(one, str)])
    return markup_join(pieces) if context.autoescape else str_join(pieces)
