"""Approved copies: beside `bao-cao.yaml` stands `bao-cao.approved.txt`, content and look of the document as
reviewable text, with a hash of the file it was taken from.

A copy is three comment lines, then what `text_form` writes:

    # docgen: bản đã duyệt, không sửa bằng tay
    # tệp: sha256:…
    # chữ: sha256:…

The first hash is of the Word file without what is noise (revision ids, times, packing), so that a change no
line of the text shows is noticed too; the second is of the text below and tells when someone edited it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path

from lxml import etree

from docgen.compare import text_form
from docgen.compare.node import Node
from docgen.diagnostics import Location, UnreadableError, error
from docgen.values import Struct

SUFFIX = ".approved.txt"
WORD_SUFFIX = ".approved.docx"
_TITLE = "# docgen: bản đã duyệt, không sửa bằng tay"
_HEAD = re.compile(rf"{re.escape(_TITLE)}\n# tệp: sha256:([0-9a-f]{{64}})\n# chữ: sha256:([0-9a-f]{{64}})\n")
_TIMES = tuple(f"{{http://purl.org/dc/terms/}}{name}" for name in ("created", "modified"))
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


class Approved(Struct, frozen=True):
    """An approved copy as read: the hash of the Word file and the text; `edited` says that the text is no
    longer what was approved."""

    path: Path
    file_hash: str
    text: str
    edited: bool

    def tree(self) -> Node:
        """The document. Raises UnreadableError with the line when the text is damaged."""
        try:
            return text_form.read(self.text)
        except text_form.UnreadableText as fault:
            line = fault.line + _TITLE.count("\n") + 3
            raise UnreadableError(
                error(
                    "ban-duyet-hong",
                    f"bản đã duyệt không đọc được ({fault})",
                    Location(str(self.path), line),
                    hint="Lấy lại tệp từ kho, hoặc duyệt lại bằng “docgen regress --approve”",
                )
            ) from None


def copy_of(data: Path) -> Path:
    """Where the approved copy of a data file stands."""
    return data.with_name(data.stem + SUFFIX)


def word_copy_of(data: Path) -> Path:
    """Where the approved Word file of a data file stands, when it is kept for page images."""
    return data.with_name(data.stem + WORD_SUFFIX)


def write(docx: bytes, tree: Node) -> str:
    """The text of an approved copy."""
    text = text_form.write(tree)
    return f"{_TITLE}\n# tệp: sha256:{file_hash(docx)}\n# chữ: sha256:{_digest(text.encode())}\n{text}"


def read(path: Path) -> Approved:
    """The approved copy at `path`. Raises UnreadableError when it cannot be read or is none."""
    try:
        whole = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        raise UnreadableError(
            error("ban-duyet-hong", "không đọc được bản đã duyệt", Location(str(path)))
        ) from None
    head = _HEAD.match(whole)
    if head is None:
        raise UnreadableError(
            error("ban-duyet-hong", "tệp không phải bản đã duyệt của docgen", Location(str(path), 1))
        )
    text = whole[head.end() :]
    return Approved(path, head.group(1), text, _digest(text.encode()) != head.group(2))


def file_hash(docx: bytes) -> str:
    """A hash of what is in a Word file: every part by name, without packing, revision ids and times."""
    total = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        for name in sorted(archive.namelist()):
            data = archive.read(name)
            total.update(name.encode())
            total.update(_digest(_canonical(data) if name.endswith((".xml", ".rels")) else data).encode())
    return total.hexdigest()


def _canonical(data: bytes) -> bytes:
    """XML with attributes in one order, without revision ids and times of saving."""
    root = etree.fromstring(data, _PARSER)
    for element in list(root.iter(*_TIMES)):
        element.getparent().remove(element)
    if b"rsid" in data:
        for element in root.iter():
            for name in [n for n in element.attrib if "rsid" in str(n)]:
                del element.attrib[name]
    return bytes(etree.tostring(root, method="c14n"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
