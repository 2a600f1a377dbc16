"""The manifest of a batch: one line of JSON for each document that stands whole, with all hashes.

A line is appended when its document stands. Once a second, and when the manifest is closed, documents
and lines are forced to the disk; waiting for the disk at each would take longer than building. A line that
a kill has torn is passed over, and so is one whose document a power failure has lost, for then the hashes
differ; of several lines for one document the last counts. Paths are relative to
the manifest's folder, so that the folder may be moved as a whole.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from docgen import __version__
from docgen.batch.inputs import Hashes, look_up
from docgen.batch.targets import Task
from docgen.batch.work import Outcome
from docgen.diagnostics import Location, UnreadableError, error
from docgen.output import sync
from docgen.workspace import Workspace

_SYNC_S = 1.0
"""So many seconds of work at most are done again after a power failure."""

MANIFEST = "docgen-manifest.jsonl"
"""The name of the manifest in the folder of the documents."""


class Manifest:
    """The manifest at `path`, read when opened and appended to; a context manager."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._records: dict[str, dict[str, Any]] = {}
        self._hashes = Hashes()
        self._workspaces: dict[Path, Workspace] = {}
        self._relatives: dict[Path | str, str] = {}
        self._file: int | None = None
        self._torn = False
        self._unsynced: list[Path] = []
        self._synced = time.monotonic()
        if self.path.is_file():
            self._read()

    def __enter__(self) -> Manifest:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is None:
            return
        try:
            self._sync()
        except OSError:
            if kind is None:
                raise self._unwritable() from None
        finally:
            os.close(self._file)
            self._file = None

    def _sync(self) -> None:
        """Forces to the disk what was written since the last time."""
        sync(self._unsynced)
        if self._file is not None:
            os.fsync(self._file)
        self._unsynced, self._synced = [], time.monotonic()

    def _read(self) -> None:
        data = self.path.read_bytes()
        self._torn = bool(data) and not data.endswith(b"\n")
        for line in data.splitlines():
            try:
                record = json.loads(line)
                self._records[record["output"]] = record
            except (ValueError, KeyError, TypeError):
                continue  # a torn line, or a line of something else

    def is_current(self, task: Task, pdf: Path | None = None) -> bool:
        """Whether the document of `task` (and its `pdf`, when asked for) stands as it was built, made by
        this version of docgen from what is there now."""
        record = self._records.get(self._relative(task.target))
        if record is None or record.get("docgen") != __version__:
            return False
        if self._hashes.of(task.target) != record.get("sha256"):
            return False
        if pdf is not None and (not record.get("pdf_sha256") or self._hashes.of(pdf) != record["pdf_sha256"]):
            return False
        inputs = record.get("inputs")
        return isinstance(inputs, dict) and all(self._holds(task, *item) for item in inputs.items())

    def _holds(self, task: Task, name: str, known: Any) -> bool:
        """Whether the input `name` is the file it was, with the content it had."""
        path = None if known is None else self._absolute(known["path"])
        if name == "data":
            now: Path | None = task.data
        elif name == "unit" or name.startswith("sheet:"):
            now = path  # the data file, which is unchanged, names it
        else:
            now = look_up(name, self._workspace(task.data.parent))
        if now is None or path is None:
            return now is path
        return now.absolute() == path and bool(known["sha256"]) and self._hashes.of(path) == known["sha256"]

    def _workspace(self, folder: Path) -> Workspace:
        if folder not in self._workspaces:
            self._workspaces[folder] = Workspace.around(folder)
        return self._workspaces[folder]

    def append(self, outcome: Outcome, pdf: Path | None = None, pdf_sha256: str = "") -> None:
        """Adds the line of a document that stands whole.

        Raises UnreadableError when it cannot be written.
        """
        record: dict[str, Any] = {
            "output": self._relative(outcome.task.target),
            "sha256": outcome.sha256,
            "size": outcome.size,
            **({"pdf": self._relative(pdf), "pdf_sha256": pdf_sha256} if pdf is not None else {}),
            "docgen": __version__,
            "findings": len(outcome.diagnostics),
            "inputs": {
                name: None if path is None else {"path": self._relative(path), "sha256": digest}
                for name, path, digest in outcome.inputs
            },
        }
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        try:
            if self._file is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
            os.write(self._file, b"\n" + line if self._torn else line)
            self._unsynced.append(outcome.task.target)
            if time.monotonic() - self._synced > _SYNC_S:
                self._sync()
        except OSError:
            self._torn = True
            raise self._unwritable() from None
        self._torn = False
        self._records[record["output"]] = record

    def _unwritable(self) -> UnreadableError:
        message = f"không ghi được sổ “{self.path.name}” của lần dựng này"
        hint = "Kiểm tra quyền ghi và dung lượng ổ đĩa; tài liệu đã dựng không bị ảnh hưởng"
        return UnreadableError(error("khong-ghi-duoc", message, Location(str(self.path)), hint=hint))

    def _relative(self, path: Path | str) -> str:
        known = self._relatives.get(path)
        if known is None:
            try:
                known = Path(os.path.relpath(path, self.path.parent)).as_posix()
            except ValueError:  # another drive of Windows
                known = Path(path).as_posix()
            self._relatives[path] = known  # most inputs are those of the document before
        return known

    def _absolute(self, written: str) -> Path:
        return Path(os.path.normpath(self.path.parent / written))
