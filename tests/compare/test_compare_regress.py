"""Documents against their approved copies: what is new, changed, gone, and that nothing is written
unasked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from compare_package import NAMES, Word, built

from docgen.compare import regress
from docgen.compare.approved import copy_of, word_copy_of
from docgen.compare.regress import Outcome, Status
from docgen.diagnostics import DocgenError, Location, UnreadableError, error
from docgen.view.names import W


def build(path: Path) -> bytes:
    """Stands in for the pipeline: the data file names a prepared Word file."""
    words = path.read_text(encoding="utf-8").split()
    if "hong" in words:
        raise DocgenError(error("thu", "hỏng", Location(str(path), 1)))
    docx = built(words[1])
    return docx if len(words) < 3 else changed(docx, words[2])


def changed(docx: bytes, how: str) -> bytes:
    word = Word(docx)
    if how == "chu":
        next(t for t in word.body.iter(W + "t") if t.text == "BÁO CÁO").text = "THÔNG BÁO"
    elif how == "ngam":
        word.parts["word/settings.xml"] = word.parts["word/settings.xml"].replace(
            b'percent="100"', b'percent="90"'
        )
    return word.save()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(f"loai: {NAMES[0]}", encoding="utf-8")
    (tmp_path / "sau").mkdir()
    (tmp_path / "sau" / "b.yaml").write_text(f"loai: {NAMES[1]}", encoding="utf-8")
    (tmp_path / "don-vi.yaml").write_text("ten: Xã", encoding="utf-8")
    return tmp_path


def stand(folder: Path, jobs: int = 1) -> list[tuple[str, Status, int]]:
    outcomes = regress.regress(regress.data_files([folder]), build, jobs)
    return [(o.data.name, o.status, len(o.differences)) for o in outcomes]


def approve(folder: Path, keep_word: bool = False) -> list[Outcome]:
    outcomes = list(regress.regress(regress.data_files([folder]), build))
    return [o for o in outcomes if regress.approve(o, keep_word)]


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_only_files_that_name_a_report_type_are_data_files(folder: Path) -> None:
    assert [p.name for p in regress.data_files([folder])] == ["a.yaml", "b.yaml"]


def test_documents_are_new_then_approved_then_the_same(folder: Path) -> None:
    before = stand(folder)
    approve(folder)

    assert before == [("a.yaml", Status.NEW, 0), ("b.yaml", Status.NEW, 0)]
    assert stand(folder) == [("a.yaml", Status.SAME, 0), ("b.yaml", Status.SAME, 0)]


def test_looking_writes_nothing(folder: Path) -> None:
    approve(folder)
    (folder / "a.yaml").write_text(f"loai: {NAMES[0]} chu", encoding="utf-8")
    before = files(folder)

    stand(folder)

    assert files(folder) == before


def test_a_changed_a_failing_and_a_vanished_document_are_told_apart(folder: Path) -> None:
    approve(folder)
    (folder / "a.yaml").write_text(f"loai: {NAMES[0]} chu", encoding="utf-8")
    (folder / "sau" / "b.yaml").unlink()
    (folder / "c.yaml").write_text("loai: hong", encoding="utf-8")

    assert stand(folder) == [
        ("a.yaml", Status.CHANGED, 1),
        ("c.yaml", Status.FAILED, 0),
        ("b.yaml", Status.GONE, 0),
    ]


def test_a_change_that_no_line_of_the_text_shows_is_noticed_by_the_hash(folder: Path) -> None:
    approve(folder)
    (folder / "a.yaml").write_text(f"loai: {NAMES[0]} ngam", encoding="utf-8")

    assert stand(folder)[0] == ("a.yaml", Status.UNSEEN, 0)


def test_other_packing_and_times_are_not_a_change(folder: Path) -> None:
    approve(folder)
    docx = built(NAMES[0])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in reversed(old.namelist()):
            new.writestr(
                name, old.read(name).replace(b"2020-", b"2031-") if "core" in name else old.read(name)
            )

    assert regress.examine(folder / "a.yaml", lambda path: out.getvalue()).status is Status.SAME


def test_approving_one_leaves_the_others_and_a_vanished_one_loses_its_copy(folder: Path) -> None:
    approve(folder)
    (folder / "a.yaml").write_text(f"loai: {NAMES[0]} chu", encoding="utf-8")
    (folder / "sau" / "b.yaml").unlink()
    one = regress.data_files([folder], ["b"])

    accepted = [regress.approve(o) for o in regress.regress(one, build)]

    assert accepted == [True]
    assert stand(folder) == [("a.yaml", Status.CHANGED, 1)]
    assert not copy_of(folder / "sau" / "b.yaml").exists()


def test_the_word_file_is_kept_when_asked_and_renewed_from_then_on(folder: Path) -> None:
    approve(folder, keep_word=True)
    (folder / "a.yaml").write_text(f"loai: {NAMES[0]} chu", encoding="utf-8")
    approve(folder)

    assert word_copy_of(folder / "a.yaml").read_bytes() == changed(built(NAMES[0]), "chu")


def test_a_copy_edited_by_hand_is_named(folder: Path) -> None:
    approve(folder)
    copy = copy_of(folder / "a.yaml")
    copy.write_text(copy.read_text(encoding="utf-8").replace("| BÁO CÁO\n", "| BÁO CÁ\n"), encoding="utf-8")

    outcome = regress.examine(folder / "a.yaml", build)

    assert (outcome.status, len(outcome.differences)) == (Status.CHANGED, 1)
    assert [d.code for d in outcome.diagnostics] == ["ban-duyet-bi-sua"]


@pytest.mark.parametrize("text", ["", "lung tung", "# docgen: bản đã duyệt, không sửa bằng tay\n"])
def test_a_copy_that_is_none_is_an_unreadable_input(folder: Path, text: str) -> None:
    copy_of(folder / "a.yaml").write_text(text, encoding="utf-8")

    outcome = regress.examine(folder / "a.yaml", build)

    assert (outcome.status, outcome.exit_code) == (Status.FAILED, 3)


def test_several_processes_give_the_same_result(folder: Path) -> None:
    approve(folder)
    (folder / "a.yaml").write_text(f"loai: {NAMES[0]} chu", encoding="utf-8")

    assert stand(folder, jobs=2) == stand(folder)


def test_a_place_that_is_not_there_is_an_unreadable_input(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        regress.data_files([tmp_path / "khong-co"])
