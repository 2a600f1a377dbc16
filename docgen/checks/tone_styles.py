"""Words whose tone mark stands in one of the two styles (hòa, hoà), and those in the style that is rarer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen import vn
from docgen.checks.one_byte import coded, encoded, words_of
from docgen.checks.slips import LETTER, Slip, letters_around
from docgen.patterns import pattern
from docgen.prose import Passage
from docgen.values import replace
from docgen.vn.text import ToneStyle

Found = tuple[Passage, Slip]

_STYLED = pattern(
    r"[oOuUòóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ](?<![qQ].)(?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ]"
    rf"|(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY])(?!{LETTER})"
)
STYLED = pattern(  # the same in words of letters
    encoded(r"[oòóỏõọuùúủũụ](?<!q.)(?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)[ỳýỷỹỵ]|(?<=[óòỏõọ])[ae]|(?<=[ùúủũụ])y) ")
)


def styled_words(text: str) -> Iterator[Slip]:
    """The words that follow either style; what they are in the other is not said yet. Names keep the style of
    their owner."""
    code = coded(text)
    places = _STYLED.finditer(text) if code is None else STYLED.finditer(words_of(code))
    for at in [match.start() for match in places]:
        start, end = letters_around(text, at, at + 2)[0], at + 2
        word = text[start:end]
        if not _is_name(text, start, word):
            yield Slip("hai-kieu-dau", start, end, word)


def rarer_style(styled: Iterable[Found]) -> Iterator[Found]:
    """Those of the styled words that are in the rarer style, each with the same word in the other one."""
    by_style: dict[ToneStyle, list[Found]] = {"hòa": [], "hoà": []}
    for passage, slip in styled:
        by_style["hoà" if slip.wrong[-2] in "oOuU" else "hòa"].append((passage, slip))
    if not all(by_style.values()):
        return
    rarer, other = sorted(by_style, key=lambda style: len(by_style[style]))
    for passage, slip in by_style[rarer]:
        yield passage, replace(slip, right=vn.fold_tones(slip.wrong, other))


def _is_name(text: str, start: int, word: str) -> bool:
    """Whether `word` is a capitalised one inside a sentence, but for Ủy of Ủy ban and Ủy viên."""
    if not word[0].isupper() or (len(word) > 1 and word.isupper()):
        return False
    return vn.fold(text[start : start + 6]) not in ("ủy ban", "ủy viê")
