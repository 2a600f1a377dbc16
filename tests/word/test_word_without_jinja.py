"""Own templates that were kept on disk are printed without Jinja: importing it takes longer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "xa-an-hoa-9-thang-2026.yaml"

PROGRAM = """
import builtins, hashlib, sys

asked, importing = set(), builtins.__import__

def watched(name, names=None, *more, **options):
    if name.partition(".")[0] in ("jinja2", "markupsafe"):
        asked.add(names["__name__"])
    return importing(name, names, *more, **options)

builtins.__import__ = watched
import docgen
print(hashlib.sha256(docgen.build(sys.argv[1]).docx).hexdigest())
print(sorted(name for name in asked if name.startswith("docgen.word")))
print(sorted(name for name in ("docxtpl", "docx", "lxml") if name in sys.modules))
"""


def test_a_second_process_prints_the_same_and_asks_for_neither_jinja_nor_markupsafe(tmp_path):
    runs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(SAMPLE)],
            env=os.environ | {"DOCGEN_CACHE": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for _ in range(2)
    ]

    assert runs[0][0] == runs[1][0]
    assert "docgen.word.language.translate" in runs[0][1]  # the first has compiled the template
    assert runs[1][1:] == ["[]", "[]"]
