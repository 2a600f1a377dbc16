"""Drawn lines under the motto, the issuing body and the subject: is one there, and how long is it?

A line may be anchored in any paragraph near by, so a line of fitting length anywhere in the head counts;
only a line found beside its text is reported for its length."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.core import Finding, Subject, W
from docgen.lint.limits import Range
from docgen.lint.look import number
from docgen.view.components import Piece
from docgen.view.components.head import TYPED_LINE
from docgen.view.model import DrawnLine, Paragraph, Table, paragraphs
from docgen.vn import text_width_mm

_HEAD_LINES = 200
_AFTER = 3  # empty paragraphs under a text that may carry its line


def ruler(subject: Subject, name: str, under: Piece, limits: Range, words: str) -> Iterator[Finding]:
    """The finding about the line under `under`, if any. `words` tells the allowed length."""
    width = _width(under)
    if not width:
        return
    near, following = _near(subject, under)
    if any(_fits(line, width, limits) for line in near):
        return
    free = _unclaimed(subject, under)
    typed = next((piece for piece in following if TYPED_LINE.match(piece.text)), None)
    if any(_fits(line, width, limits) for line in free):
        return
    if near:
        line = min(near, key=lambda line: abs(line.length_mm / width - sum(limits) / 2))
        share = number(100 * line.length_mm / width)
        yield Finding(
            f"đường kẻ dưới {name} dài {number(line.length_mm)} mm, bằng {share}% độ dài dòng chữ "
            f"({number(width)} mm); quy định {words}",
            under,
            f"Kẻ lại đường dài khoảng {number(width * sum(limits) / 2)} mm",
        )
    elif under.share("underline") > 0.5:
        hint = "Bỏ gạch chân, vẽ đường kẻ ngang nét liền"
        yield Finding(f"{name} dùng gạch chân thay cho đường kẻ", under, hint, W)
    elif typed is not None:
        hint = "Xóa các ký tự gạch, vẽ đường kẻ ngang nét liền"
        yield Finding(f"đường kẻ dưới {name} gõ bằng ký tự", typed, hint, W)
    elif not free and not _undecided(subject):
        yield Finding(
            f"thiếu đường kẻ ngang nét liền dưới {name}", under, f"Vẽ đường kẻ ngang, độ dài {words}"
        )


def _width(piece: Piece) -> float:
    return text_width_mm(piece.shown, piece.size_pt, piece.share("bold") > 0.5, piece.share("italic") > 0.5)


def _fits(line: DrawnLine, width: float, limits: Range) -> bool:
    return limits[0] <= line.length_mm / width <= limits[1]


def _unclaimed(subject: Subject, under: Piece) -> list[DrawnLine]:
    """The lines of the head that no other text has beside it in a fitting length."""
    head, title, limits = subject.parts.head, subject.parts.title, subject.limits
    texts = [(head.tieu_ngu, limits.ke_tieu_ngu), ((head.ban_hanh or (None,))[-1], limits.ke_ngan)]
    texts.append(((title.trich_yeu or (None,))[-1], limits.ke_ngan))
    claimed = set()
    for piece, allowed in texts:
        if piece is not None and piece.paragraph is not under.paragraph:
            near = _near(subject, piece)[0]
            width = _width(piece)
            fitting = [line for line in near if width and _fits(line, width, allowed)] or near[:1]
            claimed |= {id(line) for line in fitting[:1]}
    return [line for line in _all(subject) if id(line) not in claimed]


def _head_end(subject: Subject) -> int:
    """The position of the last block of the title part, empty blocks under it included."""
    parts = subject.parts
    if parts.body_blocks:
        for position, block in enumerate(subject.view.blocks):
            if block is parts.body_blocks[0]:
                return position + 1
    return min(len(subject.view.blocks), 20)


def _lines_of(subject: Subject) -> tuple[Piece, ...]:
    end = _head_end(subject) + _AFTER
    return tuple(piece for piece in subject.parts.lines[:_HEAD_LINES] if piece.block < end)


def _near(subject: Subject, under: Piece) -> tuple[list[DrawnLine], list[Piece]]:
    """The lines drawn in the paragraph of the text and in the text-less paragraphs under it in the same
    container, and those paragraphs' pieces."""
    found = list(under.paragraph.lines)
    following: list[Piece] = []
    passed = False
    for piece in _lines_of(subject):
        if piece.paragraph is under.paragraph:
            passed = True
        elif passed and piece.box == under.box:
            if piece.text and not TYPED_LINE.match(piece.text):
                # A line stands on top of the paragraph when it is that paragraph's upper border or anchor.
                found += [line for line in piece.paragraph.lines if piece.paragraph.format.border_top]
                break
            following.append(piece)
            found += piece.paragraph.lines
            if len(following) >= _AFTER:
                break
    return found, following


def near_paragraphs(subject: Subject, under: Piece) -> tuple[Paragraph, ...]:
    """The paragraph of the text and the empty or dashed ones under it, where its line is looked for."""
    _, following = _near(subject, under)
    return (under.paragraph, *(piece.paragraph for piece in following))


def _all(subject: Subject) -> list[DrawnLine]:
    """Every line drawn in the head and title part, in headers too (some anchor them there)."""
    blocks = subject.view.blocks[: _head_end(subject) + _AFTER]
    found = [line for paragraph in paragraphs(blocks, boxes=True) for line in paragraph.lines]
    for section in subject.view.sections[:1]:
        for band in section.headers.values():
            found += [line for paragraph in paragraphs(band.blocks, boxes=True) for line in paragraph.lines]
    return found


def _undecided(subject: Subject) -> bool:
    """Whether the head holds pictures, or cells ruled on one side only, that may be the line."""
    blocks = subject.view.blocks[: _head_end(subject) + _AFTER]
    if any(paragraph.pictures for paragraph in paragraphs(blocks, boxes=True)):
        return True
    return any(_half_ruled(block) for block in blocks)


def _half_ruled(block: Paragraph | Table) -> bool:
    if isinstance(block, Paragraph):
        return False
    for row in block.rows:
        for cell in row.cells:
            if cell.borders and not cell.borders & {"left", "right"}:
                return True
            if any(_half_ruled(inner) for inner in cell.blocks):
                return True
    return False
