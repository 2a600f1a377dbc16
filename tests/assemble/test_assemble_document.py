"""docgen.assemble: what a clerk typed becomes what is printed."""

import pytest

from docgen import model, pipeline
from docgen.diagnostics import DocgenError

UNIT = """\
cap: huyen
ten: Ủy ban nhân dân huyện An Lão
ten_tat: UBND huyện An Lão
ky_hieu: UBND
dia_danh: An Lão
nguoi_ky:
  chu-tich: {quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}
  pho: {quyen_han: [TM. Ủy ban nhân dân, KT. Chủ tịch], chuc_vu: Phó Chủ tịch, ho_ten: Trần Thị B}
noi_nhan: [Sở Nội vụ, "- Lưu trữ;"]
luu: VT.
"""
SCHEMA = """\
ten: Báo cáo thử
ke_thua: bao-cao
so_lieu:
  ho_so:
    type: dict
    schema:
      huyen: {type: dem}
      xa: {type: dem}
      ty_le: {type: ty_le}
  bang_so: {bieu: bang-so}
tinh:
  ho_so.tong: ho_so.huyen + ho_so.xa
"""
FORM = """\
ten: Bảng số
khoa: ten_dong
cot:
  - {ma: tt, ten: TT, kieu: stt}
  - {ma: ten_dong, ten: Tên, kieu: chu}
  - ten: Số hồ sơ
    cot:
      - {ma: tong, ten: Tổng, tinh: cu + moi}
      - ten: Trong đó
        cot:
          - {ma: cu, ten: Cũ}
          - {ma: moi, ten: Mới}
dong_cot_so: true
dong_tong: Cộng
o_khong: "-"
"""
HEAD = """\
loai: thu
don_vi: don-vi.yaml
so:
ngay: ../5/2020
ky_bao_cao: quý I/2020
trich_yeu: Công tác {{ ky }}
nguoi_ky: chu-tich
"""


@pytest.fixture
def assemble(tmp_path):
    (tmp_path / "schemas" / "bieu").mkdir(parents=True)
    (tmp_path / "schemas" / "thu.yaml").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "schemas" / "bieu" / "bang-so.yaml").write_text(FORM, encoding="utf-8")
    (tmp_path / "don-vi.yaml").write_text(UNIT, encoding="utf-8")

    def read(more, head=HEAD):
        path = tmp_path / "bao-cao.yaml"
        path.write_text(head + more, encoding="utf-8")
        return pipeline.read(path)

    return read


def prints(blocks):
    """Blocks as text: headings with their numbers, tables as rows."""
    out = []
    for block in blocks:
        if isinstance(block, model.Table):
            out += [
                [" / ".join(text(p) for p in cell.paragraphs) for cell in row.cells] for row in block.rows
            ]
        elif isinstance(block, model.Heading):
            out.append(f"{block.number} {text(block.inlines)}")
        else:
            out.append(text(block.inlines))
    return out


def text(inlines):
    return "".join(i.text for i in inlines if isinstance(i, model.Run))


def test_head_and_foot_come_from_the_unit_and_blanks_stay_open(assemble):
    document = assemble("noi_dung: Hết./.\n").assembled.document

    assert (document.number, document.symbol) == (" " * 8, "BC-UBND")
    assert " ".join(document.date_line.split()) == "An Lão, ngày tháng 5 năm 2020"
    assert text(document.title[0]) == "Công tác quý I/2020"
    assert document.recipients == ("Sở Nội vụ", "Lưu trữ")
    assert document.archive == "VT"
    assert document.signature == model.Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn A")


@pytest.mark.parametrize(
    ("typed", "printed"), [("5", "05"), ("05", "05"), ("12", "12"), ("385", "385"), ("12a", "12a")]
)
def test_a_number_below_ten_is_padded(assemble, typed, printed):
    document = assemble("noi_dung: x\n", HEAD.replace("so:", f"so: {typed}")).assembled.document

    assert document.number == printed


def test_a_deputy_signs_for_the_head(assemble):
    document = assemble("noi_dung: x\n", HEAD.replace("chu-tich", "pho")).assembled.document

    assert document.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_figures_fill_the_prose_in_the_manner_of_their_filter(assemble):
    read = assemble(
        "so_lieu: {ho_so: {huyen: 710, xa: 5.305, ty_le: '20,50%'}}\n"
        "noi_dung: |\n"
        "  {{ ho_so.tong | so }}, {{ ho_so.huyen | ty_le(ho_so.tong) }}, {{ ho_so.ty_le | ty_le }}, {{ ky.sau }}\n"
    )

    assert read.faults == ()
    assert prints(read.assembled.document.body) == ["6.015, 11,8%, 20,50%, quý II/2020"]


