"""Rules on phần, chương, mục, điều, khoản, điểm (Mục II.6c-đ)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.lint.core import E, Finding, Rule, Subject, W
from docgen.lint.look import paragraph_share
from docgen.lint.outline import Item
from docgen.view.components.text import mostly_caps
from docgen.view.model import Paragraph
from docgen.vn import LIST_LETTERS

_HEADING = 200  # a longer line is a sentence, not a heading
_SHORT = 100


def _bold(paragraph: Paragraph) -> bool:
    return paragraph_share(paragraph, "bold") > 0.5


def _shown(paragraph: Paragraph) -> str:
    return "".join(r.text.upper() if r.format.caps else r.text for r in paragraph.runs)


def _division(subject: Subject, kind: str, numerals: str, words: str, example: str) -> Iterator[Finding]:
    for item in subject.items:
        if item.kind != kind:
            continue
        found = []
        if not re.fullmatch(numerals, item.number):
            found.append(f"số thứ tự “{item.number}” (quy định {words})")
        if mostly_caps(item.text.split()[0]):
            found.append(f"viết in hoa (quy định “{example}”)")
        if item.rest:
            found.append("tiêu đề nằm cùng dòng (quy định dòng riêng)")
        elif item.mark:
            found.append(f"thừa dấu “{item.mark}”")
        if item.paragraph.format.alignment != "center":
            found.append("chưa canh giữa")
        if not _bold(item.paragraph):
            found.append("chưa in đậm")
        if found:
            yield Finding(f"“{item.text[:30]}”: {', '.join(found)}", item.paragraph)


def parts_and_chapters(subject: Subject) -> Iterator[Finding]:
    yield from _division(subject, "phan", r"[IVXLC]+", "chữ số La Mã", "Chương I")


def sections(subject: Subject) -> Iterator[Finding]:
    yield from _division(subject, "muc", r"\d+", "chữ số Ả Rập", "Mục 1")


def _titles(subject: Subject, kind: str) -> Iterator[tuple[Item, Item | None]]:
    items = subject.items
    for index, item in enumerate(items):
        if item.kind == kind and not item.rest:
            yield item, items[index + 1] if index + 1 < len(items) else None


def _like_title(item: Item) -> bool:
    """Whether a line may be the title of the division above it: short, and centred, bold or in capitals."""
    if item.kind != "van" or len(item.text) > _HEADING:
        return False
    paragraph = item.paragraph
    return paragraph.format.alignment == "center" or _bold(paragraph) or mostly_caps(_shown(paragraph))


def untitled(subject: Subject) -> Iterator[Finding]:
    severity = E if subject.parts.title.loai in ("QUY CHẾ", "QUY ĐỊNH") else W
    for kind in ("phan", "muc"):
        for item, below in _titles(subject, kind):
            if below is None or not _like_title(below):
                yield Finding(f"“{item.text}” thiếu tiêu đề", item.paragraph, severity=severity)


def _title_look(kind: str):
    def check(subject: Subject) -> Iterator[Finding]:
        for item, below in _titles(subject, kind):
            if below is None or not _like_title(below):
                continue
            found = []
            if not mostly_caps(_shown(below.paragraph)):
                found.append("chưa viết in hoa")
            if not _bold(below.paragraph):
                found.append("chưa in đậm")
            if below.paragraph.format.alignment != "center":
                found.append("chưa canh giữa")
            if found:
                yield Finding(f"tiêu đề của {item.text}: {', '.join(found)}", below.paragraph)

    return check


def articles(subject: Subject) -> Iterator[Finding]:
    expected = 1
    for item in subject.items:
        if item.kind != "dieu":
            continue
        found = []
        if item.text.startswith("ĐIỀU"):
            found.append("viết in hoa (quy định “Điều”)")
        if item.mark != ".":
            found.append(f"sau số thứ tự là “{item.mark}” (quy định dấu chấm)")
        if not _label_bold(item.paragraph):
            found.append("chưa in đậm")
        value = int(item.number)
        if value not in (expected, 1):
            found.append(f"số thứ tự không liên tục (trước đó là Điều {expected - 1})")
        expected = value + 1
        if found:
            yield Finding(f"“Điều {item.number}”: {', '.join(found)}", item.paragraph)


def _label_bold(paragraph: Paragraph) -> bool:
    if paragraph.label:
        return True  # an automatic number has a look of its own
    first = next((r for r in paragraph.runs if r.text.strip()), None)
    return first is None or first.format.bold


def clauses(subject: Subject) -> Iterator[Finding]:
    long = tuple(
        i.paragraph
        for i in subject.items
        if i.kind == "khoan" and len(i.text) > 250 and paragraph_share(i.paragraph, "bold") > 0.9
    )
    if long:
        yield Finding("khoản không có tiêu đề in đậm cả đoạn, quy định kiểu chữ đứng, không đậm", long)


def titled_clauses(subject: Subject) -> Iterator[Finding]:
    items = subject.items
    plain = []
    for item, below in pairwise(items):
        heading = (
            item.kind == "khoan"
            and item.mark == "."
            and len(item.text) <= _SHORT
            and not item.text.endswith((".", ";", ",", ":", "/"))
            and item.rest[:1].isupper()
        )
        if (
            heading
            and below.kind in ("van", "gach", "diem")
            and len(below.text) > _SHORT
            and not _bold(item.paragraph)
        ):
            plain.append(item.paragraph)
    if plain:
        yield Finding("tiêu đề của khoản chưa in đậm", tuple(plain))


def letters(subject: Subject) -> Iterator[Finding]:
    previous = ""
    for item in subject.items:
        if item.kind in ("phan", "muc", "dieu", "la_ma", "khoan", "nhieu_cap"):
            previous = ""
        if item.kind != "diem":
            continue
        letter = item.number
        if letter not in LIST_LETTERS:
            yield Finding(
                f"điểm “{letter}{item.mark}” không thuộc bảng chữ cái tiếng Việt",
                item.paragraph,
                "Thứ tự điểm: a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y",
            )
        elif previous in LIST_LETTERS and letter != "a":
            wanted = LIST_LETTERS[min(LIST_LETTERS.index(previous) + 1, len(LIST_LETTERS) - 1)]
            if letter != wanted and letter != previous:
                yield Finding(
                    f"điểm “{letter})” đứng sau “{previous})”, đúng thứ tự là “{wanted})”",
                    item.paragraph,
                    "Danh sách tự động của Word bỏ chữ đ; gõ thứ tự bằng tay",
                )
        previous = letter


def roman(subject: Subject) -> Iterator[Finding]:
    if any(item.kind == "dieu" for item in subject.items):
        return
    for item in subject.items:
        if item.kind != "la_ma" or item.mark != "." or len(item.text) > _HEADING:
            continue
        found = []
        if not mostly_caps(_shown(item.paragraph)):
            found.append("chưa viết in hoa")
        if not _bold(item.paragraph):
            found.append("chưa in đậm")
        if found:
            yield Finding(f"mục “{item.text[:40]}”: {', '.join(found)}", item.paragraph)


def levels(subject: Subject) -> Iterator[Finding]:
    items = subject.items
    deep = tuple(i.paragraph for i in items if i.kind == "nhieu_cap")
    if deep:
        yield Finding("đánh số nhiều cấp kiểu 1.1, 1.1.1", deep, "Dùng I., 1., a) rồi gạch đầu dòng")
    for kind, words in (("la_ma", "mục La Mã"), ("khoan", "khoản"), ("diem", "điểm")):
        bad = tuple(i.paragraph for i in items if i.kind == kind and _bad_mark(i))
        if bad:
            sample = next(i for i in items if i.paragraph is bad[0])
            wanted = ")" if kind == "diem" else "."
            yield Finding(
                f"{words} ghi “{sample.number}{sample.mark}”, quy định “{sample.number}{wanted}”",
                bad,
                severity=E,
            )


def _bad_mark(item: Item) -> bool:
    if item.kind == "diem":
        return item.mark in (".", "/")
    return item.mark in ("-", "–", "/") or (item.kind == "la_ma" and item.mark == ")")


_II6 = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6"

RULES = (
    Rule("PH-00", W, "Tiêu đề của phần, chương, mục", "có tiêu đề", _II6, untitled),
    Rule(
        "PH-01",
        E,
        "Phần, Chương",
        "“Chương I”: chữ thường, số La Mã, đậm, canh giữa, dòng riêng",
        _II6,
        parts_and_chapters,
        "",
    ),
    Rule("PH-02", E, "Tiêu đề phần, chương", "in hoa, đậm, canh giữa", _II6, _title_look("phan")),
    Rule(
        "PH-03",
        E,
        "Mục, Tiểu mục",
        "“Mục 1”: chữ thường, số Ả Rập, đậm, canh giữa, dòng riêng",
        _II6,
        sections,
    ),
    Rule("PH-04", E, "Tiêu đề mục, tiểu mục", "in hoa, đậm, canh giữa", _II6, _title_look("muc")),
    Rule("PH-05", E, "Điều", "“Điều 1.”, đậm, liên tục", _II6, articles),
    Rule("PH-06", E, "Khoản không có tiêu đề", "kiểu chữ đứng, không đậm", _II6, clauses),
    Rule("PH-07", E, "Khoản có tiêu đề", "tiêu đề đậm, dòng riêng", _II6, titled_clauses),
    Rule("PH-08", E, "Điểm", "chữ cái tiếng Việt theo thứ tự: a) b) c) d) đ) e) g)", _II6, letters),
    Rule("PH-09", E, "Mục của văn bản không có điều", "“I. TIÊU ĐỀ”: in hoa, đậm", _II6, roman),
    Rule("PH-10", W, "Thứ bậc đánh số", "I., 1., a); không dùng 1.1, I-, 1/, a.", _II6, levels),
)
