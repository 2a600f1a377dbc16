"""An amount and the same amount in words: "126.500.000 đồng (bằng chữ: một trăm hai mươi sáu triệu …)"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen import vn
from docgen.patterns import pattern

_WRITTEN = pattern(
    r"(?P<figures>[0-9](?:[0-9]{0,2}(?:\.[0-9]{3})+|[0-9]*))(?P<noun>\s+[^\W\d_]+)?"
    r"\s*[(,;]\s*(?:[Vv]iết )?[Bb]ằng chữ"
    r"\s*:?\s*(?P<words>[^();:]+?)(?:\s+đồng)?(?:\s+(?:chẵn|tròn))?\s*[.)/;]"
)


def wrong_words(text: str) -> Iterator[tuple[int, str]]:
    """Where an amount stands whose words say another number, and the sentence that says so."""
    for match in _WRITTEN.finditer(text) if "ằng chữ" in text else ():
        amount = Decimal(match["figures"].replace(".", ""))
        words = match["words"].removesuffix((match["noun"] or "").strip()).strip(" “”\"'")
        try:
            said = vn.doc_chu(words)
        except vn.VnError:
            continue
        if said != amount:
            yield match.start(), f"số ghi {match['figures']}, nhưng bằng chữ là {vn.so(said)}"
