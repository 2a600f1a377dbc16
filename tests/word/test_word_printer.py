"""docgen.word.printer: whole documents through the built-in templates."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from docgen import vn
from docgen.diagnostics import DocgenError
from docgen.model import Appendix, Cell, Footnote, Heading, Paragraph, Row, RowKind, Run, Signature, Table
from docgen.word.compile import compile_template
from docgen.word.names import R
from docgen.word.package import read_package
from docgen.word.printer import render_document
from docgen.word.starter import new_template
from docgen.word.store import TemplateStore
from docgen.word.xml import NS, parse_xml, w
from docgen.workspace import Workspace

WORKSPACE = Workspace.around(Path(__file__).parent)
LEVELS = ("tinh", "so", "huyen", "phong", "xa")
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
LONG = "Ủy ban nhân dân xã báo cáo kết quả thực hiện công tác cải cách hành chính trên địa bàn. " * 5


@pytest.fixture(scope="module")
def template():
    return TemplateStore().get(WORKSPACE.find_template("xa", "bao-cao"), WORKSPACE.find_part)


@pytest.fixture
def built(document, template):
    def build(**changes):
        return read_package(render_document(document(**changes), template))

    return build


def paragraphs(parts, name="word/document.xml"):
    return list(parse_xml(parts[name]).iter(w("p")))


def words(paragraph):
    return "".join(t.text or "" for t in paragraph.iter(w("t")))


def texts(parts, name="word/document.xml"):
    return [text for p in paragraphs(parts, name) if (text := words(p))]


def lines(parts):
    """Drawn lines by name: length in mm."""
    root = parse_xml(parts["word/document.xml"])
    return {
        a.find(f"{{{WP}}}docPr").get("name"): int(a.find(f"{{{WP}}}extent").get("cx")) / 36000
        for a in root.iter(f"{{{WP}}}anchor")
    }


def paragraph(text, **look):
    return Paragraph((Run(text, **look),))


def test_the_parts_of_a_report_stand_in_the_order_of_the_decree(built):
    parts = built(addressees=("Sở Nội vụ tỉnh Bình Định",))

    assert texts(parts) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ AN HÒA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-UBND",
        "An Hòa, ngày 05 tháng 01 năm 2026",
        "BÁO CÁO",
        "Công tác cải cách hành chính năm 2025",
        "Kính gửi: Sở Nội vụ tỉnh Bình Định",
        "Nội dung báo cáo./.",
        "Nơi nhận:",
        "- Như trên;",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn A",
    ]


def test_several_addressees_stand_below_each_other(built):
    parts = built(addressees=("Ủy ban nhân dân tỉnh", "Sở Nội vụ"))

    start = texts(parts).index("Kính gửi:")

    assert texts(parts)[start : start + 3] == ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ."]


def test_lines_are_as_long_as_the_decree_says(built):
    title = "Công tác cải cách hành chính năm 2025"

    assert lines(built()) == pytest.approx(
        {
            "Đường kẻ dưới Tiêu ngữ": vn.text_width_mm("Độc lập - Tự do - Hạnh phúc", 14, bold=True),
            "Đường kẻ dưới tên cơ quan": 0.4 * vn.text_width_mm("XÃ AN HÒA", 13, bold=True),
            "Đường kẻ dưới trích yếu": 0.4 * vn.text_width_mm(title, 14, bold=True),
        },
        abs=0.01,
    )


def test_a_long_title_is_broken_into_balanced_lines_and_underlined_below_the_last(built):
    title = "Kết quả thực hiện công tác cải cách hành chính 6 tháng đầu năm 2026 và phương hướng, nhiệm vụ 6 tháng cuối năm 2026"
    parts = built(title=((Run(title),),))

    breaks = [p for p in paragraphs(parts) if list(p.iter(w("br")))]

    assert len(breaks) == 1 and len(list(breaks[0].iter(w("br")))) == 1
    last = [t.text for t in breaks[0].iter(w("t")) if t.text][-1]
    assert lines(parts)["Đường kẻ dưới trích yếu"] == pytest.approx(
        0.4 * vn.text_width_mm(last, 14, True), abs=0.01
    )


def test_a_draft_shows_its_mark_and_its_blanks(built):
    parts = built(draft=True, number=" " * 8, date_line="An Hòa, ngày      tháng      năm 2026")

    assert "DỰ THẢO" in texts(parts)
    assert "Số:         /BC-UBND" in texts(parts)


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_a_template_that_prints_the_governing_line_when_there_is_one(level, document):
    template = TemplateStore().get(WORKSPACE.find_template(level, "bao-cao"), WORKSPACE.find_part)
    parts = read_package(
        render_document(document(parent=("Ủy ban nhân dân tỉnh Gia Lai",), issuer="Sở Nội vụ"), template)
    )

    assert texts(parts)[:3] == ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "SỞ NỘI VỤ"]


def test_footnotes_are_a_real_part_with_marks_where_they_belong(built):
    note = Footnote((paragraph("Theo hệ thống."), paragraph("- Đoạn hai.")))
    parts = built(body=(Paragraph((Run("Trước"), note, Run(" sau"))),))

    root = parse_xml(parts["word/document.xml"])
    notes = parse_xml(parts["word/footnotes.xml"])
    reference = root.find(".//w:footnoteReference", NS).get(w("id"))

    target = next(n for n in notes if n.get(w("id")) == reference)
    assert [words(p).strip() for p in target.iter(w("p"))] == ["Theo hệ thống.", "- Đoạn hai."]
    assert len(target.findall(".//w:footnoteRef", NS)) == 1


def test_links_in_text_and_footnotes_have_relationships_of_their_own_part(built):
    note = Footnote((Paragraph((Run("x", link="https://b.vn/?a=1&b=2"),)),))
    parts = built(body=(Paragraph((Run("a", link="https://a.vn"), note)),))

    def targets(name):
        return {
            r.get("Id"): r.get("Target") for r in parse_xml(parts[name]) if r.get("TargetMode") == "External"
        }

    link = parse_xml(parts["word/document.xml"]).find(".//w:hyperlink", NS)
    assert targets("word/_rels/document.xml.rels")[link.get(f"{{{R}}}id")] == "https://a.vn"
    assert set(targets("word/_rels/footnotes.xml.rels").values()) == {"https://b.vn/?a=1&b=2"}


def test_a_run_in_heading_goes_on_upright_in_the_same_paragraph(built):
    parts = built(body=(Heading(3, "a)", (Run("Xử lý văn bản:"),), (Run("Không có."),)),))

    assert "a) Xử lý văn bản: Không có." in texts(parts)
    last = next(p for p in paragraphs(parts) if words(p).startswith("a) ")).findall("w:r", NS)[-1]
    assert last.find("w:rPr/w:b", NS).get(w("val")) == "0"


def test_every_appendix_is_a_section_with_its_own_page_numbers(built):
    wide = Appendix("Phụ lục I", ((Run("Số liệu"),),), (), "Kèm theo Báo cáo số 05", (paragraph("x"),), True)
    tall = Appendix("Phụ lục II", ((Run("Danh mục"),),), (), "", (paragraph("y"),))
    root = parse_xml(built(appendices=(wide, tall))["word/document.xml"])

    sections = list(root.iter(w("sectPr")))

    pages = [s.find("w:pgSz", NS) for s in sections]
    assert [(p.get(w("w")), p.get(w("h")), p.get(w("orient"))) for p in pages] == [
        ("11906", "16838", None),
        ("16838", "11906", "landscape"),
        ("11906", "16838", None),
    ]
    assert [s.find("w:pgNumType", NS).get(w("start")) for s in sections] == ["1", "1", "1"]
    assert all(s.find("w:titlePg", NS) is not None for s in sections)


def test_the_last_paragraph_stays_with_the_signature(built):
    parts = built(body=(paragraph("Đầu."), paragraph("Cuối./.")))

    kept = {words(p): p.find("w:pPr/w:keepNext", NS) is not None for p in paragraphs(parts)}

    assert kept["Cuối./."] and not kept["Đầu."]


def test_no_paragraph_is_empty_but_those_that_carry_a_section_or_part_two_tables(built):
    table = Table((1,), (Row(RowKind.BODY, (Cell(((Run("x"),),)),)),))
    appendix = Appendix("Phụ lục", ((Run("Số liệu"),),), (), "", (table,))
    parts = built(body=(table, table, paragraph("Cuối./.")), appendices=(appendix,))
    body = parse_xml(parts["word/document.xml"]).find("w:body", NS)

    empty = [p for p in body.iterfind("w:p", NS) if not words(p) and p.find(".//w:drawing", NS) is None]

    styles = [p.find("w:pPr/w:pStyle", NS).get(w("val")) for p in empty]
    assert styles == ["NgatPhan", "NgatPhan", "NgatPhan"]  # between tables, the section break, the end


def test_the_same_document_gives_the_same_bytes(document, template):
    assert render_document(document(), template) == render_document(document(), template)


def test_text_of_data_is_never_read_as_a_template_or_as_markup(built):
    evil = '{{ 7*7 }} {% raw %} <w:b/> & "x" {_{'
    parts = built(body=(paragraph(evil),), recipients=(evil,), signature=Signature((), evil))

    assert texts(parts).count(evil) == 2
    assert f"- {evil};" in texts(parts)


def test_a_template_that_asks_for_an_unknown_name_says_where_and_what_is_near(document):
    parts = read_package(WORKSPACE.find_template("xa", "bao-cao"))
    xml = parts["word/document.xml"].decode()
    parts["word/document.xml"] = xml.replace("{{p noi_dung }}", "Loại: {{ ten_loaii }}").encode()

    with pytest.raises(DocgenError) as caught:
        render_document(document(), compile_template("mau.docx", parts, WORKSPACE.find_part))

    finding = caught.value.diagnostics[0]
    assert (finding.code, finding.message) == (
        "mau-bien-la",
        "mẫu dùng “ten_loaii” mà tài liệu này không có, có phải “ten_loai”?",
    )
    assert finding.location.excerpt == "Loại: {{ ten_loaii }}"


def test_a_missing_part_and_a_circle_of_parts_are_named():
    parts = read_package(WORKSPACE.find_template("xa", "bao-cao"))

    with pytest.raises(DocgenError) as missing:
        compile_template("mau.docx", parts, lambda name: None)
    assert missing.value.diagnostics[0].message == "không tìm thấy phần dùng chung “dau-van-ban”"

    circle = WORKSPACE.find_template("xa", "bao-cao")
    with pytest.raises(DocgenError) as turning:
        compile_template("mau.docx", parts, lambda name: circle)
    assert turning.value.diagnostics[0].code == "mau-phan-vong"


def test_a_template_without_a_needed_style_is_refused(document):
    parts = read_package(new_template("van-ban"))  # shared parts would bring the style along
    parts["word/document.xml"] = (
        parts["word/document.xml"].replace(b"{%p include", b"{#p").replace(b"%}</w:t>", b"#}</w:t>")
    )
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("Bảng số liệu".encode(), b"Bang khac")

    with pytest.raises(DocgenError) as caught:
        render_document(document(), compile_template("mau.docx", parts, WORKSPACE.find_part))

    assert caught.value.diagnostics[0].message == "mẫu thiếu kiểu (style) “Bảng số liệu”"


def test_a_style_the_template_lacks_comes_with_the_part_that_uses_it(document):
    parts = read_package(WORKSPACE.find_template("xa", "bao-cao"))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("Tiêu ngữ".encode(), b"Kieu khac")

    template = compile_template("mau.docx", parts, WORKSPACE.find_part)

    assert template.styles["Tiêu ngữ"].size_pt == 14
    assert "Độc lập - Tự do - Hạnh phúc" in texts(read_package(render_document(document(), template)))


def test_a_template_is_compiled_once_and_again_when_its_file_changes(tmp_path):
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(WORKSPACE.find_template("xa", "bao-cao").read_bytes())
    store = TemplateStore()

    first = store.get(file, WORKSPACE.find_part)
    again = store.get(file, WORKSPACE.find_part)
    os.utime(file, (1, 1))

    assert again is first
    assert store.get(file, WORKSPACE.find_part) is not first


def test_a_template_may_not_reach_into_python(document):
    for attack in (
        "{{ ''.__class__ }}",
        "{{ co_quan.append }}",
        "{{ noi_nhan.__len__() }}",
        "{% include 'x' %}",
    ):
        parts = read_package(WORKSPACE.find_template("xa", "bao-cao"))
        xml = parts["word/document.xml"].decode()
        parts["word/document.xml"] = xml.replace("{{p noi_dung }}", attack).encode()

        with pytest.raises(DocgenError):
            render_document(document(), compile_template("mau.docx", parts, WORKSPACE.find_part))


def test_a_zip_of_the_document_is_complete(document, template):
    with zipfile.ZipFile(io.BytesIO(render_document(document(), template))) as archive:
        assert archive.testzip() is None
        assert "word/footnotes.xml" in archive.namelist()
