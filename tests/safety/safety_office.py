"""A small office for the tests of safety: one unit, reports, a template of its own."""

from __future__ import annotations

from pathlib import Path

from docgen.word.package import read_package, write_package
from docgen.workspace import builtin

UNIT = (
    "cap: xa\nten: Ủy ban nhân dân xã An Hòa\nky_hieu: UBND\ndia_danh: An Hòa\n"
    "nguoi_ky: {chu-tich: {chuc_vu: Chủ tịch, ho_ten: Trần Minh Khang}}\nluu: VT\n"
)
HEAD = (
    "loai: bao-cao\ndon_vi: {unit}\nso: 1\nngay: 17/9/2026\ntrich_yeu: Kết quả công tác\nnguoi_ky: chu-tich\n"
)


def write_report(
    folder: Path, body: str = "Nội dung báo cáo.", unit: str = "xa.yaml", more: str = ""
) -> Path:
    """The data file bao-cao.yaml in `folder` with this body, its unit file beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "xa.yaml").write_text(UNIT, encoding="utf-8")
    path = folder / "bao-cao.yaml"
    block = "".join(f"  {line}\n" for line in body.split("\n"))
    path.write_text(HEAD.format(unit=unit) + more + "noi_dung: |\n" + block, encoding="utf-8")
    return path


def template_parts() -> dict[str, bytes]:
    """The parts of the built-in template of a commune's report."""
    return read_package(builtin("templates") / "xa" / "bao-cao.docx")


def with_text(text: str) -> dict[str, bytes]:
    """The built-in template with a paragraph of `text` (escaped by the caller) at its top."""
    parts = template_parts()
    paragraph = f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    document = parts["word/document.xml"].decode("utf-8").replace("<w:body>", "<w:body>" + paragraph, 1)
    return parts | {"word/document.xml": document.encode("utf-8")}


def use_template(folder: Path, parts: dict[str, bytes]) -> None:
    """Makes `parts` the template of the office in `folder`; shared parts stay the built-in ones."""
    path = folder / "templates" / "xa" / "bao-cao.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_package(parts))
