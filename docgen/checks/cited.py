"""Cited documents recognised in prose: type, number, symbol, date, issuing body, subject.

"Kế hoạch số 133/KH-UBND ngày 27 tháng 12 năm 2019 của Ủy ban nhân dân huyện Quảng Điền về …" and its
everyday variants: the date before ("Ngày 28/12/2020, UBND huyện ban hành Quyết định số 896/QĐ-UBND"),
no "số", a party number (28-KH/HU). A number alone in a list is recognised without a type.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache

from docgen.checks.document_types import ABBREVIATIONS, ANY_TYPE, CODES
from docgen.checks.slips import PASSAGES_KEPT
from docgen.diagnostics import Location
from docgen.patterns import pattern
from docgen.prose import Passage
from docgen.schema import CitedDocument
from docgen.values import Struct, replace

_LETTER = "A-ZĐ"
_WORD = rf"[{_LETTER}][A-Za-zĐđ&.]*(?:(?<=[A-Za-zĐđ])\d+)?"
_SYMBOL = pattern(
    rf"""(?P<number>\d(?<![\w/:.,-].)\d{{0,4}})(?P<letter>[a-z])?
    (?: (?P<space1>[ ]?)/[ ]?(?P<year>(?:19|20)\d\d)(?=[ ]?/) )?
    (?: (?P<space2>[ ]?/[ ]?) (?P<state>{_WORD}(?:[ ]?-[ ]?{_WORD})*)
      | -(?P<party>{_WORD}/{_WORD}(?:-{_WORD})*) )
    """,
    re.VERBOSE,
)
_TYPES = "|".join(sorted([*CODES, ANY_TYPE], key=len, reverse=True))
_TYPE_BEFORE = pattern(  # up to three words of a longer type: "Báo cáo thẩm định số", "Thông tư liên tịch"
    rf"(?<!\w)(?:(?P<type>(?i:{_TYPES}))(?P<more>(?: (?!số\b|kèm|theo|của|và|tại|này|{_TYPES.lower()})"
    r"[a-zđà-ỹ]+){1,3}(?=,? [Ss]ố\b))?"
    rf"|(?P<short>{'|'.join(ABBREVIATIONS)}))(?:(?P<so>,? [Ss]ố ?:?)| ?:)? ?$"
)
_SO_BEFORE = pattern(r"(?<!\w)[Ss]ố ?:? ?$")
_DATE = (
    r"(?:(?P<d{0}>\d{{1,2}}) ?[/.-] ?(?P<m{0}>\d{{1,2}}) ?[/.-] ?(?P<y{0}>\d{{4}})"
    r"|(?P<D{0}>\d{{1,2}}) tháng (?P<M{0}>\d{{1,2}}) năm (?P<Y{0}>\d{{4}}))(?!\d)"
)
_DATE_AFTER = pattern(r"[ ]?[,(]?[ ]?ngày " + _DATE.format(""))
_DATE_BEFORE = pattern(
    r"(?<!\w)[Nn]gày " + _DATE.format("") + r",? [^.;:()\d]{0,70}?(?:ban hành|ban|ra|ký|có)$"
)
_CENTRAL = r"(?:Thủ tướng )?[Cc]hính phủ|Quốc hội|Văn phòng [Cc]hính phủ"
_BODY = (
    r"(?:Chủ tịch )?(?:(?:Ủy|Uỷ|ủy|uỷ) ban (?:nhân|Nhân) dân|UBND|Hội đồng (?:nhân|Nhân) dân|HĐND"
    r"|Bộ|Sở|Ban|Văn phòng|Tỉnh ủy|Huyện ủy|Thành ủy|Đảng ủy|Phòng|đơn vị|cơ quan)"
)
_UNIT_AFTER = pattern(r" (?P<unit>(?:xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố)(?: [A-ZĐ]\w*)+)")
_SUBJECT = (
    r"(?:về|Về|v/v|V/v|quy định|ban hành|hướng dẫn|sửa đổi|phê duyệt|triển khai|thực hiện|công bố|kiểm tra"
    r"|theo dõi|bãi bỏ|giao|thành lập|trả lời|công tác|đào tạo|tổ chức|tuyên truyền|tăng cường"
    r"|Kế hoạch|kế hoạch)"
)
_ISSUER_AFTER = pattern(
    rf",? ?của (?P<issuer>{_CENTRAL}"
    rf"|(?:[^\W\d_a-z]|đơn vị|cơ quan|ngành)[^,;.:()“”\"\d]*?(?= {_SUBJECT}\b|[,;.:()“”\"\d]|$))"
)
_ISSUER_BEFORE = pattern(
    rf"(?P<issuer>{_BODY}(?: (?:tỉnh|huyện|xã|thành phố|thị xã|thị trấn|phường|quận))?(?: [A-ZĐ]\w*)*)"
    r"[^.;:()]{0,40}?(?: ban hành| ban| ra| ký| có)(?: (?!.* của )[^.;:()\d/]{0,40})?$"
)
_NEXT_CITATION = pattern(rf",?(?: và)? (?i:{_TYPES})(?: số)?:? ?$")
_LAW_SYMBOL = pattern(r"QH\d|UBTVQH|PL-UBTVQH")
_SENTENCE_END = pattern(r"[.!?:] ")
_SUBJECT_AFTER = pattern(rf"[ ,“\"]*(?P<subject>{_SUBJECT}\b[^;.()”\"]{{3,200}})")


NOWHERE = Location()

MOST_CITATIONS = 500
"""A paragraph with more numbers of documents is a register in disguise, and is not read."""


class Citation(Struct, frozen=True):
    """One place where a document is cited; texts that are not there are "".

    `symbol` is without spaces ("KH-UBND", of a party number "KH/HU"), `year` that inside the number.
    `bad_date` holds a date that no calendar has. `says_issuer`: "của …" stands behind it; otherwise
    `issuer` is who acts in the sentence. `place` is where the number stands.
    """

    type_name: str
    number: int
    letter: str
    year: int | None
    symbol: str
    date: datetime.date | None
    bad_date: str
    issuer: str
    says_issuer: bool
    subject: str
    typed: str
    says_number: bool
    bracketed: bool
    declared: bool = False
    place: Location = NOWHERE
    passage: Passage | None = None

    @property
    def key(self) -> tuple[int, str, int | None, str]:
        """What all citations of one document share, and documents of other bodies may share too."""
        return self.number, self.letter, self.year, self.symbol.upper().replace("-", "")

    @property
    def name(self) -> str:
        """The number and symbol as they should be written: 133/KH-UBND, 28-KH/HU."""
        head = f"{self.number:02d}{self.letter}"
        if "/" in self.symbol:
            return f"{head}-{self.symbol}"
        return f"{head}/{self.year}/{self.symbol}" if self.year else f"{head}/{self.symbol}"

    @property
    def code(self) -> str:
        """The first letters of the symbol: KH of KH-UBND and of KH/HU."""
        return re.split(r"[-/]", self.symbol)[0]


def find_citations(passages: Iterable[Passage]) -> list[Citation]:
    """The citations in `passages`, in reading order."""
    return [
        replace(
            citation,
            declared=not passage.is_typed(start, start + len(citation.typed)),
            place=passage.place(start),
            passage=passage,
        )
        for passage in passages
        if "/" in passage.text
        for start, citation in _in_text(passage.text)
    ]


def from_register(document: CitedDocument) -> Citation | None:
    """A document declared under `van_ban` as a citation; None when it has no readable number."""
    day = document.date.to_date() if document.date else None
    place = document.places.get("so", document.location)
    type_name = document.type_name.strip().capitalize()
    return stated(document.number, type_name, day, document.issuer, document.title, place)


def stated(
    number: str, type_name: str, day: datetime.date | None, issuer: str, subject: str, place: Location
) -> Citation | None:
    """A document whose parts stand by themselves; None when `number` holds no number with a symbol."""
    match = _SYMBOL.match(number.strip().removeprefix("số").lstrip(" :"))
    if match is None:
        return None
    return Citation(
        type_name=type_name,
        number=int(match["number"]),
        letter=match["letter"] or "",
        year=int(match["year"]) if match["year"] else None,
        symbol=_symbol(match),
        date=day,
        bad_date="",
        issuer=issuer,
        says_issuer=True,
        subject=subject,
        typed=match[0],
        says_number=True,
        bracketed=False,
        declared=True,
        place=place,
    )


@lru_cache(maxsize=PASSAGES_KEPT)  # the reports of a batch share most of their sentences
def _in_text(text: str) -> tuple[tuple[int, Citation], ...]:
    """The citations in `text`, each with the offset of its number; without places."""
    found: list[tuple[int, Citation]] = []
    matches = list(_SYMBOL.finditer(text))
    if len(matches) > MOST_CITATIONS:
        return ()
    last: tuple[int, str] | None = None  # where the citation before ends, and who issues
    for index, match in enumerate(matches):
        floor = matches[index - 1].end() if index else 0
        stop = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        around = _Around(text[max(floor, match.start() - 160) : match.start()], text[match.end() : stop])
        law = _LAW_SYMBOL.match(match["state"] or "")
        if around.kind is None and (law or not (around.says_number or _plausible(match))):
            continue
        inherited = last[1] if last and not _SENTENCE_END.search(text, last[0], match.start()) else ""
        citation = _citation(match, around, inherited)
        last = match.end(), citation.issuer if around.acts else ""
        found.append((match.start(), citation))
    return tuple(found)


class _Around:
    """What stands on both sides of a number, read from the number outwards."""

    def __init__(self, before: str, after: str) -> None:
        self.kind = _TYPE_BEFORE.search(before)
        self.says_number = bool(self.kind and self.kind["so"]) or _says_number(before)
        self.bracketed = before.rfind("(") > before.rfind(")")
        head = before[: self.kind.start()].rstrip() if self.kind else before
        unit = _UNIT_AFTER.match(after)
        self.unit = unit["unit"] if unit else ""
        rest = after[unit.end() :] if unit else after
        dated = _DATE_AFTER.match(rest)
        rest = rest[dated.end() :] if dated else rest
        self.dated = dated or (_DATE_BEFORE.search(head) if "gày " in head else None)
        issuer = _ISSUER_AFTER.match(rest)
        rest = rest[issuer.end() :] if issuer else rest
        self.issuer = issuer or (_ISSUER_BEFORE.search(head + " ") if _issues(head) else None)
        self.acts = issuer is None  # its name stands before ("UBND xã đã ban hành"), so for a list too
        self.subject = _SUBJECT_AFTER.match(rest)


def _says_number(before: str) -> bool:
    """Whether "số" stands right before the number."""
    return "ố" in before[-5:] and _SO_BEFORE.search(before) is not None


def _issues(head: str) -> bool:
    """Whether one of the words for issuing is in `head`."""
    return any(word in head for word in (" ban", " ra", " ký", " có"))


def _plausible(match: re.Match[str]) -> bool:
    """Whether a number without a type before it is one of a document: it carries letters of a type."""
    letters = re.split(r"[-/]", match["state"] or match["party"])
    return len(letters) > 1 and any(letters[0] in codes for codes in CODES.values())


def _citation(match: re.Match[str], around: _Around, inherited: str) -> Citation:
    date, bad = _date(around.dated) if around.dated else (None, "")
    symbol = _symbol(match)
    issuer = around.issuer["issuer"].strip() if around.issuer else inherited
    if around.unit:
        issuer = f"{symbol.split('-')[-1]} {around.unit}"
    return Citation(
        type_name=_type_name(around.kind),
        number=int(match["number"]),
        letter=match["letter"] or "",
        year=int(match["year"]) if match["year"] else None,
        symbol=symbol,
        date=date,
        bad_date=bad,
        issuer=issuer,
        says_issuer=bool(around.unit) or (around.issuer is not None and not around.acts),
        subject=_NEXT_CITATION.sub("", around.subject["subject"]).strip() if around.subject else "",
        typed=match[0].rstrip(".&"),
        says_number=around.says_number,
        bracketed=around.bracketed,
    )


def _symbol(match: re.Match[str]) -> str:
    return str(match["state"] or match["party"]).replace(" ", "").rstrip(".&")


def _type_name(kind: re.Match[str] | None) -> str:
    if kind is None:
        return ""
    if kind["short"]:
        return ABBREVIATIONS[kind["short"]]
    name = kind["type"][0].upper() + kind["type"][1:].lower()
    if kind["more"] == " liên tịch":
        name += " liên tịch"
    return name


def _date(match: re.Match[str]) -> tuple[datetime.date | None, str]:
    day, month, year = (int(match[low] or match[high]) for low, high in (("d", "D"), ("m", "M"), ("y", "Y")))
    try:
        return datetime.date(year, month, day), ""
    except ValueError:
        return None, f"{day}/{month}/{year}"
