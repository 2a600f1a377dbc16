"""Drawn lines under Tiêu ngữ, the issuing body, trích yếu and (Kèm theo …).

A line is a DrawingML connector anchored in the paragraph it underlines, with a VML twin for readers
that know no `wps` (ECMA-376 part 1, 20.4.2.3; part 3, 10.2.1). It is centred in its column, so only
its length depends on the text; lengths come from the metrics of Times New Roman.
"""

from __future__ import annotations

EMU_PER_MM = 36000
EMU_PER_PT = 12700

FULL = 1.0
"""Under Tiêu ngữ: as long as the text (Phụ lục I, mục II.1.b)."""

PARTIAL = 0.4
"""Under the issuing body and trích yếu: one third to one half of the text (mục II.2.b, II.5.a)."""

GAP_PT = 3.0
"""From the foot of the text's line to the drawn line: clear of the dots below ạ, ệ, ị."""

_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)


def drawn_line(length_mm: float, below_pt: float, number: int, name: str) -> str:
    """A run that draws a line `length_mm` long, `below_pt` under the top of its paragraph.

    `number` is the drawing's id, unique in the document; `name` says what the line is for.
    """
    length = round(length_mm * EMU_PER_MM)
    down = round(below_pt * EMU_PER_PT)
    points = length_mm * 72 / 25.4
    return (
        f'<w:r><mc:AlternateContent {_NAMESPACES}><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251658240" behindDoc="0"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{down}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        "</a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:line id="ke{number}" o:spid="_x0000_s{number}" style="position:absolute;'
        f"margin-top:{below_pt:.2f}pt;width:{points:.2f}pt;height:0;z-index:251658240;visibility:visible;"
        'mso-position-horizontal:center;mso-position-horizontal-relative:text;mso-position-vertical-relative:text"'
        f' from="0,0" to="{points:.2f}pt,0" strokecolor="black" strokeweight=".75pt"/></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
