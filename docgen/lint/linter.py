"""Applies the rules to a document."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from docgen.diagnostics import Diagnostic, Location, Severity
from docgen.lint.core import Subject, diagnose
from docgen.lint.options import Options
from docgen.lint.rules import RULES
from docgen.view import DocView, read
from docgen.view.components import Components, recognise

_REGIMES = {
    "dang": "văn bản của Đảng (Hướng dẫn 05-HD/VPTW)",
    "vbqppl": "văn bản quy phạm pháp luật (Nghị định 78/2025/NĐ-CP)",
    "doan-the": "văn bản của tổ chức đoàn thể",
    "chuyen-nganh": "hợp đồng, văn bản chuyên ngành",
    "khac": "tài liệu không nhận ra là văn bản hành chính",
}
_DATE = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"tháng\D{0,12}?(?P<m>\d{1,2})?\D{0,12}?năm\s*(?P<y>(?:19|20)\d\d)", re.IGNORECASE)


def lint(source: str | Path | bytes, options: Options | None = None) -> list[Diagnostic]:
    """The findings about a Word file given by path or bytes, in document order within each rule. A
    document of another regime gives one remark (code `RG-00`) and nothing else. Raises UnreadableError
    when the file is no .docx."""
    return lint_view(read(source), options)


def lint_view(view: DocView, options: Options | None = None) -> list[Diagnostic]:
    """The findings about a document already read."""
    options = options or Options()
    parts = recognise(view)
    if parts.regime != "nd30":
        message = f"Không áp dụng Nghị định 30: {_REGIMES[parts.regime]}"
        return [Diagnostic("RG-00", Severity.INFO, message, Location(view.path))]
    subject = subject_of(view, parts, options)
    waived = {w.rule for w in options.waivers}
    return [
        diagnose(rule, finding, view.path)
        for rule in RULES
        if options.wants(rule.code) and rule.code not in waived
        for finding in rule.check(subject)
    ]


def subject_of(view: DocView, parts: Components, options: Options) -> Subject:
    """The document with the day its rules hold for: the one asked for, its own, or today."""
    date = document_date(parts)
    as_of = options.as_of or date or _earliest(parts) or datetime.date.today()
    return Subject(view, parts, options.limits, date, as_of)


def _earliest(parts: Components) -> datetime.date | None:
    """The first day a draft with a blank day may be issued on: what its year or month rules out is not
    held against it."""
    piece = parts.head.dia_danh_ngay
    found = _YEAR.search(piece.text) if piece is not None else None
    if found is None:
        return None
    month = int(found.group("m") or 1)
    return datetime.date(int(found.group("y")), month if 1 <= month <= 12 else 1, 1)


def document_date(parts: Components) -> datetime.date | None:
    """The day of issue, None where it is blank or impossible."""
    piece = parts.head.dia_danh_ngay
    found = _DATE.search(piece.text) if piece is not None else None
    if found is None:
        return None
    day, month, year = (int(g) for g in found.groups())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
