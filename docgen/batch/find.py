"""The data files below a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from docgen.diagnostics import DocgenError
from docgen.source.files import decode, read_bytes

SUFFIXES = (".yaml", ".yml")
SKIPPED = frozenset({"schemas", "templates", "node_modules", "__pycache__"})
"""Folders that hold no data files; so do those whose name begins with a dot."""

_KEYS = re.compile(r"^(?:loai|don_vi|noi_dung|trich_yeu|so_lieu|ky_bao_cao)[ \t]*:", re.MULTILINE)
"""What a data file says and a unit file or a configuration does not."""


def data_files(path: Path) -> Iterator[Path]:
    """`path` itself when it is a file, else every data file below it in the order of their names.

    A YAML file in a folder is a data file when one of its lines begins like those of one, or when it
    cannot be read, so that a fault in it is told; unit files and the folders in SKIPPED are passed over.
    """
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if name not in SKIPPED and not name.startswith("."))
        for name in sorted(files):
            file = Path(folder, name)
            if file.suffix.lower() in SUFFIXES and not name.startswith(".") and _is_data(file):
                yield file


def _is_data(file: Path) -> bool:
    try:
        return bool(_KEYS.search(decode(read_bytes(file, str(file)), str(file))))
    except DocgenError:
        return True
