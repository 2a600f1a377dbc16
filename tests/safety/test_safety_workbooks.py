"""Workbooks and CSV files from strangers: no bomb is unpacked, no far cell fills the memory."""

from __future__ import annotations

import sys
import zipfile

import pytest
from confined import confined

CONFINED = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limits for a process of this kind"
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
READ = """
import sys
from pathlib import Path
from docgen.source import Scalar
from docgen.source.spreadsheet import read_range
path = Path(sys.argv[1])
rows, found = read_range(Scalar(f"{path.name}#T!A1:B2", str(path.parent / "x.yaml"), 1, 1, "", "bang"), path.parent)
print(len(rows), [fault.code for fault in found])
"""


def xlsx(path, sheet, more=()):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
            'ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="T" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="sheet.dat"/></Relationships>',
        )
        archive.writestr(
            "xl/sheet.dat",
            f'{more[0] if more else ""}<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
        )
        for name, data in more[1:]:
            archive.writestr(name, data)


def ods(path, rows):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="{TABLE}" xmlns:x="urn:oasis'
            f':names:tc:opendocument:xmlns:text:1.0"><o:body><o:spreadsheet><t:table t:name="T">{rows}</t:table>'
            "</o:spreadsheet></o:body></o:document-content>",
        )


def test_an_ordinary_sheet_is_read(tmp_path):
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="900000"><c r="Z900000" s="1"/></row>'
    xlsx(tmp_path / "a.xlsx", cells)

    assert confined(READ, tmp_path / "a.xlsx").stdout == "1 []\n"


@CONFINED
@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576' t='s'><f>1</f></c></row>",
        '<row r="1">'
        + "<c><v>1</v></c>" * 500
        + '</row><row r="1048576">'
        + "<c><v>1</v></c>" * 500
        + "</row>",
        f'<x:row xmlns:x="{MAIN}" r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
        '<row r="9"><c r="XFD1040000"><is><t>a</t></is></c></row>',
    ],
    ids=range(4),
)
def test_cells_at_opposite_corners_do_not_fill_the_memory(tmp_path, cells):
    xlsx(tmp_path / "a.xlsx", cells)

    done = confined(READ, tmp_path / "a.xlsx")

    assert (done.stdout in ("0 ['bang-qua-lon']\n", "0 ['bang-vung']\n", "1 []\n"), done.stderr) == (True, "")


@CONFINED
@pytest.mark.parametrize(
    ("rows", "columns"), [(1_000_000, 16_000), (1_000_000, 1), (1, 16_000), (100_000, 1_000)]
)
def test_repeated_cells_do_not_fill_the_memory(tmp_path, rows, columns):
    cell = f'<t:table-cell o:value-type="string" t:number-columns-repeated="{columns}"><x:p>x</x:p></t:table-cell>'
    ods(tmp_path / "a.ods", f'<t:table-row t:number-rows-repeated="{rows}">{cell}</t:table-row>')

    done = confined(READ, tmp_path / "a.ods")

    assert (done.returncode, done.stderr) == (0, "")


@CONFINED
def test_a_workbook_that_unpacks_to_gigabytes_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"xl/{number}.xml", bytes(50 << 20))

    assert confined(READ, tmp_path / "a.xlsx").stdout == "0 ['bang-qua-lon']\n"


@CONFINED
def test_entities_of_a_sheet_are_not_expanded(tmp_path):
    lol = (
        '<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
        + "]>"
    )
    xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="str"><v>&a11;</v></c><c r="B1"><f>1</f></c></row>',
        (lol,),
    )

    done = confined(READ, tmp_path / "a.xlsx")

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["a.xlsb", "a.xlsx", "a.ods", "a.xls", "a.csv"])
def test_what_is_no_workbook_is_a_fault(tmp_path, name):
    (tmp_path / name).write_bytes(b'"\xff\x00 PK\x03\x04')

    done = confined(READ, tmp_path / name)

    assert (done.stdout.startswith("0 ['"), done.stderr) == (True, "")
