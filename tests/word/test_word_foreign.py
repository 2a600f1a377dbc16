"""docgen.word.render: any docxtpl template, held against docxtpl itself part by part."""

from __future__ import annotations

import copy
import io
import subprocess
import sys
import zipfile

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.shared import Mm
from docxtpl import RP, DocxTemplate, InlineImage, Listing, R
from docxtpl_templates import cell, compared, p, parts, png, row, table, template, words
from jinja2 import Environment

import docgen.word
from docgen.diagnostics import DocgenError, UnreadableError
from docgen.word import render

BOLD = "<w:rPr><w:b/></w:rPr>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


ROWS = {
    "muc": [
        {"ten": "Một", "cot": ["1a", "1b", "1c"], "mau": "FF0000", "nhom": "A"},
        {"ten": "Hai", "cot": ["2a", "2b", "2c"], "mau": "00FF00", "nhom": "A"},
    ],
    "khong": [],
    "x": "giá trị",
    "co": True,
    "so": 3,
}

FEATURES: dict[str, tuple[str, dict[str, object]]] = {
    "variable": (p("Trước {{ x }} sau"), {}),
    "nothing for a name that is not there": (p("[{{ khong_co }}] [{{ muc.khong_co }}]"), {}),
    "tag split over runs": (p("{", run("{ ", BOLD), run("x"), run(" }", BOLD), "} sau"), {}),
    "tag split inside": (p(run("{{ x ", BOLD), '<w:proofErr w:type="spellStart"/>', run("| upper }}")), {}),
    "paragraph if": (p("{%p if co %}") + p("có") + p("{%p else %}") + p("không") + p("{%p endif %}"), {}),
    "paragraph for": (p("{%p for m in muc %}") + p("{{ m.ten }}") + p("{%p endfor %}"), {}),
    "nested for": (
        p("{%p for m in muc %}") + p("{{ m.ten }}") + p("{%p for c in m.cot %}") + p("{{ loop.index }} {{ c }}")
        + p("{%p endfor %}") + p("{%p endfor %}"),
        {},
    ),
    "row for": (
        table(
            row(cell(p("{%tr for m in muc %}")), cell(p("")), cell(p(""))),
            row(cell(p("{{ m.ten }}")), cell(p("{{ m.cot[0] }}")), cell(p("{{ m.cot[1] }}"))),
            row(cell(p("{%tr endfor %}")), cell(p("")), cell(p(""))),
        ),
        {},
    ),
    "column for, more columns": (
        table(
            row(cell(p("{{ muc[0].ten }}")), cell(p("{%tc for c in muc[0].cot %}")), cell(p("{{ c }}")), cell(p("{%tc endfor %}"))),
            columns=2,
        )
        + p("sau"),
        {},
    ),
    "column for, fewer columns": (
        table(row(cell(p("{%tc for c in muc[0].cot %}")), cell(p("{{ c }}")), cell(p("{%tc endfor %}"))), columns=6) + p(""),
        {},
    ),
    "run tags": (p("đầu ", "{%r if co %}", run("đậm", BOLD), "{%r endif %}", " cuối"), {}),
    "inline if and for": (p("{% if co %}có{% else %}không{% endif %}: {% for m in muc %}{{ m.ten }};{% endfor %}"), {}),
    "cell colour": (table(row(cell(p("{% cellbg muc[0].mau %}{{ x }}")), cell(p("b")), cell(p("c")))) + p(""), {}),
    "column span": (table(row(cell(p("{% colspan so %}{{ x }}")))) + p(""), {}),
    "span and colour together": (
        table(row(cell(p("{% colspan so %}{% cellbg muc[1].mau %}{{ x }}")))) + p(""),
        {},
    ),
    "vertical merge": (
        table(
            row(cell(p("{%tr for m in muc %}")), cell(p("")), cell(p(""))),
            row(cell(p("{% vm %}{{ m.nhom }}")), cell(p("{{ m.ten }}")), cell(p("c"))),
            row(cell(p("{%tr endfor %}")), cell(p("")), cell(p(""))),
        )
        + p(""),
        {},
    ),
    "horizontal merge": (
        table(
            row(cell(p("{%tc for c in muc[0].cot %}")), cell(p("{% hm %}{{ x }}")), cell(p("{%tc endfor %}"))),
            row(cell(p("{%tc for c in muc[0].cot %}")), cell(p("{{ c }}")), cell(p("{%tc endfor %}"))),
        )
        + p(""),
        {},
    ),
    "comments": (p("{#p ghi chú #}") + p("a{# ghi chú #}b") + table(row(cell(p("{#tr bỏ #}"))), row(cell(p("còn")))) + p(""), {}),
    "rich text": (p("a ", "{{r rt }}", " b"), {"rt": R("đậm & <đỏ>", bold=True, color="#FF0000", size=28, font="Arial")}),
    "rich text of every look": (
        p("{{r rt }}"),
        {"rt": R("x", style="Strong", highlight="#FFFF00", underline="wave", strike=True, italic=True, superscript=True, lang="vi")},
    ),
    "rich text with breaks": (p("{{r rt }}"), {"rt": R("dòng 1\ndòng 2\tcột\aĐoạn mới\fTrang mới", italic=True)}),
    "rich paragraphs": (p("{{p rp }}"), {"rp": RP("Một", parastyle="Quote")}),
    "listing": (p(run("{{ ds }}", BOLD)), {"ds": Listing("a < b & c\nd\teÀ\aĐoạn hai\fTrang hai")}),
    "breaks in plain text": (p("{{ t }}", properties='<w:pPr><w:jc w:val="both"/></w:pPr>'), {"t": "một\nhai\tba\abốn"}),
    "doubled braces": (p("{_{ x }_} {_% if %_} {{ x }}"), {}),
    "merge with the neighbours": (p("đầu ") + p("{%- if co %}") + p("giữa") + p("{%- endif -%}") + p(" cuối"), {}),
    "smart quotes in a tag": (p("{{ muc[0][“ten”] }} {{ muc[1][‘ten’] }}"), {}),
    "comparison in a tag": (p("{% if so &lt; 5 and so &gt; 1 %}giữa{% endif %}"), {}),
    "filters, tests and globals of Jinja": (
        p("{{ muc | map(attribute='ten') | join(', ') }} {{ so is odd }} {% for i in range(so) %}{{ i }}{% endfor %}"),
        {},
    ),
    "macro, set, namespace": (
        p("{% macro dam(t) %}[{{ t }}]{% endmacro %}{% set ns = namespace(n=0) %}{% for m in muc %}{% set ns.n = ns.n + 1 %}"
          "{% endfor %}{{ dam(ns.n) }}"),
        {},
    ),
    "hyperlink and text box markup around a tag": (
        p('<w:hyperlink w:anchor="x"><w:r><w:t>{{ x }}</w:t></w:r></w:hyperlink>'), {},
    ),
    "content control": (f"<w:sdt><w:sdtContent>{p('{{ x }}')}</w:sdtContent></w:sdt>", {}),
}  # fmt: skip


