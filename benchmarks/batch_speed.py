"""Two processes beside one, and tables of many rows beside docxtpl.

    python benchmarks/batch_speed.py [--count 300] [--rounds 3] [--rows 1000,10000,50000] [--shared ../shared]

First a folder of reports (An Lão, quý III/2020 of the reference material where it is here, else short
ones) is built by `docgen build` with one process and with two, in turn; the ratio of the medians counts.
Then a report with one table of so many rows is built in a process of its own: time, peak memory, and
processor time and memory for a row, which stay level when they grow linearly. docxtpl renders its own template of ../shared/bench
with a table of 10,000 rows of the same columns in the same run. Both sides print the load of the machine.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(HERE)]
from batch_data import UNIT, write_reports  # noqa: E402
from build_speed import REPORT, variants  # noqa: E402

PEER_ROWS = 10_000
FORM = """\
ten: Tình hình giải quyết hồ sơ
khoa: linh_vuc
cot:
  - {ma: tt, ten: TT, kieu: stt, rong: 1}
  - {ma: linh_vuc, ten: Lĩnh vực, kieu: chu, rong: 5}
  - ten: Số hồ sơ đã tiếp nhận
    cot:
      - {ma: tiep_nhan, ten: Tổng số, tinh: ky_truoc + moi}
      - ten: Trong đó
        cot: [{ma: ky_truoc, ten: Kỳ trước}, {ma: moi, ten: Mới}]
  - ten: Kết quả giải quyết
    cot:
      - ten: Đã giải quyết
        cot: [{ma: da, ten: Tổng số, tinh: dung_han + qua_han}, {ma: dung_han, ten: Đúng hạn}, {ma: qua_han, ten: Quá hạn}]
      - ten: Đang giải quyết
        cot: [{ma: dang, ten: Tổng số}, {ma: chua_han, ten: Chưa đến hạn}, {ma: da_qua, ten: Quá hạn}]
  - {ma: ghi_chu, ten: Ghi chú, kieu: chu}
dong_cot_so: true
dong_tong: Tổng số
rang_buoc:
  - {ma: can-doi, dieu_kien: tiep_nhan == da + dang}
  - {ma: dang, dieu_kien: dang == chua_han + da_qua}
"""
HEAD = """\
loai: do
don_vi: xa.yaml
so: 1
ngay: 17/9/2026
trich_yeu: Kết quả giải quyết hồ sơ
nguoi_ky: chu-tich
noi_dung: |
  {{ bang.ho_so }}
so_lieu:
  ho_so:
"""


def write_table(folder: Path, rows: int) -> Path:
    """A data file with one table of `rows` rows, its unit, type and form."""
    (folder / "schemas" / "bieu").mkdir(parents=True, exist_ok=True)
    (folder / "schemas" / "do.yaml").write_text(
        "ten: Đo\nke_thua: bao-cao\nso_lieu: {ho_so: {bieu: do}}\n", encoding="utf-8"
    )
    (folder / "schemas" / "bieu" / "do.yaml").write_text(FORM, encoding="utf-8")
    (folder / "xa.yaml").write_text(UNIT, encoding="utf-8")
    rng = random.Random(rows)
    path = folder / f"bang-{rows}.yaml"
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD)
        for n in range(rows):
            old, late, over = rng.randrange(20), rng.randrange(3), rng.randrange(3)
            done, wait = rng.randrange(5, 400), over + rng.randrange(10)
            new = done + late + wait - old
            figures = f"ky_truoc: {old}, moi: {new}, dung_han: {done}, qua_han: {late}, dang: {wait}, chua_han: {wait - over}, da_qua: {over}"
            file.write(f"    - {{linh_vuc: Lĩnh vực số {n}, {figures}}}\n")
    return path


def measured(command: list[str]) -> tuple[float, float, float]:
    """Seconds, seconds of processor time with its workers, and peak memory in MB of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command}: exit {process.returncode}: {said.decode()[-500:]}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def load() -> str:
    return (
        "load of the machine "
        + " ".join(f"{one:.1f}" for one in os.getloadavg())
        + f", {os.cpu_count()} cores"
    )


