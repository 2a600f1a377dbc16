"""Reading numbers in figures as Vietnamese clerks type them: 6.015 · 20,56 · 20,56% · 145/6.015.

What another notation left behind (0.25 · 1,234.5) is refused, with the right form named. Where Vietnamese
notation decides but a clerk may have meant something else (1,234), it is read, and :func:`mo_ho` says so.
"""

from __future__ import annotations

import re
from decimal import Decimal

from docgen.vn.errors import VnError
from docgen.vn.numbers import MAX_DIGITS
from docgen.vn.text import nfc

# No-break, narrow no-break and thin spaces come from Excel and PDF; a minus or en dash from Word.
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})

_NUMBER = r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:,[0-9]+)?"
_ENGLISH = r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+|[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}"
_ONE_DOT = r"[+-]?[0-9]+\.[0-9]+"
_THOUSANDS_OR_DECIMALS = r"[+-]?([1-9][0-9]{0,2}),([0-9]{3})"
_PERCENT = r"(?i)\s*(?:%|phần trăm)$"
_POINTS = r"(?i)\s*điểm (?:%|phần trăm)$"
_LOOKALIKES = str.maketrans("OoIl", "0011")


def doc_so(text: str) -> Decimal:
    """The number `text` holds: "6.015" is 6015, "20,56" is 20.56, "08" is 8, "20,56%" is 20.56 (percent).

    Decimals are kept as typed: "20,50" is Decimal("20.50"). Thousands may also be set apart by spaces.
    Raises VnError for anything else; the decimal point of another notation ("0.25", "1,234.5") is named
    and the right form suggested.
    """
    if text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS:
        return Decimal(text)  # most cells of most tables
    body = _clean(text)
    if body.endswith(("%", "m", "M")):  # of phần trăm
        body = re.sub(_PERCENT, "", body)
    if len(body) > 2 * MAX_DIGITS:
        raise VnError("số quá dài")
    if re.fullmatch(_NUMBER, body):
        return Decimal(body.replace(".", "").replace(" ", "").replace(",", "."))
    raise _explain(body, text.strip())


def doc_ty_le(text: str) -> Decimal:
    """The percentage `text` holds, in percent: "20,56%", "20,56 %", "20,56 phần trăm" and "20,56" are all
    Decimal("20.56"). Raises VnError."""
    return doc_so(text)


def doc_diem_phan_tram(text: str) -> Decimal:
    """The percentage points `text` holds: "2,5 điểm phần trăm" is 2.5, "-1 điểm %" is -1. Raises VnError."""
    body = _clean(text)
    if not re.search(_POINTS, body):
        raise VnError(f"“{text.strip()}” thiếu đơn vị", "Ghi như 2,5 điểm phần trăm")
    return doc_so(re.sub(_POINTS, "", body))


def doc_phan_so(text: str) -> tuple[Decimal, Decimal]:
    """Both parts of a fraction as printed: "145/6.015" is (145, 6015), "03/03" is (3, 3). Raises VnError."""
    parts = _clean(text).split("/")
    if len(parts) != 2:
        raise VnError(f"“{text.strip()}” không phải là phân số", "Ghi như 10/10 hoặc 145/6.015")
    return doc_so(parts[0]), doc_so(parts[1])


def mo_ho(text: str) -> str | None:
    """A sentence naming the other way a number may have been meant, None when there is none: "1,234" is
    a decimal here, but by English habit one thousand two hundred and thirty-four."""
    match = re.fullmatch(_THOUSANDS_OR_DECIMALS, _clean(text))
    if not match:
        return None
    return f"“{text.strip()}” được đọc là số thập phân; nếu là hàng nghìn thì ghi {match[1]}.{match[2]}"


def _clean(text: str) -> str:
    return text.strip() if text.isascii() else nfc(text).translate(_SIGNS).strip()


def _explain(body: str, shown: str) -> VnError:
    """What is wrong with `body`, which is no number, and what it probably should be."""
    if not body:
        return VnError("số để trống", "Ghi như 6.015 hoặc 20,56")
    if len(shown) > 40:
        shown = shown[:40] + "…"
    if re.fullmatch(_ENGLISH, body):
        right = body.translate(str.maketrans(",.", ".,"))
        return VnError(f"“{shown}” viết theo lối tiếng Anh, phẩy ở hàng nghìn", f"Ghi {right}")
    if re.fullmatch(_ONE_DOT, body):
        return VnError(
            f"“{shown}” không rõ nghĩa: dấu chấm chỉ ngăn cách từng nhóm ba chữ số",
            f"Ghi {body.replace('.', ',')} nếu là số thập phân",
        )
    if re.fullmatch(r"[+-]?[0-9.]+(?:,[0-9]+)?", body):
        return VnError(f"“{shown}” có dấu chấm sai chỗ", "Sau mỗi dấu chấm phải đủ ba chữ số: 1.234.567")
    if re.fullmatch(r"[+-]?,[0-9]+", body):
        return VnError(f"“{shown}” thiếu phần nguyên", f"Ghi {body.replace(',', '0,')}")
    if re.fullmatch(r"[+-]?[0-9.]+/[0-9.]+", body):
        return VnError(f"“{shown}” là phân số, không phải một số", "Ghi một số, hoặc khai kiểu chu")
    if re.fullmatch(_NUMBER, body.translate(_LOOKALIKES)):
        right = body.translate(_LOOKALIKES)
        return VnError(f"“{shown}” lẫn chữ cái trông giống chữ số", f"Có phải {right}?")
    if match := re.fullmatch(rf"({_NUMBER})\s*([^\W\d_].*)", body):
        return VnError(f"“{shown}” còn chữ “{match[2]}” sau số", f"Chỉ ghi {match[1]}")
    return VnError(f"“{shown}” không phải là số", "Ghi như 6.015 hoặc 20,56")
