"""What tests of several folders share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen import model

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The reference material beside the repository; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the reference material ../shared is not on this machine")
    return SHARED


@pytest.fixture
def document() -> Callable[..., model.Document]:
    """Makes a short report; keyword arguments replace its fields."""

    def make(**changes: Any) -> model.Document:
        fields: dict[str, Any] = {
            "doc_type": "bao-cao",
            "level": "xa",
            "parent": (),
            "issuer": "Ủy ban nhân dân xã An Hòa",
            "number": "05",
            "symbol": "BC-UBND",
            "date_line": "An Hòa, ngày 05 tháng 01 năm 2026",
            "type_name": "Báo cáo",
            "title": ((model.Run("Công tác cải cách hành chính năm 2025"),),),
            "addressees": (),
            "body": (model.Paragraph((model.Run("Nội dung báo cáo./."),)),),
            "appendices": (),
            "recipients": ("Sở Nội vụ",),
            "archive": "VT",
            "signature": model.Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn A"),
        }
        return model.Document(**(fields | changes))

    return make
