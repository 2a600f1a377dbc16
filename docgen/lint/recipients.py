"""Rules on Nơi nhận (Mục II.9b)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.lint.look import faults, look
from docgen.view.components import Piece

_EXEMPT = ("BIÊN BẢN", "THƯ CÔNG", "HỢP ĐỒNG", "GIẤY NGHỈ PHÉP", "GIẤY GIỚI THIỆU", "QUY CHẾ", "QUY ĐỊNH")
_ARCHIVE = re.compile(r"^\W*lưu\b", re.IGNORECASE)


def label(subject: Subject) -> Iterator[Finding]:
    foot = subject.parts.foot
    if foot.noi_nhan is None:
        if foot.titles and subject.parts.title.loai not in _EXEMPT:
            yield Finding("thiếu “Nơi nhận:”", foot.titles[0])
        return
    piece = foot.noi_nhan
    found = []
    if not re.match(r"^Nơi nhận:", piece.text):
        found.append(f"ghi “{piece.text[:20]}” (quy định “Nơi nhận:”)")
    found += faults(piece, subject.limits.noi_nhan, bold=True, italic=True, underline=False)
    if found:
        yield Finding(f"“Nơi nhận:”: {', '.join(found)}", piece, "Ghi “Nơi nhận:” cỡ 12, nghiêng, đậm")
    if piece.share("underline") > 0.5:
        yield Finding("“Nơi nhận:” gạch chân", piece, severity=W)


def _split(foot) -> tuple[tuple[Piece, ...], Piece | None]:
    """The recipients and the Lưu line."""
    if foot.items and _ARCHIVE.match(foot.items[-1].text):
        return foot.items[:-1], foot.items[-1]
    return foot.items, None


def items(subject: Subject) -> Iterator[Finding]:
    foot = subject.parts.foot
    yield from look("nơi nhận", foot.items, size=subject.limits.noi_nhan_muc, bold=False, italic=False)
    recipients, archive = _split(foot)
    for index, piece in enumerate(recipients):
        if piece.text.startswith(("-", "–", "+", "•", "*")) and not piece.text.startswith("- "):
            wrong = "–" if piece.text[0] in "–—" else piece.text[0] if piece.text[0] != "-" else ""
            message = f"đầu dòng ghi “{wrong}”" if wrong else "thiếu dấu cách sau gạch đầu dòng"
            yield Finding(f"nơi nhận “{piece.text[:25]}”: {message}, quy định “- ”", piece)
        last = index == len(recipients) - 1 and archive is None
        follows = recipients[index + 1] if index + 1 < len(recipients) else None
        goes_on = follows is not None and not follows.text.startswith(("-", "–", "+", "•", "*"))
        if not last and not goes_on and not piece.text.endswith(";"):
            yield Finding(f"nơi nhận “{_short(piece)}” chưa kết thúc bằng dấu “;”", piece)


def _short(piece: Piece) -> str:
    return piece.text if len(piece.text) < 30 else piece.text[:28] + "…"


def first_item(subject: Subject) -> Iterator[Finding]:
    foot, title = subject.parts.foot, subject.parts.title
    recipients, _ = _split(foot)
    if not recipients:
        return
    same = re.match(r"^\W*như\s+(trên|kính gửi)", recipients[0].text, re.IGNORECASE) is not None
    addressed = title.kinh_gui is not None
    if addressed and not same:
        yield Finding("có “Kính gửi” nhưng nơi nhận đầu tiên chưa ghi “- Như trên;”", recipients[0])
    elif (
        not addressed
        and any(re.match(r"^\W*như trên\b", p.text, re.IGNORECASE) for p in recipients[:1])
        and not any("kính gửi" in p.text.lower() for p in subject.view.paragraphs[:80])
        and title.loai not in ("GIẤY MỜI", "CÔNG ĐIỆN", "PHIẾU CHUYỂN", "PHIẾU GỬI")
    ):
        yield Finding("ghi “Như trên” nhưng văn bản không có “Kính gửi”", recipients[0])
    articles = any(re.match(r"^Điều \d+\.", p.full_text) for p in subject.body_text)
    if (
        title.loai in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
        and articles
        and not any(re.match(r"^\W*như (điều|trên)", p.text, re.IGNORECASE) for p in recipients)
    ):
        yield Finding(f"nơi nhận của {title.loai.lower()} chưa có “- Như Điều …;”", recipients[0], severity=W)


def archive_line(subject: Subject) -> Iterator[Finding]:
    foot = subject.parts.foot
    recipients, piece = _split(foot)
    if piece is None:
        if recipients and subject.parts.title.loai not in _EXEMPT:
            yield Finding(
                "Nơi nhận thiếu dòng “- Lưu: VT, …”",
                recipients[-1],
                "Thêm dòng cuối “- Lưu: VT, <đơn vị soạn thảo>.”",
            )
        return
    text, found = piece.text, []
    if not re.match(r"^- Lưu\b", text):
        found.append("chưa bắt đầu bằng “- Lưu”")
    if not re.match(r"^\W*Lưu\s*:", text, re.IGNORECASE):
        found.append("thiếu dấu hai chấm sau “Lưu”")
    elif re.match(r"^\W*Lưu\s+:", text, re.IGNORECASE):
        found.append("thừa dấu cách trước dấu hai chấm")
    if not text.endswith("."):
        found.append(f"kết thúc bằng “{text[-1]}”" if text[-1] in ";,:" else "thiếu dấu chấm cuối")
    if found:
        yield Finding(f"dòng lưu “{_short(piece)}”: {', '.join(found)}", piece, "Ghi dạng “- Lưu: VT, CCHC.”")
    elif not re.match(r"^- Lưu: VT\b", text):
        yield Finding(f"dòng lưu “{_short(piece)}” chưa ghi “VT” (văn thư) ở đầu", piece, severity=W)


_II9 = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9"

RULES = (
    Rule(
        "NN-01",
        E,
        "Nơi nhận",
        "“Nơi nhận:”, cỡ 12, nghiêng, đậm, không gạch chân",
        _II9,
        label,
        "cỡ chữ, kiểu chữ",
    ),
    Rule(
        "NN-02",
        E,
        "Danh sách nơi nhận",
        "“- …;”, cỡ 11, đứng, không đậm",
        _II9,
        items,
        "cỡ chữ, kiểu chữ, dấu câu",
    ),
    Rule("NN-03", E, "Dòng đầu nơi nhận", "có Kính gửi thì “- Như trên;”", _II9, first_item),
    Rule(
        "NN-04", E, "Dòng lưu", "“- Lưu: VT, <đơn vị soạn thảo>.”, dòng cuối", _II9, archive_line, "dấu câu"
    ),
)
