"""Single changes to a Word file, each with the one difference that must be found for it.

An edit changes the XML itself and works out from the XML where the change stands, so that nothing of the code
under test is used to say what is right."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from compare_package import Word, child, style_of, text
from lxml import etree

from docgen.view.names import W

Expected = dict[str, Any]
Edit = Callable[[Word, random.Random], Expected]
BODY = "thân văn bản"
_MARKED = (W + "footnoteReference", W + "hyperlink")  # a comparison shows these inside the text


def _t(paragraph: etree._Element) -> etree._Element:
    """The longest text element of a paragraph."""
    return max(paragraph.iter(W + "t"), key=lambda t: len(t.text or ""))


def _prose(word: Word) -> list[etree._Element]:
    return [
        p for p in word.paragraphs("NoiDung") if len(text(p)) > 60 and next(p.iter(*_MARKED), None) is None
    ]


def _swap(
    word: Word, rng: random.Random, wanted: Callable[[str], bool], make: Callable[[str], str]
) -> Expected:
    paragraph = rng.choice([p for p in _prose(word) if any(wanted(w) for w in (_t(p).text or "").split())])
    words = (_t(paragraph).text or "").split(" ")
    at = rng.choice([n for n, w in enumerate(words) if wanted(w)])
    old, words[at] = words[at], make(words[at])
    _t(paragraph).text = " ".join(words)
    return {
        "change": "text", "subject": "đoạn", "area": BODY, "paragraph": word.numbers[paragraph],
        "gone": old, "come": words[at],
    }  # fmt: skip


def word_replaced(word: Word, rng: random.Random) -> Expected:
    return _swap(word, rng, lambda w: len(w) > 2 and w.isalpha(), lambda w: "zz" + w[::-1])


def figure_changed(word: Word, rng: random.Random) -> Expected:
    return _swap(word, rng, str.isdigit, lambda w: str(int(w) + 7))


def _layout(word: Word, paragraph: etree._Element, name: str, old: str, new: str) -> Expected:
    return {
        "change": "look", "subject": "đoạn", "area": BODY, "paragraph": word.numbers[paragraph],
        "looks": [(name, old, new)],
    }  # fmt: skip


def space_after(word: Word, rng: random.Random) -> Expected:
    paragraph = rng.choice([p for p in word.paragraphs("NoiDung") if style_of(p) == "NoiDung"])
    properties = child(paragraph, "pPr")
    child(properties, "spacing", first=False).set(W + "after", "60")
    return _layout(word, paragraph, "cách sau", "6 pt", "3 pt")


def aligned_left(word: Word, rng: random.Random) -> Expected:
    paragraph = rng.choice([p for p in word.paragraphs("NoiDung") if style_of(p) == "NoiDung"])
    child(child(paragraph, "pPr"), "jc", first=False).set(W + "val", "left")
    return _layout(word, paragraph, "căn", "đều hai bên", "trái")


def indent_lost(word: Word, rng: random.Random) -> Expected:
    paragraph = rng.choice([p for p in word.paragraphs("NoiDung") if style_of(p) == "NoiDung"])
    child(child(paragraph, "pPr"), "ind", first=False).set(W + "firstLine", "0")
    return _layout(word, paragraph, "thụt dòng đầu", "12,7 mm", "không")


def style_changed(word: Word, rng: random.Random) -> Expected:
    paragraph = rng.choice([p for p in word.paragraphs("NoiDung") if style_of(p) == "NoiDungGachDauDong"])
    paragraph.find(f"{W}pPr/{W}pStyle").set(W + "val", "NoiDung")
    return _layout(word, paragraph, "kiểu", "Nội dung - gạch đầu dòng", "Nội dung")


def _first_run(word: Word, rng: random.Random) -> tuple[etree._Element, etree._Element]:
    paragraph = rng.choice(
        [
            p
            for p in word.paragraphs("NoiDung")
            if len(p.findall(W + "r")) == 1 and len(list(p.iter(W + "r"))) == 1
        ]
    )
    return paragraph, paragraph.find(W + "r")


def type_size(word: Word, rng: random.Random) -> Expected:
    paragraph, run = _first_run(word, rng)
    child(child(run, "rPr"), "sz", first=False).set(W + "val", "26")
    return _layout(word, paragraph, "cỡ", "14 pt", "13 pt")


def typeface(word: Word, rng: random.Random) -> Expected:
    paragraph, run = _first_run(word, rng)
    fonts = child(child(run, "rPr"), "rFonts")
    for name in ("ascii", "hAnsi"):
        fonts.set(W + name, "Arial")
    return _layout(word, paragraph, "phông", "Times New Roman", "Arial")


def some_words_bold(word: Word, rng: random.Random) -> Expected:
    paragraph = rng.choice([p for p in _prose(word) if len(list(p.iter(W + "r"))) == 1])
    run = paragraph.find(W + "r")
    words = (run.find(W + "t").text or "").split(" ")
    at = rng.randrange(2, len(words) - 3)
    head, middle, tail = " ".join(words[:at]) + " ", words[at], " " + " ".join(words[at + 1 :])
    for content in (middle, tail):
        twin = deepcopy(run)
        twin.find(W + "t").text = content
        paragraph.append(twin)
        if content is middle:
            child(child(twin, "rPr"), "b")
    run.find(W + "t").text = head
    for t in paragraph.iter(W + "t"):
        t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return {
        "change": "look", "subject": "chữ", "area": BODY, "paragraph": word.numbers[paragraph],
        "looks": [("đậm", "không", "có")], "on": middle,
    }  # fmt: skip


def letters_spaced(word: Word, rng: random.Random) -> Expected:
    paragraph, run = _first_run(word, rng)
    child(child(run, "rPr"), "spacing", first=False).set(W + "val", "20")
    return _layout(word, paragraph, "định dạng chữ khác", "không", f"spacing 20 ở “{text(run).strip()}”")


def paragraph_removed(word: Word, rng: random.Random) -> Expected:
    paragraph = rng.choice(_prose(word))
    expected = {
        "change": "removed", "subject": "đoạn", "area": BODY, "paragraph": word.numbers[paragraph],
        "text": text(paragraph),
    }  # fmt: skip
    paragraph.getparent().remove(paragraph)
    return expected


def paragraph_added(word: Word, rng: random.Random) -> Expected:
    paragraph = rng.choice(_prose(word))
    twin = deepcopy(paragraph)
    for t in list(twin.iter(W + "t"))[1:]:
        t.text = ""
    next(
        twin.iter(W + "t")
    ).text = "Qua kiểm tra, 17 phương tiện vận tải thủy chưa đăng kiểm đã bị đình chỉ hoạt động."
    for note in list(twin.iter(W + "footnoteReference")):
        note.getparent().remove(note)
    paragraph.addnext(twin)
    return {
        "change": "added", "subject": "đoạn", "area": BODY, "paragraph": word.numbers[paragraph] + 1,
        "text": text(twin),
    }  # fmt: skip


def paragraph_moved(word: Word, rng: random.Random) -> Expected:
    places = _prose(word)
    at = rng.randrange(len(places) - 8)
    paragraph, target = places[at], places[at + 7]
    moved = text(paragraph)
    target.addnext(paragraph)
    return {
        "change": "moved", "subject": "đoạn", "area": BODY, "text": moved,
        "was": word.numbers[paragraph], "paragraph": word.numbers[target],
    }  # fmt: skip


def _section(word: Word, rng: random.Random) -> tuple[int, etree._Element]:
    sections = list(word.body.iter(W + "sectPr"))
    at = rng.randrange(len(sections))
    return at + 1, sections[at]


def margin(word: Word, rng: random.Random) -> Expected:
    at, section = _section(word, rng)
    section.find(W + "pgMar").set(W + "left", "1417")
    return {
        "change": "look",
        "subject": "trang",
        "area": f"trang (phần {at})",
        "looks": [("lề trái", "30 mm", "25 mm")],
    }


def first_page_numbered(word: Word, rng: random.Random) -> Expected:
    at, section = _section(word, rng)
    section.remove(section.find(W + "titlePg"))
    return {
        "change": "look",
        "subject": "trang",
        "area": f"trang (phần {at})",
        "looks": [("trang đầu khác", "có", "không")],
    }


def header_centred_no_more(word: Word, rng: random.Random) -> Expected:
    part = next(name for name in word.parts if name.startswith("word/header") and b"PAGE" in word.parts[name])
    root = word.parse(part)
    child(child(root.find(W + "p"), "pPr"), "jc", first=False).set(W + "val", "right")
    word.put(part, root)
    return {
        "change": "look", "subject": "đoạn", "area": "đầu trang, trang thường (phần 1)", "paragraph": 1,
        "looks": [("căn", "giữa", "phải")],
    }  # fmt: skip


def line_lost(word: Word, rng: random.Random) -> Expected:
    holder = rng.choice([p for p in word.numbers if p.find(f".//{W}drawing") is not None])
    drawing = holder.find(f".//{W}drawing")
    run = next(drawing.iterancestors(W + "r"))
    run.getparent().remove(run)
    return {"change": "removed", "subject": "đường kẻ", "area": BODY, "paragraph": word.numbers[holder]}


def line_shorter(word: Word, rng: random.Random) -> Expected:
    holder = rng.choice([p for p in word.numbers if p.find(f".//{W}drawing") is not None])
    extents = [
        e
        for e in holder.iter()
        if isinstance(e.tag, str) and e.tag.endswith(("}extent", "}ext")) and e.get("cx")
    ]
    before = int(extents[0].get("cx"))
    for extent in extents:
        extent.set("cx", str(before // 2))
    return {
        "change": "look", "subject": "đường kẻ", "area": BODY, "paragraph": word.numbers[holder],
        "looks": [("dài", _mm(before / 36000), _mm(before // 2 / 36000))],
    }  # fmt: skip


def _mm(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0").replace(".", ",") + " mm"


def _body_row(word: Word, rng: random.Random) -> tuple[etree._Element, int, etree._Element]:
    """(table, number of a row from 1, row): a row of figures whose label is its own."""
    found = []
    for table in word.data_tables():
        for number, row in enumerate(table.findall(W + "tr"), 1):
            heading = row.find(f"{W}trPr/{W}tblHeader") is not None
            plain = row.find(f".//{W}gridSpan") is None
            if not heading and plain and sum(len(text(c)) > 4 for c in row.findall(W + "tc")):
                found.append((table, number, row))
    return rng.choice(found)


def cell_figure(word: Word, rng: random.Random) -> Expected:
    table, number, row = _body_row(word, rng)
    cells = row.findall(W + "tc")
    filled = [n for n, c in enumerate(cells) if text(c).strip() and len(list(c.iter(W + "t"))) == 1]
    at = rng.choice(filled)
    t = next(cells[at].iter(W + "t"))
    old, t.text = t.text, "98.765"
    return {
        "change": "text", "subject": "đoạn", "area": BODY, "table": word.tables[table], "row": number,
        "column": at + 1,
        "paragraph": word.numbers[cells[at].find(W + "p")], "old_text": old, "new_text": "98.765",
    }  # fmt: skip


def _said_row(row: etree._Element) -> str:
    return " | ".join("\n".join(text(p) for p in c.iter(W + "p")).strip() for c in row.findall(W + "tc"))


def row_removed(word: Word, rng: random.Random) -> Expected:
    table, number, row = _body_row(word, rng)
    gone = _said_row(row)
    table.remove(row)
    return {
        "change": "removed",
        "subject": "hàng",
        "area": BODY,
        "table": word.tables[table],
        "row": number,
        "text": gone,
    }


def row_added(word: Word, rng: random.Random) -> Expected:
    table, number, row = _body_row(word, rng)
    twin = deepcopy(row)
    for n, paragraph in enumerate(twin.iter(W + "p")):
        for t in list(paragraph.iter(W + "t")):
            t.text = ""
        texts = list(paragraph.iter(W + "t"))
        if texts:
            texts[0].text = "Hàng hải quốc tế" if n == 1 else str(70 + n)
    row.addnext(twin)
    come = _said_row(twin)
    return {
        "change": "added",
        "subject": "hàng",
        "area": BODY,
        "table": word.tables[table],
        "row": number + 1,
        "text": come,
    }


def cells_merged(word: Word, rng: random.Random) -> Expected:
    table, number, row = _body_row(word, rng)
    cells = row.findall(W + "tc")
    at = rng.randrange(1, len(cells) - 1)
    kept, gone = cells[at], cells[at + 1]
    properties = kept.find(W + "tcPr")
    span = etree.Element(W + "gridSpan")
    span.set(W + "val", "2")
    properties.insert(1, span)
    width = properties.find(W + "tcW")
    width.set(W + "w", str(int(width.get(W + "w")) + int(gone.find(f"{W}tcPr/{W}tcW").get(W + "w"))))
    if text(gone).strip():
        kept_filled = bool(text(kept).strip())
        for paragraph in kept.findall(W + "p") if not kept_filled else ():
            kept.remove(paragraph)
        for paragraph in gone.findall(W + "p"):
            kept.append(paragraph)
    row.remove(gone)
    return {
        "change": "look", "subject": "ô", "area": BODY, "table": word.tables[table], "row": number,
        "column": at + 1,
        "looks": [("gộp ngang", "1 cột", "2 cột")],
    }  # fmt: skip


def cell_shaded(word: Word, rng: random.Random) -> Expected:
    table, number, row = _body_row(word, rng)
    at = rng.randrange(len(row.findall(W + "tc")))
    shade = child(row.findall(W + "tc")[at].find(W + "tcPr"), "shd", first=False)
    shade.set(W + "val", "clear")
    shade.set(W + "fill", "FFFF00")
    return {
        "change": "look", "subject": "ô", "area": BODY, "table": word.tables[table], "row": number,
        "column": at + 1,
        "looks": [("nền", "không", "clear fill=FFFF00")],
    }  # fmt: skip


def header_row_not_repeated(word: Word, rng: random.Random) -> Expected:
    table = rng.choice(word.data_tables())
    row = table.find(W + "tr")
    row.find(W + "trPr").remove(row.find(f"{W}trPr/{W}tblHeader"))
    return {
        "change": "look", "subject": "hàng", "area": BODY, "table": word.tables[table], "row": 1,
        "looks": [("lặp ở đầu trang", "có", "không")],
    }  # fmt: skip


def footnote_text(word: Word, rng: random.Random) -> Expected:
    """Without an expectation where the file has no footnote."""
    part = "word/footnotes.xml"
    root = word.parse(part)
    notes = [n for n in root if n.get(W + "type") is None]
    if not notes:
        return {}
    at = rng.randrange(len(notes))
    t = max(notes[at].iter(W + "t"), key=lambda t: len(t.text or ""))
    words = (t.text or "").split(" ")
    old, words[2] = words[2], "zzkhác"
    t.text = " ".join(words)
    word.put(part, root)
    order = [r.get(W + "id") for r in word.body.iter(W + "footnoteReference")]
    number = order.index(notes[at].get(W + "id")) + 1
    return {"change": "text", "subject": "đoạn", "area": f"chú thích {number}", "gone": old, "come": "zzkhác"}


def style_definition(word: Word, rng: random.Random) -> Expected:
    """A whole style changes: one difference, whose places are the paragraphs of the style."""
    root = word.parse("word/styles.xml")
    style = next(s for s in root.iter(W + "style") if s.get(W + "styleId") == "TrichYeu")
    child(child(style, "rPr", first=False), "sz", first=False).set(W + "val", "26")
    word.put("word/styles.xml", root)
    first = next(p for p in word.numbers if style_of(p) == "TrichYeu" and text(p))
    return _layout(word, first, "cỡ", "14 pt", "13 pt")


EDITS: tuple[Edit, ...] = (
    word_replaced,
    figure_changed,
    space_after,
    aligned_left,
    indent_lost,
    style_changed,
    type_size,
    typeface,
    some_words_bold,
    letters_spaced,
    paragraph_removed,
    paragraph_added,
    paragraph_moved,
    margin,
    first_page_numbered,
    header_centred_no_more,
    line_lost,
    line_shorter,
    cell_figure,
    row_removed,
    row_added,
    cells_merged,
    cell_shaded,
    header_row_not_repeated,
    footnote_text,
    style_definition,
)
