"""Units: the `don_vi` file, which holds what never changes between the reports of an office."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from docgen.diagnostics import Diagnostic, Location
from docgen.schema.validate import Checker
from docgen.schema.values import scalars, text_of, texts, value_of
from docgen.source import Mapping, Node, Scalar, Sequence, read_yaml
from docgen.values import Struct, replace

LEVELS = ("tinh", "so", "huyen", "phong", "xa")


def _lines(title: str, help: str) -> dict[str, Any]:
    return {"type": ["list", "chu"], "schema": {"type": "chu"}, "ten": title, "mo_ta": help}


def _one(title: str, help: str, **more: Any) -> dict[str, Any]:
    return {"type": "chu", "ten": title, "mo_ta": help, **more}


_BOUNDS: dict[str, Any] = {
    "tu": {"type": "ngay", "ten": "Từ ngày", "mo_ta": "Ngày đầu tiên, ví dụ 01/7/2025."},
    "den": {"type": "ngay", "ten": "Đến hết ngày", "mo_ta": "Ngày cuối cùng, ví dụ 30/6/2025."},
}


def _span(title: str, help: str, **more: Any) -> dict[str, Any]:
    bounds: dict[str, Any] = dict(_BOUNDS)
    return {"type": "dict", "ten": title, "mo_ta": help, "schema": {**bounds, **more}}


SIGNER_FIELDS: dict[str, Any] = {
    "quyen_han": _lines("Quyền hạn", "TM. Ủy ban nhân dân; KT. Chủ tịch; TL., TUQ., Q.; mỗi dòng một mục."),
    "chuc_vu": _one("Chức vụ", "Chức vụ của người ký: Chủ tịch, Phó Giám đốc.", required=True),
    "ho_ten": _one("Họ và tên", "Không ghi học hàm, học vị."),
    "hieu_luc": _span("Giữ chức vụ", "Người này giữ chức vụ từ ngày nào, đến ngày nào."),
    "uy_quyen": _span(
        "Giới hạn ủy quyền",
        "Văn bản ủy quyền, thời hạn và các loại văn bản được ký (Nghị định 30/2020/NĐ-CP, Điều 13).",
        van_ban=_one("Văn bản ủy quyền", "Ví dụ: Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026."),
        loai=_lines("Loại văn bản được ký", "Tên lược đồ: cong-van, giay-moi; bỏ trống thì mọi loại."),
    ),
}
UNIT_FIELDS: dict[str, Any] = {
    "cap": _one("Cấp", "tinh, so, huyen (đến 30/6/2025), phong, xa.", required=True, allowed=list(LEVELS)),
    "ten": _one("Tên đơn vị", "Tên đầy đủ, viết thường: Ủy ban nhân dân xã An Hòa.", required=True),
    "ten_tat": _one("Tên tắt", "Tên dùng trong câu: UBND xã An Hòa."),
    "co_quan_chu_quan": _lines("Cơ quan chủ quản", "In ở dòng trên; UBND các cấp thì bỏ trống."),
    "ky_hieu": _one("Ký hiệu", "Phần sau gạch nối của ký hiệu văn bản: UBND trong BC-UBND.", required=True),
    "dia_danh": _one("Địa danh", "Đứng trước ngày tháng: An Hòa, ngày …", required=True),
    "hieu_luc": _span("Hiệu lực", "Đơn vị hoạt động từ ngày nào, đến ngày nào."),
    "truoc_day": {
        "type": "list",
        "ten": "Trước đây",
        "mo_ta": "Tên, ký hiệu, địa danh, người ký của những thời kỳ trước; điều không đổi thì không ghi.",
        "schema": {"type": "dict", "schema": {}},
    },
    "hop_nhat_tu": _lines("Hợp nhất từ", "Các đơn vị cũ mà đơn vị này thay thế."),
    "thay_bang": _one("Thay bằng", "Đơn vị làm tiếp nhiệm vụ sau ngày hết hiệu lực."),
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
_CHANGING = ("ten", "ten_tat", "co_quan_chu_quan", "ky_hieu", "dia_danh", "nguoi_ky", "noi_nhan", "luu")
UNIT_FIELDS["truoc_day"]["schema"]["schema"] = {
    "tu": _BOUNDS["tu"],
    "den": {**_BOUNDS["den"], "required": True},
    **{name: {**UNIT_FIELDS[name], "required": False} for name in _CHANGING},
}
_UNIT = Checker(UNIT_FIELDS)

UNIT_MEMBERS = ("ten", "ten_tat", "dia_danh", "ky_hieu", "co_quan_chu_quan", "cap")
"""What `don_vi.` offers in `{{ … }}`."""


Span = tuple[datetime.date | None, datetime.date | None]
"""The first and the last day of something; None where it has no bound."""


class Delegation(Struct, frozen=True):
    """What a signer by delegation may sign: by which document, when, which document types (empty: all)."""

    document: str
    span: Span
    types: tuple[str, ...]


class Signer(Struct, frozen=True):
    """Who signs: the lines of authority ("TM. Ủy ban nhân dân", "KT. Chủ tịch"), position, name ("" when
    not yet known); `term` is when the post is held, `delegation` the limits of one who signs for another."""

    authority: tuple[str, ...]
    position: str
    name: str
    location: Location
    term: Span = (None, None)
    delegation: Delegation | None = None


class Unit(Struct, frozen=True, eq=False):
    """An office. `level` is tinh, so, huyen, phong or xa; `short_name` is its own name when no shorter one
    is given; `merged_from` are the units it took the place of, `replaced_by` the one that took its own;
    `past` its earlier names; `parent` the lines of its governing body (empty when none is printed);
    `valid_from` and `valid_to` the days between which it exists (None: no bound)."""

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
    merged_from: tuple[str, ...] = ()
    replaced_by: str = ""
    past: tuple[Past, ...] = ()

    def on(self, day: datetime.date) -> Unit:
        """The unit as it was on `day`: with the names, symbol and signers of that time."""
        for one in self.past:
            if (one.first is None or one.first <= day) and (one.last is None or day <= one.last):
                return one.unit
        return self

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


class Past(Struct, frozen=True, eq=False):
    """The unit as it was from `first` (None: from the beginning) to `last`."""

    first: datetime.date | None
    last: datetime.date | None
    unit: Unit


def read_unit(path: Path) -> tuple[Unit, list[Diagnostic]]:
    """The unit in the file at `path`, and what is wrong with it.

    Raises UnreadableError when it cannot be read, DocgenError when it is no YAML mapping.
    """
    root, faults = read_yaml(path)
    found = [*faults, *_UNIT.check(root, "tệp đơn vị")]
    earlier = root.get("truoc_day")
    periods = (one for one in earlier if isinstance(one, Mapping)) if isinstance(earlier, Sequence) else ()
    past = tuple(Past(_day(one, "tu"), _day(one, "den"), _unit(_with(root, one))) for one in periods)
    return replace(_unit(root), past=past), found


def _with(root: Mapping, changes: Mapping) -> Mapping:
    """`root` as it was when `changes` held; signers are added to those of today by their key."""
    items = {**root.items, **{key: changes.items[key] for key in _CHANGING if key in changes.items}}
    now, then = root.get("nguoi_ky"), changes.get("nguoi_ky")
    if isinstance(now, Mapping) and isinstance(then, Mapping):
        keys = {**now.keys, **then.keys}
        items["nguoi_ky"] = Mapping({**now.items, **then.items}, then.path, then.line, then.column, keys)
    return Mapping(items, root.path, root.line, root.column, root.keys)


def _unit(root: Mapping) -> Unit:
    signers = root.get("nguoi_ky")
    validity = root.get("hieu_luc")
    return Unit(
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
        merged_from=texts(root.get("hop_nhat_tu")),
        replaced_by=text_of(root, "thay_bang"),
    )


def _signer(node: Node) -> Signer:
    if not isinstance(node, Mapping):
        return Signer((), "", "", node.location)
    term, limits = node.get("hieu_luc"), node.get("uy_quyen")
    return Signer(
        texts(node.get("quyen_han")),
        text_of(node, "chuc_vu"),
        text_of(node, "ho_ten"),
        node.location,
        (_day(term, "tu"), _day(term, "den")),
        Delegation(
            text_of(limits, "van_ban"),
            (_day(limits, "tu"), _day(limits, "den")),
            texts(limits.get("loai")),
        )
        if isinstance(limits, Mapping)
        else None,
    )


def _day(node: Node | None, key: str) -> datetime.date | None:
    value = value_of(node, key, "ngay") if isinstance(node, Mapping) else None
    return value.to_date() if value is not None else None
