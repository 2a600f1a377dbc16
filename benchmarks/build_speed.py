"""Documents per second, from YAML text to .docx bytes, beside plain docxtpl in the same run.

    python benchmarks/build_speed.py [--count 200] [--rounds 3] [--shared ../shared]

The report is that of An Lão, quý III/2020 from the reference material: ours as data in docgen's
language with every rule checked, docxtpl's as the template and data of `bench/` there, which print a
little less. "proofread" is the same with the words read too, as the command `docgen build` does; the
variants share most sentences, so that is the cheap case. Both sides take turns; the ratio of the medians is what counts, because absolute times
drift. A cold start is one whole process for one document.
"""

from __future__ import annotations

import argparse
import compileall
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = "an-lao-quy-3-2020"
NAMES = ["An Hòa", "Bình Minh", "Tân Lập", "Phú Thịnh", "Đông Sơn", "Vĩnh Thạnh", "Mỹ Đức", "Nam Giang"]


def variants(source: Path, folder: Path, count: int) -> list[Path]:
    """`count` data files in `folder` that differ in names and document numbers."""
    for name in ("schemas", "don-vi"):
        shutil.copytree(source.parent / name, folder / name)
    text = source.read_text(encoding="utf-8")
    files = []
    for n in range(count):
        rng = random.Random(n)
        own = f"{rng.choice(NAMES)} {n}"
        varied = text.replace("huyện An Lão", f"huyện {own}").replace("4481/", f"{rng.randrange(100, 9999)}/")
        file = folder / f"bao-cao-{n:03}.yaml"
        file.write_text(varied, encoding="utf-8")
        files.append(file)
    return files


def ours(files: list[Path], proofread: bool = False) -> float:
    """Seconds to build all of `files` in this process, already warm."""
    from docgen import pipeline

    pipeline.build(files[0], proofread)
    start = time.perf_counter()
    for file in files:
        pipeline.build(file, proofread)
    return time.perf_counter() - start


def docxtpl(template: Path, files: list[Path], out: Path) -> float:
    """Seconds docxtpl takes for the same number of documents."""
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


def cold(command: list[str], rounds: int) -> float:
    """Median seconds of a whole process."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    bench = options.shared / "bench"
    if not bench.is_dir():
        sys.exit(f"the baseline is not here: {bench}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = variants(options.shared / "acceptance" / f"{REPORT}.yaml", folder, options.count)
        for script, *arguments in (
            ("make_data.py", "--out", str(folder / "data"), "--n", str(options.count)),
            ("make_templates.py", "--out", str(folder / "templates")),
        ):
            subprocess.run([sys.executable, str(bench / script), *arguments], check=True, capture_output=True)
        theirs = sorted((folder / "data").glob("*.yaml"))
        template = folder / "templates" / "docxtpl.docx"
        a, b, c = [], [], []
        for _ in range(options.rounds):
            a.append(ours(files))
            c.append(ours(files, proofread=True))
            b.append(docxtpl(template, theirs[: max(10, options.count // 10)], folder) * options.count / max(10, options.count // 10))
        fast, slow, careful = (options.count / statistics.median(times) for times in (a, b, c))
        print(f"docxtpl            {slow:7.1f} documents/s")
        print(f"docgen             {fast:7.1f} documents/s, ratio {fast / slow:.1f}")
        print(f"docgen, proofread  {careful:7.1f} documents/s, ratio {careful / slow:.1f}")
        out = str(folder / "o.docx")
        compileall.compile_dir(ROOT / "docgen", quiet=1)  # as an installed package is, whatever this machine sets
        own = cold([sys.executable, "-m", "docgen", "build", str(files[0]), "-o", out], 7)
        script = f"import yaml; from docxtpl import DocxTemplate as T; t = T({str(template)!r}); t.render(yaml.safe_load(open({str(theirs[0])!r}, encoding='utf-8')), autoescape=True); t.save({out!r})"
        bare = cold([sys.executable, "-c", script], 7)
        print(f"cold: docgen {own * 1000:.0f} ms, bare docxtpl script {bare * 1000:.0f} ms, ratio {own / bare:.2f}")


if __name__ == "__main__":
    main()
