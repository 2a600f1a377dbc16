"""From the source of a template to the code that prints it.

The code is built as a syntax tree, never as text. Its names are those of docgen.word.language.runtime,
and v1, v2 … for the variables of loops; whatever a template says stands in it as a constant. A statement
bears the line of the tag it was made from, so that a traceback names the paragraph.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from itertools import pairwise
from types import CodeType
from typing import Any, NamedTuple

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from docgen.word.counting import weight
from docgen.word.faults import SOURCE_NAME
from docgen.word.jinja_faults import depth_refused
from docgen.word.language.filters import FILTERS
from docgen.word.language.grammar import parsed
from docgen.word.language.predicates import TESTS
from docgen.word.language.syntax import assigned, at, call, loaded, stored

_COMPARISONS: dict[str, type[ast.cmpop]] = {
    "eq": ast.Eq, "ne": ast.NotEq, "lt": ast.Lt, "lteq": ast.LtE, "gt": ast.Gt, "gteq": ast.GtE,
    "in": ast.In, "notin": ast.NotIn,
}  # fmt: skip
_SKELETON = "def part(look, paid, weighed):\n    yield ''"


def code_of(source: str) -> CodeType:
    """The code of the template `source`, for docgen.word.language.runtime.part_of.

    Raises TemplateSyntaxError for whatever cannot be compiled.
    """
    with depth_refused():
        module = ast.parse(_SKELETON)
        function = module.body[0]
        assert isinstance(function, ast.FunctionDef)
        function.body += _Translator().statements(parsed(source).body, _Scope({}, False))
        code: CodeType = compile(ast.fix_missing_locations(module), SOURCE_NAME, "exec", dont_inherit=True)
        return code


class _Scope(NamedTuple):
    """The variables of the loops around, by name, and whether a condition stands between them and here:
    behind it Jinja takes an unknown filter, which fails when it is used."""

    names: dict[str, str]
    conditional: bool


class _Translator:
    """One template on its way; counts its variables."""

    def __init__(self) -> None:
        self._variables = 0

    def statements(self, tree: Iterable[nodes.Node], scope: _Scope) -> list[ast.stmt]:
        """The statements of `tree`, at least one."""
        out: list[ast.stmt] = []
        for node in tree:
            match node:
                case nodes.Output():
                    out += [self._output(one, scope) for one in node.nodes]
                case nodes.If():
                    out.append(self._if(node, scope._replace(conditional=True)))
                case nodes.For():
                    out += self._for(node, scope)
        return out or [at(1, ast.Pass())]

    def _output(self, node: nodes.Expr, scope: _Scope) -> ast.stmt:
        if isinstance(node, nodes.TemplateData):
            text: ast.expr = ast.Constant(node.data)
        else:
            text = call("printed", self._value(node, scope))
        return at(node.lineno, ast.Expr(ast.Yield(text)))

    def _if(self, node: nodes.If, scope: _Scope) -> ast.stmt:
        branches = [
            at(one.lineno, ast.If(self._value(one.test, scope), self.statements(one.body, scope), []))
            for one in (node, *node.elif_)
        ]
        for one, following in pairwise(branches):
            one.orelse = [following]
        branches[-1].orelse = self.statements(node.else_, scope) if node.else_ else []
        return branches[0]

    def _for(self, node: nodes.For, scope: _Scope) -> list[ast.stmt]:
        chosen = self._chosen(node, scope) if node.test is not None else None
        for name in node.find_all(nodes.Name):
            if name.name == "loop" and name.ctx == "store":
                raise TemplateSyntaxError("Can't assign to special loop variable", name.lineno)
        items: ast.expr = call("paid", self._value(node.iter, scope), ast.Constant(weight(node.body)))
        if chosen is not None:
            chosen.generators[0].iter = items
            items = chosen
        inside = _Scope(dict(scope.names), False)
        target = self._target(node.target, inside.names)
        if any(name.name == "loop" for one in node.body for name in one.find_all(nodes.Name)):
            inside.names["loop"] = self._variable()
            target = ast.Tuple([target, stored(inside.names["loop"])], ast.Store())
            items = call("Loop", items)
        body = self.statements(node.body, inside)
        if not node.else_:
            return [at(node.lineno, ast.For(target, items, body, []))]
        empty = self._variable()
        body.append(assigned(node.lineno, empty, False))
        otherwise = self.statements(node.else_, _Scope(scope.names, False))
        return [
            assigned(node.lineno, empty, True),
            at(node.lineno, ast.For(target, items, body, [])),
            at(node.lineno, ast.If(loaded(empty), otherwise, [])),
        ]

    def _chosen(self, node: nodes.For, scope: _Scope) -> ast.GeneratorExp:
        """The items for which the test of `node` holds, asked for one by one; where they come from is
        still to be filled in: Jinja finds fault with the test first."""
        assert node.test is not None
        inside = _Scope(dict(scope.names), False)
        target = self._target(node.target, inside.names)
        condition = at(node.test.lineno, self._value(node.test, inside))
        source = ast.comprehension(target, ast.Constant(None), [condition], 0)
        return ast.GeneratorExp(self._value(node.target, inside), [source])

    def _target(self, node: nodes.Node, names: dict[str, str]) -> ast.expr:
        """Where an item goes; its variables are added to `names`."""
        if isinstance(node, nodes.Tuple):
            return ast.Tuple([self._target(one, names) for one in node.items], ast.Store())
        assert isinstance(node, nodes.Name)
        names[node.name] = self._variable()
        return stored(names[node.name])

    def _variable(self) -> str:
        self._variables += 1
        return f"v{self._variables}"

    def _value(self, node: nodes.Expr | nodes.Node, scope: _Scope) -> ast.expr:
        def values(several: Iterable[nodes.Expr]) -> list[ast.expr]:
            return [self._value(one, scope) for one in several]

        def operands(several: Iterable[nodes.Expr]) -> list[ast.expr]:
            return [self._operand(one, scope) for one in several]

        match node:
            case nodes.Const():
                return ast.Constant(node.value)
            case nodes.Name():
                own = scope.names.get(node.name)
                return loaded(own) if own else call("look", ast.Constant(node.name))
            case nodes.Getattr():
                return call("attribute", *values([node.node]), ast.Constant(node.attr))
            case nodes.Getitem(arg=nodes.Slice() as cut):
                bounds = [one or nodes.Const(None) for one in (cut.start, cut.stop, cut.step)]
                return call("cut", self._operand(node.node, scope), *values(bounds))
            case nodes.Getitem():
                return call("item", *values([node.node, node.arg]))
            case nodes.Filter():
                return self._applied(node, "filter", FILTERS, scope)
            case nodes.Test():
                return self._applied(node, "test", TESTS, scope)
            case nodes.CondExpr():
                inside = scope._replace(conditional=True)
                other = self._value(node.expr2, inside) if node.expr2 is not None else call("Undefined")
                return ast.IfExp(self._value(node.test, inside), self._value(node.expr1, inside), other)
            case nodes.Compare():
                signs: list[ast.cmpop] = [_COMPARISONS[one.op]() for one in node.ops]
                left, *others = operands([node.expr, *(one.expr for one in node.ops)])
                return ast.Compare(left, signs, others)
            case nodes.And() | nodes.Or():
                sign = ast.And() if isinstance(node, nodes.And) else ast.Or()
                return ast.BoolOp(sign, values([node.left, node.right]))
            case nodes.Add() | nodes.Sub():
                operator = ast.Add() if isinstance(node, nodes.Add) else ast.Sub()
                left, right = operands([node.left, node.right])
                return ast.BinOp(left, operator, right)
            case nodes.Not() | nodes.Neg():
                prefix = ast.Not() if isinstance(node, nodes.Not) else ast.USub()
                return ast.UnaryOp(prefix, self._value(node.node, scope))
            case nodes.Concat():
                return call("concat", *operands(node.nodes))
            case nodes.List():
                return ast.List(values(node.items), ast.Load())
            case nodes.Tuple():
                return ast.Tuple(values(node.items), ast.Load())
        raise SyntaxError(f"no value: {type(node).__name__}")  # a slice among the indices

    def _operand(self, node: nodes.Expr | nodes.Node, scope: _Scope) -> ast.expr:
        """What is worked upon: in a loop it is paid for by its length each time."""
        value = self._value(node, scope)
        return call("weighed", value) if scope.names and not isinstance(node, nodes.Const) else value

    def _applied(
        self, node: nodes.Filter | nodes.Test, kind: str, known: dict[str, Any], scope: _Scope
    ) -> ast.expr:
        if node.name not in known and not scope.conditional:
            raise TemplateSyntaxError(f"No {kind} named {node.name!r}.", node.lineno)
        assert node.node is not None
        args = [self._operand(one, scope) for one in (node.node, *node.args)]
        keywords = [ast.keyword(str(one.key), self._value(one.value, scope)) for one in node.kwargs]
        if node.dyn_args is not None:
            args.append(ast.Starred(self._value(node.dyn_args, scope), ast.Load()))
        if node.dyn_kwargs is not None:
            keywords.append(ast.keyword(value=self._value(node.dyn_kwargs, scope)))
        if node.name not in known:
            return ast.Call(loaded("unknown"), args, keywords)
        function = ast.Subscript(loaded(f"{kind}s"), ast.Constant(node.name), ast.Load())
        return ast.Call(function, args, keywords)
