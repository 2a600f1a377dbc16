"""Published reports as data: what is found in their figures is what their waivers name, no more, no less."""

from pathlib import Path

import office
import pytest

from docgen.schema import apply_waivers

NAMES = (
    "an-lao-6-thang-2023",
    "an-lao-quy-3-2020",
    "chau-thanh-2020",
    "chu-puh-6-thang-2021",
    "quang-an-9-thang-2020",
)


@pytest.mark.parametrize("name", NAMES)
def test_every_waiver_of_a_published_report_is_needed_and_nothing_else_is_found(
    name: str, shared: Path
) -> None:
    data, found = office.read(shared / "acceptance" / f"{name}.yaml")

    assert {one.code for one in found} == {waiver.code for waiver in data.waivers}
    assert apply_waivers(found, data.waivers) == []
