"""Which texts may have which slips, told for all of them at once: most have none and are not read closer.

Each finder reads a text with several patterns. Here the texts of a document are looked through together,
mostly in bytes, for what every slip of a kind has in it. A text too many is read in vain; none may be left
out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain

from docgen.checks import capitals, punctuation, spelling, terms, tone_styles
from docgen.checks.one_byte import BARE, SHAPE, SMALL, WORDS, coded, words_of
from docgen.checks.slips import Slip
from docgen.patterns import pattern

Finder = Callable[[str], Iterable[Slip]]

FINDERS: tuple[Finder, ...] = (
    spelling.lookalikes,
    spelling.old_encodings,
    spelling.scanner_swaps,
    spelling.misplaced_tones,
    terms.wrong_letters,
    spelling.doubled_words,
    spelling.doubled_phrases,
    punctuation.spaces,
    punctuation.doubled_marks,
    punctuation.motto,
    capitals.fixed_forms,
    capitals.sentence_starts,
    tone_styles.styled_words,
)
"""All that are asked."""

_IN_SHAPE = pattern(
    rb"[,:!e)>./(<0](?:(?<= [,:!)>./])|(?<=[(<]) |(?<=,)[aA(<]|(?<=[:!e)>])[aA]|(?<=>)0|(?<=a[.])A"
    rb"|(?<=[.]{3})[aA]|(?<=[aA]<)|(?<=0)[aA]{2}|(?<=[,:.])[,:.]|(?<=[.!]) [a ])"
)
_OF_SHAPE: tuple[Finder, ...] = (punctuation.spaces, punctuation.doubled_marks, capitals.sentence_starts)
"""What finds nothing in a text whose shape has none of _IN_SHAPE."""

_IN_WORDS: tuple[tuple[Finder, re.Pattern[bytes]], ...] = (
    (spelling.scanner_swaps, spelling.SWAPPED_WORD),
    (spelling.misplaced_tones, spelling.MISPLACED),
    (tone_styles.styled_words, tone_styles.STYLED),
)
_MOTTO = pattern(b"doc lap")
_MOST_TRIES = 8
"""So many phrases of a text are looked for as they stand; with more of them it is read in any case."""


def suspects(texts: Sequence[str]) -> list[set[Finder]]:
    """For each of the `texts` the finders that must read it."""
    found: list[set[Finder]] = [set() for _ in texts]
    codes = [coded(text) for text in texts]
    for own, code in zip(found, codes, strict=True):
        if code is None:
            own.update(FINDERS)
    known = [code or b"" for code in codes]
    joined = b"\n".join(known)
    starts = [0, *accumulate(len(code) + 1 for code in known)]
    for finder, at in _by_place(joined):
        found[bisect_right(starts, at) - 1].add(finder)
    plain = [text if code is not None else "" for text, code in zip(texts, codes, strict=True)]
    for slip in capitals.fixed_forms("\n".join(plain)):
        found[bisect_right(starts, slip.start) - 1].add(capitals.fixed_forms)
    for finder, index in _by_words(known):
        found[index].add(finder)
    return found


def _by_place(code: bytes) -> Iterator[tuple[Finder, int]]:
    for match in _IN_SHAPE.finditer(code.translate(SHAPE)):
        for finder in _OF_SHAPE:
            yield finder, match.start()
    words = words_of(code)
    for finder, wanted in _IN_WORDS:
        for match in wanted.finditer(words):
            yield finder, match.start()
    for match in _MOTTO.finditer(code.translate(BARE)):
        yield punctuation.motto, match.start()


def _by_words(codes: Sequence[bytes]) -> Iterator[tuple[Finder, int]]:
    by_text = [code.translate(WORDS).split() for code in codes]
    words = list(chain.from_iterable(by_text))
    ends = list(accumulate(map(len, by_text)))
    for at in terms.suspect_words(words, b" ".join(codes).translate(BARE).split()):
        yield terms.wrong_letters, bisect_right(ends, at)
    for index, code in enumerate(codes):
        if code.count(b"&") > 1:  # GD&ĐT GD&ĐT: one word to the finder, two here
            yield spelling.doubled_words, index
    for length in (1, 2, 3, 4):
        doubled: Finder = spelling.doubled_words if length == 1 else spelling.doubled_phrases
        tried: Counter[int] = Counter()
        for at in spelling.repeated(words, length):
            index = bisect_right(ends, at)
            tried[index] += 1
            if tried[index] > _MOST_TRIES:
                continue
            phrase = b" ".join(words[at : at + length] * 2)
            if tried[index] == _MOST_TRIES or phrase in codes[index].translate(SMALL):
                tried[index] = _MOST_TRIES
                yield doubled, index
