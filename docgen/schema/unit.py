"""Units: the `don_vi` file, which holds what never changes between the reports of an office."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.diagnostics import Diagnostic, Location
from docgen.schema.validate import Checker
from docgen.schema.values import scalars, text_of, texts, value_of
from docgen.source import Mapping, Node, Scalar, read_yaml

LEVELS = ("tinh", "so", "huyen", "phong", "xa")


def _lines(title: str, help: str) -> dict[str, Any]:
    return {"type": ["list", "chu"], "schema": {"type": "chu"}, "ten": title, "mo_ta": help}


def _one(title: str, help: str, **more: Any) -> dict[str, Any]:
    return {"type": "chu", "ten": title, "mo_ta": help, **more}


SIGNER_FIELDS: dict[str, Any] = {
    "quyen_han": _lines("Quyền hạn", "TM. Ủy ban nhân dân; KT. Chủ tịch; TL., TUQ., Q.; mỗi dòng một mục."),
    "chuc_vu": _one("Chức vụ", "Chức vụ của người ký: Chủ tịch, Phó Giám đốc.", required=True),
    "ho_ten": _one("Họ và tên", "Không ghi học hàm, học vị."),
}
UNIT_FIELDS: dict[str, Any] = {
    "cap": _one("Cấp", "tinh, so, huyen (đến 30/6/2025), phong, xa.", required=True, allowed=list(LEVELS)),
    "ten": _one("Tên đơn vị", "Tên đầy đủ, viết thường: Ủy ban nhân dân xã An Hòa.", required=True),
    "ten_tat": _one("Tên tắt", "Tên dùng trong câu: UBND xã An Hòa."),
    "co_quan_chu_quan": _lines("Cơ quan chủ quản", "In ở dòng trên; UBND các cấp thì bỏ trống."),
    "ky_hieu": _one("Ký hiệu", "Phần sau gạch nối của ký hiệu văn bản: UBND trong BC-UBND.", required=True),
    "dia_danh": _one("Địa danh", "Đứng trước ngày tháng: An Hòa, ngày …", required=True),
    "hieu_luc": {
        "type": "dict",
        "ten": "Hiệu lực",
        "mo_ta": "Đơn vị hoạt động từ ngày nào, đến ngày nào.",
        "schema": {"tu": {"type": "ngay"}, "den": {"type": "ngay"}},
    },
    "nguoi_ky": {
        "type": "dict",
        "required": True,
        "ten": "Người ký",
        "mo_ta": "Mỗi người một tên tự đặt, như chu-tich; tệp dữ liệu chọn bằng nguoi_ky.",
        "valuesrules": {"type": "dict", "schema": SIGNER_FIELDS},
    },
    "noi_nhan": _lines("Nơi nhận", "Dùng khi tệp dữ liệu không ghi noi_nhan."),
    "luu": _lines("Lưu", "Dùng khi tệp dữ liệu không ghi luu: VT, NV."),
}
_UNIT = Checker(UNIT_FIELDS)

UNIT_MEMBERS = ("ten", "ten_tat", "dia_danh", "ky_hieu", "co_quan_chu_quan", "cap")
"""What `don_vi.` offers in `{{ … }}`."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the lines of authority ("TM. Ủy ban nhân dân", "KT. Chủ tịch"), position, name ("" when
    not yet known)."""

    authority: tuple[str, ...]
    position: str
    name: str
    location: Location


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """An office. `level` is tinh, so, huyen, phong or xa; `short_name` is its own name when no shorter one
    is given; `parent` the lines of its governing body (empty when none is printed); `valid_from` and
    `valid_to` the days between which it exists (None: no bound)."""

    level: str
    name: str
    short_name: str
    parent: tuple[str, ...]
    symbol: str
    place: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    signers: dict[str, Signer]
    recipients: tuple[Scalar, ...]
    archive: str
    location: Location

    def member(self, name: str) -> Any:
        """The part a clerk may name behind `don_vi.`, as text; KeyError when there is none."""
        return {
            "ten": self.name,
            "ten_tat": self.short_name,
            "dia_danh": self.place,
            "ky_hieu": self.symbol,
            "co_quan_chu_quan": " ".join(self.parent),
            "cap": self.level,
        }[name]

    def member_names(self) -> tuple[str, ...]:
        """The names `member` knows."""
        return UNIT_MEMBERS

    def __str__(self) -> str:
        return self.name


def read_unit(path: Path) -> tuple[Unit, list[Diagnostic]]:
    """The unit in the file at `path`, and what is wrong with it.

    Raises UnreadableError when it cannot be read, DocgenError when it is no YAML mapping.
    """
    root, faults = read_yaml(path)
    found = [*faults, *_UNIT.check(root, "tệp đơn vị")]
    signers = root.get("nguoi_ky")
    validity = root.get("hieu_luc")
    unit = Unit(
        level=text_of(root, "cap"),
        name=text_of(root, "ten"),
        short_name=text_of(root, "ten_tat") or text_of(root, "ten"),
        parent=texts(root.get("co_quan_chu_quan")),
        symbol=text_of(root, "ky_hieu"),
        place=text_of(root, "dia_danh"),
        valid_from=_day(validity, "tu"),
        valid_to=_day(validity, "den"),
        signers={key: _signer(node) for key, node in signers.items.items()}
        if isinstance(signers, Mapping)
        else {},
        recipients=scalars(root.get("noi_nhan")),
        archive=", ".join(texts(root.get("luu"))),
        location=root.location,
    )
    return unit, found


def _signer(node: Node) -> Signer:
    if not isinstance(node, Mapping):
        return Signer((), "", "", node.location)
    return Signer(
        texts(node.get("quyen_han")), text_of(node, "chuc_vu"), text_of(node, "ho_ten"), node.location
    )


def _day(node: Node | None, key: str) -> datetime.date | None:
    value = value_of(node, key, "ngay") if isinstance(node, Mapping) else None
    return value.to_date() if value is not None else None
