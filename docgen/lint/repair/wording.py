"""Repairs of text that change no word: dashes of the motto, zeros before numbers, marks at line ends."""

from __future__ import annotations

from docgen.lint.core import Finding, Subject
from docgen.lint.repair.editor import Editor, replace
from docgen.lint.repair.looks import element, places, set_look
from docgen.view.components import Piece


def motto_dashes(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """ " - " between the three parts of the motto."""
    done = False
    for place in places(finding):
        target = element(editor, place)
        for _ in range(2):
            done |= replace(target, r"(?<=\w)(?!\s-\s(?!\s))\s*[-–—‑−]\s*(?=\w)", " - ")
    return done


def number_line(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """ "Số: 05/…": the colon, and a zero before a number below ten."""
    target = element(editor, places(finding)[0])
    colon = replace(target, r"^(\s*)[Ss]ố\s*:?\s*(?=[\d\s.…_]*[/-])", r"\1Số: ")
    return replace(target, r"(?<=: )([1-9])(?=\s*/)", r"0\1") or colon


def date_zeros(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """A zero before days below ten and months 1 and 2; none before other months."""
    target = element(editor, places(finding)[0])
    day = replace(target, r"(?<=ngày )\s*([1-9])(?=\s+tháng)", r"0\1")
    month = replace(target, r"(?<=tháng )\s*([12])(?=\s+năm)", r"0\1")
    return replace(target, r"(?<=tháng )\s*0([3-9])(?=\s+năm)", r"\1") or day or month


def _end(editor: Editor, piece: Piece, mark: str) -> bool:
    if not piece.whole:
        return False
    return replace(element(editor, piece), r"\s*[.,;:]?\s*$", mark)


def recipients(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """ "- …;" for a recipient, in the size and weight of the list."""
    piece = places(finding)[0]
    assert isinstance(piece, Piece)
    if "dấu “;”" in finding.message:
        return _end(editor, piece, ";")
    if "quy định “- ”" in finding.message:
        return piece.whole and replace(element(editor, piece), r"^\s*[-–—+•*]\s*", "- ")
    limits = subject.limits.noi_nhan_muc
    return any([set_look(editor, place, limits, bold=False, italic=False) for place in places(finding)])


def archive_line(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """ "- Lưu: …."."""
    piece = places(finding)[0]
    assert isinstance(piece, Piece)
    if not piece.whole or "chưa ghi" in finding.message:
        return False
    done = replace(element(editor, piece), r"^\s*[-–—+•*]?\s*[Ll]ưu\s*:?\s*", "- Lưu: ")
    return _end(editor, piece, ".") or done


def addressees(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """ ";" behind each addressee, "." behind the last."""
    piece = places(finding)[0]
    if not isinstance(piece, Piece) or "chưa kết thúc" not in finding.message:
        return False
    return _end(editor, piece, "." if "dòng cuối" in finding.message else ";")


def bases(editor: Editor, subject: Subject, finding: Finding) -> bool:
    """Italics for căn cứ, ";" behind each, "." behind the last."""
    if "trong một đoạn" in finding.message:
        return False
    if "dấu “;”" in finding.message:
        return any([replace(element(editor, place), r"\s*[.,;:]?\s*$", ";") for place in places(finding)])
    if "căn cứ cuối cùng" in finding.message:
        return replace(element(editor, places(finding)[0]), r"\s*[.,;:]?\s*$", ".")
    return any(
        [
            set_look(editor, place, subject.limits.loi_van, bold=False, italic=True)
            for place in places(finding)
        ]
    )
