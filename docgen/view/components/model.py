"""The components of an administrative document (Điều 8 Nghị định 30/2020/NĐ-CP) as found in a file."""

from __future__ import annotations

from docgen.values import Struct
from docgen.view.components.pieces import Piece
from docgen.view.model import Block, Paragraph


class Head(Struct, frozen=True):
    """Everything above the title. `co_quan` are the lines of the agency block grouped by name, the
    issuing body last; `typed_lines` are rows of dashes; `agency_side` is the column of the agency."""

    quoc_hieu: Piece | None = None
    quoc_hieu_rest: Piece | None = None
    tieu_ngu: Piece | None = None
    co_quan: tuple[tuple[Piece, ...], ...] = ()
    so_ky_hieu: Piece | None = None
    dia_danh_ngay: Piece | None = None
    trich_yeu_cong_van: tuple[Piece, ...] = ()
    typed_lines: tuple[Piece, ...] = ()
    marks: tuple[Piece, ...] = ()
    other_quoc_hieu: tuple[Piece, ...] = ()
    end: int = 0

    @property
    def ban_hanh(self) -> tuple[Piece, ...]:
        """The lines of the issuing body."""
        return self.co_quan[-1] if self.co_quan else ()

    @property
    def chu_quan(self) -> tuple[Piece, ...]:
        """The lines of the superior bodies."""
        return tuple(piece for name in self.co_quan[:-1] for piece in name)


class Title(Struct, frozen=True):
    """`loai` is the type's name in capitals ("" for công văn); `merged` says that tên loại and trích
    yếu share a line. `end` is the order of the last piece of the title part, Kính gửi included."""

    loai: str = ""
    ten_loai: Piece | None = None
    merged: bool = False
    trich_yeu: tuple[Piece, ...] = ()
    kinh_gui: Piece | None = None
    kinh_gui_items: tuple[Piece, ...] = ()
    tham_quyen: tuple[Piece, ...] = ()
    end: int = -1


class Foot(Struct, frozen=True):
    """Nơi nhận and the signature block. `titles` are the lines of quyền hạn and chức vụ above the
    signature, `ho_ten` the name, `other_titles` posts printed below the signature (ô 7b)."""

    noi_nhan: Piece | None = None
    items: tuple[Piece, ...] = ()
    after_items: tuple[Piece, ...] = ()
    titles: tuple[Piece, ...] = ()
    other_titles: tuple[Piece, ...] = ()
    ho_ten: Piece | None = None
    start_block: int | None = None
    end_block: int | None = None
    several: bool = False


class Appendix(Struct, frozen=True):
    """One phụ lục: its label line, title lines, reference line and position."""

    label: Piece
    title: tuple[Piece, ...]
    reference: Piece | None
    block: int
    end_block: int


class Components(Struct, frozen=True):
    """A document taken apart. `regime` is `nd30`, or why the document is left alone: `dang`, `vbqppl`,
    `doan-the`, `chuyen-nganh`, `khac`. `body` are the paragraphs of the text outside tables,
    `body_blocks` its blocks with tables, `lines` every line of the document."""

    regime: str
    head: Head
    title: Title
    foot: Foot
    body: tuple[Paragraph, ...]
    body_blocks: tuple[Block, ...]
    appendices: tuple[Appendix, ...]
    tail: tuple[Block, ...] = ()
    lines: tuple[Piece, ...] = ()

    @property
    def is_cong_van(self) -> bool:
        """Whether it is a công văn: a subject under the number and no tên loại."""
        return not self.title.loai and bool(self.head.trich_yeu_cong_van)
