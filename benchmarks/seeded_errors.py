"""Seeded errors: every clean sample with one figure, date, period or citation wrong at a time.

    python benchmarks/seeded_errors.py [--count 0] [--seed 1] [--missed] [--stray]

Prints the share found, and of those the share with a finding at the changed line ("line") or naming it
among its places ("place"), per kind and per sample: over the errors a careful reader could tell
("decidable", see tests/seeded/seeded_mutations.py) and over all. The last line counts findings about
figures typed by hand rightly, which should be none. --missed lists what was not found, --stray what was
found elsewhere; --count takes so many mutations at random instead of all.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "seeded")]

from seeded_judge import judge, samples, table  # noqa: E402
from seeded_mutations import mutations, typed_right  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--stray", action="store_true")
    options = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        known = samples(Path(folder))
        wrong = [mutation for sample in known for mutation in mutations(sample)]
        if options.count:
            wrong = random.Random(options.seed).sample(wrong, min(options.count, len(wrong)))
        verdicts = [judge(mutation) for mutation in wrong]
        right = [judge(mutation) for sample in known for mutation in typed_right(sample)]
    print(table(verdicts))
    blamed = [verdict for verdict in right if verdict.found]
    print(f"\n{len(blamed)} of {len(right)} figures typed by hand rightly are blamed")
    for verdict in blamed:
        print(f"  {verdict.mutation}\n    {verdict.findings[0].message}")
    for verdict in verdicts:
        if options.missed and verdict.mutation.decidable and not verdict.found:
            print(f"missed: {verdict.mutation}")
        elif options.stray and verdict.found and not verdict.loose:
            print(f"stray: {verdict.mutation}")
            for finding in verdict.findings:
                print(f"    {finding.location.line}: {finding.code}: {finding.message}")
    print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
