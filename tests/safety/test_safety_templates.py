"""Templates from strangers: they run nothing, read nothing, fetch nothing, and end."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest
from confined import confined
from safety_office import template_parts, use_template, with_text, write_report

from docgen import pipeline, word
from docgen.diagnostics import DocgenError
from docgen.word.package import CONTENT_TYPES, write_package

RELATIONSHIPS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONFINED = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limits for a process of this kind"
)


def codes(folder, parts):
    use_template(folder, parts)
    try:
        pipeline.build(write_report(folder))
    except DocgenError as fault:
        return sorted({finding.code for finding in fault.diagnostics})
    return []


def with_relationship(kind, target, mode="External"):
    parts = template_parts()
    added = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    text = parts[RELATIONSHIPS].decode().replace("</Relationships>", added + "</Relationships>")
    return parts | {RELATIONSHIPS: text.encode()}


def test_the_built_in_template_itself_comes_in(tmp_path):
    assert codes(tmp_path, with_text("x")) == []


@pytest.mark.parametrize(
    "name",
    ["word/vbaProject.bin", "word/vbaData.xml", "word/activeX/activeX1.bin", "customUI/VBAPROJECT.BIN"],
)
def test_macros_are_refused(tmp_path, name):
    assert codes(tmp_path, template_parts() | {name: b"<x/>"}) == ["mau-macro"]


def test_a_file_type_with_macros_is_refused_whatever_it_is_called(tmp_path):
    parts = template_parts()
    types = parts[CONTENT_TYPES].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )

    assert codes(tmp_path, parts | {CONTENT_TYPES: types}) == ["mau-macro"]


def test_a_wrong_content_type_is_refused(tmp_path):
    parts = template_parts()
    types = parts[CONTENT_TYPES].replace(b"document.main+xml", b"template.main+xml")

    assert codes(tmp_path, parts | {CONTENT_TYPES: types}) == ["mau-khong-phai-docx"]


@pytest.mark.parametrize(
    "name", ["word/embeddings/oleObject1.bin", "word/embeddings/a.docx", "word/media/x.exe"]
)
def test_embedded_objects_are_refused(tmp_path, name):
    assert codes(tmp_path, template_parts() | {name: b"x"}) == ["mau-nhung"]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "http://a.vn/x.dotm"),
        ("image", "http://a.vn/x.png"),
        ("image", "file:///etc/passwd"),
        ("subDocument", "file:///c:/x.docx"),
        ("oleObject", "file:///c:/x.xls"),
        ("frame", "\\\\may-chu\\x"),
    ],
)
def test_what_would_be_fetched_from_elsewhere_is_refused(tmp_path, kind, target):
    assert codes(tmp_path, with_relationship(kind, target)) == ["mau-lien-ket-ngoai"]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "\\\\may-chu\\x", "C:\\x.exe"]
)
def test_hyperlinks_that_are_no_web_or_mail_address_are_refused(tmp_path, target):
    assert codes(tmp_path, with_relationship("hyperlink", target)) == ["mau-lien-ket"]


def test_hyperlinks_to_the_web_come_in(tmp_path):
    assert codes(tmp_path, with_relationship("hyperlink", "https://chinhphu.vn")) == []


def test_chunks_of_other_formats_are_refused(tmp_path):
    parts = with_relationship("aFChunk", "x.html", "Internal") | {"word/x.html": b"<script>1</script>"}

    assert codes(tmp_path, parts) == ["mau-nhung"]


@pytest.mark.parametrize(
    "field",
    ["INCLUDETEXT /etc/passwd", " IncludePicture http://a.vn/x.png ", "DDEAUTO excel x y", 'LINK a "b"'],
)
def test_fields_that_fetch_are_refused_even_when_split_over_runs(tmp_path, field):
    half = len(field) // 2
    runs = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (field[:half], field[half:]))
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    whole = f"</w:t></w:r>{begin}{runs}{end}<w:r><w:t>"

    assert codes(tmp_path, with_text(whole.replace('"b"', "&quot;b&quot;"))) == ["mau-truong"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", RELATIONSHIPS])
def test_a_dtd_is_refused_in_any_part_and_encoding(tmp_path, part, encoding):
    parts = template_parts()
    text = parts[part].decode("utf-8")
    body = text[text.index("?>") + 2 :] if text.startswith("<?xml") else text
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        + body
    )

    assert codes(tmp_path, parts | {part: bomb.encode(encoding)}) == ["mau-dtd"]


@pytest.mark.parametrize("name", ["../x.xml", "/word/x.xml", "word/../../x", "word\\x.xml", "C:x.xml"])
def test_names_of_parts_that_lead_out_of_the_file_are_refused(tmp_path, name):
    assert codes(tmp_path, template_parts() | {name: b"<x/>"}) == ["mau-bat-thuong"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in template_parts().items():
            archive.writestr(name, data)
        archive.writestr("word/media/a.bin", bytes(64 << 20))
    path = tmp_path / "templates" / "xa" / "bao-cao.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes(buffer.getvalue())

    with pytest.raises(DocgenError) as caught:
        pipeline.build(write_report(tmp_path))

    assert [d.code for d in caught.value.diagnostics] == ["mau-bat-thuong"]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ ''.__class__ }}", "mau-bieu-thuc"),
        ("{{ luu.__class__.__mro__ }}", "mau-bieu-thuc"),
        ("{{ nguoi_ky.__init__.__globals__ }}", "mau-bieu-thuc"),
        ("{{ luu | so }}", "mau-bieu-thuc"),
        ("{{ luu - 1 }}", "mau-bieu-thuc"),
        ("{{ khong_co }}", "mau-bien-la"),
        ("{{ luu.format(1) }}", "mau-cu-phap"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "mau-cu-phap"),
        ("{{ luu | attr('__class__') }}", "mau-cu-phap"),
        ("{% include '/etc/passwd' %}", "mau-cu-phap"),
        ("{% import 'os' as os %}", "mau-cu-phap"),
        ("{% macro f() %}{% endmacro %}", "mau-cu-phap"),
        ("{% set x = luu %}", "mau-cu-phap"),
        ("{{ 'a' * 10 }}", "mau-cu-phap"),
        ("{{ 10 ** 10 ** 10 }}", "mau-cu-phap"),
        ("{{ '%99999d' % 1 }}", "mau-cu-phap"),
        ("{% for x in [luu ~ luu] %}{{ x }}{% endfor %}", "mau-cu-phap"),
        ("{% for x in noi_nhan recursive %}{{ loop(noi_nhan) }}{% endfor %}", "mau-cu-phap"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "mau-cu-phap"),
        ("{% for a in noi_nhan %}" * 40 + "{% endfor %}" * 40, "mau-cu-phap"),
    ],
)
def test_a_template_may_print_choose_and_repeat_and_nothing_else(tmp_path, tag, code):
    assert codes(tmp_path, with_text(tag)) == [code]


@CONFINED
@pytest.mark.parametrize(
    "tag",
    [
        "{% for a in noi_dung %}{% for b in noi_dung %}{% for c in noi_dung %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in noi_dung %}{% for b in noi_dung %}{{ noi_dung }}{% endfor %}{% endfor %}",
        "{% for a in noi_dung %}{% if "
        + "noi_dung | lower == luu or " * 300
        + "luu %}{% endif %}{% endfor %}",
        "{% for a in noi_dung %}{% if " + " ~ ".join(["noi_dung"] * 2000) + " %}{% endif %}{% endfor %}",
        "{% for a in noi_dung %}{% if noi_dung[1:] " + "in noi_dung[1:] " * 500 + "%}{% endif %}{% endfor %}",
    ],
)
def test_loops_without_end_and_endless_text_are_stopped(tmp_path, tag):
    use_template(tmp_path, with_text(tag))
    report = write_report(tmp_path, "Nội dung dài. " * 200)
    done = confined(
        "import sys, docgen\nfrom docgen.diagnostics import DocgenError\n"
        "try: docgen.build(sys.argv[1])\n"
        "except DocgenError as fault: print(fault.diagnostics[0].message)",
        report,
    )

    assert (done.stdout, done.stderr) == ("mẫu lặp quá nhiều hoặc tạo ra quá nhiều chữ\n", "")


OPEN = [
    "{{ 'a' * 10**10 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ 'a'.ljust(10**9) }}",
    "{{ 'a'.zfill(10**10) }}",
    "{{ 'a'.center(5000 * 100000) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '%*d' % (999999999, 1) }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ 'x' | center(999999999) }}",
    "{{ '%999999999d' | format(1) }}",
    "{{ lipsum(n=10**8) }}",
    "{{ range(10**9) | list | length }}",
    "{{ (x * 1000).replace('a', x * 1000) }}",
    "{{ ([x * 1000] * 1000) | join(x * 1000) }}",
    "{{ 'a'.expandtabs(10**9) }}",
    "{{ x | indent(10**9) }}",
    "{% set y = x %}" + "{% set y = y ~ y %}" * 40 + "{{ y }}",
    "{% set y = x %}" + "{% set y = y + y %}" * 40 + "{{ y }}",
    "{% set y = x %}" + "{% set y %}{{ y }}{{ y }}{% endset %}" * 40 + "{{ y }}",
    "{% set y = x %}" + "{% set y = [y, y] | join %}" * 40 + "{{ y }}",
    "{% set y = x %}" + "{% set y = y.replace('a', 'aa') %}" * 40 + "{{ y }}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "{% set n = namespace(v=x) %}{% for a in range(60) %}{% set n.v = n.v ~ n.v %}{% endfor %}{{ n.v }}",
    "{% for a in range(9000) %}{{ x * 900 }}{% endfor %}",
    "{{ x.__class__.__mro__[1].__subclasses__() }}",
    "{{ 1 / 0 }}",
    "{{ 'a'.index('b') }}",
    "{{ [][5].x.y }}",
    "{{ lipsum.__globals__.os.popen('id').read() }}",
    "{{ self.__init__.__globals__ }}",
]


@CONFINED
@pytest.mark.parametrize("tag", OPEN)
def test_a_docxtpl_template_from_a_stranger_ends_in_a_fault_or_a_document(tmp_path, tag):
    from docx import Document

    document = Document()
    document.add_paragraph(tag)
    document.save(tmp_path / "t.docx")
    done = confined(
        "import sys, zipfile, io\nfrom docgen.diagnostics import DocgenError\nfrom docgen.word.foreign import render\n"
        "try: print('uid=' in str(zipfile.ZipFile(io.BytesIO(render(sys.argv[1], {'x': 'a' * 1000}))).read('word/document.xml')))\n"
        "except DocgenError as fault: print(fault.diagnostics[0].code)",
        tmp_path / "t.docx",
    )

    assert (done.stdout in ("mau-bieu-thuc\n", "mau-bien-la\n", "mau-cu-phap\n", "False\n"), done.stderr) == (
        True,
        "",
    )


def test_render_for_docxtpl_refuses_macros_and_what_is_fetched(tmp_path):
    for parts in (
        template_parts() | {"word/vbaProject.bin": b"x"},
        with_relationship("image", "http://a.vn/x.png"),
    ):
        with pytest.raises(DocgenError):
            word.render(write_package(parts), {})


def test_an_include_reads_shared_parts_and_nothing_else(tmp_path):
    secret = tmp_path / "bi-mat.docx"
    secret.write_bytes(write_package(with_text("BÍ MẬT")))
    for name in ("../../bi-mat", str(tmp_path / "bi-mat"), "..\\..\\bi-mat", "C:bi-mat"):
        text = f'{{%p include "{name}" %}}'.replace('"', "&quot;")

        assert codes(tmp_path / "co-quan", with_text(text)) == ["mau-thieu-phan"]
