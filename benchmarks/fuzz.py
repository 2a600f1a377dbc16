"""The long fuzz run: generated documents, each built, validated, reopened and read back.

    python benchmarks/fuzz.py [--count 100000] [--seed 1] [--found FOLDER]

Every kind of problem is written once to FOLDER with the files that show it; the last line counts.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "fuzz")]

from fuzz_judge import HAS_SCHEMAS, judge, write  # noqa: E402
from fuzz_strategies import FAMILIES, Case  # noqa: E402
from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402

BATCH = 500
SHARES = ("documents", "damaged-prose", "documents", "damaged-data", "damaged-prose", "damaged-others")
"""The family of each batch in turn."""


def kind_of(problem: str) -> str:
    """A problem without the names and numbers that differ between inputs."""
    return re.sub(r"\d+|“[^”]*”|'[^']*'|/\S+", "…", problem)[:160]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--family", choices=sorted(FAMILIES))
    parser.add_argument("--found", type=Path, default=Path(tempfile.gettempdir()) / "docgen-fuzz")
    options = parser.parse_args()
    outcomes: Counter[str] = Counter()
    problems: Counter[str] = Counter()
    start = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="docgen-fuzz-"))

    def one(case: Case) -> None:
        outcome, wrong = judge(case, folder)
        outcomes[outcome] += 1
        for problem in wrong:
            kind = kind_of(problem)
            problems[kind] += 1
            if problems[kind] == 1:
                place = options.found / f"{os.getpid()}-{len(problems):03}"
                write(case, place)
                (place / "problem.txt").write_text(problem + "\n", encoding="utf-8")
                print(f"{place}: {problem}", flush=True)

    for batch in range(-(-options.count // BATCH)):
        family = options.family or SHARES[batch % len(SHARES)]
        run = settings(
            max_examples=min(BATCH, options.count - batch * BATCH), database=None, deadline=None,
            phases=[Phase.generate], suppress_health_check=list(HealthCheck),
        )(seed(options.seed * 1_000_000 + batch)(given(FAMILIES[family])(one)))  # fmt: skip
        run()
        if batch % 20 == 19:
            print(f"{outcomes.total()} inputs, {time.monotonic() - start:.0f} s", flush=True)
    schemas = "against the XSDs" if HAS_SCHEMAS else "without the XSDs, which are not here"
    print(
        f"{outcomes.total()} inputs in {time.monotonic() - start:.0f} s: {outcomes['built']} built and validated "
        f"{schemas}, {outcomes['refused']} refused with their places; {problems.total()} problems of {len(problems)} kinds"
    )
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
