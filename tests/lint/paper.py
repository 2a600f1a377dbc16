"""A compliant document made from raw WordprocessingML, any part of which a test may replace.

`paper()` is a báo cáo without a single finding; `paper(quoc_hieu=p("…", size=14))` breaks one thing."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def r(
    text: str,
    size: float = 14,
    b: bool = False,
    i: bool = False,
    font: str = "",
    color: str = "",
    more: str = "",
) -> str:
    """A w:r. `more` is XML put into its w:rPr."""
    look = (f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else "") + (
        "<w:b/>" if b else ""
    )
    look += ("<w:i/>" if i else "") + (f'<w:color w:val="{color}"/>' if color else "")
    look += f'<w:sz w:val="{int(size * 2)}"/>' + more
    parts = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    parts = parts.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{parts}</w:t></w:r>'


def p(
    text: str = "",
    size: float = 14,
    b: bool = False,
    i: bool = False,
    jc: str = "",
    first: int = 0,
    left: int = 0,
    before: int = 0,
    after: int = 0,
    line: int = 240,
    rule: str = "auto",
    ppr: str = "",
    extra: str = "",
    runs: str = "",
    **look: str,
) -> str:
    """A w:p; lengths in twips. `ppr` goes into w:pPr, `extra` (runs, drawings) behind the text."""
    end = ppr if ppr.startswith("<w:sectPr") else ""  # the schema wants it last
    close = ppr if ppr.startswith("<w:contextual") else ""
    layout = (
        "" if end or close else ppr
    ) + f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'
    layout += (
        f'<w:ind w:left="{left}" w:firstLine="{first}"/>' + close + (f'<w:jc w:val="{jc}"/>' if jc else "")
    )
    layout += f'<w:rPr><w:sz w:val="{int(size * 2)}"/></w:rPr>' + end
    return f"<w:p><w:pPr>{layout}</w:pPr>{runs or (r(text, size, b, i, **look) if text else '')}{extra}</w:p>"


def body(text: str, size: float = 14, **change) -> str:
    """A paragraph of the body: justified, first line 1.27 cm, 6 pt after."""
    return p(text, size, **{"jc": "both", "first": 720, "after": 120, **change})


def line(mm: float, ident: int = 1) -> str:
    """A run with a drawn horizontal line of that length."""
    emu = int(mm * 36000)
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>20000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{emu}" cy="0"/><wp:wrapNone/><wp:docPr id="{ident}" name="Line {ident}"/>'
        f"<wp:cNvGraphicFramePr/>"
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def vml_line(points: float) -> str:
    """A run with a VML line of that length in points."""
    return f'<w:r><w:pict><v:line id="l" from="0,0" to="{points}pt,0" strokeweight=".75pt"/></w:pict></w:r>'


def table(
    *rows: tuple[str, ...], widths: tuple[int, ...], borders: bool = False, header: bool = False
) -> str:
    """A w:tbl of cells given as XML, widths in twips."""
    sides = "".join(
        f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    head = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>' + (
        f"<w:tblBorders>{sides}</w:tblBorders>" if borders else ""
    )
    head += (
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    mark = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else ""
    built = "".join(
        "<w:tr>"
        + (mark if not n else "")
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>{c}</w:tc>'
            for c, w in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for n, row in enumerate(rows)
    )
    return f"<w:tbl>{head}<w:tblGrid>{grid}</w:tblGrid>{built}</w:tbl>"


def section(
    left: int = 1701,
    right: int = 1134,
    top: int = 1134,
    bottom: int = 1134,
    w: int = 11906,
    h: int = 16838,
    title: bool = True,
    start: int | None = None,
    landscape: bool = False,
    refs: str | None = None,
    more: str = "",
) -> str:
    """A w:sectPr; the header reference is the page number's unless `refs` says otherwise."""
    refs = '<w:headerReference w:type="default" r:id="rIdHeader"/>' if refs is None else refs
    orient = ' w:orient="landscape"' if landscape else ""
    return (
        f'<w:sectPr>{refs}{more}<w:pgSz w:w="{w}" w:h="{h}"{orient}/><w:pgMar w:top="{top}" '
        f'w:right="{right}" '
        f'w:bottom="{bottom}" w:left="{left}" w:header="567" w:footer="567" w:gutter="0"/>'
        + (f'<w:pgNumType w:start="{start}"/>' if start is not None else "")
        + ("<w:titlePg/>" if title else "")
        + "</w:sectPr>"
    )


