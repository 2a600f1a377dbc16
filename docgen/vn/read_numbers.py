"""Reading numbers in figures as Vietnamese clerks type them: 6.015 · 20,56 · 20,56% · 145/6.015.

What could be meant in two ways is refused with both readings named, or, where the Vietnamese
notation decides (1,234), read and named by :func:`ambiguity`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from docgen.vn.errors import VnError
from docgen.vn.numbers import MAX_DIGITS
from docgen.vn.text import nfc

_SPACES = "\u00a0\u202f\u2009"  # no-break, narrow no-break and thin space, as pasted from Excel or PDF
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", **dict.fromkeys(_SPACES, " ")})
_NUMBER = re.compile(r"-?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:,[0-9]+)?")
_ENGLISH = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+|-?[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_DECIMAL_POINT = re.compile(r"-?[0-9]+\.[0-9]+")
_FRACTION = re.compile(r"([^/]+)/([^/]+)")


def doc_so(text: str) -> Decimal:
    """The number `text` holds: "6.015" is 6015, "20,56" is 20.56, "08" is 8, "20,56%" is 20.56 (percent).

    Decimals are kept as typed ("20,50" is Decimal("20.50")). Raises VnError for anything else; the
    decimal point of another notation ("0.25", "1,234.5") is named and the right form suggested.
    """
    body = _clean(text)
    if body.endswith("%"):
        body = body[:-1].rstrip()
    if len(body) > 2 * MAX_DIGITS:
        raise VnError("số quá dài")
    if _NUMBER.fullmatch(body):
        return Decimal(body.replace(".", "").replace(" ", "").replace(",", "."))
    raise _explain(body, text)


def doc_ty_le(text: str) -> Decimal:
    """The percentage `text` holds, in percent: "20,56%", "20,56 %", "20,56 phần trăm" and "20,56" are
    20.56. Raises VnError."""
    return doc_so(re.sub(r"\s*(?:%|phần trăm)\s*$", "", nfc(text), flags=re.IGNORECASE))


def doc_phan_so(text: str) -> tuple[Decimal, Decimal]:
    """Numerator and denominator of a fraction as printed: "145/6.015" is (145, 6015). Raises VnError."""
    match = _FRACTION.fullmatch(_clean(text))
    if not match:
        raise VnError(f"“{text.strip()}” không phải là phân số", "Ghi như 10/10 hoặc 145/6.015")
    return doc_so(match[1]), doc_so(match[2])


def ambiguity(text: str) -> str | None:
    """A sentence that names the other reading of a number we do read, or None: "1,234" is read as a
    decimal, but typed by an English habit it is one thousand two hundred and thirty-four."""
    match = re.fullmatch(r"-?([1-9][0-9]{0,2}),([0-9]{3})", _clean(text))
    if not match:
        return None
    return f"“{text.strip()}” được đọc là số thập phân; nếu là hàng nghìn thì ghi {match[1]}.{match[2]}"


def _clean(text: str) -> str:
    return nfc(text).translate(_MINUS).strip()


def _explain(body: str, text: str) -> VnError:
    shown = text.strip()
    if not body:
        return VnError("số để trống")
    if _ENGLISH.fullmatch(body):
        right = body.translate(str.maketrans(",.", ".,"))
        return VnError(f"“{shown}” viết theo lối tiếng Anh (phẩy hàng nghìn, chấm thập phân)", f"Ghi {right}")
    if _DECIMAL_POINT.fullmatch(body):
        right = body.replace(".", ",")
        whole, _, rest = body.replace(".", "").lstrip("-").rpartition(body.rsplit(".", 1)[1])
        grouped = f", hoặc {body.replace('.', '')} nếu là số nguyên" if whole.strip("0") and len(rest) != 1 else ""
        return VnError(
            f"“{shown}” không rõ: dấu chấm chỉ ngăn cách từng nhóm ba chữ số, phần thập phân ghi sau dấu phẩy",
            f"Ghi {right} nếu là số thập phân{grouped}",
        )
    if "/" in body:
        return VnError(f"“{shown}” là phân số, không phải một số")
    if re.fullmatch(r"-?,[0-9]+", body):
        return VnError(f"“{shown}” thiếu phần nguyên", f"Ghi {body.replace(',', '0,')}")
    return VnError(f"“{shown}” không phải là số", "Ghi như 6.015 hoặc 20,56")
