"""Number → words → number for random integers: `python tests/vn/vn_round_trip.py 1000000`.

Half of the integers have a random number of digits up to 40 and all digits random; the other half are
mostly zeros, where không trăm, linh and tỷ tỷ decide. Every variant of spelling is used in turn.
"""

from __future__ import annotations

import itertools
import random
import sys

from docgen.vn import bang_chu, doc_chu

VARIANTS = list(itertools.product(("linh", "lẻ"), ("nghìn", "ngàn"), ("tư", "bốn")))


def integers(count: int, seed: int) -> list[int]:
    """`count` integers, the same for the same `seed`."""
    source = random.Random(seed)
    found = []
    for index in range(count):
        length = source.randint(1, 40)
        digits = "0123456789" if index % 2 else "000000145"
        number = int("".join(source.choice(digits) for _ in range(length)))
        found.append(-number if source.random() < 0.2 else number)
    return found


def round_trip(count: int, seed: int) -> int:
    """How many of `count` integers come back from their words; AssertionError at the first that does not."""
    for index, number in enumerate(integers(count, seed)):
        linh, nghin, tu = VARIANTS[index % len(VARIANTS)]
        words = bang_chu(number, linh=linh, nghin=nghin, tu=tu)  # type: ignore[arg-type]
        assert doc_chu(words) == number, f"{number} → {words} → {doc_chu(words)}"
    return count


if __name__ == "__main__":
    amount = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    print(f"{round_trip(amount, seed=30):,} integers: number → words → number agrees")
