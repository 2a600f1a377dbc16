"""Components are recognised whatever way a document is laid out and whatever program wrote it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import layouts
import pytest
from wordml import docx, p

from docgen.view import read
from docgen.view.components import Components, recognise


def texts(pieces) -> list[str]:
    return [piece.text for piece in pieces]


def described(parts: Components) -> dict[str, object]:
    """The components as text."""
    head, title, foot = parts.head, parts.title, parts.foot
    one = {
        "quoc_hieu": head.quoc_hieu,
        "tieu_ngu": head.tieu_ngu,
        "so": head.so_ky_hieu,
        "ngay": head.dia_danh_ngay,
        "kinh_gui": title.kinh_gui,
        "noi_nhan": foot.noi_nhan,
        "ho_ten": foot.ho_ten,
    }
    return {
        "regime": parts.regime,
        **{name: piece.text if piece is not None else None for name, piece in one.items()},
        "co_quan": [texts(name) for name in head.co_quan],
        "loai": title.loai,
        "trich_yeu": texts(title.trich_yeu),
        "muc": texts(foot.items),
        "chuc_vu": texts(foot.titles),
        "noi_dung": len([b for b in parts.body if b.text.strip()]),
    }


EXPECTED = {
    "regime": "nd30",
    "quoc_hieu": layouts.MOTTO,
    "tieu_ngu": layouts.CREED,
    "so": layouts.NUMBER,
    "ngay": layouts.DATE,
    "kinh_gui": layouts.ADDRESSEE,
    "noi_nhan": "Nơi nhận:",
    "ho_ten": layouts.NAME,
    "co_quan": [[layouts.PARENT], [layouts.ISSUER]],
    "loai": "BÁO CÁO",
    "trich_yeu": [layouts.TITLE[1][0]],
    "muc": list(layouts.RECIPIENTS[1:]),
    "chuc_vu": list(layouts.SIGNED),
    "noi_dung": 3,
}


@pytest.mark.parametrize("head", layouts.HEADS, ids=lambda f: f.__name__)
def test_every_layout_of_the_head_is_understood(head: Callable):
    assert described(recognise(read(layouts.report(head=head)))) == EXPECTED


@pytest.mark.parametrize("foot", layouts.FEET, ids=lambda f: f.__name__)
def test_every_layout_of_the_foot_is_understood(foot: Callable):
    assert described(recognise(read(layouts.report(foot=foot)))) == EXPECTED


@pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice (soffice)")
def test_files_rewritten_by_libreoffice_are_understood(tmp_path: Path):
    heads = (layouts.two_rows, layouts.tabs_to_both, layouts.frames, layouts.text_boxes, layouts.line_breaks)
    for head in heads:
        (tmp_path / f"{head.__name__}.docx").write_bytes(layouts.report(head=head))
    office = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
    ]
    quiet = {"check": True, "capture_output": True, "cwd": tmp_path}
    subprocess.run([*office, "odt", *[f"{h.__name__}.docx" for h in heads]], **quiet)
    subprocess.run(
        [*office, "docx:MS Word 2007 XML", "--outdir", "again", *[f"{h.__name__}.odt" for h in heads]],
        **quiet,
    )

    found = {h.__name__: described(recognise(read(tmp_path / "again" / f"{h.__name__}.docx"))) for h in heads}

    assert found == {h.__name__: EXPECTED for h in heads}


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="cần pandoc")
def test_a_web_page_turned_into_word_by_pandoc_is_understood(tmp_path: Path):
    def cell(lines) -> str:
        return "<td>" + "<br>".join(f"<b>{t}</b>" if b else t for t, b in lines) + "</td>"

    page = f"<table><tr>{cell(layouts.LEFT)}{cell(layouts.RIGHT)}</tr></table>"
    page += "".join(f"<p><b>{text}</b></p>" for text, _ in layouts.TITLE) + f"<p>{layouts.ADDRESSEE}</p>"
    page += "<p>Sở Nội vụ báo cáo như sau:</p><p>I. KẾT QUẢ</p><p>Đã thực hiện./.</p>"
    foot = (
        [(t, False) for t in layouts.RECIPIENTS],
        [(t, True) for t in (*layouts.SIGNED, "", "", "", layouts.NAME)],
    )
    page += "<table><tr>" + "".join(cell(c) for c in foot) + "</tr></table>"
    (tmp_path / "a.html").write_text(f'<meta charset="utf-8">{page}', encoding="utf-8")
    subprocess.run(["pandoc", "a.html", "-o", "a.docx"], check=True, cwd=tmp_path)

    assert described(recognise(read(tmp_path / "a.docx"))) == EXPECTED


def test_a_name_over_two_lines_is_one_body():
    lines = "".join(
        p(t, ppr='<w:jc w:val="center"/>', rpr=b)
        for t, b in (
            ("UBND TỈNH LẠNG SƠN", ""),
            ("VĂN PHÒNG", "<w:b/>"),
            ("HỘI ĐỒNG NHÂN DÂN VÀ", "<w:b/>"),
            ("ỦY BAN NHÂN DÂN", "<w:b/>"),
            ("Số: 15/BC-VP", ""),
        )
    )
    table = (
        f"<w:tbl><w:tr><w:tc>{lines}</w:tc><w:tc>{p(layouts.MOTTO)}{p(layouts.CREED)}</w:tc></w:tr></w:tbl>"
    )

    head = recognise(read(docx(table + p("BÁO CÁO", rpr="<w:b/>")))).head

    assert [texts(name) for name in head.co_quan] == [
        ["UBND TỈNH LẠNG SƠN"],
        ["VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN VÀ", "ỦY BAN NHÂN DÂN"],
    ]


def test_appendices_end_where_the_next_begins():
    tail = "".join(
        p(t, ppr='<w:jc w:val="center"/>', rpr="<w:b/>") + p("Nội dung.") for t in ("Phụ lục I", "PHỤ LỤC 02")
    )

    parts = recognise(read(docx(p("BÁO CÁO", rpr="<w:b/>") + p("Có phụ lục kèm theo.") + tail)))

    assert [(a.label.text, a.block, a.end_block) for a in parts.appendices] == [
        ("Phụ lục I", 2, 4),
        ("PHỤ LỤC 02", 4, 6),
    ]
