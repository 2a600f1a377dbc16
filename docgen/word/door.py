"""What a Word file must not carry when it comes in as a template: refused at the door, all of it at once.

A document built from a template carries everything the template carries to everyone who opens it. So
nothing comes in that runs (macros, ActiveX, dynamic data exchange), that is fetched from elsewhere
(linked pictures, attached templates, included files, mail-merge sources), that is another document in
disguise (embedded objects, alternative content chunks), or that makes XML parsers read files (a DTD).
Hyperlinks to web and mail addresses are let in: they do nothing until someone clicks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.diagnostics import Diagnostic, DocgenError, Location, error
from docgen.word.names import PR, W
from docgen.word.package import CONTENT_TYPES

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = re.compile(r"(?:^|/)(?:vbaProject|vbaData|vbaProjectSignature\w*)\.|(?:^|/)activeX/", re.IGNORECASE)
_EMBEDDED = re.compile(r"(?:^|/)(?:embeddings/|oleObject)|\.(?:exe|dll|js|vbs|bat|ps1|hta)$", re.IGNORECASE)
_BAD_NAME = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|[\\:\x00-\x1f]")
_CHUNKS = (
    "aFChunk",
    "subDocument",
    "attachedToolbars",
    "mailMergeSource",
    "mailMergeHeaderSource",
    "recipientData",
)
_FIELDS = re.compile(
    r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|RD|PRINT)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?:|mailto:|#)", re.IGNORECASE)
_VML, _OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def refuse_hostile(parts: dict[str, bytes], path: str, embedded: bool = False) -> None:
    """Raises DocgenError with everything in `parts` that a template must not carry; `path` names the file.

    `embedded` is for templates of docxtpl, which may replace embedded objects and link to files.
    """
    found = list(_names(parts, path, embedded))
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        root = _parsed(name, data, path, found)
        if root is None:
            continue
        if name.endswith(".rels"):
            found += _relationships(root, name, path, embedded)
        elif name == CONTENT_TYPES:
            found += _content_types(root, path)
        else:
            found += _content(root, name, path)
    if found:
        raise DocgenError(*dict.fromkeys(found))


def _fault(code: str, message: str, path: str, part: str = "", hint: str = "") -> Diagnostic:
    return error(
        code,
        message,
        Location(path, part=part),
        hint=hint or "Mở mẫu bằng Word, xóa phần ấy rồi lưu lại dạng .docx",
    )


def _names(parts: dict[str, bytes], path: str, embedded: bool) -> Iterator[Diagnostic]:
    for name in parts:
        if _BAD_NAME.search(name):
            yield _fault("mau-bat-thuong", f"tên phần “{name}” bên trong mẫu chỉ ra ngoài tệp", path, name)
        elif _MACROS.search(name):
            yield _fault("mau-macro", "mẫu có macro hoặc ActiveX", path, name)
        elif _EMBEDDED.search(name) and not embedded:
            yield _fault("mau-nhung", "mẫu nhúng một đối tượng hoặc tệp khác (OLE)", path, name)


def _parsed(name: str, data: bytes, path: str, found: list[Diagnostic]) -> etree._Element | None:
    """The root of a part; None, with what is wrong in `found`, for one that is refused or no XML."""
    plain = data.replace(b"\0", b"")  # in UTF-16 too
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        found.append(_fault("mau-dtd", f"phần {name} khai báo DTD", path, name))
        return None
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        found.append(
            _fault("mau-hong", f"phần {name} của mẫu bị hỏng", path, name, "Mở mẫu bằng Word và lưu lại")
        )
        return None
    encoding = (root.getroottree().docinfo.encoding or "UTF-8").upper()
    if encoding not in ("UTF-8", "ASCII", "US-ASCII"):
        found.append(
            _fault(
                "mau-ma-hoa", f"phần {name} không dùng mã UTF-8", path, name, "Mở mẫu bằng Word và lưu lại"
            )
        )
        return None
    return root


def _relationships(root: etree._Element, name: str, path: str, embedded: bool) -> Iterator[Diagnostic]:
    for one in root.iter(f"{{{PR}}}Relationship"):
        kind = one.get("Type", "").rpartition("/")[2]
        target = one.get("Target", "")
        if one.get("TargetMode", "").lower() == "external":
            if kind != "hyperlink":
                yield _fault(
                    "mau-lien-ket-ngoai", f"mẫu lấy nội dung từ nơi khác: {target[:120]}", path, name
                )
            elif not embedded and not _ADDRESS.match(target.strip()):
                yield _fault(
                    "mau-lien-ket", f"liên kết “{target[:120]}” không phải địa chỉ web hay thư", path, name
                )
        elif kind in _CHUNKS:
            yield _fault("mau-nhung", f"mẫu chèn một tài liệu khác ({kind})", path, name)
        elif kind in ("vbaProject", "control"):
            yield _fault("mau-macro", "mẫu có macro hoặc ActiveX", path, name)
        elif kind in ("oleObject", "package") and not embedded:
            yield _fault("mau-nhung", "mẫu nhúng một đối tượng hoặc tệp khác (OLE)", path, name)


def _content_types(root: etree._Element, path: str) -> Iterator[Diagnostic]:
    main = [one.get("ContentType", "") for one in root if one.get("PartName") == "/word/document.xml"]
    if any("macroEnabled" in one.get("ContentType", "") for one in root if isinstance(one.tag, str)):
        yield _fault("mau-macro", "mẫu là tệp có macro (.docm, .dotm)", path, CONTENT_TYPES)
    elif main and main != [_MAIN]:
        hint = "Mở bằng Word và lưu dạng .docx (không phải .dotx)"
        yield _fault("mau-khong-phai-docx", "mẫu không phải tài liệu .docx", path, CONTENT_TYPES, hint)


def _content(root: etree._Element, name: str, path: str) -> Iterator[Diagnostic]:
    for instruction in _instructions(root):
        match = _FIELDS.match(instruction)
        if match:
            yield _fault(
                "mau-truong", f"mẫu có trường {match[1].upper()}, lấy nội dung từ nơi khác", path, name
            )
    if root.find(f".//{{{W}}}mailMerge") is not None:
        yield _fault("mau-lien-ket-ngoai", "mẫu nối với nguồn dữ liệu trộn thư", path, name)
    for element in root.iter(f"{{{_VML}}}*"):
        source = element.get("src") or element.get(f"{{{_OFFICE}}}href") or ""
        if source.strip():
            yield _fault("mau-lien-ket-ngoai", f"mẫu lấy hình từ nơi khác: {source[:120]}", path, name)


def _instructions(root: etree._Element) -> Iterator[str]:
    """The code of every field of a part; one that is split over runs is put together."""
    for simple in root.iter(f"{{{W}}}fldSimple"):
        yield simple.get(f"{{{W}}}instr", "")
    code: list[str] = []
    for element in root.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        if element.tag == f"{{{W}}}instrText":
            code.append(element.text or "")
        elif code:
            yield "".join(code)
            code = []
    if code:
        yield "".join(code)
