"""Rules on the signature block (Mục II.7; forms of section 8.2 of the rule table)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.lint.limits import SINGLE
from docgen.lint.look import look, number
from docgen.view.components import Piece
from docgen.view.components.foot import CAPACITY, POST
from docgen.view.components.text import all_caps, letters, squeeze

_RIGHT_FORM = re.compile(r"^(TM|KT|TL|TUQ|Q)\. \S")
_SHORT_POST = re.compile(
    r"\b(PCT|PGĐ|P\.\s?GĐ|GĐ|TP\b(?!\. ?(HỒ|HCM|ĐÀ|HÀ|HẢI|CẦN|HUẾ))|PTP|PHT|P\.\s?CT|P\.\s?TRƯỞNG)"
)
_DEGREE = re.compile(
    r"^(PGS|GS|TSKH|TS|ThS|Th\.S|Ths|BS|KS|CN|CKI|CKII|BSCK\w*|DS|LS|NGƯT|NGND|NSƯT|NSND|TTƯT|TTND|AHLĐ|"
    r"Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Kỹ sư|Luật sư|Giáo sư|Phó Giáo sư|Cử nhân)\b\.?"
)
_SCHOOL = re.compile(
    r"TRƯỜNG|BỆNH VIỆN|VIỆN|ĐẠI HỌC|TRUNG TÂM Y TẾ|HỌC VIỆN|TRẠM Y TẾ|CÔNG AN|QUÂN SỰ|BỘ CHỈ HUY"
)
_SIGN_PT = 45.0


def _lines(subject: Subject) -> tuple[Piece, ...]:
    return subject.parts.foot.titles


def capacity(subject: Subject) -> Iterator[Finding]:
    lines = [p for p in _lines(subject) if CAPACITY.match(p.shown)]
    for piece in lines:
        text = piece.shown
        if not _RIGHT_FORM.match(text):
            prefix = CAPACITY.match(text).group(1).replace("/", "")  # type: ignore[union-attr]
            yield Finding(
                f"quyền hạn ký ghi “{text[:25]}”, quy định “{prefix}. …”",
                piece,
                "Ghi TM., KT., TL., TUQ., Q. rồi một dấu cách",
            )
    yield from look(
        "quyền hạn ký", lines, size=subject.limits.chu_ky, bold=True, italic=False, caps=True, center=True
    )


def post(subject: Subject) -> Iterator[Finding]:
    lines = [p for p in _lines(subject) if not CAPACITY.match(p.shown)]
    yield from look(
        "chức vụ người ký", lines, size=subject.limits.chu_ky, bold=True, italic=False, caps=True, center=True
    )
    for piece in _lines(subject):
        short = _SHORT_POST.search(piece.shown)
        if short:
            yield Finding(f"chức vụ người ký viết tắt “{short.group(1)}”", piece, "Ghi đầy đủ chức vụ")


def name(subject: Subject) -> Iterator[Finding]:
    piece = subject.parts.foot.ho_ten
    if piece is None:
        return
    degree = _DEGREE.match(piece.text)
    if degree:
        issuer = " ".join(p.shown for p in (*subject.parts.head.ban_hanh, *subject.parts.head.chu_quan))
        yield Finding(
            f"trước họ tên người ký ghi “{degree.group()}”",
            piece,
            "Không ghi học hàm, học vị, danh hiệu",
            W if _SCHOOL.search(issuer.upper()) else None,
        )
    found = []
    if all_caps(piece.shown) and len(piece.text.split()) >= 2:
        found.append("viết in hoa (quy định chỉ viết hoa chữ cái đầu)")
    elif any(word[:1].islower() for word in piece.text.split() if word[:1].isalpha()):
        found.append("chưa viết hoa chữ cái đầu các âm tiết")
    for finding in look(
        "họ và tên người ký", (piece,), size=subject.limits.chu_ky, bold=True, italic=False, center=True
    ):
        found.append(finding.message.split(": ", 1)[1])
    if found:
        yield Finding(f"họ và tên người ký: {', '.join(found)}", piece)


def other_posts(subject: Subject) -> Iterator[Finding]:
    """A Ban Chỉ đạo that uses the seal of its host shows the signer's post there too (ô 7b)."""
    foot, head = subject.parts.foot, subject.parts.head
    titles = " ".join(p.shown.upper() for p in foot.titles)
    host = letters(" ".join(p.shown for p in head.chu_quan)).startswith(("ubnd", "uybannhandan"))
    if "BAN CHỈ ĐẠO" in titles and host and foot.ho_ten is not None and not foot.other_titles:
        yield Finding(
            "người ký thay mặt Ban Chỉ đạo chưa ghi chức vụ tại cơ quan có con dấu",
            foot.ho_ten,
            "Ghi chức vụ ở cơ quan, ví dụ “CHỦ TỊCH UBND XÃ …”, phía trên họ tên",
        )


