"""Cited documents: in full the first time, short after that.

NĐ 30/2020, Phụ lục I, mục II.6.b: the first citation gives type, number and symbol, date, issuing body
and subject; the later ones type, number and symbol; a Luật or Pháp lệnh is cited by type and name alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen import vn
from docgen.diagnostics import did_you_mean
from docgen.expression import ExpressionError
from docgen.schema import CitedDocument

LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
"""Types that are cited by their name, without number, date and issuing body."""

_JOINED = ("về ", "quy định ", "sửa đổi", "hướng dẫn ", "ban hành ", "phê duyệt ", "bãi bỏ ", "công bố ")


class Register:
    """The documents under `van_ban` of one data file; knows which were cited already.

    One Register serves one rendering of one document: what `cite` gives depends on what it gave before.
    """

    def __init__(self, documents: Mapping[str, CitedDocument]) -> None:
        self._documents = documents
        self._cited: set[str] = set()

    def cite(self, *keys: object) -> str:
        """The citation of the document declared as `keys[0]`. Raises ExpressionError for anything but
        one known key, because it is called from what a clerk typed."""
        key = str(keys[0]) if len(keys) == 1 else ""
        document = self._documents.get(key)
        if document is None:
            ask = did_you_mean(key, self._documents)
            raise ExpressionError(
                f"không có văn bản “{key}” dưới van_ban{ask}", hint="Khai báo văn bản này dưới van_ban"
            )
        if document.key in self._cited:
            return short_form(document)
        self._cited.add(document.key)
        return full_form(document)

    def unused(self) -> tuple[CitedDocument, ...]:
        """The documents that were never cited, in the order they were declared."""
        return tuple(doc for doc in self._documents.values() if doc.key not in self._cited)


def is_law(document: CitedDocument) -> bool:
    """Whether `document` is cited by its name (Luật, Pháp lệnh)."""
    return document.type_name.strip().lower().startswith(tuple(law.lower() for law in LAWS))


def full_form(document: CitedDocument) -> str:
    """ "Kế hoạch số 133/KH-UBND ngày 27 tháng 12 năm 2019 của Ủy ban nhân dân huyện Quảng Điền về …";
    what was not typed is left out."""
    if is_law(document):
        return short_form(document)
    parts = [short_form(document)]
    if document.date is not None:
        parts.append(vn.ngay_dai(document.date))
    if document.issuer:
        parts.append(f"của {document.issuer}")
    if document.title and _number(document):
        parts.append(_subject(document.title))
    return " ".join(parts)


def short_form(document: CitedDocument) -> str:
    """ "Kế hoạch số 133/KH-UBND"; a law by its name; without a number by type and subject."""
    type_name = vn.upper_first(document.type_name.strip())
    if is_law(document):
        name = (document.name or document.title).strip()
        return name if name.lower().startswith(type_name.lower()) else f"{type_name} {name}".strip()
    if number := _number(document):
        return f"{type_name} số {number}"
    return f"{type_name} {_subject(document.title)}" if document.title else type_name


def _number(document: CitedDocument) -> str:
    return document.number.strip().removeprefix("số").lstrip(" :")


def _subject(title: str) -> str:
    """The subject as it follows the issuing body: with "về" unless it brings its own verb."""
    text = title.strip()
    lowered = vn.lower_first(text)
    return lowered if lowered.startswith(_JOINED) else f"về {text}"
