"""Any executor does the work, each file once; a worker that dies takes no other file with it."""

import os
import signal
import sys
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor

import pytest
from reports import office

from docgen.batch.jobs import Jobs
from docgen.batch.manifest import Manifest
from docgen.batch.run import Batch, check_all
from docgen.batch.targets import plan
from docgen.batch.work import Outcome, build_one

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


def die_on_three(task):
    if task.data.stem == "bc-003":
        os.kill(os.getpid(), signal.SIGKILL)
    return build_one(task)


def fail_on_three(task):
    if task.data.stem == "bc-003":
        raise RuntimeError("own fault")
    return Outcome(task, ())


def of(outcomes):
    return sorted((one.task.data.stem, one.exit_code, [d.code for d in one.diagnostics]) for one in outcomes)


EXPECTED = [("bc-001", 0, []), ("bc-002", 0, []), ("bc-003", 0, []), ("bc-004", 0, []), ("bc-005", 0, [])]


@pytest.mark.parametrize("executor", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_builds_the_same_documents(tmp_path, executor):
    tasks = plan([office(tmp_path, 5)], tmp_path / "o")
    with Manifest(tmp_path / "o" / "m.jsonl") as manifest, executor(2) as pool:
        done = list(Batch(Jobs(executor=pool), manifest).run(tasks))

    assert of(one.outcome for one in done) == EXPECTED
    assert len(list((tmp_path / "o").glob("*.docx"))) == 5
    with Manifest(tmp_path / "o" / "m.jsonl") as manifest:
        assert all(manifest.is_current(task) for task in tasks)


@POSIX
def test_a_worker_that_dies_is_named_and_every_other_file_is_built(tmp_path):
    tasks = plan([office(tmp_path, 5)], tmp_path / "o")

    outcomes = of(Jobs(2).run(die_on_three, tasks))

    assert outcomes == [one if one[0] != "bc-003" else ("bc-003", 3, ["dung-giua-chung"]) for one in EXPECTED]
    assert sorted(path.stem for path in (tmp_path / "o").glob("*.docx")) == [
        "bc-001",
        "bc-002",
        "bc-004",
        "bc-005",
    ]


def test_a_fault_of_the_executor_itself_is_that_of_one_file(tmp_path):
    tasks = plan([office(tmp_path, 5)], tmp_path / "o")
    with ThreadPoolExecutor(2) as pool:
        outcomes = of(Jobs(executor=pool).run(fail_on_three, tasks))

    assert outcomes == [one if one[0] != "bc-003" else ("bc-003", 3, ["loi-docgen"]) for one in EXPECTED]


def test_a_fault_of_docgen_itself_is_named_and_does_not_stop_the_others(tmp_path, monkeypatch):
    from docgen.batch import work

    real = work.pipeline.read

    def read(path):
        if path.stem == "bc-002":
            raise ZeroDivisionError
        return real(path)

    monkeypatch.setattr(work.pipeline, "read", read)
    outcomes = {one.task.data.stem: one for one in check_all(plan([office(tmp_path, 3)], None))}

    assert [outcomes[name].exit_code for name in sorted(outcomes)] == [0, 3, 0]
    assert "ZeroDivisionError" in outcomes["bc-002"].diagnostics[0].message
    assert "Traceback" in outcomes["bc-002"].trace


def test_a_caller_that_stops_early_cancels_what_has_not_begun(tmp_path):
    tasks = plan([office(tmp_path, 5)], tmp_path / "o")

    class Slow:
        futures = []

        def submit(self, work, task):
            future = Future()
            if not self.futures:
                future.set_result(Outcome(task, ()))
            self.futures.append(future)
            return future

    outcomes = Jobs(executor=Slow()).run(build_one, tasks)
    next(outcomes)
    outcomes.close()

    assert [future.cancelled() for future in Slow.futures] == [False, True, True, True, True]


@POSIX
def test_a_dask_cluster_that_loses_a_worker_loses_no_document(tmp_path):
    distributed = pytest.importorskip("distributed", reason="the optional dependency dask is not installed")
    tasks = plan([office(tmp_path, 60)], tmp_path / "o")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
        Manifest(tmp_path / "o" / "m.jsonl") as manifest,
    ):
        pids = list(client.run(os.getpid).values())
        done = []
        for one in Batch(Jobs(executor=client.get_executor(pure=False, retries=3)), manifest).run(tasks):
            done.append(one)
            if len(done) == 5:
                os.kill(pids[0], signal.SIGKILL)

    assert sorted(one.task.data for one in done) == sorted(task.data for task in tasks)
    assert {one.outcome.exit_code for one in done} == {0}
    with Manifest(tmp_path / "o" / "m.jsonl") as manifest:
        assert all(manifest.is_current(task) for task in tasks)
