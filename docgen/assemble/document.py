"""A data file, its unit and its report type put together to a Document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen import model, vn
from docgen.assemble import header
from docgen.assemble.resolve import Resolver
from docgen.assemble.tables import cell_writer, plain_cells, table
from docgen.diagnostics import Diagnostic, Location, error
from docgen.prose import (
    Passage,
    PassageKind,
    Prose,
    SchemeError,
    passages,
    read_cell,
    read_lines,
    read_prose,
    remembered,
    write_blocks,
    write_paragraphs,
)
from docgen.prose.citations import Register
from docgen.schema import AppendixData, DataFile, Facts, FormTable, ReportType, Unit
from docgen.source import Scalar
from docgen.values import Struct


class Assembled(Struct, frozen=True):
    """A document, what was found on the way, and what checks read: `headings` are those of the first
    level as (text, place), `texts` every value of prose with its kind, in reading order."""

    document: model.Document
    faults: tuple[Diagnostic, ...]
    headings: tuple[tuple[str, Location], ...]
    texts: tuple[tuple[Prose | FormTable, PassageKind], ...]
    resolve: Any

    def passages(self) -> Iterator[Passage]:
        """Every paragraph, heading, footnote and cell as printed, with where it was typed."""
        for prose, kind in self.texts:
            if isinstance(prose, FormTable):
                for node in plain_cells(prose):
                    yield from passages(read_cell(node)[0], self.resolve, PassageKind.CELL)
            else:
                yield from passages(prose, self.resolve, kind)


class _Tables:
    """`bang`: the tables of the data by name, for {{ bang.… }} on a line of its own."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def member(self, name: str) -> FormTable | None:
        """The table called `name`; None when the data file leaves it out. KeyError for any other name."""
        table = self._facts.table(name)
        if table is None and not self._facts.lacks_table(name):
            raise KeyError(name)
        return table

    def member_names(self) -> tuple[str, ...]:
        return tuple(path.rpartition(".")[2] for path in self._facts.tables)


def assemble(data: DataFile, unit: Unit, report_type: ReportType) -> Assembled:
    """The document that `data` describes, with every fault of its prose."""
    return _Assembler(data, unit, report_type).result()


