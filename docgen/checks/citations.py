"""The register of cited documents: what the citations of one report say of each other.

Citations typed in the prose and those declared under `van_ban` are put together by number; each rule
looks at them once, and a finding names every place. Rules of the decree: NĐ 30/2020, Phụ lục I, mục
II.6.b (the first citation is complete; Luật and Pháp lệnh without number).
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from docgen import vn
from docgen.checks.citation_findings import day, say
from docgen.checks.citation_first import incomplete
from docgen.checks.citation_groups import by_document, one_slip, same_body, unlike
from docgen.checks.citation_order import falling_numbers
from docgen.checks.citation_twins import twins
from docgen.checks.cited import Citation, find_citations, from_register
from docgen.checks.declared_parts import with_parts
from docgen.checks.document_types import ANY_TYPE, ISSUERS, TYPE_OF_CODE, YEARLY, contradicting_type
from docgen.checks.known_documents import known_date, known_names
from docgen.checks.slips import PASSAGES_KEPT
from docgen.diagnostics import Diagnostic, Related
from docgen.patterns import pattern
from docgen.prose import Passage
from docgen.schema import CitedDocument

_LAW = pattern(
    r"(?P<law>[BLP](?<!\w.)(?:(?<=B)ộ luật|(?<=L)uật|(?<=P)háp lệnh)(?: [^\s.;:,()]+){0,12}?)"
    r",? ?\(?[Ll]?(?:uật )?số:? ?"
    r"\d+/\d{4}/(?:QH\d+|U?B?TVQH\d*|PL-UBTVQH\d*)"
)
_BARE = pattern(
    r"[NTQKC](?<!\w.)(?:(?<=N)ghị định|(?<=T)hông tư|(?<=Q)uyết định|(?<=K)ế hoạch|(?<=C)ông văn)"
    r" số:? ?(\d{1,5})(?![\d/]| ?[/-] ?[A-ZĐ\d])"
)


def check_citations(
    passages: Iterable[Passage],
    declared: Mapping[str, CitedDocument] | None = None,
    document_date: vn.PartialDate | None = None,
    listed: Iterable[Citation] = (),
) -> list[Diagnostic]:
    """What contradicts itself among the cited documents of one report, or is incomplete.

    `declared` are the documents under `van_ban`, `document_date` is the date of the report itself, `listed`
    are documents in tables of the data: they must agree with the others, but need not be complete.
    """
    texts = list(passages)
    found = find_citations(texts)
    registered = {key: from_register(document) for key, document in (declared or {}).items()}
    keys = {citation.key for citation in registered.values() if citation}
    typed = [c for c in found if not (c.declared and c.key in keys)]  # dan(…) prints what is declared
    citations = [*(citation for citation in registered.values() if citation), *typed]
    in_rows = list(listed)
    rows = {citation.place for citation in in_rows}
    everywhere = [*(c for c in citations if c.place not in rows), *in_rows]
    documents = by_document(everywhere)
    findings = [finding for citation in everywhere for finding in _alone(citation, document_date)]
    findings += [finding for document in documents for finding in _together(document)]
    findings += _declared_twice(registered)
    findings += falling_numbers(documents)
    entries = {citation.place for citation in registered.values() if citation}
    findings += twins(documents, lambda c: 0 if c.place in entries else 1 if c.place in rows else 2)
    findings += incomplete(by_document(citations))
    findings += [finding for passage in texts for finding in _in_text(passage)]
    cited = {citation.key for citation in found}
    for key, citation in registered.items():
        if citation and citation.key not in cited:
            findings.append(say("van-ban-khong-dan", citation.place, one=key))
    return [with_parts(finding, registered, declared or {}) for finding in findings]


# --- one citation ----------------------------------------------------------------------------------


def _declared_twice(registered: Mapping[str, Citation | None]) -> Iterator[Diagnostic]:
    """Two documents under `van_ban` that have one number, year and body."""
    seen: list[tuple[str, Citation]] = []
    for key, c in registered.items():
        if c is None:
            continue
        for other_key, other in seen:
            same_year = not (c.date and other.date) or c.date.year == other.date.year
            if c.key == other.key and same_year and same_body(c.issuer, other.issuer):
                related = [Related(other.place, f"“{other_key}” ghi số này")]
                yield say("van-ban-trung-so", c.place, related, name=c.name, one=key, other=other_key)
        seen.append((key, c))


def _alone(citation: Citation, document_date: vn.PartialDate | None) -> Iterator[Diagnostic]:
    c = citation
    if other := contradicting_type(c.type_name, c.symbol):
        yield say("trich-dan-loai-ky-hieu", c.place, name=c.name, one=c.type_name, other=other)
    if c.year and c.date and c.year != c.date.year:
        yield say("trich-dan-nam", c.place, name=c.name, one=c.year, other=day(c.date))
    if c.type_name in YEARLY and c.year is None and "-" in c.symbol:
        yield say("trich-dan-thieu-nam", c.place, name=c.name, one=c.type_name)
    if c.bad_date:
        yield say("trich-dan-ngay-khong-co", c.place, name=c.name, one=c.bad_date)
    known = known_date(c.name, c.year or c.date.year) if c.date else None
    if c.date and known and known != c.date:
        yield say("trich-dan-ngay-van-ban", c.place, name=c.name, one=day(c.date), other=day(known))
    if c.date and known is None and (meant := _meant(c.name, c.date)):
        yield say("trich-dan-so-van-ban", c.place, name=c.name, one=day(c.date), other=meant)
    if c.date and (year := _plan_year(c)) and not _fits_plan(c.date, year):
        yield say("trich-dan-nam-ke-hoach", c.place, name=c.name, one=day(c.date), other=year)
    if c.date and document_date and c.date > _last_day(document_date):
        own = vn.ngay(document_date)
        yield say("trich-dan-sau-bao-cao", c.place, name=c.name, one=day(c.date), other=own)
    if expected := _contradicting_body(c):
        yield say("trich-dan-co-quan", c.place, name=c.name, one=c.issuer, other=expected)
    if right := _right_symbol(c):
        yield say("trich-dan-ky-hieu", c.place, name=right, one=c.typed)


def _meant(written: str, date: datetime.date) -> str:
    """The known document of the same day whose number differs by one slip: 62/2018 for 61/2018/NĐ-CP."""
    return next((name for name in known_names(date) if one_slip(name, written)), "")


def _plan_year(c: Citation) -> int | None:
    """The year that a plan is for: of "Kế hoạch … về tuyên truyền năm 2026"."""
    if c.type_name != "Kế hoạch" and "kế hoạch" not in c.subject.lower():
        return None
    if re.search("giai đoạn|đến năm|định hướng|tổng kết|sơ kết|kết quả", c.subject):
        return None
    years = set(re.findall(r"(?<!/)\bnăm (20\d\d)\b", c.subject))
    return int(years.pop()) if len(years) == 1 else None


def _fits_plan(date: datetime.date, year: int) -> bool:
    """Whether a plan for `year` may be of `date`: not before the middle of the year before, and not when
    the year is nearly over."""
    return datetime.date(year - 1, 7, 1) <= date <= datetime.date(year, 10, 31)


def _contradicting_body(c: Citation) -> str:
    expected = ISSUERS.get(c.symbol.split("-")[-1], "")
    if not expected or not c.says_issuer:
        return ""
    said = vn.fold(c.issuer)
    agrees = vn.fold(expected) in said and ("thủ tướng" in said) == ("Thủ tướng" in expected)
    return "" if agrees else expected


def _right_symbol(c: Citation) -> str:
    """How number and symbol are written, when they are typed with blanks or without the hyphen."""
    for code in TYPE_OF_CODE:
        body = c.symbol.removeprefix(code)
        if body != c.symbol and body in ("UBND", "HĐND", *ISSUERS):
            return c.name.removesuffix(c.symbol) + f"{code}-{body}"
    return c.typed.replace(" ", "") if " " in c.typed else ""


def _last_day(date: vn.PartialDate) -> datetime.date:
    """The last day that a date with blanks can mean."""
    if date.month is None:
        return datetime.date(date.year, 12, 31)
    if date.day is None:
        first_of_next = datetime.date(date.year + date.month // 12, date.month % 12 + 1, 1)
        return first_of_next - datetime.timedelta(days=1)
    return datetime.date(date.year, date.month, date.day)


# --- the citations of one document -----------------------------------------------------------------


def _together(document: list[Citation]) -> Iterator[Diagnostic]:
    name = document[0].name
    dated = [c for c in document if c.date]
    clash = _minority(dated, lambda c: c.date)
    for c, others in clash:
        yield say(
            "trich-dan-hai-ngay",
            c.place,
            (Related(other.place, f"ở đây ghi ngày {day(other.date)}") for other in others if other.date),
            name=name,
            one=day(c.date) if c.date else "",
            other=day(others[0].date) if others[0].date else "",
        )
    typed = [c for c in document if c.type_name not in ("", ANY_TYPE)]
    if not any(contradicting_type(c.type_name, c.symbol) for c in typed):
        for c, others in _minority(typed, lambda c: c.type_name):
            related = (Related(other.place, f"ở đây gọi là {other.type_name}") for other in others)
            yield say(
                "trich-dan-hai-loai", c.place, related, name=name, one=c.type_name, other=others[0].type_name
            )
    if not clash:
        yield from _subjects(document)


def _subjects(document: list[Citation]) -> Iterator[Diagnostic]:
    with_subject = [c for c in document if c.subject]
    for c in with_subject[1:]:
        first = with_subject[0]
        if unlike(first.subject, c.subject):
            yield say(
                "trich-dan-hai-trich-yeu",
                c.place,
                [Related(first.place, f"ở đây ghi “{_brief(first.subject)}”")],
                name=c.name,
                one=_brief(c.subject),
                other=_brief(first.subject),
            )


def _brief(subject: str) -> str:
    words = subject.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _minority(
    citations: list[Citation], value: Callable[[Citation], object]
) -> list[tuple[Citation, list[Citation]]]:
    """The citations that differ from the most frequent value (of equals: the first), each with those
    that say otherwise."""
    if len({value(c) for c in citations}) < 2:
        return []
    usual = Counter(value(c) for c in citations).most_common(1)[0][0]
    return [(c, [o for o in citations if value(o) != value(c)]) for c in citations if value(c) != usual]


# --- in the text -----------------------------------------------------------------------------------


def _in_text(passage: Passage) -> Iterator[Diagnostic]:
    for code, start, one in _told(passage.text):
        yield say(code, passage.place(start), one=one)


@lru_cache(maxsize=PASSAGES_KEPT)
def _told(text: str) -> tuple[tuple[str, int, str], ...]:
    """The codes of the findings in `text`, where each stands, and what."""
    laws = _LAW.finditer(text) if "QH" in text or "PL-" in text else ()
    bare = _BARE.finditer(text) if " số" in text else ()
    return (
        *(("trich-dan-luat-co-so", match.start(), match["law"].strip()) for match in laws),
        *(("trich-dan-thieu-ky-hieu", match.start(), match[0]) for match in bare),
    )
