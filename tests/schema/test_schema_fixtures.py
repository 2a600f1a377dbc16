"""Whole files in, every finding out: each fixture is an office with a data file and what is said of it."""

from pathlib import Path

import office
import pytest

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_a_data_file_gives_exactly_these_findings_and_facts(fixture: Path, tmp_path: Path) -> None:
    text = fixture.read_text(encoding="utf-8")

    found = office.printed(office.write(tmp_path, text))

    assert found == office.files(text)["expect"].splitlines()
