"""Rules on tên loại, trích yếu and Kính gửi (Mục II.5, II.9a)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.lint.look import look, number
from docgen.lint.rulers import ruler
from docgen.view.components import Piece
from docgen.view.components.text import letters
from docgen.view.components.types import TYPES

_UNTITLED = (
    "GIẤY MỜI",
    "GIẤY GIỚI THIỆU",
    "GIẤY NGHỈ PHÉP",
    "PHIẾU GỬI",
    "PHIẾU CHUYỂN",
    "PHIẾU BÁO",
    "GIẤY ỦY QUYỀN",
    "THƯ CÔNG",
    "CÔNG ĐIỆN",
    "BIÊN BẢN",
)
_NOT_ADDRESSED = (
    "QUYẾT ĐỊNH",
    "NGHỊ QUYẾT",
    "CHỈ THỊ",
    "KẾ HOẠCH",
    "CHƯƠNG TRÌNH",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "HƯỚNG DẪN",
    "PHƯƠNG ÁN",
    "BIÊN BẢN",
)
_UPWARD = re.compile(r"\(\s*(để\s+)?(báo cáo|b/c|b\.c)\s*\)|\bbáo cáo\b.{0,12}\)", re.IGNORECASE)


def type_line(subject: Subject) -> Iterator[Finding]:
    title = subject.parts.title
    if title.ten_loai is None:
        yield from _missing_type(subject)
        return
    if title.merged:
        yield Finding(
            f"tên loại “{title.loai}” và trích yếu nằm chung một dòng",
            title.ten_loai,
            "Ghi tên loại trên một dòng riêng, trích yếu ở dòng dưới",
            W,
        )
        return
    yield from look(
        "tên loại văn bản",
        (title.ten_loai,),
        size=subject.limits.ten_loai,
        bold=True,
        italic=False,
        caps=True,
        center=True,
    )


def _missing_type(subject: Subject) -> Iterator[Finding]:
    head = subject.parts.head
    if head.so_ky_hieu is None or head.trich_yeu_cong_van or subject.parts.title.kinh_gui is not None:
        return
    code = re.search(r"/\s*([A-ZĐ][A-Za-zĐđ]*)\s*-", head.so_ky_hieu.text)
    names = {code: name for name, code in TYPES.items() if code}
    if code is None or code.group(1) not in names:
        return
    name = names[code.group(1)]
    if not any(letters(name) in letters(p.text) for p in subject.view.paragraphs[:60]):
        yield Finding(f"thiếu tên loại “{name}”", head.so_ky_hieu)


def subject_lines(subject: Subject) -> Iterator[Finding]:
    title = subject.parts.title
    if title.ten_loai is None or title.merged:
        return
    if not title.trich_yeu:
        if title.loai not in _UNTITLED and (title.kinh_gui is not None or title.tham_quyen):
            yield Finding("thiếu trích yếu nội dung dưới tên loại", title.ten_loai)
        return
    yield from look(
        "trích yếu",
        title.trich_yeu,
        size=subject.limits.trich_yeu,
        bold=True,
        italic=False,
        caps=False,
        center=True,
        underline=False,
    )
    first, last = title.trich_yeu[0], title.trich_yeu[-1]
    if re.match(r"^v\s*/\s*v\b", first.text, re.IGNORECASE):
        yield Finding("trích yếu của văn bản có tên loại không bắt đầu bằng “V/v”", first, "Bỏ “V/v”")
    if re.search(r"[^.]\.$", last.text) and not last.text.endswith(("v.v.", "TP.")):
        yield Finding("trích yếu không kết thúc bằng dấu chấm", last, "Bỏ dấu chấm cuối", W)


def subject_line(subject: Subject) -> Iterator[Finding]:
    title = subject.parts.title
    if title.trich_yeu and not title.merged and title.trich_yeu[-1].whole:
        yield from ruler(
            subject,
            "trích yếu",
            title.trich_yeu[-1],
            subject.limits.ke_ngan,
            "từ 1/3 đến 1/2 độ dài dòng chữ",
        )


def letter_subject(subject: Subject) -> Iterator[Finding]:
    pieces = subject.parts.head.trich_yeu_cong_van
    if not pieces:
        return
    if not subject.parts.is_cong_van:
        # A named document keeps its subject under the type; "V/v" under the number belongs to a công văn.
        yield Finding(
            f"văn bản có tên loại không ghi “{pieces[0].text[:20]}…” dưới số, ký hiệu", pieces[0], severity=W
        )
        return
    yield from look(
        "trích yếu công văn", pieces, size=subject.limits.trich_yeu_cong_van, bold=False, italic=False
    )
    prefix = re.match(r"^(v\s*[/.\\]\s*v\s*[:.]?|vv\b[:.]?|về việc|trích yếu)", pieces[0].text, re.IGNORECASE)
    if prefix and prefix.group(1).strip() != "V/v":
        yield Finding(
            f"trích yếu công văn bắt đầu bằng “{prefix.group(1).strip()}”, quy định “V/v”",
            pieces[0],
            severity=W,
        )
    yield from _gap(subject, pieces[0])


def _gap(subject: Subject, first: Piece) -> Iterator[Finding]:
    number_piece = subject.parts.head.so_ky_hieu
    if number_piece is None or first.box != number_piece.box or not first.box:
        return
    above, own = number_piece.paragraph, first.paragraph
    if above is own:
        gap = 0.0
    elif own.index == above.index + 1:
        gap = above.format.after_pt + own.format.before_pt
    else:
        return  # something stands between; its height is not known
    if abs(gap - 6) > 1:
        yield Finding(f"trích yếu công văn cách số, ký hiệu {number(gap)} pt, quy định 6 pt", first)


def addressee_needed(subject: Subject) -> Iterator[Finding]:
    title, head = subject.parts.title, subject.parts.head
    if title.kinh_gui is not None:
        if title.loai in _NOT_ADDRESSED:
            yield Finding(f"{title.loai} không có phần “Kính gửi”", title.kinh_gui, severity=W)
        return
    place = title.ten_loai or (head.trich_yeu_cong_van or (None,))[0]
    if any("kính gửi" in p.text.lower() for p in subject.view.paragraphs[:80]):
        return
    if subject.parts.is_cong_van:
        yield Finding("công văn thiếu “Kính gửi:”", place)
    elif title.loai == "TỜ TRÌNH":
        yield Finding("tờ trình thiếu “Kính gửi:”", place)
    elif title.loai == "BÁO CÁO" and any(_UPWARD.search(item.text) for item in subject.parts.foot.items):
        yield Finding(
            "báo cáo gửi cấp trên thiếu “Kính gửi:”",
            place,
            "Ghi “Kính gửi: <cơ quan nhận báo cáo>” và “- Như trên;” ở Nơi nhận",
        )


def addressee(subject: Subject) -> Iterator[Finding]:
    piece = subject.parts.title.kinh_gui
    if piece is None:
        return
    if not re.match(r"^Kính gửi:", piece.text):
        yield Finding(f"ghi “{piece.text[:30]}”, quy định “Kính gửi:”", piece)
    yield from look("Kính gửi", (piece,), size=subject.limits.kinh_gui, bold=False, italic=False, caps=False)


def addressees(subject: Subject) -> Iterator[Finding]:
    title = subject.parts.title
    if title.kinh_gui is None:
        return
    rest = title.kinh_gui.text.split(":", 1)[1].strip() if ":" in title.kinh_gui.text else ""
    items = [p for p in title.kinh_gui_items if p.text.startswith(("-", "–", "+"))]
    if not items or (len(items) == 1 and not rest):
        if re.search(r";\s*\S", rest):
            yield Finding(
                "nhiều nơi nhận ghi chung một dòng “Kính gửi”",
                title.kinh_gui,
                "Ghi mỗi nơi nhận một dòng, bắt đầu bằng “- ”, cuối dòng “;”, dòng cuối “.”",
            )
        return
    found = []
    if rest:
        found.append(("nơi nhận đầu tiên ghi trên dòng “Kính gửi:”", title.kinh_gui))
    for item in items:
        if not item.text.startswith("- "):
            found.append((f"“{item.text[:25]}” chưa bắt đầu bằng “- ”", item))
    for item in items[:-1]:
        if not item.text.endswith(";"):
            found.append((f"“{_end(item)}” chưa kết thúc bằng dấu “;”", item))
    if not items[-1].text.endswith("."):
        found.append((f"dòng cuối “{_end(items[-1])}” chưa kết thúc bằng dấu chấm", items[-1]))
    for message, place in found:
        yield Finding(f"Kính gửi: {message}", place)


def _end(piece: Piece) -> str:
    return "…" + piece.text[-22:] if len(piece.text) > 23 else piece.text


_II = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản "

RULES = (
    Rule(
        "TL-01",
        E,
        "Tên loại văn bản",
        "in hoa, cỡ 13-14, đứng, đậm, canh giữa, dòng riêng",
        _II + "5",
        type_line,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
    Rule(
        "TY-01",
        E,
        "Trích yếu",
        "chữ thường, cỡ 13-14, đứng, đậm, canh giữa, không “V/v”, không dấu chấm cuối",
        _II + "5",
        subject_lines,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
    Rule(
        "TY-02",
        E,
        "Đường kẻ dưới trích yếu",
        "nét liền, dài từ 1/3 đến 1/2 dòng chữ",
        _II + "5",
        subject_line,
        "vẽ lại đường kẻ",
    ),
    Rule(
        "TY-03",
        E,
        "Trích yếu công văn",
        "“V/v …”, cỡ 12-13, đứng, không đậm, cách số 6 pt",
        _II + "5",
        letter_subject,
        "cỡ chữ, kiểu chữ",
    ),
    Rule(
        "KG-01",
        E,
        "Có Kính gửi",
        "công văn, tờ trình, báo cáo gửi cấp trên có; văn bản khác không",
        _II + "9",
        addressee_needed,
    ),
    Rule(
        "KG-02",
        E,
        "Kính gửi",
        "“Kính gửi:”, cỡ 13-14, đứng, không đậm",
        _II + "9",
        addressee,
        "cỡ chữ, kiểu chữ",
    ),
    Rule(
        "KG-03",
        E,
        "Nhiều nơi nhận sau Kính gửi",
        "mỗi nơi một dòng “- …;”, dòng cuối kết thúc bằng dấu chấm",
        _II + "9",
        addressees,
        "dấu cuối dòng",
    ),
)