def processes(folder: Path, shared: Path, count: int, rounds: int) -> None:
    """Prints the documents a second with one process and with two."""
    source = shared / "acceptance" / f"{REPORT}.yaml"
    (folder / "data").mkdir()
    if source.exists():
        variants(source, folder / "data", count)
    else:
        write_reports(folder / "data", count)
    times: dict[int, list[tuple[float, float, float]]] = {1: [], 2: []}
    for _ in range(rounds):
        for jobs in times:
            out = folder / f"out-{jobs}"
            shutil.rmtree(out, ignore_errors=True)
            command = [
                sys.executable,
                "-m",
                "docgen",
                "build",
                str(folder / "data"),
                "-o",
                str(out),
                "--jobs",
                str(jobs),
            ]
            times[jobs].append(measured(command))
    one, two = (statistics.median(seconds for seconds, _, _ in times[jobs]) for jobs in (1, 2))
    print(
        f"{count} reports, whole command: one process {count / one:.0f}/s, two {count / two:.0f}/s, ratio {one / two:.2f}; {load()}"
    )
    one, two = (statistics.median(busy for _, busy, _ in times[jobs]) for jobs in (1, 2))
    print(
        f"processor time {one:.1f} s and {two:.1f} s: on two idle cores the ratio would be up to {2 * one / two:.2f}"
    )


def tables(folder: Path, shared: Path, sizes: list[int]) -> None:
    """Prints time and memory by rows, and docxtpl's at PEER_ROWS."""
    results = {}
    print("rows       seconds  processor   MB    µs/row   kB/row over the smallest")
    base = 0.0
    for rows in sizes:
        path = write_table(folder / "rows", rows)
        seconds, busy, memory = results[rows] = measured(
            [sys.executable, "-m", "docgen", "build", str(path), "-o", str(folder / "t.docx")]
        )
        base = base or memory
        more = (memory - base) * 1024 / (rows - sizes[0]) if rows > sizes[0] else 0.0
        print(
            f"{rows:<9}  {seconds:7.2f}    {busy:7.2f}  {memory:5.0f}   {busy / rows * 1e6:6.0f}   {more:5.1f}",
            flush=True,
        )
    bench = shared / "bench"
    if not bench.is_dir():
        print(f"the baseline is not here: {bench}")
        return
    for script, *arguments in (
        ("make_data.py", "--out", str(folder / "peer"), "--rows", str(PEER_ROWS)),
        ("make_templates.py", "--out", str(folder / "templates")),
    ):
        subprocess.run([sys.executable, str(bench / script), *arguments], check=True, capture_output=True)
    seconds, busy, memory = measured(
        [sys.executable, str(bench / "peers" / "docxtpl_peer.py"), "one",
         str(folder / "templates" / "docxtpl.docx"), str(folder / "peer" / f"rows-{PEER_ROWS}.yaml"), str(folder / "p.docx")]
    )  # fmt: skip
    print(f"docxtpl, {PEER_ROWS} rows: {seconds:.2f} s, processor {busy:.2f} s, {memory:.0f} MB; {load()}")
    for rows in sizes:
        own = results[rows]
        print(
            f"docgen with {rows} rows over docxtpl with {PEER_ROWS}: time {own[0] / seconds:.2f}, "
            f"processor {own[1] / busy:.2f}, memory {own[2] / memory:.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", default="1000,10000,50000")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="docgen-speed-") as name:
        folder = Path(name)
        os.environ["DOCGEN_CACHE"] = str(folder / "cache")
        os.environ["PYTHONPATH"] = str(ROOT)
        if options.count:
            processes(folder, options.shared, options.count, options.rounds)
        if options.rows:
            tables(folder, options.shared, [int(one) for one in options.rows.split(",")])


if __name__ == "__main__":
    main()
