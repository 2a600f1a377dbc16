"""A bounded run of what benchmarks/seeded_errors.py does at length: errors put into the clean samples are
found, at their places, and what is no error is not blamed."""

import random
from collections import defaultdict

import pytest
from seeded_judge import judge, samples, shares
from seeded_mutations import Mutation, mutations, typed_right
from seeded_sample import Sample

from docgen import pipeline

PER_KIND = 12
"""Errors tried of each kind; the long run tries all."""

DATA = {"count or amount", "percentage", "cell of a form", "total of a form", "date of the data"}
DOCUMENTS = {"cited document: number", "cited document: type", "cited document: date"}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> list[Sample]:
    return samples(tmp_path_factory.mktemp("seeded"))


@pytest.fixture(scope="module")
def verdicts(known: list[Sample]):
    by_kind: dict[str, list[Mutation]] = defaultdict(list)
    for sample in known:
        for mutation in mutations(sample):
            if mutation.decidable:
                by_kind[mutation.kind].append(mutation)
    chance = random.Random(1)
    chosen = [one for kind in by_kind.values() for one in chance.sample(kind, min(PER_KIND, len(kind)))]
    return [judge(mutation) for mutation in chosen]


def test_errors_that_a_careful_reader_could_tell_are_found(verdicts):
    found = shares(verdicts)

    assert found.count > 150
    assert found.found / found.count >= 0.90


def test_every_error_that_breaks_a_declared_relation_is_found(verdicts):
    missed = [str(v.mutation) for v in verdicts if v.mutation.kind in DATA | DOCUMENTS and not v.found]

    assert missed == []


def test_findings_stand_at_the_error_or_name_its_line(verdicts):
    found = shares(verdicts)

    assert found.strict / found.found >= 0.80
    assert found.loose / found.found >= 0.97


def test_a_figure_typed_by_hand_rightly_is_not_blamed(known):
    every = [mutation for sample in known for mutation in typed_right(sample)]

    blamed = [str(v.mutation) for m in random.Random(2).sample(every, 40) if (v := judge(m)).found]

    assert blamed == []


def test_a_report_typed_by_hand_rightly_from_end_to_end_has_no_findings(known):
    found = {}
    for sample in known:
        spots = {mutation.spot: mutation for mutation in typed_right(sample)}
        text = sample.text
        for spot in sorted(spots, key=lambda spot: -spot.start):
            text = text[: spot.start] + spots[spot].new + text[spot.end :]
        path = sample.path.with_name("typed.yaml")
        path.write_text(text, encoding="utf-8")
        found[sample.path.stem] = pipeline.check(path)

    assert found == {sample.path.stem: [] for sample in known}


def test_the_samples_themselves_have_no_findings(known):
    assert {sample.path.stem: pipeline.check(sample.path) for sample in known} == {
        sample.path.stem: [] for sample in known
    }
