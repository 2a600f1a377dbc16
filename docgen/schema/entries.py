"""Entries of a data file that have parts: appendices, cited documents, waivers."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Location
from docgen.schema.kinds import read_as
from docgen.schema.values import nothing_at, scalar_of, scalars, text_of, value_of
from docgen.schema.waivers import Waiver
from docgen.source import Mapping, Node, Scalar, Sequence
from docgen.values import Struct
from docgen.vn import PartialDate, VnError


class AppendixData(Struct, frozen=True):
    """One entry of `phu_luc` as typed. `attached` is False for `kem_theo: false`, the typed text when it
    replaces the (Kèm theo …) line, else True."""

    label: Scalar | None
    title: Scalar
    notes: tuple[Scalar, ...]
    attached: bool | Scalar
    landscape: bool
    body: Scalar | None
    location: Location


class CitedDocument(Struct, frozen=True, eq=False):
    """An entry of `van_ban`: a document that `{{ dan("key") }}` cites. `number` is as typed (133/KH-UBND);
    texts that were not typed are ""; `date` is None when not typed. `places` has the place of each part."""

    key: str
    type_name: str
    number: str
    date: PartialDate | None
    issuer: str
    title: str
    name: str
    location: Location
    places: dict[str, Location] = {}


def read_appendices(node: Node | None) -> Iterator[AppendixData]:
    """The entries of the list `phu_luc`."""
    for item in node if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            yield AppendixData(
                label=scalar_of(item, "nhan"),
                title=scalar_of(item, "tieu_de") or nothing_at(item, "tieu_de"),
                notes=scalars(item.get("ghi_chu")),
                attached=_attached(scalar_of(item, "kem_theo")),
                landscape=text_of(item, "huong_giay") == "ngang",
                body=scalar_of(item, "noi_dung"),
                location=item.location,
            )


def _attached(node: Scalar | None) -> bool | Scalar:
    if node is None:
        return True
    try:
        return bool(read_as(node.text, "co_khong"))
    except VnError:
        return node


def read_waivers(node: Node | None) -> Iterator[Waiver]:
    """The entries of the list `bo_qua`."""
    for item in node if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping) and (code := text_of(item, "quy_tac")):
            yield Waiver(code, " ".join(text_of(item, "ly_do").split()), item.items["quy_tac"].location)


def read_citations(node: Node | None) -> dict[str, CitedDocument]:
    """The entries of `van_ban` by their keys."""
    if not isinstance(node, Mapping):
        return {}
    return {
        key: CitedDocument(
            key=key,
            type_name=text_of(item, "loai"),
            number=text_of(item, "so"),
            date=value_of(item, "ngay", "ngay"),
            issuer=text_of(item, "co_quan"),
            title=text_of(item, "trich_yeu"),
            name=text_of(item, "ten"),
            location=node.key_location(key),
            places={name: value.location for name, value in item.items.items()},
        )
        for key, item in node.items.items()
        if isinstance(item, Mapping)
    }
