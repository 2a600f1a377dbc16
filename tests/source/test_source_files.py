"""Opening and decoding a data file."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.diagnostics import UnreadableError
from docgen.source import read_yaml

TEXT = "ten: Ủy ban nhân dân\nso: 5\n"


def write(folder: Path, raw: bytes) -> Path:
    path = folder / "báo cáo.yaml"
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(TEXT.encode("utf-8"), id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="utf-8-bom"),
        pytest.param(("\ufeff\ufeff" + TEXT).encode("utf-8"), id="bom-hai-lan"),
        pytest.param(TEXT.encode("utf-16"), id="utf-16-bom"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="utf-16-be-bom"),
        pytest.param(TEXT.replace("\n", "\r\n").encode("utf-8"), id="dong-kieu-windows"),
        pytest.param(TEXT.replace("\n", "\r").encode("utf-8"), id="dong-kieu-mac-cu"),
    ],
)
def test_every_way_an_editor_saves_unicode_is_read(tmp_path: Path, raw: bytes) -> None:
    root, faults = read_yaml(write(tmp_path, raw))

    assert {key: node.text for key, node in root.items.items()} == {"ten": "Ủy ban nhân dân", "so": "5"}
    assert root.keys == {"ten": (1, 1), "so": (2, 1)}
    assert faults == ()


LEGACY = "tệp không được lưu bằng mã UTF-8 (có thể là TCVN3, VNI hoặc CP1258)"
NO_MARK = "tệp được lưu bằng mã UTF-16 mà không có dấu nhận biết (BOM)"


@pytest.mark.parametrize(
    ("raw", "message", "line", "column"),
    [
        # "tên: Ủy" in bytes of TCVN 5712
        pytest.param(b"so: 5\nten: \xd1y ban nh\xa9n d\xa9n\n", LEGACY, 2, 6, id="tcvn3"),
        pytest.param("so: 5\nten: Đâ\u0301t đai\n".encode("cp1258"), LEGACY, 2, 6, id="cp1258"),
        pytest.param("so: 5\nđơn vị: ".encode() + b"\xe9", LEGACY, 2, 9, id="sau chữ utf-8"),
        pytest.param(TEXT.encode("utf-16-le"), NO_MARK, None, None, id="utf-16-khong-bom"),
    ],
)
def test_another_encoding_is_refused_with_its_place_and_a_way_out(
    tmp_path: Path, raw: bytes, message: str, line: int | None, column: int | None
) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_yaml(write(tmp_path, raw))

    (finding,) = caught.value.diagnostics
    assert (finding.code, finding.message, finding.location.line, finding.location.column) == (
        "ma-hoa",
        message,
        line,
        column,
    )
    assert "lưu lại với mã hóa UTF-8" in finding.hint


def test_a_file_that_is_not_there_and_a_folder_are_named(tmp_path: Path) -> None:
    codes = []
    for path in (tmp_path / "khong-co.yaml", tmp_path):
        with pytest.raises(UnreadableError) as caught:
            read_yaml(path)
        codes += [(d.code, d.location.path) for d in caught.value.diagnostics]

    assert codes == [("tep-khong-co", str(tmp_path / "khong-co.yaml")), ("tep-la-thu-muc", str(tmp_path))]


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.limits.DATA_FILE_BYTES", 10)

    with pytest.raises(UnreadableError) as caught:
        read_yaml(write(tmp_path, TEXT.encode()))

    assert [d.code for d in caught.value.diagnostics] == ["tep-qua-lon"]
