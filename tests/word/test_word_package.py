"""docgen.word.package"""

import io
import zipfile

import pytest

from docgen import limits
from docgen.diagnostics import DocgenError, UnreadableError
from docgen.word.package import CONTENT_TYPES, read_package, write_package

PARTS = {"word/document.xml": b"<a/>", CONTENT_TYPES: b"<Types/>", "docProps/core.xml": b"<b/>"}


def codes(caught):
    return [d.code for d in caught.value.diagnostics]


def test_a_package_comes_back_as_it_was_written():
    assert read_package(write_package(PARTS)) == PARTS


def test_the_same_parts_in_any_order_give_the_same_bytes_without_a_clock():
    backwards = dict(reversed(PARTS.items()))

    assert write_package(PARTS) == write_package(backwards)
    with zipfile.ZipFile(io.BytesIO(write_package(PARTS))) as archive:
        assert archive.namelist()[0] == CONTENT_TYPES
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04 broken", write_package({"a.txt": b"x"})])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(DocgenError) as caught:
        read_package(data, "mau.docx")

    assert codes(caught) == ["mau-khong-phai-docx"]
    assert caught.value.diagnostics[0].location.path == "mau.docx"


def test_a_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableError) as caught:
        read_package(tmp_path / "khong-co.docx")

    assert codes(caught) == ["mau-khong-mo-duoc"]


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(limits, "PACKAGE_SMALL_BYTES", 1000)
    bomb = write_package(PARTS | {"word/media/a.bin": b"\0" * 3_000_000})

    with pytest.raises(DocgenError) as caught:
        read_package(bomb)

    assert codes(caught) == ["mau-bat-thuong"]


def test_two_parts_of_one_name_are_refused():
    buffer = io.BytesIO()
    with pytest.warns(UserWarning), zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("word/document.xml", "<b/>")

    with pytest.raises(DocgenError) as caught:
        read_package(buffer.getvalue())

    assert codes(caught) == ["mau-bat-thuong"]
