"""Sets up and runs docgen in a checkout, on any fresh machine with Python 3.11 or newer.

    python dev.py sample     builds the sample reports into out/
    python dev.py test       runs every test

Both make a virtual environment in .venv the first time and install docgen into it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(*command: object) -> None:
    """Runs a command in the checkout; its failure ends this program with the same exit code."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def set_up(extras: str = "") -> None:
    """Makes the environment and installs docgen with what `extras` names, when pyproject.toml is newer."""
    stamp = VENV / f".docgen{extras}"
    project = ROOT / "pyproject.toml"
    if PYTHON.exists() and stamp.exists() and stamp.stat().st_mtime >= project.stat().st_mtime:
        return
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", f".{extras}")
    run(
        PYTHON, "-m", "compileall", "-q", "docgen"
    )  # as an installed package is; some machines write no bytecode
    stamp.touch()


def sample() -> None:
    """Builds every report in samples/ into out/."""
    set_up()
    files = sorted((ROOT / "samples").glob("*.yaml"))
    run(PYTHON, "-m", "docgen", "build", *(file.relative_to(ROOT) for file in files), "-o", "out")


def test(arguments: list[str]) -> None:
    """Runs the tests, those that `arguments` select when given."""
    set_up("[test]")
    run(PYTHON, "-m", "pytest", *arguments)


def main(arguments: list[str]) -> None:
    match arguments:
        case ["sample"]:
            sample()
        case ["test", *rest]:
            test(rest)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
