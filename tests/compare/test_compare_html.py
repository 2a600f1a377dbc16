"""The HTML page: self-contained, escaped, whole."""

from __future__ import annotations

import html.parser
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from compare_edits import EDITS
from compare_package import NAMES, Word, built

from docgen.compare import Change, Difference, Piece, Place, compare
from docgen.compare.as_html import PageView, Part, page
from docgen.compare.pdf_reader import Box

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)


def difference(old: str, new: str) -> Difference:
    place = Place("thân văn bản", paragraph=3)
    return Difference(Change.TEXT, "đoạn", place, place, old, new, (Piece("-", old), Piece("+", new)))


def many() -> tuple[Difference, ...]:
    word = Word(built(NAMES[0]))
    for edit in EDITS:
        edit(word, random.Random(5))
    return compare(built(NAMES[0]), word.save())


class Tags(html.parser.HTMLParser):
    """Checks that tags nest; those HTML lets stand open are left out."""

    OPEN = frozenset(("meta", "img", "br", "tr", "td", "th", "thead", "tbody", "i", "p", "li"))

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action")]
        if tag not in self.OPEN:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.OPEN:
            assert self.stack.pop() == tag


def test_text_of_documents_never_becomes_markup() -> None:
    text = page(Part('<script>"&', [difference("<b>a</b>", "1 < 2 & 3")], findings="<i>"))

    assert "<script>" not in text
    assert "<b>a" not in text
    assert "&lt;b&gt;a&lt;/b&gt;" in text
    assert "1 &lt; 2 &amp; 3" in text


def test_the_page_is_well_formed_and_fetches_nothing() -> None:
    picture = PageView("Trang 1", b"\x89PNG", b"\x89PNG", (Box(0.1, 0.1, 0.2, 0.2),))
    tags = Tags()

    tags.feed(page(Part("a", many(), pages=[picture]), Part("b", [difference("x", "y")])))

    assert tags.stack == []
    assert [a for a in tags.addresses if not a.startswith(("#", "data:"))] == []


def test_every_difference_stands_in_the_page() -> None:
    found = many()

    text = page(Part("a", found))

    assert len(found) > 15
    assert len(re.findall(r'<li class="(?:added|removed|moved|text|look)">', text)) == len(found)


@pytest.mark.skipif(BROWSER is None, reason="Chromium is not on this machine")
def test_a_browser_opens_the_page(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(page(Part("a", many())), encoding="utf-8")
    picture = tmp_path / "a.png"

    subprocess.run(
        [
            str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'p'}",
            "--window-size=1180,900", f"--screenshot={picture}", file.as_uri(),
        ],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip

    assert picture.read_bytes().startswith(b"\x89PNG")
