"""Rules on wording, periods, districts and optional components: one breach, one near miss each."""

from __future__ import annotations

import datetime

import pytest
from paper import CLEAN, body, line, p, package, paper, section, table

from docgen.diagnostics import Severity
from docgen.lint import Options, lint


def codes(document: bytes) -> list[str]:
    return sorted({finding.code for finding in lint(document)})


def said(text: str) -> bytes:
    return paper(doan_2=body(text))


WORDS: list[tuple[str, str, str]] = [
    (
        "VD-01",
        "Thực hiện Nghị định 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ.",
        "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ.",
    ),
    (
        "VD-01",
        "Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh.",
        "Ngày 05/3/2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 12/KH-UBND về cải cách hành chính.",
    ),
    (
        "VD-01",
        "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2019 của Chính phủ.",
        "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ.",
    ),
    (
        "VD-02",
        "Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024; Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024.",
        "Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024; sau đó theo Kế hoạch số 12/KH-UBND.",
    ),
    (
        "SO-02",
        "Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024; Kế hoạch số 13/KH-UBND ngày 06/3/2024.",
        "Kế hoạch số 12/KH-UBND ngày 05/3/2024; Kế hoạch số 13/KH-UBND ngày 06/3/2024.",
    ),
    ("SO-04", "Kinh phí thực hiện là 1,250.5 triệu đồng.", "Kinh phí thực hiện là 1.250,5 triệu đồng."),
    ("SO-05", "So với quý 2 năm 2024, kết quả tăng.", "So với quý II năm 2024, kết quả tăng."),
    ("VH-01", "tiếp tục thực hiện các nhiệm vụ được giao.", "Đẩy mạnh các nhiệm vụ được giao."),
    ("VH-02", "Giao ông Nguyễn văn An chủ trì.", "Giao ông Nguyễn Văn An chủ trì."),
    (
        "VH-03",
        "Kết quả trên địa bàn Tỉnh Lạng Sơn đạt yêu cầu.",
        "Tỉnh ủy, tỉnh Lạng Sơn đánh giá đạt yêu cầu.",
    ),
    (
        "VH-05",
        "Đoàn làm việc tại thành phố Hồ Chí Minh.",
        "Đoàn làm việc tại Thành phố Hồ Chí Minh, thành phố Cần Thơ.",
    ),
    ("VH-06", "Các tỉnh miền núi phía tây Bắc.", "Các tỉnh miền núi Tây Bắc, phía bắc."),
    (
        "VH-07",
        "Tham mưu Uỷ Ban Nhân Dân tỉnh ban hành.",
        "Tham mưu Uỷ ban nhân dân tỉnh, cơ sở y tế ban hành.",
    ),
    ("VH-07", "Trình Hội đồng Nhân dân tỉnh.", "Trình Hội đồng nhân dân tỉnh."),
    ("VH-07", "Phối hợp với Sở Tài Chính thực hiện.", "Phối hợp với Sở Tài chính, Sở Công Thương thực hiện."),
    (
        "VH-09",
        "Theo chỉ đạo của chủ tịch Ủy ban nhân dân tỉnh.",
        "Theo chỉ đạo của Chủ tịch Ủy ban nhân dân tỉnh.",
    ),
    (
        "VH-10",
        "Theo kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024.",
        "Theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024.",
    ),
    (
        "VH-11",
        "Thực hiện điều 5 của Luật Cán bộ, công chức.",
        "Thực hiện Điều 5 của Luật Cán bộ, công chức; có 2 điều 3 khoản.",
    ),
    (
        "VH-12",
        "Tổ chức vào sáng thứ hai, ngày 16 tháng 9 năm 2024.",
        "Đứng thứ hai về số lượng, tổ chức sáng thứ Hai.",
    ),
    ("VH-13", "Trước tết Nguyên Đán, đơn vị đã kiểm tra.", "Trước tết Nguyên đán, đơn vị đã kiểm tra."),
    ("VH-14", "Chào mừng ngày quốc khánh 2-9.", "Chào mừng ngày Quốc khánh 2-9."),
    ("VH-17", "Kết quả quý I tăng so với Quý II cùng kỳ.", "Kết quả quý I tăng so với quý II cùng kỳ."),
]


@pytest.mark.parametrize(
    ("code", "wrong", "right"), WORDS, ids=[f"{c}-{n}" for n, (c, _, _) in enumerate(WORDS)]
)
def test_a_wrong_form_is_found_and_the_right_one_is_not(code: str, wrong: str, right: str):
    assert (codes(said(wrong)), codes(said(right))) == ([code], [])


