"""Fields: what a schema file says about one header field or fact, read from `truong` and `so_lieu`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.diagnostics import Location
from docgen.schema.form import Form
from docgen.source import Node
from docgen.values import Struct, replace

GROUP, LIST, TABLE = "dict", "list", "bieu"


class Field(Struct, frozen=True, eq=False):
    """One header field or fact.

    `kind` is a kind of docgen.schema.kinds, or "dict" (with `children`, or with any names and an `item`
    under each), "list" (of `item`), or "bieu" (rows of the form `form_name`; `form` is set once forms are
    loaded). `scalar_too`: one value may stand for a list. `constraints` are the other Cerberus rules.
    `title` and `help` explain it to a clerk; a new data file starts with `example`, of a table its rows.
    """

    name: str
    kind: str
    location: Location
    required: bool = False
    children: dict[str, Field] = {}
    item: Field | None = None
    form_name: str = ""
    form: Form | None = None
    default: str | None = None
    title: str = ""
    help: str = ""
    example: Node | None = None
    constraints: dict[str, Any] = {}
    scalar_too: bool = False

    def cerberus(self, draft: bool = False) -> dict[str, Any]:
        """This field as a rule for docgen.schema.validate; in a draft nothing is required."""
        rule: dict[str, Any] = dict(self.constraints)
        if self.required and not draft:
            rule["required"] = True
        if label := self.title or self.help:
            rule["ten"] = label
        if self.kind != TABLE:  # rows are read by docgen.schema.table, because Cerberus is too slow for them
            rule["type"] = [self.kind, "chu"] if self.scalar_too else self.kind
        if self.children:
            rule["schema"] = rules_of(self.children, draft)
        elif self.item is not None:
            rule["valuesrules" if self.kind == GROUP else "schema"] = self.item.cerberus(draft)
        return rule


def rules_of(fields: dict[str, Field], draft: bool = False) -> dict[str, Any]:
    """Rules for docgen.schema.validate from `fields`."""
    return {name: one.cerberus(draft) for name, one in fields.items()}


def walk(fields: dict[str, Field], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Every field with its path, groups before what is in them."""
    for name, one in fields.items():
        yield (*path, name), one
        yield from walk(one.children, (*path, name))


def merged(parent: dict[str, Field], child: dict[str, Field]) -> dict[str, Field]:
    """The fields of both; the child wins, groups are merged."""
    out = dict(parent)
    for name, own in child.items():
        above = out.get(name)
        if above is not None and above.kind == GROUP == own.kind and above.children:
            out[name] = replace(own, children=merged(above.children, own.children))
        else:
            out[name] = own
    return out
