"""A .docx opened for reading: its parts by name, parsed once, never written back.

Limits guard against zip bombs (`traps.md` of the project measured 800 MB out of 829 KB)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from functools import cached_property
from pathlib import Path

from lxml import etree

from docgen import limits
from docgen.diagnostics import Location, UnreadableError, error
from docgen.values import Struct
from docgen.view.names import REL, R

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97-2003, and any password-protected file
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)

# ISO/IEC 29500 Strict uses other namespace names for the same vocabulary.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)


class Relationship(Struct, frozen=True):
    """One relationship of a part. `target` is a part name, or an address when `external`."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of one .docx. Raises UnreadableError when it is no Word file or is damaged."""

    def __init__(self, source: str | Path | bytes) -> None:
        self.path = "" if isinstance(source, bytes) else str(source)
        self.strict = False
        self._roots: dict[str, etree._Element | None] = {}
        self._zip = self._open(source)
        self.names = frozenset(self._zip.namelist())

    def _open(self, source: str | Path | bytes) -> zipfile.ZipFile:
        try:
            data = source if isinstance(source, bytes) else Path(source).read_bytes()
        except FileNotFoundError:
            raise self._unreadable("không tìm thấy tệp") from None
        except OSError:
            raise self._unreadable("không đọc được tệp", "kiểm tra quyền đọc và tên tệp") from None
        if data.startswith(_OLE):
            raise self._unreadable(
                "tệp là Word 97-2003 (.doc) hoặc có mật khẩu",
                "mở bằng Word, bỏ mật khẩu rồi lưu thành .docx",
            )
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise self._unreadable("tệp không phải là tệp Word .docx") from None
        members = archive.infolist()
        if len(members) > limits.READ_PARTS or sum(m.file_size for m in members) > limits.READ_BYTES:
            raise self._unreadable("tệp lớn bất thường, không mở để bảo đảm an toàn")
        return archive

    def _unreadable(self, message: str, hint: str = "") -> UnreadableError:
        return UnreadableError(
            error("docx", message[0].upper() + message[1:], Location(self.path), hint=hint)
        )

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            return self._zip.read(name)
        except (
            KeyError,
            zipfile.BadZipFile,
            RuntimeError,
            NotImplementedError,
            OSError,
            EOFError,
        ) as problem:
            raise self._unreadable(f"không đọc được phần {name} ({problem})") from None
        except Exception as problem:  # zlib.error has no public home in zipfile
            if type(problem).__name__ == "error":
                raise self._unreadable(f"phần {name} bị hỏng") from None
            raise

    def root(self, name: str) -> etree._Element | None:
        """The parsed root of an XML part, or None where the package has no such part."""
        if name not in self._roots:
            self._roots[name] = self._parse(name) if name in self.names else None
        return self._roots[name]

    def _parse(self, name: str) -> etree._Element:
        data = self.read(name)
        if len(data) > limits.READ_PART_BYTES:
            raise self._unreadable(f"phần {name} quá lớn")
        if b"purl.oclc.org/ooxml" in data:
            self.strict = True
            for strict, transitional in _STRICT:
                data = data.replace(strict, transitional)
        try:
            root = etree.fromstring(data, _PARSER)
        except (etree.XMLSyntaxError, ValueError):
            raise self._unreadable(f"phần {name} không phải là XML đúng") from None
        if root.getroottree().docinfo.doctype:
            raise self._unreadable(f"phần {name} có khai báo DTD, không mở để bảo đảm an toàn")
        return root

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part ("" for the package) by id; targets are part names."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", name + ".rels"))
        found: dict[str, Relationship] = {}
        if root is None:
            return found
        for rel in root.iter(REL + "Relationship"):
            target, external = rel.get("Target") or "", rel.get("TargetMode") == "External"
            if not external:
                target = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(target)
            found[rel.get("Id") or ""] = Relationship(
                (rel.get("Type") or "").rsplit("/", 1)[-1], target, external
            )
        return found

    @cached_property
    def main(self) -> str:
        """The name of the main document part."""
        for rel in self.relationships("").values():
            if rel.kind == "officeDocument" and rel.target in self.names:
                return rel.target
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise self._unreadable("tệp không phải là tệp Word .docx")

    def related(self, kind: str) -> etree._Element | None:
        """The root of the main part's related part of that kind (`styles`, `numbering` …)."""
        for rel in self.relationships(self.main).values():
            if rel.kind == kind and not rel.external:
                return self.root(rel.target)
        return None


def related_id(element) -> str:
    """The relationship id an element refers to."""
    return element.get(R + "id") or ""
