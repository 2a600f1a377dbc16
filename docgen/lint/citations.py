"""Rules on viện dẫn (Mục II.6b) and on numbers and dates in the text. In running prose all of these are
warnings: only the writer knows what a sentence means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.bases import block
from docgen.lint.cited import Citation
from docgen.lint.core import Finding, I, Rule, Subject, W


def first_citation(subject: Subject) -> Iterator[Finding]:
    seen: set[str] = set()
    missing: list[Citation] = []
    bare: list[Citation] = []
    years: list[Citation] = []
    bases = {id(p) for p in block(subject)}  # CC-02 asks more of these
    for cited in subject.prose.citations:
        if not cited.numbered:
            bare.append(cited)
        stated = re.search(r"/((?:19|20)\d\d)/", cited.number)
        if stated and cited.year is not None and int(stated.group(1)) != cited.year:
            years.append(cited)
        if (
            cited.number not in seen
            and not cited.date
            and not cited.listed
            and id(cited.paragraph) not in bases
        ):
            missing.append(cited)
        seen.add(cited.number)
    for found, words in (
        (bare, "thiếu chữ “số”"),
        (missing, "viện dẫn lần đầu thiếu ngày tháng năm ban hành"),
        (years, "năm trong số, ký hiệu khác năm ban hành"),
    ):
        if found:
            yield Finding(
                f"viện dẫn “{found[0].text}”: {words}",
                tuple(c.paragraph for c in found),
                "Ghi đủ tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu",
            )


def later_citation(subject: Subject) -> Iterator[Finding]:
    seen: set[str] = set()
    again = []
    for cited in subject.prose.citations:
        if cited.number in seen and cited.date == "long":
            again.append(cited)
        if cited.date:
            seen.add(cited.number)
    if again:
        yield Finding(
            f"viện dẫn lại “{again[0].text}” vẫn ghi đủ ngày tháng",
            tuple(c.paragraph for c in again),
            "Các lần sau chỉ ghi tên loại và số, ký hiệu",
        )


def date_styles(subject: Subject) -> Iterator[Finding]:
    cited = subject.prose.citations
    short = tuple(c.paragraph for c in cited if c.date == "short")
    if short and any(c.date == "long" for c in cited):
        yield Finding("viện dẫn lẫn hai cách ghi ngày (dd/mm/yyyy và ngày … tháng … năm …)", short)


_ENGLISH = re.compile(r"(?<![\d/.,-])\d{1,3},\d{3}(?:(?:,\d{3})*\.\d+(?![\d/])|(?:,\d{3})+(?![\d.,/]))")
_QUARTER = re.compile(r"\b[Qq]uý [1-4](?=\s*(?:/|,|năm)\s*\d{4})")


def _written(pattern: re.Pattern[str], words: str, hint: str):
    def check(subject: Subject) -> Iterator[Finding]:
        found = subject.prose.find(pattern)
        if found:
            yield Finding(
                f"“{found[0][1].group()}” {words}", tuple(line.paragraph for line, _ in found), hint
            )

    return check


english_numbers = _written(
    _ENGLISH, "ghi theo kiểu tiếng Anh", "Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân: 1.250,5"
)
quarters = _written(_QUARTER, "ghi bằng chữ số Ả Rập, thường ghi số La Mã", "Ghi quý I, II, III, IV")


_II6 = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6"

RULES = (
    Rule(
        "VD-01",
        W,
        "Viện dẫn lần đầu",
        "tên loại, số, ký hiệu, ngày tháng năm, cơ quan, trích yếu",
        _II6,
        first_citation,
    ),
    Rule("VD-02", I, "Viện dẫn các lần sau", "tên loại, số, ký hiệu", _II6, later_citation),
    Rule("SO-02", W, "Cách ghi ngày tháng", "thống nhất, lần đầu ghi đủ", _II6, date_styles),
    Rule(
        "SO-04", W, "Cách ghi số", "1.250,5", "Thông lệ; Luật Kế toán 88/2015/QH13, Điều 11", english_numbers
    ),
    Rule("SO-05", I, "Cách ghi quý", "quý I, II, III, IV", "Thông lệ trình bày", quarters),
)
