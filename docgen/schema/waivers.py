"""Waivers (`bo_qua`): findings accepted on purpose, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.diagnostics import Diagnostic, Location, did_you_mean, warning
from docgen.values import Struct

UNUSED_WAIVER = "bo-qua-thua"
"""The code of the finding that a waiver matches nothing."""


class Waiver(Struct, frozen=True):
    """A finding's code, the reason why it stays ("" when none was given), and where this was typed."""

    code: str
    reason: str
    location: Location


def apply_waivers(diagnostics: Iterable[Diagnostic], waivers: Iterable[Waiver]) -> list[Diagnostic]:
    """`diagnostics` without those that are waived, and a finding for each waiver that waives nothing, is
    written twice, or gives no reason; without a reason nothing is waived.

    Pass findings about a file that could be read: a fault of reading is none a clerk may accept.
    """
    found = list(diagnostics)
    codes = {one.code for one in found}
    waived: set[str] = set()
    about: list[Diagnostic] = []
    for waiver in waivers:
        if waiver.code not in codes:
            near = did_you_mean(waiver.code, codes)
            message = f"bỏ qua “{waiver.code}” nhưng không có kết quả kiểm tra nào như vậy{near}"
            hint = "Xóa mục này, hoặc sửa cho đúng mã" if not near else "Sửa lại mã của mục này"
            about.append(warning(UNUSED_WAIVER, message, waiver.location, hint=hint))
        elif waiver.code in waived:
            about.append(
                warning(
                    UNUSED_WAIVER,
                    f"“{waiver.code}” đã được bỏ qua ở trên",
                    waiver.location,
                    hint="Xóa mục này",
                )
            )
        elif not waiver.reason:
            message = f"bỏ qua “{waiver.code}” nhưng không ghi lý do"
            about.append(warning("bo-qua-khong-ly-do", message, waiver.location, hint="Thêm ly_do: …"))
        else:
            waived.add(waiver.code)
    return [one for one in found if one.code not in waived] + about
