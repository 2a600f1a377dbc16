"""A YAML file as a tree of nodes: only text, no aliases, no duplicate keys, NFC, with positions.

Works on the parser's events (libyaml where it is built in), so no YAML rule ever turns `no`, `010`
or `12:30` into something that was not typed.
"""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path
from typing import Any

import yaml

from docgen import limits
from docgen.diagnostics import Diagnostic, DocgenError, Location, UnreadableError, error
from docgen.source.nodes import Mapping, Node, Scalar, Sequence
from docgen.source.yaml_faults import explain

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The mapping in the file at `path`, and what is wrong with it short of being unreadable.

    Raises UnreadableError when the file cannot be opened or decoded, DocgenError when its YAML
    cannot be parsed or its root is not a mapping.
    """
    name = str(path)
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise UnreadableError(_unreadable(name, fault)) from None
    return parse_yaml(decode(raw, name), name)


def _unreadable(name: str, fault: OSError) -> Diagnostic:
    if isinstance(fault, FileNotFoundError):
        return error("tep-khong-co", f"không tìm thấy tệp “{name}”", Location(name))
    if isinstance(fault, IsADirectoryError):
        return error("tep-la-thu-muc", f"“{name}” là thư mục, không phải tệp", Location(name))
    return error(
        "tep-khong-mo-duoc",
        f"không mở được tệp “{name}”",
        Location(name),
        hint="Kiểm tra quyền đọc tệp, hoặc đóng chương trình đang mở tệp",
    )


def decode(raw: bytes, name: str) -> str:
    """The text of `raw`: UTF-8 with or without a byte order mark, or UTF-16 with one.

    Raises UnreadableError for any other encoding, because guessing would change letters.
    """
    if len(raw) > limits.DATA_FILE_BYTES:
        raise UnreadableError(error("tep-qua-lon", f"tệp lớn hơn {limits.DATA_FILE_BYTES >> 20} MB", Location(name)))
    encoding = "utf-8-sig"
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise UnreadableError(
            error(
                "ma-hoa",
                "tệp không được lưu bằng mã UTF-8 (có thể là TCVN3, VNI hoặc CP1258)",
                Location(name, line),
                hint="Mở tệp bằng trình soạn thảo và lưu lại với mã hóa UTF-8",
            )
        ) from None


def parse_yaml(text: str, name: str) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The mapping that `text` holds and the faults found on the way; `name` stands in the places.

    Raises DocgenError when the YAML cannot be parsed or its root is not a mapping.
    """
    composer = _Composer(text, name)
    root = composer.document()
    if not isinstance(root, Mapping):
        raise DocgenError(
            *composer.faults,
            error(
                "yaml-goc",
                "tệp phải gồm các dòng “tên: giá trị”" if root is not None else "tệp không có nội dung",
                Location(name, 1, 1),
            ),
        )
    return root, tuple(composer.faults)


