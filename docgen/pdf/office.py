"""LibreOffice on this machine: where it is, its profile, and one run of it under a time limit.

Measured: the exit status says nothing (0 also when nothing was written), two runs on one profile lose files,
a killed run leaves a lock, and `soffice` is a script over two more processes. So: a profile of its own for
every run, a process group that is killed whole, and success is a new file that begins with `%PDF-`."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from docgen.diagnostics import UnreadableError, error

ENVIRONMENT = "DOCGEN_SOFFICE"
"""The variable that names the program where it is not on the path."""

HINT = (
    "Cài LibreOffice (Debian, Ubuntu: sudo apt-get install libreoffice-writer fonts-liberation2; "
    f"Windows, macOS: libreoffice.org), hoặc đặt biến {ENVIRONMENT} bằng đường dẫn tới soffice"
)

_NAMES = ("soffice", "libreoffice", "soffice.exe")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/opt/libreoffice/program/soffice",
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General">
<prop oor:name="DefaultLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>
"""


def find_office() -> Path | None:
    """The LibreOffice program, or None where there is none."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named) if Path(named).is_file() else None
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def needed_office() -> Path:
    """The LibreOffice program. Raises UnreadableError naming the fix where there is none."""
    office = find_office()
    if office is None:
        raise UnreadableError(
            error("khong-co-libreoffice", "máy này không có LibreOffice để tạo PDF", hint=HINT)
        )
    return office


def make_profile(folder: Path) -> None:
    """Writes a fresh profile that follows no links, runs no macros and takes texts for Vietnamese."""
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")


def run_office(
    office: Path, profile: Path, filter_name: str, files: Sequence[Path], out: Path, seconds: float
) -> str:
    """Converts `files` into the folder `out` in one run; what LibreOffice said. What came out is to be judged
    by the files alone. After `seconds` the whole process group is killed and "quá thời gian" is returned."""
    command = [
        str(office),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        filter_name,
        "--outdir",
        str(out),
        *(str(file) for file in files),
    ]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    try:
        said, _ = process.communicate(timeout=seconds)
        return said
    except subprocess.TimeoutExpired:
        return "quá thời gian"
    finally:
        _kill_group(process)


def _kill_group(process: subprocess.Popen[str]) -> None:
    """Ends the process and all it started, also when it seems to be over: a child may outlive the script."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=10)


def version(office: Path, seconds: float = 30) -> str:
    """What LibreOffice calls itself, "" when it does not answer."""
    try:
        done = subprocess.run(
            [str(office), "--version"], capture_output=True, text=True, timeout=seconds, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = done.stdout.strip().splitlines()
    return lines[-1] if lines else ""
