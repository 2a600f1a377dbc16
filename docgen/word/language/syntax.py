"""Pieces of Python's syntax tree, as docgen.word.language.translate puts them together."""

from __future__ import annotations

import ast
from typing import TypeVar

_Located = TypeVar("_Located", bound="ast.stmt | ast.expr")


def at(line: int, node: _Located) -> _Located:
    """`node` on `line`; what is in it follows."""
    node.lineno = node.end_lineno = line
    node.col_offset = node.end_col_offset = 0
    return node


def assigned(line: int, variable: str, value: bool) -> ast.stmt:
    return at(line, ast.Assign([stored(variable)], ast.Constant(value)))


def loaded(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def stored(name: str) -> ast.Name:
    return ast.Name(name, ast.Store())


def call(name: str, *args: ast.expr) -> ast.Call:
    return ast.Call(loaded(name), list(args), [])
