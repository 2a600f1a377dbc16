"""The shared parts (templates/phan/<name>.docx): what several templates print stands here once.

Each function is one part; the clause it follows is in Phụ lục I, Phần I of NĐ 30/2020, the form in
Phụ lục III. A part may include others, in a cell too.
"""

from __future__ import annotations

from docgen.word import roles
from docgen.word.starter.blocks import (
    LEFT_COLUMN_MM,
    RIGHT_COLUMN_MM,
    cell,
    control,
    each,
    frame,
    include,
    p,
    row,
    when,
)

TEXT = "Nội dung"


def _issuer() -> str:
    """Names of the superior and of the issuing body (mục II.2)."""
    return each("dong", "co_quan_chu_quan", p(roles.CO_QUAN_CHU_QUAN, "{{ dong }}")) + each(
        "dong", "co_quan", p(roles.CO_QUAN, "{{ dong.chu }}", "{{r dong.ke }}")
    )


def _nation() -> str:
    """Quốc hiệu and Tiêu ngữ (mục II.1)."""
    return p(roles.QUOC_HIEU, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p(
        roles.TIEU_NGU, "Độc lập - Tự do - Hạnh phúc", "{{r ke.tieu_ngu }}"
    )


def _number() -> str:
    """Number and symbol, V/v of a công văn, mark of a draft (mục II.3, II.5.b)."""
    return (
        p(roles.SO_KY_HIEU, "Số: {{ so }}/{{ ky_hieu }}")
        + when("not ten_loai", each("dong", "trich_yeu", p(roles.TRICH_YEU_CONG_VAN, "{{r dong.chu }}")))
        + when("du_thao", p(roles.DU_THAO, "DỰ THẢO"))
    )


def _head() -> str:
    """The head of a document: names, number; Quốc hiệu, place and date."""
    return _head_with(p(roles.DIA_DANH, "{{ dia_danh_ngay }}"))


def _minutes_head() -> str:
    """The head of a biên bản, which has no place and date (mẫu 1.9)."""
    return _head_with(p(roles.DIA_DANH))


def _head_with(date: str) -> str:
    return frame(
        LEFT_COLUMN_MM,
        RIGHT_COLUMN_MM,
        row(cell(LEFT_COLUMN_MM, include("ten-co-quan")), cell(RIGHT_COLUMN_MM, include("quoc-hieu"))),
        row(cell(LEFT_COLUMN_MM, include("so-ky-hieu")), cell(RIGHT_COLUMN_MM, date)),
    )


def _type_and_title() -> str:
    """Tên loại, trích yếu with its line (mục II.5.a)."""
    return p(roles.TEN_LOAI, "{{ ten_loai }}") + each(
        "dong", "trich_yeu", p(roles.TRICH_YEU, "{{r dong.chu }}", "{{r dong.ke }}")
    )


def _addressees() -> str:
    """Kính gửi: one on the line, several below it with dashes (mục II.9.a)."""
    return (
        control("{%p if kinh_gui | length == 1 %}")
        + p(roles.KINH_GUI, "Kính gửi: {{ kinh_gui[0] }}")
        + control("{%p elif kinh_gui %}")
        + p(roles.KINH_GUI_NHIEU, "Kính gửi:")
        + each("noi", "kinh_gui", p(roles.KINH_GUI_DANH_SACH, '- {{ noi }}{{ "." if loop.last else ";" }}'))
        + control("{%p endif %}")
    )


def _competence() -> str:
    """Who decides (mẫu 1.1-1.3)."""
    return p(roles.THAM_QUYEN, "{{ tham_quyen }}")


def _bases() -> str:
    """Căn cứ ban hành: italic, each on its own line with ";", the last with "." (mục II.6.b)."""
    return each("dong", "can_cu", p(roles.CAN_CU, '{{ dong }}{{ "." if loop.last else ";" }}'))


def _invitation() -> str:
    """Who is invited to what, where and when (mẫu 1.7)."""
    return (
        control("{%p if kinh_moi | length == 1 %}")
        + p(TEXT, "{{ ten_co_quan }} trân trọng kính mời: {{ kinh_moi[0] }}")
        + control("{%p else %}")
        + p(TEXT, "{{ ten_co_quan }} trân trọng kính mời:", keep=True)
        + each("noi", "kinh_moi", p("Nội dung - gạch đầu dòng", '- {{ noi }}{{ "." if loop.last else ";" }}'))
        + control("{%p endif %}")
        + p(TEXT, "Tới dự {{ toi_du }}.")
        + when("chu_tri", p(TEXT, "Chủ trì: {{ chu_tri }}."))
        + p(TEXT, "Thời gian: {{ thoi_gian }}.")
        + p(TEXT, 'Địa điểm: {{ dia_diem }}{{ "." if noi_dung else "./." }}', keep=True)
    )


def _minutes_start() -> str:
    """Time, place, who was there, who led and who wrote (mẫu 1.9)."""
    return (
        p(TEXT, "Thời gian bắt đầu: {{ bat_dau }}.")
        + p(TEXT, "Địa điểm: {{ dia_diem }}.")
        + control("{%p if thanh_phan | length == 1 %}")
        + p(TEXT, "Thành phần tham dự: {{ thanh_phan[0] }}.")
        + control("{%p else %}")
        + p(TEXT, "Thành phần tham dự:", keep=True)
        + each(
            "nguoi",
            "thanh_phan",
            p("Nội dung - gạch đầu dòng", '- {{ nguoi }}{{ "." if loop.last else ";" }}'),
        )
        + control("{%p endif %}")
        + p(TEXT, "Chủ trì (chủ tọa): {{ chu_tri }}.")
        + p(TEXT, "Thư ký (người ghi biên bản): {{ thu_ky }}.")
        + p(TEXT, "Nội dung (theo diễn biến {{ cuoc_hop | lower }}):", keep=True)
    )


def _minutes_end() -> str:
    """When it ended (mẫu 1.9)."""
    return p(TEXT, "{{ cuoc_hop }} kết thúc vào {{ ket_thuc }}./.", keep=True)


def _recipients() -> str:
    """Nơi nhận (mục II.9.b)."""
    return (
        p(roles.NOI_NHAN, "Nơi nhận:")
        + each("noi", "noi_nhan", p(roles.NOI_NHAN_DANH_SACH, "- {{ noi }};"))
        + p(roles.NOI_NHAN_DANH_SACH, "- Lưu: {{ luu }}.")
    )


def _foot() -> str:
    """Nơi nhận on the left, signature on the right (mục II.7, II.9.b)."""
    signature = each("dong", "nguoi_ky.quyen_han", p(roles.QUYEN_HAN, "{{ dong }}")) + p(
        roles.HO_TEN, "{{ nguoi_ky.ho_ten }}"
    )
    return frame(75, 90, row(cell(75, include("noi-nhan")), cell(90, signature)))


def _minutes_foot() -> str:
    """The secretary on the left, the chair on the right; Nơi nhận below (mẫu 1.9)."""
    secretary = p(roles.QUYEN_HAN, "THƯ KÝ") + p(roles.HO_TEN, "{{ ho_ten_thu_ky }}")
    chair = p(roles.QUYEN_HAN, "CHỦ TỌA") + p(roles.HO_TEN, "{{ ho_ten_chu_tri }}")
    return frame(
        75,
        90,
        row(cell(75, secretary), cell(90, chair)),
        row(cell(75, include("noi-nhan")), cell(90, p("Normal"))),
    )


def _appendices() -> str:
    """One section for each appendix (mục III.1)."""
    return each(
        "pl",
        "phu_luc",
        p(roles.SECTION_BREAK, "{{p pl.sang_trang }}"),
        p(roles.PHU_LUC, "{{ pl.nhan }}"),
        each("dong", "pl.tieu_de", p(roles.TEN_PHU_LUC, "{{r dong }}")),
        each("dong", "pl.ghi_chu", p(roles.GHI_CHU_PHU_LUC, "{{r dong }}")),
        when("pl.kem_theo", p(roles.KEM_THEO, "({{ pl.kem_theo }})", "{{r pl.ke }}")),
        p(TEXT, "{{p pl.noi_dung }}"),
    )


PARTS = {
    "ten-co-quan": _issuer,
    "quoc-hieu": _nation,
    "so-ky-hieu": _number,
    "dau-van-ban": _head,
    "dau-bien-ban": _minutes_head,
    "ten-loai-trich-yeu": _type_and_title,
    "kinh-gui": _addressees,
    "tham-quyen": _competence,
    "can-cu": _bases,
    "moi-hop": _invitation,
    "mo-dau-bien-ban": _minutes_start,
    "ket-thuc-bien-ban": _minutes_end,
    "noi-nhan": _recipients,
    "noi-nhan-ky-ten": _foot,
    "ky-bien-ban": _minutes_foot,
    "phu-luc": _appendices,
}
"""Every part by name, in the order in which they stand in a document."""
