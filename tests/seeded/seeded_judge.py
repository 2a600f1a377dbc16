"""Whether the checker finds a seeded error, and points at it; and the table of both."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from seeded_mutations import Mutation
from seeded_relations import ROOT
from seeded_sample import Sample

from docgen import pipeline
from docgen.diagnostics import Diagnostic


@dataclass(frozen=True)
class Verdict:
    """What the checker said of a mutation: `strict` when a finding stands at the changed line, `loose` when
    one names it among its places."""

    mutation: Mutation
    findings: tuple[Diagnostic, ...]

    @property
    def found(self) -> bool:
        return bool(self.findings)

    @property
    def strict(self) -> bool:
        return any(d.location.line == self.mutation.spot.line for d in self.findings)

    @property
    def loose(self) -> bool:
        places = {place.location.line for d in self.findings for place in (d, *d.related)}
        return self.mutation.spot.line in places


def samples(folder: Path) -> list[Sample]:
    """The clean samples, copied to `folder` with their units, so that they can be changed there."""
    shutil.copytree(ROOT / "samples" / "don-vi", folder / "don-vi")
    found = []
    for path in sorted((ROOT / "samples").glob("*.yaml")):
        if "van_ban:" in (text := path.read_text(encoding="utf-8")) and "\nloai: bao-cao" in text:
            (folder / path.name).write_text(text, encoding="utf-8")
            found.append(Sample(folder / path.name, text))
    return found


def judge(mutation: Mutation) -> Verdict:
    """Checks the sample with the mutation in it."""
    path = mutation.sample.path.with_name("mutation.yaml")
    path.write_text(mutation.text, encoding="utf-8")
    return Verdict(mutation, tuple(pipeline.check(path)))


@dataclass(frozen=True)
class Shares:
    """How many errors there were, how many were found, and how many of those at the right line."""

    count: int
    found: int
    strict: int
    loose: int

    def __str__(self) -> str:
        def percent(part: int, whole: int) -> str:
            return f"{100 * part / whole:6.1f}" if whole else "     –"

        found = percent(self.found, self.count)
        return f"{self.count:6} {found} {percent(self.strict, self.found)} {percent(self.loose, self.found)}"


def shares(verdicts: Iterable[Verdict]) -> Shares:
    all_of = list(verdicts)
    found = [verdict for verdict in all_of if verdict.found]
    return Shares(len(all_of), len(found), sum(v.strict for v in found), sum(v.loose for v in found))


def table(verdicts: list[Verdict]) -> str:
    """The shares per kind and per sample, over decidable mutations and over all."""
    lines = [
        f"{'':45}{'decidable':>27}{'all':>28}",
        f"{'':45}" + f"{'n':>6} {'found%':>6} {'line%':>6} {'place%':>6}" * 2,
    ]

    def rows(of: Callable[[Verdict], str]) -> None:
        groups: dict[str, list[Verdict]] = defaultdict(list)
        for verdict in verdicts:
            groups[of(verdict)].append(verdict)
        lines.extend(_row(name, group) for name, group in groups.items())

    rows(lambda verdict: verdict.mutation.kind)
    lines.append("")
    rows(lambda verdict: verdict.mutation.sample.path.stem)
    lines.extend(("", _row("all", verdicts)))
    return "\n".join(lines)


def _row(name: str, verdicts: list[Verdict]) -> str:
    decidable = shares(verdict for verdict in verdicts if verdict.mutation.decidable)
    return f"{name:45}{decidable} {shares(verdicts)}"