class _Composer:
    """Builds nodes from parser events; collects faults instead of stopping where it can."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.lines: list[str] | None = None
        self.faults: list[Diagnostic] = []
        self.count = 0

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        loader = None
        try:
            loader = _Loader(self.text)
            self.next = loader.get_event
            while True:
                event = self.next()
                if isinstance(event, yaml.StreamEndEvent):
                    return root
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self.fault("yaml-hai-tai-lieu", "một tệp chỉ chứa một tài liệu, bỏ dòng “---” này", event)
                elif isinstance(event, yaml.NodeEvent):
                    node = self.node(event, 0)
                    root = node if root is None else root
        except yaml.YAMLError as fault:
            raise DocgenError(*self.faults, explain(fault, self.text, self.name)) from None
        finally:
            if loader is not None:
                loader.dispose()

    def node(self, event: yaml.Event, depth: int) -> Node:
        self.count += 1
        if depth > limits.YAML_DEPTH or self.count > limits.YAML_NODES:
            what = "lồng quá nhiều tầng" if depth > limits.YAML_DEPTH else "có quá nhiều giá trị"
            raise DocgenError(*self.faults, error("yaml-qua-lon", f"dữ liệu {what}", self.location(event)))
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self.fault(
                "yaml-bi-danh",
                f"“*{event.anchor}” là bí danh YAML, không được dùng",
                event,
                hint="Nếu là chữ bình thường thì đặt cả giá trị trong ngoặc kép",
            )
            mark = event.start_mark
            return Scalar("*" + event.anchor, self.name, mark.line + 1, mark.column + 1, '"')
        if event.tag:
            self.fault("yaml-nhan", f"nhãn “{event.tag}” không được dùng ở đây", event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def sequence(self, start: yaml.Event, depth: int) -> Sequence:
        items = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        mark = start.start_mark
        return Sequence(tuple(items), self.name, mark.line + 1, mark.column + 1)

    def mapping(self, start: yaml.Event, depth: int) -> Mapping:
        items: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.key(event, depth)
            value = self.node(self.next(), depth + 1)
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
            items[key] = value
            keys[key] = (event.start_mark.line + 1, event.start_mark.column + 1)
        mark = start.start_mark
        return Mapping(items, self.name, mark.line + 1, mark.column + 1, keys)

    def key(self, event: yaml.Event, depth: int) -> str | None:
        if isinstance(event, yaml.ScalarEvent):
            return self.clean(event.value, event).strip("\u00a0 ")
        self.node(event, depth + 1)
        self.fault(
            "yaml-khoa",
            "tên phải là chữ, không phải danh sách hay {…}",
            event,
            hint="Giá trị chứa {{ … }} phải đặt trong ngoặc kép: \"{{ … }}\"",
        )
        return None

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        tag = ""
        if event.tag == "!bang":
            tag = "bang"
        elif event.tag:
            self.fault(
                "yaml-nhan",
                f"nhãn “{event.tag}” không được dùng, chỉ có !bang",
                event,
                hint="Nếu là chữ bình thường thì đặt cả giá trị trong ngoặc kép",
            )
        if event.anchor:
            self.fault(
                "yaml-bi-danh",
                f"“&{event.anchor}” là nhãn YAML, không được dùng",
                event,
                hint="Nếu là chữ bình thường thì đặt cả giá trị trong ngoặc kép",
            )
        mark = event.start_mark
        text = self.clean(event.value, event)
        style = event.style or ""
        indent = self.block_indent(mark.line, event.end_mark.line) if style in ("|", ">") else 0
        return Scalar(text, self.name, mark.line + 1, mark.column + 1, style, tag, indent)

    def block_indent(self, first: int, last: int) -> int:
        """Columns by which the content of the block that starts on line `first` is indented."""
        if self.lines is None:
            self.lines = self.text.splitlines()
        for line in self.lines[first + 1 : last + 1]:
            stripped = line.lstrip(" ")
            if stripped:
                return len(line) - len(stripped)
        return 0

    def clean(self, text: str, event: yaml.Event) -> str:
        """`text` in NFC; characters that Word cannot hold are a fault and left out."""
        if len(text) > limits.SCALAR_CHARACTERS:
            self.fault("yaml-qua-dai", "giá trị quá dài", event)
            return ""
        if text.isascii() and text.isprintable():
            return text
        text = unicodedata.normalize("NFC", text)
        bad = sorted({c for c in text if _forbidden(c)})
        if bad:
            codes = ", ".join(f"U+{ord(c):04X}" for c in bad)
            self.fault(
                "ky-tu-cam",
                f"giá trị có ký tự không in được ({codes})",
                event,
                hint="Xóa và gõ lại đoạn này; ký tự thường do dán từ nguồn khác",
            )
            text = "".join(c for c in text if c not in bad)
        return text

    def fault(self, code: str, message: str, event: yaml.Event, hint: str = "") -> None:
        if len(self.faults) < limits.DIAGNOSTICS_PER_STAGE:
            self.faults.append(error(code, message, self.location(event), hint=hint))

    def location(self, event: yaml.Event) -> Location:
        return Location(self.name, event.start_mark.line + 1, event.start_mark.column + 1)


def _forbidden(c: str) -> bool:
    """Control characters, surrogates, non-characters, and invisible marks that hide in pasted text."""
    code = ord(c)
    if code < 0x20:
        return c not in "\t\n"
    return (
        0x7F <= code <= 0x9F
        or code in (0x200B, 0xFEFF, 0x2028, 0x2029)
        or 0xD800 <= code <= 0xDFFF
        or (code & 0xFFFE) == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
    )
