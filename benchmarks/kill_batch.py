"""Kills a batch at random moments and resumes it; nothing may be broken, nothing may be lost.

    python benchmarks/kill_batch.py [--count 500] [--kills 200] [--jobs 2] [--seed 1]

Every kill is SIGKILL, in turn to the whole process group, to the main process alone, and to one worker.
After each, every document that stands is compared by its hash with that of an undisturbed run. When a
batch is complete it begins anew in an empty folder.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from batch_data import write_reports

ROOT = Path(__file__).resolve().parent.parent
VICTIMS = ("group", "main", "worker")


def command(data: Path, out: Path, jobs: int) -> list[str]:
    return [
        sys.executable,
        "-m",
        "docgen",
        "build",
        str(data),
        "-o",
        str(out),
        "--jobs",
        str(jobs),
        "--resume",
    ]


def hashes(out: Path) -> dict[str, str]:
    """The hash of every document that stands in `out`."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.glob("*.docx"))}


def children(pid: int) -> list[int]:
    """The processes that `pid` has started, where the system tells."""
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def kill(process: subprocess.Popen[bytes], victim: str, rng: random.Random) -> None:
    """Kills what `victim` says; a main process that lives on is waited for."""
    workers = children(process.pid)
    if victim == "group":
        os.killpg(process.pid, signal.SIGKILL)
    elif victim == "worker" and workers:
        os.kill(rng.choice(workers), signal.SIGKILL)
    else:
        os.kill(process.pid, signal.SIGKILL)
        for worker in workers:  # they end by themselves; the next batch must not meet them
            wait_for_end(worker)
    process.wait()


def wait_for_end(pid: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return
        except OSError:
            return
        time.sleep(0.01)
    sys.exit(f"worker {pid} outlived its batch")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    folder = Path(tempfile.mkdtemp(prefix="docgen-kill-"))
    environment = {**os.environ, "DOCGEN_CACHE": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    write_reports(folder / "data", options.count)
    start = time.monotonic()
    subprocess.run(
        command(folder / "data", folder / "whole", options.jobs),
        check=True,
        env=environment,
        capture_output=True,
    )
    usual = time.monotonic() - start
    wanted = hashes(folder / "whole")
    print(f"undisturbed: {len(wanted)} documents in {usual:.1f} s", flush=True)
    out = folder / "out"
    kills = completed = broken = lost = 0
    left_over = 0
    standing: set[str] = set()
    while kills < options.kills:
        victim = VICTIMS[kills % len(VICTIMS)]
        process = subprocess.Popen(
            command(folder / "data", out, options.jobs), env=environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            process.wait(rng.uniform(0, usual))
        except subprocess.TimeoutExpired:
            kill(process, victim, rng)
            kills += 1
        found = hashes(out)
        broken += sum(wanted.get(name) != digest for name, digest in found.items())
        lost += len(standing - found.keys())
        standing = set(found)
        left_over = max(left_over, len(list(out.glob(".docgen-*.tmp"))))
        if len(found) == len(wanted):
            completed += 1
            shutil.rmtree(out)
            standing = set()
        if kills % 20 == 0:
            print(f"{kills} kills, {completed} batches completed, {broken} broken, {lost} lost", flush=True)
    done = subprocess.run(
        command(folder / "data", out, options.jobs), env=environment, capture_output=True, check=False
    )
    equal = hashes(out) == wanted
    shutil.rmtree(folder)
    print(
        f"{kills} kills in a batch of {options.count}: {broken} broken documents, {lost} lost; {completed + 1} times "
        f"completed by --resume (exit {done.returncode}), hashes {'equal' if equal else 'NOT equal'} to an undisturbed "
        f"run; at most {left_over} half-written temporary files beside them"
    )
    sys.exit(0 if equal and not broken and not lost and done.returncode == 0 else 1)


if __name__ == "__main__":
    main()
