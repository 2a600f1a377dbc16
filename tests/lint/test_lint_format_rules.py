"""Every rule of sections 2 and 3: a document that breaks only it, and a near miss that breaks nothing."""

from __future__ import annotations

import pytest
from paper import CLEAN, body, field, line, p, paper, r, section, table, vml_line

from docgen.lint import lint
from docgen.lint.rules import RULES


def codes(document: bytes) -> list[str]:
    return sorted({finding.code for finding in lint(document)})


def centre(text: str, size: float = 14, **look) -> str:
    return p(text, size, jc="center", **look)


def long(
    text: str = "Đơn vị đã tổ chức thực hiện đầy đủ các nhiệm vụ được giao theo đúng chương trình",
) -> str:
    return (
        f"{text}, kế hoạch công tác năm và các quy định có liên quan của cấp có thẩm quyền trong kỳ báo cáo."
    )


_CONG_VAN = {
    "so": p("Số: 15/SNV-CCHC", 13, jc="center"),
    "v_v": p("V/v triển khai cải cách hành chính", 12, jc="center", before=120),
    "ten_loai": "",
    "trich_yeu": "",
    "trich_yeu_line": "",
}
_DECISION = {
    "chu_quan": p("UBND TỈNH LẠNG SƠN", 13, jc="center"),
    "so": p("Số: 15/QĐ-SNV", 13, jc="center"),
    "ten_loai": centre("QUYẾT ĐỊNH", b=True),
    "trich_yeu": centre("Về việc thành lập Tổ công tác cải cách hành chính", b=True),
    "kinh_gui": centre("GIÁM ĐỐC SỞ NỘI VỤ", b=True, before=120, after=120),
    "mo_dau": body(
        "Căn cứ Quyết định số 12/2024/QĐ-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh;", i=True
    )
    + body("Theo đề nghị của Trưởng phòng Cải cách hành chính.", i=True)
    + centre("QUYẾT ĐỊNH:", b=True, before=120, after=120),
    "muc_1": body("", runs=r("Điều 1. ", b=True) + r("Thành lập Tổ công tác.")),
    "khoan_1": "",
    "doan_1": body("", runs=r("Điều 2. ", b=True) + r("Quyết định có hiệu lực từ ngày ký.")),
    "diem": "",
    "muc_2": "",
    "doan_2": "",
    "ket": body("", runs=r("Điều 3. ", b=True) + r("Các đơn vị chịu trách nhiệm thi hành Quyết định này./.")),
    "nhan_1": p("- Như Điều 3;", 11),
}


def cong_van(**change: str) -> bytes:
    return paper(**{**_CONG_VAN, **change})


def decision(**change: str) -> bytes:
    return paper(**{**_DECISION, **change})


def regulation(text: str) -> bytes:
    """A báo cáo with a structure of chapters put into its body."""
    return paper(muc_1="", khoan_1="", doan_1=text, diem="", muc_2="", doan_2="")


def appendix(label: str = "", title: str = "", reference: str = "", more: str = "", **sect) -> dict[str, str]:
    first = p(size=2, ppr=section())
    text = (label or centre("Phụ lục", b=True)) + (title or centre("SỐ LIỆU CẢI CÁCH HÀNH CHÍNH", b=True))
    text += reference or centre(
        "(Kèm theo Báo cáo số 15/BC-SNV ngày 05 tháng 9 năm 2024 của Sở Nội vụ)", i=True
    )
    return {
        "phu_luc": first + text + more + p("Nội dung."),
        "sect": section(**{"start": 1, **sect}),
        "doan_2": body("Tiếp tục thực hiện các nhiệm vụ được giao (Phụ lục kèm theo)."),
    }


def two_pages(**change) -> bytes:
    return paper(after=body(long()) * 30, **change)


HEADER2 = '<w:headerReference w:type="first" r:id="rIdheader2"/>'
DEFAULT = '<w:headerReference w:type="default" r:id="rIdHeader"/>'

