"""The register of cited documents: what the citations of one report say of each other.

Citations typed in the prose and those declared under `van_ban` are put together by number, and each
rule below looks at them once. A finding names every place. Rules of the decree: NĐ 30/2020, Phụ lục I,
mục II.6.b (the first citation is complete; Luật and Pháp lệnh without number).
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from docgen import vn
from docgen.checks.cited import Citation, find_citations, from_register
from docgen.checks.document_types import ANY_TYPE, ISSUERS, TYPE_OF_CODE, YEARLY
from docgen.checks.document_types import CODES as TYPE_CODES
from docgen.diagnostics import Diagnostic, Location, Related, Severity
from docgen.prose import Passage, PassageKind
from docgen.schema import CitedDocument

FIRST = "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.b"

CODES: dict[str, tuple[Severity, str, str, str]] = {
    # code: severity, sentence, hint, clause
    "trich-dan-hai-ngay": (
        Severity.ERROR,
        "{name} có hai ngày ban hành: {one} ở đây, {other} ở chỗ khác",
        "Tra lại văn bản và ghi một ngày ở mọi chỗ",
        "",
    ),
    "trich-dan-hai-loai": (
        Severity.ERROR,
        "số {name} được gọi bằng hai tên loại: {one} ở đây, {other} ở chỗ khác",
        "Tra lại văn bản và ghi một tên loại ở mọi chỗ",
        "",
    ),
    "trich-dan-hai-trich-yeu": (
        Severity.WARNING,
        "{name} có hai trích yếu khác nhau: “{one}” ở đây, “{other}” ở chỗ khác",
        "Có thể một trong hai chỗ ghi nhầm số; tra lại văn bản",
        "",
    ),
    "trich-dan-loai-ky-hieu": (
        Severity.ERROR,
        "tên loại “{one}” không hợp với ký hiệu {name} (ký hiệu của {other})",
        "Sửa tên loại hoặc ký hiệu theo văn bản",
        "Nghị định 30/2020/NĐ-CP, Phụ lục III",
    ),
    "trich-dan-nam": (
        Severity.ERROR,
        "{name} có năm {one} trong số, nhưng ngày ban hành là {other}",
        "Sửa năm trong số hoặc ngày ban hành",
        "",
    ),
    "trich-dan-thieu-nam": (
        Severity.WARNING,
        "{one} số {name} thiếu năm ban hành trong số",
        "Văn bản quy phạm pháp luật có năm trong số, như 30/2020/NĐ-CP",
        "",
    ),
    "trich-dan-ngay-khong-co": (
        Severity.ERROR,
        "ngày ban hành của {name} là {one}, lịch không có ngày này",
        "Tra lại văn bản và sửa ngày",
        "",
    ),
    "trich-dan-sau-bao-cao": (
        Severity.ERROR,
        "{name} ban hành ngày {one}, sau ngày của báo cáo này ({other})",
        "Sửa ngày của văn bản viện dẫn hoặc ngày báo cáo",
        "",
    ),
    "trich-dan-thu-tu": (
        Severity.WARNING,
        "{name} ngày {one} không đúng thứ tự: cùng ký hiệu, trong cùng năm, {other}",
        "Số tăng theo ngày; tra lại số và ngày của các văn bản này",
        "",
    ),
    "trich-dan-co-quan": (
        Severity.WARNING,
        "{name} mang ký hiệu của {other}, nhưng được ghi là của {one}",
        "Tra lại cơ quan ban hành và ký hiệu",
        "",
    ),
    "trich-dan-ky-hieu": (
        Severity.WARNING,
        "số, ký hiệu “{one}” viết chưa đúng",
        "Viết {name}",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3",
    ),
    "trich-dan-thieu-ky-hieu": (
        Severity.WARNING,
        "“{one}” không có ký hiệu",
        "Ghi cả số và ký hiệu, như Nghị định số 30/2020/NĐ-CP",
        FIRST,
    ),
    "trich-dan-thieu-ngay": (
        Severity.WARNING,
        "lần đầu viện dẫn {name} thiếu {one}",
        "Lần đầu ghi tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu{other}",
        FIRST,
    ),
    "trich-dan-thieu": (
        Severity.INFO,
        "lần đầu viện dẫn {name} thiếu {one}",
        "Lần đầu ghi tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu{other}",
        FIRST,
    ),
    "trich-dan-luat-co-so": (
        Severity.INFO,
        "{one} được viện dẫn kèm số",
        "Luật, Pháp lệnh chỉ ghi tên loại và tên",
        FIRST,
    ),
    "van-ban-khong-dan": (
        Severity.INFO,
        "văn bản “{one}” khai báo dưới van_ban nhưng không được viện dẫn",
        'Viện dẫn bằng {{{{ dan("{one}") }}}}, hoặc xóa khai báo này',
        "",
    ),
}

_LAW = re.compile(
    r"(?<!\w)(?P<law>(?:Bộ luật|Luật|Pháp lệnh)(?: [^\s.;:,()]+){0,12}?),? ?\(?[Ll]?(?:uật )?số:? ?"
    r"\d+/\d{4}/(?:QH\d+|U?B?TVQH\d*|PL-UBTVQH\d*)"
)
_BARE = re.compile(
    r"(?<!\w)(?:Nghị định|Thông tư|Quyết định|Kế hoạch|Công văn) số:? ?(\d{1,5})(?![\d/]| ?[/-] ?[A-ZĐ\d])"
)


def check_citations(
    passages: Iterable[Passage],
    declared: Mapping[str, CitedDocument] | None = None,
    document_date: vn.PartialDate | None = None,
) -> list[Diagnostic]:
    """What contradicts itself among the cited documents of one report, or is incomplete.

    `declared` are the documents under `van_ban`, `document_date` is the date of the report itself.
    """
    texts = list(passages)
    found = find_citations(texts)
    registered = {key: from_register(document) for key, document in (declared or {}).items()}
    keys = {citation.key for citation in registered.values() if citation}
    typed = [c for c in found if not (c.declared and c.key in keys)]  # dan(…) prints what is declared
    citations = [*typed, *(citation for citation in registered.values() if citation)]
    documents = _documents(citations)
    findings = [finding for citation in citations for finding in _alone(citation, document_date)]
    findings += [finding for document in documents for finding in _together(document)]
    findings += _order(documents)
    findings += _incomplete(documents)
    findings += [finding for passage in texts for finding in _in_text(passage)]
    cited = {citation.key for citation in found}
    for key, citation in registered.items():
        if citation and citation.key not in cited:
            findings.append(_say("van-ban-khong-dan", citation.place, one=key))
    return findings


def _say(code: str, place: Location, related: Iterable[Related] = (), **words: object) -> Diagnostic:
    severity, message, hint, clause = CODES[code]
    filled = {key: words.get(key, "") for key in ("name", "one", "other")}
    return Diagnostic(
        code, severity, message.format(**filled), place, hint.format(**filled), clause, tuple(related)
    )


# --- documents: the citations of one and the same -----------------------------------------------------


def _documents(citations: list[Citation]) -> list[list[Citation]]:
    """The citations grouped by the document they mean, in the order of their first places."""
    by_key: dict[object, list[list[Citation]]] = defaultdict(list)
    documents: list[list[Citation]] = []
    for citation in citations:
        for document in by_key[citation.key]:
            if all(_may_be_same(citation, other) for other in document):
                document.append(citation)
                break
        else:
            document = [citation]
            by_key[citation.key].append(document)
            documents.append(document)
    return documents


def _may_be_same(one: Citation, other: Citation) -> bool:
    """Whether two citations with one number can mean one document: numbers start again every year, and
    every body has its own."""
    if one.issuer and other.issuer and not _same_body(one.issuer, other.issuer):
        return False
    if one.date and other.date and one.date != other.date and one.year is None:
        if one.date.year != other.date.year and (one.date.day, one.date.month) != (other.date.day, other.date.month):
            return False
        if not (one.issuer and other.issuer) and _unlike(one.subject, other.subject):
            return False
    return True


def _same_body(one: str, other: str) -> bool:
    a, b = (vn.fold(vn.full_name(name)).removeprefix("chủ tịch ") for name in (one, other))
    return a.startswith(b) or b.startswith(a) or "đơn vị" in (a, b) or "cơ quan" in (a, b)


_ABBREVIATED = {
    "cchc": "cải cách hành chính",
    "tthc": "thủ tục hành chính",
    "qppl": "quy phạm pháp luật",
    "vbqppl": "văn bản quy phạm pháp luật",
    "cntt": "công nghệ thông tin",
    "cbccvc": "cán bộ công chức viên chức",
}
_COMMON = frozenset(
    "về việc v/v ban hành năm của trên địa bàn huyện xã tỉnh và các kế hoạch quyết định công tác thực hiện triển "
    "khai một số theo đó trong".split()
)


def _unlike(one: str, other: str) -> bool:
    """Whether two subjects begin with hardly a word in common. How far a subject goes in the sentence
    is not certain, so only its first words are sought in the other."""
    a, b = _words(one), _words(other)
    first, rest = (a, b) if len(a) <= len(b) else (b, a)
    sought = set(first[:6])
    return len(sought) >= 3 and len(sought & set(rest)) * 3 < len(sought)


def _words(subject: str) -> list[str]:
    words = re.findall(r"[^\W\d]+(?:/[^\W\d]+)?", vn.fold(subject))
    parts = [part for word in words for part in _ABBREVIATED.get(word, word).split()]
    return [part for part in parts if part not in _COMMON]


# --- one citation ----------------------------------------------------------------------------------


def _alone(citation: Citation, document_date: vn.PartialDate | None) -> Iterator[Diagnostic]:
    c = citation
    if other := _contradicting_type(c):
        yield _say("trich-dan-loai-ky-hieu", c.place, name=c.name, one=c.type_name, other=other)
    if c.year and c.date and c.year != c.date.year:
        yield _say("trich-dan-nam", c.place, name=c.name, one=c.year, other=_day(c.date))
    if c.type_name in YEARLY and c.year is None and "-" in c.symbol:
        yield _say("trich-dan-thieu-nam", c.place, name=c.name, one=c.type_name)
    if c.bad_date:
        yield _say("trich-dan-ngay-khong-co", c.place, name=c.name, one=c.bad_date)
    if c.date and document_date and c.date > _last_day(document_date):
        own = vn.ngay(document_date)
        yield _say("trich-dan-sau-bao-cao", c.place, name=c.name, one=_day(c.date), other=own)
    if expected := _contradicting_body(c):
        yield _say("trich-dan-co-quan", c.place, name=c.name, one=c.issuer, other=expected)
    if right := _right_symbol(c):
        yield _say("trich-dan-ky-hieu", c.place, name=right, one=c.typed)


def _contradicting_type(c: Citation) -> str:
    """The type that the letters of the symbol name, when the citation names another one."""
    named = TYPE_OF_CODE.get(c.code, "")
    if not named or c.type_name in ("", ANY_TYPE) or not re.search("[-/]", c.symbol):
        return ""
    if c.type_name == "Công văn":  # the first letters are the body's: 12/CT-TTHT is of a Cục Thuế
        return named if re.search("-(?:UBND|HĐND|CP|TTg)$", c.symbol) else ""
    return "" if c.code in TYPE_CODES.get(c.type_name, (c.code,)) else named


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


def _day(date: datetime.date) -> str:
    return vn.ngay(date)


# --- the citations of one document -----------------------------------------------------------------


def _together(document: list[Citation]) -> Iterator[Diagnostic]:
    name = document[0].name
    dated = [c for c in document if c.date]
    clash = _minority(dated, lambda c: c.date)
    for c, others in clash:
        yield _say(
            "trich-dan-hai-ngay",
            c.place,
            (Related(other.place, f"ở đây ghi ngày {_day(other.date)}") for other in others if other.date),
            name=name,
            one=_day(c.date) if c.date else "",
            other=_day(others[0].date) if others[0].date else "",
        )
    typed = [c for c in document if c.type_name not in ("", ANY_TYPE)]
    if not any(_contradicting_type(c) for c in typed):
        for c, others in _minority(typed, lambda c: c.type_name):
            related = (Related(other.place, f"ở đây gọi là {other.type_name}") for other in others)
            yield _say(
                "trich-dan-hai-loai", c.place, related, name=name, one=c.type_name, other=others[0].type_name
            )
    if not clash:
        yield from _subjects(document)


def _subjects(document: list[Citation]) -> Iterator[Diagnostic]:
    with_subject = [c for c in document if c.subject]
    for c in with_subject[1:]:
        first = with_subject[0]
        if _unlike(first.subject, c.subject):
            yield _say(
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


# --- numbers rise with dates -----------------------------------------------------------------------


def _order(documents: list[list[Citation]]) -> Iterator[Diagnostic]:
    """In one series (body, symbol, year) a later date has no lower number."""
    series: dict[tuple[str, bool, int], list[Citation]] = defaultdict(list)
    for document in documents:
        dates = {c.date for c in document if c.date}
        if len(dates) == 1 and not any(_contradicting_type(c) for c in document):
            c = next(c for c in document if c.date)
            issuer = next((o.issuer for o in document if o.issuer), "")
            assert c.date is not None
            series[c.symbol, c.year is not None, c.date.year].append(replace(c, issuer=issuer))
    for citations in series.values():
        for group in _by_body(citations):
            yield from _falling(group)


def _by_body(citations: list[Citation]) -> list[list[Citation]]:
    """The citations of each body; one without a body is of the only body there is, else of none."""
    groups: list[list[Citation]] = []
    for c in citations:
        if c.issuer:
            for group in groups:
                if _same_body(c.issuer, group[0].issuer):
                    group.append(c)
                    break
            else:
                groups.append([c])
    unnamed = [c for c in citations if not c.issuer]
    if not groups:
        return [unnamed]
    if len(groups) == 1:
        groups[0].extend(unnamed)
    return groups


def _falling(citations: list[Citation]) -> Iterator[Diagnostic]:
    ordered = sorted(citations, key=lambda c: (c.date, c.number, c.letter))
    kept = _longest_rise([c.number for c in ordered])
    for index, c in enumerate(ordered):
        if index in kept:
            continue
        against = [o for i, o in enumerate(ordered) if i in kept and (o.number < c.number) != (i < index)]
        related = [Related(o.place, f"{o.name} ngày {_day(o.date)}") for o in against if o.date]
        nearest = min(against, key=lambda o: abs((o.date - c.date).days) if o.date and c.date else 0)
        yield _say(
            "trich-dan-thu-tu",
            c.place,
            related,
            name=c.name,
            one=_day(c.date) if c.date else "",
            other=f"{nearest.name} có ngày {_day(nearest.date) if nearest.date else ''}",
        )


def _longest_rise(numbers: list[int]) -> set[int]:
    """The indexes of a longest subsequence that does not fall."""
    best: list[list[int]] = []
    for index, number in enumerate(numbers):
        before = max((chain for chain in best if numbers[chain[-1]] <= number), key=len, default=[])
        best.append([*before, index])
    return set(max(best, key=len, default=[]))


# --- first citations -------------------------------------------------------------------------------


def _incomplete(documents: list[list[Citation]]) -> Iterator[Diagnostic]:
    """A first citation without type, date, body or subject. Table cells and titles are too short for
    that and are not asked; of a document in brackets only the date is."""
    complete = [document[0].name for document in documents if any(c.date for c in document)]
    for document in documents:
        first = next((c for c in document if c.passage is None), document[0])
        kind = first.passage.kind if first.passage else None
        if kind in (PassageKind.CELL, PassageKind.HEADING):
            continue
        missing = _missing(first)
        if not missing:
            continue
        near = [] if first.date else [name for name in complete if _one_slip(first.name, name)]
        yield _say(
            "trich-dan-thieu-ngay" if "ngày ban hành" in missing else "trich-dan-thieu",
            first.place,
            name=first.name,
            one=", ".join(missing),
            other=f"; nếu đã viện dẫn ở trên thì có phải {near[0]}?" if near else "",
        )


def _one_slip(one: str, other: str) -> bool:
    """Whether two numbers differ by one digit typed wrong, left out, added or swapped with the next."""
    a, b = (re.match(r"\d+", name) for name in (one, other))
    if a is None or b is None or one[a.end() :] != other[b.end() :]:
        return False
    x, y = sorted((a[0], b[0]), key=len)
    if len(x) == len(y):
        wrong = [i for i in range(len(x)) if x[i] != y[i]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and x[wrong[0]] == y[wrong[1]]
        return len(wrong) == 1 or (swapped and x[wrong[1]] == y[wrong[0]])
    return len(y) == len(x) + 1 and any(x == y[:i] + y[i + 1 :] for i in range(len(y)))


def _missing(c: Citation) -> list[str]:
    missing = []
    if not c.type_name:
        missing.append("tên loại")
    if c.date is None and not c.bad_date:
        missing.append("ngày ban hành")
    if c.bracketed:
        return missing
    if not c.issuer and c.symbol.split("-")[-1] not in ISSUERS:
        missing.append("cơ quan ban hành")
    if not c.subject:
        missing.append("trích yếu")
    return missing


# --- in the text -----------------------------------------------------------------------------------


def _in_text(passage: Passage) -> Iterator[Diagnostic]:
    for match in _LAW.finditer(passage.text):
        yield _say("trich-dan-luat-co-so", passage.place(match.start()), one=match["law"].strip())
    for match in _BARE.finditer(passage.text):
        yield _say("trich-dan-thieu-ky-hieu", passage.place(match.start()), one=match[0])
