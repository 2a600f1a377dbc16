"""Which citations mean one and the same document."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from docgen import vn
from docgen.checks.cited import Citation
from docgen.patterns import pattern
from docgen.values import Struct


def by_document(citations: list[Citation]) -> list[list[Citation]]:
    """The citations grouped by the document they mean, in the order of their first places."""
    by_key: dict[object, list[_Document]] = defaultdict(list)
    documents: list[_Document] = []
    for citation in citations:
        way = citation.issuer, citation.date, citation.subject
        for document in by_key[citation.key]:
            if all(_may_be_same(citation, other) for other in document.ways.values()):
                break
        else:
            document = _Document([], {})
            by_key[citation.key].append(document)
            documents.append(document)
        document.citations.append(citation)
        document.ways.setdefault(way, citation)
    return [document.citations for document in documents]


class _Document(Struct):
    """The citations of one document, and the first of each way it is cited in: the others say the same."""

    citations: list[Citation]
    ways: dict[object, Citation]


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


_BRACKETED = pattern(r" ?\([^)]*\)")  # Ủy ban nhân dân (UBND) huyện


def same_body(one: str, other: str) -> bool:
    """Whether two names can mean one issuing body: one may say less than the other (UBND huyện)."""
    a, b = _body(one), _body(other)
    return a.startswith(b) or b.startswith(a) or "đơn vị" in (a, b) or "cơ quan" in (a, b)


@lru_cache(maxsize=1024)
def _body(name: str) -> str:
    return vn.fold(vn.full_name(_BRACKETED.sub("", name))).removeprefix("chủ tịch ")


ABBREVIATED = {
    "cchc": "cải cách hành chính",
    "tthc": "thủ tục hành chính",
    "qppl": "quy phạm pháp luật",
    "vbqppl": "văn bản quy phạm pháp luật",
    "cntt": "công nghệ thông tin",
    "cbccvc": "cán bộ công chức viên chức",
}
_COMMON_WORDS = (
    "về việc v/v ban hành năm của trên địa bàn huyện xã tỉnh và các kế hoạch quyết định công tác "
    "thực hiện triển khai một số theo đó trong"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_WORD = pattern(r"[^\W\d]+(?:/[^\W\d]+)?")


def unlike(one: str, other: str) -> bool:
    """Whether two subjects begin with hardly a word in common. How far a subject goes in the sentence
    is not certain, so only its first words are sought in the other."""
    a, b = subject_words(one), subject_words(other)
    first, rest = (a, b) if len(a) <= len(b) else (b, a)
    sought = set(first[:6])
    return len(sought) >= 3 and len(sought & set(rest)) * 3 < len(sought)


@lru_cache(maxsize=1024)
def subject_words(subject: str) -> tuple[str, ...]:
    """The words of a subject that tell it from others, folded, abbreviations written out."""
    words = _WORD.findall(vn.fold(subject))
    parts = [part for word in words for part in ABBREVIATED.get(word, word).split()]
    return tuple(part for part in parts if part not in _COMMON)


_DIGITS = "0123456789"


def one_slip(one: str, other: str) -> bool:
    """Whether two numbers differ by one digit typed wrong, left out, added or swapped with the next."""
    rest = one.lstrip(_DIGITS)
    if rest != other.lstrip(_DIGITS) or rest in (one, other):
        return False
    x, y = sorted((one.removesuffix(rest), other.removesuffix(rest)), key=len)
    if len(x) == len(y):
        wrong = [i for i in range(len(x)) if x[i] != y[i]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and x[wrong[0]] == y[wrong[1]]
        return len(wrong) == 1 or (swapped and x[wrong[1]] == y[wrong[0]])
    return len(y) == len(x) + 1 and any(x == y[:i] + y[i + 1 :] for i in range(len(y)))
