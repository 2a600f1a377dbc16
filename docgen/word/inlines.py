"""Runs, hyperlinks and footnotes of one document."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.model import Footnote, Inline, Run
from docgen.word import roles
from docgen.word.escape import escape, escape_attribute
from docgen.word.names import R
from docgen.word.styles import Styles

_LINK_TYPE = f"{R}/hyperlink"


def run_content(text: str) -> str:
    """What stands between the first `w:t` of a run and its last: `text`, with \\t and \\n as `w:tab` and `w:br`."""
    body = escape(text)
    if "\t" in body or "\n" in body:
        body = body.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        body = body.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return body


def text_run(text: str, properties: str) -> str:
    """A run of `text`."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{run_content(text)}</w:t></w:r>'


class Links:
    """The external hyperlinks of one part, one relationship for each address."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id(self, address: str) -> str:
        """The relationship id for `address`."""
        return self._ids.setdefault(address, f"rIdLink{len(self._ids) + 1}")

    def relationships(self) -> str:
        """The `Relationship` elements of all addresses used."""
        return "".join(
            f'<Relationship Id="{i}" Type="{_LINK_TYPE}" Target="{escape_attribute(a)}" TargetMode="External"/>'
            for a, i in self._ids.items()
        )


class InlineWriter:
    """Writes inlines as runs and collects the footnotes and links they need.

    `first_note` is the id of the first footnote; notes of the template stand before it.
    """

    def __init__(self, styles: Styles, first_note: int) -> None:
        self.links = Links()
        self.note_links = Links()
        self.notes: list[str] = []
        self._first_note = first_note
        self._link_style = f'<w:rStyle w:val="{styles[roles.HYPERLINK].id}"/>'
        reference = f'<w:rStyle w:val="{styles[roles.FOOTNOTE_REFERENCE].id}"/>'
        self._reference = f"<w:rPr>{reference}</w:rPr>"
        self._note_paragraph = f'<w:p><w:pPr><w:pStyle w:val="{styles[roles.FOOTNOTE_TEXT].id}"/></w:pPr>'

    def runs(self, inlines: Iterable[Inline], extra: str = "", in_note: bool = False) -> str:
        """`inlines` as runs; `extra` is added to the properties of every run."""
        out = []
        for inline in inlines:
            if isinstance(inline, Run):
                if not inline.bold and not inline.italic and not inline.link:  # most runs
                    out.append(text_run(inline.text, f"<w:rPr>{extra}</w:rPr>" if extra else ""))
                else:
                    out.append(self._formatted(inline, extra, in_note))
            elif not in_note:
                out.append(self._footnote(inline, extra))
        return "".join(out)

    def _formatted(self, run: Run, extra: str, in_note: bool) -> str:
        bold = "<w:b/><w:bCs/>" if run.bold else ""
        italic = "<w:i/><w:iCs/>" if run.italic else ""
        for name, on in (("b", run.bold), ("bCs", run.bold), ("i", run.italic), ("iCs", run.italic)):
            if on:
                extra = extra.replace(f'<w:{name} w:val="0"/>', "")
        if not run.link:
            return text_run(run.text, f"<w:rPr>{bold}{italic}{extra}</w:rPr>")
        relation = (self.note_links if in_note else self.links).id(run.link)
        content = text_run(run.text, f"<w:rPr>{self._link_style}{bold}{italic}{extra}</w:rPr>")
        return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'

    def _footnote(self, note: Footnote, extra: str) -> str:
        number = self._first_note + len(self.notes)
        self.notes.append("")  # keeps the order should a note ever hold another
        mark = f'<w:r>{self._reference}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        body = "".join(
            f"{self._note_paragraph}{mark if i == 0 else ''}{self.runs(paragraph.inlines, in_note=True)}</w:p>"
            for i, paragraph in enumerate(note.paragraphs)
        )
        self.notes[number - self._first_note] = f'<w:footnote w:id="{number}">{body}</w:footnote>'
        look = self._reference.replace("</w:rPr>", f"{extra}</w:rPr>")
        return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'
