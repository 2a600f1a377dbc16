"""A bounded run of what benchmarks/fuzz.py does at length: no input is answered by anything but a valid
document that shows what was typed, or faults with their places."""

import pytest
from fuzz_judge import judge
from fuzz_strategies import FAMILIES
from hypothesis import HealthCheck, given, settings

COUNT = 60


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_every_input_becomes_a_valid_document_or_faults_with_places(family, tmp_path):
    outcomes = set()

    @settings(max_examples=COUNT, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(FAMILIES[family])
    def holds(case):
        outcome, problems = judge(case, tmp_path)
        outcomes.add(outcome)

        assert problems == []

    holds()
    assert outcomes == {"built", "refused"}
