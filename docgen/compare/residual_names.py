"""Names of OOXML elements: those the view knows or that are noise, and Vietnamese names of the others."""

from __future__ import annotations

from docgen.view.names import W

_KNOWN = {
    "pPr": "pStyle jc ind spacing numPr outlineLvl contextualSpacing keepNext pageBreakBefore bidi sectPr rPr"
    " pPrChange divId cnfStyle suppressAutoHyphens",
    "rPr": "rStyle rFonts b bCs i iCs sz szCs caps smallCaps strike vanish color u highlight shd vertAlign"
    " lang noProof rtl cs webHidden specVanish rPrChange ins del moveFrom moveTo snapToGrid kern"
    " eastAsianLayout oMath",
    "tblPr": "tblStyle tblW tblLook tblPrChange tblStyleRowBandSize tblStyleColBandSize tblCaption"
    " tblDescription",
    "trPr": "cantSplit tblHeader cnfStyle divId ins del trPrChange",
    "tcPr": "tcW gridSpan vMerge cnfStyle tcPrChange cellIns cellDel cellMerge hideMark",
    "sectPr": "headerReference footerReference pgSz pgMar pgNumType titlePg type paperSrc formProt"
    " printerSettings sectPrChange noEndnote rtlGutter bidi",
}
SKIPPED = {holder: frozenset(W + name for name in names.split()) for holder, names in _KNOWN.items()}
"""Children of each properties element that are not collected."""

WORDS = {
    "tabs": "mốc tab", "keepLines": "giữ các dòng một đoạn", "widowControl": "chống dòng lẻ", "shd": "nền",
    "pBdr": "viền đoạn", "framePr": "khung đoạn", "jc": "căn bảng", "tblInd": "thụt bảng",
    "tblLayout": "bề rộng cột",
    "tblBorders": "viền bảng", "tblCellMar": "lề ô chung", "trHeight": "cao", "tcBorders": "nét viền",
    "tcMar": "lề ô", "vAlign": "căn dọc", "noWrap": "không ngắt dòng", "textDirection": "hướng chữ",
    "tblpPr": "vị trí bảng nổi", "pgBorders": "viền trang", "cols": "cột", "docGrid": "lưới dòng",
    "footnotePr": "đánh số chú thích",
}  # fmt: skip
VALUES = {
    "left": "trái", "start": "trái", "right": "phải", "end": "phải", "center": "giữa", "both": "đều hai bên",
    "top": "trên", "bottom": "dưới", "insideH": "ngang trong", "insideV": "dọc trong", "fixed": "cố định",
    "single": "nét đơn", "double": "nét đôi", "none": "không", "nil": "không", "tab": "mốc",
}  # fmt: skip
CONTAINERS = frozenset(("tblBorders", "tcBorders", "pBdr", "tblCellMar", "tcMar", "tabs", "pgBorders"))
ON_BY_DEFAULT = frozenset(("widowControl",))