def by_docxtpl(source: bytes, context: dict[str, object]) -> bytes:
    made = DocxTemplate(io.BytesIO(source))
    made.render(copy.copy(context))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("feature", FEATURES)
def test_every_part_is_what_docxtpl_makes_of_it(feature):
    body, more = FEATURES[feature]
    context = {**ROWS, **more}
    source = template(
        body, header="Đầu {{ x }}", footer="{% if co %}Chân {{ x }}{% endif %}", title="Tên {{ x }}"
    )

    assert compared(render(source, context)) == compared(by_docxtpl(source, context))


def test_footnotes_and_several_sections_are_what_docxtpl_makes_of_them():
    source = template(
        p("{{ x }}"), header="{{ x }}", footnotes="Chú thích {{ x }} {% if co %}có{% endif %}", sections=3
    )

    assert compared(render(source, ROWS)) == compared(by_docxtpl(source, ROWS))


def test_pictures_in_body_and_header_are_what_docxtpl_makes_of_them(tmp_path):
    (tmp_path / "a.png").write_bytes(png())
    source = template(p("{{ anh }} và {{ anh2 }}"), header="{{ anh }}")
    made = DocxTemplate(io.BytesIO(source))
    context = {
        "anh": InlineImage(made, str(tmp_path / "a.png"), width=Mm(20)),
        "anh2": InlineImage(made, io.BytesIO(png(3, 3, 9)), height=Mm(5), anchor="https://example.org/"),
    }
    made.render(context)
    out = io.BytesIO()
    made.save(out)

    assert compared(render(source, context)) == compared(out.getvalue())


