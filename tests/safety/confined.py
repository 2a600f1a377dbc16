"""Runs Python in a process that gets so much memory and so much processor time and no more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
MEMORY_BYTES = 2 << 30
PROCESSOR_S = 60

_LIMITS = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY_BYTES}, {MEMORY_BYTES}))
resource.setrlimit(resource.RLIMIT_CPU, ({PROCESSOR_S}, {PROCESSOR_S}))
"""


def confined(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """What `code` printed, run in 2 GB of memory and 60 s of processor time at most (POSIX)."""
    path = os.pathsep.join((str(REPOSITORY), os.environ.get("PYTHONPATH", "")))
    return subprocess.run(
        [sys.executable, "-c", _LIMITS + code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path, "DOCGEN_CACHE": "0", "PYTHONUTF8": "1"},
    )
