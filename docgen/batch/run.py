"""A batch from tasks to documents, PDF files and the manifest; and the check of many data files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from docgen.batch.jobs import Jobs
from docgen.batch.manifest import Manifest
from docgen.batch.targets import Task
from docgen.batch.work import Outcome, build_one, check_one
from docgen.diagnostics import DocgenError
from docgen.output import sweep, write_whole
from docgen.values import Struct, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docgen.pdf import Converter, PdfOptions

_PDF_AT_ONCE = 20
"""Documents a worker of LibreOffice converts in one go: its start costs as much as five of them."""


class Done(Struct, frozen=True):
    """A data file that is dealt with: its outcome, or None when its document was current already."""

    task: Task
    outcome: Outcome | None


class Batch(Struct, frozen=True):
    """How a batch is built. `resume` leaves out what `manifest` says is current; `pdf`: how to make the
    PDF beside each document, None for no PDF; `pdf_jobs`: how many LibreOffice run at once."""

    jobs: Jobs = Jobs()
    manifest: Manifest | None = None
    resume: bool = False
    pdf: PdfOptions | None = None
    pdf_jobs: int = 1

    def run(self, tasks: Sequence[Task]) -> Iterator[Done]:
        """Builds `tasks`; each comes back once, when nothing more is to be done for it.

        A document is written first, its PDF second, its line in the manifest last: what the manifest
        names stands whole. Raises UnreadableError when PDF is asked for and LibreOffice is missing.
        """
        if self.pdf is None:
            yield from self._built(tasks)
            return
        from docgen.pdf import Converter  # builds without PDF start faster

        with Converter(self.pdf, self.pdf_jobs) as converter:
            waiting: list[Outcome] = []
            for done in self._built(tasks):
                if done.outcome is None or done.outcome.exit_code:
                    yield done
                    continue
                waiting.append(done.outcome)
                if len(waiting) == _PDF_AT_ONCE * self.pdf_jobs:
                    yield from self._converted(converter, waiting)
                    waiting = []
            yield from self._converted(converter, waiting)

    def _built(self, tasks: Sequence[Task]) -> Iterator[Done]:
        for folder in {task.target.parent for task in tasks}:
            sweep(folder)
        left = []
        for task in tasks:
            if self._is_current(task):
                yield Done(task, None)
            else:
                left.append(task)
        build = partial(build_one, lasting=self.manifest is None)  # a manifest sees to it, for many at once
        for outcome in self.jobs.run(build, left):
            if self.pdf is None and not outcome.exit_code:
                outcome = self._recorded(outcome)
            yield Done(outcome.task, outcome)

    def _is_current(self, task: Task) -> bool:
        if not self.resume or self.manifest is None:
            return False
        return self.manifest.is_current(task, pdf_path(task) if self.pdf else None)

    def _converted(self, converter: Converter, outcomes: list[Outcome]) -> Iterator[Done]:
        files = [(str(o.task.target), o.task.target.read_bytes()) for o in outcomes]
        for outcome, made in zip(outcomes, converter.convert(files), strict=True):
            if made.fault is not None:
                failed = replace(outcome, diagnostics=(*outcome.diagnostics, made.fault), exit_code=3)
                yield Done(outcome.task, failed)
                continue
            try:
                write_whole(pdf_path(outcome.task), made.pdf)
            except DocgenError as fault:
                yield Done(outcome.task, _also(outcome, fault))
                continue
            digest = hashlib.sha256(made.pdf).hexdigest()
            yield Done(outcome.task, self._recorded(outcome, pdf_path(outcome.task), digest))

    def _recorded(self, outcome: Outcome, pdf: Path | None = None, pdf_sha256: str = "") -> Outcome:
        if self.manifest is None:
            return outcome
        try:
            self.manifest.append(outcome, pdf, pdf_sha256)
        except DocgenError as fault:
            return _also(outcome, fault)
        return outcome


def _also(outcome: Outcome, fault: DocgenError) -> Outcome:
    found = (*outcome.diagnostics, *fault.diagnostics)
    return replace(outcome, diagnostics=found, exit_code=max(outcome.exit_code, fault.exit_code))


def with_fault(done: Done, fault: DocgenError) -> Done:
    """`done` with what was found after it."""
    outcome = done.outcome or Outcome(done.task, ())
    return Done(done.task, _also(outcome, fault))


def pdf_path(task: Task) -> Path:
    """Where the PDF of a document goes: beside it."""
    return task.target.with_suffix(".pdf")


def check_all(tasks: Sequence[Task], jobs: Jobs = Jobs(), waivers: bool = True) -> Iterator[Outcome]:
    """The findings of each data file, in the order they end."""
    yield from jobs.run(partial(check_one, waivers=waivers), tasks)
