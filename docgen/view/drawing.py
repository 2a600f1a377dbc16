"""Lines, boxes and pictures that are drawn: DrawingML (Word 2010+) and VML (Word 97-2007, WPS)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.view.model import DrawnLine, Picture
from docgen.view.names import MC, MM_PER_EMU, MM_PER_POINT, WP, WPG, WPS, A, O, R, V, W, points

_LINES = frozenset(("line", "straightConnector1", "lineInv"))
_UNDERSTOOD = frozenset(("wps", "wpg", "wpc", "wp14", "w14", "w15", "wpi"))
_FLAT = 0.1  # a line may lean this much and still count as horizontal
_MIN_LINE_MM = 2.0
_HAIR_EMU = 12700.0  # a rectangle less than a point high is drawn as a line


def branch(alternate):
    """The branch of a mc:AlternateContent that is read: the first understood w:Choice, or the Fallback."""
    for choice in alternate.iterchildren(MC + "Choice"):
        if set((choice.get("Requires") or "").split()) <= _UNDERSTOOD:
            return choice
    return alternate.find(MC + "Fallback")


def drawn_lines(element) -> Iterator[DrawnLine]:
    """The horizontal lines in a w:drawing, w:pict or w:object."""
    if element.tag == W + "drawing":
        yield from _drawingml_lines(element)
    else:
        yield from _vml_lines(element)


def _drawingml_lines(drawing) -> Iterator[DrawnLine]:
    for frame in drawing:
        x_mm = _offset(frame)
        for shape in frame.iter(WPS + "wsp"):
            geometry = shape.find(f"{WPS}spPr/{A}prstGeom")
            if geometry is None or shape.find(WPS + "txbx") is not None:
                continue
            width, height = _extent(shape, frame)
            flat = geometry.get("prst") in _LINES or (geometry.get("prst") == "rect" and height < _HAIR_EMU)
            if flat:
                yield from _line("drawingml", width * MM_PER_EMU, height * MM_PER_EMU, x_mm, *_pen(shape))


def _extent(shape, frame) -> tuple[float, float]:
    """Width and height of a shape in EMU, scaled by the groups around it."""
    ext = shape.find(f"{WPS}spPr/{A}xfrm/{A}ext")
    outer = frame.find(WP + "extent")
    whole = (_number(outer, "cx"), _number(outer, "cy"))
    group = next(iter(frame.iter(WPG + "wgp")), None)
    if group is None and ext is not None and shape.getparent().tag != A + "graphicData":
        return _number(ext, "cx"), _number(ext, "cy")  # on a drawing canvas, which has no scale of its own
    if group is None or ext is None:
        return whole if outer is not None else (_number(ext, "cx"), _number(ext, "cy"))
    width, height = _number(ext, "cx"), _number(ext, "cy")
    inner = group.find(f"{WPG}grpSpPr/{A}xfrm/{A}chExt")
    if inner is not None and _number(inner, "cx"):
        width *= whole[0] / _number(inner, "cx")
        height *= whole[1] / (_number(inner, "cy") or whole[1] or 1)
    return width, height


def _number(element, name: str) -> float:
    try:
        return float(element.get(name) or 0) if element is not None else 0.0
    except ValueError:
        return 0.0


def _offset(frame) -> float | None:
    position = frame.find(f"{WP}positionH/{WP}posOffset")
    try:
        return float(position.text) * MM_PER_EMU if position is not None and position.text else None
    except ValueError:
        return None


def _pen(shape) -> tuple[float, bool]:
    """(width in points, whether dashed) of a shape's outline."""
    pen = shape.find(f"{WPS}spPr/{A}ln")
    if pen is None:
        return 0.75, False
    dash = pen.find(A + "prstDash")
    width = _number(pen, "w") / 12700 if pen.get("w") else 0.75
    return width, dash is not None and dash.get("val") not in (None, "solid")


def _line(
    kind: str, width: float, height: float, x_mm: float | None, pen: float, dashed: bool
) -> Iterator[DrawnLine]:
    if width >= _MIN_LINE_MM and height <= max(width * _FLAT, 1.0):
        yield DrawnLine(kind, width, x_mm, pen, dashed)