BREAKS: dict[str, list[bytes]] = {
    "PG-01": [paper(sect=section(w=12240, h=15840))],
    "PG-02": [
        paper(
            phu_luc=p(size=2, ppr=section()) + p("Trang ngang không có bảng."),
            sect=section(w=16838, h=11906, landscape=True),
        )
    ],
    "PG-03": [paper(sect=section(top=1000)), paper(sect=section(top=1500))],
    "PG-04": [paper(sect=section(bottom=850))],
    "PG-05": [paper(sect=section(left=1418))],
    "PG-06": [paper(sect=section(right=1304)), paper(sect=section(right=800))],
    "PG-08": [
        paper(doan_2=body("Tiếp tục thực hiện các nhiệm vụ được giao.", font="Arial")),
        paper(doan_2=body("Tiếp tục thực hiện các nhiệm vụ được giao.", font=".VnTime")),
        paper(doan_2=body("Tiếp tục thực hiện các nhiệm vụ đươ\u0323c giao.")),
    ],
    "PG-09": [
        paper(doan_2=body("Tiếp tục thực hiện các nhiệm vụ được giao.", color="FF0000")),
        paper(doan_2=body("Tiếp tục thực hiện.", more='<w:highlight w:val="yellow"/>')),
        paper(doan_2=body("Tiếp tục thực hiện {{ noi_dung }}.")),
    ],
    "PG-10": [
        two_pages(sect=section(refs="")),
        paper(header=p(jc="center", runs=field(size=11))),
        paper(header=p(jc="center", runs=field(i=True))),
        paper(header=p(jc="center", runs=r("Trang ") + field())),
        paper(sect=section(start=3)),
    ],
    "PG-11": [
        paper(header=p(jc="right", runs=field())),
        two_pages(
            sect=section(refs='<w:footerReference w:type="default" r:id="rIdfooter1"/>'),
            parts={"footer1": p(jc="center", runs=field())},
        ),
    ],
    "PG-12": [
        two_pages(sect=section(title=False)),
        two_pages(sect=section(refs=DEFAULT + HEADER2), parts={"header2": p(jc="center", runs=field())}),
    ],
    "PG-13": [paper(**appendix(start=None))],
    "PG-14": [paper(**{**appendix(), "sect": section(start=1, title=False)})],
    "QH-01": [
        paper(quoc_hieu=""),
        paper(quoc_hieu=p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, jc="center")),
        paper(quoc_hieu=p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 14, b=True, jc="center")),
        paper(quoc_hieu=p("Cộng hòa xã hội chủ nghĩa Việt Nam", 13, b=True, jc="center")),
        paper(quoc_hieu=p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM", 13, b=True, jc="center")),
        paper(
            head=table(
                (
                    CLEAN["chu_quan"] + CLEAN["ban_hanh"] + CLEAN["ban_hanh_line"],
                    CLEAN["quoc_hieu"] + CLEAN["tieu_ngu"] + CLEAN["tieu_ngu_line"],
                ),
                (CLEAN["so"], CLEAN["ngay"]),
                widths=(4671, 4400),
            )
        ),
    ],
    "TN-01": [
        paper(tieu_ngu=p("Độc lập – Tự do – Hạnh phúc", 14, b=True, jc="center")),
        paper(tieu_ngu=p("Độc lập - Tự Do - Hạnh Phúc", 14, b=True, jc="center")),
        paper(
            tieu_ngu=p("Độc lập-Tự do-Hạnh phúc", 14, b=True, jc="center"), tieu_ngu_line=p(extra=line(59, 2))
        ),
        paper(
            tieu_ngu=p("Độc lập - Tự do - Hạnh phúc", 12, b=True, jc="center"),
            tieu_ngu_line=p(extra=line(51.8, 2)),
        ),
        paper(tieu_ngu=""),
    ],
    "TN-02": [
        paper(tieu_ngu_line=p()),
        paper(tieu_ngu_line=p(extra=line(30, 2))),
        paper(
            tieu_ngu=p("Độc lập - Tự do - Hạnh phúc", 14, b=True, jc="center", more='<w:u w:val="single"/>'),
            tieu_ngu_line="",
        ),
        paper(tieu_ngu_line=p("_______________", jc="center")),
    ],
    "CQ-01": [
        paper(chu_quan=p("UBND TỈNH LẠNG SƠN", 13, b=True, jc="center")),
        paper(chu_quan=p("UBND TỈNH LẠNG SƠN", 14, jc="center")),
        paper(chu_quan=p("UBND tỉnh Lạng Sơn", 13, jc="center")),
    ],
    "CQ-02": [
        paper(chu_quan="", ban_hanh=p("SỞ NỘI VỤ", 13, jc="center")),
        paper(ban_hanh=p("SỞ NỘI VỤ", 14, b=True, jc="center")),
        paper(
            chu_quan="",
            ban_hanh=p("UBND TỈNH LẠNG SƠN", 13, b=True, jc="center"),
            ban_hanh_line=p(jc="center", extra=line(22)),
        ),
    ],
    "CQ-03": [
        paper(ban_hanh_line=p()),
        paper(ban_hanh_line=p(jc="center", extra=line(28))),
        paper(ban_hanh_line=p("-------", 13, jc="center")),
    ],
    "SK-01": [
        paper(so=p("Số: 5/BC-SNV", 13, jc="center")),
        paper(so=p("Số : 15/BC-SNV", 13, jc="center")),
        paper(so=p("Số 15/BC-SNV", 13, jc="center")),
        paper(so=p("Số: 15/BC-SNV", 14, jc="center")),
        paper(so=p("Số: 15/BC-SNV", 13, b=True, jc="center")),
    ],
    "SK-02": [
        paper(so=p("Số: 15/KH-SNV", 13, jc="center")),
        paper(so=p("Số: 15 /BC-SNV", 13, jc="center")),
        paper(so=p("Số: 15/BC - SNV", 13, jc="center")),
        paper(so=p("Số: 15/2024/BC-SNV", 13, jc="center")),
    ],
    "SK-03": [
        cong_van(so=p("Số: 15/CV-SNV", 13, jc="center")),
        cong_van(so=p("Số: 15/BC-SNV", 13, jc="center")),
        cong_van(so=p("Số: 15/SNV", 13, jc="center")),
    ],
    "DD-01": [
        paper(ngay=p("Lạng Sơn, ngày 5 tháng 10 năm 2024", 14, i=True, jc="center")),
        paper(ngay=p("Lạng Sơn, ngày 15 tháng 1 năm 2025", 14, i=True, jc="center")),
        paper(ngay=p("Lạng Sơn, ngày 15 tháng 09 năm 2024", 14, i=True, jc="center")),
        paper(ngay=p("Lạng Sơn ngày 15 tháng 9 năm 2024", 14, i=True, jc="center")),
        paper(ngay=p("Lạng Sơn, ngày 15 tháng 9 năm 2024", 14, jc="center")),
        paper(ngay=p("Lạng Sơn, ngày     tháng     năm 20…", 14, i=True, jc="center")),
    ],
    "DD-02": [paper(ngay=p("TP. Lạng Sơn, ngày 15 tháng 9 năm 2024", 14, i=True, jc="center"))],
    "TL-01": [
        paper(ten_loai=centre("BÁO CÁO", 16, b=True)),
        paper(ten_loai=centre("BÁO CÁO")),
    ],
    "TY-01": [
        paper(trich_yeu=centre("Công tác cải cách hành chính quý III năm 2024")),
        paper(trich_yeu=centre("Công tác cải cách hành chính quý III năm 2024", b=True, i=True)),
        paper(trich_yeu=centre("V/v công tác cải cách hành chính quý III năm 2024", b=True)),
        paper(trich_yeu=centre("Công tác cải cách hành chính quý III năm 2024.", b=True)),
        paper(
            trich_yeu=centre("CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2024", b=True),
            trich_yeu_line=p(jc="center", extra=line(60, 3)),
        ),
    ],
    "TY-02": [paper(trich_yeu_line=p()), paper(trich_yeu_line=p(jc="center", extra=line(100, 3)))],
    "TY-03": [
        cong_van(v_v=p("V/v triển khai cải cách hành chính", 14, jc="center", before=120)),
        cong_van(v_v=p("V/v triển khai cải cách hành chính", 12, i=True, jc="center", before=120)),
        cong_van(v_v=p("V/v triển khai cải cách hành chính", 12, jc="center")),
        cong_van(v_v=p("Về việc triển khai cải cách hành chính", 12, jc="center", before=120)),
    ],
    "KG-01": [
        cong_van(kinh_gui="", nhan_1=p("- Các sở, ban, ngành;", 11)),
        paper(kinh_gui="", nhan_1=p("- UBND tỉnh (để báo cáo);", 11)),
    ],
    "KG-02": [
        paper(kinh_gui=centre("Kính gửi: Ủy ban nhân dân tỉnh Lạng Sơn", b=True)),
        paper(kinh_gui=centre("Kính gửi Ủy ban nhân dân tỉnh Lạng Sơn")),
    ],
    "KG-03": [
        paper(
            kinh_gui=p("Kính gửi:", left=1700)
            + p("- Bộ Nội vụ", left=2700)
            + p("- Ủy ban nhân dân tỉnh.", left=2700)
        ),
        paper(kinh_gui=p("Kính gửi: - Bộ Nội vụ;", left=1700) + p("- Ủy ban nhân dân tỉnh.", left=2700)),
        paper(kinh_gui=centre("Kính gửi: Bộ Nội vụ; Ủy ban nhân dân tỉnh Lạng Sơn")),
    ],
    "CC-01": [
        decision(mo_dau=_DECISION["mo_dau"].replace("<w:i/>", "")),
        decision(mo_dau=_DECISION["mo_dau"].replace("tỉnh;", "tỉnh,")),
        decision(mo_dau=_DECISION["mo_dau"].replace("chính.", "chính,")),
    ],
    "CC-02": [decision(mo_dau=_DECISION["mo_dau"].replace(" ngày 05 tháng 3 năm 2024", ""))],
    "TQ-01": [
        decision(kinh_gui=""),
        decision(kinh_gui=centre("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", b=True)),
    ],
    "TQ-02": [decision(mo_dau=_DECISION["mo_dau"].replace("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"))],
    "ND-01": [
        paper(
            doan_1=body(long(), 12),
            muc_1="",
            khoan_1="",
            diem="",
            muc_2="",
            mo_dau=body(long(), 12),
            doan_2="",
            ket=body("Sở Nội vụ kính báo cáo./.", 12),
        ),
        paper(doan_1=body(long(), 13)),
    ],
    "ND-02": [paper(doan_1=body(long(), jc="left"))],
    "ND-03": [
        paper(doan_1=body(long(), first=850)),
        paper(doan_1=body(long(), first=0)),
        paper(doan_1=body("\t" + long(), first=0)),
    ],
    "ND-04": [
        paper(doan_1=body(long(), after=60)),
        paper(after=p() + body(long())),
        paper(after=body(long(), ppr="<w:contextualSpacing/>") + body(long())),
    ],
    "ND-05": [
        paper(doan_1=body(long(), line=432)),
        paper(doan_1=body(long(), line=280, rule="exact")),
    ],
    "ND-06": [paper(ket=body("Sở Nội vụ kính báo cáo.")), paper(doan_1=body("Đã thực hiện xong./."))],
    "PH-00": [regulation(centre("Chương I", b=True, after=120) + body(long()))],
    "PH-01": [
        regulation(
            centre("Chương 1", b=True, after=120) + centre("QUY ĐỊNH CHUNG", b=True, after=120) + body(long())
        ),
        regulation(
            centre("CHƯƠNG I", b=True, after=120) + centre("QUY ĐỊNH CHUNG", b=True, after=120) + body(long())
        ),
    ],
    "PH-02": [
        regulation(
            centre("Chương I", b=True, after=120) + centre("Quy định chung", b=True, after=120) + body(long())
        )
    ],
    "PH-03": [
        regulation(
            centre("Mục I", b=True, after=120) + centre("QUY ĐỊNH CHUNG", b=True, after=120) + body(long())
        )
    ],
    "PH-04": [
        regulation(centre("Mục 1", b=True, after=120) + centre("QUY ĐỊNH CHUNG", after=120) + body(long()))
    ],
    "PH-05": [
        decision(doan_1=body("", runs=r("Điều 2: ", b=True) + r("Quyết định có hiệu lực từ ngày ký."))),
        decision(doan_1=body("Điều 2. Quyết định có hiệu lực từ ngày ký.")),
        decision(doan_1=""),
    ],
    "PH-06": [paper(khoan_1=body("1. " + long() + " " + long(), b=True))],
    "PH-07": [paper(khoan_1=body("1. Cải cách thể chế"))],
    "PH-08": [
        paper(
            diem=body("a) Một là.")
            + body("b) Hai là.")
            + body("c) Ba là.")
            + body("d) Bốn là.")
            + body("e) Năm là.")
        ),
        paper(diem=body("f) Một là.")),
    ],
    "PH-09": [
        paper(muc_2=body("II. Phương hướng, nhiệm vụ", b=True)),
        paper(muc_2=body("II. PHƯƠNG HƯỚNG, NHIỆM VỤ")),
    ],
    "PH-10": [
        paper(khoan_1=body("1.1. Cải cách thể chế", b=True)),
        paper(khoan_1=body("1/ Cải cách thể chế", b=True)),
        paper(muc_2=body("II - PHƯƠNG HƯỚNG, NHIỆM VỤ", b=True)),
        paper(diem=body("a. Về xây dựng văn bản.")),
    ],
    "BG-01": [
        paper(after=table((p("STT"), p("Nội dung")), widths=(1000, 9500), borders=True) + body(long()))
    ],
    "KY-01": [
        paper(quyen_han=centre("KT/ GIÁM ĐỐC", b=True) + centre("PHÓ GIÁM ĐỐC", b=True)),
        paper(quyen_han=centre("KT. GIÁM ĐỐC") + centre("PHÓ GIÁM ĐỐC", b=True)),
    ],
    "KY-02": [
        paper(quyen_han=centre("GIÁM ĐỐC")),
        paper(quyen_han=centre("KT. GIÁM ĐỐC", b=True) + centre("PHÓ GIÁM ĐỐC", 12, b=True)),
    ],
    "KY-03": [
        paper(ho_ten=centre("TS. Nguyễn Văn An", b=True)),
        paper(ho_ten=centre("NGUYỄN VĂN AN", b=True)),
        paper(ho_ten=centre("Nguyễn văn An", b=True)),
        paper(ho_ten=centre("Nguyễn Văn An")),
    ],
    "KY-04": [
        paper(
            ban_hanh=p("BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH", 13, b=True, jc="center"),
            ban_hanh_line=p(jc="center", extra=line(38)),
            so=p("Số: 15/BC-BCĐ", 13, jc="center"),
            quyen_han=centre("TM. BAN CHỈ ĐẠO", b=True) + centre("TRƯỞNG BAN", b=True),
        ),
    ],
    "KY-05": [paper(chu_ky="")],
    "KY-06": [
        paper(quyen_han=centre("PHÓ GIÁM ĐỐC", b=True)),
        paper(quyen_han=centre("KT. GIÁM ĐỐC", b=True) + centre("CHÁNH VĂN PHÒNG", b=True)),
        paper(quyen_han=centre("TM. SỞ NỘI VỤ", b=True) + centre("GIÁM ĐỐC", b=True)),
    ],
    "NN-01": [
        paper(noi_nhan=p("Nơi nhận:", 14, b=True, i=True)),
        paper(noi_nhan=p("Nơi nhận:", 12, b=True)),
        paper(noi_nhan=p("Nơi nhận", 12, b=True, i=True)),
        paper(noi_nhan=p("Nơi nhận:", 12, b=True, i=True, more='<w:u w:val="single"/>')),
    ],
    "NN-02": [
        paper(nhan_2=p("- Lãnh đạo Sở;", 12)),
        paper(nhan_2=p("- Lãnh đạo Sở;", 11, i=True)),
        paper(nhan_2=p("- Lãnh đạo Sở", 11)),
        paper(nhan_2=p("-Lãnh đạo Sở;", 11)),
    ],
    "NN-03": [paper(nhan_1=p("- Ủy ban nhân dân tỉnh;", 11)), paper(kinh_gui="")],
    "NN-04": [
        paper(luu=p("- Lưu: VT, CCHC", 11)),
        paper(luu=p("- Lưu VT, CCHC.", 11)),
        paper(luu=p("- Lưu: VT, CCHC;", 11)),
        paper(luu=""),
    ],
    "PL-01": [paper(**{**appendix(), "doan_2": CLEAN["doan_2"]})],
    "PL-02": [
        paper(**appendix(label=centre("PHỤ LỤC", b=True))),
        paper(**appendix(label=centre("Phụ lục 1", b=True))),
        paper(**appendix(label=centre("Phụ lục", 13, b=True))),
        paper(**appendix(label=centre("Phụ lục"))),
    ],
    "PL-03": [
        paper(**appendix(title=centre("Số liệu cải cách hành chính", b=True))),
        paper(**appendix(title=centre("SỐ LIỆU CẢI CÁCH HÀNH CHÍNH", 16, b=True))),
    ],
    "PL-04": [
        paper(**appendix(reference=" ")),
        paper(**appendix(reference=centre("(Kèm theo Báo cáo số 15/BC-SNV ngày 05 tháng 9 năm 2024)"))),
        paper(**appendix(reference=centre("Kèm theo Báo cáo số 15/BC-SNV ngày 05 tháng 9 năm 2024", i=True))),
    ],
    "SO-06": [paper(diem=body("– Một là, bảo đảm tiến độ."))],
}

