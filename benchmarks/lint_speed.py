"""How long linting a report takes beside building it: `python benchmarks/lint_speed.py [DATA.yaml]`.

Builds once to warm up, then takes the median of several builds and lints of the same report in one
process, and prints both with their ratio."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from docgen import pipeline
from docgen.lint import lint

ROUNDS = 21


def median_ms(action: Callable[[], object]) -> float:
    """The median processor time of an action in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Prints the two medians and their ratio."""
    default = Path(__file__).parents[1] / "samples" / "huyen-an-lao-quy-3-2024.yaml"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    document = pipeline.build(path).docx
    lint(document)
    build, check = median_ms(lambda: pipeline.build(path)), median_ms(lambda: lint(document))
    print(f"{path.name}: build {build:.1f} ms, lint {check:.1f} ms, ratio {check / build:.2f}")


if __name__ == "__main__":
    main()
