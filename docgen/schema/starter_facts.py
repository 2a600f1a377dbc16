"""`so_lieu` of a new data file: every fact and every table with its columns, empty and explained."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from docgen.schema.fields import GROUP, TABLE, Field, walk
from docgen.schema.form import Form
from docgen.schema.kinds import KINDS
from docgen.schema.report_type import ReportType
from docgen.source import Mapping, Scalar, Sequence

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
                yield from _rows(one, one.form, self.keys.get(here, ()), indent + "  ")
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


def _rows(one: Field, form: Form, keys: tuple[str, ...], indent: str) -> Iterator[str]:
    """The rows a table starts with: its example, or an empty row for each of `keys`, or one empty row. Only
    the first row with cells is explained."""
    explained = False
    for row in _examples(one) or _keyed(form, keys):
        if "nhom" in row:
            yield f"{indent}- nhom: {quoted(row['nhom'])}"
        else:
            yield from _row(form, row, indent, explained=not explained)
            explained = True


def _examples(one: Field) -> list[dict[str, str]]:
    items = one.example.items if isinstance(one.example, Sequence) else ()
    return [
        {key: cell.text for key, cell in item.items.items() if isinstance(cell, Scalar)}
        for item in items
        if isinstance(item, Mapping)
    ]


def _keyed(form: Form, keys: tuple[str, ...]) -> list[dict[str, str]]:
    key = form.by_code.get(form.key)
    if key is not None and key.kind == "stt":  # such rows count by themselves
        return [{}] * max([1, *(int(one) for one in keys if one.isdigit())])
    return [{form.key: one} for one in keys] or [{}]


def _row(form: Form, row: dict[str, str], indent: str, explained: bool) -> Iterator[str]:
    """One row with every column; computed columns and running numbers only as comments, unless typed."""
    typed = [c for c in form.leaves if c.code in row or (c.kind != "stt" and c.formula is None)]
    mark = "- "
    for column in [*typed[:1], *(one for one in form.leaves if one not in typed[:1])]:
        words = " › ".join(form.path(column.code))
        if column in typed:
            value = f" {quoted(row[column.code])}" if column.code in row else ""
            note = f"  # {words}{'; bắt buộc' if column.required else ''}" if explained else ""
            yield f"{indent}{mark}{column.code}:{value}{note}"
            mark = "  "
        elif explained:
            how = f"tự tính: {column.formula.text}" if column.formula else "tự đánh số"
            yield f"{indent}  # {column.code}:  # {words}; {how}"


_SAFE = re.compile(r"(?:\.\.?/)*[^\W_][^:#\"'{}\[\]&*!|>%@`\n]*")
_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null"})


def quoted(text: str) -> str:
    """`text` as a YAML value: as it is when that is safe, else in double quotes."""
    bare = text.replace("{{ ky }}", "ky")
    safe = _SAFE.fullmatch(bare) and text == text.strip() and text.lower() not in _WORDS_OF_YAML
    return text if safe else json.dumps(text, ensure_ascii=False)
