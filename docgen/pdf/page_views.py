"""Two Word files side by side as pictures of their pages, for the HTML page of a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.compare.as_html import PageView
from docgen.compare.pages import PagePair, compare_pages, in_words, png
from docgen.compare.pdf_reader import Box, Pdf
from docgen.pdf.convert import Converter
from docgen.pdf.office import find_office
from docgen.values import Struct

_DPI = 84
_MANY = 30  # pictures of more pages make the page too heavy to open


class Views(Struct, frozen=True):
    """What the pages of one document say: in lines, and as pictures of those that changed."""

    notes: tuple[str, ...]
    pages: tuple[PageView, ...]


def page_views(pairs: Sequence[tuple[str, bytes, bytes]], jobs: int = 1) -> Iterator[Views]:
    """For each (name, old .docx, new .docx) its changed pages, in order. With b"" for an old file that is not
    kept, the pages of the new one alone. Raises UnreadableError where LibreOffice is missing."""
    files = [(name, docx) for name, *both in pairs for docx in both if docx]
    with Converter(jobs=jobs) as converter:
        made = converter.convert(files)
        for name, old, new in pairs:
            before = next(made) if old else None
            after = next(made) if new else None
            fault = next((c.fault for c in (before, after) if c is not None and c.fault is not None), None)
            if fault is not None:
                yield Views((fault.message,), ())
            elif before is None or after is None:
                yield _alone((after or before).pdf if (after or before) else b"", name)  # type: ignore[union-attr]
            else:
                yield _both(Pdf(before.pdf, name), Pdf(after.pdf, name))


def page_views_or_none(pairs: Sequence[tuple[str, bytes, bytes]], jobs: int = 1) -> tuple[list[Views], str]:
    """As `page_views`; where LibreOffice is missing no views, and a sentence that says so."""
    if find_office() is None:
        return (
            [],
            "Máy này không có LibreOffice nên không có hình trang; khác biệt về chữ và định dạng vẫn đủ.",
        )
    return list(page_views(pairs, jobs)), ""


def _alone(pdf: bytes, name: str) -> Views:
    note = "không giữ tệp Word đã duyệt nên không so được hình trang (xem --keep-docx)"
    if not pdf:
        return Views((note,), ())
    document = Pdf(pdf, name)
    count = min(len(document), _MANY)
    pages = [PageView(f"Trang {n}", b"", png(document.image(n, _DPI))) for n in range(1, count + 1)]
    return Views((note, *_left_out(len(document))), tuple(pages))


def _left_out(count: int) -> tuple[str, ...]:
    return (f"chỉ hiện {_MANY} trang đầu trong {count} trang",) if count > _MANY else ()


def _both(old: Pdf, new: Pdf) -> Views:
    pairs = [pair for pair in compare_pages(old, new) if pair.changed]
    first = sorted(pairs, key=lambda p: p.old is not None and p.new is not None and p.old == p.new)
    notes = in_words(pairs) or ["hình các trang như cũ"]
    return Views((*notes, *_left_out(len(first))), tuple(_view(pair, old, new) for pair in first[:_MANY]))


def _view(pair: PagePair, old: Pdf, new: Pdf) -> PageView:
    before = old.image(pair.old, _DPI) if pair.old else None
    after = new.image(pair.new, _DPI) if pair.new else None
    shown = after or before
    scale = _DPI / 25.4
    areas = tuple(
        Box(
            a.left * scale / shown.width,
            a.top * scale / shown.height,
            a.right * scale / shown.width,
            a.bottom * scale / shown.height,
        )
        for a in pair.areas
        if shown is not None
    )
    return PageView(_title(pair), png(before) if before else b"", png(after) if after else b"", areas)


def _title(pair: PagePair) -> str:
    if pair.old is None:
        return f"Trang {pair.new} mới có"
    if pair.new is None:
        return f"Trang {pair.old} không còn"
    return f"Trang {pair.new}" if pair.old == pair.new else f"Trang {pair.old} nay là trang {pair.new}"
