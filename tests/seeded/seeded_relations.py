"""What the schemas declare to agree, worked out again without docgen: the yardstick of the seeded errors.

A reader with the schema, the data file and a calculator would do this. Nothing of docgen is used but the
words that name a period, so that an error of ours in reading or computing does not hide here too.
"""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from docgen import vn

ROOT = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"-|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+(?:,[0-9]+)?%?")
DATE = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")

Site = tuple[str, ...]
"""Where a figure stands: ("ho_so", "tong"), or table, row, column: ("bien_che", "0", "giao")."""


class Missing(Exception):
    """A figure that a relation needs was not typed."""


def number(text: str) -> Any:
    """The Decimal or date that `text` means to a Vietnamese reader. Raises Missing for other text."""
    text = text.strip()
    if DATE.fullmatch(text):
        day, month, year = (int(part) for part in text.split("/"))
        return datetime.date(year, month, day)
    if text in ("", "-"):
        return Decimal(0)
    if not NUMBER.fullmatch(text):
        raise Missing(text)
    return Decimal(text.rstrip("%").replace(".", "").replace(",", "."))


@dataclass(frozen=True)
class Form:
    """One form: its key, the formula of each computed column, its rules, its numeric columns."""

    key: str
    formulas: dict[str, str]
    rules: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Declared:
    """What a report type and its parents declare: formulas by path, rules, the form of each table."""

    formulas: dict[str, str] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    forms: dict[str, Form] = field(default_factory=dict)


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def declared(report_type: str) -> Declared:
    """The relations of `report_type`; its parents' first."""
    schema = _load(ROOT / "schemas" / f"{report_type}.yaml")
    above = declared(schema["ke_thua"]) if "ke_thua" in schema else Declared()
    forms = {
        name: _form(rule["bieu"])
        for name, rule in schema.get("so_lieu", {}).items()
        if isinstance(rule, dict) and "bieu" in rule
    }
    rules = tuple(rule["dieu_kien"] for rule in schema.get("rang_buoc", ()))
    return Declared(above.formulas | schema.get("tinh", {}), above.rules + rules, above.forms | forms)


def _form(name: str) -> Form:
    form = _load(ROOT / "schemas" / "bieu" / f"{name}.yaml")
    leaves = list(_leaves(form["cot"]))
    return Form(
        form.get("khoa", ""),
        {leaf["ma"]: leaf["tinh"] for leaf in leaves if "tinh" in leaf},
        tuple(rule["dieu_kien"] for rule in form.get("rang_buoc", ())),
        tuple(leaf["ma"] for leaf in leaves if leaf.get("kieu", "dem") in ("dem", "so", "tien")),
    )


def _leaves(columns: list[Any]) -> Iterator[dict[str, str]]:
    for column in columns:
        yield from _leaves(column["cot"]) if "cot" in column else (column,)


@cache
def _parsed(formula: str) -> ast.expr:
    return ast.parse(formula, mode="eval").body