def _vml_lines(pict) -> Iterator[DrawnLine]:
    group = next(iter(pict.iter(V + "group")), None)
    scale = _group_scale(group)
    for shape in pict.iter(V + "line", V + "shape", V + "rect"):
        if shape.find(V + "textbox") is not None or shape.find(V + "imagedata") is not None:
            continue
        inside = group is not None and shape in list(group.iter(shape.tag))
        style = vml_style(shape)
        dash = shape.find(V + "stroke")
        dashed = dash is not None and dash.get("dashstyle") not in (None, "solid")
        pen = points(shape.get("strokeweight")) or 0.75
        if shape.tag == V + "line":
            size = _vml_ends(shape, scale if inside else None)
        elif (
            shape.tag == V + "rect"
            or "_x0000_t32" in (shape.get("type") or "")
            or shape.get(O + "connectortype")
        ):
            size = _vml_size(style, scale if inside else None)
        else:
            continue
        offset = points(style.get("margin-left"))
        x_mm = offset * MM_PER_POINT if offset is not None else None
        if shape.tag == V + "rect" and not (shape.get(O + "hr") in ("t", "true") or size[1] < 1.5):
            continue
        yield from _line("vml", size[0] * MM_PER_POINT, size[1] * MM_PER_POINT, x_mm, pen, dashed)


def vml_style(shape) -> dict[str, str]:
    """The CSS-like declarations of a VML shape."""
    pairs = (item.split(":", 1) for item in (shape.get("style") or "").split(";") if ":" in item)
    return {name.strip().lower(): value.strip() for name, value in pairs}


def _group_scale(group) -> tuple[float, float] | None:
    """Points per unit inside a v:group, horizontally and vertically."""
    if group is None:
        return None
    style, units = vml_style(group), (group.get("coordsize") or "1000,1000").split(",")
    width, height = points(style.get("width")), points(style.get("height"))
    try:
        return (width or 0) / float(units[0]), (height or 0) / float(units[1])
    except (ValueError, ZeroDivisionError, IndexError):
        return None


def _vml_ends(shape, scale) -> tuple[float, float]:
    ends = []
    for name in ("from", "to"):
        both = (shape.get(name) or "0,0").split(",")
        # A bare number of v:line is a point in Word's own files, a unit of the group inside one.
        ends.append([points(v.strip() or "0", 1.0) or 0.0 for v in [*both, "0"][:2]])
    width, height = abs(ends[1][0] - ends[0][0]), abs(ends[1][1] - ends[0][1])
    return (width * scale[0], height * scale[1]) if scale else (width, height)


def _vml_size(style: dict[str, str], scale) -> tuple[float, float]:
    bare = scale or (1.0, 1.0)
    return points(style.get("width"), bare[0]) or 0.0, points(style.get("height"), bare[1]) or 0.0


def pictures(element, targets: dict[str, str]) -> Iterator[Picture]:
    """The images in a w:drawing or w:pict; `targets` maps relationship ids to parts."""
    extent = next(iter(element.iter(WP + "extent")), None)
    size = (_number(extent, "cx") * MM_PER_EMU, _number(extent, "cy") * MM_PER_EMU)
    for blip in element.iter(A + "blip"):
        yield Picture(targets.get(blip.get(R + "embed") or "", ""), *size)
    for data in element.iter(V + "imagedata"):
        yield Picture(targets.get(data.get(R + "id") or "", ""), *size)


def box_holders(element) -> Iterator[tuple[object, float, float, bool]]:
    """(w:txbxContent, width mm, height mm, whether framed by a line) of each text box."""
    for frame in element.iter(WP + "anchor", WP + "inline"):
        for shape in frame.iter(WPS + "wsp"):
            content = shape.find(f"{WPS}txbx/{W}txbxContent")
            if content is not None:
                width, height = _extent(shape, frame)
                pen = shape.find(f"{WPS}spPr/{A}ln")
                bordered = pen is not None and pen.find(A + "noFill") is None
                yield content, width * MM_PER_EMU, height * MM_PER_EMU, bordered
    for box in element.iter(V + "textbox"):
        content = box.find(W + "txbxContent")
        if content is not None:
            shape = box.getparent()
            size = _vml_size(vml_style(shape), None)
            bordered = (shape.get("stroked") or "t") not in ("f", "false")
            yield content, size[0] * MM_PER_POINT, size[1] * MM_PER_POINT, bordered
