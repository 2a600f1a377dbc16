"""The content of one paragraph: runs, fields, notes, drawings, whatever wraps them."""

from __future__ import annotations

from docgen.view.context import Context
from docgen.view.drawing import box_holders, branch, drawn_lines, pictures
from docgen.view.model import DrawnLine, Field, Format, Picture, Run
from docgen.view.names import MC, W, first
from docgen.view.properties import run_properties

# Wrappers whose content is ordinary text. Deleted and moved-away text (w:del, w:moveFrom) is not read.
_TRANSPARENT = frozenset(
    W + n for n in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo")
)
_R, _T, _RPR = W + "r", W + "t", W + "rPr"
_PIECES = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}


class Content:
    """Collects one paragraph. Fields are tracked with a stack, since they nest."""

    def __init__(self, context: Context, paragraph_style: str) -> None:
        self.context = context
        self.paragraph_style = paragraph_style
        self.runs: list[Run] = []
        self.fields: list[Field] = []
        self.lines: list[DrawnLine] = []
        self.holders: list = []
        self.pictures: list[Picture] = []
        self.notes: list[str] = []
        self.page_break = False
        self._stack: list[dict] = []

    def read(self, element, link: bool = False) -> None:
        """Adds the content of a paragraph or of a wrapper in it."""
        for child in element:
            tag = child.tag
            if tag == _R:
                self._run(child, link)
            elif tag in _TRANSPARENT:
                self.read(child, link or tag == W + "hyperlink")
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    self.read(content, link)
            elif tag == W + "fldSimple":
                self._simple_field(child, link)
            elif tag == MC + "AlternateContent":
                chosen = branch(child)
                if chosen is not None:
                    self.read(chosen, link)

    def _simple_field(self, element, link: bool) -> None:
        instruction = (element.get(W + "instr") or "").strip()
        self._stack.append(
            {"instruction": instruction, "result": "", "code": False, "format": None, "own": None}
        )
        self.read(element, link)
        self._close(self._format({}))

    def _format(self, direct: dict) -> Format:
        return self.context.part.styles.format(self.paragraph_style, self.context.run or {}, direct)

    def _run(self, element, link: bool) -> None:
        styles = self.context.part.styles
        direct = run_properties(first(element, _RPR), styles.theme)
        look = self._format(direct)
        text = self._text(element, look)
        if text and not look.hidden and not (self._stack and self._stack[-1]["code"]):
            style = styles.name(str(direct["style"])) if "style" in direct else ""
            last = self.runs[-1] if self.runs else None
            if last is not None and last.format is look and last.link == link and last.style == style:
                self.runs[-1] = Run(last.text + text, look, link, style)
            else:
                self.runs.append(Run(text, look, link, style))
            for field in self._stack:
                field["result"] += text
                field["format"] = field["format"] or look

    def _text(self, element, look: Format) -> str:
        pieces: list[str] = []
        for child in element:
            tag = child.tag
            if tag == _T:
                pieces.append(child.text or "")
            elif tag != _RPR:
                pieces.append(self._piece(child, tag, look))
        return "".join(pieces)

    def _piece(self, child, tag: str, look: Format) -> str:
        """The text of an element of a run other than w:t, "" for what is no text."""
        if tag in _PIECES:
            return _PIECES[tag]
        if tag == W + "br":
            self.page_break = self.page_break or child.get(W + "type") == "page"
            return "" if child.get(W + "type") in ("page", "column") else "\n"
        if tag == W + "sym":
            return _symbol(child.get(W + "char"))
        if tag == W + "fldChar":
            self._field_mark(child, look)
        elif tag == W + "instrText" and self._stack:
            self._stack[-1]["instruction"] += child.text or ""
            self._stack[-1]["own"] = self._stack[-1]["own"] or look
        elif tag == W + "pgNum":
            self.fields.append(Field("PAGE", "PAGE", "", look))
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            self.notes.append(child.get(W + "id") or "")
        elif tag == MC + "AlternateContent":
            chosen = branch(child)
            for inner in chosen if chosen is not None else ():
                self._drawing(inner)
        else:
            self._drawing(child)
        return ""

    def _drawing(self, element) -> None:
        if element.tag not in (W + "drawing", W + "pict", W + "object"):
            return
        self.lines += drawn_lines(element)
        self.holders += box_holders(element)
        self.pictures += pictures(element, self.context.part.targets)

    def _field_mark(self, element, look: Format) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._stack.append({"instruction": "", "result": "", "code": True, "format": None, "own": None})
        elif kind == "separate" and self._stack:
            self._stack[-1]["code"] = False
        elif kind == "end" and self._stack:
            self._close(look)

    def _close(self, look: Format) -> None:
        field = self._stack.pop()
        instruction = field["instruction"].strip()
        shown = field["format"] or field["own"] or look
        self.fields.append(Field(_kind(instruction), instruction, field["result"], shown))


def _kind(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def _symbol(code: str | None) -> str:
    try:
        return chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