def test_a_form_prints_its_merged_head_numbers_rows_and_totals(assemble):
    read = assemble(
        "so_lieu:\n"
        "  bang_so:\n"
        "    - {ten_dong: Đất đai, cu: 1.000, moi: 04}\n"
        "    - {nhom: Nhóm hai}\n"
        "    - {ten_dong: '**Nhà** & {{ 1 + 1 }}', cu: '-', moi: 0}\n"
        "noi_dung: |\n  {{ bang.bang_so }}\n"
    )

    assert prints(read.assembled.document.body) == [
        ["TT", "Tên", "Số hồ sơ"],
        ["Tổng", "Trong đó"],
        ["Cũ", "Mới"],
        ["1", "2", "3=4+5", "4", "5"],
        ["1", "Đất đai", "1.004", "1.000", "04"],
        ["Nhóm hai"],
        ["2", "Nhà & 2", "-", "-", "0"],
        ["Cộng", "1.004", "1.000", "4"],
    ]
    table = read.assembled.document.body[0]
    assert [(c.columns, c.rows) for c in table.rows[0].cells] == [(1, 3), (1, 3), (3, 1)]


def test_one_appendix_has_no_number_and_several_have_roman_ones(assemble):
    one = "phu_luc: [{tieu_de: Danh mục}]\n"
    two = "phu_luc: [{tieu_de: A}, {tieu_de: B, kem_theo: false}, {tieu_de: C, nhan: Phụ lục VIb}]\n"

    assert [a.label for a in assemble("noi_dung: x\n" + one).assembled.document.appendices] == ["Phụ lục"]
    appendices = assemble("noi_dung: x\n" + two).assembled.document.appendices
    assert [a.label for a in appendices] == ["Phụ lục I", "Phụ lục II", "Phụ lục VIb"]
    assert " ".join(appendices[0].attached_to.split()) == (
        "Kèm theo Báo cáo số /BC-UBND ngày tháng 5 năm 2020 của Ủy ban nhân dân huyện An Lão"
    )
    assert appendices[1].attached_to == ""


def test_an_unknown_figure_is_found_at_its_place_with_a_suggestion(assemble):
    read = assemble(
        "so_lieu: {ho_so: {huyen: 1, xa: 2}}\nnoi_dung: |\n  Dòng một\n  có {{ ho_so.tog | so }} hồ sơ.\n"
    )

    finding = read.faults[0]

    assert (finding.message, finding.location.line, finding.location.column) == (
        "không có số liệu “ho_so.tog”, có phải “tong”?",
        11,
        6,
    )


def test_a_missing_figure_is_an_error_in_the_final_text_and_dots_in_a_draft(assemble):
    body = "so_lieu: {ho_so: {huyen: 1}}\nnoi_dung: Có {{ ho_so.xa | so }} hồ sơ.\n"

    assert [d.code for d in assemble(body).faults] == ["thieu-so-lieu"]
    draft = assemble(body, HEAD + "trang_thai: du-thao\n")
    assert draft.faults == ()
    assert prints(draft.assembled.document.body) == ["Có …… hồ sơ."]


def test_a_table_in_a_sentence_and_a_group_as_a_figure_are_explained(assemble):
    read = assemble(
        "so_lieu: {ho_so: {huyen: 1}, bang_so: [{ten_dong: a}]}\n"
        "noi_dung: Xem {{ bang.bang_so }} và {{ ho_so }}.\n"
    )

    assert [d.code for d in read.faults] == ["bieu-trong-cau", "bieu-thuc"]


def test_all_references_that_fail_are_named_at_once(assemble):
    with pytest.raises(DocgenError) as caught:
        assemble("", "loai: thuu\ndon_vi: khong-co.yaml\n")

    assert len(caught.value.diagnostics) == 2


def test_a_table_left_out_is_an_error_in_the_final_text_and_nothing_in_a_draft(assemble):
    body = "noi_dung: |\n  Một.\n\n  {{ bang.bang_so }}\n"

    assert [d.code for d in assemble(body).faults] == ["thieu-so-lieu"]
    draft = assemble(body, HEAD + "trang_thai: du-thao\n")
    assert draft.faults == ()
    assert prints(draft.assembled.document.body) == ["Một."]


def test_a_fault_of_reading_cannot_be_waived(assemble):
    read = assemble("khoa_la: 1\nnoi_dung: x\nbo_qua: [{quy_tac: truong-la, ly_do: thử}]\n")

    assert [d.message for d in pipeline.findings(read)] == [d.message for d in read.faults] != []


def test_a_unit_may_be_kept_far_away_but_nothing_is_told_of_another_file(assemble, tmp_path):
    far = tmp_path.parent / f"{tmp_path.name}-xa" / "sau"
    far.mkdir(parents=True)
    (far / "don-vi.yaml").write_text(UNIT, encoding="utf-8")
    (far / "mat-khau.yaml").write_text("mat_khau: 123456\n", encoding="utf-8")

    assert (
        assemble("noi_dung: x\n", HEAD.replace("don-vi.yaml", str(far / "don-vi.yaml"))).unit.place
        == "An Lão"
    )
    with pytest.raises(DocgenError) as caught:
        assemble("noi_dung: x\n", HEAD.replace("don-vi.yaml", str(far / "mat-khau.yaml")))
    assert [d.code for d in caught.value.diagnostics] == ["tep-ngoai-thu-muc"]
    assert "mat_khau" not in str(caught.value)
