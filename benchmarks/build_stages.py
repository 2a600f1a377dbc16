"""Where the time of a build goes: each stage of a warm one, and of a whole cold process.

    python benchmarks/build_stages.py [DATA.yaml] [--rounds 200]

Without DATA it is the report of An Lão, quý III/2020 from the reference material, or else a sample. Every
stage has its share of the whole beside it. For the functions behind a stage:

    python benchmarks/build_stages.py --functions 30
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared" / "acceptance" / "an-lao-quy-3-2020.yaml"
SAMPLE = ROOT / "samples" / "xa-an-hoa-9-thang-2026.yaml"
LIBRARIES = (
    "docgen", "msgspec", "yaml", "click", "jinja2", "markupsafe", "cerberus", "markdown_it", "babel",
    "num2words", "lxml", "docx", "docxtpl", "rich",
)  # fmt: skip
PROOFREAD = "proofreading, words seen before"

Times = dict[str, float]
"""Seconds by stage."""


@contextmanager
def timed(times: Times, stage: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    times[stage] = times.get(stage, 0.0) + time.perf_counter() - start


def build(data: Path) -> Times:
    """One build, its stages timed as docgen.pipeline.build runs them."""
    times: Times = {}
    from docgen import pipeline
    from docgen.assemble import assemble
    from docgen.schema import read_document, unit_of
    from docgen.source import read_yaml
    from docgen.word import render_document, store

    with timed(times, "YAML"):
        root, faults = read_yaml(data)
    with timed(times, "schema, unit and template: found and looked after"):
        workspace = pipeline._workspace(data.parent.resolve())
        report_type, unit, _ = pipeline._references(data, root, workspace)
        unit = unit_of(root, unit)
    with timed(times, "validation, facts and tables"):
        facts, _ = read_document(root, report_type, unit)
    with timed(times, "prose, and the document put together"):
        assembled = assemble(facts, unit, report_type)
    document = pipeline.Read(data, root, workspace, report_type, unit, facts, assembled, faults)
    with timed(times, "rules and outline"):
        pipeline.findings(document, proofread=False)
    with timed(times, "schema, unit and template: found and looked after"):
        template = store().get(pipeline.find_template(document), workspace.find_part)
    with timed(times, "Word: XML and zip"):
        render_document(assembled.document, template)
    return times


def proofread(data: Path) -> Callable[[], object]:
    """Reads the printed words of `data`, its findings left aside."""
    from docgen import pipeline
    from docgen.checks import check_passages

    document = pipeline.read(data)
    return lambda: check_passages(document.assembled.passages(), document.data)


def printed(title: str, parts: dict[str, float]) -> None:
    whole = sum(parts.values())
    print(f"{title}: {whole * 1000:.2f} ms")
    for name, seconds in sorted(parts.items(), key=lambda item: -item[1]):
        print(f"  {seconds * 1000:8.2f} ms  {seconds / whole:4.0%}  {name}")


def cold(data: Path) -> dict[str, float]:
    """The seconds a cold `docgen build` spends on imports, by library, and on everything else."""
    command = ["-m", "docgen", "build", str(data), "-o", str(Path("build-stages.docx").absolute())]
    whole = []
    for _ in range(9):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], check=False, capture_output=True)
        whole.append(time.perf_counter() - start)
    said = subprocess.run(
        [sys.executable, "-X", "importtime", *command], check=False, capture_output=True, text=True
    )
    Path("build-stages.docx").unlink(missing_ok=True)
    own: dict[str, float] = {}
    for found in re.finditer(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)", said.stderr):
        library = found[2].partition(".")[0].lstrip("_")
        name = f"import {library}" if library in LIBRARIES else "import of the standard library"
        own[name] = own.get(name, 0.0) + int(found[1]) / 1e6
    return {**own, "everything else": max(statistics.median(whole) - sum(own.values()), 0.0)}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=REFERENCE if REFERENCE.exists() else SAMPLE)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--functions", type=int, default=0, help="print so many functions instead")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    build(options.data)
    if options.functions:
        profile = cProfile.Profile()
        profile.enable()
        for _ in range(options.rounds):
            build(options.data)
        profile.disable()
        pstats.Stats(profile).sort_stats("tottime").print_stats(options.functions)
        return
    reading = proofread(options.data)
    times = []
    for _ in range(options.rounds):
        one = build(options.data)
        with timed(one, PROOFREAD):
            reading()
        times.append(one)
    print(f"{options.data}, medians of {options.rounds}")
    warm = {stage: statistics.median(one[stage] for one in times) for stage in times[0]}
    reader = {PROOFREAD: warm.pop(PROOFREAD)}
    printed("warm build", warm)
    printed("beside it, in the command only", reader)
    printed("cold process (imports as the interpreter measures them, which slows them)", cold(options.data))


if __name__ == "__main__":
    main()
