"""Data files: every key of the header read and checked at once, the facts, and what a clerk waives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from docgen.diagnostics import Diagnostic, Location, did_you_mean, error
from docgen.schema.days import latest
from docgen.schema.entries import (
    AppendixData,
    CitedDocument,
    read_appendices,
    read_citations,
    read_waivers,
)
from docgen.schema.facts import Facts
from docgen.schema.fields import Field, rules_of
from docgen.schema.places import in_order
from docgen.schema.read_facts import read_facts
from docgen.schema.report_type import ReportType
from docgen.schema.unit import Signer, Unit
from docgen.schema.validate import Checker
from docgen.schema.values import nothing_at, scalar_of, scalars, text_of, texts, value_of, value_place
from docgen.schema.waivers import Waiver
from docgen.source import Mapping, Node, Scalar, Sequence
from docgen.values import Struct, replace
from docgen.vn import PartialDate, Period

DRAFT = "du-thao"


class DataFile(Struct, frozen=True, eq=False):
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


READ_KEYS = frozenset(
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
    draft = text_of(root, "trang_thai") == DRAFT
    found = _checker(report_type, draft).check(root, "tệp dữ liệu")
    if draft:  # an empty header field is nothing wrong there; docgen new writes every one of them
        found = [one for one in found if one.code != "truong-thieu" or one.location not in _empty_keys(root)]
    period = value_of(root, "ky_bao_cao", "ky")
    facts_node = root.get("so_lieu")
    names = {"ky": period, "don_vi": unit}
    so_lieu = root.key_location("so_lieu")
    facts, wrong = read_facts(
        facts_node if isinstance(facts_node, Mapping) else None, report_type, names, so_lieu
    )
    found += wrong
    found += _outside_type(root, report_type, unit, period)
    signer = unit.signers.get(text_of(root, "nguoi_ky"))
    found += _signer_faults(root, unit)
    data = DataFile(
        path=root.path,
        draft=draft,
        number=value_of(root, "so", "so_van_ban"),
        date=value_of(root, "ngay", "ngay"),
        period=period,
        title=scalar_of(root, "trich_yeu") or nothing_at(root, "trich_yeu"),
        addressees=scalars(root.get("kinh_gui")),
        body=scalar_of(root, "noi_dung"),
        appendices=tuple(read_appendices(root.get("phu_luc"))),
        recipients=scalars(root.get("noi_nhan")) or unit.recipients,
        archive=", ".join(texts(root.get("luu"))) or unit.archive,
        signer=signer,
        numbering=_numbering(root.get("danh_so")) or report_type.numbering,
        waivers=tuple(read_waivers(root.get("bo_qua"))),
        citations=read_citations(root.get("van_ban")),
        facts=facts,
        fields={name: scalars(root.get(name)) for name in report_type.fields if name not in READ_KEYS},
        places={key: root.key_location(key) for key in root},
    )
    return data, in_order(found)


@lru_cache(maxsize=64)
def _checker(report_type: ReportType, draft: bool) -> Checker:
    return Checker(rules_for(report_type, draft))


def rules_for(report_type: ReportType, draft: bool) -> dict[str, Any]:
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
    return rules


def _empty_keys(root: Mapping) -> set[Location]:
    """Where the keys of `root` are that have no value."""
    return {root.key_location(key) for key, node in root.items.items() if node.is_null}


def _needs(one: Field) -> bool:
    return one.required or any(_needs(child) for child in one.children.values())


def unit_of(root: Mapping, unit: Unit) -> Unit:
    """`unit` as it was on the date of the data file: with the names and signers of that day."""
    date = value_of(root, "ngay", "ngay")
    return unit if date is None else unit.on(latest(date))


def _outside_type(
    root: Mapping, report_type: ReportType, unit: Unit, period: Period | None
) -> Iterator[Diagnostic]:
    """A unit level or a kind of period that the report type is not for."""
    if report_type.levels and unit.level and unit.level not in report_type.levels:
        message = f"loại “{report_type.name}” không dùng cho đơn vị cấp {unit.level}"
        hint = f"Loại này dùng cho cấp: {', '.join(report_type.levels)}"
        yield error("cap-khong-hop", message, value_place(root, "don_vi"), hint=hint)
    kinds = report_type.period_kinds
    if kinds and period is not None and period.loai not in kinds:
        message = f"loại “{report_type.name}” không có kỳ báo cáo “{period}”"
        yield error(
            "ky-khong-hop", message, value_place(root, "ky_bao_cao"), hint=f"Các kỳ: {', '.join(kinds)}"
        )


def _signer_faults(root: Mapping, unit: Unit) -> Iterator[Diagnostic]:
    key = text_of(root, "nguoi_ky")
    if key and key not in unit.signers:
        message = f"tệp đơn vị không có người ký “{key}”{did_you_mean(key, unit.signers)}"
        hint = f"Người ký có trong tệp đơn vị: {', '.join(unit.signers)}" if unit.signers else ""
        yield error("nguoi-ky-la", message, value_place(root, "nguoi_ky"), hint=hint)


def _numbering(node: Node | None) -> tuple[str, ...]:
    """The levels of danh_so; an empty one is a level without number."""
    items = node.items if isinstance(node, Sequence) else ()
    return tuple(item.text.strip() for item in items if isinstance(item, Scalar))
