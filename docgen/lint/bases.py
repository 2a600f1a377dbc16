"""Rules on căn cứ ban hành and the line of thẩm quyền ban hành (Mục II.6a, mẫu 1.1-1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, I, Rule, Subject, W
from docgen.lint.limits import SIZE_TOLERANCE_PT
from docgen.lint.look import inside, number, paragraph_share, span
from docgen.view.components.text import letters, squeeze
from docgen.view.model import Paragraph

_START = re.compile(r"^(Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình)\b")
_DECIDES = ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
_NUMBERED = re.compile(
    r"\b(Nghị định|Nghị quyết|Quyết định|Thông tư|Kế hoạch|Công văn|Chỉ thị)\s+(liên "
    r"tịch\s+)?số\s*:?\s*\d+\S*"
)
_DATED = re.compile(r"\bngày\b|\d{1,2}[/-]\d{1,2}[/-]\d{4}")


def block(subject: Subject) -> tuple[Paragraph, ...]:
    """The căn cứ at the beginning of the text. Outside quyết định and nghị quyết a single paragraph
    that begins with "Căn cứ" is prose."""
    found: list[Paragraph] = []
    for paragraph in subject.body_text:
        text = squeeze(paragraph.full_text)
        if (_START.match(text) and not text.endswith(":")) or (
            found
            and text.startswith(("Thực hiện ", "Trên cơ sở "))
            and text.endswith((";", "."))
            and len(text) < 400
        ):
            found.append(paragraph)
        elif found or not letters(text).endswith(("uybannhandan", "hội đồng nhân dân")):
            break
    enough = len(found) >= 2 or (found and subject.parts.title.loai in _DECIDES)
    return tuple(found) if enough else ()


def form(subject: Subject) -> Iterator[Finding]:
    paragraphs = block(subject)
    if not paragraphs:
        return
    upright = tuple(p for p in paragraphs if paragraph_share(p, "italic") <= 0.5)
    if upright:
        yield Finding("căn cứ chưa in nghiêng", upright)
    bold = tuple(p for p in paragraphs if paragraph_share(p, "bold") > 0.5)
    if bold:
        yield Finding("căn cứ in đậm", bold)
    sizes = tuple(
        p
        for p in paragraphs
        if any(
            not inside(r.format.size_pt, subject.limits.loi_van, SIZE_TOLERANCE_PT)
            for r in p.runs
            if r.text.strip()
        )
    )
    if sizes:
        value = next(r.format.size_pt for r in sizes[0].runs if r.text.strip())
        yield Finding(f"căn cứ cỡ chữ {number(value)}, quy định {span(subject.limits.loi_van)}", sizes)
    joined = tuple(p for p in paragraphs if "\n" in p.text.strip() or re.search(r";\s+Căn cứ\b", p.text))
    if joined:
        yield Finding("nhiều căn cứ trong một đoạn", joined, "Ghi mỗi căn cứ một dòng riêng")
    ends = tuple(p for p in paragraphs[:-1] if not p.text.rstrip().endswith(";"))
    if ends:
        yield Finding("căn cứ chưa kết thúc bằng dấu “;”", ends)
    if not paragraphs[-1].text.rstrip().endswith("."):
        mark = paragraphs[-1].text.rstrip()[-1:]
        yield Finding(f"căn cứ cuối cùng kết thúc bằng “{mark}”, quy định dấu chấm", paragraphs[-1])


def content(subject: Subject) -> Iterator[Finding]:
    for paragraph in block(subject):
        text = squeeze(paragraph.full_text)
        if re.match(r"^Căn cứ (Bộ luật|Luật|Pháp lệnh)\b[^;]*\bsố\s+\d+", text):
            yield Finding("căn cứ luật, pháp lệnh không ghi số, ký hiệu", paragraph, severity=I)
        elif _NUMBERED.search(text) and not _DATED.search(text):
            yield Finding(
                "căn cứ thiếu ngày tháng năm ban hành",
                paragraph,
                "Ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm, trích yếu",
            )


def authority(subject: Subject) -> Iterator[Finding]:
    title = subject.parts.title
    if title.loai not in _DECIDES or not block(subject):
        return
    if not title.tham_quyen:
        yield Finding(
            f"{title.loai.lower()} thiếu dòng thẩm quyền ban hành",
            title.ten_loai,
            "Ghi chức vụ người đứng đầu hoặc tên cơ quan ban hành, in hoa, đậm, canh giữa",
        )
        return
    line = squeeze(" ".join(p.shown for p in title.tham_quyen)).upper()
    signed = subject.parts.foot.titles[0].shown.upper() if subject.parts.foot.titles else ""
    collective = re.match(r"^(ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN |THƯỜNG TRỰC)", line) is not None
    council = "HỘI ĐỒNG NHÂN DÂN" in line  # its resolutions are signed by the chairman without TM.
    if signed and not council and collective != signed.startswith("TM"):
        words = "tập thể phải ký “TM.”" if collective else "cá nhân không ký “TM.”"
        yield Finding(
            f"thẩm quyền ban hành là “{line}” nhưng ký “{signed}”: thẩm quyền {words}", title.tham_quyen[0]
        )


def decision_line(subject: Subject) -> Iterator[Finding]:
    title = subject.parts.title
    if title.loai not in _DECIDES or not block(subject):
        return
    wanted = "QUYẾT ĐỊNH:" if title.loai == "QUYẾT ĐỊNH" else "QUYẾT NGHỊ:"
    lines = [p for p in subject.body_text if letters(p.text) == letters(wanted)]
    if not lines:
        if any(re.match(r"^Điều 1\b", p.full_text) for p in subject.body_text):
            yield Finding(f"thiếu dòng “{wanted}” sau các căn cứ", block(subject)[-1])
        return
    if (
        squeeze(lines[0].text).upper() != wanted
        or paragraph_share(lines[0], "bold") <= 0.5
        or lines[0].format.alignment != "center"
    ):
        yield Finding(
            f"dòng “{squeeze(lines[0].text)}”: quy định “{wanted}” in hoa, đậm, canh giữa", lines[0]
        )


_II6 = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6"
_III = "NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1, 1.2"

RULES = (
    Rule(
        "CC-01",
        E,
        "Căn cứ ban hành",
        "mỗi căn cứ một dòng, cỡ 13-14, nghiêng, cuối dòng “;”, dòng cuối “.”",
        _II6,
        form,
        "kiểu chữ, dấu cuối dòng",
    ),
    Rule(
        "CC-02",
        E,
        "Nội dung căn cứ",
        "tên loại, số, ký hiệu, cơ quan, ngày tháng năm, trích yếu",
        _II6,
        content,
    ),
    Rule("TQ-01", W, "Thẩm quyền ban hành", "chức vụ hoặc tên cơ quan, khớp với chữ ký", _III, authority),
    Rule("TQ-02", W, "Dòng QUYẾT ĐỊNH:", "in hoa, đậm, canh giữa, có dấu hai chấm", _III, decision_line),
)
