"""Which citations mean one and the same document."""

from __future__ import annotations

import re
from collections import defaultdict

from docgen import vn
from docgen.checks.cited import Citation


def by_document(citations: list[Citation]) -> list[list[Citation]]:
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
    if one.issuer and other.issuer and not same_body(one.issuer, other.issuer):
        return False
    if one.date and other.date and one.date != other.date and one.year is None:
        if one.date.year != other.date.year and (one.date.day, one.date.month) != (
            other.date.day,
            other.date.month,
        ):
            return False
        if not (one.issuer and other.issuer) and unlike(one.subject, other.subject):
            return False
    return True


_BRACKETED = re.compile(r" ?\([^)]*\)")  # Ủy ban nhân dân (UBND) huyện


def same_body(one: str, other: str) -> bool:
    """Whether two names can mean one issuing body: one may say less than the other (UBND huyện)."""
    a, b = (
        vn.fold(vn.full_name(_BRACKETED.sub("", name))).removeprefix("chủ tịch ") for name in (one, other)
    )
    return a.startswith(b) or b.startswith(a) or "đơn vị" in (a, b) or "cơ quan" in (a, b)


ABBREVIATED = {
    "cchc": "cải cách hành chính",
    "tthc": "thủ tục hành chính",
    "qppl": "quy phạm pháp luật",
    "vbqppl": "văn bản quy phạm pháp luật",
    "cntt": "công nghệ thông tin",
    "cbccvc": "cán bộ công chức viên chức",
}
_COMMON = frozenset(
    re.findall(
        r"\S+",
        "về việc v/v ban hành năm của trên địa bàn huyện xã tỉnh và các kế hoạch quyết định công tác "
        "thực hiện triển khai một số theo đó trong",
    )
)


def unlike(one: str, other: str) -> bool:
    """Whether two subjects begin with hardly a word in common. How far a subject goes in the sentence
    is not certain, so only its first words are sought in the other."""
    a, b = subject_words(one), subject_words(other)
    first, rest = (a, b) if len(a) <= len(b) else (b, a)
    sought = set(first[:6])
    return len(sought) >= 3 and len(sought & set(rest)) * 3 < len(sought)


def subject_words(subject: str) -> list[str]:
    """The words of a subject that tell it from others, folded, abbreviations written out."""
    words = re.findall(r"[^\W\d]+(?:/[^\W\d]+)?", vn.fold(subject))
    parts = [part for word in words for part in ABBREVIATED.get(word, word).split()]
    return [part for part in parts if part not in _COMMON]


def one_slip(one: str, other: str) -> bool:
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