def test_subdocuments_built_and_read_are_what_docxtpl_makes_of_them(tmp_path):
    pytest.importorskip("docxcompose", reason="docxtpl needs docxcompose for subdocuments")
    inner = tmp_path / "trong.docx"
    inner.write_bytes(
        template(p("Đoạn của tài liệu con") + table(row(cell(p("ô")), cell(p("")), cell(p("")))) + p("hết"))
    )
    source = template(p("trước") + p("{{p con }}") + p("{{p tu_dung }}"))

    def filled(made):
        built = made.new_subdoc()
        built.add_paragraph("Tự dựng").add_run(" đậm").bold = True
        built.add_picture(io.BytesIO(png()))
        return {"con": made.new_subdoc(str(inner)), "tu_dung": built}

    theirs = DocxTemplate(io.BytesIO(source))
    theirs.render(filled(theirs))
    out = io.BytesIO()
    theirs.save(out)
    ours = DocxTemplate(io.BytesIO(source))
    context = filled(ours)

    assert compared(render(ours, context)) == compared(out.getvalue())
    assert words(render(source, context)) == words(out.getvalue())  # the template by its content alone


def test_links_made_with_a_docxtpl_template_lead_on():
    source = template(p("{{r lk }}"))
    made = DocxTemplate(io.BytesIO(source))
    context = {"lk": R("Cổng", url_id=made.build_url_id("https://example.org/a?b&c"))}
    made.render(context)
    out = io.BytesIO()
    made.save(out)

    assert compared(render(made, context)) == compared(out.getvalue())


def test_pictures_replaced_in_a_docxtpl_template_are_replaced(tmp_path):
    first = DocxTemplate(io.BytesIO(template(p("{{ anh }}"))))
    source = render(first, {"anh": InlineImage(first, io.BytesIO(png()))})
    made = DocxTemplate(io.BytesIO(source))
    (old := tmp_path / "cu.png").write_bytes(png())
    (new := tmp_path / "moi.png").write_bytes(png(red=7))
    made.replace_media(str(old), str(new))

    media = [data for name, data in parts(render(made, {})).items() if name.startswith("word/media/")]

    assert media == [png(red=7)]


def test_filters_and_undefined_of_a_jinja_environment_are_used():
    env = Environment()
    env.filters["dau_cau"] = lambda text: f"¿{text}?"
    env.globals["hai"] = 2

    assert words(render(template(p("{{ x | dau_cau }} {{ hai }}")), {"x": "a"}, jinja_env=env)) == ["¿a? 2"]


@pytest.mark.parametrize("where", ["path", "text path", "file", "bytes"])
def test_a_template_may_be_a_path_a_file_or_bytes(where, tmp_path):
    source = template(p("{{ x }}"))
    path = tmp_path / "mau.docx"
    path.write_bytes(source)
    given = {"path": path, "text path": str(path), "file": io.BytesIO(source), "bytes": source}[where]

    assert words(render(given, {"x": "một"})) == ["một"]
    assert words(render(given, {"x": "hai"})) == ["hai"]


def test_the_same_input_gives_the_same_bytes():
    source = template(p("{{ x }}"), header="{{ x }}", title="{{ x }}")

    assert render(source, ROWS) == render(source, copy.deepcopy(ROWS))


def test_values_are_never_read_as_markup_or_as_tags():
    evil = "Đất & Nhà < 5 </w:t> {{ 7*7 }} {% if %} {_{ x }_}"
    source = template(p("A {{ x }} B"), header="{{ x }}", footnotes="{{ x }}", title="{{ x }}", sections=2)
    made = parts(render(source, {"x": evil}))

    assert words(render(source, {"x": evil})) == [f"A {evil} B"]
    assert words(render(source, {"x": evil}), "word/header1.xml") == [evil]
    assert words(render(source, {"x": evil}), "word/footnotes.xml") == [evil]
    assert "Đất &amp; Nhà &lt; 5" in made["docProps/core.xml"].decode()


def test_literals_in_tags_print_as_they_are_typed():
    source = template(p('{{ "A &amp; B &lt; C" }} {% if x == "R&amp;D" %}đúng{% endif %}'))

    assert words(render(source, {"x": "R&D"})) == ["A & B < C đúng"]


def test_a_header_used_by_several_sections_is_written_once():
    made = Document(io.BytesIO(template(p("{{ x }}"), header="{{ x }}")))
    header = made.sections[0].header.part
    made.part.rels.get_or_add(KIND.HEADER, header)
    made.part.load_rel(KIND.HEADER, header, "rIdHai")
    out = io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(io.BytesIO(render(out.getvalue(), {"x": "một"}))) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/header")]

    assert names == ["word/header1.xml"]


