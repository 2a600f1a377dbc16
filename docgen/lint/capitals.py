"""Rules on capital letters (Phụ lục II) that can be decided without knowing what a sentence means.

Each pattern is a form that is wrong wherever it stands; names that may be right (a commune named after a
person keeps its capital common noun) are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.core import Finding, I, Rule, Subject, W
from docgen.lint.look import paragraph_share
from docgen.lint.prose import LOWER, UPPER, Line
from docgen.values import Struct


class Form(Struct, frozen=True):
    """A wrong form: words one of which must occur at all (looked for first, since that is fast), the
    pattern, and what is written instead."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    right: str


def _form(words: str, pattern: str, right: str) -> Form:
    return Form(tuple(words.split("|")), re.compile(pattern), right)


_BEHIND = rf"(?<=[{LOWER},;] )"  # in the middle of a sentence
_FIELDS = "tài chính|nội vụ|tư pháp|y tế|xây dựng|công thương|giáo dục và|nông nghiệp và|khoa học và"
_UNIT = "Tỉnh|Huyện|Xã|Thành [Pp]hố|Thị [Xx]ã|Quận"
_BODIES = "Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Sở"
_KINDS = "nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kế hoạch|công văn|thông báo|tờ trình"
_DAYS = "hai|ba|tư|năm|sáu|bảy"
_FAMILY = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý"

_AGENCIES = (
    _form("Ủy |Uỷ ", r"(?:Ủy|Uỷ) [Bb]an [Nn]hân [Dd]ân\b(?<!ban nhân dân)", "Ủy ban nhân dân"),
    _form("Hội ", r"Hội [Đđ]ồng [Nn]hân [Dd]ân\b(?<!Hội đồng nhân dân)", "Hội đồng nhân dân"),
    _form(
        "UBND |HĐND ",
        rf"{_BEHIND}(?:UBND|HĐND) (?:{_UNIT})\b(?= [{LOWER}]|[,.;)])",
        "UBND tỉnh, UBND xã",
    ),
    _form("ở ", rf"(?<![Cc]ơ )(?<!trụ )\b[Ss]ở (?:{_FIELDS})\b", "Sở Tài chính, Sở Nội vụ"),
    _form("Sở ", r"\bSở (?:Tài Chính|Nội Vụ|Tư Pháp|Y Tế|Xây Dựng)\b", "Sở Tài chính, Sở Nội vụ"),
)
_UNITS = (
    _form(
        " Tỉnh | Huyện ",
        rf"(?<=[{LOWER}] )(?:Tỉnh|Huyện) (?=[{UPPER}][{LOWER}])",
        "tỉnh, huyện (viết thường danh từ chung)",
    ),
)
_FIXED = (
    _form("thành phố Hồ Chí Minh", r"thành phố Hồ Chí Minh\b", "Thành phố Hồ Chí Minh"),
    _form("thủ đô Hà Nội", r"thủ đô Hà Nội\b", "Thủ đô Hà Nội"),
)
_REGIONS = (
    _form("tây |đông ", r"\b(?:tây|đông) (?:Bắc|Nam|Nguyên)\b(?! [A-ZĐ])", "Tây Bắc, Đông Nam, Tây Nguyên"),
)
_POSTS = (
    _form(
        "chủ tịch |giám đốc ",
        rf"(?<=[{LOWER},] )(?:phó )?(?:chủ tịch|giám đốc) (?:{_BODIES}) ",
        "Chủ tịch Ủy ban nhân dân …",
    ),
)
_DOCUMENTS = (
    _form(_KINDS, rf"\b(?:{_KINDS}) số:? ?\d+(?:/\d{{4}})?/[A-ZĐ]", "Nghị định số …, Kế hoạch số …"),
)
_PARTS = (
    _form(
        "điều ",
        r"(?<![\w-])(?<!\d )điều \d+"
        r"(?=[ ,;.]+(?:của )?(?:Luật|Nghị|Quyết|Thông|Bộ luật|Hiến pháp|Chương|Mục))",
        "Điều 5",
    ),
)
_WEEKDAYS = (
    _form(
        "hứ ",
        rf"\b[Tt]hứ (?:{_DAYS})(?=,? ngày| \()|(?:(?<=sáng )|(?<=chiều ))thứ (?:{_DAYS})\b",
        "thứ Hai, thứ Ba",
    ),
)
_TET = (_form("ết Nguyên Đán", r"\b[Tt]ết Nguyên Đán\b", "tết Nguyên đán"),)
_HOLIDAYS = (
    _form("ngày quốc ", r"\bngày (?:quốc khánh|quốc tế (?:lao động|phụ nữ|thiếu nhi))\b", "ngày Quốc khánh"),
)
_NAMES = (
    _form(
        " văn | thị | hữu | đức ",
        rf"\b(?:[Ôô]ng|[Bb]à|đồng chí) (?:{_FAMILY}) (?:văn|thị|hữu|đức) [{UPPER}]",
        "Nguyễn Văn A",
    ),
)


