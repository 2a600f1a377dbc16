"""Formulas and `{{ … }}`: one small language for prose, derived facts, columns and rules.

The grammar is that of Jinja's {{ … }}, read by a parser of our own, because Jinja takes too long to load;
the evaluation goes over a short list of node types, on Decimal. What is not in that list does not exist:
no attribute of a Python object can be reached, no method called, nothing assigned. So text from a
stranger can name facts and compute with them, and do nothing else; and a finding can show a formula with
its values filled in.
"""

from docgen.expression.closures import comparable
from docgen.expression.errors import ExpressionError, MissingValue, UnknownName
from docgen.expression.evaluate import Expression, Operand, exactly, parse
from docgen.expression.values import Figure, Members, display, plain
from docgen.expression.write import brief

__all__ = [
    "Expression",
    "ExpressionError",
    "Figure",
    "Members",
    "MissingValue",
    "Operand",
    "UnknownName",
    "brief",
    "comparable",
    "display",
    "exactly",
    "parse",
    "plain",
]
