"""The outline a report type requires."""

from pathlib import Path

import office
import pytest

from docgen.diagnostics import Location
from docgen.schema import check_outline, load_report_type
from docgen.vn import read_period
from docgen.workspace import Workspace

TYPE = """\
=== schemas/de-cuong.yaml
ten: Có đề cương
ke_thua: bao-cao
de_cuong:
  - Công tác chỉ đạo, điều hành
  - Kết quả thực hiện
  - Phương hướng {{ ky.sau }}
=== data.yaml
"""
BODY = Location("data.yaml", 1)


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Công tác chỉ đạo, điều hành", "Kết quả thực hiện", "Phương hướng quý IV/2020"], []),
        (
            [
                "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH:",
                "Mục thêm",
                "**Kết quả thực hiện**",
                "Phương hướng quý IV/2020.",
            ],
            [],
        ),
        (
            ["Công tác chỉ đạo, điều hành", "Phương hướng quý IV/2020"],
            ["1 de-cuong-thieu thiếu mục “Kết quả thực hiện” của đề cương"],
        ),
        (
            ["Công tác chỉ đạo điều hành", "Kết quả thực hiện", "Phương hướng quý IV/2020"],
            ["10 de-cuong-thieu thiếu mục “Công tác chỉ đạo, điều hành” của đề cương"],
        ),
        (
            ["Kết quả thực hiện", "Công tác chỉ đạo, điều hành", "Phương hướng quý IV/2020"],
            [
                "10 de-cuong-thu-tu mục “Kết quả thực hiện” phải đứng sau mục “Công tác chỉ đạo, điều hành”"
                " theo đề cương"
            ],
        ),
        (
            [],
            [
                "1 de-cuong-thieu thiếu mục “Công tác chỉ đạo, điều hành” của đề cương",
                "1 de-cuong-thieu thiếu mục “Kết quả thực hiện” của đề cương",
                "1 de-cuong-thieu thiếu mục “Phương hướng quý IV/2020” của đề cương",
            ],
        ),
    ],
    ids=["as required", "letter case, marks and extra headings", "missing", "nearly", "out of order", "none"],
)
def test_headings_are_held_against_the_outline(
    headings: list[str], expected: list[str], tmp_path: Path
) -> None:
    office.write(tmp_path, TYPE)
    report_type = load_report_type("de-cuong", Workspace.around(tmp_path))
    placed = [(text, Location("data.yaml", 10 + i)) for i, text in enumerate(headings)]

    found = check_outline(report_type, placed, BODY, {"ky": read_period("quý III/2020")})

    assert [f"{one.location.line} {one.code} {one.message}" for one in found] == expected
