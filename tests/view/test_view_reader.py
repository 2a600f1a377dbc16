"""Text, fields, drawings, tables, sections and packages as the reader sees them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from wordml import docx, p

from docgen.diagnostics import UnreadableError
from docgen.view import read
from docgen.view.model import DrawnLine, Table

T = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (T.format("a") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        (
            T.format("a")
            + "<w:del>"
            + "<w:r><w:delText>b</w:delText></w:r>"
            + "</w:del><w:ins>"
            + T.format("c")
            + "</w:ins>",
            "ac",
        ),
        ("<w:moveFrom>" + T.format("a") + "</w:moveFrom><w:moveTo>" + T.format("b") + "</w:moveTo>", "b"),
        ("<w:sdt><w:sdtContent>" + T.format("a") + "</w:sdtContent></w:sdt>", "a"),
        (
            "<w:smartTag>"
            + T.format("a")
            + "</w:smartTag>"
            + '<w:hyperlink r:id="x">'
            + T.format("b")
            + "</w:hyperlink>",
            "ab",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>" + T.format("b"), "b"),
        ("<w:r><w:noBreakHyphen/></w:r>" + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "-\uf0fe"),
    ],
)
def test_text_is_what_a_reader_sees(content: str, text: str):
    assert read(docx(f"<w:p>{content}</w:p>")).paragraphs[0].text == text


def test_fields_of_both_kinds_are_found_with_their_results():
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    complex_ = (
        mark.format("begin")
        + "<w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r>"
    )
    complex_ += mark.format("separate") + T.format("7") + mark.format("end")
    simple = '<w:fldSimple w:instr=" NUMPAGES ">' + T.format("9") + "</w:fldSimple>"

    paragraph = read(docx(f"<w:p>{complex_}{simple}</w:p>")).paragraphs[0]

    assert paragraph.text == "79"
    assert [(f.kind, f.instruction, f.result) for f in paragraph.fields] == [
        ("PAGE", "PAGE", "7"),
        ("NUMPAGES", "NUMPAGES", "9"),
    ]


def anchor(mm: float, height: float = 0, prst: str = "line") -> str:
    cx, cy = int(mm * 36000), int(height * 36000)
    return (
        f"<w:drawing><wp:anchor><wp:positionH><wp:posOffset>360000</wp:posOffset></wp:positionH>"
        f'<wp:extent cx="{cx}" cy="{cy}"/>'
        f'<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="{prst}"/><a:ln w="12700"/>'
        f"</wps:spPr></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


@pytest.mark.parametrize(
    ("drawing", "lines"),
    [
        (anchor(60), [DrawnLine("drawingml", 60.0, 10.0, 1.0)]),
        (anchor(60, prst="straightConnector1"), [DrawnLine("drawingml", 60.0, 10.0, 1.0)]),
        (anchor(60, 30), []),
        (anchor(60, 0.1, "rect"), [DrawnLine("drawingml", 60.0, 10.0, 1.0)]),
        (
            '<w:pict><v:line from="0,0" to="72pt,0" strokeweight="1pt"/></w:pict>',
            [DrawnLine("vml", 25.4, None, 1.0)],
        ),
        (
            '<w:pict><v:shape type="#_x0000_t32" style="width:144pt;height:0;margin-left:36pt"/></w:pict>',
            [DrawnLine("vml", 50.8, 12.7, 0.75)],
        ),
        ('<w:pict><v:line from="0,0" to="0,72pt"/></w:pict>', []),
        (
            '<w:pict><v:group style="width:144pt;height:10pt" coordsize="1000,1000"><v:line '
            'from="0,0" to="500,0"/></v:group></w:pict>',
            [DrawnLine("vml", 25.4, None, 0.75)],
        ),
        (
            '<mc:AlternateContent><mc:Choice Requires="wps">' + anchor(60) + "</mc:Choice><mc:Fallback>"
            '<w:pict><v:line from="0,0" to="72pt,0"/></w:pict></mc:Fallback></mc:AlternateContent>',
            [DrawnLine("drawingml", 60.0, 10.0, 1.0)],
        ),
    ],
)
def test_horizontal_lines_are_measured(drawing: str, lines: list[DrawnLine]):
    assert [
        DrawnLine(x.kind, round(x.length_mm, 2), None if x.x_mm is None else round(x.x_mm, 2), x.width_pt)
        for x in read(docx(f"<w:p><w:r>{drawing}</w:r></w:p>")).paragraphs[0].lines
    ] == lines


def test_a_paragraph_border_is_a_line_between_its_indents():
    border = '<w:pBdr><w:bottom w:val="single" w:sz="8"/></w:pBdr><w:ind w:left="567" w:right="567"/>'
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="1134"/></w:sectPr>'

    line = read(docx(p(ppr=border) + section)).paragraphs[0].lines[0]

    assert (line.kind, round(line.length_mm), line.width_pt) == ("border", 140, 1.0)


def test_paragraphs_in_text_boxes_are_numbered_but_stand_apart():
    box = f'<w:r><w:pict><v:shape style="width:100pt;height:50pt"><v:textbox><w:txbxContent>{p("trong")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'

    view = read(docx(f"<w:p>{box}</w:p>" + p("sau")))

    assert [(x.index, x.text) for x in view.paragraphs] == [(1, ""), (3, "sau")]
    assert [x.text for x in view.paragraphs[0].boxes[0].blocks] == ["trong"]


def cell(text: str, tcpr: str = "") -> str:
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{p(text)}</w:tc>"


def test_tables_know_spans_merges_widths_and_borders():
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2835"/>' * 3 + "</w:tblGrid>"
    first = (
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell("a", '<w:gridSpan w:val="2"/>')
        + cell("b", '<w:vMerge w:val="restart"/>')
        + "</w:tr>"
    )
    second = (
        "<w:tr>"
        + cell("c", '<w:tcBorders><w:left w:val="nil"/></w:tcBorders>')
        + cell("d")
        + cell("", "<w:vMerge/>")
        + "</w:tr>"
    )
    borders = "".join(
        f'<w:{s} w:val="single"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{grid}{first}{second}</w:tbl>"

    found = read(docx(table)).blocks[0]

    assert isinstance(found, Table)
    assert [
        [(c.column, c.span, round(c.width_mm), c.merged_up, sorted(c.borders)) for c in row.cells]
        for row in found.rows
    ] == [
        [
            (0, 2, 100, False, ["bottom", "left", "right", "top"]),
            (2, 1, 50, False, ["bottom", "left", "right", "top"]),
        ],
        [
            (0, 1, 50, False, ["bottom", "right", "top"]),
            (1, 1, 50, False, ["bottom", "left", "right", "top"]),
            (2, 1, 50, True, ["bottom", "left", "right", "top"]),
        ],
    ]
    assert (found.bordered, found.rows[0].header, found.rows[1].header) == (True, True, False)


def test_sections_inherit_headers_and_own_their_page():
    one = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr>'
    two = '<w:sectPr><w:headerReference w:type="first" r:id="header2"/><w:pgSz w:w="16838" w:h="11906"/><w:pgNumType w:start="1"/></w:sectPr>'

    view = read(docx(p("a", ppr=one) + p("b") + two, header1=p("H1"), header2=p("H2")))

    found = [
        (round(s.width_mm), s.first_page, s.number_start, {k: b.blocks[0].text for k, b in s.headers.items()})
        for s in view.sections
    ]
    assert found == [(210, True, None, {"default": "H1"}), (297, False, 1, {"default": "H1", "first": "H2"})]
    assert [x.section for x in view.paragraphs] == [0, 1]


def test_notes_are_read_and_separators_are_not():
    notes = f'<w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote><w:footnote w:id="2">{p("Chú thích")}</w:footnote>'

    view = read(docx('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', footnotes=notes))

    assert (view.paragraphs[0].notes, [(n.id, n.blocks[0].text) for n in view.notes]) == (
        ("2",),
        [("2", "Chú thích")],
    )


def test_tracked_changes_comments_and_protection_are_reported():
    body = '<w:p><w:ins w:id="1">' + T.format("a") + "</w:ins></w:p>"

    view = read(
        docx(body, comments='<w:comment w:id="0"/>', settings='<w:documentProtection w:enforcement="1"/>')
    )

    assert (view.revisions, view.comments, view.protected, view.signed) == (1, 1, True, False)


def test_a_strict_file_reads_like_a_transitional_one():
    data = docx(p("a", rpr='<w:sz w:val="28"/>'))
    strict = data.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    import io

    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name).replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )

    view = read(buffer.getvalue())

    assert (view.strict, view.paragraphs[0].runs[0].format.size_pt, strict != data) == (True, 14.0, True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"hello", "Tệp không phải là tệp Word .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "Tệp là Word 97-2003 (.doc) hoặc có mật khẩu"),
        (docx("<w:p>").replace(b"</w:body>", b"<w:body "), "Tệp không phải là tệp Word .docx"),
        (docx("<w:p>"), "Phần word/document.xml không phải là XML đúng"),
    ],
)
def test_what_is_no_word_file_is_said_in_words(data: bytes, message: str):
    if message.startswith("Tệp không phải") and data[:2] == b"PK":
        data = data[:100]
    with pytest.raises(UnreadableError) as caught:
        read(data)

    assert caught.value.diagnostics[0].message == message


def test_reading_never_changes_the_file(tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p("a")))
    before = path.stat().st_mtime_ns, path.read_bytes()

    read(path)

    assert (path.stat().st_mtime_ns, path.read_bytes()) == before


def test_a_missing_file_is_unreadable(tmp_path: Path):
    with pytest.raises(UnreadableError) as caught:
        read(tmp_path / "khong-co.docx")

    assert caught.value.diagnostics[0].message == "Không tìm thấy tệp"