def field(instruction: str = "PAGE", size: float = 14, **look) -> str:
    """The runs of a complex field."""
    mark = '<w:r><w:rPr><w:sz w:val="{}"/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'
    half = int(size * 2)
    code = f'<w:r><w:rPr><w:sz w:val="{half}"/></w:rPr><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return (
        mark.format(half, "begin")
        + code
        + mark.format(half, "separate")
        + r("2", size, **look)
        + mark.format(half, "end")
    )


CLEAN: dict[str, str] = {
    "chu_quan": p("UBND TỈNH LẠNG SƠN", 13, jc="center"),
    "ban_hanh": p("SỞ NỘI VỤ", 13, b=True, jc="center"),
    "ban_hanh_line": p(size=13, jc="center", extra=line(12, 1)),
    "quoc_hieu": p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, b=True, jc="center"),
    "tieu_ngu": p("Độc lập - Tự do - Hạnh phúc", 14, b=True, jc="center"),
    "tieu_ngu_line": p(size=13, jc="center", extra=line(60.4, 2)),
    "so": p("Số: 15/BC-SNV", 13, jc="center"),
    "v_v": "",
    "ngay": p("Lạng Sơn, ngày 20 tháng 9 năm 2024", 14, i=True, jc="center"),
    "between": p(),
    "ten_loai": p("BÁO CÁO", 14, b=True, jc="center"),
    "trich_yeu": p("Công tác cải cách hành chính quý III năm 2024", 14, b=True, jc="center"),
    "trich_yeu_line": p(size=14, jc="center", extra=line(40, 3)),
    "kinh_gui": p("Kính gửi: Ủy ban nhân dân tỉnh Lạng Sơn", 14, jc="center", before=120, after=120),
    "mo_dau": body(
        "Thực hiện nhiệm vụ được giao, Sở Nội vụ báo cáo kết quả công tác cải cách hành chính quý "
        "III năm 2024."
    ),
    "muc_1": body("I. KẾT QUẢ THỰC HIỆN", b=True),
    "khoan_1": body("1. Cải cách thể chế", b=True),
    "doan_1": body(
        "Trong kỳ, đơn vị đã trình ban hành các văn bản theo đúng chương trình công tác; việc rà "
        "soát được thực hiện đầy đủ."
    ),
    "diem": body("a) Về xây dựng văn bản: bảo đảm tiến độ.")
    + body("b) Về kiểm tra văn bản: bảo đảm tiến độ.")
    + body("c) Về rà soát văn bản: bảo đảm tiến độ.")
    + body("d) Về theo dõi thi hành: bảo đảm tiến độ.")
    + body("đ) Về tuyên truyền: bảo đảm tiến độ.")
    + body("e) Về hợp nhất văn bản: bảo đảm tiến độ."),
    "muc_2": body("II. PHƯƠNG HƯỚNG, NHIỆM VỤ", b=True),
    "doan_2": body("Tiếp tục thực hiện các nhiệm vụ được giao bảo đảm đúng tiến độ và chất lượng."),
    "ket": body(
        "Trên đây là báo cáo kết quả công tác cải cách hành chính quý III năm 2024, Sở Nội vụ kính báo cáo./."
    ),
    "spacer": p(size=6),
    "noi_nhan": p("Nơi nhận:", 12, b=True, i=True),
    "nhan_1": p("- Như trên;", 11),
    "nhan_2": p("- Lãnh đạo Sở;", 11),
    "luu": p("- Lưu: VT, CCHC.", 11),
    "quyen_han": p("GIÁM ĐỐC", 14, b=True, jc="center"),
    "chu_ky": p(jc="center") * 4,
    "ho_ten": p("Nguyễn Văn An", 14, b=True, jc="center"),
    "phu_luc": "",
    "footnotes": "",
    "header": p(jc="center", runs=field()),
}


