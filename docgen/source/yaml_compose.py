"""Nodes from the events of the YAML parser; faults are collected, not stopped at."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from docgen import limits
from docgen.diagnostics import Diagnostic, DocgenError, Location, error, warning
from docgen.source.characters import FORBIDDEN, forbidden
from docgen.source.nodes import Mapping, Node, Scalar, Sequence
from docgen.source.yaml_lines import glued_comments, no_space_name, quoted, split_lines

_FIRST_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)(?: *(?:\r\n|\r|\n))*( *)")
_EDGES = "\u00a0 "
"""What a plain value never starts or ends with: pasting leaves no-break spaces there."""


class Composer:
    """Builds nodes from parser events; collects faults instead of stopping where it can."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.lines: list[str] | None = None
        self.faults: list[Diagnostic] = []
        self.count = 0
        self.composed = unicodedata.is_normalized("NFC", text)
        self.long = len(text) > limits.SCALAR_CHARACTERS
        self.comments = glued_comments(text)

    def document(self, loader_class: Any) -> Node | None:
        """The root node. Raises yaml.YAMLError for broken syntax, DocgenError beyond a limit."""
        root: Node | None = None
        documents = 0
        loader = loader_class(self.text)
        self.next = loader.get_event
        try:
            while True:
                event = self.next()
                if isinstance(event, StreamEndEvent):
                    return root
                if isinstance(event, DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self.fault(
                            "yaml-hai-tai-lieu",
                            "một tệp chỉ chứa một tài liệu, bỏ dòng “---” này",
                            event,
                            hint="Dòng --- của phần văn bản phải thụt vào như các dòng khác",
                        )
                elif isinstance(event, NodeEvent):
                    node = self.node(event, 0)
                    root = node if root is None else root
        finally:
            loader.dispose()

    def node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event)
        if kind is AliasEvent:
            mark = event.start_mark
            text = "*" + event.anchor
            self.fault(
                "yaml-bi-danh", f"“{text}” là bí danh YAML, không được dùng", event, hint=_quote_hint(text)
            )
            return Scalar(text, self.name, mark.line + 1, mark.column + 1, '"')
        if depth > limits.YAML_DEPTH or self.count > limits.YAML_NODES:
            what = "lồng quá nhiều tầng" if depth > limits.YAML_DEPTH else "có quá nhiều giá trị"
            raise DocgenError(*self.faults, error("yaml-qua-lon", f"dữ liệu {what}", self.location(event)))
        if event.tag:
            self.fault("yaml-nhan", f"nhãn “{event.tag}” không được dùng ở đây", event)
        if event.anchor:
            self.anchor(event)
        return self.mapping(event, depth) if kind is MappingStartEvent else self.sequence(event, depth)

    def sequence(self, start: Any, depth: int) -> Sequence:
        items: list[Node] = []
        following = self.next
        while type(event := following()) is not SequenceEndEvent:
            items.append(self.scalar(event) if type(event) is ScalarEvent else self.node(event, depth + 1))
        self.count += len(items)
        mark = start.start_mark
        return Sequence(tuple(items), self.name, mark.line + 1, mark.column + 1)

    def mapping(self, start: Any, depth: int) -> Node:
        items: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        following = self.next
        braces = False
        while type(event := following()) is not MappingEndEvent:
            if type(event) is ScalarEvent:
                key = event.value
                if event.style or event.tag or event.anchor or ":" in key or not key.isascii():
                    key = self.key(event)
            else:
                key = None
                inner = self.node(event, depth + 1)
                braces = braces or (bool(start.flow_style) and type(event) is MappingStartEvent)
                if not braces:
                    self.fault("yaml-khoa", "tên phải là chữ, không phải danh sách", inner.location)
            typed = following()
            value = self.scalar(typed) if type(typed) is ScalarEvent else self.node(typed, depth + 1)
            if key is None:
                continue
            if key in items:
                self.fault(
                    "yaml-trung-khoa",
                    f"“{key}” đã có ở dòng {keys[key][0]}",
                    event,
                    hint="Mỗi tên chỉ ghi một lần; xóa dòng thừa hoặc đổi tên",
                )
                continue
            mark = event.start_mark
            items[key] = value
            keys[key] = (mark.line + 1, mark.column + 1)
        self.count += len(items)
        if braces:
            return self.unquoted_expression(start, event)
        mark = start.start_mark
        return Mapping(items, self.name, mark.line + 1, mark.column + 1, keys)

    def unquoted_expression(self, start: Any, end: Any) -> Scalar:
        """The text `{{ … }}` that YAML has read as mapping within mapping; a fault with the line mended."""
        first, last = start.start_mark, end.end_mark
        text = " ".join(self.text[first.index : last.index].split())
        row = self.line(first.line)
        if first.line == last.line:
            whole = row[: first.column] + quoted(text) + row[last.column :]
        else:
            whole = quoted(text)
        self.fault(
            "yaml-ngoac-nhon",
            "giá trị có {{ … }} ở đầu phải đặt trong ngoặc kép",
            start,
            hint=f"Viết: {whole.strip()}",
        )
        return Scalar(text, self.name, first.line + 1, first.column + 1, '"')

    def key(self, event: Any) -> str:
        """The name that is more than plain letters, as it is meant."""
        text = event.value
        if event.tag or event.anchor or not text.isascii() or event.style:
            text = self.clean(event)
            if text.startswith(_EDGES[0]):
                self.fault(
                    "yaml-nbsp",
                    "dòng này thụt vào bằng dấu cách không ngắt (U+00A0)",
                    event,
                    hint="Xóa khoảng trắng đầu dòng và gõ lại bằng phím cách",
                )
            text = text.strip(_EDGES)
        if ":" in text and not event.style and no_space_name(text):
            self.no_space(text, event)
        return text

    def scalar(self, event: Any) -> Scalar:
        tag = self.tag(event) if event.tag else ""
        if event.anchor:
            self.anchor(event)
        mark = event.start_mark
        text = event.value
        if style := event.style:
            text = self.clean(event)
            indent = self.block_indent(mark.index, text) if style == "|" else 0
            return Scalar(text, self.name, mark.line + 1, mark.column + 1, style, tag, indent)
        if self.long or not text.isascii():
            text = self.clean(event).strip(_EDGES)
        if mark.line != event.end_mark.line or ":" in text:
            self.lost_structure(text, event)
        if mark.line in self.comments:
            self.comment(event)
        return Scalar(text, self.name, mark.line + 1, mark.column + 1, "", tag)

    def clean(self, event: Any) -> str:
        """The value in NFC; what only an escape in double quotes can bring in is a fault and left out."""
        text: str = event.value
        if self.long and len(text) > limits.SCALAR_CHARACTERS:
            self.fault("yaml-qua-dai", "giá trị quá dài", event)
            return ""
        if event.style == '"' or not self.composed:
            text = unicodedata.normalize("NFC", text)
            if event.style == '"' and not text.isprintable() and (bad := FORBIDDEN.findall(text)):
                self.add(forbidden(bad, self.location(event)))
                text = FORBIDDEN.sub("", text)
        return text

    def tag(self, event: Any) -> str:
        if event.tag == "!bang":
            return "bang"
        written = self.line(event.start_mark.line)[event.start_mark.column :]
        self.fault(
            "yaml-nhan", f"nhãn “{event.tag}” không được dùng, chỉ có !bang", event, hint=_quote_hint(written)
        )
        return ""

    def anchor(self, event: Any) -> None:
        written = self.line(event.start_mark.line)[event.start_mark.column :]
        self.fault(
            "yaml-bi-danh",
            f"“&{event.anchor}” là nhãn neo YAML, không được dùng",
            event,
            hint=_quote_hint(written),
        )

    def lost_structure(self, text: str, event: Any) -> None:
        """A fault when a plain value has swallowed a list item or a `tên:giá trị` of the clerk's."""
        first, last = event.start_mark, event.end_mark
        if first.line != last.line:
            for number in range(first.line + 1, last.line + 1):
                if self.line(number).lstrip(" ").startswith("- "):
                    column = self.line(number).index("-")
                    self.fault(
                        "yaml-lech-cot",
                        "dấu gạch đầu dòng này lệch cột nên bị nối vào dòng trên",
                        Location(self.name, number + 1, column + 1),
                        hint="Các dấu gạch của một danh sách phải thẳng cột",
                    )
                    return
        if no_space_name(text) and not self.line(first.line)[: first.column].strip():
            self.no_space(text, event)

    def no_space(self, text: str, event: Any) -> None:
        name, _, rest = text.partition(":")
        self.fault(
            "yaml-dau-cach",
            f"thiếu dấu cách sau dấu hai chấm của “{name}”",
            event,
            hint=f"Viết: {name}: {rest.strip(_EDGES).split(' ')[0]}",
        )

    def comment(self, event: Any) -> None:
        """A warning when what follows the value is a comment glued to its first word: `Số #5`."""
        mark = event.end_mark
        column, words = self.comments.get(mark.line, (-1, ""))
        between = self.line(mark.line)[mark.column : column]
        if column >= mark.column and not between.strip(" :,"):
            del self.comments[mark.line]
            self.add(
                warning(
                    "yaml-ghi-chu",
                    f"phần “{words}” bị coi là ghi chú và không được đọc",
                    Location(self.name, mark.line + 1, column + 1),
                    hint="Là nội dung thì đặt cả giá trị trong ngoặc kép; là ghi chú thì thêm dấu cách sau #",
                )
            )

    def block_indent(self, start: int, text: str) -> int:
        """Columns by which the file indents `text`, the content of the block that opens at `start`."""
        match = _FIRST_LINE.match(self.text, start)
        first = text.lstrip("\n")
        return len(match[1]) - (len(first) - len(first.lstrip(" "))) if match else 0

    def line(self, number: int) -> str:
        """Line `number` (from 0) of the file; "" after its end."""
        if self.lines is None:
            self.lines = split_lines(self.text)
        return self.lines[number] if number < len(self.lines) else ""

    def fault(self, code: str, message: str, where: Any, hint: str = "") -> None:
        place = where if isinstance(where, Location) else self.location(where)
        self.add(error(code, message, place, hint=hint))

    def add(self, finding: Diagnostic) -> None:
        if len(self.faults) < limits.DIAGNOSTICS_PER_STAGE:
            self.faults.append(finding)

    def location(self, event: Any) -> Location:
        return Location(self.name, event.start_mark.line + 1, event.start_mark.column + 1)


def _quote_hint(text: str) -> str:
    return f"Nếu là chữ bình thường thì đặt trong ngoặc kép: {quoted(text.strip())}"
