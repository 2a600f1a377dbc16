"""Every rule there is, in reading order: families in the order of the decree."""

from __future__ import annotations

from docgen.lint import (
    appendix,
    bases,
    body,
    capitals,
    citations,
    head,
    number,
    optional,
    page,
    page_number,
    periods,
    recipients,
    signature,
    structure,
    title,
    transition,
)
from docgen.lint.core import Rule

FAMILIES = (
    ("Trang giấy, lề, phông chữ, màu", page),
    ("Số trang", page_number),
    ("Quốc hiệu, Tiêu ngữ, cơ quan, địa danh và thời gian", head),
    ("Số, ký hiệu", number),
    ("Tên loại, trích yếu, Kính gửi", title),
    ("Căn cứ, thẩm quyền ban hành", bases),
    ("Lời văn", body),
    ("Phần, chương, mục, điều, khoản, điểm", structure),
    ("Chữ ký", signature),
    ("Nơi nhận", recipients),
    ("Thành phần khác", optional),
    ("Phụ lục", appendix),
    ("Viện dẫn, số và ngày tháng trong lời văn", citations),
    ("Viết hoa", capitals),
    ("Kỳ báo cáo", periods),
    ("Chính quyền hai cấp, tên tỉnh và bộ sau năm 2025", transition),
)
"""Families in reading order: their heading, their module with its RULES."""

RULES: tuple[Rule, ...] = tuple(rule for _, family in FAMILIES for rule in family.RULES)
