"""What one worker does with one data file. Everything that goes in or comes back can be pickled."""

from __future__ import annotations

import hashlib
import time
import traceback
from functools import lru_cache
from pathlib import Path

from docgen import pipeline
from docgen.batch.inputs import inputs_of
from docgen.batch.targets import Task
from docgen.diagnostics import Diagnostic, DocgenError, Location, error, has_errors
from docgen.output import write_whole
from docgen.values import Struct

OWN_FAULT_EXIT = 3


class Outcome(Struct, frozen=True):
    """What became of one data file. `exit_code` is 0 when all is well; `sha256` and `size` (bytes) are
    those of the document, `inputs` its inputs with their hashes (docgen.batch.inputs); both are empty
    when nothing was written. `trace` is the traceback of a fault in docgen itself."""

    task: Task
    diagnostics: tuple[Diagnostic, ...]
    exit_code: int = 0
    sha256: str = ""
    size: int = 0
    inputs: tuple[tuple[str, str | None, str], ...] = ()
    trace: str = ""


def build_one(task: Task, lasting: bool = True) -> Outcome:
    """Builds one document and writes it whole, `lasting` as in docgen.output.write_whole; faults are in the
    outcome, never raised."""
    started = time.time_ns()
    try:
        built = pipeline.build(task.name, proofread=True)
        write_whole(task.target, built.docx, lasting)
    except DocgenError as fault:
        return Outcome(task, fault.diagnostics, fault.exit_code)
    except Exception as fault:  # one file's fault in docgen must not stop the others
        return own_fault(task, fault)
    inputs = tuple(
        (name, str(path.absolute()) if path else None, _hash(path, started) if path else "")
        for name, path in inputs_of(built).items()
    )
    digest = hashlib.sha256(built.docx).hexdigest()
    return Outcome(task, built.diagnostics, 0, digest, len(built.docx), inputs)


def check_one(task: Task, waivers: bool = True) -> Outcome:
    """The findings of one data file."""
    try:
        found = pipeline.findings(pipeline.read(task.name), waivers)
    except DocgenError as fault:
        return Outcome(task, fault.diagnostics, fault.exit_code)
    except Exception as fault:  # as in build_one
        return own_fault(task, fault)
    return Outcome(task, tuple(found), int(has_errors(found)))


def own_fault(task: Task, fault: BaseException) -> Outcome:
    """The outcome of a fault in docgen itself: named as such, with what its developers need."""
    where = traceback.extract_tb(fault.__traceback__)
    place = f" tại {Path(where[-1].filename).name}:{where[-1].lineno}" if where else ""
    message = f"docgen gặp lỗi của chính nó ở tệp này ({type(fault).__name__}{place})"
    hint = "Các tệp khác không bị ảnh hưởng; gửi tệp này kèm dòng lỗi cho người phụ trách docgen"
    found = error("loi-docgen", message, Location(str(task.name)), hint=hint)
    return Outcome(task, (found,), OWN_FAULT_EXIT, trace="".join(traceback.format_exception(fault)))


def _hash(path: Path, started: int) -> str:
    """The hash of an input; "" when it has changed since `started` (ns), so that nobody can tell which
    content was used and the document counts as stale."""
    try:
        status = path.stat()
        if status.st_mtime_ns > started:
            return ""
        return _content_hash(path, status.st_mtime_ns, status.st_size)
    except OSError:
        return ""


@lru_cache(maxsize=512)
def _content_hash(path: Path, changed: int, size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