def test_cell_properties_stand_in_the_order_of_the_schema():
    source = template(
        table(
            row(cell(p("{%tr for m in muc %}"))),
            row(
                cell(p("{% vm %}{% cellbg m.mau %}{{ m.ten }}")),
                cell(p("{% colspan 2 %}x"), properties="<w:tcPr/>"),
            ),
            row(cell(p("{% cellbg m.mau %}x"), properties="")),
            row(cell(p("{%tr endfor %}"))),
        )
        + p("")
    )
    document = parts(render(source, ROWS))["word/document.xml"].decode()
    found = [part.partition("</w:tcPr>")[0] for part in document.split("<w:tcPr>")[1:]]
    orders = [[tag.split(" ")[0] for tag in one.replace("/>", "").split("<w:")[1:]] for one in found]

    assert orders == [["tcW", "vMerge", "shd"], ["gridSpan"], ["shd"]] * 2


def test_a_table_without_rows_and_a_cell_without_paragraphs_are_made_readable():
    body = (
        table(row(cell(p("{%tr for m in khong %}"))), row(cell(p("{{ m }}"))), row(cell(p("{%tr endfor %}"))))
        + p("giữa")
        + table(row(cell(p("{%p if khong %}"), p("chữ"), p("{%p endif %}"))))
        + p("")
    )
    document = parts(render(template(body), ROWS))["word/document.xml"].decode()

    assert document.count("<w:tbl>") == 1
    assert '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p/></w:tc>' in document


def test_a_strict_template_names_what_is_missing_and_where():
    with pytest.raises(DocgenError) as caught:
        render(template(p("một") + p("{{ ten_don_v }}")), {"ten_don_vi": "x"}, strict=True)

    assert [(d.message, d.location.paragraph, d.location.excerpt) for d in caught.value.diagnostics] == [
        ("mẫu dùng “ten_don_v” mà tài liệu này không có, có phải “ten_don_vi”?", 2, "{{ ten_don_v }}")
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{% if x %}", "mau-cu-phap"),
        ("{%tr for m in muc %}", "mau-cu-phap"),
        ("{{ ''.__class__.__mro__ }}", "mau-bieu-thuc"),
        ("{{ cycler.__init__.__globals__ }}", "mau-bieu-thuc"),
        ("{{ tep.write_text('x') }}", "mau-bieu-thuc"),
        ("{{ anh.tpl.save('x.docx') }}", "mau-bieu-thuc"),
        ("{{ 'a' * 100000000 }}", "mau-bieu-thuc"),
        ("{{ 9 ** 99999999 }}", "mau-bieu-thuc"),
        ("{% for i in range(10000000) %}{% endfor %}", "mau-bieu-thuc"),
        ("{% include '/etc/hostname' %}", "mau-bieu-thuc"),
        ("{{ x | khong_co }}", "mau-cu-phap"),
        ("{{ rac }}", "ky-tu-la"),
    ],
)  # fmt: skip
def test_what_a_template_must_not_do_is_a_finding(text, code, tmp_path):
    made = DocxTemplate(io.BytesIO(template(p(""))))
    context = {**ROWS, "tep": tmp_path / "x", "anh": InlineImage(made, io.BytesIO(png())), "rac": "a\x0bb"}

    with pytest.raises(DocgenError) as caught:
        render(template(p(text)), context)

    assert [d.code for d in caught.value.diagnostics] == [code]
    assert not (tmp_path / "x").exists()


def test_a_template_cannot_change_the_data_of_its_caller():
    context = {"ds": [1], "nhom": {"a": 1}}

    assert words(
        render(
            template(p("{% set _ = ds.append(2) %}{{ ds | length }}{{ nhom.update(b=2) or '' }}")), context
        )
    ) == ["2"]
    assert context == {"ds": [1], "nhom": {"a": 1}}


def test_a_file_that_is_no_word_document_is_a_finding(tmp_path):
    with pytest.raises(DocgenError):
        render(b"khong phai docx", {})
    with pytest.raises(UnreadableError):
        render(tmp_path / "khong-co.docx", {})


def test_importing_docgen_word_imports_no_heavy_library():
    code = "import sys, docgen.word; print([m for m in ('docxtpl', 'docx', 'lxml') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert out.stdout.strip() == "[]"
    assert docgen.word.render is render
