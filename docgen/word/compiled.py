"""A compiled template: plain data and Jinja code, so that it can be kept on disk and rendered at once."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any
from xml.parsers import expat

from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from docgen.diagnostics import Diagnostic, DocgenError, Location, error
from docgen.word.environment import environment
from docgen.word.sections import Sections
from docgen.word.styles import Styles

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"


@dataclass(frozen=True, eq=False)
class Piece:
    """One part of the package with tags: its name, its Jinja source (a line for each paragraph), and
    the code made of it."""

    name: str
    source: str
    code: CodeType

    @cached_property
    def template(self) -> JinjaTemplate:
        """The source as a template of this process's environment."""
        env = environment()
        return JinjaTemplate.from_code(env, self.code, env.globals)

    def place(self, path: str, line: int | None) -> Location:
        """The paragraph on line `line` of the source; `path` is the template's file."""
        lines = self.source.split("\n")
        if line is None or not 0 < line <= len(lines):
            return Location(path, part=self.name)
        excerpt = re.sub(r"<[^>]+>", "", lines[line - 1]).strip()
        return Location(path, part=self.name, paragraph=max(line - 1, 1), excerpt=excerpt[:120])


@dataclass(frozen=True, eq=False)
class CompiledTemplate:
    """A template ready to render.

    `static` are the parts that never change, `pieces` those with tags; `styles`, `sections` and the
    width of the issuer's cell are what the writers of the body need; `files` are the template and the
    shared parts it is made of, by the name under which each was included ("" for the template).
    """

    path: str
    static: dict[str, bytes]
    pieces: tuple[Piece, ...]
    styles: Styles
    sections: Sections
    issuer_width_mm: float
    files: tuple[tuple[str, Path], ...] = ()

    def render(self, context: dict[str, Any]) -> dict[str, str]:
        """The XML of every part with tags, filled from `context`.

        Raises DocgenError when the template asks for something `context` does not have.
        """
        return {piece.name: self._render(piece, context) for piece in self.pieces}

    def _render(self, piece: Piece, context: dict[str, Any]) -> str:
        try:
            xml = piece.template.render(context)
        except UndefinedError as fault:
            raise DocgenError(_undefined(piece.place(self.path, _line(fault)), fault, context)) from None
        except (SecurityError, TypeError, TemplateError) as fault:
            message = "mẫu dùng biểu thức không được phép hoặc in một giá trị không phải chữ"
            raise DocgenError(error("mau-bieu-thuc", message, piece.place(self.path, _line(fault)))) from None
        try:
            expat.ParserCreate().Parse(xml.encode("utf-8"), True)
        except expat.ExpatError:
            hint = "Thẻ {%p, {%tr, {{p phải đứng một mình trong đoạn hoặc hàng"
            place = Location(self.path, part=piece.name)
            raise DocgenError(error("mau-hong", "mẫu tạo ra tài liệu hỏng", place, hint=hint)) from None
        return xml


def _line(fault: BaseException) -> int | None:
    """The line of the template in which `fault` was raised."""
    frames = traceback.extract_tb(fault.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == "<template>"), None)


def _undefined(place: Location, fault: UndefinedError, context: dict[str, Any]) -> Diagnostic:
    import difflib

    words = str(fault.message)
    name = words.split("'")[-2] if words.count("'") >= 2 else ""
    near = difflib.get_close_matches(name, list(context), 1, 0.6)
    guess = f", có phải “{near[0]}”?" if near else ""
    return error(
        "mau-bien-la",
        f"mẫu dùng “{name}” mà tài liệu này không có{guess}",
        place,
        hint="Sửa tên trong mẫu cho đúng với tên trong hướng dẫn bảo trì mẫu",
    )
