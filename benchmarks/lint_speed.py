"""How long linting a report takes beside building it: `python benchmarks/lint_speed.py [DATA.yaml]`.

Prints processor times: of the two commands as a user runs them, and of the two functions in a process
that has them loaded, where building has its template compiled already."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docgen import pipeline
from docgen.lint import lint

ROUNDS = 21
COMMANDS = 5
_RUN = "import sys; from docgen.cli import main; sys.argv = sys.argv[1:]; main()"


def median_ms(action: Callable[[], object], rounds: int, clock: Callable[[], float]) -> float:
    """The median processor time of an action in milliseconds."""
    times = []
    for _ in range(rounds):
        start = clock()
        action()
        times.append((clock() - start) * 1000)
    return statistics.median(times)


def children_time() -> float:
    """Seconds of processor time that finished subprocesses have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(*arguments: str) -> None:
    """Runs docgen as a command; lint may find faults, so its exit code is not looked at."""
    subprocess.run([sys.executable, "-c", _RUN, "docgen", *arguments], capture_output=True, check=False)


def main() -> None:
    """Prints both pairs of medians with their ratios."""
    default = Path(__file__).parents[1] / "samples" / "huyen-an-lao-quy-3-2024.yaml"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    document = pipeline.build(path).docx
    lint(document)
    build = median_ms(lambda: pipeline.build(path), ROUNDS, time.process_time)
    check = median_ms(lambda: lint(document), ROUNDS, time.process_time)
    print(f"{path.name}, in process: build {build:.1f} ms, lint {check:.1f} ms, ratio {check / build:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "report.docx")
        build = median_ms(lambda: run("build", str(path), "-o", target), COMMANDS, children_time)
        check = median_ms(lambda: run("lint", target), COMMANDS, children_time)
    print(f"{path.name}, as commands: build {build:.0f} ms, lint {check:.0f} ms, ratio {check / build:.2f}")


if __name__ == "__main__":
    main()
