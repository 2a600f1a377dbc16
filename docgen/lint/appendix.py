"""Rules on phụ lục (Mục III.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject
from docgen.lint.look import faults, look
from docgen.view.components import Appendix
from docgen.view.model import Paragraph, paragraphs

_LABEL = re.compile(
    r"^phụ\s+lục\s*(?P<n>(?:số\s*)?[\dIVXLC]*[a-zđ]?)\s*(?P<mark>[.:–-]?)\s*(?P<rest>.*)$", re.IGNORECASE
)


def _number(appendix: Appendix) -> str:
    found = _LABEL.match(appendix.label.text)
    return found.group("n").lower().removeprefix("số").strip().lstrip("0") if found else ""


def _own(subject: Subject) -> tuple[Appendix, ...]:
    """The appendices that belong to the document's own series (none numbered, or I, II … or 1, 2 … from
    the first). Others ("Phụ lục VIb") are forms that another body numbered and laid out."""
    appendices = subject.parts.appendices
    numbers = [_number(appendix) for appendix in appendices]
    series = (
        [_roman(n).lower() for n in range(1, len(numbers) + 1)],
        [str(n + 1) for n in range(len(numbers))],
    )
    return appendices if numbers in series or not any(numbers) else ()


def mention(subject: Subject) -> Iterator[Finding]:
    appendices = _own(subject)
    if not appendices:
        return
    notes = [p for note in subject.view.notes for p in paragraphs(note.blocks)]
    body = [*paragraphs(subject.parts.body_blocks), *notes]
    text = " ".join(p.text for p in body).lower()
    # "(kèm theo biểu)", "theo phụ lục", "biểu mẫu kèm theo" all point to an appendix.
    if not re.search(r"phụ lục|kèm theo|đính kèm|\bbiểu\b|bảng tổng hợp", text):
        yield Finding(
            "nội dung văn bản không nhắc đến phụ lục",
            appendices[0].label,
            "Chỉ dẫn về phụ lục trong nội dung, ví dụ “(Phụ lục kèm theo)”",
        )


def label(subject: Subject) -> Iterator[Finding]:
    appendices = subject.parts.appendices
    for order, appendix in enumerate(appendices):
        piece, found = appendix.label, []
        match = _LABEL.match(piece.text)
        number, mark = (match.group("n"), match.group("mark")) if match else ("", "")
        if "PHỤ LỤC" in piece.shown:
            found.append("viết in hoa (quy định “Phụ lục”)")
        if re.search(r"\d", number):
            found.append(f"số thứ tự “{number}” (quy định chữ số La Mã)")
        elif number.lower().startswith("số"):
            found.append("thừa chữ “số”")
        if match and match.group("rest"):
            found.append("tên phụ lục nằm cùng dòng (quy định dòng riêng)")
        elif mark:
            found.append(f"thừa dấu “{mark}”")
        if not number and len(_own(subject)) > 1:
            found.append("có nhiều phụ lục nhưng chưa đánh số La Mã")
        found += faults(piece, subject.limits.phu_luc, bold=True, italic=False, center=True)
        if found:
            yield Finding(
                f"“{piece.text}”: {', '.join(found)}",
                piece,
                f"Ghi “Phụ lục{' ' + _roman(order + 1) if len(appendices) > 1 else ''}”, cỡ 14, "
                f"đứng, đậm, canh giữa",
            )


def _roman(value: int) -> str:
    from docgen.vn import la_ma

    return la_ma(value)


def title(subject: Subject) -> Iterator[Finding]:
    for appendix in subject.parts.appendices:
        match = _LABEL.match(appendix.label.text)
        if match and match.group("rest"):
            continue  # PL-02 has said that the title shares the line
        if not appendix.title:
            yield Finding(f"“{appendix.label.text}” thiếu tên phụ lục", appendix.label)
            continue
        # Only the first line surely belongs to the title; period and unit lines may follow.
        yield from look(
            "tên phụ lục",
            appendix.title[:1],
            size=subject.limits.phu_luc_tieu_de,
            bold=True,
            italic=False,
            caps=True,
            center=True,
            underline=False,
        )


def reference(subject: Subject) -> Iterator[Finding]:
    own = _own(subject)
    for appendix in subject.parts.appendices:
        piece = appendix.reference
        if piece is None:
            if appendix in own and not _later_reference(subject, appendix):
                yield Finding(
                    f"“{appendix.label.text}” thiếu dòng “(Kèm theo …)”",
                    appendix.label,
                    "Ghi “(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm … của …)” dưới tên phụ lục",
                )
            continue
        found = []
        text = _whole(piece.paragraph)
        if not text.startswith("("):
            found.append("thiếu ngoặc đơn")
        elif not re.match(r"^\((Ban hành k|K)èm theo", text):
            found.append(f"bắt đầu bằng “{text[:12]}” (quy định “(Kèm theo”)")
        found += faults(piece, subject.limits.phu_luc_tieu_de, bold=False, italic=True, center=True)
        if found:
            yield Finding(f"dòng kèm theo của “{appendix.label.text}”: {', '.join(found)}", piece)


def _whole(paragraph: Paragraph) -> str:
    return " ".join(paragraph.full_text.split())


def _later_reference(subject: Subject, appendix) -> bool:
    """Whether a "(Kèm theo …)" stands further down the appendix, or in a box beside the title."""
    blocks = subject.view.blocks[appendix.block : appendix.end_block]
    return any(
        re.search(r"kèm theo", p.text, re.IGNORECASE) for p in list(paragraphs(blocks, boxes=True))[:15]
    )


_III1 = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1"

RULES = (
    Rule("PL-01", E, "Chỉ dẫn về phụ lục", "nội dung phải nhắc đến phụ lục", _III1, mention),
    Rule(
        "PL-02",
        E,
        "Chữ “Phụ lục”",
        "“Phụ lục I” (một phụ lục thì không đánh số), cỡ 14, đứng, đậm, canh giữa",
        _III1,
        label,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
    Rule(
        "PL-03",
        E,
        "Tên phụ lục",
        "in hoa, cỡ 13-14, đứng, đậm, canh giữa",
        _III1,
        title,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
    Rule(
        "PL-04",
        E,
        "Dòng kèm theo",
        "“(Kèm theo …)”, nghiêng, cỡ 13-14, canh giữa",
        _III1,
        reference,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
)
