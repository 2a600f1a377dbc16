"""Seconds for `docgen regress` over many documents, without page images.

    python benchmarks/regress_speed.py [--count 200] [--jobs N]

The samples are copied under new numbers into a temporary folder, approved, then compared: once unchanged,
once with one figure changed in every document, so that each is compared line by line. A whole process is
timed."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def copies(folder: Path, count: int) -> None:
    """`count` data files in `folder`, the samples in turn, each with a number of its own."""
    for name in ("schemas", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / "samples" / "don-vi", folder / "mau" / "don-vi")
    samples = sorted((ROOT / "samples").glob("*.yaml"))
    for n in range(count):
        text = samples[n % len(samples)].read_text(encoding="utf-8")
        numbered = re.sub(r"(?m)^so:.*$", f"so: {n + 1}", text)
        (folder / "mau" / f"bao-cao-{n:04}.yaml").write_text(numbered, encoding="utf-8")


def regress(folder: Path, jobs: int, *more: str) -> tuple[float, str]:
    """Seconds and the last line of one whole `docgen regress`."""
    command = [sys.executable, "-m", "docgen", "regress", str(folder / "mau"), "--jobs", str(jobs), *more]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(done.stderr or done.stdout)
    return seconds, done.stdout.strip().splitlines()[-1]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies(folder, options.count)
        print(f"{options.count} documents, {options.jobs} processes")
        print("approve    {:6.1f} s  {}".format(*regress(folder, options.jobs, "--approve")))
        print("unchanged  {:6.1f} s  {}".format(*regress(folder, options.jobs)))
        for file in (folder / "mau").glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(
                re.sub(r"(?m)^so: (\d+)$", lambda m: f"so: {int(m[1]) + 1000}", text), encoding="utf-8"
            )
        print("all differ {:6.1f} s  {}".format(*regress(folder, options.jobs)))


if __name__ == "__main__":
    main()
