"""Which component of the decree each paragraph belongs to, to say where a difference stands."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.view.components import Components, Piece, recognise
from docgen.view.model import DocView


def roles(view: DocView) -> dict[tuple[str, int], str]:
    """The name of the component of each paragraph that is one, by part and number."""
    found = recognise(view)
    named: dict[tuple[str, int], str] = {}
    for role, pieces in _components(found):
        for piece in pieces:
            if piece is not None:
                named.setdefault((piece.paragraph.part, piece.paragraph.index), role)
    return named


def _components(found: Components) -> Iterable[tuple[str, Iterable[Piece | None]]]:
    head, title, foot = found.head, found.title, found.foot
    yield "Quốc hiệu", (head.quoc_hieu, head.quoc_hieu_rest)
    yield "Tiêu ngữ", (head.tieu_ngu,)
    yield "cơ quan chủ quản", head.chu_quan
    yield "cơ quan ban hành", head.ban_hanh
    yield "số, ký hiệu", (head.so_ky_hieu,)
    yield "địa danh và ngày tháng", (head.dia_danh_ngay,)
    yield "trích yếu", head.trich_yeu_cong_van
    yield "tên loại", (title.ten_loai,)
    yield "trích yếu", title.trich_yeu
    yield "Kính gửi", (title.kinh_gui, *title.kinh_gui_items)
    yield "thẩm quyền ban hành", title.tham_quyen
    yield "Nơi nhận", (foot.noi_nhan, *foot.items, *foot.after_items)
    yield "quyền hạn, chức vụ người ký", (*foot.titles, *foot.other_titles)
    yield "họ tên người ký", (foot.ho_ten,)
    for appendix in found.appendices:
        yield "nhãn phụ lục", (appendix.label,)
        yield "tên phụ lục", appendix.title
        yield "dòng kèm theo của phụ lục", (appendix.reference,)