def _check(forms: tuple[Form, ...], words: str):
    def check(subject: Subject) -> Iterator[Finding]:
        for form in forms:
            found = subject.prose.find(form.pattern, form.words)
            if found:
                places = tuple(line.paragraph for line, _ in found)
                yield Finding(f"{words}: “{found[0][1].group().strip()}”", places, f"Viết “{form.right}”")

    return check


def sentence_starts(subject: Subject) -> Iterator[Finding]:
    """A paragraph that begins small behind one that ended its sentence."""
    found: list[Line] = []
    above, heading = "", False
    for item in subject.prose.lines:
        plain = re.match(rf"^[{LOWER}]+\s", item.text)
        if (
            plain
            and (heading or above.endswith((".", ":", ";")))
            and not item.paragraph.label
            and "http" not in item.text[:12]
        ):
            found.append(item)
        above, heading = item.text, paragraph_share(item.paragraph, "bold") > 0.5
    if found:
        yield Finding(f"đầu dòng chưa viết hoa: “{found[0].text[:25]}…”", tuple(i.paragraph for i in found))


def quarter_case(subject: Subject) -> Iterator[Finding]:
    texts = [item for item in subject.prose.lines if not item.text.isupper()]
    middle = re.compile(rf"(?=[Qq])(?<=[{LOWER},] )(Quý|quý) [IVX]+\b")
    kinds = {m.group(1): item for item in texts for m in middle.finditer(item.text)}
    if len(kinds) == 2:
        yield Finding("viết lẫn “quý I” và “Quý I”", kinds["Quý"].paragraph)


def _pl2(section: str) -> str:
    return f"NĐ 30/2020/NĐ-CP, Phụ lục II, Mục {section}"


RULES = (
    Rule("VH-01", W, "Viết hoa đầu câu", "chữ đầu câu, đầu dòng viết hoa", _pl2("I"), sentence_starts),
    Rule("VH-02", W, "Tên người", "viết hoa mọi âm tiết", _pl2("II"), _check(_NAMES, "tên người")),
    Rule(
        "VH-03",
        W,
        "Tên đơn vị hành chính",
        "chỉ viết hoa tên riêng",
        _pl2("III"),
        _check(_UNITS, "danh từ chung viết hoa giữa câu"),
    ),
    Rule(
        "VH-05",
        W,
        "Thủ đô, Thành phố Hồ Chí Minh",
        "viết hoa cố định",
        _pl2("III"),
        _check(_FIXED, "tên riêng"),
    ),
    Rule("VH-06", W, "Tên vùng, miền", "viết hoa mọi âm tiết", _pl2("III"), _check(_REGIONS, "tên vùng")),
    Rule(
        "VH-07",
        W,
        "Tên cơ quan",
        "viết hoa chữ chỉ loại hình và chức năng",
        _pl2("IV"),
        _check(_AGENCIES, "tên cơ quan"),
    ),
    Rule("VH-09", W, "Chức vụ gắn với cơ quan", "viết hoa", _pl2("V"), _check(_POSTS, "chức vụ")),
    Rule("VH-10", W, "Tên văn bản cụ thể", "viết hoa tên loại", _pl2("V"), _check(_DOCUMENTS, "tên văn bản")),
    Rule(
        "VH-11",
        W,
        "Viện dẫn điều, khoản",
        "viết hoa Điều; khoản, điểm viết thường",
        _pl2("V"),
        _check(_PARTS, "viện dẫn"),
    ),
    Rule("VH-12", W, "Ngày trong tuần", "thứ Hai", _pl2("V"), _check(_WEEKDAYS, "ngày trong tuần")),
    Rule("VH-13", W, "Tết", "tết Nguyên đán", _pl2("V"), _check(_TET, "tên ngày tết")),
    Rule("VH-14", W, "Ngày lễ", "ngày Quốc khánh", _pl2("V"), _check(_HOLIDAYS, "tên ngày lễ")),
    Rule("VH-17", I, "Chữ quý", "một cách viết trong văn bản", "Thông lệ trình bày", quarter_case),
)
