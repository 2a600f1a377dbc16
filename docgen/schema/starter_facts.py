"""`so_lieu` of a new data file: every fact and every table with its columns, empty and explained."""

from __future__ import annotations

import json
from collections.abc import Iterator

from docgen.schema.fields import GROUP, TABLE, Field, walk
from docgen.schema.form import Form
from docgen.schema.kinds import KINDS
from docgen.schema.report_type import ReportType

Path = tuple[str, ...]


def fact_lines(report_type: ReportType) -> list[str]:
    """The lines of so_lieu for `report_type`. Computed facts stand there as comments."""
    writer = _Writer(report_type)
    return [
        "so_lieu:",
        *writer.group(report_type.facts, ()),
        "",
        "  # Số liệu riêng, không có trong mẫu; trong nội dung gọi bằng {{ rieng.tên }}",
        "  # rieng:",
        "  #   so_hoi_nghi: 08",
    ]


class _Writer:
    def __init__(self, report_type: ReportType) -> None:
        self.computed = {one.path: one.formula.text for one in report_type.derived.values()}
        self.keys = _row_keys(report_type)

    def group(self, fields: dict[str, Field], path: Path) -> Iterator[str]:
        indent = "  " * (len(path) + 1)
        for name, one in fields.items():
            here = (*path, name)
            words = one.help or one.title
            if one.kind == TABLE and one.form is not None:
                yield from ("", f"{indent}# Biểu: {words or one.form.title}", f"{indent}{name}:")
                yield from _rows(one.form, self.keys.get(here, ()), indent + "  ")
            elif one.kind == GROUP and one.children:
                yield f"{indent}{name}:" + (f"  # {words}" if words else "")
                yield from self.group(one.children, here)
            elif here in self.computed:
                note = f"{words}; tự tính" if words else "tự tính"
                yield f"{indent}# {name}:  # {note}: {self.computed[here]}"
            else:
                yield f"{indent}{name}:  # {_words(one, words)}"


def _words(one: Field, words: str) -> str:
    kind = KINDS.get(one.kind)
    notes = [f"{kind.words}: {kind.example}"] if kind and one.kind != "chu" else []
    notes += ["bắt buộc"] if one.required else []
    note = ", ".join(notes)
    return f"{words} ({note})" if words and note else words or note or "chữ"


def _row_keys(report_type: ReportType) -> dict[Path, tuple[str, ...]]:
    """By the path of a table the keys of the rows that formulas and rules name, in their order."""
    used = [one.formula for one in report_type.derived.values()]
    used += [rule.condition for rule in report_type.rules]
    found: dict[Path, dict[str, None]] = {}
    for path, one in walk(report_type.facts):
        for formula in used if one.form is not None else ():
            for name in formula.paths:
                if name[: len(path)] == path and len(name) == len(path) + 2 and name[-2] != "tong":
                    found.setdefault(path, {})[name[-2]] = None
    return {path: tuple(keys) for path, keys in found.items()}


def _rows(form: Form, keys: tuple[str, ...], indent: str) -> Iterator[str]:
    """An empty row for each of `keys`, one row when there are none; only the first one is explained."""
    key = form.by_code.get(form.key)
    if key is not None and key.kind == "stt":  # such rows count by themselves
        keys = ("",) * max([1, *(int(one) for one in keys if one.isdigit())])
    for number, value in enumerate(keys or ("",)):
        yield from _row(form, value, indent, explained=number == 0)


def _row(form: Form, key: str, indent: str, explained: bool) -> Iterator[str]:
    """One row with every column; computed columns and running numbers only as comments."""
    typed = [column for column in form.leaves if column.kind != "stt" and column.formula is None]
    for column in [*typed[:1], *(one for one in form.leaves if one not in typed[:1])]:
        words = " › ".join(form.path(column.code))
        if column in typed:
            mark = "- " if column is typed[0] else "  "
            value = f" {json.dumps(key, ensure_ascii=False)}" if key and column.code == form.key else ""
            note = f"  # {words}{'; bắt buộc' if column.required else ''}" if explained else ""
            yield f"{indent}{mark}{column.code}:{value}{note}"
        elif explained:
            how = f"tự tính: {column.formula.text}" if column.formula else "tự đánh số"
            yield f"{indent}  # {column.code}:  # {words}; {how}"