def test_wording_rules_read_footnotes_too():
    notes = f'<w:footnote w:id="2">{p("Phối hợp với Sở Tài Chính.", 10)}</w:footnote>'

    found = lint(paper(parts={"footnotes": notes}))

    assert [(f.code, f.location.part, f.location.paragraph) for f in found] == [
        ("VH-07", "word/footnotes.xml", 1)
    ]


def report(title: str, **change: str) -> bytes:
    return paper(**{"trich_yeu": p(title, 14, b=True, jc="center"), **change})


def test_the_period_of_opening_and_closing_must_be_that_of_the_title():
    opening = body("Sở Nội vụ báo cáo kết quả công tác cải cách hành chính quý II năm 2024 như sau:")

    found = lint(paper(mo_dau=opening))

    assert [(f.code, f.message) for f in found] == [
        ("BC-01", "Câu mở đầu ghi “quý II năm 2024”, trích yếu ghi “quý III năm 2024”")
    ]


def test_another_period_named_for_comparison_is_no_mismatch():
    opening = body("So với quý II năm 2024, Sở Nội vụ báo cáo kết quả công tác quý III năm 2024 như sau:")

    assert codes(paper(mo_dau=opening)) == []


def test_a_report_dated_before_its_cut_off_is_a_warning():
    found = lint(paper(ngay=p("Lạng Sơn, ngày 05 tháng 9 năm 2024", 14, i=True, jc="center")))

    assert [(f.code, f.severity) for f in found] == [("BC-02", Severity.WARNING)]


def test_the_next_period_must_follow_the_reported_one():
    def plan(period: str) -> bytes:
        return paper(muc_2=body(f"II. PHƯƠNG HƯỚNG, NHIỆM VỤ {period}", b=True))

    assert [codes(plan(x)) for x in ("QUÝ III NĂM 2024", "QUÝ IV NĂM 2024", "NĂM 2025")] == [
        ["BC-03"],
        [],
        [],
    ]


# -- the two levels since 01/7/2025 -------------------------------------------------------------------

_DISTRICT = {
    "chu_quan": "",
    "ban_hanh": p("ỦY BAN NHÂN DÂN", 13, b=True, jc="center") + p("HUYỆN BÌNH GIA", 13, b=True, jc="center"),
    "ban_hanh_line": p(jc="center", extra=line(14)),
    "so": p("Số: 15/BC-UBND", 13, jc="center"),
    "trich_yeu": p("Công tác cải cách hành chính", 14, b=True, jc="center"),
    "trich_yeu_line": p(jc="center", extra=line(28)),
    "mo_dau": body("Ủy ban nhân dân báo cáo kết quả."),
    "ket": body("Trên đây là báo cáo của Ủy ban nhân dân./."),
    "quyen_han": p("TM. ỦY BAN NHÂN DÂN", 14, b=True, jc="center") + p("CHỦ TỊCH", 14, b=True, jc="center"),
}


def dated(year: int, **change: str) -> bytes:
    place = change.pop("place", "Bình Gia")
    return paper(
        **{**_DISTRICT, "ngay": p(f"{place}, ngày 15 tháng 10 năm {year}", 14, i=True, jc="center"), **change}
    )


def test_a_district_body_is_an_error_only_from_july_2025():
    assert [codes(dated(2024)), codes(dated(2025))] == [[], ["HC-01"]]


def test_as_of_overrides_the_date_of_the_document():
    found = lint(dated(2024), Options(as_of=datetime.date(2025, 7, 1)))

    assert [f.code for f in found] == ["HC-01"]


def test_a_draft_of_2025_without_a_day_is_not_held_to_the_new_law():
    assert codes(dated(2025, ngay=p("Bình Gia, ngày     tháng     năm 2025", 14, i=True, jc="center"))) == []


_NEW = {
    "ban_hanh": p("ỦY BAN NHÂN DÂN", 13, b=True, jc="center") + p("XÃ BÌNH GIA", 13, b=True, jc="center"),
    "ban_hanh_line": p(jc="center", extra=line(12)),
}


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("HC-01", {"nhan_2": p("- UBND các huyện;", 11)}),
        ("HC-01", {"doan_2": body("Đề nghị UBND huyện khẩn trương thực hiện.")}),
        ("HC-02", {"doan_2": body("Trụ sở tại xã Tân Thanh, huyện Văn Lãng, tỉnh Lạng Sơn.")}),
        ("HC-03", {"place": "Kiên Giang"}),
        ("HC-03", {"ban_hanh": _NEW["ban_hanh"].replace("XÃ BÌNH GIA", "XÃ KHÔNG CÓ")}),
        (
            "HC-04",
            {
                "after": table(
                    (p("Cấp tỉnh"), p("Cấp huyện")), (p("12"), p("30")), widths=(2000, 2000), borders=True
                )
                + body("Số liệu như trên.")
            },
        ),
        (
            "HC-05",
            {
                "doan_2": body(
                    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015, đơn vị thực hiện."
                )
            },
        ),
        ("HC-06", {"nhan_2": p("- Bộ Kế hoạch và Đầu tư;", 11)}),
    ],
)
def test_what_ended_in_2025_is_found_in_later_documents_only(code: str, change: dict[str, str]):
    assert (codes(dated(2025, **{**_NEW, **change})), codes(dated(2024, **{**_NEW, **change}))) == (
        [code],
        [],
    )