NEAR: dict[str, bytes] = {
    "a draft with blank number and date": paper(
        so=p("Số:        /BC-SNV", 13, jc="center"),
        ngay=p("Lạng Sơn, ngày     tháng     năm 2024", 14, i=True, jc="center"),
    ),
    "the other tone placement": paper(
        quoc_hieu=p("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, b=True, jc="center")
    ),
    "sizes 12 and 13 in the head": paper(
        chu_quan=p("UBND TỈNH LẠNG SƠN", 12, jc="center"),
        ban_hanh=p("SỞ NỘI VỤ", 12, b=True, jc="center"),
        ban_hanh_line=p(jc="center", extra=line(10)),
        quoc_hieu=p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, b=True, jc="center"),
        tieu_ngu=p("Độc lập - Tự do - Hạnh phúc", 13, b=True, jc="center"),
        tieu_ngu_line=p(jc="center", extra=line(56, 2)),
    ),
    "margins rounded by Word": paper(sect=section(left=1984, right=851, top=1417, bottom=1134)),
    "a line drawn in VML": paper(tieu_ngu_line=p(jc="center", extra=vml_line(171))),
    "a line as a border of a narrow paragraph": paper(
        tieu_ngu_line=p(
            jc="center",
            left=1125,
            ppr='<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>',
        ).replace('w:firstLine="0"', 'w:right="1125"')
    ),
    "the lines anchored in another cell": paper(
        so=p("Số: 15/BC-SNV", 13, jc="center", extra=line(60.4, 8) + line(12, 9)),
        tieu_ngu_line=p(),
        ban_hanh_line=p(),
    ),
    "a công văn": cong_van(),
    "a quyết định": decision(),
    "several addressees": paper(
        kinh_gui=p("Kính gửi:", left=1700)
        + p("- Bộ Nội vụ;", left=2700)
        + p("- Ủy ban nhân dân tỉnh.", left=2700, after=120)
    ),
    "an indent of 1 cm": paper(doan_1=body(long(), first=567)),
    "a line spacing of 1.5 and of exactly 18 pt": paper(
        doan_1=body(long(), line=360), doan_2=body(long(), line=360, rule="exact")
    ),
    "a hyphen list and a numbered list": paper(
        diem=body("- Một là, bảo đảm tiến độ;") + body("- Hai là, bảo đảm chất lượng.")
    ),
    "symbols from another typeface": paper(
        diem=p(jc="both", first=720, after=120, runs=r("\uf0fe", font="Wingdings") + r(" Đạt."))
    ),
    "colour that is black": paper(doan_2=body("Tiếp tục thực hiện các nhiệm vụ được giao.", color="000000")),
    "a deputy signing": paper(quyen_han=centre("KT. GIÁM ĐỐC", b=True) + centre("PHÓ GIÁM ĐỐC", b=True)),
    "a chairman signing for the people's committee": paper(
        chu_quan="",
        ban_hanh=p("ỦY BAN NHÂN DÂN", 13, b=True, jc="center") + p("XÃ BÌNH GIA", 13, b=True, jc="center"),
        ban_hanh_line=p(jc="center", extra=line(12)),
        so=p("Số: 15/BC-UBND", 13, jc="center"),
        ngay=p("Bình Gia, ngày 15 tháng 9 năm 2025", 14, i=True, jc="center"),
        trich_yeu=centre("Công tác cải cách hành chính quý III năm 2025", b=True),
        mo_dau=body("Ủy ban nhân dân xã báo cáo kết quả công tác cải cách hành chính quý III năm 2025."),
        ket=body("Trên đây là báo cáo quý III năm 2025 của Ủy ban nhân dân xã./."),
        quyen_han=centre("TM. ỦY BAN NHÂN DÂN", b=True) + centre("CHỦ TỊCH", b=True),
    ),
    "an appendix": paper(**appendix()),
    "a wide appendix in landscape": paper(
        **appendix(
            w=16838,
            h=11906,
            landscape=True,
            more=table((p("STT"), p("Tên")), widths=(900, 9000), borders=True),
        )
    ),
    "a document of two pages": two_pages(),
    "chapters and articles": regulation(
        centre("Chương I", b=True, after=120)
        + centre("QUY ĐỊNH CHUNG", b=True, after=120)
        + body("Điều 1. Phạm vi điều chỉnh", b=True)
        + body(long())
        + body("Điều 2. Đối tượng áp dụng", b=True)
        + body(long())
    ),
    "a long công văn list after đ": paper(
        diem="".join(body(f"{c}) Nội dung.") for c in "abcdđeghiklmnopqrstuvxy")
    ),
    "a ruled table in the text": paper(
        after=table(
            (p("STT"), p("Nội dung")), (p("1"), p("Một")), widths=(1000, 7000), borders=True, header=True
        )
        + body(long())
    ),
}


def test_the_clean_document_has_no_finding():
    assert lint(paper()) == []


@pytest.mark.parametrize(
    ("code", "document"),
    [(c, d) for c, ds in BREAKS.items() for d in ds],
    ids=[f"{c}-{n}" for c, ds in BREAKS.items() for n in range(len(ds))],
)
def test_a_document_that_breaks_one_rule_gets_that_code_only(code: str, document: bytes):
    assert codes(document) == [code]


@pytest.mark.parametrize("name", NEAR)
def test_a_near_miss_has_no_finding(name: str):
    assert [(f.code, f.message) for f in lint(NEAR[name])] == []


def test_pages_that_word_has_noted_count_as_pages():
    mark = '<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve"> Tiếp.</w:t></w:r>'
    short = paper(
        sect=section(refs=""),
        doan_2=body(
            "Tiếp tục thực hiện.", extra=mark.replace("<w:r>", '<w:r><w:rPr><w:sz w:val="28"/></w:rPr>')
        ),
    )

    assert (codes(paper(sect=section(refs=""))), codes(short)) == ([], ["PG-10"])


def test_codes_are_unique_and_every_rule_names_its_clause_and_limits():
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES if not (rule.clause and rule.allowed and rule.title)] == []
