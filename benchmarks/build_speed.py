"""Documents per second, from YAML text to .docx bytes, beside plain docxtpl in the same run.

    python benchmarks/build_speed.py [--count 100] [--rounds 5] [--shared ../shared]

The report is that of An Lão, quý III/2020 from the reference material: ours as data in docgen's
language with every rule checked, docxtpl's as the template and data of `bench/` there, which print a
little less. Both sides take turns, A B A B; the ratio of the medians is what counts, because absolute times
drift by a quarter.

warm        the library's build: parse, validate, rules, prose, render, zip
proofread   the same with the words read too, as the command `docgen build` does; once with words that
            were read before (variants that share most sentences), once with words never seen (each
            paragraph has a word of its own)
cold        a whole process for one document, beside a bare docxtpl script

`build_stages.py` tells where the time goes, `batch_speed.py` measures two processes and long tables.
"""

from __future__ import annotations

import argparse
import compileall
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = "an-lao-quy-3-2020"
NAMES = ["An Hòa", "Bình Minh", "Tân Lập", "Phú Thịnh", "Đông Sơn", "Vĩnh Thạnh", "Mỹ Đức", "Nam Giang"]
COLD_ROUNDS = 15


def variants(source: Path, folder: Path, count: int, unseen: bool = False) -> list[Path]:
    """`count` data files in `folder` that differ in names and document numbers; `unseen`: and in a word of
    each long line of prose."""
    for name in ("schemas", "don-vi"):
        shutil.copytree(source.parent / name, folder / name)
    text = source.read_text(encoding="utf-8")
    files = []
    for n in range(count):
        rng = random.Random(n)
        own = f"{rng.choice(NAMES)} {n}"
        varied = text.replace("huyện An Lão", f"huyện {own}").replace("4481/", f"{rng.randrange(100, 9999)}/")
        if unseen:
            varied = _with_new_words(varied, rng)
        file = folder / f"bao-cao-{n:03}.yaml"
        file.write_text(varied, encoding="utf-8")
        files.append(file)
    return files


def _with_new_words(text: str, rng: random.Random) -> str:
    """`text` with a word no report has used at the end of each long line of its body."""

    def word() -> str:
        return "".join(rng.choice("bcdghklmnpqrstvx") + rng.choice("aeiouyơưâêô") for _ in range(4))

    head, mark, body = text.partition("\nnoi_dung: |\n")
    return head + mark + re.sub(r"(?m)^(  [^\W\d_].{40,})$", lambda m: f"{m[1]} {word()}", body)


def ours(files: list[Path], proofread: bool = False) -> float:
    """Seconds to build `files` one after the other in this process."""
    from docgen import pipeline

    start = time.perf_counter()
    for file in files:
        pipeline.build(file, proofread)
    return time.perf_counter() - start


def docxtpl(template: Path, files: list[Path], out: Path) -> float:
    """Seconds docxtpl takes for `files`, as its manual shows it."""
    import yaml
    from docxtpl import DocxTemplate

    start = time.perf_counter()
    for file in files:
        with open(file, encoding="utf-8") as stream:
            data = yaml.load(stream, Loader=yaml.SafeLoader)
        document = DocxTemplate(template)
        document.render(data, autoescape=True)
        document.save(out / f"{file.stem}.docx")
    return time.perf_counter() - start


def whole_process(command: list[str]) -> float:
    """Seconds of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def in_turn(rounds: int, *runs: Callable[[int], float]) -> list[float]:
    """The median of what each of `runs` gives, called in turn with the number of the round."""
    got: list[list[float]] = [[] for _ in runs]
    for number in range(rounds):
        for times, run in zip(got, runs, strict=True):
            times.append(run(number))
    return [statistics.median(times) for times in got]


def warm(shared: Path, folder: Path, template: Path, theirs: list[Path], count: int, rounds: int) -> None:
    """Prints documents per second of both, in one process."""
    source = shared / "acceptance" / f"{REPORT}.yaml"
    (folder / "same").mkdir()
    (folder / "other").mkdir()
    same = variants(source, folder / "same", count)
    other = variants(source, folder / "other", count * (rounds + 1), unseen=True)
    ours(same[:3], proofread=True)
    docxtpl(template, theirs[:2], folder)
    few = theirs[: max(5, count // 10)]
    plain, read, fresh, slow = in_turn(
        rounds,
        lambda _: ours(same) / count,
        lambda _: ours(same, proofread=True) / count,
        lambda n: ours(other[n * count : (n + 1) * count], proofread=True) / count,
        lambda _: docxtpl(template, few, folder) / len(few),
    )
    print(f"docxtpl                          {1 / slow:7.1f} documents/s")
    for words, seconds in (
        ("docgen", plain),
        ("docgen, proofread, words seen", read),
        ("docgen, proofread, words unseen", fresh),
    ):
        print(f"{words:32} {1 / seconds:7.1f} documents/s, ratio {slow / seconds:.1f}")


def cold(shared: Path, folder: Path, template: Path, theirs: Path) -> None:
    """Prints the milliseconds of a whole process of both."""
    compileall.compile_dir(ROOT / "docgen", quiet=1)  # as an installed package is, whatever this machine sets
    out = str(folder / "o.docx")
    data = str(shared / "acceptance" / f"{REPORT}.yaml")
    own = [sys.executable, "-m", "docgen", "build", data, "-o", out]
    script = (
        "import yaml; from docxtpl import DocxTemplate as T; "
        f"d = yaml.safe_load(open({str(theirs)!r}, encoding='utf-8')); "
        f"t = T({str(template)!r}); t.render(d, autoescape=True); t.save({out!r})"
    )
    whole_process(own)  # fills the user's cache, once for each template
    mine, bare, nothing = in_turn(
        COLD_ROUNDS,
        lambda _: whole_process(own),
        lambda _: whole_process([sys.executable, "-c", script]),
        lambda _: whole_process([sys.executable, "-c", "pass"]),
    )
    print(
        f"cold: docgen build {mine * 1000:.0f} ms, bare docxtpl script {bare * 1000:.0f} ms, "
        f"ratio {mine / bare:.2f} (Python alone {nothing * 1000:.0f} ms)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    bench = options.shared / "bench"
    if not bench.is_dir():
        sys.exit(f"the baseline is not here: {bench}")
    with tempfile.TemporaryDirectory(prefix="docgen-speed-") as name:
        folder = Path(name)
        os.environ["DOCGEN_CACHE"] = str(folder / "cache")
        os.environ["PYTHONPATH"] = str(ROOT)
        sys.path.insert(0, str(ROOT))
        for script, *arguments in (
            ("make_data.py", "--out", str(folder / "data"), "--n", str(options.count)),
            ("make_templates.py", "--out", str(folder / "templates")),
        ):
            subprocess.run([sys.executable, str(bench / script), *arguments], check=True, capture_output=True)
        theirs = sorted((folder / "data").glob("*.yaml"))
        template = folder / "templates" / "docxtpl.docx"
        warm(options.shared, folder, template, theirs, options.count, options.rounds)
        cold(options.shared, folder, template, theirs[0])
        print(f"load of the machine {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
