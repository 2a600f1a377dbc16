"""Effective formatting of runs and paragraphs."""

from __future__ import annotations

import pytest
from wordml import docx, p, style

from docgen.view import read
from docgen.view.model import Paragraph, ParagraphFormat


def first(body: str, **parts: str) -> Paragraph:
    return read(docx(body, **parts)).paragraphs[0]


DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>"


@pytest.mark.parametrize(
    ("styles", "run", "size"),
    [
        ("", "", 10.0),
        (DEFAULTS.format('<w:sz w:val="26"/>', ""), "", 13.0),
        (DEFAULTS.format('<w:sz w:val="26"/>', "") + style("A", rpr='<w:sz w:val="28"/>'), "", 14.0),
        (style("B", rpr='<w:sz w:val="24"/>') + style("A", based="B"), "", 12.0),
        (
            style("A", rpr='<w:sz w:val="28"/>') + style("C", "character", rpr='<w:sz w:val="30"/>'),
            '<w:rStyle w:val="C"/>',
            15.0,
        ),
        (style("A", rpr='<w:sz w:val="28"/>'), '<w:sz w:val="22"/>', 11.0),
        (style("A", rpr='<w:sz w:val="28"/>'), '<w:sz w:val="13.5pt"/>', 13.5),
    ],
)
def test_a_size_comes_from_the_nearest_level_that_states_one(styles: str, run: str, size: float):
    paragraph = first(p(ppr='<w:pStyle w:val="A"/>', rpr=run), styles=styles)

    assert paragraph.runs[0].format.size_pt == size


@pytest.mark.parametrize(
    ("defaults", "paragraph_style", "character_style", "direct", "bold"),
    [
        ("", "<w:b/>", "", "", True),
        ("", "<w:b/>", "<w:b/>", "", False),
        ("", "", "<w:b/>", "", True),
        ("", "<w:b/>", "<w:b/>", "<w:b/>", True),
        ("", "<w:b/>", "", '<w:b w:val="0"/>', False),
        ("<w:b/>", "<w:b/>", "<w:b/>", "", True),
        ("", '<w:b w:val="false"/>', "<w:b/>", "", True),
    ],
)
def test_toggles_of_the_style_levels_cancel_out(defaults, paragraph_style, character_style, direct, bold):
    styles = (
        DEFAULTS.format(defaults, "")
        + style("A", rpr=paragraph_style)
        + style("C", "character", rpr=character_style)
    )

    paragraph = first(p(ppr='<w:pStyle w:val="A"/>', rpr=f'<w:rStyle w:val="C"/>{direct}'), styles=styles)

    assert paragraph.runs[0].format.bold is bold


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr '
    'val="4f81bd"/></a:accent1></a:clrScheme>'
    '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont>'
    '<a:latin typeface=""/>'
    '<a:font script="Viet" typeface="Arial"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


@pytest.mark.parametrize(
    ("fonts", "text", "expected"),
    [
        ('w:ascii="Arial"', "abc", ("Arial",)),
        ('w:ascii="Arial" w:hAnsi="Times New Roman"', "văn", ("Arial", "Times New Roman")),
        ('w:ascii="Arial" w:hAnsi="Times New Roman"', "ă", ("Times New Roman",)),
        ('w:asciiTheme="majorHAnsi" w:ascii="Arial" w:hAnsi="Arial"', "abc", ("Cambria",)),
        ('w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"', "abc", ("Arial",)),
    ],
)
def test_plain_and_accented_letters_have_their_own_typefaces(
    fonts: str, text: str, expected: tuple[str, ...]
):
    paragraph = first(p(text, rpr=f"<w:rFonts {fonts}/>"), theme=THEME)

    assert paragraph.runs[0].fonts == expected


@pytest.mark.parametrize(
    ("rpr", "color"),
    [
        ("", "auto"),
        ('<w:color w:val="ff0000"/>', "FF0000"),
        ('<w:color w:val="auto"/>', "auto"),
        ('<w:color w:val="auto" w:themeColor="accent1"/>', "4F81BD"),
        ('<w:color w:val="auto" w:themeColor="text1"/>', "000000"),
    ],
)
def test_colours_come_from_the_value_or_the_theme(rpr: str, color: str):
    assert first(p(rpr=rpr), theme=THEME).runs[0].format.color == color


def test_a_paragraph_takes_its_layout_from_defaults_style_and_itself():
    styles = DEFAULTS.format("", '<w:spacing w:after="160" w:line="276" w:lineRule="auto"/>')
    styles += style("A", ppr='<w:jc w:val="both"/><w:ind w:left="1440" w:firstLine="720"/>')

    paragraph = first(
        p(ppr='<w:pStyle w:val="A"/><w:spacing w:before="120"/><w:ind w:left="0"/>'), styles=styles
    )

    assert paragraph.format == ParagraphFormat(
        alignment="both", left_mm=0.0, first_line_mm=12.7, before_pt=6.0, after_pt=8.0, line=1.15
    )


@pytest.mark.parametrize(
    ("spacing", "rule", "line", "before"),
    [
        ('w:line="360" w:lineRule="exact"', "exact", 18.0, 0.0),
        ('w:line="360" w:lineRule="atLeast"', "atLeast", 18.0, 0.0),
        ('w:line="360"', "auto", 1.5, 0.0),
        ('w:before="40" w:beforeAutospacing="1"', "auto", 1.0, 14.0),
    ],
)
def test_line_spacing_and_automatic_gaps(spacing: str, rule: str, line: float, before: float):
    layout = first(p(ppr=f"<w:spacing {spacing}/>")).format

    assert (layout.line_rule, layout.line, layout.before_pt) == (rule, line, before)


NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/>'
    "<w:isLgl/></w:lvl>"
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText '
    'w:val="-"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId '
    'w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride '
    'w:val="5"/></w:lvlOverride></w:num>'
)


def item(number: int, level: int = 0) -> str:
    return p(ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_are_counted_as_word_prints_them():
    body = "".join(item(*x) for x in ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (2, 0), (3, 0), (9, 0)))

    labels = [x.label for x in read(docx(body, numbering=NUMBERING)).paragraphs]

    assert labels == ["I.", "a)", "b)", "II.", "a)", "2.1", "-", "V.", ""]


def test_the_fifth_letter_of_a_word_list_is_e_not_d_with_stroke():
    body = item(1) + item(1, 1) * 5

    assert [x.full_text for x in read(docx(body, numbering=NUMBERING)).paragraphs][-2:] == ["d) x", "e) x"]


def test_indents_of_a_list_give_way_to_those_of_the_paragraph():
    own = p(
        ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="0" w:firstLine="720"/>'
    )

    listed, direct = read(docx(item(1) + own, numbering=NUMBERING)).paragraphs

    assert (round(listed.format.left_mm, 1), round(listed.format.first_line_mm, 2)) == (12.7, -6.35)
    assert (direct.format.left_mm, direct.format.first_line_mm) == (0.0, 12.7)


def test_a_table_style_gives_its_first_row_bold_letters():
    conditional = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = style("T", "table", rpr='<w:sz w:val="24"/>', more=conditional)
    row = "<w:tr><w:tc>" + p() + "</w:tc></w:tr>"
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/></w:tblPr>{row}{row}</w:tbl>'

    formats = [x.runs[0].format for x in read(docx(table, styles=styles)).paragraphs]

    assert [(f.bold, f.size_pt) for f in formats] == [(True, 12.0), (False, 12.0)]
