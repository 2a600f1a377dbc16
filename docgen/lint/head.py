"""Rules on Quốc hiệu, Tiêu ngữ, the issuing body, number, place and date (Mục II.1-II.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.lint.limits import SIZE_TOLERANCE_PT
from docgen.lint.look import faults, look, number
from docgen.lint.rulers import ruler
from docgen.view.components import Piece
from docgen.vn import fold_tones, nfc, text_width_mm

_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_CREED = "Độc lập - Tự do - Hạnh phúc"
_ABBREVIATIONS = re.compile(
    r"(?<![\w&])(UBND|HĐND|UBMTTQ|GD\s?&\s?ĐT|GDĐT|LĐ-?TB&?XH|TN&MT|NN&PTNT|TT&TT|VH,?TT&DL|VPĐK)(?!\w)"
)
_WRAP_TOLERANCE_MM = 0.5


def motto(subject: Subject) -> Iterator[Finding]:
    head = subject.parts.head
    piece = head.quoc_hieu
    if piece is None:
        yield Finding("thiếu Quốc hiệu", None, f"Ghi “{_MOTTO}” ở nửa phải đầu trang nhất")
        return
    found = []
    text = " ".join(p.shown for p in (piece, head.quoc_hieu_rest) if p is not None)
    if fold_tones(text).upper() != _MOTTO:
        found.append(f"ghi “{text}”")
    found += faults(piece, subject.limits.quoc_hieu, bold=True, italic=False, caps=True)
    if head.quoc_hieu_rest is not None or _wraps(piece, text):
        found.append("bị ngắt thành hai dòng")
    if found:
        yield Finding(
            f"Quốc hiệu: {', '.join(found)}",
            piece,
            f"Ghi “{_MOTTO}” trên một dòng, in hoa, đứng, đậm, cỡ 12-13",
        )
    last = subject.parts.foot.start_block
    for other in head.other_quoc_hieu:
        if last is not None and other.block < last and other.side == piece.side:
            yield Finding("Quốc hiệu xuất hiện lần thứ hai trong văn bản", other)


def _wraps(piece: Piece, text: str) -> bool:
    """Whether Word must break the line: the text is wider than its column, and is not condensed."""
    room = piece.paragraph.width_mm - piece.paragraph.format.left_mm - piece.paragraph.format.right_mm
    if not piece.box or room < 20 or not piece.whole or piece.text != text or piece.share("squeezed"):
        return False
    return text_width_mm(text, piece.size_pt, bold=piece.share("bold") > 0.5) > room + _WRAP_TOLERANCE_MM


def creed(subject: Subject) -> Iterator[Finding]:
    head = subject.parts.head
    piece = head.tieu_ngu
    if piece is None:
        if head.quoc_hieu is not None:
            yield Finding("thiếu Tiêu ngữ", head.quoc_hieu, f"Ghi “{_CREED}” dưới Quốc hiệu")
        return
    found = []
    if fold_tones(piece.text) != _CREED:
        found.append(f"ghi “{piece.text}”, quy định “{_CREED}” (gạch nối ngắn, có cách chữ hai bên)")
    found += faults(piece, subject.limits.tieu_ngu, bold=True, italic=False, underline=False)
    if head.quoc_hieu is not None and piece.size_pt + SIZE_TOLERANCE_PT < head.quoc_hieu.size_pt:
        found.append(f"cỡ chữ {number(piece.size_pt)} nhỏ hơn Quốc hiệu ({number(head.quoc_hieu.size_pt)})")
    if found:
        yield Finding(f"Tiêu ngữ: {', '.join(found)}", piece)


def creed_line(subject: Subject) -> Iterator[Finding]:
    piece = subject.parts.head.tieu_ngu
    if piece is not None:
        yield from ruler(subject, "Tiêu ngữ", piece, subject.limits.ke_tieu_ngu, "bằng độ dài dòng chữ")


def superior(subject: Subject) -> Iterator[Finding]:
    yield from look(
        "tên cơ quan chủ quản",
        subject.parts.head.chu_quan,
        size=subject.limits.co_quan,
        bold=False,
        italic=False,
        caps=True,
        center=True,
    )


def issuer(subject: Subject) -> Iterator[Finding]:
    head = subject.parts.head
    if not head.ban_hanh:
        if head.quoc_hieu is not None and head.so_ky_hieu is not None and head.quoc_hieu.side != "full":
            yield Finding("thiếu tên cơ quan, tổ chức ban hành văn bản", head.so_ky_hieu)
        return
    yield from look(
        "tên cơ quan ban hành",
        head.ban_hanh,
        size=subject.limits.co_quan,
        bold=True,
        italic=False,
        caps=True,
        center=True,
        underline=False,
    )
    for piece in head.ban_hanh:
        short = _ABBREVIATIONS.search(piece.shown)
        if short:
            yield Finding(
                f"tên cơ quan ban hành viết tắt “{short.group(1)}”",
                piece,
                "Ghi đầy đủ tên chính thức của cơ quan ban hành",
                W,
            )


def issuer_line(subject: Subject) -> Iterator[Finding]:
    names = subject.parts.head.ban_hanh
    if names:
        yield from ruler(
            subject,
            "tên cơ quan ban hành",
            names[-1],
            subject.limits.ke_ngan,
            "từ 1/3 đến 1/2 độ dài dòng chữ",
        )


# -- place and date ----------------------------------------------------------------------------------

_DATE = re.compile(
    r"^(?P<place>.*?)(?P<comma>,?)(?P<gap>\s*)(?P<word>ngày)(?P<d>[\s\d.…_/]*)tháng(?P<m>[\s\d.…_/]*)năm(?P<y>[\s\d.…_]*)\.?$",
    re.IGNORECASE,
)


def date_line(subject: Subject) -> Iterator[Finding]:
    head = subject.parts.head
    piece = head.dia_danh_ngay
    if piece is None:
        if subject.parts.title.loai not in ("BIÊN BẢN", "GIẤY GIỚI THIỆU") and head.so_ky_hieu is not None:
            yield Finding(
                "thiếu địa danh và thời gian ban hành",
                head.so_ky_hieu,
                "Ghi dạng “Hà Nội, ngày 05 tháng 01 năm 2020”",
            )
        return
    found = _date_faults(nfc(piece.text))
    found += faults(piece, subject.limits.dia_danh_ngay, bold=False, italic=True)
    if found:
        yield Finding(
            f"địa danh và thời gian: {', '.join(found)}",
            piece,
            "Ghi dạng “Hà Nội, ngày 05 tháng 01 năm 2020”, in nghiêng, cỡ 13-14",
        )
    match = _DATE.match(piece.text)
    month = match.group("m").strip() if match else ""
    if re.fullmatch(r"0[3-9]", month):
        yield Finding(f"thời gian: tháng “{month}” thừa số 0", piece, f"Ghi “tháng {int(month)}”", W)


def _date_faults(text: str) -> list[str]:
    match = _DATE.match(text)
    if match is None:
        return [f"ghi “{text}” không đúng thể thức"]
    found = []
    if not match.group("place").strip(" ,.…_"):
        # A blank place in a draft is not a fault; none at all is.
        if not re.search(r"[.…_]", match.group("place")):
            found.append("thiếu địa danh")
    elif not match.group("comma"):
        found.append("thiếu dấu phẩy sau địa danh")
    day, month, year = (match.group(g).strip(" .…_/") for g in ("d", "m", "y"))
    if re.fullmatch(r"[1-9]", day):
        found.append(f"ngày “{day}” phải ghi “0{day}”")
    elif day and (not day.isdigit() or not 1 <= int(day) <= 31 or len(day) > 2):
        found.append(f"ngày “{day}” không đúng")
    if re.fullmatch(r"[12]", month):
        found.append(f"tháng “{month}” phải ghi “0{month}”")
    elif month and (not month.isdigit() or not 1 <= int(month) <= 12 or len(month) > 2):
        found.append(f"tháng “{month}” không đúng")
    if not re.fullmatch(r"\d{4}", year):
        found.append("năm chưa ghi đủ bốn chữ số")
    return found


def place(subject: Subject) -> Iterator[Finding]:
    piece = subject.parts.head.dia_danh_ngay
    match = _DATE.match(piece.text) if piece is not None else None
    name = match.group("place").strip(" ,") if match else ""
    if not name or not re.search(r"\w", name):
        return
    if re.match(r"^(TP|Tp|T\.P|tp)\b\.?", name) or re.search(r"\bHCM\b", name):
        yield Finding(f"địa danh “{name}” viết tắt", piece, "Ghi đủ tên, ví dụ “Thành phố Hồ Chí Minh”")
    elif re.match(r"^(Tỉnh|tỉnh)\s", name):
        yield Finding(f"địa danh “{name}” thừa danh từ chung", piece, f"Ghi “{name.split(None, 1)[1]}”")
    elif subject.limits.dia_danh and fold_tones(name) not in {fold_tones(d) for d in subject.limits.dia_danh}:
        yield Finding(
            f"địa danh “{name}” khác địa danh của cơ quan ({', '.join(subject.limits.dia_danh)})", piece
        )


_II = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản "

RULES = (
    Rule(
        "QH-01",
        E,
        "Quốc hiệu",
        "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”, in hoa, cỡ 12-13, đứng, đậm, một dòng",
        _II + "1",
        motto,
        "cỡ chữ, kiểu chữ",
    ),
    Rule(
        "TN-01",
        E,
        "Tiêu ngữ",
        "“Độc lập - Tự do - Hạnh phúc”, cỡ 13-14, đứng, đậm",
        _II + "1",
        creed,
        "gạch nối, cỡ chữ, kiểu chữ",
    ),
    Rule(
        "TN-02",
        E,
        "Đường kẻ dưới Tiêu ngữ",
        "nét liền, dài bằng dòng chữ",
        _II + "1",
        creed_line,
        "vẽ lại đường kẻ",
    ),
    Rule(
        "CQ-01",
        E,
        "Tên cơ quan chủ quản trực tiếp",
        "in hoa, cỡ 12-13, đứng, không đậm, canh giữa",
        _II + "2",
        superior,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
    Rule(
        "CQ-02",
        E,
        "Tên cơ quan ban hành",
        "tên đầy đủ, in hoa, cỡ 12-13, đứng, đậm, canh giữa",
        _II + "2",
        issuer,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
    Rule(
        "CQ-03",
        E,
        "Đường kẻ dưới tên cơ quan ban hành",
        "nét liền, dài từ 1/3 đến 1/2 dòng chữ",
        _II + "2",
        issuer_line,
        "vẽ lại đường kẻ",
    ),
    Rule(
        "DD-01",
        E,
        "Địa danh và thời gian ban hành",
        "“<địa danh>, ngày dd tháng m năm yyyy”; ngày dưới 10, tháng 1, 2 thêm số 0; cỡ 13-14, nghiêng",
        _II + "4",
        date_line,
        "số 0, cỡ chữ, kiểu chữ",
    ),
    Rule("DD-02", W, "Tên địa danh", "tên gọi chính thức, không viết tắt", _II + "4", place),
)