def test_a_commune_may_bear_the_name_of_a_former_province():
    change = {
        **_NEW,
        "ban_hanh": _NEW["ban_hanh"].replace("XÃ BÌNH GIA", "PHƯỜNG HÒA BÌNH"),
        "place": "Hòa Bình",
    }
    change["ban_hanh_line"] = p(jc="center", extra=line(17))

    assert codes(dated(2025, **change)) == []


# -- components not every document has ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "mark", "good"),
    [
        ("KN-01", p("HỎA TỐC HẸN GIỜ", 13, b=True), p("HỎA TỐC", 13, b=True, color="FF0000")),
        ("KN-01", p("KHẨN", 11, b=True), p("KHẨN", 14, b=True)),
        ("LH-01", p("Lưu hành nội bộ", 13, b=True), p("LƯU HÀNH NỘI BỘ", 13, b=True)),
        ("MA-01", p("MẬT", 13, b=True) + p("TỐI MẬT", 13, b=True), p("MẬT", 13, b=True)),
        ("SA-01", p("SAO Y", 11, b=True), p("SAO Y", 13, b=True)),
        ("ST-01", "", ""),
    ],
)
def test_marks_of_the_head(code: str, mark: str, good: str):
    if code == "ST-01":
        wrong, right = (paper(luu=CLEAN["luu"] + p("PL.(300)", size)) for size in (13, 11))
    else:
        wrong, right = (paper(v_v=m) for m in (mark, good))

    assert (codes(wrong), codes(right)) == ([code], [])


def test_the_address_of_the_agency_stands_at_the_foot_of_page_one():
    address = p("Số 1, đường Hùng Vương; ĐT: 0205; Email: snv@langson.gov.vn", 11)
    first = '<w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="{}" r:id="rIdfooter1"/>'

    def with_footer(kind: str, text: str) -> bytes:
        return paper(sect=section(refs=first.format(kind)), parts={"footer1": text})

    assert codes(with_footer("first", address)) == []
    assert codes(with_footer("default", address)) == ["DC-01"]
    assert codes(with_footer("first", address.replace('w:val="22"', 'w:val="28"'))) == ["DC-01"]


# -- regimes that are left alone ----------------------------------------------------------------------


def _party() -> bytes:
    return package(
        table(
            (
                p("ĐẢNG BỘ TỈNH LẠNG SƠN", 14, jc="center")
                + p("HUYỆN ỦY BÌNH GIA", 14, b=True, jc="center")
                + p("*", jc="center")
                + p("Số 05-BC/HU", 14, jc="center"),
                p("ĐẢNG CỘNG SẢN VIỆT NAM", 15, b=True, jc="center")
                + p("Bình Gia, ngày 15 tháng 9 năm 2024", 14, i=True, jc="center"),
            ),
            widths=(4000, 5000),
        )
        + p("BÁO CÁO", 16, b=True, jc="center")
        + body("Thực hiện nhiệm vụ được giao.")
        + section()
    )


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (_party(), "văn bản của Đảng"),
        (
            paper(
                so=p("Số: 15/2024/QĐ-UBND", 13, jc="center"), ten_loai=p("QUYẾT ĐỊNH", b=True, jc="center")
            ),
            "quy phạm pháp luật",
        ),
        (
            paper(ten_loai=p("HỢP ĐỒNG", b=True, jc="center"), so=p("Số: 15/HĐ-SNV", 13, jc="center")),
            "hợp đồng",
        ),
        (package(p("Danh sách học sinh") + p("Lớp 5A") + section()), "không nhận ra"),
    ],
)
def test_other_regimes_give_one_remark_and_no_finding(document: bytes, words: str):
    found = lint(document)

    assert [(f.code, f.severity, words in f.message) for f in found] == [("RG-00", Severity.INFO, True)]


def test_an_administrative_document_with_a_year_in_its_number_is_still_checked():
    assert codes(paper(so=p("Số: 15/2024/BC-SNV", 13, jc="center"))) == ["SK-02"]
