"""Counts the parts of a tree as `docgen.view` counts those of a file, for trees read back from text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from docgen.compare.node import BODY, BREAK, FOOTER, HEADER, NOTE, PAGE, PARAGRAPH, ROW, TABLE, Node


def numbered(root: Node) -> Node:
    """The tree with its paragraphs, tables, rows, columns, pages and notes counted from 1."""
    counts: Counter[tuple[str, int]] = Counter()
    parts = 0

    def visit(node: Node, part: int, column: int = 0) -> Node:
        number = 0
        if node.kind in (PARAGRAPH, TABLE):
            counts[(node.kind, part)] += 1
            number = counts[(node.kind, part)]
        elif node.kind in (PAGE, NOTE, BREAK):
            counts[(node.kind, 0)] += 1
            number = counts[(node.kind, 0)]
        children = []
        if node.kind == ROW:
            column = 1
            for cell in node.children:
                children.append(replace(visit(cell, part), number=column))
                column += int(dict(cell.look).get("gộp ngang", "1").split()[0])
        else:
            for position, child in enumerate(node.children, 1):
                inner = parts_of(child, part)
                seen = visit(child, inner)
                children.append(replace(seen, number=position) if child.kind == ROW else seen)
        return replace(node, children=tuple(children), number=number)

    def parts_of(child: Node, part: int) -> int:
        nonlocal parts
        if child.kind in (BODY, HEADER, FOOTER, NOTE):
            parts += 1
            return parts
        return part

    return visit(root, 0)
