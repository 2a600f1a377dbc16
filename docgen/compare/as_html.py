"""Differences as one self-contained HTML page. Text is escaped here and nowhere else; there is no script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from docgen.compare import as_text
from docgen.compare.difference import Change, Difference
from docgen.compare.html_style import STYLE
from docgen.compare.pdf_reader import Box
from docgen.compare.places import in_words, short
from docgen.values import Struct

_MANY = 400
_LONG = 1200


class PageView(Struct, frozen=True):
    """One page before and after, as PNG, b"" where there is none; `areas` are marked on the new one (or on
    the old one where the page is gone), in parts of its width and height."""

    title: str
    old: bytes
    new: bytes
    areas: tuple[Box, ...] = ()


class Part(Struct, frozen=True):
    """What is said of one document."""

    title: str
    differences: Sequence[Difference] = ()
    status: str = ""
    findings: str = ""
    page_notes: Sequence[str] = ()
    pages: Sequence[PageView] = ()


def page(*parts: Part, title: str = "So sánh văn bản", note: str = "") -> str:
    """The whole page."""
    total = sum(len(part.differences) for part in parts)
    summary = as_text.count(parts[0].differences if parts else ())
    if len(parts) > 1:
        summary = f"{len(parts)} văn bản, {total} khác biệt"
    body = "\n".join(_part(number, part) for number, part in enumerate(parts, 1))
    return _PAGE.format(
        title=escape(title),
        style=STYLE,
        summary=escape(summary[0].upper() + summary[1:]),
        note=f'<p class="note">{escape(note)}</p>' if note else "",
        index=_index(parts) if len(parts) > 1 else "",
        body=body or '<p class="none">Không có gì khác bản đã duyệt.</p>',
    )


def _index(parts: Sequence[Part]) -> str:
    rows = "".join(
        f'<tr><td><a href="#v{n}">{escape(part.title)}</a></td><td>{escape(part.status)}</td>'
        f"<td class=num>{len(part.differences)}</td></tr>"
        for n, part in enumerate(parts, 1)
    )
    head = "<thead><tr><th>Văn bản<th>Tình trạng<th>Khác biệt</thead>"
    return f"<table class=index>{head}<tbody>{rows}</tbody></table>"


def _part(number: int, part: Part) -> str:
    lines = [f'<section id="v{number}"><h2>{escape(part.title)}</h2>']
    if part.status:
        lines.append(f'<p class="status">{escape(part.status[0].upper() + part.status[1:])}</p>')
    if part.findings:
        lines.append(f"<pre>{escape(part.findings)}</pre>")
    if part.page_notes:
        lines.append(
            "<ul class=pages-said>" + "".join(f"<li>{escape(n)}</li>" for n in part.page_notes) + "</ul>"
        )
    if part.differences:
        lines.append(f"<p>{escape(as_text.count(part.differences))}.</p><ol>")
        lines += [_difference(difference) for difference in part.differences[:_MANY]]
        lines.append("</ol>")
    if len(part.differences) > _MANY:
        lines.append(
            f"<p>… và {len(part.differences) - _MANY} khác biệt nữa, xem “docgen diff --format json”.</p>"
        )
    lines += [_page_view(view) for view in part.pages]
    return "\n".join([*lines, "</section>"])


def _difference(difference: Difference) -> str:
    change = difference.change
    return (
        f'<li class="{change.value}"><div class="where">{escape(in_words(difference.place))}</div>'
        f'<span class="what">{escape(as_text.headline(difference))}</span>'
        f"{''.join(_details(difference))}</li>"
    )


def _details(difference: Difference) -> Iterator[str]:
    change = difference.change
    if change is Change.TEXT:
        yield f"<p class=words>{_words(difference)}</p>"
    elif change is Change.LOOK:
        if difference.on:
            yield f"<p>ở chữ “{escape(short(as_text.plain(difference.on), 120))}”</p>"
        rows = "".join(
            f"<tr><th>{escape(c.name)}<td><del>{escape(c.old)}</del><td><ins>{escape(c.new)}</ins>"
            for c in difference.looks
        )
        yield f"<table class=looks>{rows}</table>"
        if difference.also:
            places = "".join(f"<li>{escape(in_words(place))}</li>" for place in difference.also)
            summary = f"<summary>cả ở {len(difference.also)} chỗ khác</summary>"
            yield f"<details>{summary}<ul>{places}</ul></details>"
    else:
        if change is Change.MOVED and difference.old is not None:
            yield f"<p>trước ở: {escape(in_words(difference.old))}</p>"
        tag = {Change.ADDED: "ins", Change.REMOVED: "del"}.get(change, "span")
        text = short(as_text.plain(difference.new_text or difference.old_text), _LONG)
        if text:
            yield f"<p class=words><{tag}>{escape(text)}</{tag}></p>"


def _words(difference: Difference) -> str:
    tags = {"-": ("<del>", "</del>"), "+": ("<ins>", "</ins>"), "=": ("", "")}
    return "".join(
        tags[piece.sign][0] + escape(as_text.plain(piece.text)) + tags[piece.sign][1]
        for piece in difference.pieces
    )


def _page_view(view: PageView) -> str:
    sides = (
        _picture("Đã duyệt / cũ", view.old, view.areas if not view.new else ()),
        _picture("Hiện tại / mới", view.new, view.areas),
    )
    return f"<h3>{escape(view.title)}</h3><div class=pair>{''.join(sides)}</div>"


def _picture(caption: str, data: bytes, areas: Sequence[Box]) -> str:
    if not data:
        return f"<figure class=nothing><figcaption>{caption}: không có trang này</figcaption></figure>"
    marks = "".join(
        f'<i style="left:{a.left:.2%};top:{a.top:.2%};'
        f'width:{a.right - a.left:.2%};height:{a.bottom - a.top:.2%}"></i>'
        for a in areas
    )
    source = f"data:image/png;base64,{b64encode(data).decode()}"
    return (
        f'<figure><figcaption>{caption}</figcaption><div class=sheet><img alt="{caption}" src="{source}">'
        f"{marks}</div></figure>"
    )


_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
<p class="summary">{summary}</p>
{note}{index}
{body}
</body>
</html>
"""