def signature_space(subject: Subject) -> Iterator[Finding]:
    foot = subject.parts.foot
    if foot.ho_ten is None or not foot.titles or foot.start_block is None:
        return
    last, signer = foot.titles[-1], foot.ho_ten
    end = foot.end_block or foot.start_block
    between = [p for p in subject.parts.lines if foot.start_block <= p.block <= end and p.box == signer.box]
    own = [p.paragraph for p in between]
    for picture in (pic for p in own for pic in p.pictures):
        if picture.target and not picture.target.lower().endswith(".png"):
            yield Finding("hình ảnh chữ ký không phải định dạng .png", signer)
    if last.box != signer.box or not signer.box or any(p.pictures or p.boxes for p in own):
        return
    gap, passed = 0.0, False
    for piece in between:
        if piece.paragraph is signer.paragraph:
            gap += piece.paragraph.format.before_pt
            break
        if passed and not piece.text:
            layout = piece.paragraph.format
            size = piece.paragraph.mark_size_pt
            height = (
                layout.line
                if layout.line_rule == "exact"
                else size * SINGLE * (layout.line if layout.line_rule == "auto" else 1)
            )
            gap += height + layout.before_pt + layout.after_pt
        if piece.paragraph is last.paragraph:
            passed, gap = True, piece.paragraph.format.after_pt
    if passed and gap < _SIGN_PT and last.paragraph is not signer.paragraph:
        yield Finding(f"khoảng trống để ký chỉ {number(gap)} pt, cần khoảng {number(_SIGN_PT)} pt", signer)


# -- who signs how (Mục II.7a; Điều 13 Nghị định 30/2020/NĐ-CP) ---------------------------------------

_DEPUTY = re.compile(r"^(PHÓ |THỨ TRƯỞNG|PCT|PGĐ)")


def logic(subject: Subject) -> Iterator[Finding]:
    lines = [(p, squeeze(p.shown).upper()) for p in _lines(subject)]
    if not lines:
        return
    first, text = lines[0]
    if _DEPUTY.match(text) and POST.match(text) and not text.startswith("PHÓ TRƯỞNG ĐOÀN"):
        yield Finding(
            f"cấp phó ký nhưng không có “KT.” trước chức vụ cấp trưởng: “{text}”",
            first,
            "Ghi “KT. <chức vụ cấp trưởng>” ở dòng trên",
            E,
        )
    for (piece, line), following in zip(lines, [*lines[1:], None], strict=True):
        below = following[1] if following is not None else ""
        if line.startswith("KT") and below and not re.match(r"^(PHÓ |THỨ |KT)", below) and POST.match(below):
            yield Finding(f"sau “{line}” phải là chức vụ cấp phó, đang ghi “{below}”", piece)
        if re.match(r"^(TL|TUQ)\b", line) and not below:
            yield Finding(f"sau “{line}” thiếu chức vụ của người ký", piece)
        if line.startswith("TM") and not below and not POST.match(line):
            yield Finding(f"sau “{line}” thiếu chức vụ của người ký", piece)
    yield from _collective(subject, first, text)


def _collective(subject: Subject, first: Piece, text: str) -> Iterator[Finding]:
    """UBND papers are collective acts, signed TM.; heads of one-head bodies sign without it."""
    issuer = letters(" ".join(p.shown for p in subject.parts.head.ban_hanh))
    collective = issuer.startswith(("uybannhandan", "ubnd"))
    if (
        collective
        and re.match(r"^(KT\W*CHỦ TỊCH|CHỦ TỊCH$)", text)
        and subject.parts.title.loai in ("BÁO CÁO", "KẾ HOẠCH", "TỜ TRÌNH", "CHƯƠNG TRÌNH")
    ):
        yield Finding(
            f"{subject.parts.title.loai.lower()} của Ủy ban nhân dân ký “{text}”, thường ký “TM. ỦY "
            f"BAN NHÂN DÂN”",
            first,
            "Theo quy chế làm việc của cơ quan",
        )
    one_head = issuer.startswith(("so", "phong", "truong", "vanphong", "chicuc", "cuc", "trungtam"))
    if (
        one_head
        and re.match(r"^TM\W", text)
        and re.search(r"(SỞ|PHÒNG|TRƯỜNG|CHI CỤC|CỤC|TRUNG TÂM)\b", text)
    ):
        yield Finding(
            f"cơ quan làm việc theo chế độ thủ trưởng không ký “{text}”", first, "Ghi chức vụ người đứng đầu"
        )


_II7 = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7"

RULES = (
    Rule(
        "KY-01",
        E,
        "Quyền hạn ký",
        "TM., KT., TL., TUQ., Q.; in hoa, cỡ 13-14, đứng, đậm",
        _II7,
        capacity,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
    Rule(
        "KY-02",
        E,
        "Chức vụ người ký",
        "đầy đủ, in hoa, cỡ 13-14, đứng, đậm",
        _II7,
        post,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
    Rule(
        "KY-03",
        E,
        "Họ và tên người ký",
        "chữ thường, cỡ 13-14, đứng, đậm, không học hàm, học vị",
        _II7,
        name,
        "cỡ chữ, kiểu chữ, canh giữa",
    ),
    Rule("KY-04", W, "Chức vụ khác của người ký", "ghi khi dùng dấu của cơ quan chủ trì", _II7, other_posts),
    Rule("KY-05", W, "Chỗ ký", "đủ chỗ cho chữ ký; ảnh chữ ký định dạng .png", _II7, signature_space),
    Rule("KY-06", W, "Thẩm quyền ký", "TM./KT./TL./TUQ. đúng chế độ làm việc", _II7 + "; Điều 13", logic),
)
