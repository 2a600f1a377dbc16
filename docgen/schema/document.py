"""Data files: every key of the header read and checked at once, the facts, and what a clerk waives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from docgen.diagnostics import Diagnostic, Location, error
from docgen.schema.facts import Facts, read_facts
from docgen.schema.fields import Field, rules_of
from docgen.schema.kinds import read_as
from docgen.schema.report_type import ReportType
from docgen.schema.unit import Signer, Unit, scalars, texts
from docgen.schema.validate import Checker, did_you_mean, in_order
from docgen.schema.waivers import Waiver
from docgen.source import Mapping, Node, Scalar, Sequence
from docgen.vn import PartialDate, Period, VnError

DRAFT = "du-thao"


@dataclass(frozen=True, slots=True)
class AppendixData:
    """One entry of `phu_luc` as typed. `attached` is False for `kem_theo: false`, the typed text when it
    replaces the (Kèm theo …) line, else True."""

    label: Scalar | None
    title: Scalar
    notes: tuple[Scalar, ...]
    attached: bool | Scalar
    landscape: bool
    body: Scalar | None
    location: Location


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """An entry of `van_ban`: a document that `{{ dan("key") }}` cites. `number` is as typed (133/KH-UBND);
    texts that were not typed are ""; `date` is None when not typed."""

    key: str
    type_name: str
    number: str
    date: PartialDate | None
    issuer: str
    title: str
    name: str
    location: Location
    places: dict[str, Location] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, eq=False)
class DataFile:
    """A data file, read. Texts stay Scalars, because they may hold markup and `{{ … }}`.

    `number` is an int, a text such as "12a", or None; `date` may have blanks and is None only in a draft.
    `numbering` is the scheme of headings, `signer` None when none was found (a fault). `fields` are the
    texts that only this document type has, `places` where each key of the file is typed.
    """

    path: str
    draft: bool
    number: int | str | None
    date: PartialDate | None
    period: Period | None
    title: Scalar
    addressees: tuple[Scalar, ...]
    body: Scalar | None
    appendices: tuple[AppendixData, ...]
    recipients: tuple[Scalar, ...]
    archive: str
    signer: Signer | None
    numbering: tuple[str, ...]
    waivers: tuple[Waiver, ...]
    citations: dict[str, CitedDocument]
    facts: Facts
    fields: dict[str, tuple[Scalar, ...]]
    places: dict[str, Location]

    def place(self, key: str) -> Location:
        """Where `key` is typed; the top of the file when it is not."""
        return self.places.get(key, Location(self.path, 1, 1))


_READ = frozenset(
    [
        "loai",
        "don_vi",
        "trang_thai",
        "so",
        "ngay",
        "ky_bao_cao",
        "trich_yeu",
        "kinh_gui",
        "so_lieu",
        "van_ban",
        "noi_dung",
        "phu_luc",
        "noi_nhan",
        "luu",
        "nguoi_ky",
        "danh_so",
        "bo_qua",
    ]
)
"""Keys that have their own place in DataFile; every other one goes to `fields`."""


def read_document(root: Mapping, report_type: ReportType, unit: Unit) -> tuple[DataFile, list[Diagnostic]]:
    """The data file whose nodes are `root`, and everything wrong with its keys and values, by place.

    In a draft nothing under so_lieu is required, and a header field may be there and empty.
    """
    draft = _text(root, "trang_thai") == DRAFT
    found = _checker(report_type, draft).check(root, "tệp dữ liệu")
    if draft:  # an empty header field is nothing wrong there; docgen new writes every one of them
        found = [one for one in found if one.code != "truong-thieu" or one.location not in _empty_keys(root)]
    period = _read(root, "ky_bao_cao", "ky")
    facts_node = root.get("so_lieu")
    names = {"ky": period, "don_vi": unit}
    so_lieu = root.key_location("so_lieu")
    facts, wrong = read_facts(
        facts_node if isinstance(facts_node, Mapping) else None, report_type, names, so_lieu
    )
    found += wrong
    found += _outside_type(root, report_type, unit, period)
    signer = unit.signers.get(_text(root, "nguoi_ky"))
    found += _signer_faults(root, unit)
    data = DataFile(
        path=root.path,
        draft=draft,
        number=_read(root, "so", "so_van_ban"),
        date=_read(root, "ngay", "ngay"),
        period=period,
        title=_scalar(root, "trich_yeu") or _nothing(root, "trich_yeu"),
        addressees=scalars(root.get("kinh_gui")),
        body=_scalar(root, "noi_dung"),
        appendices=tuple(_appendices(root.get("phu_luc"))),
        recipients=scalars(root.get("noi_nhan")) or unit.recipients,
        archive=", ".join(texts(root.get("luu"))) or unit.archive,
        signer=signer,
        numbering=_numbering(root.get("danh_so")) or report_type.numbering,
        waivers=tuple(_waivers(root.get("bo_qua"))),
        citations=dict(_citations(root.get("van_ban"))),
        facts=facts,
        fields={name: scalars(root.get(name)) for name in report_type.fields if name not in _READ},
        places={key: root.key_location(key) for key in root},
    )
    return data, in_order(found)


@lru_cache(maxsize=64)
def _checker(report_type: ReportType, draft: bool) -> Checker:
    """The rules for the whole file: header fields, and under so_lieu the facts of the type and `rieng`."""
    fields = dict(report_type.fields)
    if report_type.period_kinds and "ky_bao_cao" in fields:
        fields["ky_bao_cao"] = replace(fields["ky_bao_cao"], required=True)
    rules = rules_of(fields)
    own = {"rieng": {"type": "dict"}}
    facts = rules_of(report_type.facts, draft)
    needed = not draft and any(_needs(one) for one in report_type.facts.values())
    rules["so_lieu"] = {
        **rules.get("so_lieu", {}),
        "type": "dict",
        "schema": {**facts, **own},
        "required": needed,
    }
    return Checker(rules)


def _empty_keys(root: Mapping) -> set[Location]:
    """Where the keys of `root` are that have no value."""
    return {root.key_location(key) for key, node in root.items.items() if node.is_null}


def _needs(one: Field) -> bool:
    return one.required or any(_needs(child) for child in one.children.values())


def _outside_type(
    root: Mapping, report_type: ReportType, unit: Unit, period: Period | None
) -> Iterator[Diagnostic]:
    """A unit level or a kind of period that the report type is not for."""
    if report_type.levels and unit.level and unit.level not in report_type.levels:
        message = f"loại “{report_type.name}” không dùng cho đơn vị cấp {unit.level}"
        hint = f"Loại này dùng cho cấp: {', '.join(report_type.levels)}"
        yield error("cap-khong-hop", message, _value_place(root, "don_vi"), hint=hint)
    kinds = report_type.period_kinds
    if kinds and period is not None and period.loai not in kinds:
        message = f"loại “{report_type.name}” không có kỳ báo cáo “{period}”"
        yield error(
            "ky-khong-hop", message, _value_place(root, "ky_bao_cao"), hint=f"Các kỳ: {', '.join(kinds)}"
        )


def _signer_faults(root: Mapping, unit: Unit) -> Iterator[Diagnostic]:
    key = _text(root, "nguoi_ky")
    if key and key not in unit.signers:
        message = f"tệp đơn vị không có người ký “{key}”{did_you_mean(key, unit.signers)}"
        hint = f"Người ký có trong tệp đơn vị: {', '.join(unit.signers)}" if unit.signers else ""
        yield error("nguoi-ky-la", message, _value_place(root, "nguoi_ky"), hint=hint)


def _appendices(node: Node | None) -> Iterator[AppendixData]:
    for item in node if isinstance(node, Sequence) else ():
        if not isinstance(item, Mapping):
            continue
        attached = _scalar(item, "kem_theo")
        yield AppendixData(
            label=_scalar(item, "nhan"),
            title=_scalar(item, "tieu_de") or _nothing(item, "tieu_de"),
            notes=scalars(item.get("ghi_chu")),
            attached=_attached(attached),
            landscape=_text(item, "huong_giay") == "ngang",
            body=_scalar(item, "noi_dung"),
            location=item.location,
        )


def _numbering(node: Node | None) -> tuple[str, ...]:
    """The levels of danh_so; an empty one is a level without number."""
    items = node.items if isinstance(node, Sequence) else ()
    return tuple(item.text.strip() for item in items if isinstance(item, Scalar))


def _attached(node: Scalar | None) -> bool | Scalar:
    if node is None:
        return True
    try:
        return bool(read_as(node.text, "co_khong"))
    except VnError:
        return node


def _waivers(node: Node | None) -> Iterator[Waiver]:
    for item in node if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping) and (code := _text(item, "quy_tac")):
            yield Waiver(code, " ".join(_text(item, "ly_do").split()), item.items["quy_tac"].location)


def _citations(node: Node | None) -> Iterator[tuple[str, CitedDocument]]:
    for key, item in node.items.items() if isinstance(node, Mapping) else ():
        if not isinstance(item, Mapping):
            continue
        yield (
            key,
            CitedDocument(
                key=key,
                type_name=_text(item, "loai"),
                number=_text(item, "so"),
                date=_read(item, "ngay", "ngay"),
                issuer=_text(item, "co_quan"),
                title=_text(item, "trich_yeu"),
                name=_text(item, "ten"),
                location=node.key_location(key) if isinstance(node, Mapping) else item.location,
                places={name: value.location for name, value in item.items.items()},
            ),
        )


def _scalar(root: Mapping, key: str) -> Scalar | None:
    node = root.get(key)
    return node if isinstance(node, Scalar) else None


def _text(root: Mapping, key: str) -> str:
    node = root.get(key)
    return node.text.strip() if isinstance(node, Scalar) else ""


def _nothing(root: Mapping, key: str) -> Scalar:
    """An empty text where `key` should be."""
    place = root.key_location(key)
    return Scalar("", root.path, place.line or 1, place.column or 1)


def _read(root: Mapping, key: str, kind: str) -> Any:
    """The value under `key` as `kind`; None when there is none or it is wrong (check_mapping says so)."""
    node = root.get(key)
    try:
        return read_as(node.text, kind) if isinstance(node, Scalar) and node.text.strip() else None
    except VnError:
        return None


def _value_place(root: Mapping, key: str) -> Location:
    node = root.get(key)
    return node.location if node is not None else root.key_location(key)