def paper(
    sect: str | None = None,
    before: str = "",
    after: str = "",
    settings: str = "",
    styles: str = "",
    head: str | None = None,
    foot: str | None = None,
    parts: dict[str, str] | None = None,
    **changes: str,
) -> bytes:
    """The document as .docx bytes. Names of CLEAN replace that part; `before` and `after` add blocks at
    the ends of the body text; `head` and `foot` replace the whole header and signature tables."""
    unknown = set(changes) - set(CLEAN)
    assert not unknown, unknown
    x = {**CLEAN, **changes}
    top = (
        table(
            (
                x["chu_quan"] + x["ban_hanh"] + x["ban_hanh_line"],
                x["quoc_hieu"] + x["tieu_ngu"] + x["tieu_ngu_line"],
            ),
            (x["so"] + x["v_v"], x["ngay"]),
            widths=(3402, 5669),
        )
        if head is None
        else head
    )
    bottom = (
        table(
            (
                x["noi_nhan"] + x["nhan_1"] + x["nhan_2"] + x["luu"],
                x["quyen_han"] + x["chu_ky"] + x["ho_ten"],
            ),
            widths=(4535, 4536),
        )
        if foot is None
        else foot
    )
    names = ("between", "ten_loai", "trich_yeu", "trich_yeu_line", "kinh_gui")
    text = ("mo_dau", "muc_1", "khoan_1", "doan_1", "diem", "muc_2", "doan_2")
    content = top + "".join(x[n] for n in names) + before + "".join(x[n] for n in text) + after
    content += x["ket"] + x["spacer"] + bottom + (x["phu_luc"] or p(size=2))
    return package(
        content + (section() if sect is None else sect), x["header"], settings, styles, parts or {}
    )


def package(
    content: str, header: str = "", settings: str = "", styles: str = "", parts: dict[str, str] | None = None
) -> bytes:
    """A .docx with that body content, header paragraph, extra settings and styles. `parts` adds parts by
    name; `footnotes` and `numbering` are also related to the document."""
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
        'w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="28"/><w:lang '
        'w:val="vi-VN"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )
    files = {
        "word/document.xml": f"<w:document {NS}><w:body>{content}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NS}>{defaults}{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {NS}>{settings}</w:settings>",
        "word/header1.xml": f"<w:hdr {NS}>{header or p()}</w:hdr>",
    }
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "header1": "header"}
    rels = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdHeader", "header", "header1.xml"),
    ]
    for name, xml in (parts or {}).items():
        root, kind = {
            "footnotes": ("footnotes", "footnotes"),
            "numbering": ("numbering", "numbering"),
            "footer1": ("ftr", "footer"),
            "header2": ("hdr", "header"),
        }[name]
        files[f"word/{name}.xml"] = f"<w:{root} {NS}>{xml}</w:{root}>"
        kinds[name] = kind
        rels.append((f"rId{name}", kind, f"{name}.xml"))
    overrides = "".join(
        f'<Override PartName="/word/{n}.xml" ContentType="{_WML}{k}+xml"/>' for n, k in kinds.items()
    )
    files["[Content_Types].xml"] = _TYPES.format(overrides)
    files["_rels/.rels"] = _RELS.format(
        f'<Relationship Id="r1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
    )
    files["word/_rels/document.xml.rels"] = _RELS.format(
        "".join(f'<Relationship Id="{i}" Type="{_OFFICE}{k}" Target="{t}"/>' for i, k, t in rels)
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml)
    return buffer.getvalue()