@dataclass(frozen=True)
class Figures:
    """Everything typed in one data file, by its site, and what is declared about it."""

    declared: Declared
    typed: dict[Site, str]
    period: vn.Period | None

    def changed(self, site: Site, text: str) -> Figures:
        return replace(self, typed={**self.typed, site: text})

    @cached_property
    def holding(self) -> dict[str, bool]:
        """Each relation whose figures are all there, and whether it holds."""
        out: dict[str, bool] = {}
        for name, condition in self._conditions():
            try:
                out[name] = bool(condition())
            except Missing:
                continue
        return out

    def breaks(self, other: Figures) -> bool:
        """Whether a relation that holds here does not hold for `other`."""
        after = other.holding
        return any(good and not after.get(name, True) for name, good in self.holding.items())

    def _conditions(self) -> Iterator[tuple[str, Any]]:
        for path, formula in self.declared.formulas.items():
            if self.typed.get(tuple(path.split("."))):
                yield path, lambda p=path, f=formula: self._same(tuple(p.split(".")), self._value(f))
        for n, rule in enumerate(self.declared.rules):
            yield f"rule {n}", lambda r=rule: self._value(r)
        for table, form in self.declared.forms.items():
            rows = self._rows(table)
            for row in rows:
                for column, formula in form.formulas.items():
                    site = (table, row, column)
                    if self.typed.get(site):
                        yield "/".join(site), lambda s=site, f=formula: self._same(s, self._value(f, s[:2]))
                for n, rule in enumerate(form.rules):
                    yield f"{table}/{row} rule {n}", lambda r=rule, s=(table, row): self._value(r, s)
            for column in form.columns:
                site = (table, "tong", column)
                if rows and self.typed.get(site):
                    yield "/".join(site), lambda s=site: self._same(s, self._sum(s[0], s[2]))

    def _same(self, site: Site, computed: Decimal) -> bool:
        """Whether what is typed is what is computed; a percentage after rounding to its typed decimals."""
        text = self.typed[site]
        if not text.endswith("%"):
            return number(text) == computed
        places = Decimal(1).scaleb(-len(text.rstrip("%").partition(",")[2]))
        return number(text) == computed.quantize(places, ROUND_HALF_UP)

    @cached_property
    def _all_rows(self) -> dict[str, list[str]]:
        found: dict[str, dict[str, None]] = {}
        for site in self.typed:
            if len(site) > 2 and site[1].isdigit():
                found.setdefault(site[0], {})[site[1]] = None
        return {table: list(rows) for table, rows in found.items()}

    def _rows(self, table: str) -> list[str]:
        return self._all_rows.get(table, [])

    def _cell(self, table: str, row: str, column: str) -> Any:
        form = self.declared.forms[table]
        text = self.typed.get((table, row, column))
        if text is not None:
            return number(text)
        if column in form.formulas:
            return self._value(form.formulas[column], (table, row))
        if row == "tong":
            return self._sum(table, column)
        return Decimal(0)

    def _sum(self, table: str, column: str) -> Decimal:
        if not (rows := self._rows(table)):
            raise Missing(table)
        return sum((self._cell(table, row, column) for row in rows), Decimal(0))

    def _value(self, formula: str, row: Site = ()) -> Any:
        return self._eval(_parsed(formula), row)

    def _eval(self, node: ast.expr, row: Site) -> Any:
        match node:
            case ast.Constant(value=int() as value):
                return Decimal(value)
            case ast.BinOp(left=left, op=op, right=right):
                a, b = self._eval(left, row), self._eval(right, row)
                return {ast.Add: a.__add__, ast.Sub: a.__sub__, ast.Mult: a.__mul__}[type(op)](b)
            case ast.BoolOp(op=ast.And(), values=values):
                return all([self._eval(value, row) for value in values])
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                a, b = self._eval(left, row), self._eval(right, row)
                return {ast.Eq: a == b, ast.LtE: a <= b, ast.GtE: a >= b}[type(op)]
            case ast.Call(
                func=ast.Name(id="tong"), args=[ast.Attribute(value=ast.Name(id=table), attr=column)]
            ):
                return self._sum(table, column)
            case ast.Call(func=ast.Name(id="ty_le"), args=[part, whole]):
                below = self._eval(whole, row)
                if not below:
                    raise Missing("0")
                return self._eval(part, row) * 100 / below
            case ast.Attribute(value=ast.Subscript(value=ast.Name(id=table), slice=key), attr=column):
                return self._cell(table, self._keyed(table, ast.literal_eval(key)), column)
            case ast.Attribute(value=ast.Name(id="ky"), attr=end):
                if self.period is None:
                    raise Missing("ky")
                return getattr(self.period, end)
            case ast.Name(id=column) if row:
                return self._cell(row[0], row[1], column)
            case ast.Attribute():
                return self._fact(ast.unparse(node))
        raise ValueError(f"the yardstick cannot read {ast.unparse(node)}")

    def _keyed(self, table: str, key: str) -> str:
        column = self.declared.forms[table].key
        row = next((row for row in self._rows(table) if self.typed.get((table, row, column)) == key), None)
        if row is None:
            raise Missing(key)
        return row

    def _fact(self, path: str) -> Any:
        text = self.typed.get(tuple(path.split(".")))
        if text:
            return number(text)
        if path in self.declared.formulas:
            return self._value(self.declared.formulas[path])
        raise Missing(path)
