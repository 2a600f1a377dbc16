"""The figures of Phụ lục I Nghị định 30/2020/NĐ-CP (mm, points). An agency's configuration may set other
values for any of them."""

from __future__ import annotations

from docgen.values import Struct

Range = tuple[float, float]


class Limits(Struct, frozen=True):
    """Allowed ranges, both ends included. Sizes are in points, margins and indents in mm, gaps in
    points, line spacing in multiples of single."""

    kho_giay: Range = (210.0, 297.0)
    le_tren: Range = (20.0, 25.0)
    le_duoi: Range = (20.0, 25.0)
    le_trai: Range = (30.0, 35.0)
    le_phai: Range = (15.0, 20.0)
    phong_chu: str = "Times New Roman"
    so_trang: Range = (13.0, 14.0)
    quoc_hieu: Range = (12.0, 13.0)
    tieu_ngu: Range = (13.0, 14.0)
    co_quan: Range = (12.0, 13.0)
    so_ky_hieu: Range = (13.0, 13.0)
    dia_danh_ngay: Range = (13.0, 14.0)
    ten_loai: Range = (13.0, 14.0)
    trich_yeu: Range = (13.0, 14.0)
    trich_yeu_cong_van: Range = (12.0, 13.0)
    kinh_gui: Range = (13.0, 14.0)
    loi_van: Range = (13.0, 14.0)
    thut_dau_dong: tuple[float, ...] = (10.0, 12.7)
    cach_doan: float = 6.0
    cach_dong: Range = (1.0, 1.5)
    chu_ky: Range = (13.0, 14.0)
    noi_nhan: Range = (12.0, 12.0)
    noi_nhan_muc: Range = (11.0, 11.0)
    phu_luc: Range = (14.0, 14.0)
    phu_luc_tieu_de: Range = (13.0, 14.0)
    ke_tieu_ngu: Range = (0.9, 1.1)
    ke_ngan: Range = (0.30, 0.55)
    dia_danh: tuple[str, ...] = ()
    ky_hieu_co_quan: tuple[str, ...] = ()


MARGIN_TOLERANCE_MM = 0.5  # Word stores whole twips and rounds what is typed in cm
PAPER_TOLERANCE_MM = 1.06  # 60 twips
SIZE_TOLERANCE_PT = 0.05
SINGLE = 1.15  # Times New Roman's single line spacing, in multiples of the size
