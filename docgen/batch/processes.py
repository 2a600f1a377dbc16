"""Work shared out to processes of this machine, or to an executor of the caller."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from docgen.batch.jobs import collect_rarely
from docgen.batch.targets import Task
from docgen.batch.work import Outcome, own_fault
from docgen.diagnostics import Location, error
from docgen.values import replace

Work = Callable[[Task], Outcome]

_AHEAD = 4
"""Tasks handed out for each worker: none waits for its next one, and few are lost with a worker."""


def on_this_machine(jobs: int, work: Work, tasks: Sequence[Task]) -> Iterator[Outcome]:
    """The outcome of each task from `jobs` processes. When a worker dies, what was under way is done again
    one by one, each in a process of its own, and the rest goes on in new workers."""
    left = list(tasks)
    while left:
        window = _Window(left)
        size = min(jobs, len(left))
        pool = ProcessPoolExecutor(size, _context(), _start_worker)
        try:
            yield from window.outcomes(pool, work, size * _AHEAD)
            return
        except BrokenProcessPool:
            suspects, left = window.under_way(), window.waiting()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        for task in suspects:  # one of them broke the pool: each on its own tells which
            yield _alone(work, task)


class _Window:
    """Tasks handed out a few at a time."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._waiting = list(reversed(tasks))
        self._futures: dict[Future[Outcome], Task] = {}

    def outcomes(self, pool: Executor, work: Work, size: int) -> Iterator[Outcome]:
        while self._waiting or self._futures:
            while self._waiting and len(self._futures) < size:
                self._futures[pool.submit(work, self._waiting[-1])] = self._waiting[-1]
                self._waiting.pop()
            done, _ = wait(self._futures, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = _outcome(future, self._futures[future])
                del self._futures[future]
                yield outcome

    def under_way(self) -> list[Task]:
        """The tasks handed out whose outcome never came; those that did come through are not among them."""
        return list(self._futures.values())

    def waiting(self) -> list[Task]:
        return list(reversed(self._waiting))


def _outcome(future: Future[Outcome], task: Task) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except (Exception, CancelledError) as fault:  # the executor's own trouble with this one task
        return own_fault(task, fault)


def _alone(work: Work, task: Task) -> Outcome:
    """The outcome of a task in a process of its own, which may die."""
    with ProcessPoolExecutor(1, _context(), _start_worker) as pool:
        try:
            return pool.submit(work, task).result()
        except BrokenProcessPool:
            message = "hệ điều hành đã dừng tiến trình dựng tệp này, có thể vì hết bộ nhớ"
            hint = "Chia nhỏ biểu, hoặc dựng riêng tệp này trên máy có nhiều bộ nhớ hơn"
            return Outcome(task, (error("dung-giua-chung", message, Location(str(task.name)), hint=hint),), 3)


def on_executor(executor: Executor, work: Work, tasks: Sequence[Task]) -> Iterator[Outcome]:
    """All tasks at once to an executor of the caller, whose way of sharing them out is its own.

    Its workers may run elsewhere, so files go by their whole paths; they must see the same files.
    """
    whole = [replace(task, name=task.data) for task in tasks]
    futures = {executor.submit(work, task): task for task in whole}
    try:
        while futures:
            done, _ = wait(futures, return_when=FIRST_COMPLETED)
            for future in done:
                task = futures.pop(future)
                try:
                    yield _outcome(future, task)
                except BrokenProcessPool as fault:
                    yield own_fault(task, fault)
    finally:
        for future in futures:
            future.cancel()


def _context() -> Any:
    """Forked workers are warm at once; but a process with threads must not be forked, and only Linux
    forks safely."""
    warm()
    forks = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forks else "spawn")


def warm() -> None:
    """Imports what every build needs."""
    import docgen.pipeline
    import docgen.word  # noqa: F401


def _start_worker() -> None:
    """Ends this worker with its parent: a killed parent must not leave workers that write files."""
    import signal

    warm()
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the parent, which stops the batch
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)
