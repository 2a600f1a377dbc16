"""Which asterisks belong together, decided as CommonMark does (6.2, with its rule of three).

Each asterisk of a run finds its partner alone; two neighbours whose partners are neighbours make bold.
How far the search for a partner may go back is remembered, so that it takes linear time.
"""

from __future__ import annotations

EMPTY, BOLD, ITALIC = 0, 1, 2
"""What an asterisk with a partner does: it begins (negative: ends) bold or italic text, or is the other
half of a ** that does."""


class Run:
    """Asterisks in a row from offset `at` to `end`, which may open or close emphasis.

    Asterisks are laxer than in CommonMark, whose rule on punctuation refuses "**Yêu cầu:**Đảm bảo", and
    stricter in one way: a single asterisk inside a word or between brackets ("5*3", "(*)") is text.
    """

    __slots__ = ("at", "closes", "end", "opens")

    def __init__(self, text: str, at: int, end: int, start: int, stop: int) -> None:
        """The run in the stretch of `text` from `start` to `stop`."""
        before = text[at - 1] if at > start else " "
        after = text[end] if end < stop else " "
        self.at, self.end = at, end
        self.opens, self.closes = not after.isspace(), not before.isspace()
        if end - at == 1 and ((before.isalnum() and after.isalnum()) or before + after == "()"):
            self.opens = self.closes = False


def pair(runs: list[Run], roles: dict[int, int]) -> None:
    """Puts the role of each asterisk of `runs` that has a partner into `roles`, by its offset."""
    places: list[int] = []
    owners: list[Run] = []
    for run in runs:
        if run.opens or run.closes:
            places += range(run.at, run.end)
            owners += [run] * (run.end - run.at)
    partners = _partners(places, owners)
    index = len(places) - 1
    while index >= 0:
        end = partners[index]
        if end >= 0:
            bold = (
                index > 0
                and partners[index - 1] == end + 1
                and places[index - 1] == places[index] - 1
                and places[end + 1] == places[end] + 1
            )
            roles[places[index]] = BOLD if bold else ITALIC
            roles[places[end]] = -BOLD if bold else -ITALIC
            if bold:
                index -= 1
                roles[places[index]] = roles[places[end + 1]] = EMPTY
        index -= 1


def _partners(places: list[int], owners: list[Run]) -> list[int]:
    """For each asterisk the index of the one that closes it, -1 when none does or when it closes one."""
    partners = [-1] * len(places)
    opens, closes = [run.opens for run in owners], [run.closes for run in owners]
    jumps = [0] * len(places)  # how many before this one need not be looked at again
    bottoms = [-1] * 6  # by length of the run modulo 3 and by whether it opens: below it nothing fits
    head, previous = 0, -2  # the first of a row of neighbours, and the place of the last one
    for closer, place in enumerate(places):
        if previous != place - 1:
            head = closer
        previous = place
        if not closes[closer]:
            continue
        length = owners[closer].end - owners[closer].at
        kind = 3 * opens[closer] + length % 3
        opener = bottom = head - jumps[head] - 1
        while opener > bottoms[kind]:
            if opens[opener] and partners[opener] < 0:
                other = owners[opener].end - owners[opener].at
                either = closes[opener] or opens[closer]
                if not either or (other + length) % 3 or not (other % 3 or length % 3):
                    skipped = jumps[opener - 1] + 1 if opener and not opens[opener - 1] else 0
                    jumps[closer], jumps[opener] = closer - opener + skipped, skipped
                    partners[opener] = closer
                    opens[closer] = closes[opener] = False
                    previous = -2  # what follows begins a new row, so that the pair is jumped over at once
                    break
            opener -= jumps[opener] + 1
        else:
            bottoms[kind] = bottom
    return partners
