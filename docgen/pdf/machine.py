"""What this machine has and lacks for docgen: LibreOffice, fonts, locale."""

from __future__ import annotations

import locale
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib import metadata

from docgen.pdf.office import HINT, find_office, version
from docgen.values import Struct

FONT = "Times New Roman"
"""Điểm 2 mục I phần I Phụ lục I Nghị định 30/2020/NĐ-CP."""

SAME_WIDTHS = {
    "Times New Roman": ("Liberation Serif", "Tinos", "Nimbus Roman"),
    "Arial": ("Liberation Sans", "Arimo"),
    "Courier New": ("Liberation Mono", "Cousine"),
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
}
"""Typefaces whose letters are as wide, so that lines and pages break at the same places."""

PACKAGES = {
    "Times New Roman": "fonts-liberation2",
    "Arial": "fonts-liberation2",
    "Courier New": "fonts-liberation2",
    "Calibri": "fonts-crosextra-carlito",
    "Cambria": "fonts-crosextra-caladea",
}


class Check(Struct, frozen=True):
    """One thing looked at: what was found, what to do when it is not `ok`, and the exit code of `docgen
    doctor` then: 3 where nothing works, 1 where a part of docgen does not, 0 where a few foreign files look
    different."""

    name: str
    ok: bool
    found: str
    fix: str = ""
    exit_code: int = 0


def examine() -> tuple[Check, ...]:
    """All checks, the most important first. Nothing is changed; LibreOffice is asked for its version only."""
    return (_python(), _libraries(), _encoding(), _temporary(), _office(), *_fonts())


def _python() -> Check:
    found = ".".join(str(n) for n in sys.version_info[:3])
    return Check("Python", sys.version_info >= (3, 11), found, "Cài Python 3.11 trở lên", exit_code=3)


def _libraries() -> Check:
    """What the installed docgen says it needs."""
    missing = []
    try:
        wanted = metadata.requires("docgen") or []
    except metadata.PackageNotFoundError:
        return Check("Thư viện", True, "chạy thẳng từ mã nguồn, không xét")
    for line in wanted:
        if "extra ==" in line:
            continue
        name = line.split(";")[0].split("[")[0].strip()
        name = next((name[:at] for at, c in enumerate(name) if c in "<>=!~ "), name)
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    return Check(
        "Thư viện",
        not missing,
        f"thiếu {', '.join(missing)}" if missing else "đủ",
        "Cài lại: python -m pip install --upgrade docgen",
        exit_code=3,
    )


def _encoding() -> Check:
    found = locale.getpreferredencoding(False)
    ok = found.replace("-", "").lower() == "utf8" or sys.flags.utf8_mode == 1
    return Check(
        "Bảng mã", ok, found, "Đặt biến PYTHONUTF8=1 (hoặc LANG=C.UTF-8) để in tiếng Việt có dấu", exit_code=1
    )


def _temporary() -> Check:
    folder = tempfile.gettempdir()
    free = shutil.disk_usage(folder).free >> 20
    ok = os.access(folder, os.W_OK) and free > 100
    return Check(
        "Thư mục tạm", ok, f"{folder}, còn {free} MB", "Dọn ổ đĩa, hoặc đặt biến TMPDIR", exit_code=3
    )


def _office() -> Check:
    office = find_office()
    said = version(office) if office is not None else ""
    found = said or ("không có" if office is None else f"{office} không trả lời")
    return Check("LibreOffice (PDF, hình trang)", bool(said), found, HINT, exit_code=1)


def _fonts() -> list[Check]:
    known = installed_fonts()
    if known is None:
        return [Check("Phông chữ", True, "không xét được trên máy này (không có fc-list)")]
    checks = []
    for font, twins in SAME_WIDTHS.items():
        if font not in (FONT, "Calibri", "Cambria"):
            continue
        twin = next((name for name in twins if name in known), None)
        found = "có" if font in known else (f"dùng {twin} (cùng độ rộng chữ)" if twin else "không có")
        fix = f"Cài phông {font}, hoặc phông cùng độ rộng: sudo apt-get install {PACKAGES[font]}"
        checks.append(
            Check(f"Phông {font}", font in known or twin is not None, found, fix, int(font == FONT))
        )
    return checks


def installed_fonts() -> frozenset[str] | None:
    """The names of the typefaces installed, None where that cannot be asked (no fontconfig)."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, ":", "family"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return frozenset(
        name.strip() for line in done.stdout.splitlines() for name in line.split(",") if name.strip()
    )


def missing_fonts(used: Iterable[str], installed: frozenset[str]) -> list[str]:
    """The typefaces of `used` that are neither installed nor replaced by one of the same widths."""
    return sorted(
        font
        for font in set(used)
        if font not in installed and not any(twin in installed for twin in SAME_WIDTHS.get(font, ()))
    )