class _Assembler:
    def __init__(self, data: DataFile, unit: Unit, report_type: ReportType) -> None:
        self.data, self.unit, self.report_type = data, unit, report_type
        self.faults: list[Diagnostic] = []
        self.texts = texts = list[tuple[Prose | FormTable, PassageKind]]()
        self.register = Register(data.citations)
        scope = {**data.facts.scope, "bang": _Tables(data.facts), "dan": self.register.cite}
        self.resolver = Resolver(scope, data.draft, lambda value: isinstance(value, (FormTable, _Tables)))
        self.resolve = remembered(self.resolver)
        self.write_cell = cell_writer(
            self.resolve, self.faults, lambda prose: texts.append((prose, PassageKind.CELL))
        )
        self.scheme = data.numbering

    def result(self) -> Assembled:
        data, unit = self.data, self.unit
        title = self.lines((data.title,), PassageKind.HEADING)
        prose = self.prose(data.body)
        body = self.blocks(prose, framed=True)
        appendices = self.appendices()
        document = model.Document(
            doc_type=self.report_type.name,
            level=unit.level,
            parent=unit.parent,
            issuer=unit.name,
            number=header.number(data),
            symbol=header.symbol(self.report_type, unit, data),
            date_line=header.date_line(data, unit),
            type_name=self.report_type.type_name,
            title=title,
            addressees=tuple(self.text(node) for node in data.addressees),
            body=body,
            appendices=appendices,
            recipients=tuple(_entry(self.text(node)) for node in data.recipients),
            archive=data.archive.rstrip(". ;"),
            signature=header.signature(data.signer) if data.signer else model.Signature((), ""),
            draft=data.draft,
            fields=tuple(self.fields()),
        )
        headings = (
            tuple(
                (self.printed(block.spans, prose), block.location)
                for block in prose.headings()
                if block.level == 1
            )
            if prose
            else ()
        )
        faults = (*self.faults, *self.resolver.faults)
        return Assembled(document, faults, headings, tuple(self.texts), self.resolve)

    def fields(self) -> Iterator[tuple[str, str | tuple[str, ...]]]:
        """The texts of this document type; a field that may be a list is one."""
        for name, nodes in self.data.fields.items():
            if name == header.DRAFTER:
                continue  # part of the symbol
            field = self.report_type.fields[name]
            texts = tuple(_entry(self.text(node, PassageKind.ITEM)) for node in nodes) or (
                (field.default,) if field.default else ()
            )
            if name == header.COMPETENCE and not texts and self.data.signer:
                yield name, header.competence(self.data.signer, self.unit)
            else:
                yield name, texts if field.kind == "list" else " ".join(texts)

    def printed(self, spans: Any, prose: Prose) -> str:
        """The text a heading prints."""
        from docgen.prose import HeadingNode

        one = Prose((HeadingNode(1, spans, False, Location()),), prose.source)
        return "".join(
            passage.text for passage in passages(one, self.resolve) if passage.kind is PassageKind.HEADING
        )

    def prose(self, node: Scalar | None) -> Prose | None:
        if node is None:
            return None
        prose, found = read_prose(node)
        self.faults.extend(found)
        self.texts.append((prose, PassageKind.PARAGRAPH))
        return prose

    def blocks(self, prose: Prose | None, framed: bool) -> tuple[model.Block, ...]:
        if prose is None:
            return ()
        try:
            return write_blocks(prose, self.resolve, self.scheme, self.table, framed)
        except SchemeError as fault:
            self.faults.append(error("danh-so", str(fault), self.data.place("danh_so")))
            return write_blocks(prose, self.resolve, (), self.table, framed)

    def table(self, expression: str, place: Location) -> model.Table | None:
        """The table {{ bang.… }} stands for; the cells its clerk typed are read as prose."""
        rows = self.resolver.value(expression, place)
        if rows is None:
            return None
        if not isinstance(rows, FormTable):
            hint = "Viết {{ bang.tên_biểu }}, với tên biểu ghi dưới so_lieu"
            self.faults.append(
                error("bieu-khong-phai", f"“{expression.strip()}” không phải một biểu", place, hint=hint)
            )
            return None
        self.texts.append((rows, PassageKind.CELL))
        return table(rows, self.write_cell)

    def lines(self, nodes: tuple[Scalar, ...], kind: PassageKind) -> tuple[tuple[model.Inline, ...], ...]:
        out: list[tuple[model.Inline, ...]] = []
        for node in nodes:
            prose, found = read_lines(node)
            self.faults.extend(found)
            self.texts.append((prose, kind))
            out.extend(write_paragraphs(prose, self.resolve))
        return tuple(out)

    def text(self, node: Scalar, kind: PassageKind = PassageKind.PARAGRAPH) -> str:
        """One line of plain text, figures filled in; a footnote has no place there and is a fault."""
        lines = self.lines((node,), kind)
        if any(isinstance(inline, model.Footnote) for line in lines for inline in line):
            message = "chú thích không in được ở chỗ này"
            hint = "Chuyển chú thích vào nội dung, trích yếu hoặc tiêu đề phụ lục"
            self.faults.append(error("chu-thich-sai-cho", message, node.location, hint=hint))
        return " ".join("".join(i.text for i in line if isinstance(i, model.Run)) for line in lines)

    def appendices(self) -> tuple[model.Appendix, ...]:
        several = len(self.data.appendices) > 1
        return tuple(
            self.appendix(entry, n if several else 0) for n, entry in enumerate(self.data.appendices, 1)
        )

    def appendix(self, entry: AppendixData, number: int) -> model.Appendix:
        """One appendix; `number` is its place among several, 0 when it is the only one (mục III.1.a)."""
        label = (
            self.text(entry.label) if entry.label else f"Phụ lục {vn.la_ma(number)}" if number else "Phụ lục"
        )
        attached = ""
        if isinstance(entry.attached, Scalar):
            attached = self.text(entry.attached).strip("() ")
        elif entry.attached:
            attached = header.attached_to(self.data, self.report_type, self.unit)
        return model.Appendix(
            label=label,
            title=self.lines((entry.title,), PassageKind.HEADING),
            notes=self.lines(entry.notes, PassageKind.PARAGRAPH),
            attached_to=attached,
            blocks=self.blocks(self.prose(entry.body), framed=False),
            landscape=entry.landscape,
        )


def _entry(text: str) -> str:
    """A line of a list without the dash and end mark a clerk may have typed; templates print them."""
    return text.strip().removeprefix("-").strip().rstrip(";.").strip()


__all__ = ["Assembled", "assemble"]
