"""Paragraphs, cells and two-column frames of new templates, as WordprocessingML."""

from __future__ import annotations

from docgen.word.starter.styles import style_id, twips

LEFT_COLUMN_MM, RIGHT_COLUMN_MM = 65, 100
"""Head and foot: the right column holds Quốc hiệu (95.7 mm at 13 pt bold) on one line."""


def p(style: str, *texts: str, keep: bool = False) -> str:
    """A paragraph; every text is a run of its own; `keep` ties it to what follows."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    tied = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{tied}</w:pPr>{runs}</w:p>'


def control(tag: str) -> str:
    """A paragraph that holds a control tag only and disappears when the document is built."""
    return p("Normal", tag)


def include(name: str) -> str:
    """A paragraph that becomes the shared part `name`."""
    return control(f'{{%p include "{name}" %}}')


def each(name: str, items: str, *paragraphs: str) -> str:
    """`paragraphs` once for every `name` in `items`."""
    return control(f"{{%p for {name} in {items} %}}") + "".join(paragraphs) + control("{%p endfor %}")


def when(condition: str, *paragraphs: str) -> str:
    """`paragraphs` where `condition` holds."""
    return control(f"{{%p if {condition} %}}") + "".join(paragraphs) + control("{%p endif %}")


def cell(width_mm: float, *paragraphs: str) -> str:
    """A cell `width_mm` wide."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width_mm)}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str) -> str:
    """A row that stays on one page."""
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def frame(left_mm: float, right_mm: float, *rows: str) -> str:
    """A borderless table of two columns."""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(left_mm + right_mm)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{twips(left_mm)}"/>'
        f'<w:gridCol w:w="{twips(right_mm)}"/></w:tblGrid>{"".join(rows)}</w:tbl>'
    )
