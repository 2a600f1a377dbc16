"""Smallest Word files for tests of the reader: body XML in, .docx bytes out."""

from __future__ import annotations

import io
import zipfile

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "theme": "theme",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "comments": "comments",
}
_ROOTS = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}


def docx(body: str, **parts: str) -> bytes:
    """A .docx with that w:body content; `styles`, `numbering`, `header1` … add parts by their content.
    `theme` is a whole part."""
    files = {"word/document.xml": f"<w:document {NS}><w:body>{body}</w:body></w:document>"}
    rels = ""
    for name, xml in parts.items():
        root = _ROOTS.get(name, name)
        files[f"word/{name}.xml"] = xml if name == "theme" else f"<w:{root} {NS}>{xml}</w:{root}>"
        rels += f'<Relationship Id="{name}" Type="{_REL}{_PARTS[name]}" Target="{name}.xml"/>'
    shell = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    main = f'<Relationship Id="m" Type="{_REL}officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"], files["word/_rels/document.xml.rels"] = shell.format(main), shell.format(rels)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, xml in files.items():
            archive.writestr(name, xml)
    return buffer.getvalue()


def style(
    ident: str, kind: str = "paragraph", based: str = "", ppr: str = "", rpr: str = "", more: str = ""
) -> str:
    """A w:style; `more` is put behind its properties."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{ident}"><w:name w:val="{ident}"/>{base}<w:pPr>{ppr}</w:pPr>'
        f"<w:rPr>{rpr}</w:rPr>{more}</w:style>"
    )


def p(text: str = "x", ppr: str = "", rpr: str = "") -> str:
    """A w:p with one run."""
    return f'<w:p><w:pPr>{ppr}</w:pPr><w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
